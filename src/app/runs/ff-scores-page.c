#include "config.h"

#include "ff-scores-page-private.h"

#include <glib/gi18n-lib.h>

#include "ff-register.h"
#include "ff-window.h"

G_DEFINE_FINAL_TYPE (FfScoresPage, ff_scores_page, FF_TYPE_RUN_TAB)

/* Writing ----------------------------------------------------------------------------------------------------- */

/* Entries on their way to the writer and back. */
typedef struct
{
  GWeakRef page;
  GArray *entries;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_weak_ref_clear (&writing->page);
  g_array_unref (writing->entries);
  g_free (writing);
}

static FfPut
write_entry (FfDb *db, const FfScoreEntry *entry, GError **error)
{
  switch (entry->change)
    {
    case FF_SCORE_EXEMPT:
      return ff_marking_set_exempt (db, entry->enrolment_id, entry->component_id, TRUE, _("Exempted among the marks"), error);
    case FF_SCORE_LIFT:
      return ff_marking_set_exempt (db, entry->enrolment_id, entry->component_id, FALSE, NULL, error);
    case FF_SCORE_SET:
    case FF_SCORE_REMOVE:
    default:
      return ff_marking_set (db, entry->enrolment_id, entry->component_id, entry->criterion_id, entry->rater, entry->attempt,
                             entry->change == FF_SCORE_SET, entry->score, error);
    }
}

static gboolean
writing_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Writing *writing = data;

  for (guint i = 0; i < writing->entries->len; i++)
    {
      if (write_entry (db, &g_array_index (writing->entries, FfScoreEntry, i), error) == FF_PUT_REFUSED)
        return FALSE;
    }

  return TRUE;
}

static gboolean
writing_done (gpointer data, const GError *error)
{
  Writing *writing = data;
  g_autoptr (FfScoresPage) self = g_weak_ref_get (&writing->page);

  if (self == NULL)
    return FALSE;

  ff_scores_model_settle (self->model, writing->entries);
  if (error != NULL)
    ff_run_context_reload (ff_run_tab_get_context (FF_RUN_TAB (self)));

  return FALSE;
}

static void
on_entered (FfScoresPage *self, const char *label, GArray *entries, const char *said)
{
  Writing *writing = g_new0 (Writing, 1);
  FfWindow *window = ff_window_of (self);

  g_weak_ref_init (&writing->page, self);
  writing->entries = g_array_ref (entries);
  ff_workspace_run (ff_page_get_workspace (FF_PAGE (self)), label, writing_work, writing_done, writing, writing_free);
  if (said != NULL && window != NULL)
    ff_window_toast_undo (window, said);
}

/* What stands around the grid --------------------------------------------------------------------------------- */

void
ff_scores_page_update_panel (FfScoresPage *self)
{
  const FfClassFigures *figures = ff_scores_model_get_figures (self->model);
  const FfClassTrainee *trainee = NULL;
  int row;

  if (!gtk_revealer_get_reveal_child (self->revealer) || figures == NULL)
    return;
  if (ff_grid_get_cursor (self->grid, &row, NULL))
    trainee = ff_scores_model_get_trainee (self->model, row);
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

static void
update_empty (FfScoresPage *self, const FfClassFigures *figures)
{
  gboolean no_scheme = ff_scheme_length (figures->scheme) == 0;
  gboolean empty = no_scheme || figures->trainees->len == 0;

  if (no_scheme)
    {
      adw_status_page_set_title (self->empty, _("Nothing to Mark Yet"));
      adw_status_page_set_description (self->empty, _("The scheme of this class has no components. A class takes its scheme from its "
                                                      "course when it is made."));
    }
  else
    {
      adw_status_page_set_title (self->empty, _("Nobody Is Enrolled"));
      adw_status_page_set_description (self->empty, _("Enrol trainees on the Roster tab: each one is a row of marks."));
    }
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "scores");
}

static void
on_figures_changed (FfScoresPage *self)
{
  FfClassFigures *figures = ff_run_tab_get_figures (FF_RUN_TAB (self));

  ff_scores_model_set_writable (self->model, ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self))));
  ff_scores_model_set_figures (self->model, figures);
  update_empty (self, figures);
  ff_scores_page_update_actions (self);
}

/* Also after an entry of one's own, which the figures have before the writer has it. */
static void
on_cells_changed (FfScoresPage *self)
{
  const FfClassFigures *figures = ff_scores_model_get_figures (self->model);

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
on_refused (FfScoresPage *self, const char *reason)
{
  FfWindow *window = ff_window_of (self);

  if (window != NULL)
    ff_window_toast (window, reason);
}

static void
on_panel_closed (FfScoresPage *self)
{
  ff_scores_page_set_explain (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
ff_scores_page_search (FfPage *page, const char *text)
{
  ff_scores_model_set_search (FF_SCORES_PAGE (page)->model, text);
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
ff_scores_page_update (FfRunTab *tab, FfClassFigures *figures)
{
  FfScoresPage *self = FF_SCORES_PAGE (tab);

  if (self->begun)
    return;

  self->begun = TRUE;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), open_panel_if_it_fits, NULL, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* The object -------------------------------------------------------------------------------------------------- */

static void
ff_scores_page_constructed (GObject *object)
{
  FfScoresPage *self = FF_SCORES_PAGE (object);

  /* Also while the tab is hidden, and before the tab hears of it: the model must not keep figures that are gone. */
  g_signal_connect_object (ff_run_tab_get_context (FF_RUN_TAB (self)), "figures-changed", G_CALLBACK (on_figures_changed), self,
                           G_CONNECT_SWAPPED);
  G_OBJECT_CLASS (ff_scores_page_parent_class)->constructed (object);

  if (ff_run_tab_get_figures (FF_RUN_TAB (self)) != NULL)
    on_figures_changed (self);
}

static void
ff_scores_page_dispose (GObject *object)
{
  FfScoresPage *self = FF_SCORES_PAGE (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ff_scores_page_parent_class)->dispose (object);
}

static gboolean
ff_scores_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FF_SCORES_PAGE (widget)->grid));
}

static void
ff_scores_page_class_init (FfScoresPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ff_scores_page_constructed;
  object_class->dispose = ff_scores_page_dispose;
  widget_class->grab_focus = ff_scores_page_grab_focus;
  FF_PAGE_CLASS (klass)->search = ff_scores_page_search;
  FF_RUN_TAB_CLASS (klass)->update = ff_scores_page_update;

  g_type_ensure (FF_TYPE_GRID);
  g_type_ensure (FF_TYPE_SCORE_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-scores-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, empty);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, grid);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, revealer);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, panel);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_cursor_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_refused);
  gtk_widget_class_bind_template_callback (widget_class, on_panel_closed);
}

static void
ff_scores_page_init (FfScoresPage *self)
{
  ff_scores_page_init_actions (self);
  self->model = ff_scores_model_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ff_grid_set_model (self->grid, FF_GRID_MODEL (self->model));
  g_signal_connect_swapped (self->model, "entered", G_CALLBACK (on_entered), self);
  g_signal_connect_swapped (self->model, "cells-changed", G_CALLBACK (on_cells_changed), self);
  g_signal_connect_swapped (self->model, "structure-changed", G_CALLBACK (on_cells_changed), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Marks"), -1);
  ff_page_set_primary (FF_PAGE (self), _("Export to Excel"), NULL, "tab.export-score-sheet");
}
