#include "config.h"

#include "ff-workspace.h"


/* How often a read-only workspace looks whether the process that writes has written. */
#define WATCH_SECONDS 5

struct _FfWorkspace
{
  GObject parent_instance;

  char *path;
  FfWorker *writer;   /* NULL: read-only */
  FfWorker *reader;
  FfWorker *exporter; /* made when first asked for */
  FfDb *db;           /* the main thread's */
  char *reason;       /* why it is read-only */
  char *undo_label;
  char *redo_label;
  guint n_peeks; /* readings of both labels under way */
  gint64 saved_at;
  gint64 seen;        /* the journal number that a read-only workspace showed */
  guint watch;
};

typedef enum
{
  PROP_WRITABLE = 1,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_SAVED_AT,
} FfWorkspaceProperty;

enum
{
  CHANGED,
  COMMAND,
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_SAVED_AT + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfWorkspace, ff_workspace, G_TYPE_OBJECT)

/* A piece of work on its way to a worker and back. */
typedef struct
{
  GWeakRef workspace;
  char *label; /* of the batch; NULL: reading */
  FfWorkFunc work;
  FfWorkDone done;
  gpointer data;
  GDestroyNotify destroy;
} Task;

static void
task_free (gpointer data)
{
  Task *task = data;

  g_weak_ref_clear (&task->workspace);
  g_free (task->label);
  if (task->destroy != NULL)
    task->destroy (task->data);
  g_free (task);
}

static gboolean
task_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Task *task = data;
  g_autoptr (FfBatch) batch = NULL;

  if (task->label == NULL)
    return task->work (db, job, task->data, error);

  batch = ff_batch_begin (db, task->label, error);
  if (batch == NULL || !task->work (db, job, task->data, error))
    return FALSE;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

static void
on_task_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Task *task = ff_worker_get_data (result);
  g_autoptr (FfWorkspace) self = g_weak_ref_get (&task->workspace);
  g_autoptr (GError) error = NULL;
  gboolean told = FALSE;

  ff_worker_run_finish (FF_WORKER (source), result, &error);
  if (self == NULL || g_error_matches (error, FF_ERROR, FF_ERROR_CANCELLED))
    return;

  if (task->done != NULL)
    told = task->done (task->data, error);
  if (error != NULL && !told)
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
queue_task (FfWorkspace *self, FfWorker *worker, const char *label, FfWorkFunc work, FfWorkDone done, gpointer data,
            GDestroyNotify destroy, GCancellable *cancellable)
{
  Task *task = g_new0 (Task, 1);

  g_weak_ref_init (&task->workspace, self);
  task->label = g_strdup (label);
  task->work = work;
  task->done = done;
  task->data = data;
  task->destroy = destroy;
  ff_worker_run_async (worker, task_work, task, task_free, cancellable, NULL, on_task_done, NULL);
}

static void
set_label (FfWorkspace *self, char **member, const char *label, FfWorkspaceProperty property)
{
  if (g_strcmp0 (*member, label) == 0)
    return;
  g_free (*member);
  *member = g_strdup (label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* What undo and redo would do, read after each change. */
typedef struct
{
  GWeakRef workspace;
  FfUndoStep undo;
  FfUndoStep redo;
} Peek;

static void
peek_free (gpointer data)
{
  Peek *peek = data;

  g_weak_ref_clear (&peek->workspace);
  ff_undo_step_clear (&peek->undo);
  ff_undo_step_clear (&peek->redo);
  g_free (peek);
}

static gboolean
peek_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Peek *peek = data;

  return ff_undo_peek (db, &peek->undo, &peek->redo, error);
}

static gboolean
peek_done (gpointer data, const GError *error)
{
  Peek *peek = data;
  g_autoptr (FfWorkspace) self = g_weak_ref_get (&peek->workspace);

  if (self == NULL)
    return FALSE;
  self->n_peeks--;
  if (error != NULL)
    return FALSE;
  set_label (self, &self->undo_label, peek->undo.batch_id != 0 ? peek->undo.label : NULL, PROP_UNDO_LABEL);
  set_label (self, &self->redo_label, peek->redo.batch_id != 0 ? peek->redo.label : NULL, PROP_REDO_LABEL);
  return TRUE;
}

static void
read_undo_state (FfWorkspace *self)
{
  Peek *peek;

  if (self->writer == NULL)
    return;

  peek = g_new0 (Peek, 1);
  self->n_peeks++;
  g_weak_ref_init (&peek->workspace, self);
  ff_workspace_read (self, peek_work, peek_done, peek, peek_free, NULL);
}

static void
on_worker_changed (FfWorkspace *self, gint64 journal_number, GHashTable *ids_by_table)
{
  GHashTableIter iter;
  gpointer table, ids;

  self->saved_at = g_get_real_time () / G_USEC_PER_SEC;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_AT]);
  g_hash_table_iter_init (&iter, ids_by_table);
  while (g_hash_table_iter_next (&iter, &table, &ids))
    g_signal_emit (self, signals[CHANGED], 0, table, ids, journal_number);
  read_undo_state (self);
}

static gboolean
on_watch (gpointer user_data)
{
  FfWorkspace *self = user_data;
  gint64 number = ff_db_journal_number (self->db);

  if (number != self->seen)
    {
      self->seen = number;
      g_signal_emit (self, signals[CHANGED], 0, NULL, NULL, number);
    }
  return G_SOURCE_CONTINUE;
}

static void
ff_workspace_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  FfWorkspace *self = FF_WORKSPACE (object);

  switch ((FfWorkspaceProperty) property)
    {
    case PROP_WRITABLE:
      g_value_set_boolean (value, ff_workspace_is_writable (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_SAVED_AT:
      g_value_set_int64 (value, self->saved_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
shut_down (FfWorker **worker)
{
  if (*worker != NULL)
    ff_worker_shutdown (*worker);
  g_clear_object (worker);
}

static void
ff_workspace_dispose (GObject *object)
{
  FfWorkspace *self = FF_WORKSPACE (object);

  g_clear_handle_id (&self->watch, g_source_remove);
  g_clear_pointer (&self->db, ff_db_close);
  shut_down (&self->exporter);
  shut_down (&self->reader);
  /* Last, so that it is the one that puts the log back into the file. */
  shut_down (&self->writer);
  G_OBJECT_CLASS (ff_workspace_parent_class)->dispose (object);
}

static void
ff_workspace_finalize (GObject *object)
{
  FfWorkspace *self = FF_WORKSPACE (object);

  g_free (self->path);
  g_free (self->reason);
  g_free (self->undo_label);
  g_free (self->redo_label);
  G_OBJECT_CLASS (ff_workspace_parent_class)->finalize (object);
}

static void
ff_workspace_class_init (FfWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ff_workspace_get_property;
  object_class->dispose = ff_workspace_dispose;
  object_class->finalize = ff_workspace_finalize;

  properties[PROP_WRITABLE] = g_param_spec_boolean ("writable", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_SAVED_AT] = g_param_spec_int64 ("saved-at", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                   G_TYPE_STRING, G_TYPE_ARRAY, G_TYPE_INT64);
  signals[COMMAND] = g_signal_new ("command", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
ff_workspace_init (FfWorkspace *self)
{
}

/* Opening: the writer first; when it may not write, readers do without it. */

static void
on_reader_open (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  FfWorkspace *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ff_worker_run_finish (FF_WORKER (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  self->db = ff_db_open (self->path, FF_DB_READ, &error);
  if (self->db == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (self->writer == NULL)
    {
      self->seen = ff_db_journal_number (self->db);
      self->watch = g_timeout_add_seconds (WATCH_SECONDS, on_watch, self);
    }
  read_undo_state (self);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static gboolean
can_read_all_the_same (const GError *error)
{
  return g_error_matches (error, FF_ERROR, FF_ERROR_BUSY) || g_error_matches (error, FF_ERROR, FF_ERROR_READ_ONLY);
}

static void
on_writer_open (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  FfWorkspace *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!ff_worker_run_finish (FF_WORKER (source), result, &error))
    {
      if (!can_read_all_the_same (error))
        {
          g_task_return_error (task, error);
          g_object_unref (task);
          return;
        }
      self->reason = g_strdup (error->message);
      g_error_free (error);
      shut_down (&self->writer);
    }
  else
    g_signal_connect_object (self->writer, "changed", G_CALLBACK (on_worker_changed), self, G_CONNECT_SWAPPED);

  self->reader = ff_worker_new_reader (self->path);
  ff_worker_run_async (self->reader, NULL, NULL, NULL, NULL, NULL, on_reader_open, task);
}

void
ff_workspace_open_async (const char *path, gboolean create, GAsyncReadyCallback callback, gpointer user_data)
{
  FfWorkspace *self;
  GTask *task;

  g_return_if_fail (path != NULL);

  self = g_object_new (FF_TYPE_WORKSPACE, NULL);
  self->path = g_strdup (path);
  self->writer = ff_worker_new (path, create ? FF_DB_CREATE : FF_DB_WRITE);
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, ff_workspace_open_async);
  g_task_set_task_data (task, self, g_object_unref);
  ff_worker_run_async (self->writer, NULL, NULL, NULL, NULL, NULL, on_writer_open, task);
}

FfWorkspace *
ff_workspace_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ff_workspace_open_async), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

FfDb *
ff_workspace_get_reader (FfWorkspace *self)
{
  g_return_val_if_fail (FF_IS_WORKSPACE (self), NULL);
  return self->db;
}

const char *
ff_workspace_get_path (FfWorkspace *self)
{
  g_return_val_if_fail (FF_IS_WORKSPACE (self), NULL);
  return self->path;
}

char *
ff_workspace_dup_name (FfWorkspace *self)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (FF_IS_WORKSPACE (self), NULL);

  base = g_filename_display_basename (self->path);
  if (g_str_has_suffix (base, ".fourfold"))
    base[strlen (base) - strlen (".fourfold")] = '\0';
  return g_steal_pointer (&base);
}

gboolean
ff_workspace_is_writable (FfWorkspace *self)
{
  g_return_val_if_fail (FF_IS_WORKSPACE (self), FALSE);
  return self->writer != NULL;
}

const char *
ff_workspace_get_reason (FfWorkspace *self)
{
  g_return_val_if_fail (FF_IS_WORKSPACE (self), NULL);
  return self->reason;
}

const char *
ff_workspace_get_undo_label (FfWorkspace *self)
{
  g_return_val_if_fail (FF_IS_WORKSPACE (self), NULL);
  return self->undo_label;
}

const char *
ff_workspace_get_redo_label (FfWorkspace *self)
{
  g_return_val_if_fail (FF_IS_WORKSPACE (self), NULL);
  return self->redo_label;
}

gint64
ff_workspace_get_saved_at (FfWorkspace *self)
{
  g_return_val_if_fail (FF_IS_WORKSPACE (self), 0);
  return self->saved_at;
}

/* A command that cannot even start fails as one that was refused does. */
static void
refuse (FfWorkspace *self, FfWorkDone done, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GError) error = g_error_new_literal (FF_ERROR, FF_ERROR_READ_ONLY, self->reason);

  if (done == NULL || !done (data, error))
    g_signal_emit (self, signals[FAILED], 0, error);
  if (destroy != NULL)
    destroy (data);
}

/* Whatever the person does next ends the time in which the last command could be taken back by its own name. */
static void
queue_command (FfWorkspace *self, const char *label, FfWorkFunc work, FfWorkDone done, gpointer data, GDestroyNotify destroy)
{
  g_signal_emit (self, signals[COMMAND], 0);
  queue_task (self, self->writer, label, work, done, data, destroy, NULL);
}

void
ff_workspace_run (FfWorkspace *self, const char *label, FfWorkFunc work, FfWorkDone done, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (FF_IS_WORKSPACE (self));
  g_return_if_fail (label != NULL);
  g_return_if_fail (work != NULL);

  if (self->writer == NULL)
    refuse (self, done, data, destroy);
  else
    queue_command (self, label, work, done, data, destroy);
}

void
ff_workspace_read (FfWorkspace *self, FfWorkFunc work, FfWorkDone done, gpointer data, GDestroyNotify destroy, GCancellable *cancellable)
{
  g_return_if_fail (FF_IS_WORKSPACE (self));
  g_return_if_fail (work != NULL);

  queue_task (self, self->reader, NULL, work, done, data, destroy, cancellable);
}

FfWorker *
ff_workspace_get_writer (FfWorkspace *self)
{
  g_return_val_if_fail (FF_IS_WORKSPACE (self), NULL);
  return self->writer;
}

FfWorker *
ff_workspace_get_export_worker (FfWorkspace *self)
{
  g_return_val_if_fail (FF_IS_WORKSPACE (self), NULL);

  if (self->exporter == NULL)
    self->exporter = ff_worker_new_reader (self->path);
  return self->exporter;
}

static gboolean
undo_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_undo (db, error);
}

static gboolean
redo_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_redo (db, error);
}

void
ff_workspace_undo (FfWorkspace *self)
{
  g_return_if_fail (FF_IS_WORKSPACE (self));

  /* Right after a command its label is not known yet; the writer knows what there is. */
  if (self->writer != NULL && (self->undo_label != NULL || self->n_peeks > 0))
    queue_command (self, NULL, undo_work, NULL, NULL, NULL);
}

void
ff_workspace_redo (FfWorkspace *self)
{
  g_return_if_fail (FF_IS_WORKSPACE (self));

  if (self->writer != NULL && (self->redo_label != NULL || self->n_peeks > 0))
    queue_command (self, NULL, redo_work, NULL, NULL, NULL);
}
