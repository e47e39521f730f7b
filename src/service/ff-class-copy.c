#include "config.h"

#include "ff-class-copy.h"

#include <glib/gi18n-lib.h>

#include "ff-agenda.h"
#include "ff-assignments.h"
#include "ff-class-plan.h"
#include "ff-evaluations.h"
#include "ff-courses.h"
#include "ff-days.h"
#include "ff-findings.h"
#include "ff-goals.h"
#include "ff-number.h"
#include "ff-people.h"
#include "ff-session-equipment-store.h"
#include "ff-take.h"
#include "ff-tasks.h"
#include "ff-timetable.h"

/* What is copied, and where its days go. */
typedef struct
{
  const FfClassCopy *copy;
  FfRun *run;
  GPtrArray *sessions;   /* FfSession, without cancelled ones */
  GPtrArray *enrolments; /* FfEnrolment: those enrolled, if wanted */
  GArray *days;          /* FfDay: the class's first and last, and those of its sessions, each once, in order */
  GArray *moved;         /* FfDay */
  gint64 new_run_id;
  char *new_code;
  GHashTable *teams;     /* gint64 of the old one → gint64 of the new one */
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->run, ff_run_free);
  g_clear_pointer (&work->sessions, g_ptr_array_unref);
  g_clear_pointer (&work->enrolments, g_ptr_array_unref);
  g_clear_pointer (&work->days, g_array_unref);
  g_clear_pointer (&work->moved, g_array_unref);
  g_clear_pointer (&work->teams, g_hash_table_unref);
  g_free (work->new_code);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Days ------------------------------------------------------------------------------------------------------------------- */

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const FfDay *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static void
add_day (GArray *days, FfDay day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, FfDay, i) == day)
      return;
  g_array_append_val (days, day);
}

static gboolean
move_days (FfDb *db, Work *work, GError **error)
{
  g_autoptr (FfWorkCalendar) calendar = NULL;

  if (!work->copy->any_day)
    {
      calendar = ff_days_read_calendar (db, FF_NO_DAY, FF_NO_DAY, error);
      if (calendar == NULL)
        return FALSE;
    }
  work->days = g_array_new (FALSE, FALSE, sizeof (FfDay));
  add_day (work->days, work->run->starts_on);
  add_day (work->days, work->run->ends_on);
  for (guint i = 0; i < work->sessions->len; i++)
    add_day (work->days, ff_time_day (((FfSession *) g_ptr_array_index (work->sessions, i))->starts_at));
  g_array_sort (work->days, compare_days);
  work->moved = g_array_sized_new (FALSE, TRUE, sizeof (FfDay), work->days->len);
  g_array_set_size (work->moved, work->days->len);
  if (ff_timetable_shift_days ((const FfDay *) (gpointer) work->days->data, work->days->len, work->copy->starts_on, calendar,
                               (FfDay *) (gpointer) work->moved->data))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "starts_on", _ ("There is no working day to move to; check the days off."));
  return FALSE;
}

static FfMinute
move_time (const Work *work, FfMinute time)
{
  for (guint i = 0; i < work->days->len; i++)
    if (g_array_index (work->days, FfDay, i) == ff_time_day (time))
      return time + (g_array_index (work->moved, FfDay, i) - g_array_index (work->days, FfDay, i)) * FF_MINUTES_PER_DAY;
  g_return_val_if_reached (time);
}

static gboolean
work_out (FfDb *db, const FfClassCopy *copy, Work *work, GError **error)
{
  work->copy = copy;
  work->run = ff_runs_read (db, copy->run_id, error);
  work->sessions = work->run != NULL ? ff_sessions_of_run (db, copy->run_id, error) : NULL;
  if (work->sessions == NULL)
    return FALSE;
  for (guint i = work->sessions->len; i-- > 0;)
    if (((FfSession *) g_ptr_array_index (work->sessions, i))->cancelled)
      g_ptr_array_remove_index (work->sessions, i);
  work->enrolments = ff_enrolment_store_of_run (db, copy->run_id, TRUE, error);
  return work->enrolments != NULL && move_days (db, work, error);
}

/* As bookings --------------------------------------------------------------------------------------------------------------- */

static gboolean
is_for (GArray *audience, const FfEnrolment *enrolment)
{
  for (guint i = 0; i < audience->len; i++)
    {
      const FfAudience *row = &g_array_index (audience, FfAudience, i);

      if ((row->layer_id != 0 && row->layer_id == enrolment->layer_id) || (row->team_id != 0 && row->team_id == enrolment->team_id)
          || (row->trainee_id != 0 && row->trainee_id == enrolment->trainee_id))
        return TRUE;
    }
  return audience->len == 0;
}

static FfSessionPlan *
plan_session (FfDb *db, const Work *work, const FfSession *session, GError **error)
{
  FfSessionPlan *plan = ff_session_plan_read (db, session->id, error);

  if (plan == NULL)
    return NULL;
  plan->session_id = 0;
  plan->run_id = 0;
  plan->course_id = work->run->course_id;
  plan->provisional = work->copy->provisional;
  plan->starts_at = move_time (work, session->starts_at);
  plan->ends_at = plan->starts_at + session->ends_at - session->starts_at;
  g_clear_pointer (&plan->joint, g_free);
  g_clear_pointer (&plan->trainees, g_array_unref);
  plan->trainees = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; work->copy->people && i < work->enrolments->len; i++)
    {
      const FfEnrolment *enrolment = g_ptr_array_index (work->enrolments, i);

      if (is_for (plan->audience, enrolment))
        g_array_append_val (plan->trainees, enrolment->trainee_id);
    }
  return plan;
}

GPtrArray *
ff_class_copy_plan (FfDb *db, const FfClassCopy *copy, GError **error)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_session_plan_free);
  g_auto (Work) work = { NULL };

  g_return_val_if_fail (copy != NULL, NULL);

  if (!work_out (db, copy, &work, error))
    return NULL;
  for (guint i = 0; i < work.sessions->len; i++)
    {
      FfSessionPlan *plan = plan_session (db, &work, g_ptr_array_index (work.sessions, i), error);

      if (plan == NULL)
        return NULL;
      g_ptr_array_add (plans, plan);
    }
  return g_steal_pointer (&plans);
}

/* Writing -------------------------------------------------------------------------------------------------------------------- */

static char *
number_text (gint64 hundredths)
{
  return hundredths >= 0 ? ff_hundredths_format (hundredths) : NULL;
}

static gboolean
copy_run (FfDb *db, Work *work, GError **error)
{
  const FfRun *run = work->run;
  const FfClassCopy *copy = work->copy;
  g_autofree char *starts_on = ff_day_format (g_array_index (work->moved, FfDay, 0));
  g_autofree char *ends_on = ff_day_format (g_array_index (work->moved, FfDay, work->moved->len - 1));
  g_autofree char *capacity = run->capacity >= 0 ? g_strdup_printf ("%d", run->capacity) : NULL;
  g_autofree char *hours = number_text (run->hours);
  g_autofree char *budget = number_text (run->budget);
  FfRunDraft draft = {
    .course = run->course_code,
    .title = copy->title != NULL && *copy->title != '\0' ? copy->title : run->title,
    .starts_on = starts_on,
    .ends_on = ends_on,
    .capacity = capacity,
    .category = run->category,
    .department = run->department,
    .hours = hours,
    .budget = budget,
    .required = run->required ? "1" : "0",
  };
  gint64 taken;

  work->new_code = copy->code != NULL && *copy->code != '\0' ? ff_put_clean_line (copy->code)
                                                              : ff_class_plan_suggest_code (db, run->course_id, error);
  taken = work->new_code != NULL ? ff_runs_find (db, work->new_code, error) : -1;
  if (taken > 0)
    ff_put_set_error (error, FF_ERROR_EXISTS, "code", _ ("Another class has the code %s already. Give another."), work->new_code);
  draft.code = work->new_code;
  return taken == 0 && ff_runs_put (db, 0, &draft, &work->new_run_id, error) != FF_PUT_REFUSED;
}

/* What the class keeps of its own, which may have become another than its course's. */
static gboolean
copy_rules (FfDb *db, const Work *work, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, 0, work->run->id, error);
  FfAttendanceRule rule;

  return scheme != NULL && ff_schemes_put (db, 0, work->new_run_id, scheme, error) != FF_PUT_REFUSED
         && ff_rules_read (db, 0, work->run->id, &rule, error)
         && ff_rules_put (db, 0, work->new_run_id, &rule, error) != FF_PUT_REFUSED
         && ff_evaluations_copy (db, ff_owner_run (work->run->id), ff_owner_run (work->new_run_id), error)
         && ff_findings_copy (db, ff_owner_run (work->run->id), ff_owner_run (work->new_run_id), error)
         && ff_goals_copy (db, ff_owner_run (work->run->id), ff_owner_run (work->new_run_id), error);
}

static gboolean
copy_teams (FfDb *db, Work *work, GError **error)
{
  g_autoptr (GPtrArray) teams = ff_team_store_of_run (db, work->run->id, error);

  if (teams == NULL)
    return FALSE;
  work->teams = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < teams->len; i++)
    {
      FfTeam *team = g_ptr_array_index (teams, i);
      gint64 *old_id = g_memdup2 (&team->id, sizeof team->id);

      team->id = ff_team_store_make (db, work->new_run_id, team->name, error);
      g_hash_table_insert (work->teams, old_id, g_memdup2 (&team->id, sizeof team->id));
      if (team->id < 0 || (team->topic != NULL && !ff_team_store_update (db, team, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_people (FfDb *db, const Work *work, GError **error)
{
  for (guint i = 0; work->copy->people && i < work->enrolments->len; i++)
    {
      const FfEnrolment *enrolment = g_ptr_array_index (work->enrolments, i);
      FfEnrolmentDraft draft = {
        .run = work->new_code,
        .employee_no = enrolment->employee_no,
        .team = enrolment->team,
        .leader = enrolment->leader ? "1" : "0",
      };
      gint64 trainee_id = ff_people_find_trainee (db, enrolment->employee_no, error);

      if (trainee_id < 0)
        return FALSE;
      /* Who was deleted meanwhile stays behind. */
      if (trainee_id > 0 && ff_enrolments_put (db, &draft, NULL, NULL, error) == FF_PUT_REFUSED)
        return FALSE;
    }
  return TRUE;
}

/* Without its people, nobody can be named in a session. */
static void
map_audience (const Work *work, GArray *audience)
{
  for (guint i = audience->len; i-- > 0;)
    {
      FfAudience *row = &g_array_index (audience, FfAudience, i);
      const gint64 *team_id = row->team_id != 0 ? g_hash_table_lookup (work->teams, &row->team_id) : NULL;

      if (team_id != NULL)
        row->team_id = *team_id;
      if (row->trainee_id != 0 && !work->copy->people)
        g_array_remove_index (audience, i);
    }
}

static gboolean
copy_agenda (FfDb *db, gint64 from, gint64 to, gint64 minutes, GError **error)
{
  g_autoptr (GPtrArray) slots = ff_agenda_of_session (db, from, error);

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      FfAgendaSlot *slot = g_ptr_array_index (slots, i);

      slot->session_id = to;
      slot->starts_at += minutes;
      slot->ends_at += minutes;
      if (!ff_agenda_store_insert (db, slot, (int) i, error))
        return FALSE;
    }
  return slots != NULL;
}

static gboolean
copy_equipment (FfDb *db, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GPtrArray) needs = ff_session_equipment_store_list (db, from, error);
  gboolean changed = FALSE;

  return needs != NULL && ff_session_equipment_store_set (db, to, needs, &changed, error);
}

static gboolean
copy_session (FfDb *db, const Work *work, FfSession *session, GError **error)
{
  g_autoptr (GArray) trainers = ff_session_store_read_trainers (db, session->id, error);
  g_autoptr (GArray) audience = trainers != NULL ? ff_session_store_read_audience (db, session->id, error) : NULL;
  FfMinute minutes = move_time (work, session->starts_at) - session->starts_at;
  gint64 old_id = session->id;
  gboolean changed = FALSE;

  if (audience == NULL)
    return FALSE;
  map_audience (work, audience);
  session->run_id = work->new_run_id;
  session->starts_at += minutes;
  session->ends_at += minutes;
  session->closed = FALSE;
  session->provisional = work->copy->provisional;
  g_clear_pointer (&session->joint, g_free);
  g_clear_pointer (&session->reason, g_free);
  return ff_session_store_insert (db, session, error)
         && ff_session_store_set_trainers (db, session->id, (const gint64 *) (gpointer) trainers->data, trainers->len, &changed, error)
         && ff_session_store_set_audience (db, session->id, (const FfAudience *) (gpointer) audience->data, audience->len, &changed, error)
         && copy_equipment (db, old_id, session->id, error) && copy_agenda (db, old_id, session->id, minutes, error);
}

static gboolean
copy_sessions (FfDb *db, const Work *work, GError **error)
{
  for (guint i = 0; i < work->sessions->len; i++)
    if (!copy_session (db, work, g_ptr_array_index (work->sessions, i), error))
      return FALSE;
  return TRUE;
}

/* A class that never had a checklist gets the usual one. */
static gboolean
copy_tasks (FfDb *db, const Work *work, GError **error)
{
  g_autoptr (GPtrArray) tasks = ff_tasks_list (db, ff_owner_run (work->run->id), error);

  if (tasks == NULL)
    return FALSE;
  return tasks->len > 0 ? ff_tasks_copy (db, work->run->id, work->new_run_id, error) : ff_tasks_make_checklist (db, work->new_run_id, error);
}

gboolean
ff_class_copy_do (FfDb *db, const FfClassCopy *copy, gint64 *run_id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Copy a class"), error);
  g_auto (Work) work = { NULL };

  g_return_val_if_fail (copy != NULL && run_id != NULL, FALSE);

  if (batch == NULL || !work_out (db, copy, &work, error) || !copy_run (db, &work, error) || !copy_rules (db, &work, error)
      || !copy_teams (db, &work, error) || !copy_people (db, &work, error) || !copy_sessions (db, &work, error)
      || !copy_tasks (db, &work, error)
      || !ff_assignments_copy (db, work.run->id, work.new_run_id, (g_array_index (work.moved, FfDay, 0) - work.run->starts_on) * FF_MINUTES_PER_DAY, error))
    return FALSE;
  *run_id = work.new_run_id;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}
