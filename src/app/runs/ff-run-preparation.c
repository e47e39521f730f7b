#include "config.h"

#include "ff-run-preparation.h"

#include <glib/gi18n-lib.h>

#include "ff-budget-table.h"
#include "ff-owned-parts.h"
#include "ff-pair.h"

struct _FfRunPreparation
{
  FfRunTab parent_instance;

  GtkBox *body;
  FfBudgetTable *budget;
  GtkWidget *own_goals; /* of a class in a project, which has goals too */
  GtkWidget *project;
  AdwActionRow *project_row;
  GPtrArray *shared;    /* FfPartList: of the project, or of the class that stands alone */
  GPtrArray *pairs;     /* GtkBox: two parts side by side */

  gint64 project_id;
  GCancellable *cancellable; /* of the budget's reading under way */
};

G_DEFINE_FINAL_TYPE (FfRunPreparation, ff_run_preparation, FF_TYPE_RUN_TAB)

/* The budget -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef tab;
  gint64 run_id;
  FfBudgetFigures *figures;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->tab);
  ff_budget_figures_free (reading->figures);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->figures = ff_budget_figures_read_run (db, reading->run_id, error);
  return reading->figures != NULL;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfRunPreparation) self = g_weak_ref_get (&reading->tab);
  FfClassFigures *figures = self != NULL ? ff_run_tab_get_figures (FF_RUN_TAB (self)) : NULL;

  if (figures != NULL && error == NULL)
    ff_budget_table_set_figures (self->budget, reading->figures, figures->run->enrolled, figures->run->budget);
  return self == NULL || error == NULL;
}

static void
stop_reading (FfRunPreparation *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_budget (FfRunPreparation *self)
{
  Reading *reading = g_new0 (Reading, 1);

  stop_reading (self);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&reading->tab, self);
  reading->run_id = ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self)));
  ff_workspace_read (ff_page_get_workspace (FF_PAGE (self)), reading_work, reading_done, reading, reading_free, self->cancellable);
}

static void
on_changed (FfRunPreparation *self, const char *table)
{
  static const char *const tables[] = { "budget_line", "setting", NULL };

  if (table == NULL || g_strv_contains (tables, table))
    read_budget (self);
}

/* The project ------------------------------------------------------------------------------------------------------- */

static void
on_project_activated (FfRunPreparation *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-project", "x", self->project_id);
}

static void
show_project (FfRunPreparation *self, const FfRun *run)
{
  FfOwner owner = run->project_id != 0 ? ff_owner_project (run->project_id) : ff_owner_run (run->id);
  g_autofree char *title = NULL;

  self->project_id = run->project_id;
  gtk_widget_set_visible (self->project, run->project_id != 0);
  gtk_widget_set_visible (self->own_goals, run->project_id != 0);
  for (guint i = 0; i < self->shared->len; i++)
    ff_part_list_set_owner (g_ptr_array_index (self->shared, i), ff_owner_to_number (owner));
  if (run->project_id == 0)
    return;
  title = g_strdup_printf ("%s · %s", run->project_code, run->project);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->project_row), title);
}

/* The tab ----------------------------------------------------------------------------------------------------------- */

static void
ff_run_preparation_update (FfRunTab *tab, FfClassFigures *figures)
{
  FfRunPreparation *self = FF_RUN_PREPARATION (tab);

  show_project (self, figures->run);
  read_budget (self);
}

static void
ff_run_preparation_resized (FfPage *page, int width)
{
  FfRunPreparation *self = FF_RUN_PREPARATION (page);

  for (guint i = 0; i < self->pairs->len; i++)
    ff_pair_set_width (g_ptr_array_index (self->pairs, i), width);
}

static GtkWidget *
make_part (FfRunPreparation *self, const FfPartKind *kind)
{
  gint64 run_id = ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self)));
  GtkWidget *part = ff_part_list_new (ff_page_get_workspace (FF_PAGE (self)), kind, ff_owner_to_number (ff_owner_run (run_id)));

  gtk_widget_set_valign (part, GTK_ALIGN_START);
  gtk_widget_set_hexpand (part, TRUE);
  return part;
}

/* Whose owner is known once the figures are. */
static GtkWidget *
make_shared (FfRunPreparation *self, const FfPartKind *kind)
{
  GtkWidget *part = ff_part_list_new (ff_page_get_workspace (FF_PAGE (self)), kind, 0);

  gtk_widget_set_valign (part, GTK_ALIGN_START);
  gtk_widget_set_hexpand (part, TRUE);
  g_ptr_array_add (self->shared, part);
  return part;
}

static void
add_pair (FfRunPreparation *self, GtkWidget *left, GtkWidget *right)
{
  GtkWidget *pair = ff_pair_new (left, right);

  gtk_box_append (self->body, pair);
  g_ptr_array_add (self->pairs, pair);
}

static GtkWidget *
make_column (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (column), first);
  gtk_box_append (GTK_BOX (column), second);
  return column;
}

static GtkWidget *
make_budget (FfRunPreparation *self)
{
  GtkWidget *table = ff_budget_table_new (_("Added Up"));

  self->budget = FF_BUDGET_TABLE (table);
  return make_column (make_part (self, &ff_budget_parts), table);
}

/* Where the project begins to speak. */
static GtkWidget *
make_project (FfRunPreparation *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_("From the Project"));
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->project_row = ADW_ACTION_ROW (row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (self->project_row, _("What follows holds for all its classes."));
  adw_action_row_add_suffix (self->project_row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_project_activated), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (GTK_BOX (column), heading);
  gtk_box_append (GTK_BOX (column), list);
  return column;
}

static void
ff_run_preparation_constructed (GObject *object)
{
  FfRunPreparation *self = FF_RUN_PREPARATION (object);

  G_OBJECT_CLASS (ff_run_preparation_parent_class)->constructed (object);
  self->own_goals = make_part (self, &ff_class_goal_parts);
  self->project = make_project (self);
  add_pair (self, make_part (self, &ff_material_parts), make_budget (self));
  add_pair (self, make_part (self, &ff_duty_parts), make_part (self, &ff_notice_parts));
  gtk_box_append (self->body, self->own_goals);
  gtk_box_append (self->body, self->project);
  add_pair (self, make_shared (self, &ff_goal_parts), make_shared (self, &ff_need_parts));
  add_pair (self, make_shared (self, &ff_background_parts), make_shared (self, &ff_pain_point_parts));
  gtk_widget_set_visible (self->project, FALSE);
  gtk_widget_set_visible (self->own_goals, FALSE);
  g_signal_connect_object (ff_page_get_workspace (FF_PAGE (self)), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

static void
ff_run_preparation_dispose (GObject *object)
{
  stop_reading (FF_RUN_PREPARATION (object));
  G_OBJECT_CLASS (ff_run_preparation_parent_class)->dispose (object);
}

static void
ff_run_preparation_finalize (GObject *object)
{
  FfRunPreparation *self = FF_RUN_PREPARATION (object);

  g_ptr_array_unref (self->shared);
  g_ptr_array_unref (self->pairs);
  G_OBJECT_CLASS (ff_run_preparation_parent_class)->finalize (object);
}

static void
ff_run_preparation_class_init (FfRunPreparationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ff_run_preparation_constructed;
  object_class->dispose = ff_run_preparation_dispose;
  object_class->finalize = ff_run_preparation_finalize;
  FF_PAGE_CLASS (klass)->resized = ff_run_preparation_resized;
  FF_RUN_TAB_CLASS (klass)->update = ff_run_preparation_update;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-run-preparation.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRunPreparation, body);
}

static void
ff_run_preparation_init (FfRunPreparation *self)
{
  self->shared = g_ptr_array_new ();
  self->pairs = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
