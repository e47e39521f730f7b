/* Courses, their syllabus, scheme and rule: what is written, what is left alone, what is refused. */
#include "config.h"

#include <string.h>

#include "ff-batch.h"
#include "ff-courses.h"
#include "ff-scheme-store.h"
#include "ff-store-test.h"

static FfCourse *
make_course (void)
{
  FfCourse *course = ff_course_new ();
  FfComponent *component;
  FfCriterion *criterion;
  int lecture, process, result;

  course->code = g_strdup ("CX-101");
  course->title = g_strdup ("客户体验");
  course->hours = 1200;
  g_ptr_array_add (course->benefits, g_strdup ("Say \"no\"\tkindly"));
  g_ptr_array_add (course->benefits, g_strdup ("听\n懂"));
  ff_course_add_item (course, -1, "lecture", "第一讲", 90);
  lecture = 0;
  ff_course_add_item (course, lecture, "section", "一", -1);
  ff_course_add_item (course, 1, "topic", "1", 15)->layer = g_strdup ("management");
  ff_course_add_item (course, lecture, "section", "二", -1);
  ff_course_add_item (course, -1, "lecture", "第二讲", 60);
  process = 0;
  ff_scheme_add (course->scheme, -1, "process", "过程", 4000);
  ff_scheme_add (course->scheme, process, "participation", "课堂参与", 10000);
  result = 2;
  ff_scheme_add (course->scheme, -1, "result", "结果", 6000)->level = 2;
  component = ff_scheme_add (course->scheme, result, "practical", "情景", 6000);
  component->source = FF_SOURCE_RUBRIC;
  criterion = ff_component_add_criterion (component, "c1", "听", 500);
  criterion->note = g_strdup ("看全程");
  ff_criterion_add_level (criterion, "好", "让人说完", 500);
  ff_criterion_add_level (criterion, "一般", NULL, 200);
  ff_component_add_criterion (component, "c2", "说", 300);
  ff_scheme_add (course->scheme, result, "written", "笔试", 4000);
  ff_scheme_add (course->scheme, -1, "pretest", "前测", 0)->pretest_of = g_strdup ("written");
  return course;
}

static FfPut
try_put (FfDb *db, FfCourse *course, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", error);
  FfPut put = ff_courses_put (db, course, error);

  ff_batch_commit (g_steal_pointer (&batch), NULL);
  return put;
}

static void
put (FfDb *db, FfCourse *course, FfPut expected)
{
  g_autoptr (GError) error = NULL;
  FfPut put = try_put (db, course, &error);

  g_assert_no_error (error);
  g_assert_cmpint (put, ==, expected);
}

static FfCourse *
read_course (FfDb *db, gint64 id)
{
  g_autoptr (GError) error = NULL;
  FfCourse *course = ff_courses_read (db, id, &error);

  g_assert_no_error (error);
  return course;
}

static FfSyllabusItem *
item_at (const FfCourse *course, guint index)
{
  return course->syllabus->pdata[index];
}

static FfComponent *
component_at (const FfScheme *scheme, guint index)
{
  return scheme->components->pdata[index];
}

static FfCriterion *
first_criterion (FfCourse *course)
{
  return g_ptr_array_index (component_at (course->scheme, 3)->criteria, 0);
}

static void
test_round_trip (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfCourse) course = make_course ();
  g_autoptr (FfCourse) read = NULL;

  put (fixture->db, course, FF_PUT_NEW);
  read = read_course (fixture->db, course->id);
  g_assert_cmpstr (read->title, ==, "客户体验");
  g_assert_cmpint (read->hours, ==, 1200);
  g_assert_cmpuint (read->benefits->len, ==, 2);
  g_assert_cmpstr (read->benefits->pdata[0], ==, "Say \"no\"\tkindly");
  g_assert_cmpstr (read->benefits->pdata[1], ==, "听\n懂");
  g_assert_cmpuint (read->syllabus->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpstr (item_at (read, i)->title, ==, item_at (course, i)->title);
      g_assert_cmpint (item_at (read, i)->parent, ==, item_at (course, i)->parent);
      g_assert_cmpint (item_at (read, i)->minutes, ==, item_at (course, i)->minutes);
      g_assert_cmpstr (item_at (read, i)->layer, ==, item_at (course, i)->layer);
      g_assert_cmpint (item_at (read, i)->id, ==, item_at (course, i)->id);
    }
  g_assert_cmpuint (read->scheme->components->len, ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpstr (component_at (read->scheme, i)->key, ==, component_at (course->scheme, i)->key);
      g_assert_cmpint (component_at (read->scheme, i)->parent, ==, component_at (course->scheme, i)->parent);
      g_assert_cmpint (component_at (read->scheme, i)->max, ==, component_at (course->scheme, i)->max);
    }
  g_assert_cmpint (component_at (read->scheme, 3)->max, ==, 800);
  g_assert_cmpstr (first_criterion (read)->note, ==, "看全程");
  g_assert_cmpuint (first_criterion (read)->levels->len, ==, 2);
  g_assert_cmpstr (ff_criterion_get_level (first_criterion (read), 0)->description, ==, "让人说完");
  g_assert_null (ff_criterion_get_level (first_criterion (read), 1)->description);
  g_assert_cmpint (ff_criterion_get_level (first_criterion (read), 1)->points, ==, 200);
  g_assert_cmpint (read->rule.grace_minutes, ==, 15);
  store_assert_sound (fixture->db);
}

static void
assert_journal_rows (FfDb *db, gint64 since, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT operation || ' ' || table_name FROM journal WHERE id > $since ORDER BY id", &error);

  g_assert_no_error (error);
  ff_statement_bind_int (statement, "$since", since);
  while (ff_statement_step (statement, &error) == FF_STEP_ROW)
    g_string_append_printf (rows, "%s%s", rows->len > 0 ? ", " : "", ff_statement_get_text (statement, 0));
  g_assert_no_error (error);
  g_assert_cmpstr (rows->str, ==, expected);
}

/* The changes of a file that comes a second time, and the rows that they may touch. */

static void
change_nothing (FfCourse *course)
{
}

static void
change_title (FfCourse *course)
{
  g_free (course->title);
  course->title = g_strdup ("客户体验 2");
}

static void
change_spaces (FfCourse *course)
{
  g_free (course->code);
  course->code = g_strdup (" CX-101 ");
  g_free (course->title);
  course->title = g_strdup ("　客户体验");
}

static void
rename_item (FfCourse *course)
{
  g_free (item_at (course, 2)->title);
  item_at (course, 2)->title = g_strdup ("新");
}

static void
swap_items (FfCourse *course)
{
  /* The section 一 has a topic below it that moves along: 二, then 一 with its topic. */
  FfSyllabusItem *first = item_at (course, 1), *topic = item_at (course, 2), *second = item_at (course, 3);
  course->syllabus->pdata[1] = second;
  course->syllabus->pdata[2] = first;
  course->syllabus->pdata[3] = topic;
  topic->parent = 2;
}

static void
insert_item (FfCourse *course)
{
  ff_course_add_item (course, 4, "homework", "作业", 30);
}

static void
remove_branch (FfCourse *course)
{
  g_ptr_array_remove_range (course->syllabus, 0, 4);
}

static void
change_weight (FfCourse *course)
{
  component_at (course->scheme, 0)->weight = 3000;
}

static void
change_criterion (FfCourse *course)
{
  ((FfCriterion *) component_at (course->scheme, 3)->criteria->pdata[0])->max = 700;
}

static void
change_level (FfCourse *course)
{
  ((FfRubricLevel *) g_ptr_array_index (first_criterion (course)->levels, 1))->points = 100;
}

static void
add_level (FfCourse *course)
{
  ff_criterion_add_level (first_criterion (course), "差", NULL, 0);
}

static void
remove_last_level (FfCourse *course)
{
  g_ptr_array_remove_index (first_criterion (course)->levels, 1);
}

static void
change_note (FfCourse *course)
{
  g_clear_pointer (&first_criterion (course)->note, g_free);
}

static void
swap_criteria (FfCourse *course)
{
  gpointer *criteria = component_at (course->scheme, 3)->criteria->pdata, first = criteria[0];

  criteria[0] = criteria[1];
  criteria[1] = first;
}

static void
remove_criterion_with_levels (FfCourse *course)
{
  g_ptr_array_remove_index (component_at (course->scheme, 3)->criteria, 0);
}

static void
remove_component (FfCourse *course)
{
  g_ptr_array_remove_index (course->scheme->components, 5);
}

static void
move_component (FfCourse *course)
{
  component_at (course->scheme, 4)->parent = 0;
}

static void
change_pass_mark (FfCourse *course)
{
  course->scheme->pass_mark = 7000;
}

static void
change_rule (FfCourse *course)
{
  course->rule.min_attended = 5000;
}

static const struct
{
  const char *name;
  void (*change) (FfCourse *course);
  FfPut put;
  const char *journal;
} changes[] = {
  { "the same file again", change_nothing, FF_PUT_SAME, "" },
  { "spaces around code and title", change_spaces, FF_PUT_SAME, "" },
  { "another title", change_title, FF_PUT_CHANGED, "update course" },
  { "an item renamed in its place", rename_item, FF_PUT_CHANGED, "update syllabus_item" },
  { "two items exchanged", swap_items, FF_PUT_CHANGED, "update syllabus_item, update syllabus_item" },
  { "a new item", insert_item, FF_PUT_CHANGED, "insert syllabus_item" },
  { "a lecture gone, the other one moves up", remove_branch, FF_PUT_CHANGED,
    "delete syllabus_item, delete syllabus_item, delete syllabus_item, delete syllabus_item, update syllabus_item" },
  { "a weight", change_weight, FF_PUT_CHANGED, "update component" },
  { "the points of a criterion, and the rubric's maximum with them", change_criterion, FF_PUT_CHANGED, "update component, update criterion" },
  { "the points of a level", change_level, FF_PUT_CHANGED, "update criterion_level" },
  { "one more level", add_level, FF_PUT_CHANGED, "insert criterion_level" },
  { "a level gone", remove_last_level, FF_PUT_CHANGED, "delete criterion_level" },
  { "the note of a criterion gone", change_note, FF_PUT_CHANGED, "update criterion" },
  { "two criteria exchanged", swap_criteria, FF_PUT_CHANGED, "update criterion, update criterion" },
  { "a criterion gone with its levels", remove_criterion_with_levels, FF_PUT_CHANGED,
    "update component, delete criterion_level, delete criterion_level, delete criterion, update criterion" },
  { "a component without marks gone", remove_component, FF_PUT_CHANGED, "delete component" },
  { "a component in another group", move_component, FF_PUT_CHANGED, "update component" },
  { "the pass mark", change_pass_mark, FF_PUT_CHANGED, "update scheme" },
  { "the attendance rule", change_rule, FF_PUT_CHANGED, "update attendance_rule" },
};

static void
test_second_file (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfCourse) first = make_course ();
      g_autoptr (FfCourse) second = make_course ();
      gint64 since;

      g_test_message ("%s", changes[i].name);
      try_put (fixture->db, first, &error);
      g_assert_no_error (error);
      since = ff_db_journal_number (fixture->db);
      changes[i].change (second);
      put (fixture->db, second, changes[i].put);
      g_assert_cmpint (second->id, ==, first->id);
      assert_journal_rows (fixture->db, since, changes[i].journal);
      store_assert_sound (fixture->db);
    }
}

/* The window edits what it has read, by ids: keys may even change places. */
static void
test_exchanged_keys (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfCourse) course = make_course ();
  g_autoptr (FfCourse) read = NULL;
  g_autoptr (FfCourse) again = NULL;
  char *key;

  put (fixture->db, course, FF_PUT_NEW);
  read = read_course (fixture->db, course->id);
  key = component_at (read->scheme, 1)->key;
  component_at (read->scheme, 1)->key = component_at (read->scheme, 4)->key;
  component_at (read->scheme, 4)->key = key;
  put (fixture->db, read, FF_PUT_CHANGED);
  again = read_course (fixture->db, course->id);
  g_assert_cmpstr (component_at (again->scheme, 1)->key, ==, "written");
  g_assert_cmpint (component_at (again->scheme, 1)->id, ==, component_at (course->scheme, 1)->id);
  store_assert_sound (fixture->db);
}

static void
test_conflict (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfCourse) course = make_course ();
  g_autoptr (FfCourse) one = NULL;
  g_autoptr (FfCourse) two = NULL;
  g_autoptr (GError) error = NULL;

  put (fixture->db, course, FF_PUT_NEW);
  one = read_course (fixture->db, course->id);
  two = read_course (fixture->db, course->id);
  change_title (one);
  put (fixture->db, one, FF_PUT_CHANGED);
  one->hours = 600;
  put (fixture->db, one, FF_PUT_CHANGED);
  g_assert_cmpint (try_put (fixture->db, two, &error), ==, FF_PUT_REFUSED);
  g_assert_error (error, FF_ERROR, FF_ERROR_CONFLICT);
}

static void
spoil_code (FfCourse *course)
{
  g_free (course->code);
  course->code = g_strdup (" ");
}

static void
spoil_title (FfCourse *course)
{
  g_clear_pointer (&course->title, g_free);
}

static void
spoil_kind (FfCourse *course)
{
  g_free (item_at (course, 0)->kind);
  item_at (course, 0)->kind = g_strdup ("party");
}

static void
spoil_item_title (FfCourse *course)
{
  g_free (item_at (course, 4)->title);
  item_at (course, 4)->title = g_strdup ("");
}

static void
spoil_layer (FfCourse *course)
{
  item_at (course, 4)->layer = g_strdup ("pilots");
}

static void
spoil_key (FfCourse *course)
{
  g_free (component_at (course->scheme, 1)->key);
  component_at (course->scheme, 1)->key = g_strdup ("written");
}

static void
spoil_grace (FfCourse *course)
{
  course->rule.grace_minutes = -1;
}

static void
spoil_hours (FfCourse *course)
{
  course->hours = -200;
}

static const struct
{
  const char *name;
  void (*spoil) (FfCourse *course);
  const char *field;
} refusals[] = {
  { "no code", spoil_code, "code" },
  { "no title", spoil_title, "title" },
  { "hours below 0", spoil_hours, "hours" },
  { "an item of no known kind", spoil_kind, "syllabus" },
  { "an item without a title", spoil_item_title, "syllabus" },
  { "an item for a layer that there is not", spoil_layer, "layer" },
  { "a key twice", spoil_key, "scheme" },
  { "a grace below 0", spoil_grace, "attendance" },
};

static void
test_refusals (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfCourse) course = make_course ();

  put (fixture->db, course, FF_PUT_NEW);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfCourse) bad = make_course ();
      g_autofree char *before = store_dump (fixture->db);
      g_autofree char *after = NULL;

      g_test_message ("%s", refusals[i].name);
      change_title (bad);
      refusals[i].spoil (bad);
      g_assert_cmpint (try_put (fixture->db, bad, &error), ==, FF_PUT_REFUSED);
      g_assert_cmpstr (ff_put_error_field (error), ==, refusals[i].field);
      after = store_dump (fixture->db);
      g_assert_cmpstr (before, ==, after);
    }
}

/* A class of the course with a copy of its scheme, one person, and two marks. */
static FfScheme *
make_run_with_marks (FfDb *db, gint64 course_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
  FfScheme *scheme;

  store_exec (db, "INSERT INTO run (course_id, code, title, starts_on, ends_on, search_key, sort_key)"
                  " SELECT id, 'CX-1', 'x', '2026-09-22', '2026-09-22', '', '' FROM course");
  store_exec (db, "INSERT INTO trainee (employee_no, name, search_key, sort_key) VALUES ('A1', 'A', '', '')");
  store_exec (db, "INSERT INTO enrolment (run_id, trainee_id) VALUES (1, 1)");
  g_assert_true (ff_schemes_copy (db, course_id, 1, &error) && ff_rules_copy (db, course_id, 1, &error));
  g_assert_no_error (error);
  store_exec (db, "INSERT INTO mark (enrolment_id, component_id, score) SELECT 1, component.id, 8000 FROM component"
                  " JOIN scheme ON scheme.id = scheme_id WHERE run_id = 1 AND key = 'written'");
  store_exec (db, "INSERT INTO mark (enrolment_id, component_id, criterion_id, score) SELECT 1, component_id, criterion.id, 400"
                  " FROM criterion JOIN component ON component.id = component_id JOIN scheme ON scheme.id = scheme_id"
                  " WHERE run_id = 1 AND criterion.key = 'c1'");
  ff_batch_commit (g_steal_pointer (&batch), &error);
  scheme = ff_schemes_read (db, 0, 1, &error);
  g_assert_no_error (error);
  return scheme;
}

static void
remove_written (FfScheme *scheme)
{
  g_ptr_array_remove_index (scheme->components, 4);
  g_ptr_array_remove_index (scheme->components, 4);
}

static void
group_written (FfScheme *scheme)
{
  g_ptr_array_remove_index (scheme->components, 5);
  ff_scheme_add (scheme, 4, "choice", "选择", 10000);
}

static void
lower_written (FfScheme *scheme)
{
  component_at (scheme, 4)->max = 7999;
}

static void
lower_criterion (FfScheme *scheme)
{
  FfCriterion *criterion = component_at (scheme, 3)->criteria->pdata[0];

  criterion->max = 399;
  g_ptr_array_set_size (criterion->levels, 0);
}

static void
remove_criterion (FfScheme *scheme)
{
  g_ptr_array_remove_index (component_at (scheme, 3)->criteria, 0);
}

static FfCriterion *
marked_criterion (FfScheme *scheme)
{
  return g_ptr_array_index (component_at (scheme, 3)->criteria, 0);
}

static void
change_points (FfScheme *scheme)
{
  ((FfRubricLevel *) g_ptr_array_index (marked_criterion (scheme)->levels, 1))->points = 300;
}

static void
remove_level (FfScheme *scheme)
{
  g_ptr_array_remove_index (marked_criterion (scheme)->levels, 0);
}

static void
reword_level (FfScheme *scheme)
{
  FfRubricLevel *level = g_ptr_array_index (marked_criterion (scheme)->levels, 1);

  g_free (level->description);
  level->description = g_strdup ("问一次");
}

static void
drop_rubric (FfScheme *scheme)
{
  component_at (scheme, 3)->source = FF_SOURCE_MANUAL;
}

static void
remove_free_ones (FfScheme *scheme)
{
  g_ptr_array_remove_index (scheme->components, 5);
  g_ptr_array_remove_index (component_at (scheme, 3)->criteria, 1);
  component_at (scheme, 4)->max = 8000;
}

static const struct
{
  const char *name;
  void (*change) (FfScheme *scheme);
  const char *message; /* NULL: allowed */
} marked_changes[] = {
  { "a leaf with marks", remove_written, "“笔试” has marks already: keep it, or delete its marks first." },
  { "a leaf with marks that becomes a group", group_written, "“笔试” has marks already: keep it, or delete its marks first." },
  { "a maximum below a mark", lower_written, "“笔试” has a mark of 80 already: its maximum cannot be below that." },
  { "a criterion with marks", remove_criterion, "“听” has marks already: keep it, or delete its marks first." },
  { "a criterion's maximum below a mark", lower_criterion, "“听” has a mark of 4 already: its maximum cannot be below that." },
  { "the points of a level with marks", change_points,
    "“听” has marks already: the points of its levels stay. Their titles and descriptions can change." },
  { "a level less where marks are", remove_level,
    "“听” has marks already: the points of its levels stay. Their titles and descriptions can change." },
  { "the words of a level with marks", reword_level, NULL },
  { "a rubric with marks turned into a number", drop_rubric, "“听” has marks already: keep it, or delete its marks first." },
  { "what has no marks, and a maximum that is just reached", remove_free_ones, NULL },
};

static void
test_marks_stay (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfCourse) course = make_course ();
  g_autoptr (FfScheme) stored = NULL;

  put (fixture->db, course, FF_PUT_NEW);
  stored = make_run_with_marks (fixture->db, course->id);
  for (guint i = 0; i < G_N_ELEMENTS (marked_changes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfScheme) scheme = ff_scheme_copy (stored);
      g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Test", &error);
      FfPut result;

      g_test_message ("%s", marked_changes[i].name);
      marked_changes[i].change (scheme);
      result = ff_schemes_put (fixture->db, 0, 1, scheme, &error);
      g_assert_cmpint (result, ==, marked_changes[i].message ? FF_PUT_REFUSED : FF_PUT_CHANGED);
      g_assert_cmpstr (error ? error->message : NULL, ==, marked_changes[i].message);
    }
}

/* A class keeps what it was made with when its course changes. */
static void
test_copies (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfCourse) course = make_course ();
  g_autoptr (FfScheme) copy = NULL;
  g_autoptr (FfScheme) after = NULL;
  g_autoptr (GError) error = NULL;
  FfAttendanceRule rule;

  course->rule.grace_minutes = 5;
  put (fixture->db, course, FF_PUT_NEW);
  copy = make_run_with_marks (fixture->db, course->id);
  g_assert_cmpuint (copy->components->len, ==, 6);
  g_assert_cmpuint (component_at (copy, 3)->criteria->len, ==, 2);
  g_assert_cmpuint (marked_criterion (copy)->levels->len, ==, 2);
  g_assert_cmpint (ff_criterion_get_level (marked_criterion (copy), 0)->id, !=, ff_criterion_get_level (first_criterion (course), 0)->id);
  g_assert_cmpint (component_at (copy, 0)->id, !=, component_at (course->scheme, 0)->id);
  change_weight (course);
  course->rule.grace_minutes = 20;
  put (fixture->db, course, FF_PUT_CHANGED);
  after = ff_schemes_read (fixture->db, 0, 1, &error);
  g_assert_cmpint (component_at (after, 0)->weight, ==, 4000);
  g_assert_true (ff_rules_read (fixture->db, 0, 1, &rule, &error));
  g_assert_cmpint (rule.grace_minutes, ==, 5);
}

static void
test_delete (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfCourse) course = make_course ();
  g_autoptr (FfScheme) scheme = NULL;
  g_autoptr (FfBatch) batch = NULL;
  g_autoptr (GError) error = NULL;

  put (fixture->db, course, FF_PUT_NEW);
  scheme = make_run_with_marks (fixture->db, course->id);
  batch = ff_batch_begin (fixture->db, "Test", &error);
  g_assert_false (ff_courses_delete (fixture->db, course->id, &error));
  g_assert_cmpstr (error->message, ==, "The class CX-1 belongs to this course: delete the class first.");
  g_clear_error (&error);
  store_exec (fixture->db, "UPDATE run SET deleted = 1, version = version + 1");
  g_assert_true (ff_courses_delete (fixture->db, course->id, &error));
  g_assert_cmpint (ff_courses_find (fixture->db, "CX-101", &error), ==, 0);
  ff_batch_commit (g_steal_pointer (&batch), &error);
  course->id = 0;
  course->version = 0;
  put (fixture->db, course, FF_PUT_NEW);
  store_assert_sound (fixture->db);
}

static void
add_course (FfDb *db, const char *code, const char *title, gint64 hours)
{
  g_autoptr (FfCourse) course = ff_course_new ();

  course->code = g_strdup (code);
  course->title = g_strdup (title);
  course->hours = hours;
  put (db, course, FF_PUT_NEW);
}

static void
test_list (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *search;
    FfCourseSort sort;
    gboolean descending;
    const char *codes;
  } lists[] = {
    { NULL, FF_COURSE_SORT_CODE, FALSE, "A1 B2 C3" },
    { NULL, FF_COURSE_SORT_CODE, TRUE, "C3 B2 A1" },
    { NULL, FF_COURSE_SORT_TITLE, FALSE, "B2 C3 A1" },
    { NULL, FF_COURSE_SORT_HOURS, FALSE, "C3 A1 B2" },
    { NULL, FF_COURSE_SORT_HOURS, TRUE, "A1 C3 B2" },
    { NULL, FF_COURSE_SORT_CLASSES, TRUE, "C3 B2 A1" },
    { "kh", FF_COURSE_SORT_CODE, FALSE, "C3" },
    { "b2", FF_COURSE_SORT_CODE, FALSE, "B2" },
  };

  add_course (fixture->db, "C3", "客户", 100);
  ff_scheme_free (make_run_with_marks (fixture->db, 1));
  add_course (fixture->db, "A1", "员工", 1000);
  add_course (fixture->db, "B2", "Basics", -1);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) ids = ff_courses_list (fixture->db, lists[i].search, lists[i].sort, lists[i].descending, &error);
      g_autoptr (GPtrArray) rows = NULL;
      g_autoptr (GString) codes = g_string_new (NULL);

      g_assert_no_error (error);
      rows = ff_courses_read_rows (fixture->db, (const gint64 *) ids->data, ids->len, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < rows->len; j++)
        g_string_append_printf (codes, "%s%s", j > 0 ? " " : "", ((FfCourseRow *) rows->pdata[j])->code);
      g_test_message ("list %u", i);
      g_assert_cmpstr (codes->str, ==, lists[i].codes);
    }
}

static const struct
{
  const char *sql;
  const char *finding;
} faults[] = {
  { "UPDATE course SET sort_key = 'x', version = version + 1", "The keys by which the course CX-101 is found are out of date." },
  { "UPDATE course SET benefits = '{', version = version + 1", "The benefits of the course CX-101 are no JSON." },
  { "UPDATE course SET deleted = 1, version = version + 1", "The course of the class CX-1 has been deleted." },
  { "UPDATE syllabus_item SET parent_id = 3, version = version + 1 WHERE id = 2",
    "The syllabus item “CX-101: 一” does not hang on its course's tree." },
  { "UPDATE component SET parent_id = 2, version = version + 1 WHERE id = 1", "The component “CX-101: 过程” does not hang on the tree of its scheme." },
  { "UPDATE component SET parent_id = 1, version = version + 1 WHERE id = 8", "The component “CX-1: 课堂参与” does not hang on the tree of its scheme." },
  { "UPDATE component SET max = 900, version = version + 1 WHERE id = 4", "The maximum of the rubric “CX-101: 情景” is not the sum of its criteria." },
};

static void
test_check (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfCourse) course = make_course ();
  g_autoptr (FfScheme) scheme = NULL;
  g_autoptr (GPtrArray) sound = g_ptr_array_new_with_free_func (g_free);

  put (fixture->db, course, FF_PUT_NEW);
  scheme = make_run_with_marks (fixture->db, course->id);
  g_assert_true (ff_courses_check (fixture->db, sound, &error));
  g_assert_cmpuint (sound->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Test", &error);

      g_test_message ("%s", faults[i].sql);
      store_exec (fixture->db, faults[i].sql);
      g_assert_true (ff_courses_check (fixture->db, findings, &error));
      g_assert_cmpuint (findings->len, >=, 1);
      g_assert_cmpstr (findings->pdata[0], ==, faults[i].finding);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/courses/round-trip", test_round_trip);
  store_test_add ("/courses/second-file", test_second_file);
  store_test_add ("/courses/exchanged-keys", test_exchanged_keys);
  store_test_add ("/courses/conflict", test_conflict);
  store_test_add ("/courses/refusals", test_refusals);
  store_test_add ("/courses/marks-stay", test_marks_stay);
  store_test_add ("/courses/copies", test_copies);
  store_test_add ("/courses/delete", test_delete);
  store_test_add ("/courses/list", test_list);
  store_test_add ("/courses/check", test_check);
  return g_test_run ();
}
