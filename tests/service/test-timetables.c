/* The timetable of a course: slots are put, days doubled and taken away, layers copied; each is one step of undo. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-courses.h"
#include "ff-syllabus-edit.h"
#include "ff-timetables.h"

static gint64
course_id (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ff_courses_find (db, "CX-101", &error);

  g_assert_no_error (error);
  return id;
}

static FfPut
put (FfDb *db, gint64 id, const FfTimetableDraft *draft, gint64 *new_id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", error);
  FfPut result = ff_timetables_put (db, course_id (db), id, draft, new_id, error);

  if (result != FF_PUT_REFUSED)
    g_assert_true (ff_batch_commit (g_steal_pointer (&batch), error));
  return result;
}

static gint64
add (FfDb *db, const char *day, const char *starts, const char *ends, const char *title, const char *activity, const char *layer)
{
  FfTimetableDraft draft = { day, starts, ends, title, activity, NULL, layer };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_cmpint (put (db, 0, &draft, &id, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  return id;
}

/* "1 540-600 Welcome[ceremony](frontline)" */
static void
assert_slots (FfDb *db, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) slots = ff_timetables_list (db, course_id (db), &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < slots->len; i++)
    {
      const FfTimetableSlot *slot = g_ptr_array_index (slots, i);

      g_string_append_printf (text, "%s%d %d-%d %s", i > 0 ? "; " : "", slot->day, slot->starts, slot->ends, slot->title);
      if (slot->activity != NULL)
        g_string_append_printf (text, "[%s]", slot->activity);
      if (slot->layer != NULL)
        g_string_append_printf (text, "(%s)", slot->layer);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_undone (FfDb *db, const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  ff_undo (db, &error);
  g_assert_no_error (error);
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);
}

static void
test_put (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture->db, "1", "9:00", "1000", "Welcome", "茶歇", "Frontline");
  FfTimetableDraft same = { "1", "09:00", "10:00", "Welcome", "break", "", "frontline" };
  FfTimetableDraft moved = { .starts = "9：30", .activity = "World café", .layer = "" };
  FfTimetableDraft nameless = { .title = "", .activity = "discussion" };
  g_autoptr (GError) error = NULL;

  assert_slots (fixture->db, "1 540-600 Welcome[break](frontline)");
  g_assert_cmpint (put (fixture->db, id, &same, NULL, &error), ==, FF_PUT_SAME);
  g_assert_cmpint (put (fixture->db, id, &moved, NULL, &error), ==, FF_PUT_CHANGED);
  assert_slots (fixture->db, "1 570-600 Welcome[World café]");
  g_assert_cmpint (put (fixture->db, id, &nameless, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  assert_slots (fixture->db, "1 570-600 Discussion[discussion]");
}

static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FfTimetableDraft draft;
    const char *field;
  } cases[] = {
    { { NULL, "9:00", "10:00", "a" }, "day" },
    { { "0", "9:00", "10:00", "a" }, "day" },
    { { "one", "9:00", "10:00", "a" }, "day" },
    { { "1", NULL, "10:00", "a" }, "starts" },
    { { "1", "24:00", "24:00", "a" }, "starts" },
    { { "1", "25:00", "26:00", "a" }, "starts" },
    { { "1", "9:00", NULL, "a" }, "ends" },
    { { "1", "9:00", "9:00", "a" }, "ends" },
    { { "1", "9:00", "8:00", "a" }, "ends" },
    { { "1", "9:00", "10:00", "" }, "title" },
    { { "1", "9:00", "10:00", "a", NULL, "99999" }, "item" },
    { { "1", "9:00", "10:00", "a", NULL, NULL, "nobody" }, "layer" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("row %zu", i);
      g_assert_cmpint (put (fixture->db, 0, &cases[i].draft, NULL, &error), ==, FF_PUT_REFUSED);
      g_assert_nonnull (error);
      g_assert_cmpstr (ff_put_error_field (error), ==, cases[i].field);
    }
  assert_slots (fixture->db, "");
}

/* A slot without a title is called what is taught in it, and outlives it. */
static void
test_item (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfSyllabusDraft item = { "lecture", "Touchpoints", "90", NULL };
  FfTimetableDraft slot = { "1", "9:00", "10:30", "", "talk" };
  g_autoptr (FfBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autofree char *text = NULL;
  gint64 item_id;

  batch = ff_batch_begin (db, "Test", &error);
  g_assert_cmpint (ff_syllabus_put_item (db, course_id (db), 0, 0, &item, &item_id, &error), ==, FF_PUT_NEW);
  text = g_strdup_printf ("%" G_GINT64_FORMAT, item_id);
  slot.item = text;
  g_assert_cmpint (ff_timetables_put (db, course_id (db), 0, &slot, NULL, &error), ==, FF_PUT_NEW);
  assert_slots (db, "1 540-630 Touchpoints[talk]");
  g_assert_true (ff_syllabus_delete (db, course_id (db), item_id, &error));
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  g_assert_no_error (error);
  slots = ff_timetables_list (db, course_id (db), &error);
  g_assert_cmpuint (slots->len, ==, 1);
  g_assert_cmpint (((FfTimetableSlot *) g_ptr_array_index (slots, 0))->item_id, ==, 0);
  store_assert_sound (db);
}

typedef struct
{
  gboolean (*change) (FfDb *db, gint64 course, GError **error);
  const char *slots;
} Change;

static gboolean
double_first_day (FfDb *db, gint64 course, GError **error)
{
  int day = 0;
  gboolean done = ff_timetables_duplicate_day (db, course, 1, &day, error);

  g_assert_cmpint (day, ==, 3);
  return done;
}

static gboolean
delete_first_day (FfDb *db, gint64 course, GError **error)
{
  return ff_timetables_delete_day (db, course, 1, error);
}

static gboolean
copy_for_support (FfDb *db, gint64 course, GError **error)
{
  guint n = 0, again = 0;
  gboolean done = ff_timetables_copy_layer (db, course, "frontline", "support", &n, error)
                  && ff_timetables_copy_layer (db, course, "frontline", "support", &again, error);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (again, ==, 0);
  return done;
}

static void
test_days (StoreFixture *fixture, gconstpointer data)
{
  static const Change changes[] = {
    { double_first_day, "1 540-600 a; 1 600-660 b(frontline); 2 540-600 c; 3 540-600 a; 3 600-660 b(frontline)" },
    { delete_first_day, "1 540-600 c" },
    { copy_for_support, "1 540-600 a; 1 600-660 b(frontline); 1 600-660 b(support); 2 540-600 c" },
  };

  add (fixture->db, "2", "9:00", "10:00", "c", NULL, NULL);
  add (fixture->db, "1", "10:00", "11:00", "b", NULL, "frontline");
  add (fixture->db, "1", "9:00", "10:00", "a", NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *before = store_dump (fixture->db);
      g_autoptr (GError) error = NULL;
      g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Test", &error);

      g_assert_true (changes[i].change (fixture->db, course_id (fixture->db), &error));
      g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
      g_assert_no_error (error);
      assert_slots (fixture->db, changes[i].slots);
      assert_undone (fixture->db, before);
    }
}

static void
test_minutes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GError) error = NULL;
  const FfTimetableSlot *own;

  add (fixture->db, "1", "9:00", "10:00", "a", NULL, NULL);
  add (fixture->db, "1", "10:00", "10:15", "pause", "break", NULL);
  add (fixture->db, "1", "10:15", "11:00", "b", NULL, "frontline");
  add (fixture->db, "2", "9:00", "10:00", "c", NULL, NULL);
  slots = ff_timetables_list (fixture->db, course_id (fixture->db), &error);
  g_assert_no_error (error);
  own = g_ptr_array_index (slots, 2);
  g_assert_cmpint (ff_timetables_count_minutes (slots, 1, 0), ==, 60);
  g_assert_cmpint (ff_timetables_count_minutes (slots, 1, own->layer_id), ==, 105);
  g_assert_cmpint (ff_timetables_count_minutes (slots, 3, 0), ==, 0);
}

static void
test_activities (void)
{
  static const struct
  {
    const char *text;
    const char *key;
  } cases[] = {
    { "break", "break" }, { "Coffee break", "break" }, { "茶歇", "break" }, { "role play", "role_play" }, { "Role play", "role_play" },
    { "小組討論", "discussion" }, { "讲授", "talk" }, { "Fish bowl", "Fish bowl" }, { "", NULL }, { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = ff_activity_from_text (cases[i].text);

      g_assert_cmpstr (key, ==, cases[i].key);
    }
  for (gsize i = 0; ff_activity_keys ()[i] != NULL; i++)
    {
      g_autofree char *key = ff_activity_from_text (ff_activity_title (ff_activity_keys ()[i]));

      g_assert_cmpstr (key, ==, ff_activity_keys ()[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/timetables/put", test_put);
  class_test_add ("/timetables/refused", test_refused);
  class_test_add ("/timetables/item", test_item);
  class_test_add ("/timetables/days", test_days);
  class_test_add ("/timetables/minutes", test_minutes);
  g_test_add_func ("/timetables/activities", test_activities);
  return g_test_run ();
}
