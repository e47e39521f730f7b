/* A problem, the branches on which its causes lie, and the causes; those found to be at the root are red. Spots, of each thing that can be
   pointed at: the head (−1, −1), a branch's plate (branch, −1), a cause (branch, cause). */
#pragma once

#include "ff-plot.h"

G_BEGIN_DECLS

typedef struct
{
  const char *text;
  gboolean root;
} FfPlotCause;

typedef struct
{
  const char *label;
  const FfPlotCause *causes;
  gsize n_causes;
} FfPlotBranch;

typedef struct
{
  const char *head;
  const char *head_note; /* "31 % of cases"; NULL: none */
  const FfPlotBranch *branches; /* in turn above and below the spine, from its tail on */
  gsize n_branches;
} FfPlotFishbone;

FfPlot *ff_plot_fishbone_new (const FfPlotFishbone *fishbone, const char *title, const char *sentence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
