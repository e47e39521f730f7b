/* Builds the demo organisation from data/demo through the same use cases that the window and the imports call. What the files leave
   open (who comes late, which mark somebody gets) is drawn from a fixed seed. */
#include "config.h"

#include "ff-demo.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "ff-agenda.h"
#include "ff-courses.h"
#include "ff-course-json.h"
#include "ff-demo-desk.h"
#include "ff-demo-levels.h"
#include "ff-demo-metrics.h"
#include "ff-demo-project.h"
#include "ff-demo-resources.h"
#include "ff-demo-improvement.h"
#include "ff-demo-results.h"
#include "ff-demo-work.h"
#include "ff-people.h"
#include "ff-register.h"
#include "ff-runs.h"

#define DEMO_SEED 20260922
#define PEOPLE 240

static const char *const course_codes[] = { "CX-101", "SV-201", "KA-300", "MG-210", "SQ-110", "SA-100" };

typedef struct
{
  gint64 trainee_id;
  char *employee_no;
  int ability; /* the mean of this person's marks, in points of 100 */
  guint used;  /* classes so far, so that the load is spread */
} Person;

typedef struct
{
  FfDb *db;
  FfMinute now;
  FfDay today;
  const char *language; /* a key of every text in organisation.json */
  JsonObject *organisation;
  GRand *rand;
  GPtrArray *layers[3]; /* Person, by layer in the order of the file */
} Demo;

static void
person_free (Person *person)
{
  g_free (person->employee_no);
  g_free (person);
}

static void
demo_clear (Demo *demo)
{
  g_clear_pointer (&demo->organisation, json_object_unref);
  g_clear_pointer (&demo->rand, g_rand_free);
  for (guint i = 0; i < G_N_ELEMENTS (demo->layers); i++)
    g_clear_pointer (&demo->layers[i], g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Demo, demo_clear)

/* Reading the files ---------------------------------------------------------------------------------------------- */

static const char *
demo_language (void)
{
  const char *const *names = g_get_language_names ();

  return g_str_has_prefix (names[0], "zh") ? "zh_CN" : "en";
}

static const char *
text_of (const Demo *demo, JsonObject *owner, const char *member)
{
  if (!json_object_has_member (owner, member))
    return NULL;
  return json_object_get_string_member (json_object_get_object_member (owner, member), demo->language);
}

static const char *
text_at (const Demo *demo, JsonArray *texts, guint index)
{
  return json_object_get_string_member (json_array_get_object_element (texts, index), demo->language);
}

static GBytes *
look_up (const char *path, GError **error)
{
  return g_resource_lookup_data (ff_demo_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static gboolean
load_organisation (Demo *demo, GError **error)
{
  g_autoptr (GBytes) bytes = look_up ("/org/fourfold/demo/organisation.json", error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize size;
  const char *text;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &size);
  if (!json_parser_load_from_data (parser, text, (gssize) size, error))
    return FALSE;
  demo->organisation = json_object_ref (json_node_get_object (json_parser_get_root (parser)));
  return TRUE;
}

/* Chance --------------------------------------------------------------------------------------------------------- */

static gboolean
one_in_hundred_times (Demo *demo, int times)
{
  return g_rand_int_range (demo->rand, 0, 100) < times;
}

/* The mean of four draws: most values lie near the middle. */
static int
around (Demo *demo, int middle, int spread)
{
  int sum = 0;

  for (int i = 0; i < 4; i++)
    sum += g_rand_int_range (demo->rand, -spread, spread + 1);
  return middle + sum / 2;
}

/* A mark in percent. */
static int
draw_percent (Demo *demo, int middle, int spread)
{
  int percent = around (demo, middle, spread);

  return CLAMP (percent, 20, 100);
}

/* People, places, courses ------------------------------------------------------------------------------------------ */

static gboolean
put_trainers_and_venues (Demo *demo, GError **error)
{
  JsonArray *trainers = json_object_get_array_member (demo->organisation, "trainers");
  JsonArray *venues = json_object_get_array_member (demo->organisation, "venues");

  for (guint i = 0; i < json_array_get_length (trainers); i++)
    {
      JsonObject *trainer = json_array_get_object_element (trainers, i);
      FfTrainerDraft draft = {
        .name = text_of (demo, trainer, "name"),
        .kind = json_object_get_string_member (trainer, "kind"),
        .organisation = text_of (demo, trainer, "organisation"),
      };

      if (ff_people_put_trainer (demo->db, 0, &draft, NULL, error) == FF_PUT_REFUSED)
        return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (venues); i++)
    {
      JsonObject *venue = json_array_get_object_element (venues, i);
      g_autofree char *capacity = g_strdup_printf ("%d", (int) json_object_get_int_member (venue, "capacity"));
      FfVenueDraft draft = {
        .name = text_of (demo, venue, "name"),
        .capacity = capacity,
        .address = text_of (demo, venue, "address"),
      };

      if (ff_people_put_venue (demo->db, 0, &draft, NULL, error) == FF_PUT_REFUSED)
        return FALSE;
    }
  return TRUE;
}

/* The first few people have names of their own; the others take every pair of surname and given name once. */
static char *
person_name (Demo *demo, guint index)
{
  JsonObject *people = json_object_get_object_member (demo->organisation, "people");
  JsonArray *first = json_object_get_array_member (people, "first");
  JsonArray *surnames = json_object_get_array_member (json_object_get_object_member (people, "surnames"), demo->language);
  JsonArray *given = json_object_get_array_member (json_object_get_object_member (people, "given"), demo->language);
  guint n_surnames = json_array_get_length (surnames);
  guint n_given = json_array_get_length (given);
  const char *surname;
  const char *name;

  if (index < json_array_get_length (first))
    return g_strdup (text_at (demo, first, index));
  surname = json_array_get_string_element (surnames, index % n_surnames);
  name = json_array_get_string_element (given, (index * 7 + index / n_surnames) % n_given);
  if (g_str_equal (demo->language, "zh_CN"))
    return g_strconcat (surname, name, NULL);
  return g_strdup_printf ("%s %s", surname, name);
}

static gboolean
put_person (Demo *demo, guint layer, guint index, JsonArray *departments_of_layer, const char *layer_key,
            GError **error)
{
  JsonArray *departments = json_object_get_array_member (demo->organisation, "departments");
  JsonArray *titles = json_object_get_array_member (
      json_object_get_object_member (demo->organisation, "job_titles"), layer_key);
  guint n_departments = json_array_get_length (departments_of_layer);
  guint department = (guint) json_array_get_int_element (departments_of_layer, index % n_departments);
  g_autofree char *employee_no = g_strdup_printf ("F%05u", 10001 + index * 13);
  g_autofree char *name = person_name (demo, index);
  FfTraineeDraft draft = {
    .employee_no = employee_no,
    .name = name,
    .layer = layer_key,
    .department = text_at (demo, departments, department),
    .job_title = text_at (demo, titles, (index / n_departments) % json_array_get_length (titles)),
  };
  g_autofree Person *person = g_new0 (Person, 1);

  if (ff_people_put_trainee (demo->db, 0, &draft, &person->trainee_id, error) == FF_PUT_REFUSED)
    return FALSE;
  person->employee_no = g_steal_pointer (&employee_no);
  person->ability = around (demo, 79, 9);
  g_ptr_array_add (demo->layers[layer], g_steal_pointer (&person));
  return TRUE;
}

static gboolean
put_people (Demo *demo, GError **error)
{
  JsonArray *layers = json_object_get_array_member (
      json_object_get_object_member (demo->organisation, "people"), "layers");
  guint index = 0;

  for (guint i = 0; i < json_array_get_length (layers); i++)
    {
      JsonArray *layer = json_array_get_array_element (layers, i);
      guint count = (guint) json_array_get_int_element (layer, 1);

      demo->layers[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
      for (guint j = 0; j < count; j++, index++)
        if (!put_person (demo, i, index, json_array_get_array_element (layer, 2),
                         json_array_get_string_element (layer, 0), error))
          return FALSE;
    }
  g_assert (index == PEOPLE);
  return TRUE;
}

/* Everybody below management reports to somebody in it. */
static gboolean
link_supervisors (Demo *demo, GError **error)
{
  GPtrArray *management = demo->layers[2];

  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < demo->layers[i]->len; j++)
      {
        Person *person = g_ptr_array_index (demo->layers[i], j);
        Person *supervisor = g_ptr_array_index (management, (j + i * 3) % management->len);

        if (ff_people_link_trainee (demo->db, person->trainee_id, supervisor->employee_no, NULL, error) == FF_PUT_REFUSED)
          return FALSE;
      }
  return TRUE;
}

static gboolean
put_courses (Demo *demo, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (course_codes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/org/fourfold/demo/%s/%s.json", demo->language, course_codes[i]);
      g_autoptr (GBytes) bytes = look_up (path, error);
      gsize size;
      const char *text;

      if (bytes == NULL)
        return FALSE;
      text = g_bytes_get_data (bytes, &size);
      if (ff_course_json_put (demo->db, text, size, error) == FF_PUT_REFUSED)
        return FALSE;
    }
  return TRUE;
}

/* Classes ---------------------------------------------------------------------------------------------------------- */

static FfDay
class_start (Demo *demo, JsonObject *class)
{
  FfDay start = demo->today + json_object_get_int_member (class, "start");

  if (json_object_has_member (class, "on_tuesday"))
    start += 2 - ff_day_weekday (start);
  return start;
}

static FfMinute
time_on (FfDay day, const char *clock)
{
  int minute = 0;

  ff_clock_parse (clock, &minute);
  return ff_day_start (day) + minute;
}

static gboolean
put_slots (Demo *demo, gint64 session_id, FfDay day, JsonObject *session, GError **error)
{
  g_autoptr (GPtrArray) slots = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_agenda_slot_free);
  JsonArray *members;

  if (!json_object_has_member (session, "slots"))
    return TRUE;
  members = json_object_get_array_member (session, "slots");
  for (guint i = 0; i < json_array_get_length (members); i++)
    {
      JsonObject *member = json_array_get_object_element (members, i);
      FfAgendaSlot *slot = g_new0 (FfAgendaSlot, 1);

      slot->starts_at = time_on (day, json_object_get_string_member (member, "from"));
      slot->ends_at = time_on (day, json_object_get_string_member (member, "to"));
      slot->title = g_strdup (text_of (demo, member, "title"));
      slot->activity = g_strdup (json_object_get_string_member_with_default (member, "activity", NULL));
      g_ptr_array_add (slots, slot);
    }
  return ff_agenda_put (demo->db, session_id, time_on (day, json_object_get_string_member (session, "from")),
                        time_on (day, json_object_get_string_member (session, "to")), slots, error);
}

static char *
trainer_names (Demo *demo, JsonObject *class)
{
  JsonArray *trainers = json_object_get_array_member (demo->organisation, "trainers");
  JsonArray *indexes = json_object_get_array_member (class, "trainers");
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (indexes); i++)
    {
      JsonObject *trainer = json_array_get_object_element (trainers, (guint) json_array_get_int_element (indexes, i));

      g_string_append_printf (names, "%s%s", i == 0 ? "" : ";", text_of (demo, trainer, "name"));
    }
  return g_string_free (names, FALSE);
}

static const char *
venue_name (Demo *demo, JsonObject *class)
{
  JsonArray *venues = json_object_get_array_member (demo->organisation, "venues");

  if (!json_object_has_member (class, "venue"))
    return NULL;
  return text_of (demo, json_array_get_object_element (venues, (guint) json_object_get_int_member (class, "venue")), "name");
}

static JsonArray *
timetable_of (Demo *demo, JsonObject *class)
{
  return json_object_get_array_member (json_object_get_object_member (demo->organisation, "timetables"),
                                       json_object_get_string_member (class, "timetable"));
}

static gboolean
put_sessions (Demo *demo, JsonObject *class, FfDay start, GError **error)
{
  JsonArray *timetable = timetable_of (demo, class);
  g_autofree char *trainers = trainer_names (demo, class);

  for (guint i = 0; i < json_array_get_length (timetable); i++)
    {
      JsonObject *session = json_array_get_object_element (timetable, i);
      FfDay day = start + json_object_get_int_member (session, "day");
      g_autofree char *starts_at = ff_time_format (time_on (day, json_object_get_string_member (session, "from")));
      g_autofree char *ends_at = ff_time_format (time_on (day, json_object_get_string_member (session, "to")));
      FfSessionDraft draft = {
        .run = json_object_get_string_member (class, "code"),
        .key = json_object_get_string_member (session, "key"),
        .starts_at = starts_at,
        .ends_at = ends_at,
        .title = text_of (demo, session, "title"),
        .venue = venue_name (demo, class),
        .trainers = trainers,
        .booking = json_object_get_boolean_member_with_default (class, "provisional", FALSE) ? "provisional" : NULL,
      };
      gint64 session_id;

      if (ff_sessions_put (demo->db, 0, &draft, NULL, &session_id, error) == FF_PUT_REFUSED ||
          !put_slots (demo, session_id, day, session, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
enrol (Demo *demo, JsonObject *class, Person *person, guint position, gboolean waitlisted, GPtrArray *people, GError **error)
{
  guint n_teams = (guint) json_object_get_int_member_with_default (class, "teams", 0);
  g_autofree char *team = NULL;
  FfEnrolmentDraft draft = {
    .run = json_object_get_string_member (class, "code"),
    .employee_no = person->employee_no,
    .status = waitlisted ? "waitlisted" : NULL,
  };

  if (n_teams > 0 && !waitlisted)
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      /* The format is our own data, with one %d in every language. */
      team = g_strdup_printf (text_of (demo, demo->organisation, "team"), (int) (position % n_teams) + 1);
#pragma GCC diagnostic pop
      draft.team = team;
      draft.leader = position < n_teams ? "1" : NULL;
    }
  if (ff_enrolments_put (demo->db, &draft, NULL, NULL, error) == FF_PUT_REFUSED)
    return FALSE;
  person->used++;
  if (!waitlisted)
    g_ptr_array_add (people, person);
  return TRUE;
}

/* Takes the people of a layer in turn, those first who have been in the fewest classes. */
static Person *
next_person (GPtrArray *layer, guint round)
{
  for (guint i = 0; i < layer->len; i++)
    {
      Person *person = g_ptr_array_index (layer, i);

      if (person->used <= round)
        return person;
    }
  return NULL;
}

static gboolean
put_enrolments (Demo *demo, JsonObject *class, GPtrArray *people, GError **error)
{
  static const char *const keys[] = { "frontline", "support", "management" };
  JsonObject *counts = json_object_get_object_member (class, "people");
  gint64 waiting = json_object_get_int_member_with_default (class, "waitlisted", 0);
  guint position = 0;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gint64 count = json_object_get_int_member_with_default (counts, keys[i], 0);
      gint64 all = count + (i == 0 ? waiting : 0);
      guint least = G_MAXUINT;

      for (guint j = 0; j < demo->layers[i]->len; j++)
        least = MIN (least, ((Person *) g_ptr_array_index (demo->layers[i], j))->used);
      for (gint64 j = 0; j < all; j++, position++)
        {
          Person *person = next_person (demo->layers[i], least);

          if (person == NULL)
            person = next_person (demo->layers[i], ++least);
          g_assert (person != NULL);
          if (!enrol (demo, class, person, position, j >= count, people, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* What happened ---------------------------------------------------------------------------------------------------- */

static FfAttendanceRecord
draw_record (Demo *demo, const FfSession *session)
{
  FfAttendanceRecord record = FF_ATTENDANCE_RECORD_NONE;
  int draw = g_rand_int_range (demo->rand, 0, 1000);

  /* One absence in four sessions disqualifies, so few are absent. */
  if (draw < 10)
    record.set = FF_ATTENDANCE_ABSENT;
  else if (draw < 25)
    record.set = FF_ATTENDANCE_EXCUSED;
  else if (draw < 80)
    record.arrived_at = session->starts_at + g_rand_int_range (demo->rand, 2, 15);
  else if (draw < 86)
    record.arrived_at = session->starts_at + g_rand_int_range (demo->rand, 16, 40);
  else
    record.arrived_at = session->starts_at - g_rand_int_range (demo->rand, 0, 18);
  if (record.arrived_at != FF_NO_TIME && session->ends_at <= demo->now && one_in_hundred_times (demo, 2))
    record.left_at = session->ends_at - g_rand_int_range (demo->rand, 3, 15);
  return record;
}

static gboolean
put_attendance (Demo *demo, GPtrArray *sessions, GPtrArray *enrolments, GError **error)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (sessions, i);

      if (session->starts_at > demo->now)
        continue;
      for (guint j = 0; j < enrolments->len; j++)
        {
          const FfEnrolment *enrolment = g_ptr_array_index (enrolments, j);
          FfAttendanceRecord record = draw_record (demo, session);

          /* A register that is being taken is not complete yet. */
          if (!g_str_equal (enrolment->status, "enrolled") ||
              (session->ends_at > demo->now && (j % 8 == 7 || record.arrived_at > demo->now)))
            continue;
          if (ff_register_set (demo->db, session->id, enrolment->id, &record, error) == FF_PUT_REFUSED)
            return FALSE;
        }
    }
  return TRUE;
}

/* How many of a hundred trainees have a mark in this leaf by now. */
static int
share_marked (JsonObject *class, const char *key)
{
  JsonObject *marked = json_object_get_object_member (class, "marked");

  if (json_object_has_member (marked, key))
    return (int) json_object_get_int_member (marked, key);
  return (int) json_object_get_int_member_with_default (marked, "*", 100);
}

/* Raters choose the level that comes closest, or give half points where there are no levels. */
static gint64
draw_points (const FfCriterion *criterion, int percent)
{
  gint64 points = criterion->max * percent / 100, nearest = 0;

  if (criterion->levels->len == 0)
    return points / 50 * 50;
  for (guint i = 0; i < criterion->levels->len; i++)
    {
      gint64 offered = ff_criterion_get_level (criterion, i)->points;

      if (i == 0 || ABS (offered - points) < ABS (nearest - points))
        nearest = offered;
    }
  return nearest;
}

static gboolean
put_marks_of (Demo *demo, const FfScheme *scheme, guint index, const FfEnrolment *enrolment, int ability, GError **error)
{
  const FfComponent *leaf = ff_scheme_get (scheme, index);
  int middle = leaf->pretest_of != NULL ? ability - 20 : ability;

  if (leaf->source == FF_SOURCE_RUBRIC)
    {
      for (guint i = 0; i < leaf->criteria->len; i++)
        {
          const FfCriterion *criterion = g_ptr_array_index (leaf->criteria, i);
          int percent = draw_percent (demo, middle, 9);
          gint64 score = draw_points (criterion, percent);

          if (ff_marking_set (demo->db, enrolment->id, leaf->id, criterion->id, NULL, 1, TRUE, score, error) == FF_PUT_REFUSED)
            return FALSE;
        }
      return TRUE;
    }
  return ff_marking_set (demo->db, enrolment->id, leaf->id, 0, NULL, 1, TRUE,
                         leaf->max * draw_percent (demo, middle, 8) / 100 / 100 * 100, error) != FF_PUT_REFUSED;
}

static gboolean
put_marks (Demo *demo, JsonObject *class, gint64 run_id, GPtrArray *enrolments, GHashTable *abilities, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_schemes_read (demo->db, 0, run_id, error);

  if (scheme == NULL)
    return FALSE;
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);
      int share = share_marked (class, component->key);

      if (!component->leaf || component->source == FF_SOURCE_ATTENDANCE)
        continue;
      for (guint j = 0; j < enrolments->len; j++)
        {
          const FfEnrolment *enrolment = g_ptr_array_index (enrolments, j);
          const Person *person = g_hash_table_lookup (abilities, enrolment->employee_no);

          if (g_str_equal (enrolment->status, "enrolled") && one_in_hundred_times (demo, share) &&
              !put_marks_of (demo, scheme, i, enrolment, person->ability, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
put_what_happened (Demo *demo, JsonObject *class, gint64 run_id, GPtrArray *people, GError **error)
{
  g_autoptr (GPtrArray) sessions = ff_sessions_of_run (demo->db, run_id, error);
  g_autoptr (GPtrArray) enrolments = NULL;
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_str_hash, g_str_equal);

  if (sessions == NULL)
    return FALSE;
  enrolments = ff_enrolments_of_run (demo->db, run_id, error);
  if (enrolments == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      Person *person = g_ptr_array_index (people, i);

      g_hash_table_insert (by_number, person->employee_no, person);
    }
  return put_attendance (demo, sessions, enrolments, error) &&
         put_marks (demo, class, run_id, enrolments, by_number, error);
}

static gboolean
put_class (Demo *demo, JsonObject *class, GError **error)
{
  JsonArray *timetable = timetable_of (demo, class);
  JsonObject *last = json_array_get_object_element (timetable, json_array_get_length (timetable) - 1);
  FfDay start = class_start (demo, class);
  g_autofree char *starts_on = ff_day_format (start);
  g_autofree char *ends_on = ff_day_format (start + json_object_get_int_member (last, "day"));
  g_autofree char *capacity = g_strdup_printf ("%d", (int) json_object_get_int_member (class, "capacity"));
  FfRunDraft draft = {
    .code = json_object_get_string_member (class, "code"),
    .course = json_object_get_string_member (class, "course"),
    .title = text_of (demo, class, "title"),
    .starts_on = starts_on,
    .ends_on = ends_on,
    .capacity = capacity,
  };
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  gint64 run_id;

  return ff_runs_put (demo->db, 0, &draft, &run_id, error) != FF_PUT_REFUSED &&
         put_sessions (demo, class, start, error) &&
         put_enrolments (demo, class, people, error) &&
         put_what_happened (demo, class, run_id, people, error);
}

static gboolean
put_classes (Demo *demo, GError **error)
{
  JsonArray *classes = json_object_get_array_member (demo->organisation, "classes");

  for (guint i = 0; i < json_array_get_length (classes); i++)
    if (!put_class (demo, json_array_get_object_element (classes, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
put_project (Demo *demo, GError **error)
{
  JsonArray *names = json_object_get_array_member (demo->organisation, "departments");
  g_autoptr (GPtrArray) departments = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (names); i++)
    g_ptr_array_add (departments, (gpointer) text_at (demo, names, i));
  return ff_demo_put_project (demo->db, demo->language, demo->today, (const char *const *) departments->pdata, error);
}

/* How the organisation works: what the desk of HR keeps beside the classes. */
static gboolean
put_desk (Demo *demo, GError **error)
{
  return ff_demo_put_desk (demo->db, demo->language, demo->today, demo->organisation, error);
}

static gboolean
refuse_if_filled (FfDb *db, GError **error)
{
  g_autoptr (GArray) trainees = ff_people_list_trainees (db, &(FfPeopleQuery) { 0 }, error);
  g_autoptr (GArray) courses = NULL;

  if (trainees == NULL)
    return FALSE;
  courses = ff_courses_list (db, NULL, FF_COURSE_SORT_CODE, FALSE, error);
  if (courses == NULL)
    return FALSE;
  if (trainees->len == 0 && courses->len == 0)
    return TRUE;
  g_set_error_literal (error, FF_ERROR, FF_ERROR_EXISTS,
                       _("This database already holds data. Name a new file for the demo, for instance with --database demo.fourfold."));
  return FALSE;
}

gboolean
ff_demo_fill (FfDb *db, FfMinute now, GError **error)
{
  g_auto (Demo) demo = {
    .db = db,
    .now = now,
    .today = ff_time_day (now),
    .language = demo_language (),
  };
  g_autoptr (FfBatch) batch = NULL;

  g_return_val_if_fail (db != NULL, FALSE);

  demo.rand = g_rand_new_with_seed (DEMO_SEED);
  if (!refuse_if_filled (db, error) || !load_organisation (&demo, error))
    return FALSE;
  batch = ff_batch_begin_barrier (db, _("Fill with the demo organisation"), error);
  if (batch == NULL ||
      !put_trainers_and_venues (&demo, error) ||
      !put_people (&demo, error) ||
      !link_supervisors (&demo, error) ||
      !put_courses (&demo, error) ||
      !put_classes (&demo, error) ||
      !put_project (&demo, error) ||
      !put_desk (&demo, error) ||
      !ff_demo_put_work (db, demo.language, now, error) ||
      !ff_demo_put_levels (db, demo.language, error) ||
      !ff_demo_put_metrics (db, demo.language, demo.today, error) ||
      !ff_demo_put_results (db, demo.language, now, error) ||
      !ff_demo_put_improvement (db, demo.language, demo.today, error))
    return FALSE;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}
