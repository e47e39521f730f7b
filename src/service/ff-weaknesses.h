/* What a class or a project is weak in, gathered from its four levels: whatever is known and misses its target. */
#pragma once

#include "ff-evaluation-figures.h"
#include "ff-improvement-store.h"

G_BEGIN_DECLS

typedef struct
{
  int level;         /* 0: of none */
  char *source;      /* the same for the same thing whenever it is gathered: "dimension:reaction/venue", "metric:nps" */
  char *part_of;     /* the source of what it is a part of and stands in the list too; NULL: nothing */
  char *title;
  double weight;     /* its share of its level, or of its questionnaire, 0 … 1 */
  double shortfall;  /* from the target, in @unit */
  double weakness;   /* ff_weakness () */
  const char *unit;  /* of the figures; NULL: points */
  gint64 metric_id;  /* 0: none */
  char *fact;        /* “4.07, target 4.5” */
} FfWeakness;

void ff_weakness_free (FfWeakness *weakness);

/* FfWeakness, the weakest first; equal ones by level. What is suppressed, not due or not known is not among them. Units live as long as
   @figures. */
GPtrArray *ff_weaknesses_list (const FfEvaluationFigures *figures) G_GNUC_WARN_UNUSED_RESULT;

/* Which of @items was gathered from @source; NULL: none. */
const FfImprovement *ff_weaknesses_find (const GPtrArray *items, const char *source);

typedef struct
{
  guint added;
  guint changed;
} FfGathered;

/* Puts those of @owner whose sources are chosen (NULL-terminated) into the cycle that runs: what is there already gets the figures of today
   and keeps its title, its causes and its place. What misses no target any more is left as it is. @gathered may be NULL. */
gboolean ff_weaknesses_gather (FfDb *db, FfOwner owner, FfMinute now, const char *const *sources, FfGathered *gathered, GError **error);

G_END_DECLS
