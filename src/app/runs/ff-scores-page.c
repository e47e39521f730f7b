#include "config.h"

#include "ff-scores-page.h"

#include <glib/gi18n-lib.h>

#include "ff-compat.h"
#include "ff-grid.h"
#include "ff-register.h"
#include "ff-score-panel.h"
#include "ff-score-sheet.h"
#include "ff-scores-model.h"
#include "ff-window.h"

struct _FfScoresPage
{
  FfRunTab parent_instance;

  GtkStack *stack;
  AdwStatusPage *empty;
  FfGrid *grid;
  GtkRevealer *revealer;
  FfScorePanel *panel;
  GtkRevealer *export_revealer;
  GtkProgressBar *export_progress;
  GtkLabel *summary;

  FfScoresModel *model;
  GCancellable *export; /* while a score sheet is being written */
  gboolean begun;
};

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

/* Exporting --------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef page;
  gint64 run_id;
  char *path;
  GCancellable *cancellable;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_weak_ref_clear (&export->page);
  g_clear_object (&export->cancellable);
  g_free (export->path);
  g_free (export);
}

static void
on_sheet_progress (guint64 done, guint64 total, gpointer user_data)
{
  ff_job_progress (user_data, done, total);
}

static gboolean
export_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  const Export *export = data;
  g_autoptr (FfClassFigures) figures = ff_class_figures_read (db, export->run_id, ff_time_now (), error);

  return figures != NULL && ff_score_sheet_export (figures, export->path, NULL, export->cancellable, on_sheet_progress, job, error);
}

static void
on_export_progress (guint64 done, guint64 total, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (FfScoresPage) self = g_weak_ref_get (&export->page);

  if (self == NULL)
    return;
  if (total == 0)
    gtk_progress_bar_pulse (self->export_progress);
  else
    gtk_progress_bar_set_fraction (self->export_progress, (double) done / (double) total);
}

static void
on_exported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *export = user_data;
  g_autoptr (FfScoresPage) self = g_weak_ref_get (&export->page);
  g_autoptr (GError) error = NULL;
  gboolean ok = ff_worker_run_finish (FF_WORKER (source), result, &error);
  FfWindow *window = self != NULL ? ff_window_of (self) : NULL;

  if (self == NULL)
    return;

  gtk_revealer_set_reveal_child (self->export_revealer, FALSE);
  g_clear_object (&self->export);
  if (window == NULL)
    return;

  if (ok)
    {
      g_autofree char *name = g_path_get_basename (export->path);
      g_autofree char *text = g_strdup_printf (_("Score sheet written to %s"), name);

      ff_window_toast (window, text);
    }
  else if (!g_error_matches (error, FF_ERROR, FF_ERROR_CANCELLED))
    {
      ff_window_show_error (window, error);
    }
}

static void
on_file_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (FfScoresPage) self = user_data;
  Export *export;

  if (file == NULL || g_file_peek_path (file) == NULL || self->export != NULL)
    return;

  self->export = g_cancellable_new ();
  export = g_new0 (Export, 1);
  g_weak_ref_init (&export->page, self);
  export->run_id = ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self)));
  export->path = g_strdup (g_file_peek_path (file));
  export->cancellable = g_object_ref (self->export);
  gtk_progress_bar_set_fraction (self->export_progress, 0);
  gtk_revealer_set_reveal_child (self->export_revealer, TRUE);
  ff_worker_run_async (ff_workspace_get_export_worker (ff_page_get_workspace (FF_PAGE (self))), export_work, export, export_free,
                       self->export, on_export_progress, on_exported, export);
}

static void
activate_export (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfScoresPage *self = user_data;
  const FfClassFigures *figures = ff_scores_model_get_figures (self->model);
  g_autofree char *name = NULL;

  if (figures == NULL || self->export != NULL || !ff_grid_commit (self->grid))
    return;

  /* Translators: the name proposed for a score sheet; the class's code stands for %s. */
  name = g_strdup_printf (_("%s scores.xlsx"), figures->run->code);
  g_strdelimit (name, "/\\:*?\"<>|", '-');
  ff_compat_save_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Export Score Sheet"), name, _("Excel workbooks"),
                       (const char *const[]) { "*.xlsx", NULL }, on_file_chosen, g_object_ref (self));
}

static void
on_export_cancelled (FfScoresPage *self)
{
  if (self->export != NULL)
    g_cancellable_cancel (self->export);
}

/* What stands around the grid --------------------------------------------------------------------------------- */

static void
update_panel (FfScoresPage *self)
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

static gboolean
has_rubric (const FfScheme *scheme)
{
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      if (ff_scheme_get (scheme, i)->criteria != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
set_action_enabled (FfScoresPage *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (ff_page_get_actions (FF_PAGE (self)), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
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
  set_action_enabled (self, "export-score-sheet", !empty);
  set_action_enabled (self, "show-criteria", has_rubric (figures->scheme));
}

static void
on_figures_changed (FfScoresPage *self)
{
  FfClassFigures *figures = ff_run_tab_get_figures (FF_RUN_TAB (self));

  ff_scores_model_set_writable (self->model, ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self))));
  ff_scores_model_set_figures (self->model, figures);
  update_empty (self, figures);
}

/* Also after an entry of one's own, which the figures have before the writer has it. */
static void
on_cells_changed (FfScoresPage *self)
{
  const FfClassFigures *figures = ff_scores_model_get_figures (self->model);

  if (figures == NULL)
    return;

  update_summary (self, figures);
  update_panel (self);
}

static void
on_cursor_moved (FfScoresPage *self)
{
  update_panel (self);
}

static void
on_refused (FfScoresPage *self, const char *reason)
{
  FfWindow *window = ff_window_of (self);

  if (window != NULL)
    ff_window_toast (window, reason);
}

static void
set_explain (FfScoresPage *self, gboolean explain)
{
  GAction *action = g_action_map_lookup_action (ff_page_get_actions (FF_PAGE (self)), "explain");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (explain));
  gtk_revealer_set_reveal_child (self->revealer, explain);
  update_panel (self);
}

static void
on_panel_closed (FfScoresPage *self)
{
  set_explain (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
change_explain (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  set_explain (user_data, g_variant_get_boolean (state));
}

static void
change_show_criteria (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  FfScoresPage *self = user_data;

  if (!ff_grid_commit (self->grid))
    return;
  g_simple_action_set_state (action, state);
  ff_scores_model_set_show_criteria (self->model, g_variant_get_boolean (state));
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
    set_explain (self, TRUE);

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
  g_clear_object (&self->export);

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
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, export_revealer);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, export_progress);
  gtk_widget_class_bind_template_child (widget_class, FfScoresPage, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_cursor_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_refused);
  gtk_widget_class_bind_template_callback (widget_class, on_panel_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_export_cancelled);
}

static void
ff_scores_page_init (FfScoresPage *self)
{
  static const GActionEntry actions[] = {
    { .name = "export-score-sheet", .activate = activate_export },
    { .name = "explain", .state = "false", .change_state = change_explain },
    { .name = "show-criteria", .state = "true", .change_state = change_show_criteria },
  };

  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
  self->model = ff_scores_model_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ff_grid_set_model (self->grid, FF_GRID_MODEL (self->model));
  g_signal_connect_swapped (self->model, "entered", G_CALLBACK (on_entered), self);
  g_signal_connect_swapped (self->model, "cells-changed", G_CALLBACK (on_cells_changed), self);
  g_signal_connect_swapped (self->model, "structure-changed", G_CALLBACK (on_cells_changed), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Marks"), -1);
  ff_page_set_primary (FF_PAGE (self), _("Export to Excel"), NULL, "tab.export-score-sheet");
}
