/* What the files of the class figures share: each reads one family of tables into them. */
#pragma once

#include "ff-class-figures.h"

G_BEGIN_DECLS

/* Commitments, and the leaves of that source that they feed. @trainees: enrolment id → FfClassTrainee of @figures. */
gboolean ff_class_figures_read_commitments (FfDb *db, FfClassFigures *figures, GHashTable *trainees, GError **error);

/* What is to be handed in, and what was. */
gboolean ff_class_figures_read_teams (FfDb *db, FfClassFigures *figures, GError **error);
gboolean ff_class_figures_read_hand_ins (FfDb *db, FfClassFigures *figures, GError **error);

/* Answers in tests. Each paper that is entered as a whole is a mark in place of the leaf's source (FfMark, possible). */
gboolean ff_class_figures_read_papers (FfDb *db, FfClassFigures *figures, GHashTable *trainees, GError **error);
void ff_class_figures_add_papers (const FfClassFigures *figures, const FfClassTrainee *trainee, GArray *marks);

G_END_DECLS
