#include "config.h"

#include "ff-worker.h"

#include <glib/gi18n-lib.h>

#include "ff-db-private.h"

struct _FfWorker
{
  GObject parent_instance;

  char *path;
  FfDbMode mode;
  GMainContext *context; /* where "changed" is emitted */
  GThread *thread;
  GAsyncQueue *jobs; /* FfJob; the one without a task ends the thread */
  gboolean closed;   /* touched by the owner only */
};

G_DEFINE_FINAL_TYPE (FfWorker, ff_worker, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _FfJob
{
  gatomicrefcount references;
  GTask *task; /* NULL: end the thread */
  GMainContext *context;
  FfWorkFunc work;
  gpointer data;
  GDestroyNotify destroy;
  GCancellable *cancellable;
  FfProgressFunc progress;
  gpointer user_data;
  GError *error; /* the outcome, handed from the thread to the caller's context */

  GMutex mutex; /* guards what follows */
  gboolean progress_pending;
  guint64 done, total;
};

/* What travels to the main context after a commit. The worker is not kept alive by its own news. */
typedef struct
{
  GWeakRef worker;
  gint64 journal_number;
  GHashTable *ids_by_table;
} News;

static FfJob *
job_ref (FfJob *job)
{
  g_atomic_ref_count_inc (&job->references);
  return job;
}

static void
job_unref (FfJob *job)
{
  if (!g_atomic_ref_count_dec (&job->references))
    return;
  if (job->destroy != NULL && job->data != NULL)
    job->destroy (job->data);
  g_clear_object (&job->task);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->context, g_main_context_unref);
  g_clear_error (&job->error);
  g_mutex_clear (&job->mutex);
  g_free (job);
}

static FfJob *
job_new (void)
{
  FfJob *job = g_new0 (FfJob, 1);

  g_atomic_ref_count_init (&job->references);
  g_mutex_init (&job->mutex);
  return job;
}

/* Always by way of the loop, also when the thread could enter @context at once: callbacks belong to the caller's thread. */
static void
send (GMainContext *context, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, context);
}

static gboolean
on_progress (gpointer user_data)
{
  FfJob *job = user_data;
  guint64 done, total;

  g_mutex_lock (&job->mutex);
  job->progress_pending = FALSE;
  done = job->done;
  total = job->total;
  g_mutex_unlock (&job->mutex);
  job->progress (done, total, job->user_data);
  return G_SOURCE_REMOVE;
}

void
ff_job_progress (FfJob *job, guint64 done, guint64 total)
{
  gboolean send_now;

  g_return_if_fail (job != NULL);

  if (job->progress == NULL)
    return;
  g_mutex_lock (&job->mutex);
  job->done = done;
  job->total = total;
  send_now = !job->progress_pending;
  job->progress_pending = TRUE;
  g_mutex_unlock (&job->mutex);
  if (send_now)
    send (job->context, on_progress, job_ref (job), (GDestroyNotify) job_unref);
}

static gboolean
set_cancelled (GCancellable *cancellable, GError **error)
{
  if (cancellable == NULL || !g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error_literal (error, FF_ERROR, FF_ERROR_CANCELLED, _ ("Cancelled; nothing was changed."));
  return TRUE;
}

gboolean
ff_job_is_cancelled (FfJob *job, GError **error)
{
  g_return_val_if_fail (job != NULL, FALSE);

  return set_cancelled (job->cancellable, error);
}

static gboolean
on_done (gpointer user_data)
{
  FfJob *job = user_data;
  g_autoptr (GTask) task = g_steal_pointer (&job->task);

  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
run_work (FfDb *db, FfJob *job, const GError *open_error, GError **error)
{
  gboolean ok;

  if (open_error != NULL)
    {
      g_propagate_error (error, g_error_copy (open_error));
      return FALSE;
    }
  if (set_cancelled (job->cancellable, error))
    return FALSE;
  if (job->work == NULL)
    return TRUE;

  ff_db_set_cancellable (db, job->cancellable);
  ok = ff_db_is_writable (db) || ff_db_begin_read (db, error);
  ok = ok && job->work (db, job, job->data, error);
  if (!ff_db_is_writable (db))
    ff_db_end_read (db);
  ff_db_set_cancellable (db, NULL);
  return ok;
}

static void
news_free (gpointer data)
{
  News *news = data;

  g_weak_ref_clear (&news->worker);
  g_hash_table_unref (news->ids_by_table);
  g_free (news);
}

static gboolean
on_news (gpointer user_data)
{
  News *news = user_data;
  g_autoptr (FfWorker) worker = g_weak_ref_get (&news->worker);

  if (worker != NULL)
    g_signal_emit (worker, signals[SIGNAL_CHANGED], 0, news->journal_number, news->ids_by_table);
  return G_SOURCE_REMOVE;
}

static void
on_changed (gint64 journal_number, GHashTable *ids_by_table, gpointer user_data)
{
  FfWorker *worker = user_data;
  News *news = g_new0 (News, 1);

  g_weak_ref_init (&news->worker, worker);
  news->journal_number = journal_number;
  news->ids_by_table = g_hash_table_ref (ids_by_table);
  send (worker->context, on_news, news, news_free);
}

static gpointer
run_thread (gpointer data)
{
  FfWorker *worker = data;
  g_autoptr (GError) open_error = NULL;
  FfDb *db = ff_db_open (worker->path, worker->mode, &open_error);

  if (db != NULL)
    ff_batch_set_changed_func (db, on_changed, worker);
  for (;;)
    {
      FfJob *job = g_async_queue_pop (worker->jobs);

      if (job->task == NULL)
        {
          job_unref (job);
          break;
        }
      if (!run_work (db, job, open_error, &job->error) && job->error == NULL)
        g_set_error_literal (&job->error, FF_ERROR, FF_ERROR_FAILED, _ ("The work failed without saying why."));
      send (job->context, on_done, job, (GDestroyNotify) job_unref);
    }
  ff_db_close (db);
  return NULL;
}

void
ff_worker_shutdown (FfWorker *worker)
{
  g_return_if_fail (FF_IS_WORKER (worker));

  if (worker->closed)
    return;
  worker->closed = TRUE;
  g_async_queue_push (worker->jobs, job_new ());
  g_thread_join (g_steal_pointer (&worker->thread));
}

static void
ff_worker_dispose (GObject *object)
{
  ff_worker_shutdown (FF_WORKER (object));
  G_OBJECT_CLASS (ff_worker_parent_class)->dispose (object);
}

static void
ff_worker_finalize (GObject *object)
{
  FfWorker *worker = FF_WORKER (object);

  g_async_queue_unref (worker->jobs);
  g_main_context_unref (worker->context);
  g_free (worker->path);
  G_OBJECT_CLASS (ff_worker_parent_class)->finalize (object);
}

static void
ff_worker_class_init (FfWorkerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ff_worker_dispose;
  object_class->finalize = ff_worker_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FF_TYPE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                          G_TYPE_INT64, G_TYPE_HASH_TABLE);
}

static void
ff_worker_init (FfWorker *worker)
{
  worker->jobs = g_async_queue_new_full ((GDestroyNotify) job_unref);
  worker->context = g_main_context_ref_thread_default ();
}

FfWorker *
ff_worker_new (const char *path, FfDbMode mode)
{
  FfWorker *worker;

  g_return_val_if_fail (path != NULL, NULL);

  worker = g_object_new (FF_TYPE_WORKER, NULL);
  worker->path = g_strdup (path);
  worker->mode = mode;
  worker->thread = g_thread_new (mode == FF_DB_READ ? "reader" : "writer", run_thread, worker);
  return worker;
}

FfWorker *
ff_worker_new_reader (const char *path)
{
  return ff_worker_new (path, FF_DB_READ);
}

void
ff_worker_run_async (FfWorker *worker, FfWorkFunc work, gpointer data, GDestroyNotify destroy, GCancellable *cancellable,
                     FfProgressFunc progress, GAsyncReadyCallback callback, gpointer user_data)
{
  FfJob *job;

  g_return_if_fail (FF_IS_WORKER (worker));

  job = job_new ();
  /* Not the task's cancellable: whoever cancels hears what became of the work, which may have been done already. */
  job->task = g_task_new (worker, NULL, callback, user_data);
  g_task_set_source_tag (job->task, ff_worker_run_async);
  g_task_set_task_data (job->task, job_ref (job), (GDestroyNotify) job_unref); /* until on_done () takes the task away */
  job->context = g_main_context_ref_thread_default ();
  job->work = work;
  job->data = data;
  job->destroy = destroy;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->progress = progress;
  job->user_data = user_data;

  if (!worker->closed)
    {
      g_async_queue_push (worker->jobs, job);
      return;
    }
  g_set_error_literal (&job->error, FF_ERROR, FF_ERROR_CANCELLED, _ ("The database was closed before the work began."));
  send (job->context, on_done, job, (GDestroyNotify) job_unref);
}

gboolean
ff_worker_run_finish (FfWorker *worker, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, worker), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gpointer
ff_worker_get_data (GAsyncResult *result)
{
  FfJob *job = g_task_get_task_data (G_TASK (result));

  return job->data;
}

gpointer
ff_worker_steal_data (GAsyncResult *result)
{
  FfJob *job = g_task_get_task_data (G_TASK (result));

  return g_steal_pointer (&job->data);
}
