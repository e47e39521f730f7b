/* A place to paste a list of people into: numbers from a column, names from a mail or a chat. What is not certain stands below it with
   what to do; who is meant among namesakes is chosen there. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_PASTE_PANE (ff_paste_pane_get_type ())
G_DECLARE_FINAL_TYPE (FfPastePane, ff_paste_pane, FF, PASTE_PANE, AdwBin)

/* Signal: changed (): other people are found than before. */

GtkWidget *ff_paste_pane_new (FfWorkspace *workspace, gint64 run_id);
/* gint64 ids of trainees in the order of the list, without those who are in the class. */
GArray *ff_paste_pane_get_people (FfPastePane *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
