/* The charts of an improvement cycle, for the window and for paper: its weak items, and what one of them comes from. */
#pragma once

#include "ff-improvements.h"
#include "ff-plot-fishbone.h"
#include "ff-plot-pareto.h"

G_BEGIN_DECLS

/* Spots: the index is that of the item in the board's bars, which stand in the order of its items. */
FfPlot *ff_improvement_plot_pareto (const FfImprovementBoard *board) G_GNUC_WARN_UNUSED_RESULT;
/* Spots: branches and causes are counted as ff_improvement_board_list_causes () lists them. */
FfPlot *ff_improvement_plot_fishbone (const FfImprovementBoard *board, const FfImprovement *item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
