#include "config.h"

#include "ff-scores-page-private.h"

#include <glib/gi18n-lib.h>

#include "ff-register.h"
#include "ff-window.h"

G_DEFINE_FINAL_TYPE (FfScoresPage, ff_scores_page, FF_TYPE_GRID_TAB)

/* Writing ----------------------------------------------------------------------------------------------------- */

static gboolean
write_entry (FfDb *db, gconstpointer data, GError **error)
{
  const FfScoreEntry *entry = data;

  switch (entry->change)
    {
    case FF_SCORE_EXEMPT:
      return ff_marking_set_exempt (db, entry->enrolment_id, entry->component_id, TRUE, _("Exempted among the marks"), error) !=
             FF_PUT_REFUSED;
    case FF_SCORE_LIFT:
      return ff_marking_set_exempt (db, entry->enrolment_id, entry->component_id, FALSE, NULL, error) != FF_PUT_REFUSED;
    case FF_SCORE_SET:
    case FF_SCORE_REMOVE:
    default:
      return ff_marking_set (db, entry->enrolment_id, entry->component_id, entry->criterion_id, entry->rater, entry->attempt,
                             entry->change == FF_SCORE_SET, entry->score, error) != FF_PUT_REFUSED;
    }
}

/* What stands around the grid --------------------------------------------------------------------------------- */

void
ff_scores_page_update_panel (FfScoresPage *self)
{
  const FfClassFigures *figures = ff_class_model_get_figures (FF_CLASS_MODEL (self->model));
  const FfClassTrainee *trainee = NULL;
  int row;

  if (!gtk_revealer_get_reveal_child (self->revealer) || figures == NULL)
    return;
  if (ff_grid_get_cursor (self->grid, &row, NULL))
    trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (self->model), row);
  ff_score_panel_show (self->panel, figures, trainee, trainee != NULL ? ff_scores_model_get_standing (self->model, trainee) : 0);
}

static void
update_summary (FfScoresPage *self, const FfClassFigures *figures)
{
  g_autofree char *text = NULL;
  guint provisional = 0;

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      provisional += trainee->result.provisional && !trainee->disqualified ? 1 : 0;
    }
  text = g_strdup_printf (ngettext ("<b>%u</b> of %u provisional", "<b>%u</b> of %u provisional", figures->trainees->len), provisional,
                          figures->trainees->len);
  gtk_label_set_markup (self->summary, text);
}

static gboolean
is_empty (const FfClassFigures *figures, const char **title, const char **description)
{
  if (ff_scheme_length (figures->scheme) == 0)
    {
      *title = _("Nothing to Mark Yet");
      *description = _("The scheme of this class has no components. A class takes its scheme from its course when it is made.");
      return TRUE;
    }
  *title = _("Nobody Is Enrolled");
  *description = _("Enrol trainees on the Roster tab: each one is a row of marks.");

  return figures->trainees->len == 0;
}

static void
figures_changed (FfGridTab *tab, FfClassFigures *figures)
{
  ff_scores_page_update_actions (FF_SCORES_PAGE (tab));
  ff_settled_bar_show (FF_SCORES_PAGE (tab)->settled_bar, figures);
}

/* Also after an entry of one's own, which the figures have before the writer has it. */
static void
on_cells_changed (FfScoresPage *self)
{
  const FfClassFigures *figures = ff_class_model_get_figures (FF_CLASS_MODEL (self->model));

  if (figures == NULL)
    return;

  update_summary (self, figures);
  ff_scores_page_update_panel (self);
}

static void
on_cursor_moved (FfScoresPage *self)
{
  ff_scores_page_update_panel (self);
}

static void
on_panel_closed (FfScoresPage *self)
{
  ff_scores_page_set_explain (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* The explanation is open from the start where it leaves room for every column. */
static gboolean
open_panel_if_it_fits (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FfScoresPage *self = FF_SCORES_PAGE (widget);
  int columns, panel;

  if (gtk_widget_get_width (widget) == 0)
    return G_SOURCE_CONTINUE;

  gtk_widget_measure (GTK_WIDGET (self->grid), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &columns, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->panel), GTK_ORIENTATION_HORIZONTAL, -1, &panel, NULL, NULL, NULL);
  if (columns + panel <= gtk_widget_get_width (widget))
    ff_scores_page_set_explain (self, TRUE);

  return G_SOURCE_REMOVE;
}

static void
begin (FfGridTab *tab, FfClassFigures *figures)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (tab), open_panel_if_it_fits, NULL, NULL);
}

/* The object -------------------------------------------------------------------------------------------------- */

static void
ff_scores_page_dispose (GObject *object)
{
  FfScoresPage *self = FF_SCORES_PAGE (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (ff_scores_page_parent_class)->dispose (object);
}

static void
ff_scores_page_class_init (FfScoresPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FfGridTabClass *tab_class = FF_GRID_TAB_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_scores_page_dispose;
  tab_class->write_entry = write_entry;
  tab_class->is_empty = is_empty;
  tab_class->figures_changed = figures_changed;
  tab_class->begin = begin;

  g_type_ensure (FF_TYPE_GRID);
  g_type_ensure (FF_TYPE_SCORE_PANEL);
  g_type_ensure (FF_TYPE_SETTLED_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-scores-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, empty);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, grid);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, revealer);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, panel);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, summary);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, settled_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_cursor_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_panel_closed);
}

static void
ff_scores_page_init (FfScoresPage *self)
{
  ff_scores_page_init_actions (self);
  self->model = ff_scores_model_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ff_grid_tab_set_up (FF_GRID_TAB (self), FF_CLASS_MODEL (self->model), self->grid, self->stack, self->empty);
  g_signal_connect_swapped (self->model, "cells-changed", G_CALLBACK (on_cells_changed), self);
  g_signal_connect_swapped (self->model, "structure-changed", G_CALLBACK (on_cells_changed), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Marks"), -1);
  ff_page_set_primary (FF_PAGE (self), _("Export to Excel"), NULL, "tab.export-score-sheet");
}

gboolean
ff_scores_page_commit (FfScoresPage *self)
{
  g_return_val_if_fail (FF_IS_SCORES_PAGE (self), FALSE);

  return ff_grid_commit (self->grid);
}

void
ff_scores_page_show_mark (FfScoresPage *self, gint64 enrolment_id, guint component)
{
  FfGridModel *model = FF_GRID_MODEL (self->model);
  int row = 0, column = 0;

  g_return_if_fail (FF_IS_SCORES_PAGE (self));

  /* Whoever is looked for may be hidden by what was searched for before. */
  ff_class_model_set_search (FF_CLASS_MODEL (self->model), NULL);
  while (row < ff_grid_model_get_n_rows (model)
         && ff_class_model_get_trainee (FF_CLASS_MODEL (self->model), row)->enrolment_id != enrolment_id)
    row++;
  while (column < ff_grid_model_get_n_columns (model) && ff_scores_model_get_component (self->model, column) != (int) component)
    column++;
  if (row == ff_grid_model_get_n_rows (model) || column == ff_grid_model_get_n_columns (model))
    return;
  ff_grid_set_cursor (self->grid, row, column);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}
