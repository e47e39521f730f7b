/* Answers with names and without, and that what was answered without a name cannot be joined with who answered: not by ids, not by the
   journal, and not by where the rows lie in the file. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "ff-anonymous-store.h"
#include "ff-backup.h"
#include "ff-response-store.h"
#include "ff-store-test.h"

#define N_PEOPLE 40
#define N_QUESTIONS 4

enum
{
  NAMED = 1,
  ANONYMOUS = 2,
  HALF = 3, /* named; a form with fewer than half of its ratings is invalid */
};

/* Question ids: 1 … 4 of the first, 11 … 14, 21 … 24; the fourth is a choice of several. */
static gint64
question (gint64 questionnaire_id, int number)
{
  return (questionnaire_id - 1) * 10 + number;
}

static FfBatch *
begin (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Test", &error);

  g_assert_no_error (error);
  return batch;
}

static void
commit (FfBatch *batch)
{
  g_autoptr (GError) error = NULL;

  ff_batch_commit (batch, &error);
  g_assert_no_error (error);
}

static void
exec (FfDb *db, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
exec (FfDb *db, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_assert_cmpint (sqlite3_exec (db->handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* Three questionnaires of a class and N_PEOPLE people in it, all enrolled. */
static void
fill (FfDb *db)
{
  g_autoptr (FfBatch) batch = begin (db);

  exec (db, "INSERT INTO course (id, code, title, sort_key, search_key) VALUES (1, 'C', 'Course', 'c', 'c')");
  exec (db, "INSERT INTO run (id, course_id, code, title, starts_on, ends_on, sort_key, search_key)"
            " VALUES (1, 1, 'R', 'Class', '2026-03-02', '2026-03-03', 'r', 'r')");
  for (int i = 1; i <= N_PEOPLE; i++)
    {
      exec (db, "INSERT INTO trainee (id, employee_no, name, search_key, sort_key) VALUES (%d, 'E%03d', 'Person %d', 'p', 'p')", i, i, i);
      exec (db, "INSERT INTO enrolment (id, run_id, trainee_id) VALUES (%d, 1, %d)", i, i);
    }
  for (int q = NAMED; q <= HALF; q++)
    {
      exec (db, "INSERT INTO questionnaire (id, run_id, key, title, level, anonymous, half_invalid, search_key, sort_key)"
                " VALUES (%d, 1, 'k%d', 'Form %d', 1, %d, %d, '', '')", q, q, q, q == ANONYMOUS, q == HALF);
      exec (db, "INSERT INTO dimension (id, questionnaire_id, position, key) VALUES (%d, %d, 1, 'd')", q, q);
      for (int n = 1; n <= N_QUESTIONS; n++)
        exec (db, "INSERT INTO question (id, questionnaire_id, dimension_id, position, key, kind, multiple, options)"
                  " VALUES (%d, %d, %d, %d, 'q%d', '%s', %d, %s)", (int) question (q, n), q, q, n, n,
              n == N_QUESTIONS ? "choice" : "rating", n == N_QUESTIONS, n == N_QUESTIONS ? "'a\nb\nc'" : "NULL");
    }
  commit (g_steal_pointer (&batch));
}

/* @answers: a rating for each question, '-' for none, then what was chosen: "453AC". */
static FfResponse *
form (gint64 questionnaire_id, gint64 trainee_id, const char *answers)
{
  FfResponse *response = ff_response_new (questionnaire_id);

  response->trainee_id = trainee_id;
  for (int i = 0; i < N_QUESTIONS - 1; i++)
    if (answers[i] != '-')
      ff_response_set (response, question (questionnaire_id, i + 1), FF_PART_WHOLE, answers[i] - '0', NULL);
  if (strlen (answers) > N_QUESTIONS - 1)
    {
      const char *letters = answers + N_QUESTIONS - 1;

      ff_response_set (response, question (questionnaire_id, N_QUESTIONS), FF_PART_WHOLE, strlen (letters) == 1 ? letters[0] - 'A' + 1 : 0,
                       letters);
    }
  return response;
}

static gint64
put (FfDb *db, gint64 questionnaire_id, gint64 trainee_id, const char *answers)
{
  g_autoptr (FfResponse) response = form (questionnaire_id, trainee_id, answers);
  g_autoptr (FfBatch) batch = begin (db);
  g_autoptr (GError) error = NULL;

  if (questionnaire_id == ANONYMOUS)
    g_assert_true (ff_anonymous_store_insert (db, response, &error) && ff_anonymous_store_finish (db, questionnaire_id, &error));
  else
    ff_response_store_insert (db, response, &error);
  g_assert_no_error (error);
  commit (g_steal_pointer (&batch));
  return response->id;
}

static void
participate (FfDb *db, gint64 trainee_id)
{
  g_autoptr (FfBatch) batch = begin (db);
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_anonymous_store_set_participation (db, ANONYMOUS, trainee_id, FF_RATER_ROLE_NONE, 1, TRUE, NULL, &error)
                 && ff_anonymous_store_finish (db, ANONYMOUS, &error));
  commit (g_steal_pointer (&batch));
}

static void
mark_invalid (FfDb *db, gint64 id, gboolean anonymous)
{
  g_autoptr (FfBatch) batch = begin (db);

  g_assert_true (anonymous ? ff_anonymous_store_set_invalid (db, id, TRUE, NULL)
                           : ff_response_store_set_invalid (db, id, TRUE, "unreadable", NULL));
  commit (g_steal_pointer (&batch));
}

static char *
describe_counts (FfDb *db, gint64 questionnaire_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = ff_response_store_count_answers (db, questionnaire_id, &error);
  g_autoptr (GArray) slow = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  slow = ff_response_store_count_answers_of (db, questionnaire_id, 0, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (slow->len, ==, counts->len);
  for (guint i = 0; i < counts->len; i++)
    {
      const FfAnswerCount *count = &g_array_index (counts, FfAnswerCount, i), *other = &g_array_index (slow, FfAnswerCount, i);

      g_assert_true (count->question_id == other->question_id && count->part == other->part && count->value == other->value
                     && count->n == other->n && g_strcmp0 (count->letters, other->letters) == 0);
      g_string_append_printf (text, "%s%d=%d%s:%d", i > 0 ? " " : "", (int) (count->question_id % 10), (int) count->value,
                              count->letters != NULL ? count->letters : "", (int) count->n);
    }
  return g_string_free (text, FALSE);
}

static void
test_counts (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 questionnaire_id;
    const char *forms[5];
    int invalid; /* the place of a form that somebody marks; -1: none */
    const char *counts;
    guint returned, n_invalid;
  } cases[] = {
    { NAMED, { NULL }, -1, "", 0, 0 },
    { NAMED, { "453A", "44-B" }, -1, "1=4:2 2=4:1 2=5:1 3=3:1 4=1:1 4=2:1", 2, 0 },
    { NAMED, { "453AC", "443AC", "411B" }, -1, "1=4:3 2=1:1 2=4:1 2=5:1 3=1:1 3=3:2 4=0AC:2 4=2:1", 3, 0 },
    { NAMED, { "453AC", "443AC", "411B" }, 1, "1=4:2 2=1:1 2=5:1 3=1:1 3=3:1 4=0AC:1 4=2:1", 3, 1 },
    { NAMED, { "4--", "-5-" }, -1, "1=4:1 2=5:1", 2, 0 },
    { HALF, { "45-", "4--A", "345" }, -1, "1=3:1 1=4:1 2=4:1 2=5:1 3=5:1", 3, 1 },
    { HALF, { "45-", "4--A", "345" }, 0, "1=3:1 2=4:1 3=5:1", 3, 2 },
    { ANONYMOUS, { "453A", "44-BC", "111A" }, -1, "1=1:1 1=4:2 2=1:1 2=4:1 2=5:1 3=1:1 3=3:1 4=0BC:1 4=1:2", 3, 0 },
    { ANONYMOUS, { "453A", "44-BC", "111A" }, 2, "1=4:2 2=4:1 2=5:1 3=3:1 4=0BC:1 4=1:1", 3, 1 },
  };

  fill (fixture->db);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *counts = NULL;
      FfFormCounts forms;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      {
        g_autoptr (FfBatch) batch = begin (fixture->db);

        exec (fixture->db, "DELETE FROM answer; DELETE FROM response; DELETE FROM anonymous_answer; DELETE FROM anonymous_response");
        commit (g_steal_pointer (&batch));
      }
      for (int n = 0; cases[i].forms[n] != NULL; n++)
        {
          gint64 id = put (fixture->db, cases[i].questionnaire_id, 0, cases[i].forms[n]);

          if (n == cases[i].invalid)
            mark_invalid (fixture->db, id, cases[i].questionnaire_id == ANONYMOUS);
        }
      counts = describe_counts (fixture->db, cases[i].questionnaire_id);
      g_assert_cmpstr (counts, ==, cases[i].counts);
      g_assert_true (ff_response_store_count_forms (fixture->db, cases[i].questionnaire_id, &forms, NULL));
      g_assert_cmpuint (forms.returned, ==, cases[i].returned);
      g_assert_cmpuint (forms.invalid, ==, cases[i].n_invalid);
    }
  store_assert_sound (fixture->db);
}

/* A named form that comes again changes, answer by answer, and that is one step of undo. */
static void
test_update (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *before, *after;
    gboolean changed;
    int lines; /* of the journal */
  } cases[] = {
    { "453A", "453A", FALSE, 0 }, { "453A", "454A", TRUE, 1 }, { "453A", "45-A", TRUE, 1 },
    { "45-", "453", TRUE, 1 },    { "453A", "453AB", TRUE, 1 }, { "453A", "1--B", TRUE, 4 },
  };
  FfDb *db = fixture->db;

  fill (db);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = put (db, NAMED, (gint64) i + 1, cases[i].before);
      g_autoptr (FfResponse) wanted = form (NAMED, (gint64) i + 1, cases[i].after);
      g_autoptr (FfResponse) old = ff_response_store_read (db, id, FALSE, NULL);
      g_autoptr (FfResponse) new = NULL;
      g_autoptr (FfResponse) undone = NULL;
      g_autoptr (FfBatch) batch = begin (db);
      gint64 line = ff_db_journal_number (db);
      gboolean changed;

      g_assert_cmpint (ff_response_store_find (db, wanted, NULL), ==, id);
      g_assert_true (ff_response_store_update_answers (db, old, wanted, &changed, NULL));
      commit (g_steal_pointer (&batch));
      g_assert_cmpint (changed, ==, cases[i].changed);
      g_assert_cmpint (ff_db_journal_number (db) - line, ==, cases[i].lines);
      new = ff_response_store_read (db, id, FALSE, NULL);
      g_assert_cmpuint (new->answers->len, ==, wanted->answers->len);
      for (guint n = 0; n < new->answers->len; n++)
        g_assert_true (ff_answer_equal (&g_array_index (new->answers, FfAnswer, n), &g_array_index (wanted->answers, FfAnswer, n)));
      if (!changed)
        continue;
      g_assert_true (ff_undo (db, NULL));
      undone = ff_response_store_read (db, id, FALSE, NULL);
      g_assert_cmpuint (undone->answers->len, ==, old->answers->len);
    }
  store_assert_sound (db);
}

static void
test_asked (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GPtrArray) named = NULL;
  g_autoptr (GPtrArray) anonymous = NULL;

  fill (db);
  {
    g_autoptr (FfBatch) batch = begin (db);

    exec (db, "UPDATE enrolment SET status = 'withdrawn', version = version + 1 WHERE trainee_id = 5");
    exec (db, "INSERT INTO level_exclusion (enrolment_id, level, reason) VALUES (6, 1, 'moved')");
    commit (g_steal_pointer (&batch));
  }
  put (db, NAMED, 1, "444");
  participate (db, 2);
  put (db, ANONYMOUS, 0, "444");
  named = ff_response_store_list_asked (db, NAMED, FF_RATER_ROLE_NONE, 1, NULL);
  anonymous = ff_response_store_list_asked (db, ANONYMOUS, FF_RATER_ROLE_NONE, 1, NULL);
  g_assert_cmpuint (named->len, ==, N_PEOPLE - 2);
  g_assert_cmpuint (anonymous->len, ==, N_PEOPLE - 2);
  for (guint i = 0; i < named->len; i++)
    {
      const FfAsked *one = g_ptr_array_index (named, i), *other = g_ptr_array_index (anonymous, i);

      g_assert_cmpint (one->answered, ==, one->trainee_id == 1);
      g_assert_cmpint (other->answered, ==, other->trainee_id == 2);
      g_assert_cmpint (ff_response_store_has_answered (db, ANONYMOUS, other->trainee_id, FF_RATER_ROLE_NONE, 1, NULL), ==, other->answered);
    }
  g_assert_cmpint (ff_response_store_has_answered (db, ANONYMOUS, 2, FF_RATER_ROLE_PEER, 1, NULL), ==, 0);
}

/* What is heard of an anonymous form: that its questionnaire changed, nothing else. */
typedef struct
{
  guint calls;
  gint64 journal_number;
  gint64 id;
} Heard;

static void
on_changed (gint64 journal_number, GHashTable *ids_by_table, gpointer user_data)
{
  Heard *heard = user_data;
  GArray *ids = g_hash_table_lookup (ids_by_table, "anonymous_response");

  heard->calls++;
  heard->journal_number = journal_number;
  g_assert_cmpuint (g_hash_table_size (ids_by_table), ==, 1);
  g_assert_nonnull (ids);
  g_assert_cmpuint (ids->len, ==, 1);
  heard->id = g_array_index (ids, gint64, 0);
}

static void
test_without_trace (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_auto (FfUndoStep) undo = { 0 };
  g_auto (FfUndoStep) redo = { 0 };
  Heard heard = { 0 };
  gint64 line, batches;

  fill (db);
  line = ff_db_journal_number (db);
  batches = store_count (db, "SELECT seq FROM sqlite_sequence WHERE name = 'batch'");
  ff_batch_set_changed_func (db, on_changed, &heard);
  put (db, ANONYMOUS, 0, "345A");
  participate (db, 3);
  ff_batch_set_changed_func (db, NULL, NULL);

  g_assert_cmpuint (heard.calls, ==, 2);
  g_assert_cmpint (heard.id, ==, ANONYMOUS);
  g_assert_cmpint (heard.journal_number, ==, line);
  g_assert_cmpint (ff_db_journal_number (db), ==, line);
  g_assert_cmpint (store_count (db, "SELECT seq FROM sqlite_sequence WHERE name = 'batch'"), ==, batches);
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM batch"), ==, 1);
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM sqlite_sequence WHERE name LIKE 'anonymous%' OR name = 'participation'"), ==, 0);
  g_assert_cmpint (ff_response_store_get_revision (db, ANONYMOUS, NULL), ==, 2);
  /* The columns that there are, so that nobody adds a time. */
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM pragma_table_info ('anonymous_response')"), ==, 5);
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM pragma_table_info ('anonymous_answer')"), ==, 5);
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM pragma_table_info ('participation')"), ==, 4);
  g_assert_true (ff_undo_peek (db, &undo, &redo, NULL));
  g_assert_cmpstr (undo.label, ==, "Test");
  store_assert_sound (db);
}

/* Where in the file -------------------------------------------------------------------------------------------------- */

/* Where a number of eight bytes first lies in a file; -1: nowhere. */
static gssize
find_number (const char *content, gsize length, gint64 number)
{
  const guint64 bytes = GUINT64_TO_BE ((guint64) number);
  const char *found = memmem (content, length, &bytes, sizeof bytes);

  return found != NULL ? found - content : -1;
}

/* Rowids are written seven bits to a byte, the ninth byte whole. */
static gssize
find_rowid (const char *content, gsize length, gint64 number)
{
  guint8 bytes[9];
  guint64 bits = (guint64) number;
  gsize n = 9;
  const char *found;

  if (bits >> 56 == 0)
    return -1; /* shorter ones are few and lie among the others */
  bytes[8] = (guint8) bits;
  bits >>= 8;
  for (int i = 7; i >= 0; i--, bits >>= 7)
    bytes[i] = (guint8) (bits & 0x7f) | 0x80;
  found = memmem (content, length, bytes, n);
  return found != NULL ? found - content : -1;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* Spearman's, without ties. */
static double
rank_correlation (const double *x, const double *y, gsize n)
{
  g_autofree double *sorted_x = g_memdup2 (x, n * sizeof *x), *sorted_y = g_memdup2 (y, n * sizeof *y);
  double sum = 0;

  qsort (sorted_x, n, sizeof *x, compare_doubles);
  qsort (sorted_y, n, sizeof *y, compare_doubles);
  for (gsize i = 0; i < n; i++)
    {
      double rank_x = (double *) bsearch (&x[i], sorted_x, n, sizeof *x, compare_doubles) - sorted_x;
      double rank_y = (double *) bsearch (&y[i], sorted_y, n, sizeof *y, compare_doubles) - sorted_y;

      sum += (rank_x - rank_y) * (rank_x - rank_y);
    }
  return 1 - 6 * sum / ((double) n * ((double) n * (double) n - 1));
}

typedef gssize (*FindFunc) (const char *content, gsize length, gint64 number);

/* How well the places of forms in a file tell in which order they came. */
static double
correlate_places (const char *path, const gint64 *ids, gsize n, FindFunc find)
{
  g_autofree char *content = NULL;
  g_autofree double *order = g_new (double, n), *places = g_new (double, n);
  gsize length, found = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (gsize i = 0; i < n; i++)
    {
      gssize place = find (content, length, ids[i]);

      if (place < 0)
        continue;
      order[found] = (double) i;
      places[found++] = (double) place;
    }
  g_assert_cmpuint (found, >, n / 2);
  return rank_correlation (order, places, found);
}

/* N_PEOPLE forms come one at a time in the order of @people, each of whom is also noted as having answered, with other work in between. */
static void
enter_forms (FfDb *db, GRand *rand, const int *people, gint64 *ids)
{
  for (int i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *answers = g_strdup_printf ("%d%d%dA", g_rand_int_range (rand, 1, 6), g_rand_int_range (rand, 1, 6),
                                                  g_rand_int_range (rand, 1, 6));

      participate (db, people[i]);
      ids[i] = put (db, ANONYMOUS, 0, answers);
      if (i % 3 == 0)
        {
          g_autoptr (FfBatch) batch = begin (db);

          exec (db, "UPDATE trainee SET name = 'Person %d, again', version = version + 1 WHERE id = %d", i, i + 1);
          commit (g_steal_pointer (&batch));
        }
    }
}

typedef struct
{
  const char *name;
  double sum;
} Correlation;

static void
add_correlation (Correlation *correlation, double value)
{
  correlation->sum += value;
}

static void
test_places (StoreFixture *fixture, gconstpointer data)
{
  enum
  {
    ANSWERS,
    FORMS,
    BACKUP,
    IDS,
    N_CORRELATIONS,
  };
  Correlation correlations[N_CORRELATIONS] = { { "answers in the file", 0 }, { "forms in the file", 0 }, { "answers in a backup", 0 }, { "ids", 0 } };
  const int rounds = 20;
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < rounds; round++)
    {
      int people[N_PEOPLE];
      gint64 ids[N_PEOPLE];
      double numbers[N_PEOPLE], order[N_PEOPLE];
      g_autofree char *backup = g_strdup_printf ("%s/copy-%d.fourfold", fixture->folder, round);
      g_autofree char *path = g_strdup_printf ("%s/round-%d.fourfold", fixture->folder, round);
      FfDb *db = ff_db_open (path, FF_DB_CREATE, NULL);

      for (int i = 0; i < N_PEOPLE; i++)
        people[i] = i + 1;
      for (int i = N_PEOPLE - 1; i > 0; i--)
        {
          int other = g_rand_int_range (rand, 0, i + 1), kept = people[i];

          people[i] = people[other];
          people[other] = kept;
        }
      fill (db);
      enter_forms (db, rand, people, ids);
      g_assert_true (ff_backup_create (db, backup, NULL));
      ff_db_close (db);
      for (int i = 0; i < N_PEOPLE; i++)
        {
          numbers[i] = (double) ids[i];
          order[i] = i;
        }
      add_correlation (&correlations[ANSWERS], correlate_places (path, ids, N_PEOPLE, find_number));
      add_correlation (&correlations[FORMS], correlate_places (path, ids, N_PEOPLE, find_rowid));
      add_correlation (&correlations[BACKUP], correlate_places (backup, ids, N_PEOPLE, find_number));
      add_correlation (&correlations[IDS], rank_correlation (numbers, order, N_PEOPLE));
    }
  /* One has a standard deviation of 1 ÷ √(n − 1), so 5 of them for the mean pass a chance of one in a million. */
  for (int i = 0; i < N_CORRELATIONS; i++)
    {
      double mean = correlations[i].sum / rounds;

      g_test_message ("%s: %.3f", correlations[i].name, mean);
      g_assert_cmpfloat (fabs (mean), <, 5 / sqrt ((N_PEOPLE / 2.0 - 1) * rounds));
    }
}

/* Neither the names of who answered nor the log beside the file lie where the answers are written, and what is deleted is gone. */
static void
test_leftovers (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL), *content = NULL;
  gsize length;
  gint64 id;

  fill (db);
  id = put (db, ANONYMOUS, 0, "345A");
  g_assert_true (!g_file_get_contents (log, &content, &length, NULL) || length == 0);
  g_clear_pointer (&content, g_free);
  {
    g_autoptr (FfBatch) batch = begin (db);

    g_assert_true (ff_anonymous_store_delete (db, id, NULL) && ff_anonymous_store_finish (db, ANONYMOUS, NULL));
    commit (g_steal_pointer (&batch));
  }
  store_reopen (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_cmpint (find_number (content, length, id), ==, -1);
  g_assert_cmpint (find_rowid (content, length, id), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/responses/counts", test_counts);
  store_test_add ("/responses/update", test_update);
  store_test_add ("/responses/asked", test_asked);
  store_test_add ("/responses/without-trace", test_without_trace);
  store_test_add ("/responses/places", test_places);
  store_test_add ("/responses/leftovers", test_leftovers);
  return g_test_run ();
}
