#include "config.h"

#include "ff-calendar-ics.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "ff-output-file.h"
#include "ff-phrase-names.h"
#include "ff-places.h"
#include "ff-runs.h"
#include "ff-session-changes.h"

typedef struct
{
  FfDb *db;
  FfPhrases *phrases;
  char *database_id;
  char *zone_name;
  icaltimezone *zone; /* NULL: unknown, the times then float */
  GHashTable *changes; /* session id → FfSessionChanges */
  GHashTable *venues;  /* id → char *, "name, address" */
  icalcomponent *calendar;
  GPtrArray *events;   /* icalcomponent, put in behind the zone that they use */
  FfMinute first;      /* the earliest start, FF_NO_TIME: none */
} Writer;

static void
add (icalcomponent *component, icalproperty *property)
{
  icalcomponent_add_property (component, property);
}

/* "2026-09-22T08:40:00Z" of the journal. */
static struct icaltimetype
parse_moment (const char *text)
{
  g_autoptr (GDateTime) moment = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  gint64 seconds = moment != NULL ? g_date_time_to_unix (moment) : g_get_real_time () / G_USEC_PER_SEC;

  return icaltime_from_timet_with_zone ((time_t) seconds, FALSE, icaltimezone_get_utc_timezone ());
}

static gboolean
is_utc (const Writer *writer)
{
  return writer->zone == icaltimezone_get_utc_timezone ();
}

/* Wall time of the database's zone. */
static struct icaltimetype
convert_time (const Writer *writer, FfMinute time)
{
  struct icaltimetype converted = icaltime_null_time ();
  int minute = ff_time_minute_of_day (time);

  ff_day_to_ymd (ff_time_day (time), &converted.year, &converted.month, &converted.day);
  converted.hour = minute / 60;
  converted.minute = minute % 60;
  converted.is_date = FALSE;
  if (is_utc (writer))
    icaltime_set_timezone (&converted, writer->zone);
  return converted;
}

static void
add_time (const Writer *writer, icalcomponent *event, icalproperty *property)
{
  if (writer->zone != NULL && !is_utc (writer))
    icalproperty_add_parameter (property, icalparameter_new_tzid (writer->zone_name));
  add (event, property);
}

/* What an event says ------------------------------------------------------------------------------------------------------- */

static const char *
find_venue (Writer *writer, gint64 id)
{
  g_autoptr (FfVenue) venue = NULL;
  char *text = g_hash_table_lookup (writer->venues, &id);

  if (text != NULL || id == 0)
    return text;
  venue = ff_venue_store_read (writer->db, id, NULL);
  if (venue == NULL)
    return NULL;

  text = venue->address != NULL ? g_strdup_printf ("%s, %s", venue->name, venue->address) : g_strdup (venue->name);
  g_hash_table_insert (writer->venues, g_memdup2 (&id, sizeof id), text);
  return text;
}

static void
append_line (const Writer *writer, GString *text, const char *english, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "\n" : "", ff_phrases_get (writer->phrases, "calendar", english),
                          ff_phrases_get (writer->phrases, "calendar", NC_ ("calendar", ": ")), value);
}

static char *
describe (const Writer *writer, const FfRun *run, const FfSession *session)
{
  GString *text = g_string_new (NULL);
  g_autofree char *class = g_strdup_printf ("%s %s", run->code, run->title);
  g_autofree char *trainers = session->public_trainers != NULL ? ff_phrases_names (writer->phrases, session->public_trainers) : NULL;
  g_autofree char *audience = session->audience != NULL ? ff_phrases_names (writer->phrases, session->audience) : NULL;

  append_line (writer, text, NC_ ("calendar", "Class"), class);
  append_line (writer, text, NC_ ("calendar", "Trainer"), trainers);
  append_line (writer, text, NC_ ("calendar", "For"), audience);
  append_line (writer, text, NC_ ("calendar", "Link"), session->link);
  append_line (writer, text, NC_ ("calendar", "Cancelled because"), session->cancelled ? session->reason : run->cancelled ? run->reason : NULL);
  return g_string_free (text, FALSE);
}

static icalproperty_status
find_status (const FfRun *run, const FfSession *session)
{
  if (session->cancelled || run->cancelled)
    return ICAL_STATUS_CANCELLED;
  return session->provisional ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED;
}

static void
add_texts (Writer *writer, icalcomponent *event, const FfRun *run, const FfSession *session)
{
  g_autofree char *summary = session->title != NULL ? g_strdup_printf ("%s · %s", run->title, session->title) : g_strdup (run->title);
  g_autofree char *description = describe (writer, run, session);
  const char *place = find_venue (writer, session->venue_id);

  if (place == NULL && session->link != NULL)
    place = session->link;
  add (event, icalproperty_new_summary (summary));
  if (place != NULL)
    add (event, icalproperty_new_location (place));
  add (event, icalproperty_new_description (description));
  if (session->link != NULL)
    add (event, icalproperty_new_url (session->link));
  add (event, icalproperty_new_categories (run->code));
}

static void
add_event (Writer *writer, const FfRun *run, const FfSession *session)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  const FfSessionChanges *changes = g_hash_table_lookup (writer->changes, &session->id);
  struct icaltimetype changed = parse_moment (changes != NULL ? changes->at : NULL);
  g_autofree char *uid = g_strdup_printf ("%" G_GINT64_FORMAT "@%s", session->id, writer->database_id);

  /* A file without a METHOD means by DTSTAMP when the event was changed last (RFC 5545, 3.8.7.2), so that what did not change reads the
     same in every file. */
  add (event, icalproperty_new_uid (uid));
  add (event, icalproperty_new_dtstamp (changed));
  add (event, icalproperty_new_lastmodified (changed));
  add (event, icalproperty_new_sequence (changes != NULL && changes->changes > 0 ? (int) changes->changes - 1 : 0));
  add (event, icalproperty_new_status (find_status (run, session)));
  add_time (writer, event, icalproperty_new_dtstart (convert_time (writer, session->starts_at)));
  add_time (writer, event, icalproperty_new_dtend (convert_time (writer, session->ends_at)));
  add_texts (writer, event, run, session);
  g_ptr_array_add (writer->events, event);

  if (writer->first == FF_NO_TIME || session->starts_at < writer->first)
    writer->first = session->starts_at;
}

/* The whole ----------------------------------------------------------------------------------------------------------------- */

static void
drop_property (icalcomponent *component, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);

  if (property == NULL)
    return;
  icalcomponent_remove_property (component, property);
  icalproperty_free (property);
}

/* The zone's rules from the first session on, under the name that everybody knows. */
static void
add_zone (Writer *writer)
{
  icalcomponent *zone;

  if (writer->zone == NULL || is_utc (writer) || writer->first == FF_NO_TIME)
    return;

  zone = icalcomponent_new_clone (icaltimezone_get_component (writer->zone));
  /* A day early, because the truncation counts in UTC. */
  icaltimezone_truncate_vtimezone (zone, icaltime_convert_to_zone (convert_time (writer, writer->first - FF_MINUTES_PER_DAY),
                                                                   icaltimezone_get_utc_timezone ()),
                                   icaltime_null_time (), FALSE);
  drop_property (zone, ICAL_TZID_PROPERTY);
  add (zone, icalproperty_new_tzid (writer->zone_name));
  icalcomponent_add_component (writer->calendar, zone);
}

static gboolean
add_run (Writer *writer, gint64 run_id, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (writer->db, run_id, error);
  g_autoptr (GPtrArray) sessions = run != NULL ? ff_sessions_of_run (writer->db, run_id, error) : NULL;

  if (sessions == NULL)
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    add_event (writer, run, g_ptr_array_index (sessions, i));
  return TRUE;
}

static gboolean
add_runs (Writer *writer, GArray *ids, GCancellable *cancellable, FfProgressFunc progress, gpointer user_data, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (cancellable != NULL && g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, FF_ERROR, FF_ERROR_CANCELLED, _("Cancelled; nothing was written."));
          return FALSE;
        }
      if (!add_run (writer, g_array_index (ids, gint64, i), error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, ids->len, user_data);
    }
  return TRUE;
}

static gboolean
begin (Writer *writer, const char *language, GError **error)
{
  writer->phrases = ff_phrases_new (language);
  writer->database_id = ff_db_dup_meta (writer->db, "database_id", error);
  writer->zone_name = writer->database_id != NULL ? ff_db_dup_meta (writer->db, "time_zone", error) : NULL;
  if (writer->zone_name == NULL)
    return FALSE;

  if (g_str_equal (writer->zone_name, "UTC") || g_str_equal (writer->zone_name, "Etc/UTC"))
    writer->zone = icaltimezone_get_utc_timezone ();
  else
    writer->zone = icaltimezone_get_builtin_timezone (writer->zone_name);
  writer->venues = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  writer->changes = ff_session_changes_read (writer->db, error);
  writer->calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  add (writer->calendar, icalproperty_new_version ("2.0"));
  add (writer->calendar, icalproperty_new_prodid ("-//Fourfold//Fourfold " FF_VERSION "//EN"));
  add (writer->calendar, icalproperty_new_calscale ("GREGORIAN"));
  return writer->changes != NULL;
}

static void
free_event (gpointer event, gpointer user_data)
{
  icalcomponent_free (event);
}

static void
finish (Writer *writer)
{
  g_ptr_array_foreach (writer->events, free_event, NULL);
  g_ptr_array_unref (writer->events);
  g_clear_pointer (&writer->calendar, icalcomponent_free);
  g_clear_pointer (&writer->changes, g_hash_table_unref);
  g_clear_pointer (&writer->venues, g_hash_table_unref);
  g_clear_pointer (&writer->phrases, ff_phrases_free);
  g_free (writer->zone_name);
  g_free (writer->database_id);
}

static GArray *
list_runs (FfDb *db, gint64 run_id, GError **error)
{
  GArray *ids;

  if (run_id == 0)
    return ff_runs_list (db, &(FfRunQuery) { .status = -1 }, error);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, run_id);
  return ids;
}

char *
ff_calendar_ics_format (FfDb *db, gint64 run_id, const char *language, guint *n, GCancellable *cancellable, FfProgressFunc progress,
                        gpointer user_data, GError **error)
{
  Writer writer = { .db = db, .first = FF_NO_TIME, .events = g_ptr_array_new () };
  g_autoptr (GArray) ids = NULL;
  char *text = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (ff_phrases_is_language (language), NULL);

  ids = list_runs (db, run_id, error);
  if (ids != NULL && begin (&writer, language, error) && add_runs (&writer, ids, cancellable, progress, user_data, error))
    {
      char *formatted;

      add_zone (&writer);
      for (guint i = 0; i < writer.events->len; i++)
        icalcomponent_add_component (writer.calendar, g_ptr_array_index (writer.events, i));
      if (n != NULL)
        *n = writer.events->len;
      g_ptr_array_set_size (writer.events, 0);
      formatted = icalcomponent_as_ical_string_r (writer.calendar);
      text = g_strdup (formatted);
      free (formatted);
    }
  finish (&writer);
  return text;
}

gboolean
ff_calendar_ics_export (FfDb *db, gint64 run_id, const char *path, const char *language, guint *n, GCancellable *cancellable,
                        FfProgressFunc progress, gpointer user_data, GError **error)
{
  g_autofree char *text = ff_calendar_ics_format (db, run_id, language, n, cancellable, progress, user_data, error);

  return text != NULL && ff_output_file_write (path, text, strlen (text), error);
}
