#include "config.h"

#include "ff-scores-page-private.h"

#include <glib/gi18n-lib.h>

#include "ff-ask-popover.h"
#include "ff-mark-dues.h"
#include "ff-format.h"
#include "ff-key-legend.h"
#include "ff-register.h"
#include "ff-window.h"

G_DEFINE_FINAL_TYPE (FfScoresPage, ff_scores_page, FF_TYPE_GRID_TAB)

/* Writing ----------------------------------------------------------------------------------------------------- */

static gboolean
write_entry (FfDb *db, gconstpointer data, GError **error)
{
  const FfScoreEntry *entry = data;
  const FfMarkKey key = { entry->enrolment_id, entry->component_id, entry->criterion_id, entry->rater, entry->attempt };

  switch (entry->change)
    {
    case FF_SCORE_EXEMPT:
      /* Without a text it is an exemption that is there already, pasted over itself. */
      return entry->text == NULL ||
             ff_marking_set_exempt (db, key.enrolment_id, key.component_id, TRUE, entry->text, error) != FF_PUT_REFUSED;
    case FF_SCORE_LIFT:
      return ff_marking_set_exempt (db, key.enrolment_id, key.component_id, FALSE, NULL, error) != FF_PUT_REFUSED;
    case FF_SCORE_COMMENT:
      return ff_marking_comment (db, &key, entry->text, error) != FF_PUT_REFUSED;
    case FF_SCORE_DROP_ATTEMPT:
      return ff_marking_delete_attempt (db, key.enrolment_id, key.component_id, key.attempt, error) != FF_PUT_REFUSED;
    case FF_SCORE_REMOVE:
      return ff_marking_set (db, key.enrolment_id, key.component_id, key.criterion_id, key.rater, key.attempt, FALSE, 0, error) !=
             FF_PUT_REFUSED;
    case FF_SCORE_SET:
    default:
      return ff_marking_override (db, &key, entry->score, entry->text, error) != FF_PUT_REFUSED;
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

/* The first leaf that people have to mark and have not marked yet, by its term; −1: none. */
static int
find_next_due (const FfClassFigures *figures)
{
  int found = -1;

  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    {
      const FfComponent *leaf = ff_scheme_get (figures->scheme, i);

      if (ff_mark_dues_is_asked (leaf) && leaf->share > 0 && ff_mark_dues_count (figures, i) > 0 &&
          (found < 0 || ff_mark_dues_day (figures, leaf) < ff_mark_dues_day (figures, ff_scheme_get (figures->scheme, (guint) found))))
        found = (int) i;
    }

  return found;
}

static void
update_summary (FfScoresPage *self, const FfClassFigures *figures)
{
  int next = find_next_due (figures);
  g_autofree char *text = NULL;
  guint provisional = 0;

  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      provisional += trainee->result.provisional && !trainee->disqualified ? 1 : 0;
    }
  text = g_strdup_printf (ngettext ("<b>%u</b> of %u provisional", "<b>%u</b> of %u provisional", figures->trainees->len), provisional,
                          figures->trainees->len);
  if (next >= 0)
    {
      const FfComponent *leaf = ff_scheme_get (figures->scheme, (guint) next);
      g_autofree char *day = ff_format_day_short (ff_mark_dues_day (figures, leaf));
      /* Translators: after "18 of 27 provisional": a component of the scheme and the day on which its marks are due. */
      g_autofree char *due = g_markup_printf_escaped (_(" · %s due %s"), leaf->title, day);
      g_autofree char *both = g_strconcat (text, due, NULL);

      gtk_label_set_markup (self->summary, both);
      return;
    }
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
  ff_scores_page_update_cell_actions (self);
}

static void
on_cursor_moved (FfScoresPage *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->grid)) != NULL;
  int row = -1;

  ff_grid_get_cursor (self->grid, &row, NULL);
  ff_scores_model_set_current_row (self->model, row);
  /* The sentence that stood there had the focus. */
  if (focused && gtk_widget_get_focus_child (GTK_WIDGET (self->grid)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  ff_scores_page_update_panel (self);
  ff_scores_page_update_cell_actions (self);
}

/* Reasons and refusals ---------------------------------------------------------------------------------------- */

void
ff_scores_page_get_cell_area (FfScoresPage *self, int row, int column, GdkRectangle *area)
{
  graphene_point_t place = GRAPHENE_POINT_INIT (0, 0);
  int cursor_row, cursor_column;

  *area = (GdkRectangle) { 0, 0, 1, 1 };
  if (!ff_grid_get_cell_area (self->grid, row, column, area) &&
      !(ff_grid_get_cursor (self->grid, &cursor_row, &cursor_column) &&
        ff_grid_get_cell_area (self->grid, cursor_row, cursor_column, area)))
    return;
  if (gtk_widget_compute_point (GTK_WIDGET (self->grid), GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) area->x, (float) area->y),
                                &place))
    {
      area->x = (int) place.x;
      area->y = (int) place.y;
    }
}

static void
on_reason (const char *text, gpointer user_data)
{
  ff_scores_model_give_reason (FF_SCORES_PAGE (user_data)->model, text);
}

static void
on_reason_gone (gpointer user_data)
{
  g_autoptr (FfScoresPage) self = user_data;

  if (self->model == NULL)
    return;
  ff_scores_model_drop_held (self->model);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
on_reason_wanted (FfScoresPage *self, int row, int column, const char *explanation)
{
  GdkRectangle area;

  ff_scores_page_get_cell_area (self, row, column, &area);
  ff_ask_popover_open (GTK_WIDGET (self), &area, explanation, _("The reason"), _("_Keep"), on_reason, g_object_ref (self), on_reason_gone);
}

/* The results are settled: the way out is offered with the refusal. */
static gboolean
refused (FfGridTab *tab, const GError *error)
{
  FfWindow *window = ff_window_of (tab);

  if (window == NULL || !g_error_matches (error, FF_ERROR, FF_ERROR_SETTLED))
    return FALSE;

  ff_window_toast_action (window, error->message, _("Reopen…"), "page.reopen-results");

  return TRUE;
}

static void
on_panel_closed (FfScoresPage *self)
{
  ff_scores_page_set_explain (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static int
measure_columns (FfScoresPage *self)
{
  int columns;

  gtk_widget_measure (GTK_WIDGET (self->grid), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &columns, NULL, NULL);

  return columns;
}

/* The total is in view from the start: criteria stand in columns of their own, and the explanation beside them, only where there is room. */
static gboolean
show_what_fits (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FfScoresPage *self = FF_SCORES_PAGE (widget);
  int width = gtk_widget_get_width (widget);
  int panel;

  if (width == 0)
    return G_SOURCE_CONTINUE;

  if (measure_columns (self) > width)
    g_action_group_change_action_state (G_ACTION_GROUP (ff_page_get_actions (FF_PAGE (self))), "show-criteria", g_variant_new_boolean (FALSE));
  gtk_widget_measure (GTK_WIDGET (self->panel), GTK_ORIENTATION_HORIZONTAL, -1, &panel, NULL, NULL, NULL);
  if (measure_columns (self) + panel <= width)
    ff_scores_page_set_explain (self, TRUE);

  return G_SOURCE_REMOVE;
}

static void
begin (FfGridTab *tab, FfClassFigures *figures)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (tab), show_what_fits, NULL, NULL);
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
  tab_class->refused = refused;

  g_type_ensure (FF_TYPE_GRID);
  g_type_ensure (FF_TYPE_KEY_LEGEND);
  g_type_ensure (FF_TYPE_SCORE_PANEL);
  g_type_ensure (FF_TYPE_SETTLED_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-scores-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, empty);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, grid);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, revealer);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, panel);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, summary);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, cell_menu);
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
  ff_grid_set_cell_menu (self->grid, self->cell_menu);
  g_signal_connect_swapped (self->model, "reason-wanted", G_CALLBACK (on_reason_wanted), self);
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
