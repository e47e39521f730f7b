/* The four levels of a class or a project: read in one transaction by a fixed number of statements; each level has a file of its own. */
#include "config.h"

#include "ff-evaluation-private.h"

#include "ff-exclusion-store.h"
#include "ff-project-figures.h"

void
ff_evaluation_figures_free (FfEvaluationFigures *figures)
{
  if (figures == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (figures->levels); i++)
    g_clear_pointer (&figures->levels[i].exclusions, g_ptr_array_unref);
  g_clear_pointer (&figures->others, g_ptr_array_unref);
  ff_reaction_level_clear (&figures->reaction);
  ff_learning_level_clear (&figures->learning);
  ff_behaviour_level_clear (&figures->behaviour);
  ff_results_level_clear (&figures->results);
  g_clear_pointer (&figures->questionnaires, g_ptr_array_unref);
  ff_class_figures_free (figures->class_figures);
  g_free (figures);
}

const FfLevel *
ff_evaluation_figures_get_level (const FfEvaluationFigures *figures, int level)
{
  g_return_val_if_fail (figures != NULL && level >= 1 && level <= 4, NULL);

  return &figures->levels[level - 1];
}

const FfQuestionnaireFigures *
ff_evaluation_figures_get_reaction (const FfEvaluationFigures *figures)
{
  g_return_val_if_fail (figures != NULL, NULL);

  return figures->reaction.questionnaires->len > 0 ? g_ptr_array_index (figures->reaction.questionnaires, 0) : NULL;
}

GPtrArray *
ff_evaluation_figures_list_others (const FfEvaluationFigures *figures)
{
  GPtrArray *others = g_ptr_array_new ();
  guint first;

  g_return_val_if_fail (figures != NULL, others);

  first = figures->owner.kind == FF_OWNER_RUN ? 1 : 0;
  for (guint i = first; i < figures->reaction.questionnaires->len; i++)
    g_ptr_array_add (others, g_ptr_array_index (figures->reaction.questionnaires, i));
  for (guint i = 0; i < figures->others->len; i++)
    g_ptr_array_add (others, g_ptr_array_index (figures->others, i));
  return others;
}

const FfQuestionnaireFigures *
ff_evaluation_figures_find_other (const FfEvaluationFigures *figures, gint64 questionnaire_id)
{
  g_autoptr (GPtrArray) others = ff_evaluation_figures_list_others (figures);

  for (guint i = 0; i < others->len; i++)
    if (((const FfQuestionnaireFigures *) g_ptr_array_index (others, i))->questionnaire->id == questionnaire_id)
      return g_ptr_array_index (others, i);
  return NULL;
}

const char *
ff_level_state_to_key (FfLevelState state)
{
  static const char *const keys[] = {
    [FF_LEVEL_NONE] = "none",           [FF_LEVEL_NOT_DUE] = "not_due",     [FF_LEVEL_PENDING] = "pending",
    [FF_LEVEL_SUPPRESSED] = "suppressed", [FF_LEVEL_NO_TARGET] = "no_target", [FF_LEVEL_MISSED] = "missed",
    [FF_LEVEL_MET] = "met",
  };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (keys), NULL);
  return keys[state];
}

/* What the levels share --------------------------------------------------------------------------------------------- */

gboolean
ff_evaluation_is_excluded (const FfEvaluationReader *reader, int level, const FfClassTrainee *trainee)
{
  return g_hash_table_contains (reader->excluded[level - 1], &trainee->enrolment_id);
}

guint
ff_evaluation_count_expected (const FfEvaluationReader *reader, int level)
{
  const FfClassFigures *figures = reader->figures->class_figures;
  guint n = 0;

  for (guint i = 0; i < figures->trainees->len; i++)
    n += !ff_evaluation_is_excluded (reader, level, g_ptr_array_index (figures->trainees, i));
  return n;
}

void
ff_evaluation_set_due (const FfEvaluationReader *reader, FfLevel *level, int days)
{
  FfDay ends_on = reader->figures->ends_on;

  level->due_on = ends_on != FF_NO_DAY ? ends_on + days : FF_NO_DAY;
  level->due = level->due_on != FF_NO_DAY && reader->today >= level->due_on;
}

void
ff_evaluation_lack (FfLevel *level, FfLevelMissing missing, guint n)
{
  if (level->missing != FF_MISSING_NOTHING)
    return;
  level->missing = missing;
  level->n_missing = n;
}

void
ff_evaluation_conclude (FfLevel *level, FfMet met)
{
  level->met = level->asked && level->due ? met : FF_MET_UNKNOWN;
  if (!level->asked)
    {
      level->state = FF_LEVEL_NONE;
      level->value = level->target = FF_UNDEFINED;
    }
  else if (!level->due)
    level->state = FF_LEVEL_NOT_DUE;
  else if (level->suppressed)
    level->state = FF_LEVEL_SUPPRESSED;
  else if (level->missing != FF_MISSING_NOTHING)
    level->state = FF_LEVEL_PENDING;
  else
    level->state = met == FF_MET_UNKNOWN ? FF_LEVEL_NO_TARGET : met == FF_MET_YES ? FF_LEVEL_MET : FF_LEVEL_MISSED;
}

/* Reading ------------------------------------------------------------------------------------------------------------ */

static void
reader_clear (FfEvaluationReader *reader)
{
  for (guint i = 0; i < G_N_ELEMENTS (reader->excluded); i++)
    g_clear_pointer (&reader->excluded[i], g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfEvaluationReader, reader_clear)

static FfEvaluationFigures *
figures_new (FfEvaluationReader *reader, FfOwner owner, FfMinute now)
{
  FfEvaluationFigures *figures = g_new0 (FfEvaluationFigures, 1);

  figures->owner = owner;
  figures->now = now;
  figures->journal_number = ff_db_journal_number (reader->db);
  figures->ends_on = FF_NO_DAY;
  figures->learning.component = -1;
  figures->reaction.questionnaires = g_ptr_array_new ();
  figures->behaviour.observations = g_ptr_array_new ();
  figures->others = g_ptr_array_new ();
  figures->results.metrics = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (figures->levels); i++)
    {
      FfLevel *level = &figures->levels[i];

      level->level = (int) i + 1;
      level->exclusions = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_exclusion_free);
      level->due_on = FF_NO_DAY;
      level->value = level->target = FF_UNDEFINED;
      reader->excluded[i] = g_hash_table_new (g_int64_hash, g_int64_equal);
    }
  reader->figures = figures;
  reader->today = ff_time_day (now);
  return figures;
}

/* Who is withdrawn is neither expected nor taken out. */
static gboolean
read_exclusions (FfEvaluationReader *reader, GError **error)
{
  g_autoptr (GPtrArray) exclusions = ff_exclusion_store_list (reader->db, reader->figures->owner.id, 0, error);

  while (exclusions != NULL && exclusions->len > 0)
    {
      FfExclusion *exclusion = g_ptr_array_steal_index (exclusions, 0);

      g_ptr_array_add (reader->figures->levels[exclusion->level - 1].exclusions, exclusion);
      g_hash_table_add (reader->excluded[exclusion->level - 1], &exclusion->enrolment_id);
    }
  return exclusions != NULL;
}

static gboolean
read_class (FfEvaluationReader *reader, GError **error)
{
  FfEvaluationFigures *figures = reader->figures;
  g_autoptr (FfBudgetFigures) budget = ff_budget_figures_read_run (reader->db, figures->owner.id, error);

  if (budget == NULL)
    return FALSE;
  figures->class_figures = ff_class_figures_read (reader->db, figures->owner.id, figures->now, error);
  if (figures->class_figures == NULL)
    return FALSE;
  figures->ends_on = figures->class_figures->run->ends_on;
  return ff_evaluation_store_read (reader->db, figures->owner, &reader->aims, error) && read_exclusions (reader, error)
         && ff_evaluation_read_questionnaires (reader, error) && ff_evaluation_read_reaction (reader, error)
         && ff_evaluation_read_learning (reader, error)
         && ff_evaluation_read_behaviour (reader, error) && ff_evaluation_read_results (reader, budget, error);
}

/* The day on which its last class ends that takes place. */
static FfDay
last_end (const FfProjectFigures *project)
{
  FfDay last = FF_NO_DAY;

  for (guint i = 0; i < project->classes->len; i++)
    {
      const FfRun *run = ((const FfProjectClass *) g_ptr_array_index (project->classes, i))->run;

      if (!run->cancelled)
        last = MAX (last, run->ends_on);
    }
  return last;
}

/* The first three levels are those of its classes. */
static void
leave_out_classes (FfEvaluationFigures *figures)
{
  FfLearningLevel *learning = &figures->learning;
  FfBehaviourLevel *behaviour = &figures->behaviour;

  figures->reaction.interviews = g_ptr_array_new ();
  learning->mean = learning->sd = learning->pass_mark = learning->pass_percent = learning->target_percent = FF_UNDEFINED;
  learning->gains = g_ptr_array_new ();
  learning->tests = g_ptr_array_new ();
  behaviour->submitted_target = behaviour->applied_target = FF_UNDEFINED;
  behaviour->waves = g_ptr_array_new ();
}

static gboolean
read_project (FfEvaluationReader *reader, GError **error)
{
  FfEvaluationFigures *figures = reader->figures;
  g_autoptr (FfProjectFigures) project = ff_project_figures_read (reader->db, figures->owner.id, figures->now, error);

  if (project == NULL)
    return FALSE;
  figures->ends_on = last_end (project);
  leave_out_classes (figures);
  return ff_evaluation_store_read (reader->db, figures->owner, &reader->aims, error)
         && ff_evaluation_read_questionnaires (reader, error) && ff_evaluation_read_results (reader, project->budget, error);
}

static FfEvaluationFigures *
read_of (FfDb *db, FfOwner owner, FfMinute now, gboolean without_answers, GError **error)
{
  g_auto (FfEvaluationReader) reader = { .db = db, .without_answers = without_answers };
  g_autoptr (FfEvaluationFigures) figures = NULL;
  gboolean ok;

  if (!ff_db_begin_read (db, error))
    return NULL;
  figures = figures_new (&reader, owner, now);
  ok = owner.kind == FF_OWNER_RUN ? read_class (&reader, error) : read_project (&reader, error);
  ff_db_end_read (db);
  return ok ? g_steal_pointer (&figures) : NULL;
}

FfEvaluationFigures *
ff_evaluation_figures_read (FfDb *db, gint64 run_id, FfMinute now, GError **error)
{
  return read_of (db, ff_owner_run (run_id), now, FALSE, error);
}

FfEvaluationFigures *
ff_evaluation_figures_read_project (FfDb *db, gint64 project_id, FfMinute now, GError **error)
{
  return read_of (db, ff_owner_project (project_id), now, FALSE, error);
}

FfEvaluationFigures *
ff_evaluation_read_without_answers (FfDb *db, gint64 run_id, FfMinute now, GError **error)
{
  return read_of (db, ff_owner_run (run_id), now, TRUE, error);
}
