#include "config.h"

#include "ff-class-plan.h"

#include <glib/gi18n-lib.h>

#include "ff-agenda.h"
#include "ff-courses.h"
#include "ff-days.h"
#include "ff-goals.h"
#include "ff-people.h"
#include "ff-tasks.h"
#include "ff-timetables.h"
#include "ff-word.h"

void
ff_sessions_draft_init (FfSessionsDraft *draft)
{
  *draft = (FfSessionsDraft) { .wanted = TRUE, .timetable = TRUE, .rhythm = { .every = 1 }, .unit = FF_UNIT_HALF_DAY };
}

/* What sessions are made of --------------------------------------------------------------------------------------------- */

static GPtrArray *
make_from_timetable (FfDb *db, const FfCourse *course, const FfPlanQuery *query, GError **error)
{
  g_autoptr (GPtrArray) stored = ff_timetables_list (db, course->id, error);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (FfPlanSlot));

  if (stored == NULL)
    return NULL;
  for (guint i = 0; i < stored->len; i++)
    {
      const FfTimetableSlot *from = g_ptr_array_index (stored, i);
      FfPlanSlot slot = { from->day, from->starts, from->ends, from->title, from->activity, from->item_id, from->layer_id };

      g_array_append_val (slots, slot);
    }
  if (slots->len == 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _ ("Course %s has no timetable: write one on its page, or make the sessions from days and hours."), course->code);
      return NULL;
    }
  return ff_timetable_make (query, (const FfPlanSlot *) (gpointer) slots->data, slots->len);
}

/* Homework is done elsewhere, and belongs to no time of the class. */
static gboolean
is_taught_here (const FfSyllabusItem *item)
{
  return !g_str_equal (item->kind, "homework");
}

/* How long the items below each item take in all. An item takes as long as is written beside it, but not less than those. */
static int *
sum_inner (const FfCourse *course)
{
  int *inner = g_new0 (int, course->syllabus->len);

  for (guint i = course->syllabus->len; i-- > 0;)
    {
      const FfSyllabusItem *item = g_ptr_array_index (course->syllabus, i);

      if (item->parent >= 0 && is_taught_here (item))
        inner[item->parent] += MAX (item->minutes, inner[i]);
    }
  return inner;
}

/* What is taught, in order: of an item with others below it, what they leave of its time comes first. */
static GArray *
list_items (const FfCourse *course)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (FfPlanItem));
  g_autofree int *inner = sum_inner (course);

  for (guint i = 0; i < course->syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (course->syllabus, i);
      FfPlanItem part = { item->minutes - inner[i], item->title, NULL, item->id };

      if (part.minutes > 0 && is_taught_here (item) && !g_str_equal (item->kind, "break"))
        g_array_append_val (items, part);
    }
  return items;
}

static GPtrArray *
make_from_pattern (const FfCourse *course, const FfPlanQuery *query, const FfSessionsDraft *draft, const FfSettings *settings, GError **error)
{
  g_autoptr (GArray) items = list_items (course);
  FfPattern pattern = {
    .hours = draft->n_hours > 0 ? draft->hours : settings->hours,
    .n_hours = draft->n_hours > 0 ? draft->n_hours : settings->n_hours,
    .teach = draft->teach,
    .pause = draft->pause,
    .sessions = draft->sessions,
    .minutes = draft->minutes,
    .items = (const FfPlanItem *) (gpointer) items->data,
    .n_items = items->len,
  };

  if (pattern.sessions == 0 && pattern.minutes == 0 && items->len == 0 && course->hours > 0)
    pattern.minutes = (int) (course->hours * settings->class_hour_minutes / 100);
  if (pattern.sessions == 0 && pattern.minutes == 0 && items->len == 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _ ("Course %s says neither its hours nor the minutes of its syllabus: say how many sessions or hours the class has."),
                   course->code);
      return NULL;
    }
  return ff_timetable_make_pattern (query, &pattern);
}

GPtrArray *
ff_class_plan_sessions (FfDb *db, gint64 course_id, FfDay starts_on, const FfSessionsDraft *draft, GError **error)
{
  g_autoptr (FfCourse) course = ff_courses_read (db, course_id, error);
  g_autoptr (FfWorkCalendar) calendar = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  FfPlanQuery query = { .starts_on = starts_on, .rhythm = draft->rhythm, .unit = draft->unit };
  FfSettings settings;

  if (course == NULL || !ff_settings_read (db, &settings, error))
    return NULL;
  calendar = draft->any_day ? ff_work_calendar_new (0x7f, settings.hours, settings.n_hours)
                            : ff_days_read_calendar (db, FF_NO_DAY, FF_NO_DAY, error);
  if (calendar == NULL)
    return NULL;
  query.calendar = calendar;
  sessions = draft->timetable ? make_from_timetable (db, course, &query, error)
                              : make_from_pattern (course, &query, draft, &settings, error);
  if (sessions != NULL && sessions->len == 0)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID,
                           _ ("No session comes out of this: check the days, the hours and the days off."));
      return NULL;
    }
  return g_steal_pointer (&sessions);
}

/* What they would book ---------------------------------------------------------------------------------------------------- */

/* Who is known already; the others are made with the class, and are free. */
static GArray *
find_trainers (FfDb *db, const char *names, GError **error)
{
  g_auto (GStrv) parts = ff_names_split (names != NULL ? names : "");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (char **name = parts; *name != NULL; name++)
    {
      gint64 id = ff_named_store_find (db, FF_NAMED_TRAINER, *name, error);

      if (id < 0)
        return NULL;
      if (id > 0)
        g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

static FfSessionPlan *
booking_new (gint64 run_id, const FfMadeSession *session, gint64 venue_id, GArray *trainers, const FfSessionsDraft *draft)
{
  FfSessionPlan *plan = ff_session_plan_new (run_id);
  FfAudience audience = { .layer_id = session->layer_id };

  plan->title = g_strdup (session->title);
  plan->starts_at = session->starts_at;
  plan->ends_at = session->ends_at;
  plan->venue_id = venue_id;
  plan->provisional = draft->provisional;
  plan->online = g_strcmp0 (draft->mode, "online") == 0;
  g_array_append_vals (plan->trainers, trainers->data, trainers->len);
  if (session->layer_id != 0)
    g_array_append_val (plan->audience, audience);
  return plan;
}

GPtrArray *
ff_class_plan_bookings (FfDb *db, gint64 run_id, gint64 course_id, GPtrArray *sessions, const FfSessionsDraft *draft, GError **error)
{
  g_autoptr (GArray) trainers = find_trainers (db, draft->trainers, error);
  g_autofree char *venue = ff_put_clean_line (draft->venue != NULL ? draft->venue : "");
  gint64 venue_id = trainers != NULL && *venue != '\0' ? ff_named_store_find (db, FF_NAMED_VENUE, venue, error) : 0;
  GPtrArray *plans;

  if (trainers == NULL || venue_id < 0)
    return NULL;
  plans = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_session_plan_free);
  for (guint i = 0; i < sessions->len; i++)
    {
      FfSessionPlan *plan = booking_new (run_id, g_ptr_array_index (sessions, i), venue_id, trainers, draft);

      plan->course_id = course_id;
      g_ptr_array_add (plans, plan);
    }
  return plans;
}

/* Writing ------------------------------------------------------------------------------------------------------------------ */

static gboolean
add_agenda (FfDb *db, gint64 session_id, const FfMadeSession *session, GError **error)
{
  g_autoptr (GPtrArray) slots = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_agenda_slot_free);

  for (guint i = 0; i < session->slots->len; i++)
    {
      const FfMadeSlot *made = g_ptr_array_index (session->slots, i);
      FfAgendaSlot *slot = g_new0 (FfAgendaSlot, 1);

      slot->starts_at = made->starts_at;
      slot->ends_at = made->ends_at;
      slot->title = g_strdup (made->title);
      slot->activity = g_strdup (made->activity);
      slot->syllabus_item_id = made->syllabus_item_id;
      g_ptr_array_add (slots, slot);
    }
  return slots->len == 0 || ff_agenda_put (db, session_id, session->starts_at, session->ends_at, slots, error);
}

static const char *
key_of_layer (GPtrArray *layers, gint64 id)
{
  for (guint i = 0; i < layers->len; i++)
    {
      const FfChoice *layer = g_ptr_array_index (layers, i);

      if (layer->id == id)
        return layer->key;
    }
  return NULL;
}

static gboolean
add_session (FfDb *db, const char *run_code, const FfMadeSession *session, const char *layer, const FfSessionsDraft *draft, GError **error)
{
  g_autofree char *starts_at = ff_time_format (session->starts_at);
  g_autofree char *ends_at = ff_time_format (session->ends_at);
  FfSessionDraft put = {
    .run = run_code,
    .starts_at = starts_at,
    .ends_at = ends_at,
    .title = session->title,
    .venue = draft->venue,
    .trainers = draft->trainers,
    .audience = layer,
    .mode = draft->mode,
    .link = draft->link,
    .booking = draft->provisional ? "provisional" : "confirmed",
  };
  gint64 id = 0;

  return ff_sessions_put (db, 0, &put, NULL, &id, error) != FF_PUT_REFUSED && add_agenda (db, id, session, error);
}

static gboolean
add_sessions (FfDb *db, const char *run_code, GPtrArray *sessions, const FfSessionsDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) layers = ff_people_list_layers (db, error);

  if (layers == NULL)
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    {
      const FfMadeSession *session = g_ptr_array_index (sessions, i);

      if (!add_session (db, run_code, session, key_of_layer (layers, session->layer_id), draft, error))
        return FALSE;
    }
  return TRUE;
}

/* The class's dates hold its sessions. */
static gboolean
widen (FfDb *db, gint64 run_id, GPtrArray *sessions, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);
  g_autofree char *starts_on = NULL;
  g_autofree char *ends_on = NULL;
  FfDay first, last;

  if (run == NULL)
    return FALSE;
  first = run->starts_on;
  last = run->ends_on;
  for (guint i = 0; i < sessions->len; i++)
    {
      const FfMadeSession *session = g_ptr_array_index (sessions, i);

      first = MIN (first, ff_time_day (session->starts_at));
      last = MAX (last, ff_time_day (session->ends_at - 1));
    }
  starts_on = ff_day_format (first);
  ends_on = ff_day_format (last);
  return ff_runs_put (db, run_id, &(FfRunDraft) { .starts_on = starts_on, .ends_on = ends_on }, NULL, error) != FF_PUT_REFUSED;
}

char *
ff_class_plan_suggest_code (FfDb *db, gint64 course_id, GError **error)
{
  g_autoptr (GPtrArray) rows = ff_courses_read_rows (db, &course_id, 1, error);
  const FfCourseRow *course = rows != NULL ? g_ptr_array_index (rows, 0) : NULL;

  if (rows == NULL)
    return NULL;
  if (course == NULL)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("This course does not exist any more."));
      return NULL;
    }
  for (int i = course->classes + 1;; i++)
    {
      g_autofree char *code = g_strdup_printf ("%s-%02d", course->code, i);
      gint64 taken = ff_runs_find (db, code, error);

      if (taken <= 0)
        return taken == 0 ? g_steal_pointer (&code) : NULL;
    }
}

/* A new class lasts from its first session, which days off may have put later than asked, to its last. */
static void
date_run (FfRunDraft *run, GPtrArray *sessions, char **starts_on, char **ends_on)
{
  const FfMadeSession *first = g_ptr_array_index (sessions, 0);
  FfDay last = ff_time_day (first->starts_at);

  for (guint i = 0; i < sessions->len; i++)
    last = MAX (last, ff_time_day (((FfMadeSession *) g_ptr_array_index (sessions, i))->ends_at - 1));
  *starts_on = ff_day_format (ff_time_day (first->starts_at));
  run->starts_on = *starts_on;
  if (run->ends_on != NULL && *run->ends_on != '\0')
    return;
  *ends_on = ff_day_format (last);
  run->ends_on = *ends_on;
}

/* A class is made with everything that its course and its sessions give it, in the caller's batch. */
static gboolean
make_run (FfDb *db, const FfRunDraft *draft, gint64 course_id, GPtrArray *sessions, gint64 *run_id, GError **error)
{
  g_autofree char *code = NULL;
  g_autofree char *starts_on = NULL;
  g_autofree char *ends_on = NULL;
  FfRunDraft run = *draft;
  gint64 taken;

  if (run.code == NULL || *run.code == '\0')
    run.code = code = ff_class_plan_suggest_code (db, course_id, error);
  taken = run.code != NULL ? ff_runs_find (db, run.code, error) : -1;
  if (taken > 0)
    ff_put_set_error (error, FF_ERROR_EXISTS, "code", _ ("Another class has the code %s already. Give another."), run.code);
  if (taken != 0)
    return FALSE;
  if (sessions != NULL)
    date_run (&run, sessions, &starts_on, &ends_on);
  return ff_runs_put (db, 0, &run, run_id, error) != FF_PUT_REFUSED
         && ff_goals_copy (db, ff_owner_course (course_id), ff_owner_run (*run_id), error);
}

gboolean
ff_class_plan_make (FfDb *db, const FfRunDraft *run, const FfSessionsDraft *sessions, gint64 *run_id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Make a class"), error);
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (FfRun) stored = NULL;
  gint64 course_id;
  FfDay starts_on;

  g_return_val_if_fail (run != NULL && sessions != NULL && run_id != NULL, FALSE);

  course_id = batch != NULL ? ff_courses_find (db, run->course != NULL ? run->course : "", error) : -1;
  if (course_id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "course", _ ("Choose the course of the class."));
  if (course_id <= 0)
    return FALSE;
  if (sessions->wanted)
    {
      if (!ff_day_parse (run->starts_on != NULL ? run->starts_on : "", &starts_on))
        {
          ff_put_set_error (error, FF_ERROR_INVALID, "starts_on", _ ("A new class needs the date on which it starts."));
          return FALSE;
        }
      made = ff_class_plan_sessions (db, course_id, starts_on, sessions, error);
      if (made == NULL)
        return FALSE;
    }
  if (!make_run (db, run, course_id, made, run_id, error))
    return FALSE;
  stored = ff_runs_read (db, *run_id, error);
  return stored != NULL && (made == NULL || (add_sessions (db, stored->code, made, sessions, error) && widen (db, *run_id, made, error)))
         && ff_tasks_make_checklist (db, *run_id, error) && ff_batch_commit (g_steal_pointer (&batch), error);
}

gboolean
ff_class_plan_add_sessions (FfDb *db, gint64 run_id, FfDay starts_on, const FfSessionsDraft *draft, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Generate sessions"), error);
  g_autoptr (FfRun) run = batch != NULL ? ff_runs_read (db, run_id, error) : NULL;
  g_autoptr (GPtrArray) made = run != NULL ? ff_class_plan_sessions (db, run->course_id, starts_on, draft, error) : NULL;

  return made != NULL && add_sessions (db, run->code, made, draft, error) && widen (db, run_id, made, error)
         && ff_batch_commit (g_steal_pointer (&batch), error);
}
