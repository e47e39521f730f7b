#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar.h"
#include "ff-people.h"
#include "ff-runs.h"
#include "ff-session-equipment.h"

/* The class first: it is asked for only where it does not follow from the place. */
static const FfEditorField fields[] = {
  { "run", N_("Class"), FF_FIELD_CHOICE, TRUE },
  { "title", N_("Title"), FF_FIELD_TEXT, FALSE },
  { "date", N_("Date"), FF_FIELD_DATE, TRUE },
  { "from", N_("From"), FF_FIELD_TIME, TRUE },
  { "to", N_("To"), FF_FIELD_TIME, TRUE },
  { "venue", N_("Venue"), FF_FIELD_SUGGEST, FALSE },
  { "trainers", N_("Trainers, separated by ;"), FF_FIELD_SUGGEST_MANY, FALSE },
  { "audience", N_("For layers or teams only, separated by ;"), FF_FIELD_SUGGEST_MANY, FALSE },
  { "mode", N_("Form"), FF_FIELD_CHOICE, FALSE },
  { "link", N_("Link for those who take part online"), FF_FIELD_TEXT, FALSE },
  { "booking", N_("Booking"), FF_FIELD_CHOICE, FALSE },
  { "equipment", N_("Equipment, separated by ; such as Projector × 2"), FF_FIELD_SUGGEST_MANY, FALSE },
  { "joint", N_("Held together with other classes, as"), FF_FIELD_SUGGEST, FALSE },
  { "key", N_("Short name"), FF_FIELD_TEXT, FALSE },
};

gboolean
ff_session_read_end (FfDb *db, gint64 id, FfMinute start, int minute, FfMinute *end, GError **error)
{
  g_autoptr (FfSession) stored = id != 0 ? ff_sessions_read (db, id, error) : NULL;

  if (id != 0 && stored == NULL)
    return FALSE;
  *end = stored != NULL ? ff_time_clock_end (stored->starts_at, stored->ends_at, start, minute)
                        : ff_time_clock_end (start, start, start, minute);
  return TRUE;
}

/* "2026-09-22" and "0912" as one moment. */
static gboolean
compose (FfEditorValues *values, const char *clock_field, FfMinute *time, GError **error)
{
  const char *date = ff_editor_values_get (values, "date");
  const char *clock = ff_editor_values_get (values, clock_field);
  FfDay day;
  int minute;

  if (!ff_day_parse (date, &day))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "date", _("“%s” is no date. Write it as 2026-09-22."), date);
      return FALSE;
    }
  if (!ff_clock_parse (clock, &minute))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, clock_field, _("“%s” is no time. Write it as 09:00 or 0900."), clock);
      return FALSE;
    }
  *time = ff_day_start (day) + minute;
  return TRUE;
}

/* The use case knows starts_at and ends_at; the form shows the end as "to". */
static void
rename_field (GError **error)
{
  const char *field = error != NULL && *error != NULL ? ff_put_error_field (*error) : NULL;
  g_autoptr (GError) inner = NULL;

  if (g_strcmp0 (field, "starts_at") != 0 && g_strcmp0 (field, "ends_at") != 0)
    return;
  inner = g_steal_pointer (error);
  ff_put_set_error (error, (FfError) inner->code, g_str_equal (ff_put_error_field (inner), "starts_at") ? "from" : "to", "%s", inner->message);
}

static FfPut
put (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);
  g_autofree char *starts_at = NULL;
  g_autofree char *ends_at = NULL;
  FfSessionDraft draft;
  FfPut result, equipment;
  FfMinute from, to;

  if (run == NULL || !compose (values, "from", &from, error) || !compose (values, "to", &to, error)
      || !ff_session_read_end (db, id, from, ff_time_minute_of_day (to), &to, error))
    return FF_PUT_REFUSED;
  starts_at = ff_time_format (from);
  ends_at = ff_time_format (to);
  draft = (FfSessionDraft) {
    .run = run->code,
    .key = ff_editor_values_get (values, "key"),
    .starts_at = starts_at,
    .ends_at = ends_at,
    .title = ff_editor_values_get (values, "title"),
    .venue = ff_editor_values_get (values, "venue"),
    .trainers = ff_editor_values_get (values, "trainers"),
    .audience = ff_editor_values_get (values, "audience"),
    .mode = ff_editor_values_get (values, "mode"),
    .link = ff_editor_values_get (values, "link"),
    .booking = ff_editor_values_get (values, "booking"),
    .joint = ff_editor_values_get (values, "joint"),
  };
  result = ff_sessions_put (db, id, &draft, NULL, new_id, error);
  if (result == FF_PUT_REFUSED)
    {
      rename_field (error);
      return FF_PUT_REFUSED;
    }
  equipment = ff_session_equipment_put (db, *new_id, ff_editor_values_get (values, "equipment"), error);
  return equipment == FF_PUT_REFUSED || result == FF_PUT_SAME ? equipment : result;
}

/* A new session follows the last one: the afternoon after a morning, the next morning after an afternoon. */
static void
suggest (const FfRun *run, GPtrArray *sessions, FfEditorValues *values)
{
  const FfSession *last = sessions->len > 0 ? g_ptr_array_index (sessions, sessions->len - 1) : NULL;
  gboolean afternoon = last != NULL && ff_time_minute_of_day (last->starts_at) < 12 * 60;
  FfDay day = last == NULL ? run->starts_on : ff_time_day (last->starts_at) + (afternoon ? 0 : 1);
  g_autofree char *date = ff_day_format (day);

  ff_editor_values_set (values, "date", date);
  ff_editor_values_set (values, "from", afternoon ? "14:00" : "09:00");
  ff_editor_values_set (values, "to", afternoon ? "17:00" : "12:00");
  ff_editor_values_set (values, "mode", "on_site");
  ff_editor_values_set (values, "booking", "confirmed");
  if (last != NULL)
    {
      ff_editor_values_set (values, "venue", last->venue);
      ff_editor_values_set (values, "trainers", last->trainers);
    }
}

static void
show (const FfSession *session, FfEditorValues *values)
{
  g_autofree char *starts_at = ff_time_format (session->starts_at);
  g_autofree char *ends_at = ff_time_format (session->ends_at);
  g_autofree char *date = g_strndup (starts_at, 10);

  ff_editor_values_set (values, "key", session->key);
  ff_editor_values_set (values, "title", session->title);
  ff_editor_values_set (values, "date", date);
  ff_editor_values_set (values, "from", starts_at + 11);
  ff_editor_values_set (values, "to", ends_at + 11);
  ff_editor_values_set (values, "venue", session->venue);
  ff_editor_values_set (values, "trainers", session->trainers);
  ff_editor_values_set (values, "audience", session->audience);
  ff_editor_values_set (values, "mode", session->mode);
  ff_editor_values_set (values, "link", session->link);
  ff_editor_values_set (values, "booking", session->provisional ? "provisional" : "confirmed");
  ff_editor_values_set (values, "joint", session->joint);
}

static gboolean
show_equipment (FfDb *db, gint64 session_id, FfEditorValues *values, GError **error)
{
  g_autofree char *equipment = ff_session_equipment_describe (db, session_id, error);

  ff_editor_values_set (values, "equipment", equipment);
  return equipment != NULL;
}

static const FfSession *
find_session (GPtrArray *sessions, gint64 id, GError **error)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (sessions, i);

      if (session->id == id)
        return session;
    }
  g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This session does not exist any more."));
  return NULL;
}

static gboolean
load (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);
  g_autoptr (GPtrArray) sessions = run != NULL ? ff_sessions_of_run (db, run_id, error) : NULL;
  const FfSession *session;

  if (sessions == NULL)
    return FALSE;
  if (id == 0)
    {
      suggest (run, sessions, values);
      return TRUE;
    }
  session = find_session (sessions, id, error);
  if (session != NULL)
    show (session, values);
  return session != NULL && show_equipment (db, id, values, error);
}

static GPtrArray *
list_modes (void)
{
  GPtrArray *array = ff_choices_new ();

  ff_editors_add_choice (array, "on_site", C_("session form", "On site"));
  ff_editors_add_choice (array, "online", C_("session form", "Online"));
  ff_editors_add_choice (array, "hybrid", C_("session form", "Hybrid"));
  return array;
}

static GPtrArray *
list_bookings (void)
{
  GPtrArray *array = ff_choices_new ();

  ff_editors_add_choice (array, "confirmed", C_("booking", "Confirmed"));
  ff_editors_add_choice (array, "provisional", C_("booking", "Provisional"));
  return array;
}

/* The names by which sessions of several classes are one booking. */
static GPtrArray *
list_joints (FfDb *db, GError **error)
{
  g_autoptr (GPtrArray) names = ff_session_store_list_joints (db, error);
  GPtrArray *array;

  if (names == NULL)
    return NULL;
  array = ff_choices_new ();
  for (guint i = 0; i < names->len; i++)
    ff_editors_add_choice (array, g_ptr_array_index (names, i), g_ptr_array_index (names, i));
  return array;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  if (g_str_equal (field, "venue"))
    return ff_people_list_venues (db, NULL, error);
  if (g_str_equal (field, "trainers"))
    return ff_people_list_trainers (db, NULL, error);
  if (g_str_equal (field, "equipment"))
    return ff_people_list_equipment (db, NULL, error);
  if (g_str_equal (field, "booking"))
    return list_bookings ();
  if (g_str_equal (field, "audience"))
    return ff_people_list_layers (db, error);
  if (g_str_equal (field, "joint"))
    return list_joints (db, error);
  return list_modes ();
}

static GPtrArray *
remark (FfDb *db, gint64 id, gint64 run_id, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);
  g_autoptr (GPtrArray) sessions = run != NULL ? ff_sessions_of_run (db, run_id, error) : NULL;
  const FfSession *session = sessions != NULL ? find_session (sessions, id, error) : NULL;
  GPtrArray *sentences = session != NULL ? ff_sessions_list_clashes (db, id, error) : NULL;
  char *outside = sentences != NULL ? ff_sessions_warning (run, session->starts_at, session->ends_at) : NULL;

  if (outside != NULL)
    g_ptr_array_insert (sentences, 0, outside);
  return sentences;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_sessions_delete (db, id, error);
}

const FfEditorKind ff_session_editor = {
  .new_title = N_("New Session"),
  .edit_title = N_("Session"),
  .new_label = N_("Add a session"),
  .edit_label = N_("Change a session"),
  .fields = fields + 1,
  .n_fields = G_N_ELEMENTS (fields) - 1,
  .put = put,
  .remark = remark,
  .preview = ff_session_preview,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Session"),
  .deleted = N_("Session deleted"),
};

/* A session of whichever class ----------------------------------------------------------------------------------------- */

static FfPut
put_anywhere (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  gint64 run_id = ff_runs_find (db, ff_editor_values_get (values, "run"), error);

  if (run_id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "run", _("This class does not exist any more. Choose another."));
  return run_id > 0 ? put (db, id, run_id, values, new_id, error) : FF_PUT_REFUSED;
}

static gboolean
load_anywhere (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  ff_editor_values_set (values, "mode", "on_site");
  ff_editor_values_set (values, "booking", "confirmed");
  return TRUE;
}

static GPtrArray *
choices_anywhere (FfDb *db, gint64 context, const char *field, GError **error)
{
  return g_str_equal (field, "run") ? ff_calendar_list_runs (db, error) : choices (db, 0, field, error);
}

static GPtrArray *
remark_anywhere (FfDb *db, gint64 id, gint64 context, GError **error)
{
  g_autoptr (FfSession) session = ff_session_store_read (db, id, error);

  return session != NULL ? remark (db, id, session->run_id, error) : NULL;
}

const FfEditorKind ff_any_session_editor = {
  .new_title = N_("New Session"),
  .edit_title = N_("Session"),
  .new_label = N_("Add a session"),
  .edit_label = N_("Change a session"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put_anywhere,
  .remark = remark_anywhere,
  .preview = ff_session_preview,
  .load = load_anywhere,
  .choices = choices_anywhere,
};
