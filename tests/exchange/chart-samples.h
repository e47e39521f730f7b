/* One chart of each kind, with the figures of the mockups, and the hard cases: nothing, one, many, negative, unknown, long words. */
#pragma once

#include "ff-plot.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  FfPlot *(*make) (gboolean chinese);
  double width; /* as it stands on a page */
  double height;
} ChartSample;

/* Ends with a NULL name. */
extern const ChartSample chart_samples[];
extern const ChartSample chart_hard_samples[];

G_END_DECLS
