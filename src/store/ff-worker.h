/* A connection on a thread of its own, behind a queue: one of them writes, others read snapshots and figures.
   Work runs on the thread in the order in which it was asked for; everything a caller hears arrives in the caller's main context. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

#define FF_TYPE_WORKER (ff_worker_get_type ())
G_DECLARE_FINAL_TYPE (FfWorker, ff_worker, FF, WORKER, GObject)

/* One piece of work while it runs; only its work function holds it. */
typedef struct _FfJob FfJob;

/* Runs on the worker's thread. Returns FALSE with @error set when it fails; results go into @data. */
typedef gboolean (*FfWorkFunc) (FfDb *db, FfJob *job, gpointer data, GError **error);
/* Runs in the main context of whoever asked; calls in between are left out when it is busy. @total 0: not known. */
typedef void (*FfProgressFunc) (guint64 done, guint64 total, gpointer user_data);

/* Starts the thread, which opens @path at once. If that fails, every piece of work fails with its error.
   A reader (FF_DB_READ) runs each piece of work inside one read transaction. */
FfWorker *ff_worker_new (const char *path, FfDbMode mode) G_GNUC_WARN_UNUSED_RESULT;
FfWorker *ff_worker_new_reader (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* Queues @work; NULL just waits until the database is open and the work before it is done. @data stays alive until @callback
   has returned and is then freed by @destroy in the caller's main context; @callback may take it by ff_worker_steal_data ().
   Cancelling @cancellable ends the running statement, and the work with FF_ERROR_CANCELLED. @progress may be NULL; it and
   @callback get @user_data. */
void ff_worker_run_async (FfWorker *worker, FfWorkFunc work, gpointer data, GDestroyNotify destroy, GCancellable *cancellable,
                          FfProgressFunc progress, GAsyncReadyCallback callback, gpointer user_data);
gboolean ff_worker_run_finish (FfWorker *worker, GAsyncResult *result, GError **error);
/* The @data of the work that @result is about: to look at, or to take over. */
gpointer ff_worker_get_data (GAsyncResult *result);
gpointer ff_worker_steal_data (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

/* For work functions. */
void ff_job_progress (FfJob *job, guint64 done, guint64 total);
/* TRUE and FF_ERROR_CANCELLED when somebody cancelled: the work undoes its batch by falling out of it. */
gboolean ff_job_is_cancelled (FfJob *job, GError **error);

/* Lets the work that is queued finish, closes the connection and waits for the thread. Later work fails with
   FF_ERROR_CANCELLED. Done when the last reference goes, if nobody did it before. */
void ff_worker_shutdown (FfWorker *worker);

/* Signal "changed" (gint64 journal_number, GHashTable *ids_by_table): a batch was committed, table name → GArray of gint64.
   Emitted in the main context in which the worker was made, before the callback of the work that did it. */

G_END_DECLS
