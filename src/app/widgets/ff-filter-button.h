/* A button that says what a list or a calendar is limited to, and the list to choose that from: some of the classes, trainers … */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_FILTER_BUTTON (ff_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (FfFilterButton, ff_filter_button, FF, FILTER_BUTTON, AdwBin)

/* Signal: changed (): another set was chosen. */

/* @all: what the button says while nothing is chosen, "All venues". */
GtkWidget *ff_filter_button_new (const char *icon, const char *all) G_GNUC_WARN_UNUSED_RESULT;
/* FfChoice; what was chosen and is still there stays chosen. */
void ff_filter_button_set_choices (FfFilterButton *self, GPtrArray *choices);
/* gint64, none while nothing is chosen. */
GArray *ff_filter_button_dup_ids (FfFilterButton *self) G_GNUC_WARN_UNUSED_RESULT;
/* With its icon in place of the text while nothing is chosen. */
void ff_filter_button_set_compact (FfFilterButton *self, gboolean compact);

G_END_DECLS
