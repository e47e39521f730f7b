/* The worker: order, progress, cancelling, news and shutdown. */
#include "config.h"

#include <glib.h>

#include "ff-batch.h"
#include "ff-store-test.h"
#include "ff-worker.h"

#define ADD "INSERT INTO department (name, path, sort_key) SELECT n, n, n FROM (SELECT 'd' || count (*) AS n FROM department)"

/* What a test hears, in order, and how long it waits. */
typedef struct
{
  GString *heard;
  guint outstanding;
  GThread *thread;
} Listener;

static void
listener_init (Listener *listener)
{
  listener->heard = g_string_new (NULL);
  listener->outstanding = 0;
  listener->thread = g_thread_self ();
}

static void
listener_clear (Listener *listener)
{
  g_string_free (listener->heard, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listener, listener_clear)

static void
wait_for_all (Listener *listener)
{
  while (listener->outstanding > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Listener *listener = user_data;
  g_autoptr (GError) error = NULL;
  const char *name = ff_worker_get_data (result);

  g_assert_true (g_thread_self () == listener->thread);
  if (ff_worker_run_finish (FF_WORKER (source), result, &error))
    g_string_append_printf (listener->heard, "%s done\n", name);
  else
    {
      g_assert_true (error->domain == FF_ERROR);
      g_string_append_printf (listener->heard, "%s failed %d\n", name, error->code);
    }
  listener->outstanding--;
}

static void
run (FfWorker *worker, FfWorkFunc work, const char *name, GCancellable *cancellable, FfProgressFunc progress, Listener *listener)
{
  listener->outstanding++;
  ff_worker_run_async (worker, work, g_strdup (name), g_free, cancellable, progress, on_done, listener);
}

static void
on_news (FfWorker *worker, gint64 journal_number, GHashTable *ids_by_table, gpointer user_data)
{
  Listener *listener = user_data;
  GArray *ids = g_hash_table_lookup (ids_by_table, "department");

  g_assert_true (g_thread_self () == listener->thread);
  g_string_append_printf (listener->heard, "changed %" G_GINT64_FORMAT " department %" G_GINT64_FORMAT "\n", journal_number,
                          g_array_index (ids, gint64, 0));
}

static gboolean
add (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, data, error);

  return batch != NULL && ff_db_exec (db, ADD, error) && ff_batch_commit (g_steal_pointer (&batch), error);
}

static gboolean
fail (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, data, error);

  return batch != NULL && ff_db_exec (db, ADD, error) && ff_db_exec (db, "INSERT INTO layer (key) VALUES ('support')", error)
         && ff_batch_commit (g_steal_pointer (&batch), error);
}

static gint64
departments_in (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDb) db = ff_db_open (path, FF_DB_READ, &error);

  g_assert_no_error (error);
  return store_count (db, "SELECT count (*) FROM department");
}

static void
test_order (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *expected = g_strdup_printf ("changed 1 department 1\nfirst done\nsecond failed %d\nthird done\n"
                                               "changed 2 department 2\nfourth done\n",
                                               FF_ERROR_EXISTS);
  g_auto (Listener) listener;
  g_autoptr (FfWorker) worker = NULL;

  listener_init (&listener);
  g_clear_pointer (&fixture->db, ff_db_close);
  worker = ff_worker_new (fixture->path, FF_DB_WRITE);
  g_signal_connect (worker, "changed", G_CALLBACK (on_news), &listener);
  run (worker, add, "first", NULL, NULL, &listener);
  run (worker, fail, "second", NULL, NULL, &listener);
  run (worker, NULL, "third", NULL, NULL, &listener);
  run (worker, add, "fourth", NULL, NULL, &listener);
  g_assert_cmpuint (listener.heard->len, ==, 0);
  wait_for_all (&listener);
  g_assert_cmpstr (listener.heard->str, ==, expected);
  g_assert_cmpint (departments_in (fixture->path), ==, 2);
}

static void
test_open_fails (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *busy = g_strdup_printf ("open failed %d\nadd failed %d\n", FF_ERROR_BUSY, FF_ERROR_BUSY);
  g_auto (Listener) listener;
  g_autoptr (FfWorker) worker = NULL;

  listener_init (&listener);
  worker = ff_worker_new (fixture->path, FF_DB_WRITE); /* the fixture's writer holds the lock */
  run (worker, NULL, "open", NULL, NULL, &listener);
  run (worker, add, "add", NULL, NULL, &listener);
  wait_for_all (&listener);
  g_assert_cmpstr (listener.heard->str, ==, busy);
}

static gboolean
count_to_end (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  for (guint64 i = 1; i <= 50000; i++)
    ff_job_progress (job, i, 50000);
  return TRUE;
}

static guint progress_calls;
static guint64 progress_last;

static void
on_progress (guint64 done, guint64 total, gpointer user_data)
{
  Listener *listener = user_data;

  g_assert_true (g_thread_self () == listener->thread);
  g_assert_cmpuint (listener->outstanding, ==, 1); /* never after the end */
  g_assert_cmpuint (done, >, progress_last);
  g_assert_cmpuint (total, ==, 50000);
  progress_last = done;
  progress_calls++;
}

static void
test_progress (StoreFixture *fixture, gconstpointer data)
{
  g_auto (Listener) listener;
  g_autoptr (FfWorker) worker = ff_worker_new_reader (fixture->path);

  listener_init (&listener);
  progress_calls = 0;
  progress_last = 0;
  run (worker, count_to_end, "count", NULL, on_progress, &listener);
  wait_for_all (&listener);
  g_assert_cmpstr (listener.heard->str, ==, "count done\n");
  g_assert_cmpuint (progress_last, ==, 50000);
  g_assert_cmpuint (progress_calls, <, 50000);
}

/* Adds one department, says so, and then never ends by itself. */
static gboolean
add_without_end (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, data, error);

  g_assert_nonnull (batch);
  g_assert_true (ff_db_exec (db, ADD, error));
  ff_job_progress (job, 1, 0);
  return ff_db_exec (db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n", error)
         && ff_batch_commit (g_steal_pointer (&batch), error);
}

static gboolean
look_without_end (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  ff_job_progress (job, 1, 0);
  while (!ff_job_is_cancelled (job, error))
    g_thread_yield ();
  return FALSE;
}

static GCancellable *to_cancel;

static void
cancel_on_progress (guint64 done, guint64 total, gpointer user_data)
{
  g_cancellable_cancel (to_cancel);
}

static void
test_cancel (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *cancelled = g_strdup_printf ("statement failed %d\nloop failed %d\nearly failed %d\nafter done\n", FF_ERROR_CANCELLED,
                                                FF_ERROR_CANCELLED, FF_ERROR_CANCELLED);
  g_auto (Listener) listener;
  g_autoptr (FfWorker) worker = NULL;
  g_autoptr (GCancellable) early = g_cancellable_new ();
  g_autoptr (GCancellable) statement = g_cancellable_new ();
  g_autoptr (GCancellable) loop = g_cancellable_new ();

  listener_init (&listener);
  g_clear_pointer (&fixture->db, ff_db_close);
  worker = ff_worker_new (fixture->path, FF_DB_WRITE);

  to_cancel = statement;
  run (worker, add_without_end, "statement", statement, cancel_on_progress, &listener);
  wait_for_all (&listener);
  to_cancel = loop;
  run (worker, look_without_end, "loop", loop, cancel_on_progress, &listener);
  wait_for_all (&listener);
  g_cancellable_cancel (early);
  run (worker, add, "early", early, NULL, &listener);
  run (worker, add, "after", NULL, NULL, &listener);
  wait_for_all (&listener);
  g_assert_cmpstr (listener.heard->str, ==, cancelled);
  g_assert_cmpint (departments_in (fixture->path), ==, 1);
}

static gboolean
see_twice (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  FfDb *writer = *(FfDb **) data;
  gint64 before = store_count (db, "SELECT count (*) FROM department");

  /* The main thread only waits meanwhile. */
  g_assert_true (add (writer, job, (gpointer) "meanwhile", error));
  g_assert_cmpint (store_count (db, "SELECT count (*) FROM department"), ==, before);
  return TRUE;
}

static void
on_seen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (ff_worker_run_finish (FF_WORKER (source), result, NULL));
  ((Listener *) user_data)->outstanding--;
}

static void
test_reader_sees_one_state (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *read_only = g_strdup_printf ("write failed %d\n", FF_ERROR_READ_ONLY);
  g_auto (Listener) listener;
  g_autoptr (FfWorker) worker = ff_worker_new_reader (fixture->path);

  listener_init (&listener);
  for (guint i = 0; i < 2; i++)
    {
      listener.outstanding++;
      ff_worker_run_async (worker, see_twice, &fixture->db, NULL, NULL, NULL, on_seen, &listener);
      wait_for_all (&listener);
    }
  run (worker, add, "write", NULL, NULL, &listener);
  wait_for_all (&listener);
  g_assert_cmpstr (listener.heard->str, ==, read_only);
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM department"), ==, 2);
}

static void
test_shutdown_drains (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *cancelled = g_strdup_printf ("x done\nlate failed %d\n", FF_ERROR_CANCELLED);
  g_auto (Listener) listener;
  g_autoptr (FfWorker) worker = NULL;

  listener_init (&listener);
  g_clear_pointer (&fixture->db, ff_db_close);
  worker = ff_worker_new (fixture->path, FF_DB_WRITE);
  for (guint i = 0; i < 20; i++)
    run (worker, add, "x", NULL, NULL, &listener);
  ff_worker_shutdown (worker);
  ff_worker_shutdown (worker);
  /* Done, and the lock is free, before anybody heard of it. */
  g_assert_cmpuint (listener.heard->len, ==, 0);
  store_reopen (fixture);
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM department"), ==, 20);
  run (worker, add, "late", NULL, NULL, &listener);
  wait_for_all (&listener);
  g_assert_true (g_str_has_suffix (listener.heard->str, cancelled));
}

static guint freed;

static void
count_free (gpointer data)
{
  g_free (data);
  freed++;
}

static void
on_stolen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **stolen = user_data;

  g_assert_true (ff_worker_run_finish (FF_WORKER (source), result, NULL));
  *stolen = ff_worker_steal_data (result);
}

static void
test_data (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *stolen = NULL;
  FfWorker *worker = ff_worker_new_reader (fixture->path);
  gpointer watched = worker;

  freed = 0;
  ff_worker_run_async (worker, NULL, g_strdup ("kept"), count_free, NULL, NULL, on_stolen, &stolen);
  while (stolen == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (freed, ==, 0);
  /* Nobody need hear of it, and nobody need keep the worker. */
  ff_worker_run_async (worker, NULL, g_strdup ("dropped"), count_free, NULL, NULL, NULL, NULL);
  g_object_add_weak_pointer (G_OBJECT (worker), &watched);
  g_object_unref (worker);
  while (freed == 0 || watched != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (freed, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/worker/order", test_order);
  store_test_add ("/worker/open-fails", test_open_fails);
  store_test_add ("/worker/progress", test_progress);
  store_test_add ("/worker/cancel", test_cancel);
  store_test_add ("/worker/reader-sees-one-state", test_reader_sees_one_state);
  store_test_add ("/worker/shutdown-drains", test_shutdown_drains);
  store_test_add ("/worker/data", test_data);
  return g_test_run ();
}
