/* What the files of the class figures share: each reads one family of tables into them. */
#pragma once

#include "ff-class-figures.h"

G_BEGIN_DECLS

/* What feeds the leaves of source `commitment`. @trainees: enrolment id → FfClassTrainee of @figures. */
gboolean ff_class_figures_read_commitments (FfDb *db, FfClassFigures *figures, GHashTable *trainees, GError **error);

G_END_DECLS
