/* The agreement of raters in words. No widgets. */
#pragma once

#include "ff-rater-figures.h"

G_BEGIN_DECLS

/* Whom the figures rest on: "27 people were marked by all 2 raters." */
char *ff_agreement_text_basis (const FfLeafAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
/* What ICC(2,k) means, by the bands of Koo and Li (2016), Journal of Chiropractic Medicine 15. */
char *ff_agreement_text_meaning (const FfLeafAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
/* "ICC(2,2) 0.84 · Krippendorff’s α 0.79 · mean spread 4.2" */
char *ff_agreement_text_figures (const FfLeafAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
/* "Lin Ruoxi 76 · Zhou Qihang 80" */
char *ff_agreement_text_points (const FfLeafAgreement *agreement, const FfRatedTrainee *rated) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
