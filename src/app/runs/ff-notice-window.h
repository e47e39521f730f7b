/* The text of a notice or a reminder: to look at, to change, to copy, and the template behind it. */
#pragma once

#include <adwaita.h>

#include "ff-notice-text.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_NOTICE_WINDOW (ff_notice_window_get_type ())
G_DECLARE_FINAL_TYPE (FfNoticeWindow, ff_notice_window, FF, NOTICE_WINDOW, AdwWindow)

/* Opens over @parent; owns itself. */
void ff_notice_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id, FfNoticeKind kind);

G_END_DECLS
