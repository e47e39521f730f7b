/* Those who are chosen for a class, and what enrolling them would do: whether the places suffice, and what they would miss or meet with
   elsewhere at the same time. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_CHOSEN_PANE (ff_chosen_pane_get_type ())
G_DECLARE_FINAL_TYPE (FfChosenPane, ff_chosen_pane, FF, CHOSEN_PANE, AdwBin)

/* Signals: changed (): others are chosen, or more is known of them; removed (gint64 trainee_id): by its button. */

GtkWidget *ff_chosen_pane_new (FfWorkspace *workspace, gint64 run_id);
/* @ids: gint64 ids of trainees, each once. */
void ff_chosen_pane_set_people (FfChosenPane *self, GArray *ids);
/* Borrowed. */
GArray *ff_chosen_pane_get_people (FfChosenPane *self);
/* How many have no place, and whether they are to wait for one. */
guint ff_chosen_pane_get_n_over (FfChosenPane *self);
gboolean ff_chosen_pane_get_rest_waits (FfChosenPane *self);
/* A refusal, said above the people; NULL takes it away. */
void ff_chosen_pane_set_complaint (FfChosenPane *self, const char *complaint);

G_END_DECLS
