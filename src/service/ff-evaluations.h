/* What a course, a class or a project aims at on the four levels, and when it is looked at. */
#pragma once

#include "ff-evaluation-store.h"
#include "ff-metric-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

typedef struct
{
  const char *learning_target;  /* percent who pass; "": none */
  const char *behaviour_days;   /* after the end of the class */
  const char *applied_target;   /* percent */
  const char *submitted_target; /* percent */
  const char *results_days;
  const char *interview_share;  /* percent */
} FfEvaluationDraft;

/* The first put makes the row, also when everything is as by default. */
FfPut ff_evaluations_put (FfDb *db, FfOwner owner, const FfEvaluationDraft *draft, GError **error);
/* Makes the metrics of @owner to be @metrics (FfMetric): those with a known key become like them and keep their values, what is in none goes,
   unless it has values. @changed is set, never cleared. */
gboolean ff_evaluations_put_metrics (FfDb *db, FfOwner owner, GPtrArray *metrics, gboolean *changed, GError **error);
/* Makes @to like @from: the targets, the metrics without their values, the questionnaires without answers. @to must be new. */
gboolean ff_evaluations_copy (FfDb *db, FfOwner from, FfOwner to, GError **error);

G_END_DECLS
