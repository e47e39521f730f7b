/* What is due, and who needs attention. */
#include "config.h"

#include "ff-today-private.h"

#include "ff-attendance-store.h"
#include "ff-improvement-actions.h"
#include "ff-mark-dues.h"
#include "ff-number.h"
#include "ff-tasks.h"

#include <glib/gi18n-lib.h>

/* How far back a register is asked for, how far back a class's marks are, and how far ahead things are announced. */
#define REGISTER_DAYS 30
#define CLASS_DAYS 90
/* Clashes of the coming weeks: later ones are for the calendar. */
#define CLASH_DAYS 28
#define SOON_DAYS 7

static FfDue *
add_due (FfToday *today, FfDueKind kind, gint64 run_id, const char *run_code, FfDay due_on)
{
  FfDue *due = g_new0 (FfDue, 1);

  due->kind = kind;
  due->run_id = run_id;
  due->run_code = g_strdup (run_code);
  due->due_on = due_on;
  g_ptr_array_add (today->dues, due);
  return due;
}

static char *
describe_part (int n, int of)
{
  /* Translators: how many of the trainees of a class something concerns */
  return g_strdup_printf (ngettext ("%d of %d trainee", "%d of %d trainees", of), n, of);
}

/* Sessions -------------------------------------------------------------------------------------------------------- */

static void
add_register (FfToday *today, const FfSession *session, const FfSessionCount *count)
{
  FfDue *due;

  if (count == NULL || count->recorded >= count->expected || session->cancelled || session->closed || session->ends_at > today->now)
    return;
  due = add_due (today, FF_DUE_REGISTER, session->run_id, session->run_code, ff_time_day (session->starts_at));
  due->session_id = session->id;
  /* Translators: a session's key */
  due->title = g_strdup_printf (_ ("Attendance of session %s not complete"), session->key);
  due->detail = describe_part (count->expected - count->recorded, count->expected);
}

gboolean
ff_today_add_registers (FfDb *db, FfToday *today, GError **error)
{
  FfMinute from = today->now - REGISTER_DAYS * FF_MINUTES_PER_DAY;
  g_autoptr (GPtrArray) sessions = ff_session_store_between (db, from, today->now, error);
  g_autoptr (GHashTable) counts = sessions != NULL ? ff_today_read_counts (db, from, today->now, error) : NULL;

  if (counts == NULL)
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (sessions, i);

      add_register (today, session, g_hash_table_lookup (counts, &session->id));
    }
  return TRUE;
}

static void
add_setup (FfToday *today, const FfSession *session)
{
  gboolean no_venue = session->venue_id == 0 && !g_str_equal (session->mode, "online");
  gboolean no_trainer = session->trainers == NULL;
  g_autofree char *start = NULL;
  FfDue *due;

  if (session->cancelled || session->starts_at < today->now || (!no_venue && !no_trainer))
    return;
  due = add_due (today, FF_DUE_SESSION_SETUP, session->run_id, session->run_code, ff_time_day (session->starts_at));
  due->session_id = session->id;
  if (no_venue && no_trainer)
    /* Translators: a session's key */
    due->title = g_strdup_printf (_ ("Session %s without venue and trainer"), session->key);
  else if (no_venue)
    /* Translators: a session's key */
    due->title = g_strdup_printf (_ ("Session %s without venue"), session->key);
  else
    /* Translators: a session's key */
    due->title = g_strdup_printf (_ ("Session %s without trainer"), session->key);
  start = ff_time_format (session->starts_at);
  /* Translators: a date and time */
  due->detail = g_strdup_printf (_ ("starts %s"), start);
}

gboolean
ff_today_add_setups (FfDb *db, FfToday *today, GError **error)
{
  g_autoptr (GPtrArray) sessions
      = ff_session_store_between (db, today->now, today->now + SOON_DAYS * FF_MINUTES_PER_DAY, error);

  if (sessions == NULL)
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    add_setup (today, g_ptr_array_index (sessions, i));
  return TRUE;
}

/* Checklists ------------------------------------------------------------------------------------------------------ */

static gboolean
add_task (FfDb *db, FfToday *today, const FfTask *task, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, task->owner.id, error);
  FfDue *due;

  if (run == NULL)
    return FALSE;
  due = add_due (today, FF_DUE_TASK, run->id, run->code, task->due_on);
  due->level = ff_task_kind_level (task->kind);
  due->title = g_strdup (ff_task_title (task));
  due->detail = g_strdup (task->in_charge != NULL ? task->in_charge : run->title);
  return TRUE;
}

gboolean
ff_today_add_tasks (FfDb *db, FfToday *today, GError **error)
{
  FfDay day = ff_time_day (today->now);
  g_autoptr (GPtrArray) tasks = ff_tasks_list_open (db, day + SOON_DAYS, error);

  if (tasks == NULL)
    return FALSE;
  for (guint i = 0; i < tasks->len; i++)
    {
      const FfTask *task = g_ptr_array_index (tasks, i);

      if (task->owner.kind == FF_OWNER_RUN && task->due_on >= day - CLASS_DAYS && !add_task (db, today, task, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_action (FfDb *db, FfToday *today, const FfAction *action, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, action->owner.id, error);
  FfDue *due;

  if (run == NULL)
    return FALSE;
  due = add_due (today, FF_DUE_ACTION, run->id, run->code, action->due_on);
  due->level = action->level;
  due->title = g_strdup (action->title);
  due->detail = g_strdup (action->in_charge != NULL ? action->in_charge : run->title);
  return TRUE;
}

gboolean
ff_today_add_actions (FfDb *db, FfToday *today, GError **error)
{
  FfDay day = ff_time_day (today->now);
  g_autoptr (GPtrArray) actions = ff_actions_list_open (db, day + SOON_DAYS, error);

  if (actions == NULL)
    return FALSE;
  for (guint i = 0; i < actions->len; i++)
    {
      const FfAction *action = g_ptr_array_index (actions, i);

      if (action->owner.kind == FF_OWNER_RUN && action->due_on >= day - CLASS_DAYS && !add_action (db, today, action, error))
        return FALSE;
    }
  return TRUE;
}

/* Marks ----------------------------------------------------------------------------------------------------------- */

static void
add_marks (FfToday *today, const FfClassFigures *figures)
{
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    {
      const FfComponent *leaf = ff_scheme_get (figures->scheme, i);
      int level = ff_mark_dues_level (figures->scheme, leaf);
      FfDay due_on = ff_mark_dues_day (figures, leaf);
      int missing;
      FfDue *due;

      if (!ff_mark_dues_is_asked (leaf) || due_on > ff_time_day (today->now) + SOON_DAYS)
        continue;
      missing = ff_mark_dues_count (figures, i);
      if (missing == 0)
        continue;
      due = add_due (today, FF_DUE_MARKS, figures->run->id, figures->run->code, due_on);
      due->level = level;
      /* Translators: the title of a component of the assessment scheme */
      due->title = g_strdup_printf (_ ("%s: marks missing"), leaf->title);
      due->detail = describe_part (missing, (int) figures->trainees->len);
    }
}

/* Hand-ins and commitments ----------------------------------------------------------------------------------------- */

static void
add_hand_ins (FfToday *today, const FfClassFigures *figures)
{
  for (guint i = 0; i < figures->assignments->len; i++)
    {
      const FfAssignment *assignment = g_ptr_array_index (figures->assignments, i);
      int missing = 0;
      FfDue *due;

      if (assignment->due_at == FF_NO_TIME || ff_time_day (assignment->due_at) > ff_time_day (today->now))
        continue;
      for (guint t = 0; t < figures->trainees->len; t++)
        {
          const FfClassHandIn *place = &((const FfClassTrainee *) g_ptr_array_index (figures->trainees, t))->hand_ins[i];

          missing += place->expected && place->last == NULL ? 1 : 0;
        }
      if (missing == 0)
        continue;
      due = add_due (today, FF_DUE_HAND_INS, figures->run->id, figures->run->code, ff_time_day (assignment->due_at));
      /* Translators: the title of what a class hands in */
      due->title = g_strdup_printf (_ ("%s: not handed in by everybody"), assignment->title);
      due->detail = describe_part (missing, (int) figures->trainees->len);
    }
}

static void
add_commitments_of_kind (FfToday *today, const FfClassFigures *figures, FfCommitmentKind kind)
{
  FfDay first = FF_NO_DAY;
  int open = 0;
  FfDue *due;

  for (guint i = 0; i < figures->commitments->len; i++)
    {
      const FfCommitment *commitment = g_ptr_array_index (figures->commitments, i);

      if (commitment->kind != kind || commitment->status != FF_COMMITMENT_PLANNED || commitment->due_on == FF_NO_DAY
          || commitment->due_on > ff_time_day (today->now))
        continue;
      first = open == 0 ? commitment->due_on : MIN (first, commitment->due_on);
      open++;
    }
  if (open == 0)
    return;
  due = add_due (today, FF_DUE_COMMITMENTS, figures->run->id, figures->run->code, first);
  due->level = kind == FF_COMMITMENT_MICRO_PLAN ? 3 : 0;
  /* Translators: a kind of commitment: “Micro action plan” */
  due->title = g_strdup_printf (_ ("%s: not handed in"), ff_commitment_kind_title (kind));
  /* Translators: how many commitments are only planned */
  due->detail = g_strdup_printf (ngettext ("%d commitment", "%d commitments", open), open);
}

/* Clashes ----------------------------------------------------------------------------------------------------------- */

gboolean
ff_today_read_clashes (FfDb *db, FfToday *today, GError **error)
{
  today->clashes = ff_clashes_between (db, today->now, today->now + CLASH_DAYS * FF_MINUTES_PER_DAY, error);
  for (guint i = today->clashes != NULL ? today->clashes->len : 0; i > 0; i--)
    if (((const FfClash *) g_ptr_array_index (today->clashes, i - 1))->accepted != NULL)
      g_ptr_array_remove_index (today->clashes, i - 1);
  return today->clashes != NULL;
}

/* Attention ------------------------------------------------------------------------------------------------------- */

static void
add_attention (FfToday *today, const FfClassFigures *figures, const FfClassTrainee *trainee)
{
  const FfAttendanceTally *tally = &trainee->tally;
  gboolean at_limit = tally->absent > 0 && tally->can_miss == 0 && tally->planned > tally->held;
  g_autofree char *limit = NULL;
  FfAttention *attention;

  if (trainee->waived || (!trainee->disqualified && !at_limit))
    return;
  attention = g_new0 (FfAttention, 1);
  attention->run_id = figures->run->id;
  attention->trainee_id = trainee->trainee_id;
  if (trainee->disqualified)
    /* Translators: a trainee */
    attention->title = g_strdup_printf (_ ("%s is disqualified by absence"), trainee->name);
  else
    /* Translators: a trainee */
    attention->title = g_strdup_printf (_ ("%s can miss no more sessions"), trainee->name);
  limit = ff_hundredths_format (figures->rule.max_absence);
  /* Translators: a class's code, how many of how many sessions, a percentage */
  attention->detail = g_strdup_printf (ngettext ("%s: %d of %d session missed, limit %s %%", "%s: %d of %d sessions missed, limit %s %%",
                                                 tally->planned),
                                       figures->run->code, tally->absent, tally->planned, limit);
  g_ptr_array_add (today->attention, attention);
}

static void
add_class (FfToday *today, const FfClassFigures *figures)
{
  if (figures->run->ends_on <= ff_time_day (today->now))
    add_marks (today, figures);
  add_hand_ins (today, figures);
  for (int kind = 0; kind < FF_N_COMMITMENT_KINDS; kind++)
    add_commitments_of_kind (today, figures, kind);
  if (figures->run->status != FF_RUN_RUNNING)
    return;
  for (guint i = 0; i < figures->trainees->len; i++)
    add_attention (today, figures, g_ptr_array_index (figures->trainees, i));
}

gboolean
ff_today_add_classes (FfDb *db, FfToday *today, GError **error)
{
  FfDay day = ff_time_day (today->now);
  g_autoptr (GArray) runs = ff_run_store_between (db, day - CLASS_DAYS, day, error);

  if (runs == NULL)
    return FALSE;
  for (guint i = 0; i < runs->len; i++)
    {
      g_autoptr (FfClassFigures) figures = ff_class_figures_read (db, g_array_index (runs, gint64, i), today->now, error);

      if (figures == NULL)
        return FALSE;
      add_class (today, figures);
    }
  return TRUE;
}
