#include "config.h"

#include "ff-weaknesses.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-decimal.h"
#include "ff-improvements.h"
#include "ff-number.h"

void
ff_weakness_free (FfWeakness *weakness)
{
  if (weakness == NULL)
    return;
  g_free (weakness->source);
  g_free (weakness->part_of);
  g_free (weakness->title);
  g_free (weakness->fact);
  g_free (weakness);
}

/* Figures stand in a fact with so many decimals. */
#define FACT_PLACES 2

static char *
format_figure (double value, const char *unit)
{
  g_autofree char *number = ff_decimal_format (ff_round (value, FACT_PLACES));

  /* Translators: a figure and its unit, “85 %”. */
  return unit != NULL ? g_strdup_printf (C_ ("figure", "%s %s"), number, unit) : g_steal_pointer (&number);
}

/* Adds one that misses its target; whatever does not is passed over. @base: what the shortfall is a share of, FF_UNDEFINED for the target
   itself. Takes @source. */
static FfWeakness *
add (GPtrArray *list, int level, char *source, const char *title, double weight, double actual, double target, double base,
     FfDirection direction, const char *unit)
{
  g_autofree char *owned = source;
  g_autofree char *is = NULL, *wanted = NULL;
  FfWeakness *weakness;

  if (ff_target_met (actual, target, direction) != FF_MET_NO)
    return NULL;
  weakness = g_new0 (FfWeakness, 1);
  weakness->level = level;
  weakness->source = g_steal_pointer (&owned);
  weakness->title = g_strdup (title);
  weakness->weight = weight;
  weakness->shortfall = fabs (target - actual);
  weakness->weakness = ff_weakness (weight, weakness->shortfall, isnan (base) ? target : base);
  weakness->unit = unit;
  is = format_figure (actual, unit);
  wanted = format_figure (target, unit);
  /* Translators: what a figure is, and what it should be: “4.07, target 4.5”. */
  weakness->fact = g_strdup_printf (_ ("%s, target %s"), is, wanted);
  g_ptr_array_add (list, weakness);
  return weakness;
}

/* Questionnaires ------------------------------------------------------------------------------------------------------ */

/* A pair falls short when what was found is below what was expected; its gap is set against the length of the scale. */
static gboolean
is_of_pairs (const FfDimensionFigures *figures)
{
  return !isnan (figures->gap);
}

static double
scale_length (const FfQuestionnaire *questionnaire)
{
  return questionnaire->scale_max - questionnaire->scale_min;
}

/* Shares among the dimensions that have pairs; ratings bring theirs along. */
static double
pair_share (const FfQuestionnaireFigures *figures, const FfDimensionFigures *dimension)
{
  double sum = 0;

  for (guint i = 0; i < figures->dimensions->len; i++)
    {
      const FfDimensionFigures *other = g_ptr_array_index (figures->dimensions, i);

      if (is_of_pairs (other))
        sum += (double) other->dimension->weight;
    }
  return sum > 0 ? (double) dimension->dimension->weight / sum : 0;
}

static guint
count_rated (const FfDimensionFigures *figures)
{
  guint n = 0;

  for (guint i = 0; i < figures->questions->len; i++)
    {
      const FfQuestionFigures *question = g_ptr_array_index (figures->questions, i);

      n += question->question->kind == FF_QUESTION_RATING || question->question->kind == FF_QUESTION_SERVQUAL;
    }
  return n;
}

static void
add_questions (GPtrArray *list, const FfQuestionnaireFigures *figures, const FfDimensionFigures *dimension, int level, double share,
               const char *suffix, const char *part_of)
{
  const FfQuestionnaire *questionnaire = figures->questionnaire;
  guint n = count_rated (dimension);

  for (guint i = 0; n > 0 && i < dimension->questions->len; i++)
    {
      const FfQuestionFigures *question = g_ptr_array_index (dimension->questions, i);
      gboolean pair = question->question->kind == FF_QUESTION_SERVQUAL;
      FfWeakness *weakness;

      if (!pair && question->question->kind != FF_QUESTION_RATING)
        continue;
      weakness = add (list, level, g_strdup_printf ("question:%s/%s%s", questionnaire->key, question->question->key, suffix),
                      ff_question_title_in (question->question, NULL), share / n, question->mean, pair ? 0 : dimension->target,
                      pair ? scale_length (questionnaire) : FF_UNDEFINED, FF_DIRECTION_UP, NULL);
      if (weakness != NULL)
        weakness->part_of = g_strdup (part_of);
    }
}

/* Of an observation @suffix names the kind of rater. */
static void
add_questionnaire (GPtrArray *list, const FfQuestionnaireFigures *figures, int level, const char *suffix)
{
  for (guint i = 0; !figures->suppressed && i < figures->dimensions->len; i++)
    {
      const FfDimensionFigures *dimension = g_ptr_array_index (figures->dimensions, i);
      gboolean pairs = is_of_pairs (dimension);
      double share = pairs ? pair_share (figures, dimension) : dimension->weight;
      const FfWeakness *weakness
          = add (list, level, g_strdup_printf ("dimension:%s/%s%s", figures->questionnaire->key, dimension->dimension->key, suffix),
                 ff_dimension_title_in (dimension->dimension, NULL), share, pairs ? dimension->gap : dimension->mean,
                 pairs ? 0 : dimension->target, pairs ? scale_length (figures->questionnaire) : FF_UNDEFINED, FF_DIRECTION_UP, NULL);

      add_questions (list, figures, dimension, level, share, suffix, weakness != NULL ? weakness->source : NULL);
    }
}

static void
add_questionnaires (GPtrArray *list, const GPtrArray *questionnaires, int level)
{
  for (guint i = 0; questionnaires != NULL && i < questionnaires->len; i++)
    {
      const FfQuestionnaireFigures *figures = g_ptr_array_index (questionnaires, i);

      add_questionnaire (list, figures, level != 0 ? level : figures->questionnaire->level, "");
    }
}

/* The latest look of each kind of rater stands for it. */
static void
add_observation (GPtrArray *list, const FfObservation *observation)
{
  int wave = 0;

  for (guint i = 0; i < observation->groups->len; i++)
    wave = MAX (wave, ((const FfQuestionnaireFigures *) g_ptr_array_index (observation->groups, i))->wave);
  for (guint i = 0; i < observation->groups->len; i++)
    {
      const FfQuestionnaireFigures *group = g_ptr_array_index (observation->groups, i);
      g_autofree char *suffix = g_strconcat (group->rater != NULL ? "@" : "", group->rater, NULL);

      if (group->wave == wave)
        add_questionnaire (list, group, 3, suffix);
    }
}

/* Learning ------------------------------------------------------------------------------------------------------------ */

static gboolean
is_below (const FfScheme *scheme, int component, int group)
{
  while (component >= 0 && component != group)
    component = ff_scheme_get (scheme, (guint) component)->parent;
  return component >= 0;
}

/* The mean percentage of a leaf, over all who are not exempt; undefined while somebody's mark is missing. */
static double
leaf_percent (const FfClassFigures *figures, guint leaf)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      if (trainee->exempt[leaf])
        continue;
      if (!trainee->result.leaves[leaf].assessed)
        return FF_UNDEFINED;
      sum += trainee->result.leaves[leaf].percent;
      n++;
    }
  return n > 0 ? sum / n : FF_UNDEFINED;
}

/* Who passes, and the leaves whose mean does not reach the pass mark: half of the level each. */
static void
add_learning (GPtrArray *list, const FfEvaluationFigures *figures)
{
  const FfLearningLevel *learning = &figures->learning;
  const FfScheme *scheme = figures->class_figures != NULL ? figures->class_figures->scheme : NULL;
  double whole;

  if (scheme == NULL || learning->component < 0)
    return;
  if (learning->assessed == learning->expected)
    add (list, 2, g_strdup ("learning:passed"), _ ("Trainees who pass"), 0.5, learning->pass_percent, learning->target_percent,
         FF_UNDEFINED, FF_DIRECTION_UP, "%");
  whole = ff_scheme_get (scheme, (guint) learning->component)->share;
  for (guint i = 0; whole > 0 && i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *leaf = ff_scheme_get (scheme, i);

      if (leaf->leaf && leaf->pretest_of == NULL && is_below (scheme, (int) i, learning->component))
        add (list, 2, g_strdup_printf ("leaf:%s", leaf->key), leaf->title, 0.5 * leaf->share / whole,
             leaf_percent (figures->class_figures, i), learning->pass_mark, FF_UNDEFINED, FF_DIRECTION_UP, "%");
    }
}

/* Behaviour and results ------------------------------------------------------------------------------------------------ */

/* Of the latest look that is due. */
static void
add_behaviour (GPtrArray *list, const FfEvaluationFigures *figures)
{
  const FfBehaviourLevel *behaviour = &figures->behaviour;
  const FfWaveFigures *wave = NULL;

  for (guint i = 0; behaviour->waves != NULL && i < behaviour->waves->len; i++)
    if (((const FfWaveFigures *) g_ptr_array_index (behaviour->waves, i))->due)
      wave = g_ptr_array_index (behaviour->waves, i);
  if (wave != NULL)
    {
      add (list, 3, g_strdup ("behaviour:submitted"), _ ("Micro action plans handed in"), 0.5, wave->submitted_percent,
           behaviour->submitted_target, FF_UNDEFINED, FF_DIRECTION_UP, "%");
      add (list, 3, g_strdup ("behaviour:applied"), _ ("Trainees who apply what they planned"), 0.5, wave->applied_percent,
           behaviour->applied_target, FF_UNDEFINED, FF_DIRECTION_UP, "%");
    }
  for (guint i = 0; behaviour->observations != NULL && i < behaviour->observations->len; i++)
    add_observation (list, g_ptr_array_index (behaviour->observations, i));
}

static void
add_results (GPtrArray *list, const FfEvaluationFigures *figures)
{
  const GPtrArray *metrics = figures->results.metrics;
  guint n = 0;

  for (guint i = 0; metrics != NULL && i < metrics->len; i++)
    n += ((const FfMetricFigures *) g_ptr_array_index (metrics, i))->has_target;
  for (guint i = 0; metrics != NULL && i < metrics->len; i++)
    {
      const FfMetricFigures *metric = g_ptr_array_index (metrics, i);
      /* A target of 0 is as far away as it was from the baseline. */
      double base = metric->target == 0 ? metric->baseline : FF_UNDEFINED;
      FfWeakness *weakness;

      if (metric->met != FF_MET_NO)
        continue;
      weakness = add (list, 4, g_strdup_printf ("metric:%s", metric->key), metric->title, 1.0 / n, metric->actual, metric->target, base,
                      metric->direction, metric->unit);
      if (weakness != NULL)
        weakness->metric_id = metric->id;
    }
}

/* The whole ------------------------------------------------------------------------------------------------------------- */

static int
compare (gconstpointer a, gconstpointer b)
{
  const FfWeakness *first = *(FfWeakness *const *) a;
  const FfWeakness *second = *(FfWeakness *const *) b;

  if (first->weakness != second->weakness)
    return first->weakness > second->weakness ? -1 : 1;
  return first->level != second->level ? first->level - second->level : strcmp (first->source, second->source);
}

GPtrArray *
ff_weaknesses_list (const FfEvaluationFigures *figures)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_weakness_free);

  g_return_val_if_fail (figures != NULL, list);

  add_questionnaires (list, figures->reaction.questionnaires, 1);
  add_learning (list, figures);
  add_behaviour (list, figures);
  add_results (list, figures);
  add_questionnaires (list, figures->others, 0);
  g_ptr_array_sort (list, compare);
  return list;
}

const FfImprovement *
ff_weaknesses_find (const GPtrArray *items, const char *source)
{
  g_return_val_if_fail (items != NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (((const FfImprovement *) g_ptr_array_index (items, i))->source, source) == 0)
      return g_ptr_array_index (items, i);
  return NULL;
}

static void
replace (char **stored, char *value, gboolean *changed)
{
  *changed |= g_strcmp0 (*stored, value) != 0;
  g_free (*stored);
  *stored = value;
}

/* Puts the figures of today into @item; the title is the person's own once it is there. */
static gboolean
fill (FfImprovement *item, const FfWeakness *weakness)
{
  gboolean changed = item->level != weakness->level || item->metric_id != weakness->metric_id;

  item->level = weakness->level;
  item->metric_id = weakness->metric_id;
  replace (&item->weight, ff_decimal_format (ff_round (weakness->weight, 4)), &changed);
  replace (&item->shortfall, ff_decimal_format (ff_round (weakness->shortfall, 4)), &changed);
  replace (&item->weakness, ff_decimal_format (ff_round (weakness->weakness, 2)), &changed);
  replace (&item->unit, g_strdup (weakness->unit), &changed);
  replace (&item->fact, g_strdup (weakness->fact), &changed);
  return changed;
}

static gboolean
put (FfDb *db, gint64 cycle_id, const GPtrArray *items, const FfWeakness *weakness, FfGathered *gathered, GError **error)
{
  const FfImprovement *known = ff_weaknesses_find (items, weakness->source);
  g_autoptr (FfImprovement) item = NULL;

  if (known != NULL)
    {
      item = ff_improvements_read (db, known->id, error);
      if (item == NULL || !fill (item, weakness))
        return item != NULL;
      gathered->changed++;
      return ff_improvement_store_update (db, item, error);
    }
  item = g_new0 (FfImprovement, 1);
  item->cycle_id = cycle_id;
  item->source = g_strdup (weakness->source);
  item->title = g_strdup (weakness->title);
  item->solved_on = FF_NO_DAY;
  fill (item, weakness);
  gathered->added++;
  return ff_improvements_add (db, item, error);
}

gboolean
ff_weaknesses_gather (FfDb *db, FfOwner owner, FfMinute now, const char *const *sources, FfGathered *gathered, GError **error)
{
  g_autoptr (FfEvaluationFigures) figures = NULL;
  g_autoptr (GPtrArray) list = NULL, items = NULL;
  FfGathered done = { 0 };
  gint64 cycle_id;

  g_return_val_if_fail (sources != NULL, FALSE);
  g_return_val_if_fail (owner.kind == FF_OWNER_RUN || owner.kind == FF_OWNER_PROJECT, FALSE);

  figures = owner.kind == FF_OWNER_RUN ? ff_evaluation_figures_read (db, owner.id, now, error)
                                       : ff_evaluation_figures_read_project (db, owner.id, now, error);
  cycle_id = figures != NULL ? ff_improvements_need_cycle (db, owner, error) : 0;
  items = cycle_id != 0 ? ff_improvement_store_list (db, cycle_id, error) : NULL;
  if (items == NULL)
    return FALSE;
  list = ff_weaknesses_list (figures);
  for (guint i = 0; i < list->len; i++)
    {
      const FfWeakness *weakness = g_ptr_array_index (list, i);

      if (g_strv_contains (sources, weakness->source) && !put (db, cycle_id, items, weakness, &done, error))
        return FALSE;
    }
  if (gathered != NULL)
    *gathered = done;
  return TRUE;
}

