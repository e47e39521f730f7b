/* A pile of paper forms is typed: one key an answer, form after form, each kept as soon as its last answer is in. A sample of the pile can
   be typed again, to find out how often keys go wrong. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_FORM_ENTRY_WINDOW (ff_form_entry_window_get_type ())
G_DECLARE_FINAL_TYPE (FfFormEntryWindow, ff_form_entry_window, FF, FORM_ENTRY_WINDOW, AdwWindow)

/* Of a questionnaire that belongs to a class or a project. NULL when it cannot be answered; @workspace then says why. The window owns itself. */
FfFormEntryWindow *ff_form_entry_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 questionnaire_id);

G_END_DECLS
