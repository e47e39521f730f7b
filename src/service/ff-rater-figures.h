/* What the raters of a class gave, and how far they agree (RULES, 2 and 6). */
#pragma once

#include "ff-agreement.h"
#include "ff-class-figures.h"

G_BEGIN_DECLS

/* A trainee whom at least two raters have marked on a leaf. */
typedef struct
{
  const FfClassTrainee *trainee;
  double *points; /* one per rater of the leaf, in its own maximum; FF_NO_RATING where one has not marked */
  guint n;        /* how many have */
  double spread;  /* highest − lowest, in points */
} FfRatedTrainee;

typedef struct
{
  guint component;
  GPtrArray *raters;  /* const char *, the listed ones in their order, then the others; "" is nobody named. The figures own them */
  GPtrArray *people;  /* FfRatedTrainee, in the order of the figures */
  guint n_complete;   /* people whom every rater has marked */
  double icc2k;       /* ICC(2,k) of those; FF_NO_RATING: not defined */
  double alpha;       /* Krippendorff's α, interval, of all people */
  double mean_spread; /* over the people, in points */
} FfLeafAgreement;

/* FfRaterScore of the attempt that counts, as they count; empty where the leaf is not assessed by marks. */
GArray *ff_rater_figures_list (const FfClassFigures *figures, const FfClassTrainee *trainee, guint component) G_GNUC_WARN_UNUSED_RESULT;

/* NULL when no two raters have marked the same person on the leaf. Good as long as @figures and unchanged marks. */
FfLeafAgreement *ff_agreement_of_leaf (const FfClassFigures *figures, guint component) G_GNUC_WARN_UNUSED_RESULT;
void ff_leaf_agreement_free (FfLeafAgreement *agreement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfLeafAgreement, ff_leaf_agreement_free)

/* Whether the raters of a person lie at least @limit percent of the leaf's maximum apart. */
gboolean ff_rated_trainee_differs (const FfClassFigures *figures, const FfLeafAgreement *agreement, const FfRatedTrainee *rated, double limit);

G_END_DECLS
