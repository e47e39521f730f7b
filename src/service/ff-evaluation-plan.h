/* Use cases about when a class is looked at after its end, and what it is to reach: days and targets of the levels, and further looks at
   behaviour. */
#pragma once

#include "ff-time.h"
#include "ff-evaluation-store.h"
#include "ff-put.h"
#include "ff-wave-store.h"

G_BEGIN_DECLS

/* "" is what the rules say where nothing else is said; of the learning target: none. */
typedef struct
{
  const char *learning_target;  /* percent who pass */
  const char *behaviour_days;   /* after the end of the class */
  const char *submitted_target; /* percent */
  const char *applied_target;   /* percent */
  const char *results_days;
} FfEvaluationPlanDraft;

FfPut ff_evaluation_plan_put (FfDb *db, FfOwner owner, const FfEvaluationPlanDraft *draft, GError **error);

typedef struct
{
  const char *days;  /* after the end of the class; required of a new one, no two looks on the same day */
  const char *title; /* "": called by its days */
} FfWaveDraft;

/* @update_id 0 adds. @id may be NULL. */
FfPut ff_waves_put (FfDb *db, gint64 run_id, gint64 update_id, const FfWaveDraft *draft, gint64 *id, GError **error);
/* When behaviour is looked at. */
typedef struct
{
  int number; /* from 1; responses name it */
  int days;   /* after the end of the class */
  FfDay due_on;
  char *title; /* NULL: called by its days */
} FfLook;

/* FfLook of a class by days, the first one with them. */
GPtrArray *ff_looks_list (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The number of the last one that is due; 1 while none is. */
int ff_looks_find_due (const GPtrArray *looks, FfDay today);

/* FfWave by days, without the first look. */
GPtrArray *ff_waves_list (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FF_ERROR_NOT_FOUND when it is gone. */
FfWave *ff_waves_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FF_ERROR_CONFLICT when somebody has answered in it. */
gboolean ff_waves_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
