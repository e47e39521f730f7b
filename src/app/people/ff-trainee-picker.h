/* Trainees who are not in a class, to choose from: a search, the filters, and the list. */
#pragma once

#include <adwaita.h>

#include "ff-list-view.h"

G_BEGIN_DECLS

#define FF_TYPE_TRAINEE_PICKER (ff_trainee_picker_get_type ())
G_DECLARE_FINAL_TYPE (FfTraineePicker, ff_trainee_picker, FF, TRAINEE_PICKER, AdwBin)

/* Signals: changed (): other ones are selected, or found; activated (gint64 trainee_id). */

GtkWidget *ff_trainee_picker_new (FfWorkspace *workspace, gint64 run_id);
void ff_trainee_picker_grab_search (FfTraineePicker *self);
/* gint64 ids of those who are selected, and of all that are found, in the order of the list. */
GArray *ff_trainee_picker_get_selected (FfTraineePicker *self) G_GNUC_WARN_UNUSED_RESULT;
GArray *ff_trainee_picker_get_found (FfTraineePicker *self) G_GNUC_WARN_UNUSED_RESULT;
guint ff_trainee_picker_get_n_found (FfTraineePicker *self);

G_END_DECLS
