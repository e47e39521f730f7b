/* Trainers, venues and equipment with all that belongs to them. The clock stands at 2026-09-22 13:52. */
#include "config.h"

#include <string.h>

#include "ff-class-test.h"
#include "ff-place-rows.h"
#include "ff-session-equipment.h"
#include "ff-trainer-figures.h"
#include "ff-venue-parts.h"

typedef FfPut (*PutFunc) (FfDb *db, gconstpointer draft, gint64 update_id, gint64 owner, gint64 *id, GError **error);

static FfPut
put_trainer (FfDb *db, gconstpointer draft, gint64 update_id, gint64 owner, gint64 *id, GError **error)
{
  return ff_people_put_trainer (db, update_id, draft, id, error);
}

static FfPut
put_venue (FfDb *db, gconstpointer draft, gint64 update_id, gint64 owner, gint64 *id, GError **error)
{
  return ff_people_put_venue (db, update_id, draft, id, error);
}

static FfPut
put_equipment (FfDb *db, gconstpointer draft, gint64 update_id, gint64 owner, gint64 *id, GError **error)
{
  return ff_people_put_equipment (db, update_id, draft, id, error);
}

static FfPut
put_qualification (FfDb *db, gconstpointer draft, gint64 update_id, gint64 owner, gint64 *id, GError **error)
{
  return ff_qualifications_put (db, update_id, owner, draft, id, error);
}

static FfPut
put_course (FfDb *db, gconstpointer draft, gint64 update_id, gint64 owner, gint64 *id, GError **error)
{
  return ff_trainer_courses_put (db, update_id, owner, draft, id, error);
}

static FfPut
put_grade (FfDb *db, gconstpointer draft, gint64 update_id, gint64 owner, gint64 *id, GError **error)
{
  return ff_grades_put (db, update_id, draft, id, error);
}

static FfPut
put_zone (FfDb *db, gconstpointer draft, gint64 update_id, gint64 owner, gint64 *id, GError **error)
{
  return ff_venue_zones_put (db, update_id, owner, draft, id, error);
}

static FfPut
put_venue_equipment (FfDb *db, gconstpointer draft, gint64 update_id, gint64 owner, gint64 *id, GError **error)
{
  return ff_venue_equipment_put (db, update_id, owner, draft, id, error);
}

/* In a batch of its own. */
static gint64
put (FfDb *db, PutFunc func, gconstpointer draft, gint64 update_id, gint64 owner, FfPut expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
  gint64 id = 0;
  FfPut result = func (db, draft, update_id, owner, &id, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result, ==, expected);
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_assert_no_error (error);
  return id;
}

typedef gboolean (*DeleteFunc) (FfDb *db, gint64 id, GError **error);

static void
take_away (FfDb *db, DeleteFunc func, gint64 id, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &inner);

  g_assert_true (func (db, id, error) == (error == NULL || *error == NULL));
  ff_batch_commit (g_steal_pointer (&batch), &inner);
  g_assert_no_error (inner);
}

/* Gives a session trainers, a venue; adds an agenda. */
static void
change_session (FfDb *db, gint64 session_id, const char *trainers, const char *venue)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);

  ff_sessions_put (db, session_id, &(FfSessionDraft) { .run = "CX-1", .trainers = trainers, .venue = venue }, NULL, NULL, &error);
  g_assert_no_error (error);
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_assert_no_error (error);
}

static void
add_slot (FfDb *db, gint64 session_id, const char *from, const char *to, const char *activity, gint64 trainer_id)
{
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO agenda_slot (session_id, position, starts_at, ends_at, title, activity, trainer_id) VALUES (%" G_GINT64_FORMAT
      ", 1, '%s', '%s', 'x', %s, %s)",
      session_id, from, to, activity ? "'break'" : "NULL", trainer_id ? "(SELECT max (id) FROM trainer)" : "NULL");
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);

  ff_db_exec (db, sql, &error);
  g_assert_no_error (error);
  ff_batch_commit (g_steal_pointer (&batch), &error);
}

static void
test_trainer (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 grade = put (db, put_grade, &(FfGradeDraft) { .name = "高级", .rate = "300.50" }, 0, 0, FF_PUT_NEW);
  gint64 id = put (db, put_trainer, &(FfTrainerDraft) { .name = "李梅", .public_name = "李老师", .duties = "主讲", .grade = "高级" }, 0, 0,
                   FF_PUT_NEW);
  g_autoptr (FfTrainer) trainer = ff_people_read_trainer (db, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (trainer->grade, ==, "高级");
  g_assert_cmpint (trainer->rate, ==, 30050);
  g_assert_cmpstr (trainer->public_name, ==, "李老师");
  put (db, put_trainer, &(FfTrainerDraft) { .public_name = "" }, id, 0, FF_PUT_CHANGED);
  g_clear_pointer (&trainer, ff_trainer_free);
  trainer = ff_people_read_trainer (db, id, &error);
  g_assert_null (trainer->public_name);

  take_away (db, ff_grades_delete, grade, &error);
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
  g_clear_error (&error);
  put (db, put_trainer, &(FfTrainerDraft) { .grade = "" }, id, 0, FF_PUT_CHANGED);
  take_away (db, ff_grades_delete, grade, &error);
  g_assert_no_error (error);
  g_assert_true (ff_undo (db, &error));
  g_assert_true (ff_undo (db, &error));
  g_assert_no_error (error);
  g_clear_pointer (&trainer, ff_trainer_free);
  trainer = ff_people_read_trainer (db, id, &error);
  g_assert_cmpint (trainer->grade_id, ==, grade);
}

static void
test_qualifications (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 trainer = put (db, put_trainer, &(FfTrainerDraft) { .name = "Ann" }, 0, 0, FF_PUT_NEW);
  gint64 id = put (db, put_qualification,
                   &(FfQualificationDraft) { .title = "TTT", .evidence = "No. 7", .issued_on = "2024-10-01", .expires_on = "2026-10-01" }, 0,
                   trainer, FF_PUT_NEW);
  gint64 course = put (db, put_course, &(FfTrainerCourseDraft) { .course = "CX-101", .qualification = "TTT" }, 0, trainer, FF_PUT_NEW);
  g_autoptr (FfTrainerCourse) may = ff_trainer_courses_read (db, course, &error);
  g_autoptr (FfTrainerRow) row = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (may->course_code, ==, "CX-101");
  g_assert_cmpint (may->qualification_id, ==, id);
  g_assert_cmpint (may->expires_on, ==, ff_day_from_ymd (2026, 10, 1));
  put (db, put_qualification, &(FfQualificationDraft) { .title = "Coach" }, 0, trainer, FF_PUT_NEW);
  row = ff_place_rows_read_trainer (db, trainer, &error);
  g_assert_cmpstr (row->expiring->title, ==, "TTT");

  put (db, put_qualification, &(FfQualificationDraft) { .expires_on = "" }, id, 0, FF_PUT_CHANGED);
  take_away (db, ff_qualifications_delete, id, &error);
  g_assert_no_error (error);
  g_clear_pointer (&may, ff_trainer_course_free);
  may = ff_trainer_courses_read (db, course, &error);
  g_assert_cmpint (may->qualification_id, ==, 0);
  g_assert_true (ff_undo (db, &error));
  g_clear_pointer (&may, ff_trainer_course_free);
  may = ff_trainer_courses_read (db, course, &error);
  g_assert_cmpint (may->qualification_id, ==, id);
  g_assert_cmpint (may->expires_on, ==, FF_NO_DAY);
}

static void
test_expiry (void)
{
  FfDay today = ff_day_from_ymd (2026, 9, 22);
  const struct
  {
    FfDay expires_on;
    FfExpiry expected;
  } cases[] = {
    { FF_NO_DAY, FF_EXPIRY_NEVER },
    { today - 1, FF_EXPIRY_PAST },
    { today, FF_EXPIRY_SOON },
    { today + FF_EXPIRY_SOON_DAYS, FF_EXPIRY_SOON },
    { today + FF_EXPIRY_SOON_DAYS + 1, FF_EXPIRY_LATER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ff_qualification_expiry (cases[i].expires_on, today), ==, cases[i].expected);
}

static void
test_venue (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 hall = put (db, put_venue, &(FfVenueDraft) { .name = "Hall", .capacity = "60" }, 0, 0, FF_PUT_NEW);
  gint64 lab = put (db, put_venue, &(FfVenueDraft) { .name = "Lab", .site = "North", .fallback = "Hall", .note = "Ask Tom" }, 0, 0, FF_PUT_NEW);
  gint64 door = put (db, put_zone, &(FfVenueZoneDraft) { .name = "Door", .purpose = "sign-in" }, 0, lab, FF_PUT_NEW);
  gint64 stage = put (db, put_zone, &(FfVenueZoneDraft) { .name = "Stage", .capacity = "6" }, 0, lab, FF_PUT_NEW);
  gint64 screen = put (db, put_venue_equipment, &(FfVenueEquipmentDraft) { .equipment = "Screen", .count = "2" }, 0, lab, FF_PUT_NEW);
  g_autoptr (FfVenue) venue = ff_people_read_venue (db, lab, &error);
  g_autoptr (FfVenueEquipment) stands = ff_venue_equipment_read (db, screen, &error);
  g_autoptr (FfEquipment) equipment = ff_people_read_equipment (db, stands->equipment_id, &error);
  g_autoptr (GPtrArray) zones = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (venue->fallback, ==, "Hall");
  g_assert_cmpint (venue->fallback_id, ==, hall);
  g_assert_cmpstr (venue->site, ==, "North");
  g_assert_cmpint (equipment->count, ==, 0);
  g_assert_cmpint (equipment->in_venues, ==, 2);

  take_away (db, ff_people_delete_venue, hall, &error);
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Lab"));
  g_clear_error (&error);
  take_away (db, ff_people_delete_equipment, equipment->id, &error);
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Lab"));
  g_clear_error (&error);

  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
  g_assert_true (ff_venue_zones_move (db, stage, 0, &error));
  ff_batch_commit (g_steal_pointer (&batch), &error);
  zones = ff_venue_zones_of_venue (db, lab, &error);
  g_assert_cmpint (((FfVenueZone *) zones->pdata[0])->id, ==, stage);
  g_assert_cmpint (((FfVenueZone *) zones->pdata[1])->id, ==, door);
  g_assert_true (ff_undo (db, &error));
  g_clear_pointer (&zones, g_ptr_array_unref);
  zones = ff_venue_zones_of_venue (db, lab, &error);
  g_assert_cmpint (((FfVenueZone *) zones->pdata[0])->id, ==, door);
}

static void
test_refusals (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 trainer = put (db, put_trainer, &(FfTrainerDraft) { .name = "Ann" }, 0, 0, FF_PUT_NEW);
  gint64 venue = put (db, put_venue, &(FfVenueDraft) { .name = "Lab" }, 0, 0, FF_PUT_NEW);
  const struct
  {
    const char *name;
    PutFunc func;
    gconstpointer draft;
    gint64 update_id;
    gint64 owner;
    FfError code;
    const char *field;
  } cases[] = {
    { "a grade that is not there", put_trainer, &(FfTrainerDraft) { .grade = "X" }, trainer, 0, FF_ERROR_NOT_FOUND, "grade" },
    { "a venue as its own fallback", put_venue, &(FfVenueDraft) { .fallback = "Lab" }, venue, 0, FF_ERROR_INVALID, "fallback" },
    { "a fallback that is not there", put_venue, &(FfVenueDraft) { .fallback = "X" }, venue, 0, FF_ERROR_NOT_FOUND, "fallback" },
    { "a qualification without a title", put_qualification, &(FfQualificationDraft) { .evidence = "x" }, 0, trainer, FF_ERROR_INVALID, "title" },
    { "one that ends before it begins", put_qualification,
      &(FfQualificationDraft) { .title = "x", .issued_on = "2026-02-02", .expires_on = "2026-02-01" }, 0, trainer, FF_ERROR_INVALID, "expires_on" },
    { "a qualification of nobody", put_qualification, &(FfQualificationDraft) { .title = "x" }, 0, 99, FF_ERROR_NOT_FOUND, NULL },
    { "no course", put_course, &(FfTrainerCourseDraft) { .course = "" }, 0, trainer, FF_ERROR_INVALID, "course" },
    { "a course that is not there", put_course, &(FfTrainerCourseDraft) { .course = "ZZ" }, 0, trainer, FF_ERROR_NOT_FOUND, "course" },
    { "a qualification that the trainer lacks", put_course, &(FfTrainerCourseDraft) { .course = "CX-101", .qualification = "TTT" }, 0, trainer,
      FF_ERROR_NOT_FOUND, "qualification" },
    { "a rate below nothing", put_grade, &(FfGradeDraft) { .name = "A", .rate = "-1" }, 0, 0, FF_ERROR_INVALID, "rate" },
    { "a grade without a name", put_grade, &(FfGradeDraft) { .rate = "1" }, 0, 0, FF_ERROR_INVALID, "name" },
    { "a zone without a name", put_zone, &(FfVenueZoneDraft) { .name = " " }, 0, venue, FF_ERROR_INVALID, "name" },
    { "equipment of no name", put_equipment, &(FfEquipmentDraft) { .count = "1" }, 0, 0, FF_ERROR_INVALID, "name" },
    { "half a piece", put_equipment, &(FfEquipmentDraft) { .name = "x", .count = "0.5" }, 0, 0, FF_ERROR_INVALID, "count" },
    { "no pieces", put_venue_equipment, &(FfVenueEquipmentDraft) { .equipment = "x", .count = "0" }, 0, venue, FF_ERROR_INVALID, "count" },
    { "equipment without a name", put_venue_equipment, &(FfVenueEquipmentDraft) { .count = "1" }, 0, venue, FF_ERROR_INVALID, "equipment" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", NULL);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (cases[i].func (db, cases[i].draft, cases[i].update_id, cases[i].owner, NULL, &error), ==, FF_PUT_REFUSED);
      class_assert_refused (&error, cases[i].code, cases[i].field);
    }
}

/* S1 and S2 of 21 September, 09:00–12:00 and 14:00–17:00, and S3 of the 22nd in the morning are held; S4 is to come. */
static void
test_figures (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 run = class_make (db);
  gint64 lead, guest;
  FfTrainerFigures figures;
  g_autoptr (GHashTable) hours = NULL;
  g_autoptr (GArray) ids = NULL;
  FfVenueUse use;

  put (db, put_grade, &(FfGradeDraft) { .name = "A", .rate = "200" }, 0, 0, FF_PUT_NEW);
  lead = put (db, put_trainer, &(FfTrainerDraft) { .name = "Lead", .grade = "A" }, 0, 0, FF_PUT_NEW);
  guest = put (db, put_trainer, &(FfTrainerDraft) { .name = "Guest" }, 0, 0, FF_PUT_NEW);
  change_session (db, class_session (db, run, "S1"), "Lead", "Lab");
  change_session (db, class_session (db, run, "S2"), "Lead", "Lab");
  change_session (db, class_session (db, run, "S4"), "Lead", "Lab");
  add_slot (db, class_session (db, run, "S1"), "2026-09-21 10:00", "2026-09-21 10:15", "break", 0);
  add_slot (db, class_session (db, run, "S1"), "2026-09-21 10:15", "2026-09-21 11:00", NULL, guest);

  /* S1: 180 − 15 − 45 = 120 minutes are 2.5 hours; S2: 180 are 4. */
  g_assert_true (ff_trainer_figures_read (db, lead, 2026, &figures, &error));
  g_assert_no_error (error);
  g_assert_cmpint (figures.months[8].sessions, ==, 2);
  g_assert_cmpint (figures.months[8].hours, ==, 650);
  g_assert_cmpint (figures.months[8].fee, ==, 130000);
  g_assert_cmpint (figures.months[7].hours, ==, 0);
  g_assert_cmpint (figures.total.hours, ==, 650);
  g_assert_cmpint (figures.total.fee, ==, 130000);
  g_assert_true (ff_trainer_figures_read (db, guest, 2026, &figures, &error));
  g_assert_cmpint (figures.total.hours, ==, 100);
  g_assert_cmpint (figures.total.fee, ==, -1);
  g_assert_true (ff_trainer_figures_read (db, lead, 2025, &figures, &error));
  g_assert_cmpint (figures.total.sessions, ==, 0);

  hours = ff_trainer_figures_hours (db, 2026, &error);
  g_assert_cmpint (*(gint64 *) g_hash_table_lookup (hours, &lead), ==, 650);
  g_assert_cmpint (*(gint64 *) g_hash_table_lookup (hours, &guest), ==, 100);
  ids = ff_place_rows_list (db, FF_NAMED_TRAINER, NULL, FF_PLACE_SORT_HOURS, TRUE, &error);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, lead);

  /* September 2026 has 22 days from Monday to Friday, of 7.5 hours each. */
  g_assert_true (ff_venue_use_read (db, 1, 2026, 9, &use, &error));
  g_assert_no_error (error);
  g_assert_cmpint (use.sessions, ==, 3);
  g_assert_cmpint (use.booked, ==, 540);
  g_assert_cmpint (use.open, ==, 22 * 450);

  take_away (db, ff_people_delete_trainer, lead, &error);
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "S4"));
  g_clear_error (&error);
  take_away (db, ff_people_delete_trainer, guest, &error);
  g_assert_no_error (error);
}

/* The night over New Year is taught in the year in which it begins. */
static void
test_new_year (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 lead = put (db, put_trainer, &(FfTrainerDraft) { .name = "Lead" }, 0, 0, FF_PUT_NEW);
  FfTrainerFigures figures;

  class_make (db);
  ff_sessions_put (db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "N", .starts_at = "2025-12-31 22:00", .ends_at = "2026-01-01 01:00",
                                              .trainers = "Lead" },
                   NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ff_trainer_figures_read (db, lead, 2025, &figures, &error));
  g_assert_cmpint (figures.months[11].hours, ==, 400);
  g_assert_true (ff_trainer_figures_read (db, lead, 2026, &figures, &error));
  g_assert_cmpint (figures.total.hours, ==, 0);
}

/* Two classes share a booking: it is taught, and the room is taken, once. */
static void
test_joint (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 run = class_make (db);
  gint64 lead = put (db, put_trainer, &(FfTrainerDraft) { .name = "Lead" }, 0, 0, FF_PUT_NEW);
  g_autoptr (FfBatch) batch = NULL;
  FfTrainerFigures figures;

  change_session (db, class_session (db, run, "S1"), "Lead", "Lab");
  batch = ff_batch_begin (db, "Test", &error);
  ff_db_exec (db, "UPDATE session SET joint = 'J', version = version + 1 WHERE key = 'S1'", &error);
  ff_db_exec (db, "INSERT INTO run (course_id, code, title, starts_on, ends_on, search_key, sort_key)"
                  " SELECT course_id, 'CX-9', title, starts_on, ends_on, search_key, sort_key FROM run", &error);
  ff_db_exec (db, "INSERT INTO session (run_id, key, starts_at, ends_at, venue_id, joint)"
                  " SELECT (SELECT max (id) FROM run), key, starts_at, ends_at, venue_id, joint FROM session WHERE key = 'S1'", &error);
  ff_db_exec (db, "INSERT INTO session_trainer (session_id, trainer_id)"
                  " SELECT (SELECT max (id) FROM session), trainer_id FROM session_trainer", &error);
  g_assert_no_error (error);
  ff_batch_commit (g_steal_pointer (&batch), &error);

  g_assert_true (ff_trainer_figures_read (db, lead, 2026, &figures, &error));
  g_assert_cmpint (figures.total.sessions, ==, 1);
  g_assert_cmpint (figures.total.hours, ==, 400);
}

static void
test_lists (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *search;
    int sort;
    gboolean descending;
    const char *expected;
  } cases[] = {
    { NULL, FF_NAMED_SORT_NAME, FALSE, "Ann 李梅 张三" },
    { NULL, FF_NAMED_SORT_NAME, TRUE, "张三 李梅 Ann" },
    { "zs", FF_NAMED_SORT_NAME, FALSE, "张三" },
    { "limei", FF_NAMED_SORT_NAME, FALSE, "李梅" },
    { NULL, FF_NAMED_SORT_KIND, FALSE, "李梅 Ann 张三" },
    { NULL, FF_NAMED_SORT_KIND, TRUE, "张三 Ann 李梅" },
    { NULL, FF_NAMED_SORT_ORGANISATION, FALSE, "张三 Ann 李梅" },
    { NULL, FF_NAMED_SORT_ORGANISATION, TRUE, "Ann 张三 李梅" },
    { NULL, FF_NAMED_SORT_NEXT, FALSE, "李梅 Ann 张三" },
    { NULL, FF_PLACE_SORT_HOURS, TRUE, "张三 Ann 李梅" },
    { NULL, FF_NAMED_SORT_GRADE, FALSE, "Ann 李梅 张三" },
    { NULL, FF_NAMED_SORT_EXPIRY, FALSE, "Ann 李梅 张三" },
  };
  FfDb *db = fixture->db;
  gint64 run = class_make (db);

  put (db, put_trainer, &(FfTrainerDraft) { .name = "张三", .kind = "guest", .organisation = "A" }, 0, 0, FF_PUT_NEW);
  put (db, put_trainer, &(FfTrainerDraft) { .name = "李梅" }, 0, 0, FF_PUT_NEW);
  put (db, put_trainer, &(FfTrainerDraft) { .name = "Ann", .kind = "external", .organisation = "B" }, 0, 0, FF_PUT_NEW);
  change_session (db, class_session (db, run, "S1"), "张三", "");
  change_session (db, class_session (db, run, "S4"), "李梅", "");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) names = g_string_new (NULL);
      g_autoptr (GArray) ids = ff_place_rows_list (db, FF_NAMED_TRAINER, cases[i].search, cases[i].sort, cases[i].descending, &error);

      g_assert_no_error (error);
      for (guint k = 0; k < ids->len; k++)
        {
          g_autoptr (FfTrainerRow) row = ff_place_rows_read_trainer (db, g_array_index (ids, gint64, k), &error);
          g_string_append_printf (names, "%s%s", k ? " " : "", row->trainer->name);
        }
      g_test_message ("%zu", i);
      g_assert_cmpstr (names->str, ==, cases[i].expected);
    }
}

static void
test_session_equipment (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    FfPut result;
    const char *expected;
  } cases[] = {
    { "Projector", FF_PUT_CHANGED, "Projector" },
    { " projector ", FF_PUT_REFUSED, "Projector" },
    { "Projector ×2；Recorder", FF_PUT_CHANGED, "Projector × 2; Recorder" },
    { "Recorder; Projector x 2", FF_PUT_SAME, "Projector × 2; Recorder" },
    { NULL, FF_PUT_SAME, "Projector × 2; Recorder" },
    { "Camera × 3", FF_PUT_CHANGED, "Camera × 3" },
    { "Camera × 3 * 2", FF_PUT_CHANGED, "Camera × 3 × 2" },
    { "Projector × 2; Projector × 3", FF_PUT_CHANGED, "Projector × 5" },
    { "Screen", FF_PUT_REFUSED, "Projector × 5" },
    { "Projector × 0", FF_PUT_REFUSED, "Projector × 5" },
    { "", FF_PUT_CHANGED, "" },
  };
  FfDb *db = fixture->db;
  gint64 session = class_session (db, class_make (db), "S4");
  g_autoptr (GError) error = NULL;

  put (db, put_equipment, &(FfEquipmentDraft) { .name = "Projector", .count = "3" }, 0, 0, FF_PUT_NEW);
  put (db, put_equipment, &(FfEquipmentDraft) { .name = "Recorder" }, 0, 0, FF_PUT_NEW);
  put (db, put_equipment, &(FfEquipmentDraft) { .name = "Camera" }, 0, 0, FF_PUT_NEW);
  put (db, put_equipment, &(FfEquipmentDraft) { .name = "Camera × 3" }, 0, 0, FF_PUT_NEW);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", NULL);
      g_autofree char *text = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ff_session_equipment_put (db, session, cases[i].text, &error), ==, cases[i].result);
      if (cases[i].result == FF_PUT_REFUSED)
        class_assert_refused (&error, FF_ERROR_NOT_FOUND, "equipment");
      ff_batch_commit (g_steal_pointer (&batch), NULL);
      text = ff_session_equipment_describe (db, session, NULL);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
  g_assert_true (ff_undo (db, &error));
  g_assert_no_error (error);
  take_away (db, ff_people_delete_equipment, 1, &error);
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "S4"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/expiry", test_expiry);
  class_test_add ("/places/trainer", test_trainer);
  class_test_add ("/places/qualifications", test_qualifications);
  class_test_add ("/places/venue", test_venue);
  class_test_add ("/places/refusals", test_refusals);
  class_test_add ("/places/figures", test_figures);
  class_test_add ("/places/joint", test_joint);
  class_test_add ("/places/new-year", test_new_year);
  class_test_add ("/places/lists", test_lists);
  class_test_add ("/places/session-equipment", test_session_equipment);
  return g_test_run ();
}
