#include "config.h"

#include "ff-run-context.h"

struct _FfRunContext
{
  GObject parent_instance;

  FfWorkspace *workspace;
  gint64 run_id;
  FfClassFigures *figures;
  GCancellable *cancellable; /* of the reading under way */
};

enum
{
  FIGURES_CHANGED,
  GONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfRunContext, ff_run_context, G_TYPE_OBJECT)

/* One reading, from the main thread to the reader's and back. */
typedef struct
{
  GWeakRef context;
  gint64 run_id;
  FfClassFigures *figures;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->context);
  g_clear_pointer (&reading->figures, ff_class_figures_free);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->figures = ff_class_figures_read (db, reading->run_id, ff_time_now (), error);
  return reading->figures != NULL;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfRunContext) self = g_weak_ref_get (&reading->context);

  if (self == NULL)
    return TRUE;

  if (error != NULL)
    {
      if (!g_error_matches (error, FF_ERROR, FF_ERROR_NOT_FOUND))
        return FALSE;
      g_signal_emit (self, signals[GONE], 0);
      return TRUE;
    }

  g_clear_pointer (&self->figures, ff_class_figures_free);
  self->figures = g_steal_pointer (&reading->figures);
  g_signal_emit (self, signals[FIGURES_CHANGED], 0);
  return TRUE;
}

static void
on_changed (FfRunContext *self, const char *table, GArray *ids, gint64 journal_number)
{
  /* The figures of a class draw on nearly every table; reading them again costs milliseconds on the reader's thread. */
  ff_run_context_reload (self);
}

static void
ff_run_context_dispose (GObject *object)
{
  FfRunContext *self = FF_RUN_CONTEXT (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->figures, ff_class_figures_free);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_run_context_parent_class)->dispose (object);
}

static void
ff_run_context_class_init (FfRunContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_run_context_dispose;

  signals[FIGURES_CHANGED] = g_signal_new ("figures-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  signals[GONE] = g_signal_new ("gone", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_run_context_init (FfRunContext *self)
{
}

FfRunContext *
ff_run_context_new (FfWorkspace *workspace, gint64 run_id)
{
  FfRunContext *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (FF_TYPE_RUN_CONTEXT, NULL);
  self->workspace = g_object_ref (workspace);
  self->run_id = run_id;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  ff_run_context_reload (self);
  return self;
}

FfWorkspace *
ff_run_context_get_workspace (FfRunContext *self)
{
  g_return_val_if_fail (FF_IS_RUN_CONTEXT (self), NULL);
  return self->workspace;
}

gint64
ff_run_context_get_run_id (FfRunContext *self)
{
  g_return_val_if_fail (FF_IS_RUN_CONTEXT (self), 0);
  return self->run_id;
}

FfClassFigures *
ff_run_context_get_figures (FfRunContext *self)
{
  g_return_val_if_fail (FF_IS_RUN_CONTEXT (self), NULL);
  return self->figures;
}

void
ff_run_context_reload (FfRunContext *self)
{
  Reading *reading;

  g_return_if_fail (FF_IS_RUN_CONTEXT (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  reading = g_new0 (Reading, 1);
  g_weak_ref_init (&reading->context, self);
  reading->run_id = self->run_id;
  ff_workspace_read (self->workspace, reading_work, reading_done, reading, reading_free, self->cancellable);
}
