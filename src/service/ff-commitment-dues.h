/* Commitments that feed a leaf of the scheme and were not handed in by their day: listed, and 0 only when somebody says so (RULES, 2). */
#pragma once

#include "ff-class-figures.h"
#include "ff-put.h"

G_BEGIN_DECLS

/* Whether the leaf is fed by commitments, and this trainee's mark in it is missing and overdue. */
gboolean ff_commitment_dues_is_missing (const FfClassFigures *figures, const FfClassTrainee *trainee, guint component);
guint ff_commitment_dues_count (const FfClassFigures *figures, guint component);
/* The first leaf, in the order of the scheme, in which somebody is missing; −1: none. */
int ff_commitment_dues_find (const FfClassFigures *figures);

/* Everybody who is missing in the leaf now has the mark 0 for this reason, which is required. @n (may be NULL) is how many. */
gboolean ff_commitment_dues_confirm (FfDb *db, gint64 run_id, gint64 component_id, const char *reason, guint *n, GError **error);

G_END_DECLS
