#include "config.h"

#include "ff-session-changes.h"

/* Lines of one row. */
typedef struct
{
  guint lines;
  gint64 last_batch;
  gint64 session_id; /* of a row of session_trainer, whose lines of deleting it still say */
} Touched;

typedef struct
{
  GHashTable *sessions; /* row id → Touched, of the three tables */
  GHashTable *trainers;
  GHashTable *runs;
} Scan;

static gint64 *
copy_id (gint64 id)
{
  gint64 *copy = g_new (gint64, 1);

  *copy = id;
  return copy;
}

static GHashTable *
new_map (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static Touched *
touch (GHashTable *map, gint64 id)
{
  Touched *touched = g_hash_table_lookup (map, &id);

  if (touched == NULL)
    {
      touched = g_new0 (Touched, 1);
      g_hash_table_insert (map, copy_id (id), touched);
    }
  return touched;
}

static gboolean
read_journal (FfDb *db, Scan *scan, GError **error)
{
  enum
  {
    COL_TABLE,
    COL_ROW,
    COL_BATCH,
    COL_SESSION,
  };
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "SELECT table_name, row_id, batch_id,"
                       " CASE WHEN table_name = 'session_trainer' THEN json_extract (before, '$.session_id') END"
                       " FROM journal WHERE table_name IN ('session', 'session_trainer', 'run') ORDER BY id",
                       error);
  FfStep step = FF_STEP_ERROR;

  while (statement != NULL && (step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      const char *table = ff_statement_get_text (statement, COL_TABLE);
      Touched *touched = touch (g_str_equal (table, "session")           ? scan->sessions
                                : g_str_equal (table, "session_trainer") ? scan->trainers
                                                                         : scan->runs,
                                ff_statement_get_int (statement, COL_ROW));

      touched->lines++;
      touched->last_batch = ff_statement_get_int (statement, COL_BATCH);
      if (!ff_statement_is_null (statement, COL_SESSION))
        touched->session_id = ff_statement_get_int (statement, COL_SESSION);
    }
  return step == FF_STEP_DONE;
}

/* Who teaches what now: for rows that were only ever added. */
static gboolean
read_trainers (FfDb *db, Scan *scan, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id, session_id FROM session_trainer", error);
  FfStep step = FF_STEP_ERROR;

  while (statement != NULL && (step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    touch (scan->trainers, ff_statement_get_int (statement, 0))->session_id = ff_statement_get_int (statement, 1);
  return step == FF_STEP_DONE;
}

static void
add_trainers (Scan *scan)
{
  GHashTableIter rows;
  gpointer row;

  g_hash_table_iter_init (&rows, scan->trainers);
  while (g_hash_table_iter_next (&rows, NULL, &row))
    {
      const Touched *trainer = row;
      Touched *session = touch (scan->sessions, trainer->session_id);

      session->lines += trainer->lines;
      session->last_batch = MAX (session->last_batch, trainer->last_batch);
    }
}

/* batch id → its time */
static GHashTable *
read_times (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id, at FROM batch", error);
  g_autoptr (GHashTable) times = new_map (g_free);
  FfStep step = FF_STEP_ERROR;

  while (statement != NULL && (step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    g_hash_table_insert (times, copy_id (ff_statement_get_int (statement, 0)), ff_statement_dup_text (statement, 1));
  return step == FF_STEP_DONE ? g_steal_pointer (&times) : NULL;
}

static void
changes_free (gpointer data)
{
  FfSessionChanges *changes = data;

  g_free (changes->at);
  g_free (changes);
}

static GHashTable *
sum_up (FfDb *db, Scan *scan, GHashTable *times, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id, run_id FROM session", error);
  g_autoptr (GHashTable) sums = new_map (changes_free);
  FfStep step = FF_STEP_ERROR;

  while (statement != NULL && (step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      gint64 id = ff_statement_get_int (statement, 0);
      const Touched *session = touch (scan->sessions, id);
      const Touched *run = touch (scan->runs, ff_statement_get_int (statement, 1));
      gint64 last = MAX (session->last_batch, run->last_batch);
      FfSessionChanges *changes = g_new0 (FfSessionChanges, 1);

      changes->changes = session->lines + run->lines;
      changes->at = g_strdup (g_hash_table_lookup (times, &last));
      g_hash_table_insert (sums, copy_id (id), changes);
    }
  return step == FF_STEP_DONE ? g_steal_pointer (&sums) : NULL;
}

GHashTable *
ff_session_changes_read (FfDb *db, GError **error)
{
  Scan scan = { new_map (g_free), new_map (g_free), new_map (g_free) };
  g_autoptr (GHashTable) times = NULL;
  GHashTable *sums = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  if (read_journal (db, &scan, error) && read_trainers (db, &scan, error) && (times = read_times (db, error)) != NULL)
    {
      add_trainers (&scan);
      sums = sum_up (db, &scan, times, error);
    }
  g_hash_table_unref (scan.sessions);
  g_hash_table_unref (scan.trainers);
  g_hash_table_unref (scan.runs);
  return sums;
}
