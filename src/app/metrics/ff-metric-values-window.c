#include "config.h"

#include "ff-metric-values-window.h"

#include <glib/gi18n-lib.h>

#include "ff-chart.h"
#include "ff-editors.h"
#include "ff-evaluation-figures.h"
#include "ff-grid.h"
#include "ff-level-plots.h"
#include "ff-level-words.h"
#include "ff-metric-values-model.h"
#include "ff-projects.h"
#include "ff-runs.h"

struct _FfMetricValuesWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkButton *edit;
  GtkLabel *complaint;
  FfGrid *grid;
  FfChart *chart;
  GtkLabel *words;

  FfWorkspace *workspace;
  gint64 metric_id;
  FfOwner owner; /* of nobody until the metric was read */
  FfMetricValuesModel *model;
  GCancellable *reading;
};

G_DEFINE_FINAL_TYPE (FfMetricValuesWindow, ff_metric_values_window, ADW_TYPE_WINDOW)

static void
complain (FfMetricValuesWindow *self, const char *text)
{
  gtk_label_set_label (self->complaint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->complaint), text != NULL);
}

/* Reading ----------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef window;
  gint64 metric_id;
  FfMetric *metric;
  char *owner; /* what it is called */
  GPtrArray *entries;
  FfEvaluationFigures *figures;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->window);
  g_clear_pointer (&reading->metric, ff_metric_free);
  g_clear_pointer (&reading->entries, g_ptr_array_unref);
  g_clear_pointer (&reading->figures, ff_evaluation_figures_free);
  g_free (reading->owner);
  g_free (reading);
}

static gboolean
read_owner (FfDb *db, Reading *reading, GError **error)
{
  FfOwner owner = reading->metric->owner;

  if (owner.kind == FF_OWNER_PROJECT)
    {
      g_autoptr (FfProject) project = ff_projects_read (db, owner.id, error);

      if (project == NULL)
        return FALSE;
      /* Translators: the title of a class or a project and its code. */
      reading->owner = g_strdup_printf (_("%s · %s"), project->title, project->code);
      reading->figures = ff_evaluation_figures_read_project (db, owner.id, ff_time_now (), error);
    }
  else
    {
      g_autoptr (FfRun) run = ff_runs_read (db, owner.id, error);

      if (run == NULL)
        return FALSE;
      reading->owner = g_strdup_printf (_("%s · %s"), run->title, run->code);
      reading->figures = ff_evaluation_figures_read (db, owner.id, ff_time_now (), error);
    }
  return reading->figures != NULL;
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->metric = ff_metrics_read (db, reading->metric_id, error);
  reading->entries = reading->metric != NULL ? ff_metrics_list_values (db, reading->metric_id, error) : NULL;
  return reading->entries != NULL && read_owner (db, reading, error);
}

static const FfMetricFigures *
find_figures (const FfEvaluationFigures *figures, gint64 metric_id)
{
  for (guint i = 0; i < figures->results.metrics->len; i++)
    {
      const FfMetricFigures *metric = g_ptr_array_index (figures->results.metrics, i);

      if (metric->id == metric_id)
        return metric;
    }
  return NULL;
}

static void
show_chart (FfMetricValuesWindow *self, const FfMetricFigures *figures, FfDay ends_on)
{
  g_autoptr (FfPlot) plot = ff_level_plot_metric (figures, ends_on);
  g_autoptr (GPtrArray) sentences = ff_metric_words (figures);
  g_autofree char *words = ff_words_join (sentences, 0);

  ff_chart_set_plot (self->chart, plot);
  gtk_label_set_label (self->words, words);
}

/* The cursor begins where the next value is typed, and later stays on its row. */
static void
show_entries (FfMetricValuesWindow *self, const Reading *reading)
{
  gboolean first = self->owner.kind == FF_OWNER_NONE;

  self->owner = reading->metric->owner;
  ff_metric_values_model_set (self->model, reading->metric, reading->entries, ff_workspace_is_writable (self->workspace));
  if (!first)
    return;
  if (ff_workspace_is_writable (self->workspace))
    ff_grid_set_cursor (self->grid, (int) ff_metric_values_model_get_n_days (self->model), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfMetricValuesWindow) self = g_weak_ref_get (&reading->window);
  const FfMetricFigures *figures;

  if (self == NULL)
    return TRUE;
  if (g_error_matches (error, FF_ERROR, FF_ERROR_NOT_FOUND))
    {
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    }
  complain (self, error != NULL ? error->message : NULL);
  if (error != NULL)
    return TRUE;
  adw_window_title_set_title (self->title, ff_metric_get_title (reading->metric));
  adw_window_title_set_subtitle (self->title, reading->owner);
  gtk_window_set_title (GTK_WINDOW (self), ff_metric_get_title (reading->metric));
  show_entries (self, reading);
  figures = find_figures (reading->figures, self->metric_id);
  if (figures != NULL)
    show_chart (self, figures, reading->figures->ends_on);
  return TRUE;
}

static void
read_values (FfMetricValuesWindow *self)
{
  Reading *reading = g_new0 (Reading, 1);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  g_weak_ref_init (&reading->window, self);
  reading->metric_id = self->metric_id;
  ff_workspace_read (self->workspace, reading_work, reading_done, reading, reading_free, self->reading);
}

static void
on_changed (FfMetricValuesWindow *self, const char *table)
{
  static const char *const tables[] = { "metric", "metric_value", "evaluation", "run", "project", NULL };

  if (table == NULL || g_strv_contains (tables, table))
    read_values (self);
}

/* Writing ----------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef window;
  gint64 metric_id;
  GPtrArray *changes;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_weak_ref_clear (&writing->window);
  g_ptr_array_unref (writing->changes);
  g_free (writing);
}

static gboolean
writing_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Writing *writing = data;

  for (guint i = 0; i < writing->changes->len; i++)
    if (!ff_metric_row_change_write (db, writing->metric_id, g_ptr_array_index (writing->changes, i), error))
      return FALSE;
  return TRUE;
}

/* What was refused waits in its row; rows that are stored show again what is. */
static gboolean
writing_done (gpointer data, const GError *error)
{
  g_autoptr (FfMetricValuesWindow) self = g_weak_ref_get (&((Writing *) data)->window);

  if (self == NULL)
    return FALSE;
  complain (self, error != NULL ? error->message : NULL);
  if (error != NULL)
    {
      ff_metric_values_model_refuse (self->model);
      read_values (self);
    }
  return TRUE;
}

static void
on_entered (FfMetricValuesWindow *self, const char *label, GPtrArray *changes)
{
  Writing *writing = g_new0 (Writing, 1);

  g_weak_ref_init (&writing->window, self);
  writing->metric_id = self->metric_id;
  writing->changes = g_ptr_array_ref (changes);
  ff_workspace_run (self->workspace, label, writing_work, writing_done, writing, writing_free);
}

static void
on_refused (FfMetricValuesWindow *self, const char *sentence)
{
  complain (self, sentence);
}

/* The window -------------------------------------------------------------------------------------------------------- */

static void
on_edit (FfMetricValuesWindow *self)
{
  if (self->owner.kind != FF_OWNER_NONE)
    ff_editor_open (GTK_WIDGET (self), self->workspace, &ff_metric_editor, self->metric_id, ff_owner_to_number (self->owner));
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

/* What is typed is taken; what is refused keeps the window open, with the reason at its cell. What waits for its other half is said once. */
static gboolean
ff_metric_values_window_close_request (GtkWindow *window)
{
  FfMetricValuesWindow *self = FF_METRIC_VALUES_WINDOW (window);
  gboolean warned = gtk_widget_get_visible (GTK_WIDGET (self->complaint));

  if (!ff_grid_commit (self->grid))
    return TRUE;
  if (ff_metric_values_model_is_waiting (self->model) && !warned)
    {
      complain (self, _("A row lacks its day or its value and is not kept: complete it, or close again to let it go."));
      return TRUE;
    }
  return GTK_WINDOW_CLASS (ff_metric_values_window_parent_class)->close_request (window);
}

static void
activate_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_workspace_undo (FF_METRIC_VALUES_WINDOW (widget)->workspace);
}

static void
ff_metric_values_window_dispose (GObject *object)
{
  FfMetricValuesWindow *self = FF_METRIC_VALUES_WINDOW (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->workspace);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (ff_metric_values_window_parent_class)->dispose (object);
}

static void
ff_metric_values_window_class_init (FfMetricValuesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_metric_values_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ff_metric_values_window_close_request;
  g_type_ensure (FF_TYPE_GRID);
  g_type_ensure (FF_TYPE_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-metric-values-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfMetricValuesWindow, title);
  gtk_widget_class_bind_template_child (widget_class, FfMetricValuesWindow, edit);
  gtk_widget_class_bind_template_child (widget_class, FfMetricValuesWindow, complaint);
  gtk_widget_class_bind_template_child (widget_class, FfMetricValuesWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, FfMetricValuesWindow, chart);
  gtk_widget_class_bind_template_child (widget_class, FfMetricValuesWindow, words);
  gtk_widget_class_bind_template_callback (widget_class, on_refused);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
  gtk_widget_class_install_action (widget_class, "values.undo", NULL, activate_undo);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "values.undo", NULL);
}

static void
ff_metric_values_window_init (FfMetricValuesWindow *self)
{
  self->model = ff_metric_values_model_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ff_grid_set_model (self->grid, FF_GRID_MODEL (self->model));
  g_signal_connect_object (self->model, "entered", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Values of the metric"), -1);
}

void
ff_metric_values_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 metric_id)
{
  FfMetricValuesWindow *self;

  g_return_if_fail (FF_IS_WORKSPACE (workspace));

  self = g_object_new (FF_TYPE_METRIC_VALUES_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  self->workspace = g_object_ref (workspace);
  self->metric_id = metric_id;
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  read_values (self);
  gtk_window_present (GTK_WINDOW (self));
}
