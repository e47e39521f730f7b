/* Use cases about classes (runs). Sessions and enrolments have files of their own. */
#include "config.h"

#include "ff-runs.h"

#include "ff-evaluations.h"
#include "ff-assignment-store.h"
#include "ff-attendance-store.h"
#include "ff-commitment-store.h"
#include "ff-courses.h"
#include "ff-lookup.h"
#include "ff-mark-store.h"
#include "ff-test-store.h"
#include "ff-name-key.h"
#include "ff-people.h"
#include "ff-response-store.h"
#include "ff-rows.h"
#include "ff-settlement-store.h"
#include "ff-take.h"
#include "ff-tasks.h"
#include "ff-team-mark-store.h"

#include <glib/gi18n-lib.h>

#define LONGEST_CODE 64
#define HIGHEST_CAPACITY 1000000

/* Dates ------------------------------------------------------------------------------------------------------ */

/* Collects the numbers of a month as plans write it ("2026-03", "2026年3月", "3月份"); FALSE for anything else. */
static gboolean
read_numbers (const char *text, int numbers[2], int *n)
{
  static const gunichar between[] = { '-', '/', '.', ' ', 0x5e74 /* 年 */, 0x6708 /* 月 */, 0x4efd /* 份 */ };
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  gboolean in_number = FALSE;

  *n = 0;
  for (const char *p = narrow; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean known = FALSE;

      if (g_ascii_isdigit (*p))
        {
          if (!in_number && (*n)++ == 2)
            return FALSE;
          in_number = TRUE;
          numbers[*n - 1] = numbers[*n - 1] * 10 + (*p - '0');
          if (numbers[*n - 1] > 999999)
            return FALSE;
          continue;
        }
      in_number = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (between); i++)
        known |= c == between[i];
      if (!known)
        return FALSE;
    }
  return *n > 0;
}

static gboolean
parse_month (const char *text, int *year, int *month)
{
  int numbers[2] = { 0, 0 };
  int n, mday;

  if (!read_numbers (text, numbers, &n))
    return FALSE;
  if (n == 2)
    {
      *year = numbers[0];
      *month = numbers[1];
    }
  else if (numbers[0] > 9999)
    {
      *year = numbers[0] / 100;
      *month = numbers[0] % 100;
    }
  else
    {
      ff_day_to_ymd (ff_time_day (ff_time_now ()), year, month, &mday);
      *month = numbers[0];
    }
  return *month >= 1 && *month <= 12 && *year >= 1900 && *year <= 2999;
}

/* A month stands for dates that are not fixed yet: a class whose first day already lies in it keeps its dates. */
static gboolean
apply_month (FfRun *run, const char *text, gboolean *changed, GError **error)
{
  int year, month, stored_year, stored_month, mday;
  FfDay first;

  if (text == NULL || *text == '\0')
    return TRUE;
  if (!parse_month (text, &year, &month))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "month", _ ("“%s” is not a month; write it like 2026-03."), text);
      return FALSE;
    }
  first = ff_day_from_ymd (year, month, 1);
  if (run->starts_on == FF_NO_DAY)
    run->starts_on = run->ends_on = first;
  else
    {
      ff_day_to_ymd (run->starts_on, &stored_year, &stored_month, &mday);
      if (stored_year == year && stored_month == month)
        return TRUE;
      run->ends_on += first - run->starts_on;
      run->starts_on = first;
    }
  *changed = TRUE;
  return TRUE;
}

static gboolean
apply_dates (FfRun *run, const FfRunDraft *draft, gboolean *changed, GError **error)
{
  const char *starts_on = draft->starts_on != NULL && *draft->starts_on != '\0' ? draft->starts_on : NULL;
  const char *ends_on = draft->ends_on != NULL && *draft->ends_on != '\0' ? draft->ends_on : NULL;

  if (starts_on == NULL && !apply_month (run, draft->month, changed, error))
    return FALSE;
  if (!ff_take_day (&run->starts_on, starts_on, "starts_on", changed, error)
      || !ff_take_day (&run->ends_on, ends_on, "ends_on", changed, error))
    return FALSE;
  if (run->starts_on == FF_NO_DAY)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "starts_on", _ ("A new class needs the date on which it starts."));
      return FALSE;
    }
  if (run->ends_on == FF_NO_DAY)
    run->ends_on = run->starts_on;
  if (run->ends_on < run->starts_on)
    {
      g_autofree char *first = ff_day_format (run->starts_on);
      g_autofree char *last = ff_day_format (run->ends_on);

      ff_put_set_error (error, FF_ERROR_INVALID, "ends_on", _ ("The class would end on %s, before it starts on %s."), last, first);
      return FALSE;
    }
  return TRUE;
}

/* The class ---------------------------------------------------------------------------------------------------- */

static gboolean
apply_code (FfDb *db, FfRun *run, const char *text, gboolean *changed, GError **error)
{
  g_autofree char *code = NULL;
  gint64 other;

  if (text == NULL && run->code != NULL)
    return TRUE;
  code = ff_identifier_fold (text != NULL ? text : "");
  if (*code == '\0' || g_utf8_strlen (code, -1) > LONGEST_CODE)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "code", _ ("A class needs a code of 1 to %d characters."), LONGEST_CODE);
      return FALSE;
    }
  if (g_strcmp0 (code, run->code) == 0)
    return TRUE;
  other = ff_run_store_find (db, code, error);
  if (other < 0)
    return FALSE;
  if (other != 0 && other != run->id)
    {
      ff_put_set_error (error, FF_ERROR_EXISTS, "code", _ ("The code %s belongs to another class; choose a different one."), code);
      return FALSE;
    }
  g_free (run->code);
  run->code = g_steal_pointer (&code);
  *changed = TRUE;
  return TRUE;
}

static gboolean
apply_course (FfDb *db, FfRun *run, const char *text, GError **error)
{
  gint64 id;

  if (text == NULL || *text == '\0')
    {
      if (run->course_id != 0)
        return TRUE;
      ff_put_set_error (error, FF_ERROR_INVALID, "course", _ ("A new class needs the code of its course."));
      return FALSE;
    }
  id = ff_courses_find (db, text, error);
  if (id < 0)
    return FALSE;
  if (id == 0)
    {
      ff_put_set_error (error, FF_ERROR_NOT_FOUND, "course", _ ("There is no course %s; import or add it first."), text);
      return FALSE;
    }
  if (run->course_id != 0 && run->course_id != id)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "course",
                        _ ("Class %s is a class of course %s and cannot change its course; make a new class instead."), run->code,
                        run->course_code);
      return FALSE;
    }
  run->course_id = id;
  return TRUE;
}

static gboolean
apply_title (FfDb *db, FfRun *run, const char *text, gboolean *changed, GError **error)
{
  g_autoptr (FfCourse) course = NULL;

  if (!ff_take_line (&run->title, text, FF_TAKE_LINE_MAX, "title", changed, error))
    return FALSE;
  if (run->title != NULL)
    return TRUE;
  course = ff_course_store_read (db, run->course_id, error);
  if (course == NULL)
    return FALSE;
  run->title = g_strdup (course->title);
  return TRUE;
}

static gboolean
apply_department (FfDb *db, FfRun *run, const char *text, gboolean *changed, GError **error)
{
  gint64 id = 0;

  if (text == NULL)
    return TRUE;
  id = ff_people_make_department (db, text, error);
  if (id < 0)
    return FALSE;
  if (run->department_id != id)
    {
      run->department_id = id;
      *changed = TRUE;
    }
  return TRUE;
}

static gboolean
apply_project (FfDb *db, FfRun *run, const char *text, gboolean *changed, GError **error)
{
  gint64 id = 0;

  if (text == NULL)
    return TRUE;
  if (*text != '\0')
    {
      id = ff_lookup_project (db, text, error);
      if (id == 0)
        return FALSE;
    }
  *changed = *changed || run->project_id != id;
  run->project_id = id;
  return TRUE;
}

static gboolean
apply_draft (FfDb *db, FfRun *run, const FfRunDraft *draft, gboolean *changed, GError **error)
{
  if (!apply_code (db, run, draft->code, changed, error) || !apply_course (db, run, draft->course, error)
      || !apply_dates (run, draft, changed, error) || !apply_title (db, run, draft->title, changed, error)
      || !ff_take_number (&run->capacity, draft->capacity, HIGHEST_CAPACITY, -1, "capacity", changed, error)
      || !ff_take_hundredths (&run->hours, draft->hours, "hours", changed, error)
      || !ff_take_money (&run->budget, draft->budget, "budget", changed, error)
      || !ff_take_yes_no (&run->required, draft->required, "required", changed, error)
      || !ff_take_line (&run->category, draft->category, FF_TAKE_LINE_MAX, "category", changed, error)
      || !ff_take_text (&run->bring, draft->bring, "bring", changed, error)
      || !apply_project (db, run, draft->project, changed, error))
    return FALSE;
  return apply_department (db, run, draft->department, changed, error);
}

static FfRun *
run_new (void)
{
  FfRun *run = g_new0 (FfRun, 1);

  run->starts_on = run->ends_on = FF_NO_DAY;
  run->capacity = -1;
  run->hours = run->budget = -1;
  return run;
}

/* The class that a draft is about: the one with @update_id, the one with its code, or a new one. */
static FfRun *
find_subject (FfDb *db, gint64 update_id, const FfRunDraft *draft, GError **error)
{
  gint64 id = update_id;

  if (id == 0 && draft->code != NULL)
    id = ff_runs_find (db, draft->code, error);
  if (id < 0)
    return NULL;
  return id != 0 ? ff_runs_read (db, id, error) : run_new ();
}

static gboolean
insert (FfDb *db, FfRun *run, GError **error)
{
  return ff_run_store_insert (db, run, error) && ff_schemes_copy (db, run->course_id, run->id, error)
         && ff_rules_copy (db, run->course_id, run->id, error)
         && ff_evaluations_copy (db, ff_owner_course (run->course_id), ff_owner_run (run->id), error);
}

/* What is dated by the class moves with it. */
static gboolean
update (FfDb *db, const FfRun *run, FfDay old_start, FfDay old_end, GError **error)
{
  if (!ff_run_store_update (db, run, error))
    return FALSE;
  return (run->starts_on == old_start && run->ends_on == old_end) || ff_tasks_follow (db, run->id, old_start, old_end, error);
}

FfPut
ff_runs_put (FfDb *db, gint64 update_id, const FfRunDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Change a class"), error);
  g_autoptr (FfRun) run = NULL;
  gboolean changed = FALSE;
  gboolean is_new;
  FfDay old_start, old_end;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (batch == NULL)
    return FF_PUT_REFUSED;
  run = find_subject (db, update_id, draft, error);
  if (run == NULL)
    return FF_PUT_REFUSED;
  old_start = run->starts_on;
  old_end = run->ends_on;
  if (!apply_draft (db, run, draft, &changed, error))
    return FF_PUT_REFUSED;
  is_new = run->id == 0;
  if (is_new ? !insert (db, run, error) : changed && !update (db, run, old_start, old_end, error))
    return FF_PUT_REFUSED;
  if (id != NULL)
    *id = run->id;
  if (!ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  if (is_new)
    return FF_PUT_NEW;
  return changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_runs_cancel (FfDb *db, gint64 id, const char *reason, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Cancel a class"), error);
  g_autoptr (FfRun) run = NULL;
  gboolean changed;

  if (batch == NULL)
    return FALSE;
  run = ff_runs_read (db, id, error);
  if (run == NULL)
    return FALSE;
  changed = !run->cancelled;
  run->cancelled = TRUE;
  if (!ff_take_line (&run->reason, reason, FF_TAKE_LINE_MAX, "reason", &changed, error))
    return FALSE;
  if (changed && !ff_run_store_update (db, run, error))
    return FALSE;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

gboolean
ff_runs_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Delete a class"), error);
  g_autoptr (FfRun) run = NULL;

  if (batch == NULL)
    return FALSE;
  run = ff_runs_read (db, id, error);
  return run != NULL && ff_run_store_mark_deleted (db, id, error) && ff_batch_commit (g_steal_pointer (&batch), error);
}

gint64
ff_runs_find (FfDb *db, const char *code, GError **error)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (code != NULL, -1);

  folded = ff_identifier_fold (code);
  return ff_run_store_find (db, folded, error);
}

FfRun *
ff_runs_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfRun *run = ff_run_store_read (db, id, ff_time_now (), &local_error);

  if (run == NULL && local_error == NULL)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("This class does not exist any more."));
  else if (run == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return run;
}

static gpointer
read_row (FfDb *db, gint64 id, FfMinute now, GError **error)
{
  return ff_run_store_read (db, id, now, error);
}

GPtrArray *
ff_runs_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error)
{
  return ff_rows_read_by_id (db, ids, n, ff_time_now (), read_row, (GDestroyNotify) ff_run_free, error);
}

GArray *
ff_runs_list (FfDb *db, const FfRunQuery *query, GError **error)
{
  g_return_val_if_fail (query != NULL, NULL);

  return ff_run_store_list (db, query, ff_time_now (), error);
}

gboolean
ff_runs_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_run_store_check (db, findings, error) && ff_session_store_check (db, findings, error)
         && ff_enrolment_store_check (db, findings, error) && ff_attendance_store_check (db, findings, error)
         && ff_mark_store_check (db, findings, error) && ff_test_store_check (db, findings, error) && ff_settlement_store_check (db, findings, error)
         && ff_team_mark_store_check (db, findings, error)
         && ff_commitment_store_check (db, findings, error) && ff_assignment_store_check (db, findings, error)
         && ff_response_store_check (db, findings, error);
}
