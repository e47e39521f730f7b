/* What can be done on the scores tab, by menu and by key. */
#include "config.h"

#include "ff-scores-page-private.h"

#include <glib/gi18n-lib.h>

#include "ff-commitment-dues.h"
#include "ff-confirm-missing.h"
#include "ff-agreement-window.h"
#include "ff-criteria-window.h"
#include "ff-marking-window.h"
#include "ff-raters-window.h"
#include "ff-score-sheet.h"
#include "ff-team-marks-window.h"
#include "ff-test-page.h"
#include "ff-window.h"

/* The score sheet ----------------------------------------------------------------------------------------------------- */

static gboolean
write_score_sheet (FfDb *db, const char *path, gpointer data, GCancellable *cancellable, FfProgressFunc progress, gpointer progress_data,
                   GError **error)
{
  g_autoptr (FfClassFigures) figures = ff_class_figures_read (db, *(gint64 *) data, ff_time_now (), error);

  return figures != NULL && ff_score_sheet_export (figures, path, NULL, cancellable, progress, progress_data, error);
}

static void
export_score_sheet (FfScoresPage *self)
{
  const FfClassFigures *figures = ff_class_model_get_figures (FF_CLASS_MODEL (self->model));
  FfWindow *window = ff_window_of (self);
  g_autofree char *title = NULL;
  g_autofree char *file = NULL;

  if (window == NULL || !ff_grid_commit (self->grid))
    return;

  /* Translators: the name proposed for a score sheet; the class's code stands for %s. */
  title = g_strdup_printf (_("%s scores"), figures->run->code);
  file = ff_export_file_name (title, ".xlsx");
  ff_window_export (window, _("Export Score Sheet"), file, _("Excel workbooks"), "*.xlsx", write_score_sheet,
                    g_memdup2 (&figures->run->id, sizeof figures->run->id), g_free);
}

/* Marking ------------------------------------------------------------------------------------------------------------- */

/* At the person and the leaf of the cursor. */
static void
mark_by_hand (FfScoresPage *self)
{
  const FfClassFigures *figures = ff_class_model_get_figures (FF_CLASS_MODEL (self->model));
  const FfClassTrainee *trainee = NULL;
  int row, column, component = -1;

  if (ff_grid_get_cursor (self->grid, &row, &column))
    {
      trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (self->model), row);
      component = ff_scores_model_get_component (self->model, column);
    }
  ff_marking_window_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), figures->run->id,
                          component >= 0 ? ff_scheme_get (figures->scheme, (guint) component)->id : 0,
                          trainee != NULL ? trainee->enrolment_id : 0);
}

/* What is shown ------------------------------------------------------------------------------------------------------- */

void
ff_scores_page_set_explain (FfScoresPage *self, gboolean explain)
{
  GAction *action = g_action_map_lookup_action (ff_page_get_actions (FF_PAGE (self)), "explain");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (explain));
  gtk_revealer_set_reveal_child (self->revealer, explain);
  ff_scores_page_update_panel (self);
}

static void
change_explain (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  ff_scores_page_set_explain (user_data, g_variant_get_boolean (state));
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

static gboolean
has_rubric (const FfClassFigures *figures)
{
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    {
      if (ff_scheme_get (figures->scheme, i)->criteria != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The table ----------------------------------------------------------------------------------------------------------- */

static gboolean
has_rows (const FfClassFigures *figures)
{
  return ff_scheme_length (figures->scheme) > 0 && figures->trainees->len > 0;
}

static gboolean
has_missing_commitments (const FfClassFigures *figures)
{
  return ff_commitment_dues_find (figures) >= 0;
}

/* One action each: either a function of the page, or the window about the class that it opens. What is typed is taken before. */
static const struct
{
  const char *name;
  void (*activate) (FfScoresPage *self);
  void (*open) (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id);
  gboolean (*applies) (const FfClassFigures *figures); /* NULL: always */
  gboolean writes;                                     /* not where the database is only read */
} actions[] = {
  { "mark-with-rubric", mark_by_hand, NULL, has_rows, TRUE },
  { "agreement", NULL, ff_agreement_window_open, has_rows, FALSE },
  { "raters", NULL, ff_raters_window_open, NULL, FALSE },
  { "criteria-window", NULL, ff_run_criteria_window_open, NULL, FALSE },
  { "test-papers", NULL, ff_test_page_open, ff_test_page_applies, FALSE },
  { "export-score-sheet", export_score_sheet, NULL, has_rows, FALSE },
  { "confirm-missing", NULL, ff_confirm_missing_window_open, has_missing_commitments, TRUE },
  { "comment-mark", ff_scores_page_comment, NULL, has_rows, TRUE },
  { "mark-history", ff_scores_page_show_history, NULL, has_rows, FALSE },
  { "exempt", ff_scores_page_exempt, NULL, has_rows, TRUE },
  { "lift-exemption", ff_scores_page_clear, NULL, has_rows, TRUE },
  { "drop-override", ff_scores_page_clear, NULL, has_rows, TRUE },
  { "new-attempt", ff_scores_page_new_attempt, NULL, has_rows, TRUE },
  { "new-attempt-failed", ff_scores_page_new_attempt_failed, NULL, has_rows, TRUE },
  { "delete-attempt", ff_scores_page_delete_attempt, NULL, has_rows, TRUE },
  { "team-marks", NULL, ff_team_marks_window_open, has_rows, FALSE },
};

static void
on_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfScoresPage *self = user_data;

  if (ff_class_model_get_figures (FF_CLASS_MODEL (self->model)) == NULL || !ff_grid_commit (self->grid))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (!g_str_equal (actions[i].name, g_action_get_name (G_ACTION (action))))
        continue;
      if (actions[i].activate != NULL)
        actions[i].activate (self);
      else
        actions[i].open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)),
                         ff_run_context_get_run_id (ff_run_tab_get_context (FF_RUN_TAB (self))));
    }
}

void
ff_scores_page_update_actions (FfScoresPage *self)
{
  const FfClassFigures *figures = ff_class_model_get_figures (FF_CLASS_MODEL (self->model));
  gboolean writable = ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self)));

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    ff_grid_tab_set_enabled (FF_GRID_TAB (self), actions[i].name,
                             (writable || !actions[i].writes) && (actions[i].applies == NULL || actions[i].applies (figures)));
  ff_grid_tab_set_enabled (FF_GRID_TAB (self), "show-criteria", has_rubric (figures));
  ff_scores_page_update_cell_actions (self);
}

void
ff_scores_page_update_cell_actions (FfScoresPage *self)
{
  FfScoresCellState state = ff_scores_page_get_cell_state (self);
  /* The grid moves its cursor before the page has a workspace. */
  gboolean writable = state.is_mark && ff_workspace_is_writable (ff_page_get_workspace (FF_PAGE (self)));
  const struct
  {
    const char *name;
    gboolean enabled;
  } cell_actions[] = {
    { "comment-mark", writable && state.has_marks },
    { "mark-history", state.is_mark },
    { "exempt", writable && state.is_mark && !state.exempt },
    { "lift-exemption", writable && state.exempt },
    { "drop-override", writable && state.overridden },
    { "new-attempt", writable && state.has_marks && !state.exempt },
    { "new-attempt-failed", writable && state.is_mark },
    { "delete-attempt", writable && state.tried_again },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cell_actions); i++)
    ff_grid_tab_set_enabled (FF_GRID_TAB (self), cell_actions[i].name, cell_actions[i].enabled);
}

void
ff_scores_page_init_actions (FfScoresPage *self)
{
  static const GActionEntry toggles[] = {
    { .name = "explain", .state = "false", .change_state = change_explain },
    { .name = "show-criteria", .state = "true", .change_state = change_show_criteria },
  };
  GActionMap *map = ff_page_get_actions (FF_PAGE (self));

  g_action_map_add_action_entries (map, toggles, G_N_ELEMENTS (toggles), self);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      const GActionEntry entry = { .name = actions[i].name, .activate = on_activate };

      g_action_map_add_action_entries (map, &entry, 1, self);
    }
}
