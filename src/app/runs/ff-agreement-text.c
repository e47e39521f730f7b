#include "config.h"

#include "ff-agreement-text.h"

#include <glib/gi18n-lib.h>

#include "ff-scores-text.h"

/* Two decimals, or a dash where the figure is not defined. */
static char *
format_figure (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (isnan (value) ? "–" : g_ascii_formatd (buffer, sizeof buffer, "%.2f", value));
}

char *
ff_agreement_text_basis (const FfLeafAgreement *agreement)
{
  guint n = agreement->n_complete, rest = agreement->people->len - agreement->n_complete;
  g_autofree char *all = g_strdup_printf (ngettext ("%u person was marked by each of the %u raters.", "%u people were marked by each of the %u raters.", n), n,
                                          agreement->raters->len);
  g_autofree char *some = rest > 0 ? g_strdup_printf (ngettext ("%u more was marked by some of them.", "%u more were marked by some of them.",
                                                                rest),
                                                      rest)
                                   : NULL;

  return some != NULL ? g_strdup_printf ("%s %s", all, some) : g_steal_pointer (&all);
}

char *
ff_agreement_text_meaning (const FfLeafAgreement *agreement)
{
  static const struct
  {
    double below;
    const char *meaning;
  } bands[] = {
    { 0.5, N_ ("They agree poorly: who marks matters more than who is marked. Talk about the criteria before these marks count.") },
    { 0.75, N_ ("They agree moderately: look at the large differences before these marks count.") },
    { 0.9, N_ ("They agree well: their mean can be relied on.") },
    { INFINITY, N_ ("They agree very well: their mean can be relied on.") },
  };
  guint i = 0;

  if (isnan (agreement->icc2k))
    return g_strdup (_ ("Nothing can be said about their agreement yet: too few people were marked by all of them, or the marks are all "
                        "alike."));
  while (agreement->icc2k >= bands[i].below)
    i++;
  return g_strdup (_ (bands[i].meaning));
}

char *
ff_agreement_text_figures (const FfLeafAgreement *agreement)
{
  g_autofree char *icc = format_figure (agreement->icc2k);
  g_autofree char *alpha = format_figure (agreement->alpha);
  g_autofree char *spread = ff_scores_text_number (agreement->mean_spread, 1);

  /* Translators: ICC(2,k) is the name of a figure; %u is k, the number of raters */
  return g_strdup_printf (_ ("ICC(2,%u) %s · Krippendorff’s α %s · mean spread %s"), agreement->raters->len, icc, alpha, spread);
}

char *
ff_agreement_text_points (const FfLeafAgreement *agreement, const FfRatedTrainee *rated)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < agreement->raters->len; i++)
    {
      const char *name = g_ptr_array_index (agreement->raters, i);
      g_autofree char *points = NULL;

      if (isnan (rated->points[i]))
        continue;
      points = ff_scores_text_number (rated->points[i], 2);
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", *name != '\0' ? name : _ ("Nobody named"), points);
    }
  return g_string_free (text, FALSE);
}
