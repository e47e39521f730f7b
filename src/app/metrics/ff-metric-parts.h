/* What a course, a class or a project has of levels 2 to 4, as cards: its metrics, what its results are worth, and when it is looked at.
   Owners are numbers of ff_owner_to_number (). */
#pragma once

#include "ff-owner.h"
#include "ff-part-list.h"

G_BEGIN_DECLS

/* The metrics of @owner: a row opens the values of a metric, of a course's its form. */
GtkWidget *ff_metric_list_new (FfWorkspace *workspace, FfOwner owner) G_GNUC_WARN_UNUSED_RESULT;

extern const FfPartKind ff_roi_parts;             /* of a class or a project: the return, or what is missing to state one */
extern const FfPartKind ff_evaluation_plan_parts; /* of a class or a course: days and targets of its levels */
extern const FfPartKind ff_project_plan_parts;    /* of a project: when its results are measured */
extern const FfPartKind ff_wave_parts;            /* of a class: further looks at behaviour */

G_END_DECLS
