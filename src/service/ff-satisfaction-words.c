/* What SERVQUAL and an index of satisfaction say, and in how few words any questionnaire can be summed up. */
#include "config.h"

#include "ff-level-words-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP_DECIMALS 2

/* SERVQUAL --------------------------------------------------------------------------------------------------------------- */

const char *
ff_words_service_verdict (FfServiceVerdict verdict)
{
  switch (verdict)
    {
    case FF_SERVICE_POOR:
      return C_("service", "poor");
    case FF_SERVICE_ACCEPTABLE:
      return C_("service", "acceptable");
    case FF_SERVICE_EXCELLENT:
      return C_("service", "excellent");
    case FF_SERVICE_UNKNOWN:
    default:
      return "–";
    }
}

/* The dimension that falls shortest of what was expected; NULL when none does, or several do alike. */
static const FfDimensionFigures *
find_widest (const FfQuestionnaireFigures *figures)
{
  const FfDimensionFigures *widest = NULL;
  gboolean tied = FALSE;

  for (guint i = 0; i < figures->dimensions->len; i++)
    {
      const FfDimensionFigures *dimension = g_ptr_array_index (figures->dimensions, i);

      if (dimension->verdict != FF_SERVICE_POOR)
        continue;
      if (widest != NULL && fabs (dimension->gap - widest->gap) <= FF_TOLERANCE)
        tied = TRUE;
      else if (widest == NULL || dimension->gap < widest->gap)
        {
          widest = dimension;
          tied = FALSE;
        }
    }
  return tied ? NULL : widest;
}

static void
say_verdict (const FfQuestionnaireFigures *figures, GPtrArray *sentences)
{
  g_autofree char *by = ff_words_number (fabs (figures->gap), ff_words_decimals (figures->gap, 0, GAP_DECIMALS));

  if (figures->verdict == FF_SERVICE_POOR)
    ff_words_say (sentences, g_strdup_printf (_("What was perceived lies %s below what was expected: the service is poor."), by));
  else if (figures->verdict == FF_SERVICE_EXCELLENT)
    ff_words_say (sentences, g_strdup_printf (_("What was perceived lies %s above what was expected: the service is excellent."), by));
  else
    ff_words_say (sentences, g_strdup (_("What was perceived is just what was expected: the service is acceptable.")));
}

void
ff_words_say_service (const FfQuestionnaireFigures *figures, GPtrArray *sentences)
{
  const FfDimensionFigures *widest = find_widest (figures);
  g_autofree char *weighted = ff_words_signed (figures->weighted_gap, GAP_DECIMALS);

  if (isnan (figures->gap))
    {
      ff_words_say (sentences, g_strdup (_("No question has both an expectation and a perception yet.")));
      return;
    }
  say_verdict (figures, sentences);
  if (widest != NULL)
    {
      g_autofree char *gap = ff_words_signed (widest->gap, ff_words_decimals (widest->gap, 0, GAP_DECIMALS));

      /* Translators: the title of a dimension of a questionnaire, and its gap: −1.10. */
      ff_words_say (sentences, g_strdup_printf (_("%s falls shortest, with a gap of %s."),
                                                ff_dimension_title_in (widest->dimension, ff_words_language ()), gap));
    }
  if (isnan (figures->weighted_gap))
    ff_words_say (sentences, g_strdup (_("The weights of the dimensions do not add up to 100, so there is no weighted gap.")));
  else
    ff_words_say (sentences, g_strdup_printf (_("Weighted by dimension the gap is %s."), weighted));
}

/* The index -------------------------------------------------------------------------------------------------------------- */

char *
ff_words_vital_weaknesses (const FfQuestionnaireFigures *figures)
{
  g_autofree FfParetoBar *bars = g_new0 (FfParetoBar, MAX (figures->dimensions->len, 1));
  guint n = ff_questionnaire_figures_rank_weaknesses (figures, bars), vital = 0;
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (n == 0)
    return g_strdup (_("No factor has a target, so none can be called weak."));
  if (bars[0].count <= FF_TOLERANCE)
    return g_strdup (_("Every factor that has a target reaches it."));
  for (; vital < n && bars[vital].vital; vital++)
    {
      const FfDimensionFigures *dimension = g_ptr_array_index (figures->dimensions, bars[vital].index);

      g_ptr_array_add (titles, (char *) ff_dimension_title_in (dimension->dimension, ff_words_language ()));
    }
  g_ptr_array_add (titles, NULL);
  /* Translators: between the titles in a list. */
  list = g_strjoinv (C_("list", ", "), (char **) titles->pdata);
  /* Translators: how many of how many factors, their share of the whole weakness in percent, and their titles. */
  return g_strdup_printf (ngettext ("%u of %u factor makes %.0f %% of the weakness: %s.", "%u of %u factors make %.0f %% of the weakness: %s.", n),
                          vital, n, bars[vital - 1].cumulative_percent, list);
}

void
ff_words_say_index (const FfQuestionnaireFigures *figures, GPtrArray *sentences)
{
  g_autofree char *index = ff_words_number (figures->index, 0);

  if (isnan (figures->index))
    {
      ff_words_say (sentences, g_strdup (_("No factor with a weight is rated, so there is no index.")));
      return;
    }
  ff_words_say (sentences, g_strdup_printf (_("The index of satisfaction is %s of 1000."), index));
  ff_words_say (sentences, ff_words_vital_weaknesses (figures));
}

/* In a line -------------------------------------------------------------------------------------------------------------- */

char *
ff_questionnaire_words_forms (const FfQuestionnaireFigures *figures)
{
  g_return_val_if_fail (figures != NULL, NULL);

  if (figures->invited < 0)
    return g_strdup_printf (ngettext ("%u form", "%u forms", figures->returned), figures->returned);
  /* Translators: of how many forms that were handed out so many came back. */
  return g_strdup_printf (ngettext ("%u of %d form", "%u of %d forms", (gulong) figures->invited), figures->returned, figures->invited);
}

char *
ff_questionnaire_words_headline (const FfQuestionnaireFigures *figures)
{
  g_autofree char *mean = NULL;

  g_return_val_if_fail (figures != NULL, NULL);

  if (figures->returned == 0)
    return g_strdup (C_("questionnaire", "no answers yet"));
  if (figures->suppressed)
    return g_strdup (C_("questionnaire", "too few answers"));
  if (!isnan (figures->index))
    {
      g_autofree char *index = ff_words_number (figures->index, 0);

      return g_strdup_printf (C_("questionnaire", "index %s"), index);
    }
  if (!isnan (figures->gap))
    {
      g_autofree char *gap = ff_words_signed (figures->gap, ff_words_decimals (figures->gap, 0, GAP_DECIMALS));

      return g_strdup_printf (C_("questionnaire", "gap %s"), gap);
    }
  if (isnan (figures->mean))
    return NULL;
  mean = ff_words_number (figures->mean, ff_words_decimals (figures->mean, figures->target, 2));
  return g_strdup_printf (C_("questionnaire", "mean %s"), mean);
}
