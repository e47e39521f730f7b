/* A leaf of a class as one rater marks it: whom, by which criteria, what they have, and what was entered and is not written yet. A leaf
   without a rubric has one column, the leaf itself. No widgets. */
#pragma once

#include "ff-class-figures.h"

G_BEGIN_DECLS

typedef enum
{
  FF_MARKING_NONE,
  FF_MARKING_PART,
  FF_MARKING_DONE,
} FfMarkingState;

/* What is to be written. */
typedef struct
{
  gint64 enrolment_id;
  gint64 component_id;
  gint64 criterion_id; /* 0: the leaf itself */
  char *rater;
  int attempt;
  gboolean has_score;
  gint64 score;
} FfMarkingEntry;

#define FF_TYPE_MARKING_SHEET (ff_marking_sheet_get_type ())
G_DECLARE_FINAL_TYPE (FfMarkingSheet, ff_marking_sheet, FF, MARKING_SHEET, GObject)

/* Signal "changed": anything of what follows. */

FfMarkingSheet *ff_marking_sheet_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a leaf is marked by hand: others are computed. */
gboolean ff_marking_sheet_is_markable (const FfComponent *component);

/* @figures stay the caller's and must outlive the next call; what is not settled yet is laid over them. */
void ff_marking_sheet_set_figures (FfMarkingSheet *self, FfClassFigures *figures);
const FfClassFigures *ff_marking_sheet_get_figures (FfMarkingSheet *self);
void ff_marking_sheet_set_leaf (FfMarkingSheet *self, gint64 component_id);
/* NULL: the scheme does not have it (any more). */
const FfComponent *ff_marking_sheet_get_leaf (FfMarkingSheet *self);
/* "": nobody named. */
void ff_marking_sheet_set_rater (FfMarkingSheet *self, const char *rater);
const char *ff_marking_sheet_get_rater (FfMarkingSheet *self);
/* Only the people of one team; NULL: all. */
void ff_marking_sheet_set_team (FfMarkingSheet *self, const char *team);

guint ff_marking_sheet_get_n_people (FfMarkingSheet *self);
const FfClassTrainee *ff_marking_sheet_get_person (FfMarkingSheet *self, guint person);
/* -1: not among them. */
int ff_marking_sheet_find_person (FfMarkingSheet *self, gint64 enrolment_id);
guint ff_marking_sheet_get_n_columns (FfMarkingSheet *self);
/* NULL: the column is the leaf itself. */
const FfCriterion *ff_marking_sheet_get_criterion (FfMarkingSheet *self, guint column);
const char *ff_marking_sheet_get_title (FfMarkingSheet *self, guint column);
gint64 ff_marking_sheet_get_max (FfMarkingSheet *self, guint column); /* hundredths */

/* What this rater gave in the attempt that is being marked: the latest that anybody began. FALSE: nothing yet. */
gboolean ff_marking_sheet_get_score (FfMarkingSheet *self, guint person, guint column, gint64 *score);
/* NULL: none, or no mark that could have one. */
const char *ff_marking_sheet_get_comment (FfMarkingSheet *self, guint person, guint column);
FfMarkingState ff_marking_sheet_get_state (FfMarkingSheet *self, guint person);
/* The points so far, in hundredths, and how many columns have none. */
gint64 ff_marking_sheet_sum (FfMarkingSheet *self, guint person, guint *n_missing);

/* Shows a score at once and keeps it until it is settled. NULL with a sentence when it is no mark; NULL without an error when it changes
   nothing. */
FfMarkingEntry *ff_marking_sheet_enter (FfMarkingSheet *self, guint person, guint column, gboolean has_score, gint64 score,
                                        GError **error);
/* What the entry would be, for something else that is kept with a mark (a comment); of the caller. */
FfMarkingEntry *ff_marking_sheet_describe (FfMarkingSheet *self, guint person, guint column) G_GNUC_WARN_UNUSED_RESULT;
/* It was written or refused; frees it. */
void ff_marking_sheet_settle (FfMarkingSheet *self, FfMarkingEntry *entry);
void ff_marking_entry_free (FfMarkingEntry *entry);

G_END_DECLS
