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
  FfSettledBar *settled_bar;

  FfScoresModel *model;
};

/* ff-scores-page.c */
void ff_scores_page_update_panel (FfScoresPage *self);

/* ff-scores-actions.c */
void ff_scores_page_init_actions (FfScoresPage *self);
/* The figures are others than before, or whether one may write. */
void ff_scores_page_update_actions (FfScoresPage *self);
void ff_scores_page_set_explain (FfScoresPage *self, gboolean explain);

G_END_DECLS
