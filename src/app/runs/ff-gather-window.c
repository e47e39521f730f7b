#include "config.h"

#include "ff-gather-window.h"

#include <glib/gi18n-lib.h>

#include "ff-improvements.h"
#include "ff-tag.h"
#include "ff-weaknesses.h"

#define SOURCE_KEY "ff-source"

struct _FfGatherWindow
{
  AdwWindow parent_instance;

  FfWorkspace *workspace;
  FfOwner owner;
  GtkWidget *list;
  GtkStack *stack;
  GtkLabel *refusal;
  GPtrArray *ticks; /* GtkCheckButton */
};

G_DEFINE_FINAL_TYPE (FfGatherWindow, ff_gather_window, ADW_TYPE_WINDOW)

static void
update_take (FfGatherWindow *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->ticks->len; i++)
    any = any || gtk_check_button_get_active (g_ptr_array_index (self->ticks, i));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "gather.take", any && ff_workspace_is_writable (self->workspace));
}

/* Reading ----------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef window;
  FfOwner owner;
  GPtrArray *weaknesses;
  GPtrArray *items; /* FfImprovement of the cycle that runs */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->window);
  g_clear_pointer (&reading->weaknesses, g_ptr_array_unref);
  g_clear_pointer (&reading->items, g_ptr_array_unref);
  g_free (reading);
}

/* Units are the figures' own: the rows say all of it in their fact. */
static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr (FfEvaluationFigures) figures = reading->owner.kind == FF_OWNER_RUN
                                                ? ff_evaluation_figures_read (db, reading->owner.id, ff_time_now (), error)
                                                : ff_evaluation_figures_read_project (db, reading->owner.id, ff_time_now (), error);
  g_autoptr (FfImprovementBoard) board = figures != NULL ? ff_improvement_board_read (db, reading->owner, 0, error) : NULL;

  if (board == NULL)
    return FALSE;
  reading->weaknesses = ff_weaknesses_list (figures);
  reading->items = board->cycle != NULL && board->cycle->closed_on == FF_NO_DAY ? g_ptr_array_ref (board->items)
                                                                                : g_ptr_array_new ();
  return TRUE;
}

static char *
describe (const FfWeakness *weakness, const FfImprovement *known)
{
  if (known != NULL)
    /* Translators: a fact about something that is weak. */
    return g_strdup_printf (_ ("%s · in this cycle already: its figures are brought up to date"), weakness->fact);
  if (weakness->part_of != NULL)
    /* Translators: a fact about something that is weak. */
    return g_strdup_printf (_ ("%s · a part of what stands in this list too"), weakness->fact);
  return g_strdup (weakness->fact);
}

static void
add_row (FfGatherWindow *self, const FfWeakness *weakness, const FfImprovement *known)
{
  GtkWidget *row = adw_action_row_new (), *tick = gtk_check_button_new (), *points;
  g_autofree char *subtitle = describe (weakness, known);
  g_autofree char *text = g_strdup_printf ("%.1f", weakness->weakness);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), known != NULL ? known->title : weakness->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), known != NULL || weakness->part_of == NULL);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (tick), SOURCE_KEY, g_strdup (weakness->source), g_free);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (update_take), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->ticks, tick);
  if (weakness->level != 0)
    {
      GtkWidget *badge = ff_level_badge_new (weakness->level);

      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge);
    }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  points = gtk_label_new (text);
  gtk_widget_set_tooltip_text (points, _ ("Weight × shortfall, in percent of the target"));
  gtk_widget_add_css_class (points, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), points);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfGatherWindow) self = g_weak_ref_get (&reading->window);

  if (self == NULL || error != NULL)
    return error == NULL;
  for (guint i = 0; i < reading->weaknesses->len; i++)
    {
      const FfWeakness *weakness = g_ptr_array_index (reading->weaknesses, i);

      add_row (self, weakness, ff_weaknesses_find (reading->items, weakness->source));
    }
  gtk_stack_set_visible_child_name (self->stack, reading->weaknesses->len > 0 ? "list" : "empty");
  update_take (self);
  return TRUE;
}

/* Taking ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GWeakRef window;
  FfOwner owner;
  GPtrArray *sources; /* char *, ended by NULL */
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_weak_ref_clear (&taking->window);
  g_ptr_array_unref (taking->sources);
  g_free (taking);
}

static gboolean
taking_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Taking *taking = data;

  return ff_weaknesses_gather (db, taking->owner, ff_time_now (), (const char *const *) taking->sources->pdata, NULL, error);
}

static gboolean
taking_done (gpointer data, const GError *error)
{
  Taking *taking = data;
  g_autoptr (FfGatherWindow) self = g_weak_ref_get (&taking->window);

  if (self == NULL)
    return error == NULL;
  if (error == NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    }
  gtk_label_set_label (self->refusal, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), TRUE);
  return TRUE;
}

static void
activate_take (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfGatherWindow *self = FF_GATHER_WINDOW (widget);
  Taking *taking = g_new0 (Taking, 1);

  g_weak_ref_init (&taking->window, self);
  taking->owner = self->owner;
  taking->sources = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->ticks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->ticks, i)))
      g_ptr_array_add (taking->sources, g_strdup (g_object_get_data (g_ptr_array_index (self->ticks, i), SOURCE_KEY)));
  g_ptr_array_add (taking->sources, NULL);
  ff_workspace_run (self->workspace, _ ("Gather weak items"), taking_work, taking_done, taking, taking_free);
}

/* The window -------------------------------------------------------------------------------------------------------- */

static void
ff_gather_window_dispose (GObject *object)
{
  g_clear_object (&FF_GATHER_WINDOW (object)->workspace);
  G_OBJECT_CLASS (ff_gather_window_parent_class)->dispose (object);
}

static void
ff_gather_window_finalize (GObject *object)
{
  g_ptr_array_unref (FF_GATHER_WINDOW (object)->ticks);
  G_OBJECT_CLASS (ff_gather_window_parent_class)->finalize (object);
}

static void
ff_gather_window_class_init (FfGatherWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_gather_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_gather_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-gather-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfGatherWindow, list);
  gtk_widget_class_bind_template_child (widget_class, FfGatherWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FfGatherWindow, refusal);
  gtk_widget_class_install_action (widget_class, "gather.take", NULL, activate_take);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ff_gather_window_init (FfGatherWindow *self)
{
  self->ticks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "gather.take", FALSE);
}

FfGatherWindow *
ff_gather_window_open (GtkWidget *parent, FfWorkspace *workspace, FfOwner owner)
{
  FfGatherWindow *self = g_object_new (FF_TYPE_GATHER_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  Reading *reading = g_new0 (Reading, 1);

  self->workspace = g_object_ref (workspace);
  self->owner = owner;
  g_weak_ref_init (&reading->window, self);
  reading->owner = owner;
  ff_workspace_read (workspace, reading_work, reading_done, reading, reading_free, NULL);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
