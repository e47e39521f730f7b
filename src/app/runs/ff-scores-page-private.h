/* What the files of FfScoresPage share. */
#pragma once

#include "ff-grid-tab.h"
#include "ff-score-panel.h"
#include "ff-scores-model.h"
#include "ff-scores-page.h"
#include "ff-settled-bar.h"

G_BEGIN_DECLS

struct _FfScoresPage
{
  FfGridTab parent_instance;

  GtkStack *stack;
  AdwStatusPage *empty;
  FfGrid *grid;
  GtkRevealer *revealer;
  FfScorePanel *panel;
  GtkLabel *summary;
  GMenuModel *cell_menu;
  FfSettledBar *settled_bar;

  FfScoresModel *model;
};

/* ff-scores-page.c */
void ff_scores_page_update_panel (FfScoresPage *self);

/* Where a popover about a cell points to, in the page; the cell with the cursor if the other one is out of view. */
void ff_scores_page_get_cell_area (FfScoresPage *self, int row, int column, GdkRectangle *area);

/* ff-scores-cell-actions.c: what is done to the marks that are selected. */
void ff_scores_page_comment (FfScoresPage *self);
void ff_scores_page_show_history (FfScoresPage *self);
void ff_scores_page_exempt (FfScoresPage *self);
void ff_scores_page_clear (FfScoresPage *self);
void ff_scores_page_new_attempt (FfScoresPage *self);
void ff_scores_page_new_attempt_failed (FfScoresPage *self);
void ff_scores_page_delete_attempt (FfScoresPage *self);
/* Which of them make sense for a cell of the grid; all of them FALSE outside of the marks. */
typedef struct
{
  gboolean is_mark;
  gboolean has_marks; /* somebody has marked it */
  gboolean exempt;
  gboolean overridden;
  gboolean tried_again; /* or about to be */
} FfScoresCellState;
FfScoresCellState ff_scores_page_get_cell_state (FfScoresPage *self);

/* ff-scores-actions.c */
void ff_scores_page_init_actions (FfScoresPage *self);
/* The figures are others than before, or whether one may write. */
void ff_scores_page_update_actions (FfScoresPage *self);
/* The cursor or what stands below it is another. */
void ff_scores_page_update_cell_actions (FfScoresPage *self);
void ff_scores_page_set_explain (FfScoresPage *self, gboolean explain);

G_END_DECLS
