/* Level 3, what people do at work: how far they came with their micro plans at each look, the other commitments, and the seven-day log. */
#include "config.h"

#include "ff-evaluation-private.h"

#include "ff-commitments.h"
#include "ff-number.h"
#include "ff-wave-store.h"

/* In the order in which people meet them. */
static const FfCommitmentKind funnel_kinds[FF_N_FUNNELS] = {
  FF_COMMITMENT_CARD,
  FF_COMMITMENT_SEVEN_DAY,
  FF_COMMITMENT_MICRO_PLAN,
  FF_COMMITMENT_PROJECT,
};

static void
wave_free (FfWaveFigures *wave)
{
  g_free (wave->title);
  g_free (wave);
}

void
ff_behaviour_level_clear (FfBehaviourLevel *level)
{
  g_clear_pointer (&level->waves, g_ptr_array_unref);
  g_clear_pointer (&level->observations, g_ptr_array_unref);
}

/* How far a commitment had come before @until (FF_NO_DAY: now). A step whose day nobody noted was in time. */
static FfCommitmentStatus
status_before (const FfCommitment *commitment, FfDay until)
{
  const FfDay days[] = {
    [FF_COMMITMENT_PLANNED] = FF_NO_DAY,
    [FF_COMMITMENT_SUBMITTED] = commitment->submitted_on,
    [FF_COMMITMENT_APPLIED] = commitment->applied_on,
    [FF_COMMITMENT_VERIFIED] = commitment->verified_on,
  };
  int status = commitment->status;

  while (until != FF_NO_DAY && days[status] != FF_NO_DAY && days[status] >= until)
    status--;
  return (FfCommitmentStatus) status;
}

/* The best state per person: enrolment id → status + 1. */
static GHashTable *
gather_people (const FfEvaluationReader *reader, FfCommitmentKind kind, FfDay until, FfFunnel *funnel)
{
  const FfClassFigures *figures = reader->figures->class_figures;
  GHashTable *best = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < figures->commitments->len; i++)
    {
      const FfCommitment *commitment = g_ptr_array_index (figures->commitments, i);
      int status = status_before (commitment, until) + 1;

      if (!ff_commitment_counts_as (commitment->kind, kind) || g_hash_table_contains (reader->excluded[2], &commitment->enrolment_id))
        continue;
      funnel->commitments++;
      funnel->overdue += ff_commitment_is_overdue (commitment->status, commitment->due_on, reader->today);
      status = MAX (status, GPOINTER_TO_INT (g_hash_table_lookup (best, &commitment->enrolment_id)));
      g_hash_table_insert (best, (gpointer) &commitment->enrolment_id, GINT_TO_POINTER (status));
    }
  return best;
}

static FfFunnel
compute_funnel (const FfEvaluationReader *reader, FfCommitmentKind kind, FfDay until)
{
  FfFunnel funnel = { .kind = kind };
  g_autoptr (GHashTable) best = gather_people (reader, kind, until, &funnel);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, best);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      int status = GPOINTER_TO_INT (value) - 1;

      funnel.people++;
      funnel.submitted += status >= FF_COMMITMENT_SUBMITTED;
      funnel.applied += status >= FF_COMMITMENT_APPLIED;
      funnel.verified += status >= FF_COMMITMENT_VERIFIED;
    }
  return funnel;
}

/* Waves ------------------------------------------------------------------------------------------------------------ */

static FfDay
day_after (const FfEvaluationReader *reader, int days)
{
  return reader->figures->ends_on != FF_NO_DAY ? reader->figures->ends_on + days : FF_NO_DAY;
}

static FfWaveFigures *
wave_new (const FfEvaluationReader *reader, int number, int days, const char *title)
{
  FfWaveFigures *wave = g_new0 (FfWaveFigures, 1);

  wave->number = number;
  wave->days = days;
  wave->title = g_strdup (title);
  wave->due_on = day_after (reader, days);
  wave->due = wave->due_on != FF_NO_DAY && reader->today >= wave->due_on;
  return wave;
}

/* @until: when the next one is due; FF_NO_DAY for the last, and while that is still to come. */
static void
compute_wave (const FfEvaluationReader *reader, FfWaveFigures *wave, FfDay until)
{
  const FfBehaviourLevel *behaviour = &reader->figures->behaviour;
  FfFunnel funnel = compute_funnel (reader, FF_COMMITMENT_MICRO_PLAN, until);

  wave->submitted = funnel.submitted;
  wave->applied = funnel.applied;
  wave->verified = funnel.verified;
  wave->submitted_percent = ff_percent (wave->submitted, behaviour->expected);
  wave->applied_percent = ff_percent (wave->applied, behaviour->expected);
  wave->verified_percent = ff_percent (wave->verified, behaviour->expected);
  if (!wave->due)
    return;
  wave->submitted_met = ff_target_met (wave->submitted_percent, behaviour->submitted_target, FF_DIRECTION_UP);
  wave->applied_met = ff_target_met (wave->applied_percent, behaviour->applied_target, FF_DIRECTION_UP);
  wave->met = ff_met_both (wave->submitted_met, wave->applied_met);
}

static gboolean
read_waves (FfEvaluationReader *reader, GError **error)
{
  g_autoptr (GPtrArray) stored = ff_wave_store_list (reader->db, reader->figures->owner.id, error);
  GPtrArray *waves = g_ptr_array_new_with_free_func ((GDestroyNotify) wave_free);

  reader->figures->behaviour.waves = waves;
  if (stored == NULL)
    return FALSE;
  g_ptr_array_add (waves, wave_new (reader, 1, reader->aims.behaviour_days, NULL));
  for (guint i = 0; i < stored->len; i++)
    {
      const FfWave *wave = g_ptr_array_index (stored, i);

      g_ptr_array_add (waves, wave_new (reader, wave->number, wave->days, wave->title));
    }
  for (guint i = 0; i < waves->len; i++)
    {
      const FfWaveFigures *next = i + 1 < waves->len ? g_ptr_array_index (waves, i + 1) : NULL;

      compute_wave (reader, g_ptr_array_index (waves, i), next != NULL && next->due ? next->due_on : FF_NO_DAY);
    }
  return TRUE;
}

/* The log ------------------------------------------------------------------------------------------------------------ */

static void
compute_log (const FfEvaluationReader *reader, FfLogFigures *log)
{
  const FfClassFigures *figures = reader->figures->class_figures;
  guint n[FF_LOG_DAYS] = { 0 };

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);
      FfLogSum sum;

      if (trainee->log == NULL || ff_evaluation_is_excluded (reader, 3, trainee))
        continue;
      sum = ff_log_sum (trainee->log->cases, FF_LOG_DAYS, ff_commitment_target (trainee->log));
      log->people++;
      log->started += sum.logged > 0;
      log->days_logged += (guint) sum.logged;
      log->days_reached += (guint) sum.reached;
      log->cases += sum.cases;
      for (int d = 0; d < FF_LOG_DAYS; d++)
        if (trainee->log->cases[d] != FF_LOG_NONE)
          {
            log->mean_per_day[d] += trainee->log->cases[d];
            n[d]++;
          }
    }
  for (int d = 0; d < FF_LOG_DAYS; d++)
    log->mean_per_day[d] = n[d] > 0 ? log->mean_per_day[d] / n[d] : FF_UNDEFINED;
}

/* The level ------------------------------------------------------------------------------------------------------------ */

gboolean
ff_evaluation_read_behaviour (FfEvaluationReader *reader, GError **error)
{
  FfBehaviourLevel *behaviour = &reader->figures->behaviour;
  FfLevel *level = &reader->figures->levels[2];
  const FfWaveFigures *first;
  gboolean planned;

  behaviour->expected = ff_evaluation_count_expected (reader, 3);
  behaviour->submitted_target = ff_hundredths_to_double (reader->aims.submitted_target);
  behaviour->applied_target = ff_hundredths_to_double (reader->aims.applied_target);
  if (!read_waves (reader, error))
    return FALSE;
  for (guint i = 0; i < FF_N_FUNNELS; i++)
    behaviour->funnels[i] = compute_funnel (reader, funnel_kinds[i], FF_NO_DAY);
  compute_log (reader, &behaviour->log);

  first = g_ptr_array_index (behaviour->waves, 0);
  planned = behaviour->funnels[2].commitments > 0;
  ff_evaluation_set_due (reader, level, first->days);
  level->asked = reader->aims.id != 0 || planned || behaviour->observations->len > 0;
  level->value = first->applied_percent;
  level->target = behaviour->applied_target;
  level->people = behaviour->expected;
  if (behaviour->expected == 0)
    ff_evaluation_lack (level, FF_MISSING_PEOPLE, 0);
  else if (!planned)
    ff_evaluation_lack (level, FF_MISSING_PLANS, behaviour->expected);
  ff_evaluation_conclude (level, first->met);
  return TRUE;
}
