/* What each class came to, kept in memory. Levels 2 to 4 are read class by class, and again when the journal names one of its rows or a day
   has passed; the answers of level 1 are summed for all classes together. */
#include "config.h"

#include "ff-results-private.h"

#include "ff-evaluation-private.h"
#include "ff-response-store.h"

/* How a questionnaire becomes one mean. */
typedef struct
{
  gint64 question_id;
  guint dimension;
  double weight;
} Rating;

typedef struct
{
  gint64 run_id;
  guint people;          /* enrolled */
  FfLevel levels[4];     /* without their exclusions; level 1 without answers */
  double change_percent;
  gint64 questionnaire_id; /* that decides level 1; 0: none */
  double target;
  guint minimum;         /* of forms that may be shown */
  int invited;
  guint n_dimensions;
  double *weights;       /* of the dimensions */
  GArray *ratings;       /* Rating, dimension by dimension */
} Class;

typedef struct
{
  gint64 returned;
  gint64 valid;
} Forms;

struct _FfResultsCache
{
  FfDay today;
  gint64 journal_number; /* of the classes */
  GHashTable *classes;   /* run id → Class */
  gint64 sums_journal;   /* and of the sums, with the revision of what has no names */
  gint64 sums_revision;
  GHashTable *ratings;   /* question id → FfRatings */
  GHashTable *forms;     /* questionnaire id → Forms */
};

static void
class_free (Class *class)
{
  g_free (class->weights);
  g_array_unref (class->ratings);
  g_free (class);
}

FfResultsCache *
ff_results_cache_new (void)
{
  FfResultsCache *cache = g_new0 (FfResultsCache, 1);

  cache->today = FF_NO_DAY;
  cache->sums_journal = -1;
  cache->classes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) class_free);
  cache->ratings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  cache->forms = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return cache;
}

void
ff_results_cache_free (FfResultsCache *cache)
{
  if (cache == NULL)
    return;
  g_hash_table_unref (cache->classes);
  g_hash_table_unref (cache->ratings);
  g_hash_table_unref (cache->forms);
  g_free (cache);
}

/* Levels 2 to 4 ------------------------------------------------------------------------------------------------------------ */

static void
take_questionnaire (Class *class, const FfQuestionnaireFigures *first)
{
  const FfQuestionnaire *questionnaire = first->questionnaire;

  class->questionnaire_id = questionnaire->id;
  class->target = first->target;
  class->minimum = questionnaire->anonymous ? (guint) questionnaire->min_responses : 0;
  class->invited = first->invited;
  class->n_dimensions = questionnaire->dimensions->len;
  class->weights = g_new (double, class->n_dimensions);
  for (guint i = 0; i < class->n_dimensions; i++)
    {
      const FfDimension *dimension = ff_questionnaire_get_dimension (questionnaire, i);

      class->weights[i] = (double) dimension->weight;
      for (guint j = 0; j < dimension->questions->len; j++)
        {
          const FfQuestion *question = ff_dimension_get_question (dimension, j);
          const Rating rating = { question->id, i, questionnaire->kind == FF_QUESTIONNAIRE_CSI ? (double) question->weight : 1 };

          if (question->kind == FF_QUESTION_RATING)
            g_array_append_val (class->ratings, rating);
        }
    }
}

static Class *
class_new (const FfEvaluationFigures *figures)
{
  const FfQuestionnaireFigures *first = ff_evaluation_figures_get_reaction (figures);
  Class *class = g_new0 (Class, 1);

  class->run_id = figures->owner.id;
  class->people = figures->class_figures->trainees->len;
  class->target = class->change_percent = FF_UNDEFINED;
  class->ratings = g_array_new (FALSE, FALSE, sizeof (Rating));
  for (guint i = 0; i < G_N_ELEMENTS (class->levels); i++)
    {
      class->levels[i] = figures->levels[i];
      class->levels[i].exclusions = NULL;
    }
  for (guint i = 0; i < figures->results.metrics->len && isnan (class->change_percent); i++)
    class->change_percent = ((const FfMetricFigures *) g_ptr_array_index (figures->results.metrics, i))->change_percent;
  if (first != NULL)
    take_questionnaire (class, first);
  return class;
}

/* Forgets what may be out of date. */
static gboolean
forget (FfResultsCache *cache, FfDb *db, FfDay today, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GArray) changed = NULL;

  if (cache->today == today && cache->journal_number == ff_db_journal_number (db))
    return TRUE;
  changed = cache->today == today ? ff_results_store_list_changed (db, cache->journal_number, &local_error) : NULL;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (changed == NULL)
    g_hash_table_remove_all (cache->classes);
  for (guint i = 0; changed != NULL && i < changed->len; i++)
    g_hash_table_remove (cache->classes, &g_array_index (changed, gint64, i));
  cache->today = today;
  cache->journal_number = ff_db_journal_number (db);
  return TRUE;
}

static gboolean
read_class (FfResultsCache *cache, FfDb *db, gint64 run_id, FfMinute now, GError **error)
{
  g_autoptr (FfEvaluationFigures) figures = NULL;
  Class *class;

  if (g_hash_table_contains (cache->classes, &run_id))
    return TRUE;
  figures = ff_evaluation_read_without_answers (db, run_id, now, error);
  if (figures == NULL)
    return FALSE;
  class = class_new (figures);
  g_hash_table_insert (cache->classes, &class->run_id, class);
  return TRUE;
}

/* Level 1 -------------------------------------------------------------------------------------------------------------------- */

/* The value of an id, made when it is the first. */
static gpointer
find_or_add (GHashTable *table, gint64 id, gsize size)
{
  gpointer value = g_hash_table_lookup (table, &id);

  if (value == NULL)
    {
      value = g_malloc0 (size);
      g_hash_table_insert (table, g_memdup2 (&id, sizeof id), value);
    }
  return value;
}

static void
on_sum (gint64 question_id, gint64 n, gint64 sum, gpointer user_data)
{
  FfResultsCache *cache = user_data;
  FfRatings *ratings = find_or_add (cache->ratings, question_id, sizeof *ratings);

  ratings->n = (gsize) ((gint64) ratings->n + n);
  ratings->sum += (double) sum;
}

static void
on_form_sum (gint64 questionnaire_id, gint64 returned, gint64 valid, gpointer user_data)
{
  FfResultsCache *cache = user_data;
  Forms *forms = find_or_add (cache->forms, questionnaire_id, sizeof *forms);

  forms->returned += returned;
  forms->valid += valid;
}

static gboolean
sum_answers (FfResultsCache *cache, FfDb *db, GError **error)
{
  gint64 revision = ff_response_store_get_revisions (db, error), journal = ff_db_journal_number (db);

  if (revision < 0)
    return FALSE;
  if (cache->sums_journal == journal && cache->sums_revision == revision)
    return TRUE;
  g_hash_table_remove_all (cache->ratings);
  g_hash_table_remove_all (cache->forms);
  cache->sums_journal = -1;
  if (!ff_results_store_foreach_sum (db, on_sum, cache, error) || !ff_results_store_foreach_form_sum (db, on_form_sum, cache, error))
    return FALSE;
  cache->sums_journal = journal;
  cache->sums_revision = revision;
  return TRUE;
}

static double
dimension_mean (const FfResultsCache *cache, const Class *class, guint dimension)
{
  g_autofree double *means = g_new (double, class->ratings->len), *weights = g_new (double, class->ratings->len);
  guint n = 0;

  for (guint i = 0; i < class->ratings->len; i++)
    {
      const Rating *rating = &g_array_index (class->ratings, Rating, i);
      const FfRatings *ratings = g_hash_table_lookup (cache->ratings, &rating->question_id);

      if (rating->dimension != dimension || ratings == NULL)
        continue;
      means[n] = ff_ratings_mean (ratings);
      weights[n++] = rating->weight;
    }
  return ff_sample_weighted_mean (means, weights, n);
}

static double
overall_mean (const FfResultsCache *cache, const Class *class)
{
  g_autofree double *means = g_new (double, class->n_dimensions);

  for (guint i = 0; i < class->n_dimensions; i++)
    means[i] = dimension_mean (cache, class, i);
  return ff_reaction_overall_mean (means, class->weights, class->n_dimensions);
}

static void
conclude_reaction (const FfResultsCache *cache, const Class *class, FfLevel *level)
{
  const Forms *forms = g_hash_table_lookup (cache->forms, &class->questionnaire_id);
  FfQuestionnaireFigures first = { .target = class->target, .invited = class->invited };

  if (class->questionnaire_id == 0 || forms == NULL)
    return;
  first.returned = (guint) forms->returned;
  first.valid = (guint) forms->valid;
  first.suppressed = first.valid < class->minimum;
  first.mean = first.suppressed ? FF_UNDEFINED : overall_mean (cache, class);
  first.met = ff_target_met (first.mean, first.target, FF_DIRECTION_UP);
  level->missing = FF_MISSING_NOTHING;
  level->n_missing = 0;
  ff_evaluation_conclude_reaction (level, &first);
}

/* Together ------------------------------------------------------------------------------------------------------------------- */

gboolean
ff_results_cache_update (FfResultsCache *cache, FfDb *db, const GPtrArray *runs, FfMinute now, GError **error)
{
  if (!forget (cache, db, ff_time_day (now), error) || !sum_answers (cache, db, error))
    return FALSE;
  for (guint i = 0; i < runs->len; i++)
    if (!read_class (cache, db, ((const FfResultsRun *) g_ptr_array_index (runs, i))->id, now, error))
      return FALSE;
  return TRUE;
}

/* Shares of few people are kept back; what is due, and what is missing, says nothing of anybody. */
FfResultsCell
ff_results_cell (const FfLevel *level, double change_percent)
{
  FfResultsCell cell = {
    level->state, level->due_on, level->met, level->value, level->target, change_percent, level->people, level->missing, level->n_missing,
  };

  if (level->level == 4 || level->people >= FF_RESULTS_MINIMUM)
    return cell;
  cell.value = FF_UNDEFINED;
  cell.met = FF_MET_UNKNOWN;
  if (cell.state == FF_LEVEL_MET || cell.state == FF_LEVEL_MISSED || cell.state == FF_LEVEL_NO_TARGET)
    cell.state = FF_LEVEL_SUPPRESSED;
  return cell;
}

void
ff_results_cache_fill (FfResultsCache *cache, FfResultsRow *row)
{
  const Class *class = g_hash_table_lookup (cache->classes, &row->run_id);
  FfLevel reaction;

  g_return_if_fail (class != NULL);

  reaction = class->levels[0];
  conclude_reaction (cache, class, &reaction);
  row->people = class->people;
  row->levels[0] = ff_results_cell (&reaction, FF_UNDEFINED);
  for (guint i = 1; i < G_N_ELEMENTS (class->levels); i++)
    row->levels[i] = ff_results_cell (&class->levels[i], i == 3 ? class->change_percent : FF_UNDEFINED);
}
