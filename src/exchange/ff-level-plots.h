/* The charts of the four levels, made from their figures for screen and paper alike, each with the sentence that says what it shows. NULL
   where there is nothing to draw, or nothing that may be shown. */
#pragma once

#include "ff-evaluation-figures.h"
#include "ff-plot.h"

G_BEGIN_DECLS

/* The chart that stands for a level on its card. */
FfPlot *ff_level_plot_new (const FfEvaluationFigures *figures, int level) G_GNUC_WARN_UNUSED_RESULT;

/* The means of the dimensions against the target. */
FfPlot *ff_level_plot_dimensions (const FfQuestionnaireFigures *figures) G_GNUC_WARN_UNUSED_RESULT;
FfPlot *ff_level_plot_nps (const FfNps *nps) G_GNUC_WARN_UNUSED_RESULT;
FfPlot *ff_level_plot_marks (const FfLearningLevel *learning) G_GNUC_WARN_UNUSED_RESULT;
FfPlot *ff_level_plot_gain (const FfGainFigures *gain, double pass_mark) G_GNUC_WARN_UNUSED_RESULT;
/* How far people came with commitments of one kind; of micro plans with the targets of the level. */
FfPlot *ff_level_plot_funnel (const FfBehaviourLevel *behaviour, FfCommitmentKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* Self, supervisor and peer side by side, dimension by dimension. */
FfPlot *ff_level_plot_raters (const FfObservation *observation) G_GNUC_WARN_UNUSED_RESULT;
/* @ends_on: the end of the class, FF_NO_DAY: not known. */
FfPlot *ff_level_plot_metric (const FfMetricFigures *metric, FfDay ends_on) G_GNUC_WARN_UNUSED_RESULT;

/* "Self", "Supervisor", "Peer" in the reader's language; NULL and anything else: nobody named. */
const char *ff_level_plot_rater_title (const char *rater);

G_END_DECLS
