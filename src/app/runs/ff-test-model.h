/* The answers of a class in one test as a grid: trainees × items, the total at the right, how difficult each item was below. */
#pragma once

#include "ff-class-model.h"

G_BEGIN_DECLS

/* What is to be written for one cell. */
typedef struct
{
  gint64 enrolment_id;
  gint64 item_id;
  int attempt;
  const char *letters; /* interned; NULL: not entered */
  gint64 score;        /* hundredths; -1: not entered */
} FfTestEntry;

#define FF_TYPE_TEST_MODEL (ff_test_model_get_type ())
G_DECLARE_FINAL_TYPE (FfTestModel, ff_test_model, FF, TEST_MODEL, FfClassModel)

FfTestModel *ff_test_model_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Which paper, and which attempt at it, from 1. */
void ff_test_model_set_paper (FfTestModel *self, gint64 component_id, int attempt);

G_END_DECLS
