/* What a training returned for what it cost (RULES, 5): Phillips (2003), Return on Investment in Training and Performance Improvement
   Programs. */
#pragma once

#include "ff-sample.h"

G_BEGIN_DECLS

/* What is not known is FF_UNDEFINED. Money is in one currency. */
typedef struct
{
  gboolean has_baseline; /* of the metric that the benefit rests on */
  double benefit;        /* what the change is worth */
  double isolation;      /* percent of it that is owed to the training and to nothing else */
  double confidence;     /* percent of certainty of that estimate */
  double cost;           /* everything, above 0 */
  double months;         /* the benefit is that of so many months, above 0; usually 12 */
} FfRoiInput;

/* What keeps a claim from being made. */
typedef enum
{
  FF_ROI_NO_BASELINE = 1 << 0,
  FF_ROI_NO_BENEFIT = 1 << 1,
  FF_ROI_NO_ISOLATION = 1 << 2,
  FF_ROI_NO_CONFIDENCE = 1 << 3,
  FF_ROI_NO_COST = 1 << 4,
} FfRoiMissing;

typedef struct
{
  FfRoiMissing missing; /* 0: complete. Otherwise all that follows is undefined */
  double credited;      /* benefit · isolation · confidence */
  double roi;           /* percent: 100 · (credited − cost) ÷ cost */
  double bcr;           /* credited ÷ cost */
  double payback;       /* months until the credited benefit has made up for the cost; undefined when it never does, and without months */
} FfRoi;

void ff_roi_compute (const FfRoiInput *input, FfRoi *roi);

G_END_DECLS
