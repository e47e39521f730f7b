/* What is done to the marks that are selected in the grid: comments, history, exemptions, attempts. */
#include "config.h"

#include "ff-scores-page-private.h"

#include <glib/gi18n-lib.h>

#include "ff-comment-popover.h"
#include "ff-history-popover.h"
#include "ff-scores-text.h"

/* FALSE outside of the marks. */
static gboolean
get_mark_cell (FfScoresPage *self, int *row, int *column, FfClassTrainee **trainee, int *component)
{
  if (ff_class_model_get_figures (FF_CLASS_MODEL (self->model)) == NULL || !ff_grid_get_cursor (self->grid, row, column))
    return FALSE;

  *trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (self->model), *row);
  *component = ff_scores_model_get_component (self->model, *column);

  return *trainee != NULL && *component >= 0;
}

static gboolean
has_mark (const FfClassTrainee *trainee, int component, int criterion)
{
  for (guint i = 0; i < trainee->marks->len; i++)
    {
      const FfStoredMark *mark = &g_array_index (trainee->marks, FfStoredMark, i);

      if (mark->component == component && (criterion < 0 || mark->criterion == criterion))
        return TRUE;
    }

  return FALSE;
}

FfScoresCellState
ff_scores_page_get_cell_state (FfScoresPage *self)
{
  FfScoresCellState state = { FALSE };
  FfClassTrainee *trainee;
  int row, column, component;

  if (!get_mark_cell (self, &row, &column, &trainee, &component))
    return state;

  state.is_mark = TRUE;
  state.has_marks = has_mark (trainee, component, ff_scores_model_get_criterion (self->model, column));
  state.exempt = trainee->exempt[component];
  state.overridden = trainee->result.leaves[component].overridden &&
                     ff_component_is_computed (ff_scheme_get (ff_class_model_get_figures (FF_CLASS_MODEL (self->model))->scheme,
                                                              (guint) component));
  state.tried_again = ff_scores_model_get_open_attempt (self->model, trainee, component) > 0 ||
                      ff_scores_text_find_source (trainee, component, -1).attempt > 1;

  return state;
}

void
ff_scores_page_comment (FfScoresPage *self)
{
  FfClassTrainee *trainee;
  GdkRectangle area;
  int row, column, component, criterion;

  if (!get_mark_cell (self, &row, &column, &trainee, &component))
    return;

  criterion = ff_scores_model_get_criterion (self->model, column);
  if (!has_mark (trainee, component, criterion))
    {
      ff_grid_tab_toast (FF_GRID_TAB (self), _("There is no mark to comment on; enter one first."));
      return;
    }
  ff_scores_page_get_cell_area (self, row, column, &area);
  ff_comment_popover_open (GTK_WIDGET (self), &area, ff_page_get_workspace (FF_PAGE (self)), self->model, trainee, component, criterion);
}

void
ff_scores_page_show_history (FfScoresPage *self)
{
  const FfClassFigures *figures = ff_class_model_get_figures (FF_CLASS_MODEL (self->model));
  g_autofree char *title = NULL;
  FfClassTrainee *trainee;
  const FfComponent *leaf;
  GtkPopover *popover;
  GdkRectangle area;
  int row, column, component;

  if (!get_mark_cell (self, &row, &column, &trainee, &component))
    return;

  leaf = ff_scheme_get (figures->scheme, (guint) component);
  title = g_strdup_printf ("%s · %s", trainee->name, leaf->title);
  popover = ff_history_popover_open_keys (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), "mark",
                                          (const FfRowKey[]) { { "enrolment_id", trainee->enrolment_id }, { "component_id", leaf->id } },
                                          2, title);
  ff_scores_page_get_cell_area (self, row, column, &area);
  gtk_popover_set_pointing_to (popover, &area);
}

/* FALSE while there is nothing. */
static gboolean
get_block (FfScoresPage *self, FfGridBlock *block)
{
  return ff_class_model_get_figures (FF_CLASS_MODEL (self->model)) != NULL && ff_grid_get_selection (self->grid, block);
}

void
ff_scores_page_exempt (FfScoresPage *self)
{
  FfGridBlock block;

  if (get_block (self, &block))
    ff_scores_model_enter_block (self->model, &block, "EX");
}

/* Of the cursor's cell alone: what else is selected may be marks that nobody means to lose. */
void
ff_scores_page_clear (FfScoresPage *self)
{
  FfClassTrainee *trainee;
  int row, column, component;

  if (get_mark_cell (self, &row, &column, &trainee, &component))
    ff_scores_model_enter_block (self->model, &(FfGridBlock) { row, row, column, column }, "");
}

void
ff_scores_page_new_attempt (FfScoresPage *self)
{
  FfGridBlock block;

  if (get_block (self, &block) && ff_scores_model_open_attempts (self->model, &block) == 0)
    ff_grid_tab_toast (FF_GRID_TAB (self), _("There is no mark here that could be tried again."));
}

void
ff_scores_page_new_attempt_failed (FfScoresPage *self)
{
  FfClassTrainee *trainee;
  g_autofree char *text = NULL;
  int row, column, component, first;
  guint n;

  if (!get_mark_cell (self, &row, &column, &trainee, &component))
    return;

  n = ff_scores_model_open_failed (self->model, component, &first);
  if (n == 0)
    {
      ff_grid_tab_toast (FF_GRID_TAB (self), _("Nobody has failed here, or the next attempt is open already."));
      return;
    }
  ff_grid_set_cursor (self->grid, first, column);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  text = g_strdup_printf (ngettext ("%u attempt waits for its mark; type it where the cell is hatched",
                                    "%u attempts wait for their marks; type them where the cells are hatched", n), n);
  ff_grid_tab_toast (FF_GRID_TAB (self), text);
}

void
ff_scores_page_delete_attempt (FfScoresPage *self)
{
  FfGridBlock block;

  if (get_block (self, &block))
    ff_scores_model_delete_attempts (self->model, &block);
}
