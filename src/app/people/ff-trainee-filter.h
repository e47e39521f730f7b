/* The choices by which a list of trainees (ff-trainee-list.h) is narrowed down: layer, department with those below it, and whether
   somebody has left or is a guest. They follow the database and are put on the list at once. */
#pragma once

#include <adwaita.h>

#include "ff-list-view.h"

G_BEGIN_DECLS

#define FF_TYPE_TRAINEE_FILTER (ff_trainee_filter_get_type ())
G_DECLARE_FINAL_TYPE (FfTraineeFilter, ff_trainee_filter, FF, TRAINEE_FILTER, AdwBin)

/* Once. @list shows trainees and lives as long as the filter; @present: leaves those out at first who have left. */
void ff_trainee_filter_set_up (FfTraineeFilter *self, FfWorkspace *workspace, FfListView *list, gboolean present);

G_END_DECLS
