#include "config.h"

#include "ff-class-changes.h"

#include <glib/gi18n-lib.h>

#include "ff-agenda.h"
#include "ff-days.h"
#include "ff-places.h"
#include "ff-sessions-private.h"
#include "ff-take.h"
#include "ff-timetable.h"

/* One session as it will be. */
typedef struct
{
  FfSession *session;
  FfMinute stored_start;
  GArray *trainers; /* gint64; NULL: left alone */
} Changed;

static void
changed_free (gpointer data)
{
  Changed *changed = data;

  ff_session_free (changed->session);
  g_clear_pointer (&changed->trainers, g_array_unref);
  g_free (changed);
}

/* The whole change, worked out. */
typedef struct
{
  const FfClassChange *change;
  FfRun *run;
  GPtrArray *sessions; /* FfSession of the class, in order; those that change are taken out */
  GPtrArray *changed;  /* Changed */
  gint64 new_trainer;  /* 0: not known yet */
  gint64 old_trainer;  /* 0: whoever it is */
  FfDay starts_on;     /* of the class */
  FfDay ends_on;
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->run, ff_run_free);
  g_clear_pointer (&work->sessions, g_ptr_array_unref);
  g_clear_pointer (&work->changed, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

static gboolean
say_nothing (const char *sentence, GError **error)
{
  g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, sentence);
  return FALSE;
}

/* Which sessions ------------------------------------------------------------------------------------------------------ */

/* One that was named, or those from it on, or those that have not begun. */
static gboolean
is_meant (const Work *work, const FfSession *session, FfMinute from, FfMinute now)
{
  const FfClassChange *change = work->change;

  if (session->cancelled)
    return FALSE;
  switch (change->kind)
    {
    case FF_CHANGE_POSTPONE:
    case FF_CHANGE_CANCEL:
      return session->id == change->session_id;
    case FF_CHANGE_CONFIRM:
      return session->provisional && (change->session_id != 0 ? session->id == change->session_id : session->starts_at > now);
    case FF_CHANGE_TRAINER:
    case FF_CHANGE_SHIFT:
    default:
      return session->starts_at >= from;
    }
}

static FfMinute
start_of (const Work *work, gint64 session_id, FfMinute otherwise)
{
  for (guint i = 0; session_id != 0 && i < work->sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (work->sessions, i);

      if (session->id == session_id)
        return session->starts_at;
    }
  return otherwise;
}

static void
take_out (Work *work)
{
  FfMinute now = ff_time_now ();
  FfMinute from = work->change->kind == FF_CHANGE_TRAINER ? start_of (work, work->change->session_id, now) : now;

  for (guint i = 0; i < work->sessions->len;)
    {
      FfSession *session = g_ptr_array_index (work->sessions, i);
      Changed *changed;

      if (!is_meant (work, session, from, now))
        {
          i++;
          continue;
        }
      changed = g_new0 (Changed, 1);
      changed->stored_start = session->starts_at;
      changed->session = g_ptr_array_steal_index (work->sessions, i);
      g_ptr_array_add (work->changed, changed);
    }
}

/* Moving ---------------------------------------------------------------------------------------------------------------- */

static void
move_to (FfSession *session, FfMinute start)
{
  session->ends_at += start - session->starts_at;
  session->starts_at = start;
}

/* Each day on which something is moved, once, in order: then where each of them goes. */
static gboolean
move_days (Work *work, const FfWorkCalendar *calendar, FfDay to, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (FfDay));
  g_autoptr (GArray) moved = NULL;

  for (guint i = 0; i < work->changed->len; i++)
    {
      FfDay day = ff_time_day (((Changed *) g_ptr_array_index (work->changed, i))->stored_start);

      if (days->len == 0 || g_array_index (days, FfDay, days->len - 1) != day)
        g_array_append_val (days, day);
    }
  moved = g_array_sized_new (FALSE, TRUE, sizeof (FfDay), days->len);
  g_array_set_size (moved, days->len);
  if (!ff_timetable_shift_days ((const FfDay *) (gpointer) days->data, days->len, to, calendar, (FfDay *) (gpointer) moved->data))
    return say_nothing (_ ("There is no working day to move to; check the days off."), error);
  for (guint i = 0, k = 0; i < work->changed->len; i++)
    {
      Changed *changed = g_ptr_array_index (work->changed, i);

      while (g_array_index (days, FfDay, k) != ff_time_day (changed->stored_start))
        k++;
      move_to (changed->session, changed->stored_start + (g_array_index (moved, FfDay, k) - g_array_index (days, FfDay, k)) * FF_MINUTES_PER_DAY);
    }
  return TRUE;
}

static const FfSession *
last_changed (const Work *work, FfMinute *stored_start)
{
  const Changed *changed = g_ptr_array_index (work->changed, work->changed->len - 1);

  *stored_start = changed->stored_start;
  return changed->session;
}

/* A class that has not begun moves as a whole; of one that has, the rest. */
static gboolean
shift (FfDb *db, Work *work, GError **error)
{
  const FfClassChange *change = work->change;
  g_autoptr (FfWorkCalendar) calendar = NULL;
  FfDay first = work->changed->len > 0 ? ff_time_day (((Changed *) g_ptr_array_index (work->changed, 0))->stored_start)
                                       : work->run->starts_on;
  FfDay to = change->to != FF_NO_DAY ? change->to : first + change->days;
  FfMinute stored_start;
  const FfSession *last;
  gboolean begun = work->run->held > 0;

  if (!change->any_day)
    {
      calendar = ff_days_read_calendar (db, FF_NO_DAY, FF_NO_DAY, error);
      if (calendar == NULL)
        return FALSE;
    }
  if (work->changed->len == 0 && begun)
    return say_nothing (_ ("Every session of this class has begun; there is nothing left to move."), error);
  if (!ff_timetable_shift_days (&first, 1, to, calendar, &to))
    return say_nothing (_ ("There is no working day to move to; check the days off."), error);
  if (to == first)
    return say_nothing (_ ("The class is there already; say another day."), error);
  work->ends_on += to - first;
  if (!begun)
    work->starts_on += to - first;
  if (work->changed->len == 0)
    return TRUE;
  if (!move_days (work, calendar, to, error))
    return FALSE;
  last = last_changed (work, &stored_start);
  work->ends_on = work->run->ends_on + ff_time_day (last->starts_at) - ff_time_day (stored_start);
  return TRUE;
}

static void
hold_session (Work *work, const FfSession *session)
{
  if (session->cancelled)
    return;
  work->starts_on = MIN (work->starts_on, ff_time_day (session->starts_at));
  work->ends_on = MAX (work->ends_on, ff_time_day (session->ends_at - 1));
}

/* The class's dates hold its sessions. */
static void
hold_sessions (Work *work)
{
  for (guint i = 0; i < work->changed->len; i++)
    hold_session (work, ((Changed *) g_ptr_array_index (work->changed, i))->session);
  for (guint i = 0; i < work->sessions->len; i++)
    hold_session (work, g_ptr_array_index (work->sessions, i));
}

/* One session ------------------------------------------------------------------------------------------------------------ */

static gboolean
take_reason (FfSession *session, const FfClassChange *change, GError **error)
{
  gboolean changed = FALSE;

  if (!ff_take_line (&session->reason, change->reason != NULL ? change->reason : "", FF_TAKE_LINE_MAX, "reason", &changed, error))
    return FALSE;
  if (session->reason != NULL)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "reason", _ ("Say why: those who take part will ask."));
  return FALSE;
}

static gboolean
postpone (Work *work, GError **error)
{
  Changed *changed = g_ptr_array_index (work->changed, 0);

  if (work->change->starts_at == changed->stored_start)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "date", _ ("The session is at that time already; say another one."));
      return FALSE;
    }
  move_to (changed->session, work->change->starts_at);
  return take_reason (changed->session, work->change, error);
}

static gboolean
cancel (Work *work, GError **error)
{
  Changed *changed = g_ptr_array_index (work->changed, 0);

  changed->session->cancelled = TRUE;
  return take_reason (changed->session, work->change, error);
}

static gboolean
confirm (Work *work)
{
  for (guint i = 0; i < work->changed->len; i++)
    ((Changed *) g_ptr_array_index (work->changed, i))->session->provisional = FALSE;
  return TRUE;
}

/* Trainers --------------------------------------------------------------------------------------------------------------- */

/* TRUE when that changes who gives the session. */
static gboolean
replace_trainer (const Work *work, Changed *changed)
{
  GArray *ids = changed->trainers;
  gboolean found = FALSE;

  if (work->old_trainer == 0)
    {
      found = ids->len != 1 || g_array_index (ids, gint64, 0) != work->new_trainer;
      g_array_set_size (ids, 0);
    }
  for (guint i = ids->len; i-- > 0;)
    {
      gint64 id = g_array_index (ids, gint64, i);

      found |= id == work->old_trainer;
      if (id == work->old_trainer || id == work->new_trainer)
        g_array_remove_index (ids, i);
    }
  g_array_prepend_val (ids, work->new_trainer);
  return found;
}

static gboolean
change_trainer (FfDb *db, Work *work, GError **error)
{
  for (guint i = 0; i < work->changed->len;)
    {
      Changed *changed = g_ptr_array_index (work->changed, i);

      changed->trainers = ff_session_store_read_trainers (db, changed->session->id, error);
      if (changed->trainers == NULL)
        return FALSE;
      if (replace_trainer (work, changed))
        i++;
      else
        g_ptr_array_remove_index (work->changed, i);
    }
  if (work->changed->len == 0)
    return say_nothing (_ ("No session to come is given by that trainer."), error);
  return TRUE;
}

static gboolean
find_trainers (FfDb *db, Work *work, GError **error)
{
  g_autofree char *new_name = ff_put_clean_line (work->change->trainer != NULL ? work->change->trainer : "");
  g_autofree char *old_name = ff_put_clean_line (work->change->in_place_of != NULL ? work->change->in_place_of : "");

  if (*new_name == '\0')
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "trainer", _ ("Choose who takes over."));
      return FALSE;
    }
  work->new_trainer = ff_named_store_find (db, FF_NAMED_TRAINER, new_name, error);
  work->old_trainer = *old_name != '\0' && work->new_trainer >= 0 ? ff_named_store_find (db, FF_NAMED_TRAINER, old_name, error) : 0;
  if (work->new_trainer < 0 || work->old_trainer < 0)
    return FALSE;
  if (*old_name != '\0' && work->old_trainer == 0)
    {
      ff_put_set_error (error, FF_ERROR_NOT_FOUND, "in_place_of", _ ("There is no trainer %s; choose one of the list."), old_name);
      return FALSE;
    }
  return TRUE;
}

/* The whole ---------------------------------------------------------------------------------------------------------------- */

static gboolean
apply (FfDb *db, Work *work, GError **error)
{
  if (work->changed->len == 0 && work->change->kind != FF_CHANGE_SHIFT)
    return say_nothing (work->change->kind == FF_CHANGE_CONFIRM   ? _ ("Every booking is confirmed already.")
                        : work->change->kind == FF_CHANGE_TRAINER ? _ ("No session of this class is still to come.")
                                                                  : _ ("This session does not exist any more, or is cancelled."),
                        error);
  switch (work->change->kind)
    {
    case FF_CHANGE_SHIFT:
      return shift (db, work, error);
    case FF_CHANGE_POSTPONE:
      return postpone (work, error);
    case FF_CHANGE_CANCEL:
      return cancel (work, error);
    case FF_CHANGE_TRAINER:
      return find_trainers (db, work, error) && change_trainer (db, work, error);
    case FF_CHANGE_CONFIRM:
    default:
      return confirm (work);
    }
}

static gboolean
work_out (FfDb *db, const FfClassChange *change, Work *work, GError **error)
{
  work->change = change;
  work->run = ff_runs_read (db, change->run_id, error);
  work->sessions = work->run != NULL ? ff_sessions_of_run (db, change->run_id, error) : NULL;
  if (work->sessions == NULL)
    return FALSE;
  work->changed = g_ptr_array_new_with_free_func (changed_free);
  work->starts_on = work->run->starts_on;
  work->ends_on = work->run->ends_on;
  take_out (work);
  if (!apply (db, work, error))
    return FALSE;
  if (change->kind == FF_CHANGE_SHIFT || change->kind == FF_CHANGE_POSTPONE)
    hold_sessions (work);
  return TRUE;
}

/* As a booking ------------------------------------------------------------------------------------------------------------- */

static gboolean
add_plan (FfDb *db, gint64 session_id, const Changed *changed, GPtrArray *plans, GError **error)
{
  FfSessionPlan *plan = ff_session_plan_read (db, session_id, error);

  if (plan == NULL)
    return FALSE;
  plan->starts_at = changed->session->starts_at;
  plan->ends_at = changed->session->ends_at;
  plan->cancelled = changed->session->cancelled;
  plan->provisional = changed->session->provisional;
  if (changed->trainers != NULL)
    {
      g_array_set_size (plan->trainers, 0);
      /* One who is made with the change is nowhere else. */
      for (guint i = 0; i < changed->trainers->len; i++)
        if (g_array_index (changed->trainers, gint64, i) != 0)
          g_array_append_val (plan->trainers, g_array_index (changed->trainers, gint64, i));
    }
  g_ptr_array_add (plans, plan);
  return TRUE;
}

/* No change makes a session longer. */
static FfMinute
stored_end (const Changed *changed)
{
  return changed->stored_start + changed->session->ends_at - changed->session->starts_at;
}

static gboolean
add_joint_plans (FfDb *db, const Changed *changed, GPtrArray *plans, GError **error)
{
  g_autoptr (GPtrArray) others = NULL;

  if (changed->session->joint == NULL)
    return TRUE;
  others = ff_session_store_joint (db, changed->session->joint, changed->session->id, changed->stored_start, stored_end (changed), error);
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      const FfSession *other = g_ptr_array_index (others, i);

      if (!other->cancelled && !add_plan (db, other->id, changed, plans, error))
        return FALSE;
    }
  return others != NULL;
}

GPtrArray *
ff_class_changes_plan (FfDb *db, const FfClassChange *change, GError **error)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_session_plan_free);
  g_auto (Work) work = { NULL };

  g_return_val_if_fail (change != NULL, NULL);

  if (!work_out (db, change, &work, error))
    return NULL;
  for (guint i = 0; i < work.changed->len; i++)
    {
      const Changed *changed = g_ptr_array_index (work.changed, i);

      if (!add_plan (db, changed->session->id, changed, plans, error) || !add_joint_plans (db, changed, plans, error))
        return NULL;
    }
  return g_steal_pointer (&plans);
}

/* Doing it ------------------------------------------------------------------------------------------------------------------ */

static gboolean
write_agenda_trainers (FfDb *db, const Work *work, gint64 session_id, GError **error)
{
  g_autoptr (GPtrArray) slots = work->old_trainer != 0 ? ff_agenda_of_session (db, session_id, error) : g_ptr_array_new ();

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      FfAgendaSlot *slot = g_ptr_array_index (slots, i);

      if (slot->trainer_id != work->old_trainer)
        continue;
      slot->trainer_id = work->new_trainer;
      if (!ff_agenda_store_update (db, slot, (int) i, error))
        return FALSE;
    }
  return slots != NULL;
}

static gboolean
write_changed (FfDb *db, const Work *work, Changed *changed, GError **error)
{
  gboolean ignored = FALSE;

  if (changed->trainers == NULL)
    return ff_sessions_write (db, changed->session, changed->stored_start, error)
           && ff_sessions_write_joint (db, changed->session, changed->stored_start, stored_end (changed), error);
  return ff_session_store_set_trainers (db, changed->session->id, (const gint64 *) (gpointer) changed->trainers->data,
                                        changed->trainers->len, &ignored, error)
         && write_agenda_trainers (db, work, changed->session->id, error)
         && ff_sessions_write_joint (db, changed->session, changed->stored_start, stored_end (changed), error);
}

static gboolean
write_dates (FfDb *db, const Work *work, GError **error)
{
  g_autofree char *starts_on = NULL;
  g_autofree char *ends_on = NULL;

  if (work->starts_on == work->run->starts_on && work->ends_on == work->run->ends_on)
    return TRUE;
  starts_on = ff_day_format (work->starts_on);
  ends_on = ff_day_format (work->ends_on);
  return ff_runs_put (db, work->run->id, &(FfRunDraft) { .starts_on = starts_on, .ends_on = ends_on }, NULL, error) != FF_PUT_REFUSED;
}

/* Who takes over is made when unknown; that nobody is named is said with the rest. */
static gboolean
make_trainer (FfDb *db, const FfClassChange *change, GError **error)
{
  g_autofree char *name = ff_put_clean_line (change->trainer != NULL ? change->trainer : "");

  return change->kind != FF_CHANGE_TRAINER || *name == '\0'
         || ff_people_put_trainer (db, 0, &(FfTrainerDraft) { .name = name }, NULL, error) != FF_PUT_REFUSED;
}

gboolean
ff_class_changes_do (FfDb *db, const FfClassChange *change, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Change a class"), error);
  g_auto (Work) work = { NULL };

  g_return_val_if_fail (change != NULL, FALSE);

  if (batch == NULL)
    return FALSE;
  if (!make_trainer (db, change, error) || !work_out (db, change, &work, error))
    return FALSE;
  for (guint i = 0; i < work.changed->len; i++)
    if (!write_changed (db, &work, g_ptr_array_index (work.changed, i), error))
      return FALSE;
  return write_dates (db, &work, error) && ff_batch_commit (g_steal_pointer (&batch), error);
}
