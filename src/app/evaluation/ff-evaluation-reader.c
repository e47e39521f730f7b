#include "config.h"

#include "ff-evaluation-reader.h"

struct _FfEvaluationReader
{
  GObject parent_instance;

  FfWorkspace *workspace;
  FfOwner owner;
  FfEvaluationFigures *figures;
  GCancellable *cancellable; /* of the reading under way */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (FfEvaluationReader, ff_evaluation_reader, G_TYPE_OBJECT)

/* One reading, from the main thread to the reader's and back. */
typedef struct
{
  GWeakRef reader;
  FfOwner owner;
  FfEvaluationFigures *figures;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->reader);
  g_clear_pointer (&reading->figures, ff_evaluation_figures_free);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->figures = reading->owner.kind == FF_OWNER_PROJECT
                         ? ff_evaluation_figures_read_project (db, reading->owner.id, ff_time_now (), error)
                         : ff_evaluation_figures_read (db, reading->owner.id, ff_time_now (), error);
  return reading->figures != NULL;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfEvaluationReader) self = g_weak_ref_get (&reading->reader);

  if (self == NULL)
    return TRUE;
  /* Whoever shows a thing that is gone hears so elsewhere, and closes its page. */
  if (error != NULL && !g_error_matches (error, FF_ERROR, FF_ERROR_NOT_FOUND))
    return FALSE;
  g_clear_pointer (&self->figures, ff_evaluation_figures_free);
  self->figures = g_steal_pointer (&reading->figures);
  if (self->figures != NULL)
    g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

static void
stop_reading (FfEvaluationReader *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ff_evaluation_reader_dispose (GObject *object)
{
  FfEvaluationReader *self = FF_EVALUATION_READER (object);

  stop_reading (self);
  g_clear_pointer (&self->figures, ff_evaluation_figures_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_evaluation_reader_parent_class)->dispose (object);
}

static void
ff_evaluation_reader_class_init (FfEvaluationReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_evaluation_reader_dispose;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_evaluation_reader_init (FfEvaluationReader *self)
{
}

FfEvaluationReader *
ff_evaluation_reader_new (FfWorkspace *workspace, FfOwner owner)
{
  FfEvaluationReader *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (FF_TYPE_EVALUATION_READER, NULL);
  self->workspace = g_object_ref (workspace);
  self->owner = owner;
  return self;
}

void
ff_evaluation_reader_read (FfEvaluationReader *self)
{
  Reading *reading;

  g_return_if_fail (FF_IS_EVALUATION_READER (self));

  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  reading = g_new0 (Reading, 1);
  g_weak_ref_init (&reading->reader, self);
  reading->owner = self->owner;
  ff_workspace_read (self->workspace, reading_work, reading_done, reading, reading_free, self->cancellable);
}

const FfEvaluationFigures *
ff_evaluation_reader_get_figures (FfEvaluationReader *self)
{
  g_return_val_if_fail (FF_IS_EVALUATION_READER (self), NULL);
  return self->figures;
}
