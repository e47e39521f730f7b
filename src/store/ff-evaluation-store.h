/* The table evaluation: when a class is looked at and what it is to reach. A course has one that its classes take a copy of, and a project one
   for its own results. */
#pragma once

#include "ff-db.h"
#include "ff-owner.h"

G_BEGIN_DECLS

/* Percentages in hundredths. */
typedef struct
{
  gint64 id; /* 0: nothing is stored, and the defaults of the rules hold */
  gint64 version;
  FfOwner owner;
  int learning_target; /* share of those who pass; -1: none */
  int behaviour_days;  /* after the end of the class */
  int applied_target;
  int submitted_target;
  int results_days;
  int interview_share;
  gint64 interview_seed; /* of the last draw; -1: not drawn */
} FfEvaluation;

/* The defaults of the rules, of nobody. */
#define FF_EVALUATION_INIT                                                                                                        \
  {                                                                                                                               \
    .learning_target = -1, .behaviour_days = 30, .applied_target = 8500, .submitted_target = 10000, .results_days = 90,           \
    .interview_share = 1000, .interview_seed = -1,                                                                                \
  }

/* Of an owner of whom nothing is stored: the defaults. */
gboolean ff_evaluation_store_read (FfDb *db, FfOwner owner, FfEvaluation *evaluation, GError **error);
/* Inserts when its id is 0, and sets it. */
gboolean ff_evaluation_store_write (FfDb *db, FfEvaluation *evaluation, GError **error);
gboolean ff_evaluation_store_delete (FfDb *db, FfOwner owner, GError **error);

G_END_DECLS
