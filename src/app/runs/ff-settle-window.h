/* Settling the results of a class: who is in the way and for what, the award and how it came about, and what was settled. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_SETTLE_WINDOW (ff_settle_window_get_type ())
G_DECLARE_FINAL_TYPE (FfSettleWindow, ff_settle_window, FF, SETTLE_WINDOW, AdwWindow)

/* Signal: show-mark (gint64 enrolment_id, guint component): the person wants to enter a mark that is missing. The window closes.
   The window owns itself. */
FfSettleWindow *ff_settle_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id);
/* Asks for the reason and reopens the results. */
void ff_settle_ask_reopen (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id);

G_END_DECLS
