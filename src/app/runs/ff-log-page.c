#include "config.h"

#include "ff-log-page.h"

#include <glib/gi18n-lib.h>

#include "ff-commitments.h"
#include "ff-editors.h"
#include "ff-key-legend.h"
#include "ff-log-model.h"

struct _FfLogPage
{
  FfGridTab parent_instance;

  GtkStack *stack;
  AdwStatusPage *empty;
  FfGrid *grid;
  FfKeyLegend *legend;
  GtkLabel *summary;

  FfLogModel *model;
};

G_DEFINE_FINAL_TYPE (FfLogPage, ff_log_page, FF_TYPE_GRID_TAB)

static gboolean
write_entry (FfDb *db, gconstpointer data, GError **error)
{
  const FfLogEntry *entry = data;
  g_autofree char *starts_on = entry->starts_on != FF_NO_DAY ? ff_day_format (entry->starts_on) : g_strdup ("");
  FfCommitmentDraft draft = { .starts_on = starts_on };

  if (entry->day >= 0)
    return ff_commitments_log (db, entry->commitment_id, entry->day, entry->cases, error);
  return ff_commitments_put (db, entry->commitment_id, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
is_empty (const FfClassFigures *figures, const char **title, const char **description)
{
  *title = _("No Seven-Day Plans Yet");
  *description = _("Ask everybody for a seven-day plan: each day then has a place for the number of cases that were practised.");
  for (guint i = 0; i < figures->trainees->len; i++)
    if (((const FfClassTrainee *) g_ptr_array_index (figures->trainees, i))->log != NULL)
      return FALSE;
  return TRUE;
}

/* Plans on which each of the seven days reached its number. */
static void
figures_changed (FfGridTab *tab, FfClassFigures *figures)
{
  FfLogPage *self = FF_LOG_PAGE (tab);
  g_autofree char *text = NULL;
  guint plans = 0, reached = 0;

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfCommitment *log = ((const FfClassTrainee *) g_ptr_array_index (figures->trainees, i))->log;

      plans += log != NULL ? 1 : 0;
      reached += log != NULL && ff_log_sum (log->cases, FF_LOG_DAYS, ff_commitment_target (log)).reached == FF_LOG_DAYS ? 1 : 0;
    }
  text = g_strdup_printf (ngettext ("%u of %u plan reached on all seven days", "%u of %u plans reached on all seven days", plans), reached,
                          plans);
  gtk_label_set_text (self->summary, text);
  ff_grid_tab_set_enabled (tab, "owe", ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self))));
}

/* The first day that nobody has filled in, of the first plan. */
static void
begin (FfGridTab *tab, FfClassFigures *figures)
{
  FfLogPage *self = FF_LOG_PAGE (tab);
  int n_rows = ff_grid_model_get_n_rows (FF_GRID_MODEL (self->model));

  for (int row = 0; row < n_rows; row++)
    {
      const FfCommitment *log = ff_class_model_get_trainee (FF_CLASS_MODEL (self->model), row)->log;
      int day = 0, column = 0;

      if (log == NULL)
        continue;
      while (day < FF_LOG_DAYS && log->cases[day] != FF_LOG_NONE)
        day++;
      if (day == FF_LOG_DAYS)
        continue;
      while (ff_log_model_get_day (self->model, column) != day)
        column++;
      ff_grid_set_cursor (self->grid, row, column);
      return;
    }
}

static void
activate_owe (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfLogPage *self = user_data;
  FfEditorValues *preset = ff_editor_values_new ();

  ff_editor_values_set (preset, "kind", ff_commitment_kind_to_key (FF_COMMITMENT_SEVEN_DAY));
  ff_editor_values_set (preset, "title", ff_commitment_kind_title (FF_COMMITMENT_SEVEN_DAY));
  ff_editor_open_with (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_owed_commitment_editor, 0,
                       ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self))), preset);
}

static void
activate_edit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfLogPage *self = user_data;
  const FfClassTrainee *trainee;
  int row, column;

  if (!ff_grid_commit (self->grid) || !ff_grid_get_cursor (self->grid, &row, &column))
    return;
  trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (self->model), row);
  if (trainee != NULL && trainee->log != NULL)
    ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_commitment_editor, trainee->log->id,
                    ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self))));
}

static gboolean
on_grid_key (FfLogPage *self, int row, int column, guint keyval)
{
  if (gdk_keyval_to_lower (keyval) != GDK_KEY_e)
    return FALSE;
  activate_edit (NULL, NULL, self);
  return TRUE;
}

static void
ff_log_page_dispose (GObject *object)
{
  g_clear_object (&FF_LOG_PAGE (object)->model);
  G_OBJECT_CLASS (ff_log_page_parent_class)->dispose (object);
}

static void
ff_log_page_class_init (FfLogPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FfGridTabClass *tab_class = FF_GRID_TAB_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_log_page_dispose;
  tab_class->write_entry = write_entry;
  tab_class->is_empty = is_empty;
  tab_class->figures_changed = figures_changed;
  tab_class->begin = begin;

  g_type_ensure (FF_TYPE_GRID);
  g_type_ensure (FF_TYPE_KEY_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-log-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfLogPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfLogPage, empty);
  gtk_widget_class_bind_template_child (widget_class, FfLogPage, grid);
  gtk_widget_class_bind_template_child (widget_class, FfLogPage, legend);
  gtk_widget_class_bind_template_child (widget_class, FfLogPage, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_grid_key);
}

static void
ff_log_page_init (FfLogPage *self)
{
  static const GActionEntry actions[] = {
    { .name = "owe", .activate = activate_owe },
    { .name = "edit", .activate = activate_edit },
  };

  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
  self->model = ff_log_model_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ff_grid_tab_set_up (FF_GRID_TAB (self), FF_CLASS_MODEL (self->model), self->grid, self->stack, self->empty);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Seven-day log"), -1);
  ff_key_legend_add (self->legend, "3", NULL, C_("legend", "cases of the day"));
  ff_key_legend_add (self->legend, "Tab", NULL, C_("legend", "next day"));
  ff_key_legend_add (self->legend, "E", "tab.edit", C_("legend", "the plan"));
  ff_page_set_primary (FF_PAGE (self), _("Ask Everybody…"), "list-add-symbolic", "tab.owe");
}
