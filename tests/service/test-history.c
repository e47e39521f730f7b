/* The history of rows and of a class in words, and values that are restored. */
#include "config.h"

#include "ff-class-test.h"

#include "ff-history-fields.h"
#include "ff-history.h"
#include "ff-journal.h"
#include "ff-register.h"
#include "ff-roster.h"

#include <string.h>

/* "person | thing subject | field: before → after", with what is said of it. */
static char *
tell (const FfChange *change)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%s | %s%s%s | ", change->person ? change->person : "-", change->thing, *change->subject ? " " : "",
                   change->subject);
  if (change->field == NULL)
    g_string_append (text, change->kind == FF_CHANGE_ADDED ? "added" : "removed");
  else
    g_string_append_printf (text, "%s: %s > %s", change->field, change->before ? change->before : "-",
                            change->after ? change->after : "-");
  if (change->undone)
    g_string_append (text, " (undone)");
  if (change->restorable)
    g_string_append (text, " *");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The changes since a line from the end of the list to its beginning, one on a line. */
static char *
tell_all (GPtrArray *changes, gint64 since)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = changes->len; i > 0; i--)
    {
      const FfChange *change = g_ptr_array_index (changes, i - 1);
      g_autofree char *line = tell (change);

      if (change->line > since)
        g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Doing things ---------------------------------------------------------------------------------------------------------- */

static void
commit (FfBatch *batch)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_batch_commit (batch, &error));
  g_assert_no_error (error);
}

static FfBatch *
begin (FfDb *db, const char *label)
{
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, label, &error);

  g_assert_no_error (error);
  return batch;
}

static void
attend (FfDb *db, const char *employee_no, const char *session, const char *status, const char *arrived_at)
{
  g_autoptr (GError) error = NULL;
  FfAttendanceDraft draft = { .run = "CX-1", .session = session, .employee_no = employee_no, .status = status, .arrived_at = arrived_at };
  FfBatch *batch = begin (db, "Record attendance");

  ff_register_put (db, &draft, &error);
  g_assert_no_error (error);
  commit (batch);
}

static void
mark (FfDb *db, const char *employee_no, const char *component, const char *score)
{
  g_autoptr (GError) error = NULL;
  FfScoreDraft draft = { .run = "CX-1", .employee_no = employee_no, .component = component, .score = score };
  FfBatch *batch = begin (db, "Record a mark");

  ff_marking_put (db, &draft, &error);
  g_assert_no_error (error);
  commit (batch);
}

static void
unmark (FfDb *db, gint64 enrolment_id, const char *component)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT component_id FROM mark JOIN component ON component.id = component_id"
                                          " WHERE enrolment_id = %" G_GINT64_FORMAT " AND component.key = '%s'",
                                          enrolment_id, component);
  FfBatch *batch = begin (db, "Remove a mark");

  ff_marking_set (db, enrolment_id, store_count (db, sql), 0, "", 1, FALSE, 0, &error);
  g_assert_no_error (error);
  commit (batch);
}

static void
undo (FfDb *db)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_undo (db, &error));
  g_assert_no_error (error);
}

static GPtrArray *
read_all (FfDb *db, FfHistory *history, guint limit)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_change_free);
  g_autoptr (GError) error = NULL;

  while (!ff_history_is_done (history))
    {
      ff_history_read (history, db, limit, changes, &error);
      g_assert_no_error (error);
    }
  return g_steal_pointer (&changes);
}

static GPtrArray *
read_class (FfDb *db, gint64 run_id, FfHistoryFilter filter, guint limit)
{
  g_autoptr (FfHistory) history = ff_history_new (run_id, &filter);

  return read_all (db, history, limit);
}

static gint64
newest_line (FfDb *db)
{
  return store_count (db, "SELECT max (id) FROM journal");
}

/* The newest change of a field of a table. */
static gint64
find_line (FfDb *db, gint64 run_id, const char *table, const char *column)
{
  g_autoptr (GPtrArray) changes = read_class (db, run_id, FF_HISTORY_FILTER_NONE, G_MAXUINT);

  for (guint i = 0; i < changes->len; i++)
    {
      const FfChange *change = g_ptr_array_index (changes, i);

      if (strcmp (change->table, table) == 0 && g_strcmp0 (change->column, column) == 0)
        return change->line;
    }
  g_assert_not_reached ();
}

/* What a class tells ------------------------------------------------------------------------------------------------------ */

static void
do_things (FfDb *db, gint64 run_id)
{
  g_autoptr (GError) error = NULL;
  gint64 third = class_enrolment (db, run_id, "E003");
  FfBatch *batch;

  attend (db, "E001", "S1", NULL, "09:12");
  attend (db, "E001", "S1", "excused", NULL);
  mark (db, "E002", "written", "70");
  mark (db, "E002", "written", "75.5");
  mark (db, "E002", "practical.c1", "4");
  batch = begin (db, "Withdraw a trainee");
  g_assert_true (ff_roster_withdraw (db, &third, 1, "ill", &error));
  commit (batch);
  mark (db, "E001", "written", "10");
  undo (db);
  batch = begin (db, "Move a session");
  g_assert_cmpint (ff_sessions_put (db, class_session (db, run_id, "S2"), &(FfSessionDraft) { .title = "Opening", .ends_at = "2026-09-21 17:30" },
                                    NULL, NULL, &error), ==, FF_PUT_CHANGED);
  commit (batch);
  unmark (db, class_enrolment (db, run_id, "E002"), "written");
}

static const char *const told
    = "Trainee 1 | Attendance S1 | Arrival: - > 09:12 *\n"
      "Trainee 1 | Attendance S1 | Status: - > Excused *\n"
      "Trainee 2 | Mark Written test | Mark: - > 70 *\n"
      "Trainee 2 | Mark Written test | Mark: 70 > 75.5 *\n"
      "Trainee 2 | Mark Practical test · Listening | Mark: - > 4 *\n"
      "Trainee 3 | Enrolment | Reason: - > ill *\n"
      "Trainee 3 | Enrolment | Enrolment: Enrolled > Withdrawn *\n"
      "Trainee 1 | Mark Written test | Mark: - > 10 (undone)\n"
      "- | Session S2 · Opening | End: 2026-09-21 17:00 > 2026-09-21 17:30 *\n"
      "- | Session S2 · Opening | Title: - > Opening *\n"
      "Trainee 2 | Mark Written test | Mark: 75.5 > - *\n";

static void
assert_told (GPtrArray *changes, gint64 since, const char *expected)
{
  g_autofree char *text = tell_all (changes, since);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_class (StoreFixture *fixture, gconstpointer data)
{
  static const guint limits[] = { G_MAXUINT, 1, 3 };
  gint64 run_id = class_make (fixture->db);
  gint64 since = newest_line (fixture->db);

  do_things (fixture->db, run_id);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GPtrArray) changes = read_class (fixture->db, run_id, FF_HISTORY_FILTER_NONE, limits[i]);

      g_test_message ("%u at a time", limits[i]);
      assert_told (changes, since, told);
    }
}

static void
test_filter (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  gint64 since = newest_line (fixture->db);
  gint64 third = class_trainee (fixture->db, "E003");
  g_autoptr (GArray) people = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof third), &third, 1);
  FfDay today = 0;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const struct
  {
    const char *name;
    FfHistoryFilter filter;
    guint n;
  } cases[] = {
    { "a person", { .trainee_ids = people, .from = FF_NO_DAY, .until = FF_NO_DAY }, 2 },
    { "an area", { .area = "schedule", .from = FF_NO_DAY, .until = FF_NO_DAY }, 2 },
    { "a word", { .search = "OPENING", .from = FF_NO_DAY, .until = FF_NO_DAY }, 2 },
    { "a value", { .search = "75.5", .from = FF_NO_DAY, .until = FF_NO_DAY }, 2 },
    { "a command", { .search = "withdraw a", .from = FF_NO_DAY, .until = FF_NO_DAY }, 2 },
    { "today", { .area = "schedule", .from = 0, .until = 0 }, 2 },
    { "yesterday", { .area = "schedule", .from = -1, .until = -1 }, 0 },
    { "from tomorrow", { .area = "schedule", .from = 1, .until = FF_NO_DAY }, 0 },
  };

  today = ff_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
  do_things (fixture->db, run_id);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfHistoryFilter filter = cases[i].filter;
      g_autoptr (GPtrArray) changes = NULL;
      guint n = 0;

      filter.from = filter.from != FF_NO_DAY ? today + filter.from : FF_NO_DAY;
      filter.until = filter.until != FF_NO_DAY ? today + filter.until : FF_NO_DAY;
      changes = read_class (fixture->db, run_id, filter, 5);
      for (guint j = 0; j < changes->len; j++)
        n += ((FfChange *) g_ptr_array_index (changes, j))->line > since ? 1 : 0;
      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (n, ==, cases[i].n);
    }
}

/* Two classes do not hear of each other, whatever was deleted in them. */
static void
test_other_class (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = read_class (db, run_id, FF_HISTORY_FILTER_NONE, G_MAXUINT);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) other = NULL;
  FfBatch *batch = begin (db, "Another class");
  gint64 other_id;

  ff_runs_put (db, 0, &(FfRunDraft) { .code = "CX-2", .course = "CX-101", .starts_on = "2026-10-01" }, &other_id, &error);
  ff_sessions_put (db, 0, &(FfSessionDraft) { .run = "CX-2", .key = "A", .starts_at = "2026-10-01 09:00", .ends_at = "2026-10-01 12:00",
                                              .trainers = "Li" }, NULL, NULL, &error);
  g_assert_no_error (error);
  commit (batch);
  batch = begin (db, "Delete a session");
  g_assert_true (ff_sessions_delete (db, class_session (db, other_id, "A"), &error));
  commit (batch);

  after = read_class (db, run_id, FF_HISTORY_FILTER_NONE, G_MAXUINT);
  g_assert_cmpuint (after->len, ==, before->len);
  other = read_class (db, other_id, (FfHistoryFilter) { .area = "schedule", .from = FF_NO_DAY, .until = FF_NO_DAY }, G_MAXUINT);
  assert_told (other, 0, "- | Session A | added\n- | Trainer of a session A · Li | added\n- | Trainer of a session A · Li | removed\n"
                         "- | Session A | removed\n");
}

/* Rows ------------------------------------------------------------------------------------------------------------------- */

static void
test_rows (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  gint64 enrolment_id = class_enrolment (db, run_id, "E002");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (FfHistory) history = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, component_id;

  mark (db, "E002", "written", "70");
  component_id = store_count (db, "SELECT component_id FROM mark");
  unmark (db, enrolment_id, "written");
  mark (db, "E001", "written", "50");
  mark (db, "E002", "written", "80");
  mark (db, "E002", "written", "81");
  id = store_count (db, "SELECT id FROM mark WHERE score = 8100");
  g_array_append_val (ids, id);
  changes = ff_history_of_rows (db, "mark", ids, &error);
  g_assert_no_error (error);
  assert_told (changes, 0, "Trainee 2 | Mark Written test | Mark: - > 80 *\nTrainee 2 | Mark Written test | Mark: 80 > 81 *\n");

  history = ff_history_new_for_keys ("mark", (FfRowKey[]) { { "enrolment_id", enrolment_id }, { "component_id", component_id } }, 2);
  all = read_all (db, history, 1);
  assert_told (all, 0, "Trainee 2 | Mark Written test | Mark: - > 70 *\nTrainee 2 | Mark Written test | Mark: 70 > - *\n"
                       "Trainee 2 | Mark Written test | Mark: - > 80 *\nTrainee 2 | Mark Written test | Mark: 80 > 81 *\n");
}

/* What was written in between would make the words wrong: the reader says so. */
static void
test_meanwhile (StoreFixture *fixture, gconstpointer data)
{
  FfHistoryFilter filter = FF_HISTORY_FILTER_NONE;
  g_autoptr (FfHistory) history = ff_history_new (class_make (fixture->db), &filter);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_change_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_history_read (history, fixture->db, 1, changes, &error));
  mark (fixture->db, "E002", "written", "70");
  g_assert_false (ff_history_read (history, fixture->db, 1, changes, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_CONFLICT);
}

/* Words ------------------------------------------------------------------------------------------------------------------ */

/* A table or column that the journal keeps has a name that people understand. */
static void
test_words (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tables = ff_journal_tables (fixture->db, &error);
  gsize n;
  const FfHistoryArea *areas = ff_history_areas (&n);

  g_assert_no_error (error);
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = tables->pdata[i];
      const FfHistoryTable *words = ff_history_find_table (table);
      g_autoptr (GPtrArray) columns = ff_journal_columns (fixture->db, table, &error);
      gboolean known = FALSE;

      if (words == NULL)
        g_error ("The table %s has no words", table);
      for (gsize j = 0; j < n; j++)
        known = known || strcmp (areas[j].key, words->area) == 0;
      g_assert_true (known);
      for (guint j = 0; j < columns->len; j++)
        if (ff_history_find_field (table, columns->pdata[j]) == NULL)
          g_error ("The column %s of %s has no words", (char *) columns->pdata[j], table);
    }
}

/* Restoring --------------------------------------------------------------------------------------------------------------- */

static void
test_restore (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  static const struct
  {
    const char *name;
    const char *table;
    const char *column;
    const char *sql; /* what stands there then, in a number */
    gint64 expected;
  } cases[] = {
    { "a mark that was removed", "mark", "score",
      "SELECT score FROM mark JOIN component AS c ON c.id = component_id WHERE c.key = 'written'", 7550 },
    { "the end of a session", "session", "ends_at", "SELECT count (*) FROM session WHERE ends_at = '2026-09-21 17:00'", 1 },
    { "a title that was empty", "session", "title", "SELECT count (*) FROM session WHERE title IS NOT NULL", 0 },
    { "somebody withdrawn", "enrolment", "status", "SELECT count (*) FROM enrolment WHERE status = 'withdrawn'", 0 },
    { "attendance", "attendance", "status", "SELECT count (*) FROM attendance WHERE status IS NULL AND arrived_at IS NOT NULL", 1 },
  };

  do_things (db, run_id);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 line = find_line (db, run_id, cases[i].table, cases[i].column);
      g_autofree char *before = store_dump (db);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (ff_history_restore (db, line, cases[i].column, &error), >, FF_PUT_SAME);
      g_assert_no_error (error);
      g_assert_cmpint (store_count (db, cases[i].sql), ==, cases[i].expected);
      g_assert_cmpint (ff_history_restore (db, line, cases[i].column, &error), ==, FF_PUT_SAME);
      undo (db);
      after = store_dump (db);
      g_assert_cmpstr (after, ==, before);
      g_assert_true (ff_redo (db, &error));
      class_assert_sound (db);
    }
  store_assert_sound (db);
}

static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (GError) error = NULL;
  gint64 line;
  FfBatch *batch;

  do_things (db, run_id);
  g_assert_cmpint (ff_history_restore (db, 999999, "score", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
  line = find_line (db, run_id, "session", "ends_at");
  g_assert_cmpint (ff_history_restore (db, line, "version", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);

  batch = begin (db, "Delete a session");
  g_assert_true (ff_sessions_delete (db, class_session (db, run_id, "S2"), &error));
  commit (batch);
  g_assert_cmpint (ff_history_restore (db, line, "ends_at", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  class_test_add ("/history/class", test_class);
  class_test_add ("/history/filter", test_filter);
  class_test_add ("/history/other-class", test_other_class);
  class_test_add ("/history/rows", test_rows);
  class_test_add ("/history/meanwhile", test_meanwhile);
  class_test_add ("/history/words", test_words);
  class_test_add ("/history/restore", test_restore);
  class_test_add ("/history/refused", test_refused);

  return g_test_run ();
}
