/* Trainees, departments, layers, trainers and venues as files and people put them. */
#include "config.h"

#include <string.h>

#include "ff-batch.h"
#include "ff-people.h"
#include "ff-store-test.h"

/* Puts in a batch of its own and expects @expected. */
static gint64
put (FfDb *db, gint64 update_id, const FfTraineeDraft *draft, FfPut expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
  gint64 id = 0;
  FfPut put;

  g_assert_no_error (error);
  put = ff_people_put_trainee (db, update_id, draft, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (put, ==, expected);
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_assert_no_error (error);
  return id;
}

static gint64
add (FfDb *db, const char *employee_no, const char *name)
{
  return put (db, 0, &(FfTraineeDraft) { .employee_no = employee_no, .name = name }, FF_PUT_NEW);
}

/* Expects a refusal of @field that changes nothing, although the batch is kept. */
static void
assert_refused (FfDb *db, gint64 update_id, const FfTraineeDraft *draft, FfError code, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_dump (db);
  g_autofree char *after = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);

  g_assert_no_error (error);
  g_assert_cmpint (ff_people_put_trainee (db, update_id, draft, NULL, &error), ==, FF_PUT_REFUSED);
  g_assert_error (error, FF_ERROR, (int) code);
  g_assert_cmpstr (ff_put_error_field (error), ==, field);
  g_clear_error (&error);
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_assert_no_error (error);
  after = store_dump (db);
  g_assert_cmpstr (before, ==, after);
}

static FfTrainee *
read_trainee (FfDb *db, gint64 id)
{
  g_autoptr (GError) error = NULL;
  FfTrainee *trainee = ff_people_read_trainee (db, id, &error);

  g_assert_no_error (error);
  return trainee;
}

static void
test_put (StoreFixture *fixture, gconstpointer data)
{
  const FfTraineeDraft draft = {
    .employee_no = " Ａ００１ ", .name = "　张三 ", .name_latin = "Zhang San", .layer = "一线", .department = " 客服中心 / 一组",
    .job_title = "客服专员", .email = "zhang@example.com", .phone = "138 0000 1111", .employment = "在职", .organisation = "",
  };
  gint64 id = put (fixture->db, 0, &draft, FF_PUT_NEW);
  g_autoptr (FfTrainee) trainee = read_trainee (fixture->db, id);
  gint64 journal = ff_db_journal_number (fixture->db);

  g_assert_cmpstr (trainee->employee_no, ==, "A001");
  g_assert_cmpstr (trainee->name, ==, "张三");
  g_assert_cmpstr (trainee->layer, ==, "frontline");
  g_assert_cmpstr (trainee->layer_title, ==, "Frontline");
  g_assert_cmpstr (trainee->department, ==, "客服中心/一组");
  g_assert_null (trainee->organisation);
  g_assert_false (trainee->left);
  g_assert_false (trainee->guest);
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM department"), ==, 2);

  g_assert_cmpint (put (fixture->db, 0, &draft, FF_PUT_SAME), ==, id);
  g_assert_cmpint (ff_db_journal_number (fixture->db), ==, journal);
  put (fixture->db, 0, &(FfTraineeDraft) { .employee_no = "A001", .employment = "离职", .job_title = "" }, FF_PUT_CHANGED);
  g_clear_pointer (&trainee, ff_trainee_free);
  trainee = read_trainee (fixture->db, id);
  g_assert_true (trainee->left);
  g_assert_null (trainee->job_title);
  g_assert_cmpstr (trainee->email, ==, "zhang@example.com");
  g_assert_cmpint (trainee->version, ==, 2);
}

static const struct
{
  const char *name;
  FfTraineeDraft draft;
  FfError code;
  const char *field;
} refusals[] = {
  { "a new trainee without a name", { .employee_no = "B1" }, FF_ERROR_INVALID, "name" },
  { "neither number nor name", { .phone = "1380000" }, FF_ERROR_INVALID, "name" },
  { "a known trainee's name cleared", { .employee_no = "A1", .name = " " }, FF_ERROR_INVALID, "name" },
  { "a layer that nobody knows", { .employee_no = "A1", .layer = "飞行员", .department = "新部门" }, FF_ERROR_NOT_FOUND, "layer" },
  { "an address without @", { .employee_no = "A1", .email = "zhang.example.com" }, FF_ERROR_INVALID, "email" },
  { "an address without a host", { .employee_no = "A1", .email = "zhang@" }, FF_ERROR_INVALID, "email" },
  { "a telephone without digits", { .employee_no = "A1", .phone = "unknown" }, FF_ERROR_INVALID, "phone" },
  { "a word that is no employment", { .employee_no = "A1", .employment = "maybe" }, FF_ERROR_INVALID, "employment" },
  { "a supervisor who is not there", { .employee_no = "A1", .supervisor_no = "Z9" }, FF_ERROR_NOT_FOUND, "supervisor_no" },
  { "one's own mentor", { .employee_no = "A1", .mentor_no = "A1" }, FF_ERROR_INVALID, "mentor_no" },
  { "a new trainee as own supervisor", { .employee_no = "B1", .name = "B", .supervisor_no = "B1" }, FF_ERROR_INVALID, "supervisor_no" },
  { "a number of 65 characters",
    { .employee_no = "12345678901234567890123456789012345678901234567890123456789012345", .name = "B" }, FF_ERROR_INVALID, "employee_no" },
};

static void
test_refusals (StoreFixture *fixture, gconstpointer data)
{
  add (fixture->db, "A1", "张三");
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_test_message ("%s", refusals[i].name);
      assert_refused (fixture->db, 0, &refusals[i].draft, refusals[i].code, refusals[i].field);
    }
}

/* The sentence about an unknown layer names those that there are. */
static void
test_unknown_layer (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ff_people_need_layer (fixture->db, "pilots", &error), ==, -1);
  g_assert_cmpstr (error->message, ==, "There is no layer “pilots”: write one of Frontline, Support, Management.");
}

static void
test_layer_words (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gint64 id;
  } words[] = {
    { "frontline", 1 }, { "Front Line", 1 }, { "一线", 1 }, { "一线员工", 1 }, { "第一線", 1 }, { "support", 2 }, { " 支持 ", 2 },
    { "支援", 2 }, { "MANAGEMENT", 3 }, { "管理层", 3 }, { "管理層", 3 }, { "Pilots", 4 }, { "pilot", 4 }, { "线", 0 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Test", &error);

  store_exec (fixture->db, "INSERT INTO layer (key, title, position) VALUES ('pilot', 'Pilots', 4)");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_cmpint (ff_people_find_layer (fixture->db, words[i].text, &error), ==, words[i].id);
      g_assert_no_error (error);
    }
}

static void
test_edit_by_id (StoreFixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture->db, "A1", "张三");
  gint64 guest = put (fixture->db, 0, &(FfTraineeDraft) { .name = "王五" }, FF_PUT_NEW);
  g_autoptr (FfTrainee) trainee = NULL;

  add (fixture->db, "A2", "李四");
  assert_refused (fixture->db, id, &(FfTraineeDraft) { .employee_no = "A2" }, FF_ERROR_EXISTS, "employee_no");
  assert_refused (fixture->db, id, &(FfTraineeDraft) { .employee_no = "" }, FF_ERROR_INVALID, "employee_no");
  assert_refused (fixture->db, 99, &(FfTraineeDraft) { .name = "张三" }, FF_ERROR_NOT_FOUND, NULL);
  put (fixture->db, id, &(FfTraineeDraft) { .employee_no = "A1" }, FF_PUT_SAME);
  put (fixture->db, id, &(FfTraineeDraft) { .employee_no = "A3" }, FF_PUT_CHANGED);
  put (fixture->db, guest, &(FfTraineeDraft) { .employee_no = "A4" }, FF_PUT_CHANGED);
  trainee = read_trainee (fixture->db, guest);
  g_assert_false (trainee->guest);
  g_assert_cmpstr (trainee->employee_no, ==, "A4");
}

static void
test_guests (StoreFixture *fixture, gconstpointer data)
{
  const FfTraineeDraft wang = { .name = "王五", .phone = "13800001111" };
  const FfTraineeDraft namesake = { .name = "王五", .phone = "13900002222", .employee_no = " " };
  const FfTraineeDraft without_phone = { .name = "王五" };
  gint64 first = put (fixture->db, 0, &wang, FF_PUT_NEW);
  gint64 second = put (fixture->db, 0, &namesake, FF_PUT_NEW);
  g_autoptr (FfTrainee) one = read_trainee (fixture->db, first);
  g_autoptr (FfTrainee) two = read_trainee (fixture->db, second);

  g_assert_cmpstr (one->employee_no, ==, "W-0001");
  g_assert_cmpstr (two->employee_no, ==, "W-0002");
  g_assert_true (one->guest);
  g_assert_cmpint (put (fixture->db, 0, &wang, FF_PUT_SAME), ==, first);
  g_assert_cmpint (put (fixture->db, 0, &namesake, FF_PUT_SAME), ==, second);
  add (fixture->db, "W-0041", "赵六");
  g_clear_pointer (&one, ff_trainee_free);
  one = read_trainee (fixture->db, put (fixture->db, 0, &without_phone, FF_PUT_NEW));
  g_assert_cmpstr (one->employee_no, ==, "W-0042");
  put (fixture->db, 0, &without_phone, FF_PUT_SAME);
}

static void
test_guest_numbers (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *taken;
    const char *next;
  } cases[] = {
    { "nobody yet", NULL, "W-0001" },
    { "one", "W-0001", "W-0002" },
    { "a gap", "W-0041", "W-0042" },
    { "another way of writing", "W-00050", "W-0042" },
    { "no number", "W-VIP1", "W-0042" },
    { "the last of four digits", "W-9999", "W-10000" },
    { "more digits", "W-10000", "W-10001" },
    { "a higher one of fewer digits", "W-9998", "W-10001" },
  };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = NULL;

      g_test_message ("%s", cases[i].name);
      if (cases[i].taken != NULL)
        add (fixture->db, cases[i].taken, "赵六");
      next = ff_trainee_store_next_guest_no (fixture->db, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

static char *
list_names (FfDb *db, const FfPeopleQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ff_people_list_trainees (db, query, &error);
  g_autoptr (GPtrArray) trainees = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  trainees = ff_people_read_trainees (db, (const gint64 *) ids->data, ids->len, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < trainees->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", ((FfTrainee *) trainees->pdata[i])->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
fill_list (FfDb *db)
{
  put (db, 0, &(FfTraineeDraft) { .employee_no = "4", .name = "张三", .layer = "management", .department = "客服/一组", .job_title = "B" }, FF_PUT_NEW);
  put (db, 0, &(FfTraineeDraft) { .employee_no = "3", .name = "李四", .layer = "frontline", .department = "客服", .job_title = "A" }, FF_PUT_NEW);
  put (db, 0, &(FfTraineeDraft) { .employee_no = "2", .name = "Anna", .name_latin = "Anna_B", .department = "生产" }, FF_PUT_NEW);
  put (db, 0, &(FfTraineeDraft) { .employee_no = "1", .name = "王 五", .layer = "frontline", .job_title = "A" }, FF_PUT_NEW);
}

static void
test_list (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FfPeopleQuery query;
    const char *names;
  } lists[] = {
    { { NULL }, "Anna 李四 王 五 张三" },
    { { .descending = TRUE }, "张三 王 五 李四 Anna" },
    { { .sort = FF_PEOPLE_SORT_EMPLOYEE_NO }, "王 五 Anna 李四 张三" },
    { { .sort = FF_PEOPLE_SORT_EMPLOYEE_NO, .descending = TRUE }, "张三 李四 Anna 王 五" },
    { { .sort = FF_PEOPLE_SORT_DEPARTMENT }, "李四 张三 Anna 王 五" },
    { { .sort = FF_PEOPLE_SORT_DEPARTMENT, .descending = TRUE }, "Anna 张三 李四 王 五" },
    { { .sort = FF_PEOPLE_SORT_LAYER }, "李四 王 五 张三 Anna" },
    { { .sort = FF_PEOPLE_SORT_LAYER, .descending = TRUE }, "张三 李四 王 五 Anna" },
    { { .sort = FF_PEOPLE_SORT_JOB_TITLE }, "李四 王 五 张三 Anna" },
    { { .sort = FF_PEOPLE_SORT_JOB_TITLE, .descending = TRUE }, "张三 李四 王 五 Anna" },
    { { .search = "zs" }, "张三" },
    { { .search = "zhangsan" }, "张三" },
    { { .search = "張三" }, "张三" },
    { { .search = "王五" }, "王 五" },
    { { .search = "_b" }, "Anna" },
    { { .search = "%" }, "" },
    { { .search = "  " }, "Anna 李四 王 五 张三" },
    { { .layer_id = 1 }, "李四 王 五" },
    { { .department_id = 1 }, "李四 张三" },
    { { .department_id = 2 }, "张三" },
    { { .department_id = 1, .layer_id = 1, .search = "ls" }, "李四" },
  };

  fill_list (fixture->db);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *names = list_names (fixture->db, &lists[i].query);
      g_test_message ("list %u", i);
      g_assert_cmpstr (names, ==, lists[i].names);
    }
}

/* What people paste into a search field may be longer than a pattern can be. */
static void
test_long_search (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autofree char *names = NULL;

  add (fixture->db, "A1", "张三");
  names = list_names (fixture->db, &(FfPeopleQuery) { .search = text });
  g_assert_cmpstr (names, ==, "");
}

static void
add_class (FfDb *db, const char *code, const char *starts_on, gint64 trainee_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
  g_autofree char *run = g_strdup_printf (
    "INSERT INTO run (course_id, code, title, starts_on, ends_on, search_key, sort_key)"
    " VALUES (1, '%s', '%s', '%s', '%s', '', '')", code, code, starts_on, starts_on);
  g_autofree char *enrolment = g_strdup_printf (
    "INSERT INTO enrolment (run_id, trainee_id) SELECT id, %" G_GINT64_FORMAT " FROM run WHERE code = '%s'", trainee_id, code);

  store_exec (db, "INSERT INTO course (id, code, title, search_key, sort_key) VALUES (1, 'C', 'C', '', '') ON CONFLICT DO NOTHING");
  store_exec (db, run);
  store_exec (db, enrolment);
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_assert_no_error (error);
}

static void
test_delete (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = NULL;
  g_autoptr (FfTrainee) kept = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 ids[2] = { add (fixture->db, "A1", "张三"), add (fixture->db, "A2", "李四") };
  gint64 other = add (fixture->db, "A3", "王五");

  put (fixture->db, other, &(FfTraineeDraft) { .supervisor_no = "A1", .mentor_no = "A2" }, FF_PUT_CHANGED);
  put (fixture->db, ids[0], &(FfTraineeDraft) { .supervisor_no = "A3" }, FF_PUT_CHANGED);
  g_setenv ("FOURFOLD_NOW", "2026-09-22T10:00", TRUE);
  add_class (fixture->db, "BEGUN", "2026-09-22", ids[0]);
  add_class (fixture->db, "NEXT", "2026-09-23", ids[0]);
  before = store_dump (fixture->db);

  batch = ff_batch_begin (fixture->db, "Delete", &error);
  g_assert_true (ff_people_delete_trainees (fixture->db, ids, 1, &error));
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_assert_no_error (error);
  g_assert_cmpint (ff_people_find_trainee (fixture->db, "A1", &error), ==, 0);
  kept = read_trainee (fixture->db, other);
  g_assert_cmpint (kept->supervisor_id, ==, 0);
  g_assert_cmpstr (kept->mentor_name, ==, "李四");
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM enrolment JOIN run ON run.id = run_id"
                                             " WHERE status = 'withdrawn' AND code = 'NEXT'"), ==, 1);
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM enrolment WHERE status = 'withdrawn'"), ==, 1);
  add (fixture->db, "A1", "赵六");

  g_assert_true (ff_undo (fixture->db, &error) && ff_undo (fixture->db, &error));
  g_assert_no_error (error);
  after = store_dump (fixture->db);
  g_assert_cmpstr (before, ==, after);
}

static void
test_not_in_run (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *names = NULL;

  add_class (fixture->db, "X", "2026-09-23", add (fixture->db, "A1", "张三"));
  add (fixture->db, "A2", "李四");
  names = list_names (fixture->db, &(FfPeopleQuery) { .not_in_run = 1 });
  g_assert_cmpstr (names, ==, "李四");
}

static void
test_similar_numbers (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *known;
  } numbers[] = {
    { "123", "00123" }, { "0123", "00123" }, { "00123", NULL }, { "1230", NULL }, { "00456", "456" }, { "456", NULL }, { "000", NULL },
  };

  add (fixture->db, "00123", "张三");
  add (fixture->db, "456", "李四");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *similar = ff_people_find_similar_no (fixture->db, numbers[i].typed);
      g_assert_cmpstr (similar, ==, numbers[i].known);
    }
}

static void
test_read_order (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 ids[3] = { add (fixture->db, "A1", "张三"), 99, add (fixture->db, "A2", "李四") };
  gint64 wanted[3] = { ids[2], ids[1], ids[0] };
  g_autoptr (GPtrArray) trainees = ff_people_read_trainees (fixture->db, wanted, 3, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (trainees->len, ==, 3);
  g_assert_cmpstr (((FfTrainee *) trainees->pdata[0])->name, ==, "李四");
  g_assert_null (trainees->pdata[1]);
  g_assert_cmpstr (((FfTrainee *) trainees->pdata[2])->name, ==, "张三");
}

static FfPut
put_trainer (FfDb *db, gint64 update_id, const FfTrainerDraft *draft, gint64 *id, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
  FfPut put = ff_people_put_trainer (db, update_id, draft, id, &error);

  g_assert_cmpstr (ff_put_error_field (error), ==, field);
  g_assert_true (put == FF_PUT_REFUSED || !error);
  ff_batch_commit (g_steal_pointer (&batch), NULL);
  return put;
}

static void
test_trainers (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  const FfTrainerDraft draft = { .name = "陈老师", .kind = "外部讲师", .email = "chen@example.com", .profile = "一\n二" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfTrainer) trainer = NULL;
  g_autoptr (GPtrArray) found = NULL;
  gint64 id, other;

  g_assert_cmpint (put_trainer (db, 0, &draft, &id, NULL), ==, FF_PUT_NEW);
  g_assert_cmpint (put_trainer (db, 0, &draft, NULL, NULL), ==, FF_PUT_SAME);
  g_assert_cmpint (put_trainer (db, 0, &(FfTrainerDraft) { .name = "陈老师", .kind = "guest" }, NULL, NULL), ==, FF_PUT_CHANGED);
  g_assert_cmpint (put_trainer (db, 0, &(FfTrainerDraft) { .name = "Li" }, &other, NULL), ==, FF_PUT_NEW);
  g_assert_cmpint (put_trainer (db, other, &(FfTrainerDraft) { .name = "陈老师" }, NULL, "name"), ==, FF_PUT_REFUSED);
  g_assert_cmpint (put_trainer (db, 0, &(FfTrainerDraft) { .name = "" }, NULL, "name"), ==, FF_PUT_REFUSED);
  g_assert_cmpint (put_trainer (db, id, &(FfTrainerDraft) { .kind = "spare" }, NULL, "kind"), ==, FF_PUT_REFUSED);
  trainer = ff_people_read_trainer (db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trainer->kind, ==, "guest");
  g_assert_cmpstr (trainer->profile, ==, "一\n二");
  found = ff_people_search_trainers (db, "cls", &error);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
test_venues (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
  g_autoptr (FfVenue) venue = NULL;
  gint64 id;

  g_assert_cmpint (ff_people_put_venue (db, 0, &(FfVenueDraft) { .name = "A101", .capacity = "３０" }, &id, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_people_put_venue (db, 0, &(FfVenueDraft) { .name = "A101", .capacity = "30" }, &id, &error), ==, FF_PUT_SAME);
  g_assert_cmpint (ff_people_put_venue (db, id, &(FfVenueDraft) { .capacity = "", .setup_minutes = "15" }, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  venue = ff_people_read_venue (db, id, &error);
  g_assert_cmpint (venue->capacity, ==, -1);
  g_assert_cmpint (venue->setup_minutes, ==, 15);
  g_assert_cmpint (ff_people_put_venue (db, id, &(FfVenueDraft) { .capacity = "2.5" }, NULL, &error), ==, FF_PUT_REFUSED);
  g_assert_cmpstr (ff_put_error_field (error), ==, "capacity");
}

static void
test_delete_places (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = NULL;
  gint64 trainer, venue;

  g_setenv ("FOURFOLD_NOW", "2026-09-22T10:00", TRUE);
  add_class (db, "X", "2026-09-22", add (db, "A1", "张三"));
  batch = ff_batch_begin (db, "Test", &error);
  ff_people_put_trainer (db, 0, &(FfTrainerDraft) { .name = "Chen" }, &trainer, &error);
  ff_people_put_venue (db, 0, &(FfVenueDraft) { .name = "Room" }, &venue, &error);
  store_exec (db, "INSERT INTO session (run_id, key, starts_at, ends_at, venue_id)"
                  " VALUES (1, 'S1', '2026-09-22 08:00', '2026-09-22 10:01', 1)");
  store_exec (db, "INSERT INTO session_trainer (session_id, trainer_id) VALUES (1, 1)");
  g_assert_false (ff_people_delete_trainer (db, trainer, &error));
  g_assert_cmpstr (error->message, ==, "The session X S1 2026-09-22 08:00 needs this trainer: give it another one first.");
  g_clear_error (&error);
  g_assert_false (ff_people_delete_venue (db, venue, &error));
  g_assert_cmpstr (error->message, ==, "The session X S1 2026-09-22 08:00 takes place here: give it another venue first.");
  g_clear_error (&error);

  g_setenv ("FOURFOLD_NOW", "2026-09-22T10:01", TRUE);
  g_assert_true (ff_people_delete_trainer (db, trainer, &error) && ff_people_delete_venue (db, venue, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ff_named_store_find (db, FF_NAMED_TRAINER, "Chen", &error), ==, 0);
}

static const struct
{
  const char *sql;
  const char *finding;
} faults[] = {
  { "UPDATE trainee SET search_key = 'x', version = version + 1 WHERE employee_no = '1'",
    "The keys by which 1 trainee is found are out of date: 1." },
  { "UPDATE trainee SET sort_key = 'x', version = version + 1",
    "The keys by which 4 trainees are found are out of date: 4 is one of them." },
  { "UPDATE department SET path = 'x/y', version = version + 1 WHERE id = 2",
    "The path of the department “x/y” is not that of its parent." },
  { "UPDATE department SET sort_key = 'x', version = version + 1 WHERE id = 1", "The sort key of the department “客服” is out of date." },
  { "UPDATE trainee SET deleted = 1, version = version + 1 WHERE employee_no = '3'",
    "The supervisor or mentor of the trainee 4 has been deleted." },
};

static void
test_check (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sound = g_ptr_array_new_with_free_func (g_free);

  fill_list (fixture->db);
  put (fixture->db, 0, &(FfTraineeDraft) { .employee_no = "4", .supervisor_no = "3" }, FF_PUT_CHANGED);
  g_assert_true (ff_people_check (fixture->db, sound, &error));
  g_assert_cmpuint (sound->len, ==, 0);
  store_assert_sound (fixture->db);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Test", &error);
      store_exec (fixture->db, faults[i].sql);
      g_assert_true (ff_people_check (fixture->db, findings, &error));
      g_assert_cmpuint (findings->len, >=, 1);
      g_assert_cmpstr (findings->pdata[0], ==, faults[i].finding);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/people/put", test_put);
  store_test_add ("/people/refusals", test_refusals);
  store_test_add ("/people/unknown-layer", test_unknown_layer);
  store_test_add ("/people/layer-words", test_layer_words);
  store_test_add ("/people/edit-by-id", test_edit_by_id);
  store_test_add ("/people/guests", test_guests);
  store_test_add ("/people/guest-numbers", test_guest_numbers);
  store_test_add ("/people/list", test_list);
  store_test_add ("/people/long-search", test_long_search);
  store_test_add ("/people/delete", test_delete);
  store_test_add ("/people/not-in-run", test_not_in_run);
  store_test_add ("/people/similar-numbers", test_similar_numbers);
  store_test_add ("/people/read-order", test_read_order);
  store_test_add ("/people/trainers", test_trainers);
  store_test_add ("/people/venues", test_venues);
  store_test_add ("/people/delete-places", test_delete_places);
  store_test_add ("/people/check", test_check);
  return g_test_run ();
}
