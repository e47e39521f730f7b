/* What a class is to hand in, as a grid: trainees down, assignments across. What a team hands in stands in the row of each member. */
#pragma once

#include "ff-class-model.h"

G_BEGIN_DECLS

/* What is to be written for one cell. */
typedef struct
{
  gint64 assignment_id;
  gint64 enrolment_id;
  gboolean clear; /* takes the newest edition away; @entry does not count then */
  FfHandInEntry entry;
} FfHandInChange;

#define FF_TYPE_HAND_INS_MODEL (ff_hand_ins_model_get_type ())
G_DECLARE_FINAL_TYPE (FfHandInsModel, ff_hand_ins_model, FF, HAND_INS_MODEL, FfClassModel)

FfHandInsModel *ff_hand_ins_model_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The assignment of a column; NULL: none. */
const FfAssignment *ff_hand_ins_model_get_assignment (FfHandInsModel *self, int column);
/* Where the trainee of a row stands with it; NULL: another column. */
const FfClassHandIn *ff_hand_ins_model_get_place (FfHandInsModel *self, int row, int column);

/* How many trainees are meant, have handed in, and of them late. */
typedef struct
{
  guint expected, handed_in, late, missing;
} FfHandInCount;

FfHandInCount ff_hand_ins_model_count (FfHandInsModel *self, int column);

G_END_DECLS
