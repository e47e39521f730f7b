/* What is done to the sessions of a class at once, and the copy of a class: each a small form with its preview. */
#include "config.h"

#include "ff-plan-kinds.h"

#include <glib/gi18n-lib.h>

#include "ff-class-changes.h"
#include "ff-class-copy.h"
#include "ff-class-plan.h"
#include "ff-editors.h"
#include "ff-format.h"
#include "ff-number.h"
#include "ff-places.h"

#define MOST_DAYS 3660

static const char *
get (FfEditorValues *values, const char *field)
{
  const char *text = ff_editor_values_get (values, field);

  return text != NULL ? text : "";
}

static gboolean
take_day (FfEditorValues *values, const char *field, FfDay *day, GError **error)
{
  if (ff_day_parse (get (values, field), day))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, field, _("“%s” is no date. Write it as 2026-09-22."), get (values, field));
  return FALSE;
}

/* Each kind turns its form into a change; the rest they share. */
typedef gboolean (*TakeChange) (FfDb *db, gint64 context, FfEditorValues *values, FfClassChange *change, GError **error);

static GPtrArray *
plan_change (FfDb *db, gint64 context, FfEditorValues *values, TakeChange take, GError **error)
{
  FfClassChange change = { 0 };

  return take (db, context, values, &change, error) ? ff_class_changes_plan (db, &change, error) : NULL;
}

static gboolean
do_change (FfDb *db, gint64 context, FfEditorValues *values, TakeChange take, gint64 *id, GError **error)
{
  FfClassChange change = { 0 };

  if (!take (db, context, values, &change, error))
    return FALSE;
  *id = change.run_id;
  return ff_class_changes_do (db, &change, error);
}

#define DEFINE_CHANGE(name)                                                                                                   \
  static GPtrArray *plan_##name (FfDb *db, gint64 context, FfEditorValues *values, GError **error)                            \
  {                                                                                                                           \
    return plan_change (db, context, values, take_##name, error);                                                             \
  }                                                                                                                           \
  static gboolean apply_##name (FfDb *db, gint64 context, FfEditorValues *values, gint64 *id, GError **error)                 \
  {                                                                                                                           \
    return do_change (db, context, values, take_##name, id, error);                                                           \
  }

/* Shifting ------------------------------------------------------------------------------------------------------------------ */

static const FfEditorField shift_fields[] = {
  { "by", N_("Move"), FF_FIELD_CHOICE, FALSE },
  { "days", N_("By how many days (− is earlier)"), FF_FIELD_TEXT, FALSE },
  { "to", N_("First session to come on"), FF_FIELD_DATE, FALSE },
  { "any_day", N_("Also onto days off"), FF_FIELD_SWITCH, FALSE },
};

/* The first session that would move, else the class's first day. */
static FfDay
first_to_move (const FfRun *run, GPtrArray *sessions)
{
  FfMinute now = ff_time_now ();

  for (guint i = 0; i < sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (sessions, i);

      if (!session->cancelled && session->starts_at >= now)
        return ff_time_day (session->starts_at);
    }
  return run->starts_on;
}

static gboolean
load_shift (FfDb *db, gint64 run_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);
  g_autoptr (GPtrArray) sessions = run != NULL ? ff_sessions_of_run (db, run_id, error) : NULL;
  g_autofree char *day = NULL;

  if (sessions == NULL)
    return FALSE;
  day = ff_day_format (first_to_move (run, sessions));
  ff_editor_values_set (values, "by", "days");
  ff_editor_values_set (values, "days", "7");
  ff_editor_values_set (values, "to", day);
  return TRUE;
}

static GPtrArray *
shift_choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  GPtrArray *array = ff_choices_new ();

  ff_editors_add_choice (array, "days", _("By days"));
  ff_editors_add_choice (array, "to", _("To a date"));
  return array;
}

static gboolean
shows_shift (const char *field, FfEditorValues *values)
{
  return (!g_str_equal (field, "days") && !g_str_equal (field, "to")) || g_str_equal (get (values, "by"), field);
}

/* A minus is typed in several ways. */
static gboolean
parse_days (const char *text, int *days)
{
  gboolean negative = g_str_has_prefix (text, "-") || g_str_has_prefix (text, "−") || g_str_has_prefix (text, "–");
  const char *digits = negative ? g_utf8_next_char (text) : *text == '+' ? text + 1 : text;
  gint64 hundredths;

  if (!ff_hundredths_parse (digits, &hundredths) || hundredths < 0 || hundredths % 100 != 0 || hundredths / 100 > MOST_DAYS)
    return FALSE;
  *days = (int) (hundredths / 100) * (negative ? -1 : 1);
  return TRUE;
}

static gboolean
take_shift (FfDb *db, gint64 run_id, FfEditorValues *values, FfClassChange *change, GError **error)
{
  change->kind = FF_CHANGE_SHIFT;
  change->run_id = run_id;
  change->to = FF_NO_DAY;
  change->any_day = g_str_equal (get (values, "any_day"), "1");
  if (g_str_equal (get (values, "by"), "to"))
    return take_day (values, "to", &change->to, error);
  if (parse_days (get (values, "days"), &change->days))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "days", _("Write a number of days, such as 7, or −2 for two days earlier."));
  return FALSE;
}

DEFINE_CHANGE (shift)

const FfPlanKind ff_shift_plan = {
  .title = N_("Shift the Class"),
  .label = N_("Shift a class"),
  .confirm = N_("_Shift"),
  .done = N_("Class shifted"),
  .fields = shift_fields,
  .n_fields = G_N_ELEMENTS (shift_fields),
  .load = load_shift,
  .choices = shift_choices,
  .shows = shows_shift,
  .plan = plan_shift,
  .apply = apply_shift,
};

/* Another trainer -------------------------------------------------------------------------------------------------------------- */

static const FfEditorField trainer_fields[] = {
  { "from", N_("From session"), FF_FIELD_CHOICE, FALSE },
  { "in_place_of", N_("In place of"), FF_FIELD_CHOICE, FALSE },
  { "trainer", N_("Trainer who takes over"), FF_FIELD_SUGGEST, TRUE },
};

static GPtrArray *
list_sessions (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (GPtrArray) sessions = ff_sessions_of_run (db, run_id, error);
  g_autoptr (GPtrArray) array = ff_choices_new ();

  if (sessions == NULL)
    return NULL;
  ff_editors_add_choice (array, "0", _("The next one"));
  for (guint i = 0; i < sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (sessions, i);
      g_autofree char *day = ff_format_day_short (ff_time_day (session->starts_at));
      g_autofree char *clock = ff_format_clock (session->starts_at);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, session->id);
      /* Translators: a session's key, a day, a time */
      g_autofree char *title = g_strdup_printf (_("%s, %s %s"), session->key, day, clock);

      if (!session->cancelled)
        ff_editors_add_choice (array, id, title);
    }
  return g_steal_pointer (&array);
}

static void
add_once (GPtrArray *array, const char *name)
{
  for (guint i = 0; i < array->len; i++)
    if (g_str_equal (((FfChoice *) g_ptr_array_index (array, i))->title, name))
      return;
  ff_editors_add_choice (array, name, name);
}

static GPtrArray *
list_class_trainers (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (GPtrArray) sessions = ff_sessions_of_run (db, run_id, error);
  g_autoptr (GPtrArray) array = ff_choices_new ();

  if (sessions == NULL)
    return NULL;
  ff_editors_add_choice (array, "", _("Whoever gives it"));
  for (guint i = 0; i < sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (sessions, i);
      g_auto (GStrv) names = g_strsplit (session->trainers != NULL ? session->trainers : "", "; ", -1);

      for (char **name = names; *name != NULL; name++)
        if (**name != '\0')
          add_once (array, *name);
    }
  return g_steal_pointer (&array);
}

static GPtrArray *
trainer_choices (FfDb *db, gint64 run_id, const char *field, GError **error)
{
  if (g_str_equal (field, "from"))
    return list_sessions (db, run_id, error);
  return g_str_equal (field, "in_place_of") ? list_class_trainers (db, run_id, error) : ff_people_list_trainers (db, NULL, error);
}

static gboolean
load_trainer (FfDb *db, gint64 run_id, FfEditorValues *values, GError **error)
{
  ff_editor_values_set (values, "from", "0");
  ff_editor_values_set (values, "in_place_of", "");
  return TRUE;
}

static gboolean
take_trainer (FfDb *db, gint64 run_id, FfEditorValues *values, FfClassChange *change, GError **error)
{
  change->kind = FF_CHANGE_TRAINER;
  change->run_id = run_id;
  change->session_id = g_ascii_strtoll (get (values, "from"), NULL, 10);
  change->trainer = get (values, "trainer");
  change->in_place_of = get (values, "in_place_of");
  return TRUE;
}

DEFINE_CHANGE (trainer)

const FfPlanKind ff_trainer_plan = {
  .title = N_("Change the Trainer"),
  .label = N_("Change the trainer of later sessions"),
  .confirm = N_("C_hange"),
  .done = N_("Trainer changed"),
  .fields = trainer_fields,
  .n_fields = G_N_ELEMENTS (trainer_fields),
  .load = load_trainer,
  .choices = trainer_choices,
  .plan = plan_trainer,
  .apply = apply_trainer,
};

/* One session --------------------------------------------------------------------------------------------------------------- */

static gboolean
take_session (FfDb *db, gint64 session_id, FfClassChange *change, GError **error)
{
  g_autoptr (FfSession) session = ff_sessions_read (db, session_id, error);

  change->session_id = session_id;
  change->run_id = session != NULL ? session->run_id : 0;
  return session != NULL;
}

static const FfEditorField postpone_fields[] = {
  { "date", N_("New date"), FF_FIELD_DATE, TRUE },
  { "from", N_("From"), FF_FIELD_TIME, TRUE },
  { "reason", N_("Reason"), FF_FIELD_TEXT, TRUE },
};

static gboolean
load_postpone (FfDb *db, gint64 session_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfSession) session = ff_sessions_read (db, session_id, error);
  g_autofree char *time = session != NULL ? ff_time_format (session->starts_at + 7 * FF_MINUTES_PER_DAY) : NULL;
  g_autofree char *date = time != NULL ? g_strndup (time, 10) : NULL;

  if (session == NULL)
    return FALSE;
  ff_editor_values_set (values, "date", date);
  ff_editor_values_set (values, "from", time + 11);
  return TRUE;
}

static gboolean
take_new_time (FfDb *db, gint64 session_id, FfEditorValues *values, FfClassChange *change, GError **error)
{
  FfDay day;
  int minute;

  change->kind = FF_CHANGE_POSTPONE;
  if (!take_session (db, session_id, change, error) || !take_day (values, "date", &day, error))
    return FALSE;
  if (!ff_clock_parse (get (values, "from"), &minute))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "from", _("“%s” is no time. Write it as 09:00 or 0900."), get (values, "from"));
      return FALSE;
    }
  change->starts_at = ff_day_start (day) + minute;
  return TRUE;
}

static gboolean
take_postpone (FfDb *db, gint64 session_id, FfEditorValues *values, FfClassChange *change, GError **error)
{
  change->reason = get (values, "reason");
  return take_new_time (db, session_id, values, change, error);
}

/* The time can be looked at before the reason is typed. */
static GPtrArray *
plan_postpone (FfDb *db, gint64 session_id, FfEditorValues *values, GError **error)
{
  FfClassChange change = { .reason = "…" };

  return take_new_time (db, session_id, values, &change, error) ? ff_class_changes_plan (db, &change, error) : NULL;
}

static gboolean
apply_postpone (FfDb *db, gint64 session_id, FfEditorValues *values, gint64 *id, GError **error)
{
  return do_change (db, session_id, values, take_postpone, id, error);
}

const FfPlanKind ff_postpone_plan = {
  .title = N_("Postpone the Session"),
  .label = N_("Postpone a session"),
  .confirm = N_("_Postpone"),
  .done = N_("Session postponed"),
  .fields = postpone_fields,
  .n_fields = G_N_ELEMENTS (postpone_fields),
  .load = load_postpone,
  .plan = plan_postpone,
  .apply = apply_postpone,
};

static const FfEditorField cancel_fields[] = {
  { "reason", N_("Reason"), FF_FIELD_TEXT, TRUE },
};

static gboolean
load_nothing (FfDb *db, gint64 context, FfEditorValues *values, GError **error)
{
  return TRUE;
}

static gboolean
take_cancel (FfDb *db, gint64 session_id, FfEditorValues *values, FfClassChange *change, GError **error)
{
  change->kind = FF_CHANGE_CANCEL;
  change->reason = get (values, "reason");
  return take_session (db, session_id, change, error);
}

static GPtrArray *
plan_cancel (FfDb *db, gint64 session_id, FfEditorValues *values, GError **error)
{
  FfClassChange change = { .kind = FF_CHANGE_CANCEL, .reason = "…" };

  return take_session (db, session_id, &change, error) ? ff_class_changes_plan (db, &change, error) : NULL;
}

static gboolean
apply_cancel (FfDb *db, gint64 session_id, FfEditorValues *values, gint64 *id, GError **error)
{
  return do_change (db, session_id, values, take_cancel, id, error);
}

const FfPlanKind ff_cancel_plan = {
  .title = N_("Cancel the Session"),
  .label = N_("Cancel a session"),
  .confirm = N_("Cancel the _Session"),
  .done = N_("Session cancelled"),
  .fields = cancel_fields,
  .n_fields = G_N_ELEMENTS (cancel_fields),
  .load = load_nothing,
  .plan = plan_cancel,
  .apply = apply_cancel,
};

/* Confirming ------------------------------------------------------------------------------------------------------------------ */

static const FfEditorField confirm_fields[] = {
  { "from", N_("Which"), FF_FIELD_CHOICE, FALSE },
};

static GPtrArray *
confirm_choices (FfDb *db, gint64 run_id, const char *field, GError **error)
{
  GPtrArray *array = list_sessions (db, run_id, error);

  if (array == NULL)
    return NULL;
  g_ptr_array_remove_index (array, 0);
  ff_editors_add_choice (array, "0", _("All that are still to come"));
  g_ptr_array_insert (array, 0, g_ptr_array_steal_index (array, array->len - 1));
  return array;
}

static gboolean
load_confirm (FfDb *db, gint64 run_id, FfEditorValues *values, GError **error)
{
  ff_editor_values_set (values, "from", "0");
  return TRUE;
}

static gboolean
take_confirm (FfDb *db, gint64 run_id, FfEditorValues *values, FfClassChange *change, GError **error)
{
  change->kind = FF_CHANGE_CONFIRM;
  change->run_id = run_id;
  change->session_id = g_ascii_strtoll (get (values, "from"), NULL, 10);
  return TRUE;
}

DEFINE_CHANGE (confirm)

const FfPlanKind ff_confirm_plan = {
  .title = N_("Confirm Bookings"),
  .label = N_("Confirm bookings"),
  .confirm = N_("C_onfirm"),
  .done = N_("Bookings confirmed"),
  .fields = confirm_fields,
  .n_fields = G_N_ELEMENTS (confirm_fields),
  .load = load_confirm,
  .choices = confirm_choices,
  .plan = plan_confirm,
  .apply = apply_confirm,
};

/* Copying ---------------------------------------------------------------------------------------------------------------------- */

static const FfEditorField copy_fields[] = {
  { "starts_on", N_("First day"), FF_FIELD_DATE, TRUE },
  { "code", N_("Code"), FF_FIELD_TEXT, TRUE },
  { "title", N_("Title"), FF_FIELD_TEXT, FALSE },
  { "people", N_("With the people and teams"), FF_FIELD_SWITCH, FALSE },
  { "any_day", N_("Also on days off"), FF_FIELD_SWITCH, FALSE },
  { "booking", N_("Booking"), FF_FIELD_CHOICE, FALSE },
};

static GPtrArray *
copy_choices (FfDb *db, gint64 run_id, const char *field, GError **error)
{
  GPtrArray *array = ff_choices_new ();

  ff_editors_add_choice (array, "provisional", _("Provisional"));
  ff_editors_add_choice (array, "confirmed", _("Confirmed"));
  return array;
}

/* As many weeks later as the class lasts, and not in the past. */
static gboolean
load_copy (FfDb *db, gint64 run_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);
  g_autofree char *code = run != NULL ? ff_class_plan_suggest_code (db, run->course_id, error) : NULL;
  g_autofree char *day = NULL;
  FfDay starts_on;

  if (code == NULL)
    return FALSE;
  starts_on = run->starts_on + 7 * ((run->ends_on - run->starts_on) / 7 + 1);
  while (starts_on < ff_time_day (ff_time_now ()))
    starts_on += 7;
  day = ff_day_format (starts_on);
  ff_editor_values_set (values, "starts_on", day);
  ff_editor_values_set (values, "code", code);
  ff_editor_values_set (values, "title", run->title);
  ff_editor_values_set (values, "booking", "provisional");
  return TRUE;
}

static gboolean
take_copy (gint64 run_id, FfEditorValues *values, FfClassCopy *copy, GError **error)
{
  *copy = (FfClassCopy) {
    .run_id = run_id,
    .code = get (values, "code"),
    .title = get (values, "title"),
    .people = g_str_equal (get (values, "people"), "1"),
    .any_day = g_str_equal (get (values, "any_day"), "1"),
    .provisional = g_str_equal (get (values, "booking"), "provisional"),
  };
  return take_day (values, "starts_on", &copy->starts_on, error);
}

static GPtrArray *
plan_copy (FfDb *db, gint64 run_id, FfEditorValues *values, GError **error)
{
  FfClassCopy copy;

  return take_copy (run_id, values, &copy, error) ? ff_class_copy_plan (db, &copy, error) : NULL;
}

static gboolean
apply_copy (FfDb *db, gint64 run_id, FfEditorValues *values, gint64 *id, GError **error)
{
  FfClassCopy copy;

  return take_copy (run_id, values, &copy, error) && ff_class_copy_do (db, &copy, id, error);
}

const FfPlanKind ff_copy_plan = {
  .title = N_("Copy the Class"),
  .label = N_("Copy a class"),
  .confirm = N_("C_opy"),
  .fields = copy_fields,
  .n_fields = G_N_ELEMENTS (copy_fields),
  .load = load_copy,
  .choices = copy_choices,
  .plan = plan_copy,
  .apply = apply_copy,
};
