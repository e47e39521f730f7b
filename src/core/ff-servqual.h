/* The quality of a service as the gap between what was perceived and what was expected (RULES, 6): Parasuraman, Zeithaml and Berry (1988),
   Journal of Retailing 64(1). */
#pragma once

#include "ff-sample.h"

G_BEGIN_DECLS

typedef enum
{
  FF_SERVICE_UNKNOWN,
  FF_SERVICE_POOR,       /* gap < 0 */
  FF_SERVICE_ACCEPTABLE, /* gap = 0 */
  FF_SERVICE_EXCELLENT,  /* gap > 0 */
} FfServiceVerdict;

/* Perception − expectation of one item by one person; undefined when either is missing. An item's gap is the mean of these, a dimension's
   the mean of its items' gaps, the plain total the mean of the dimensions': ff_sample_mean () for each. */
double ff_servqual_gap (double expectation, double perception);

/* Σ gap · weight ÷ 100 over the dimensions. Undefined unless the weights add up to 100 and each dimension with weight has a gap. */
double ff_servqual_weighted (const double *gaps, const double *weights, gsize n);

/* Of an item, a dimension or a total; a gap within FF_TOLERANCE of 0 is none. */
FfServiceVerdict ff_servqual_verdict (double gap);

G_END_DECLS
