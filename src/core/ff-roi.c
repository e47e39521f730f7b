/* What a training returned for what it cost. */
#include "config.h"

#include "ff-roi.h"

static FfRoiMissing
find_missing (const FfRoiInput *input)
{
  FfRoiMissing missing = 0;

  if (!input->has_baseline)
    missing |= FF_ROI_NO_BASELINE;
  if (isnan (input->benefit))
    missing |= FF_ROI_NO_BENEFIT;
  if (isnan (input->isolation))
    missing |= FF_ROI_NO_ISOLATION;
  if (isnan (input->confidence))
    missing |= FF_ROI_NO_CONFIDENCE;
  if (!(input->cost > 0))
    missing |= FF_ROI_NO_COST;
  return missing;
}

void
ff_roi_compute (const FfRoiInput *input, FfRoi *roi)
{
  double credited;

  g_return_if_fail (input != NULL);
  g_return_if_fail (roi != NULL);

  *roi = (FfRoi) { find_missing (input), FF_UNDEFINED, FF_UNDEFINED, FF_UNDEFINED, FF_UNDEFINED };
  if (roi->missing != 0)
    return;

  credited = input->benefit * (input->isolation / 100) * (input->confidence / 100);
  roi->credited = credited;
  roi->roi = 100 * (credited - input->cost) / input->cost;
  roi->bcr = credited / input->cost;
  if (credited > 0 && input->months > 0)
    roi->payback = input->months * input->cost / credited;
}
