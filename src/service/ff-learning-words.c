/* Level 2: what was learned, and how good the test was that says so. */
#include "config.h"

#include "ff-level-words-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Marks -------------------------------------------------------------------------------------------------------------------- */

static void
say_pass_rate (const FfLearningLevel *learning, GPtrArray *sentences)
{
  guint needed = isnan (learning->target_percent) ? 0 : ff_words_needed (learning->target_percent, learning->assessed);
  guint short_of = needed > learning->passed ? needed - learning->passed : 0;
  g_autofree char *percent
      = ff_words_percent (learning->pass_percent, ff_words_decimals (learning->pass_percent, learning->target_percent, 0));
  g_autofree char *target = ff_words_percent (learning->target_percent, 0);

  if (isnan (learning->target_percent))
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u of %u person passed, %s; no target is set.", "%u of %u people passed, %s; no target is set.",
                                                        learning->assessed),
                                              learning->passed, learning->assessed, percent));
  else if (short_of > 0)
    ff_words_say (sentences,
                  g_strdup_printf (ngettext ("%u of %u passed, %s: %u person short of the target of %s.",
                                             "%u of %u passed, %s: %u people short of the target of %s.", short_of),
                                   learning->passed, learning->assessed, percent, short_of, target));
  else if (learning->passed == needed)
    ff_words_say (sentences, g_strdup_printf (_("%u of %u passed, %s: the target of %s is met, with nobody to spare."), learning->passed,
                                              learning->assessed, percent, target));
  else
    ff_words_say (sentences, g_strdup_printf (_("%u of %u passed, %s: the target of %s is met."), learning->passed, learning->assessed,
                                              percent, target));
}

static void
say_missing (const FfLearningLevel *learning, GPtrArray *sentences)
{
  guint missing = learning->expected - learning->assessed;

  if (missing > 0)
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u learning mark is not complete yet, so this is provisional.",
                                                        "%u learning marks are not complete yet, so this is provisional.", missing),
                                              missing));
}

void
ff_learning_words (const FfEvaluationFigures *figures, GPtrArray *sentences)
{
  const FfLearningLevel *learning = &figures->learning;

  if (learning->component < 0)
    ff_words_say (sentences, ff_level_words_empty (2));
  else if (learning->expected == 0)
    ff_words_say (sentences, g_strdup (_("Nobody counts in this level.")));
  else if (learning->assessed == 0)
    ff_words_say (sentences, g_strdup (_("No learning mark is complete yet.")));
  else
    {
      say_pass_rate (learning, sentences);
      say_missing (learning, sentences);
    }
  if (learning->gains != NULL && learning->gains->len > 0)
    ff_words_say_all (sentences, ff_gain_words (&((const FfGainFigures *) g_ptr_array_index (learning->gains, 0))->gain));
}

/* Before and after ----------------------------------------------------------------------------------------------------------- */

const char *
ff_words_gain_band (double hake)
{
  if (isnan (hake))
    return "–";
  if (hake < -FF_TOLERANCE)
    return C_("gain", "a loss (below 0)");
  if (hake < 0.3 - FF_TOLERANCE)
    return C_("gain", "low (below 0.3)");
  return hake < 0.7 - FF_TOLERANCE ? C_("gain", "medium (0.3 to 0.7)") : C_("gain", "high (0.7 and more)");
}

const char *
ff_words_effect_band (double d)
{
  double size = fabs (d);

  if (isnan (d))
    return "–";
  if (size < 0.2 - FF_TOLERANCE)
    return C_("effect size", "very small (below 0.2)");
  if (size < 0.5 - FF_TOLERANCE)
    return C_("effect size", "small (0.2 to 0.5)");
  return size < 0.8 - FF_TOLERANCE ? C_("effect size", "medium (0.5 to 0.8)") : C_("effect size", "large (0.8 and more)");
}

static void
say_change (const FfGain *gain, GPtrArray *sentences)
{
  double change = gain->post - gain->pre;
  guint pairs = (guint) gain->pairs;
  int decimals = ff_words_decimals (change, 0, 1);
  g_autofree char *by = ff_words_number (fabs (change), decimals);
  g_autofree char *share = ff_words_percent (100 * gain->hake, 0);

  if (fabs (change) <= FF_TOLERANCE)
    ff_words_say (sentences, g_strdup_printf (ngettext ("The mean of the %u person with both tests is the same before and after.",
                                                        "The mean of the %u people with both tests is the same before and after.", pairs),
                                              pairs));
  else if (change < 0)
    ff_words_say (sentences, g_strdup_printf (ngettext ("The mean of the %u person with both tests fell by %s points.",
                                                        "The mean of the %u people with both tests fell by %s points.", pairs),
                                              pairs, by));
  else if (isnan (gain->hake))
    ff_words_say (sentences, g_strdup_printf (ngettext ("The mean of the %u person with both tests rose by %s points.",
                                                        "The mean of the %u people with both tests rose by %s points.", pairs),
                                              pairs, by));
  else
    ff_words_say (sentences, g_strdup_printf (ngettext ("The mean of the %u person with both tests rose by %s points, %s of what there was to gain.",
                                                        "The mean of the %u people with both tests rose by %s points, %s of what there was to gain.",
                                                        pairs),
                                              pairs, by, share));
}

GPtrArray *
ff_gain_words (const FfGain *gain)
{
  GPtrArray *sentences = ff_words_new ();

  g_return_val_if_fail (gain != NULL, sentences);

  if (gain->pairs == 0)
    ff_words_say (sentences, g_strdup (_("Nobody has marks in both tests yet.")));
  else
    say_change (gain, sentences);
  if (gain->pairs == 1)
    ff_words_say (sentences, g_strdup (_("One pair says nothing about the class.")));
  else if (gain->pairs > 1)
    ff_words_say (sentences, g_strdup (_("No group without the class was tested, so other causes of the change are not excluded.")));
  return sentences;
}

/* Items ---------------------------------------------------------------------------------------------------------------------- */

const char *
ff_words_discrimination_band (FfDiscriminationBand band)
{
  switch (band)
    {
    case FF_DISCRIMINATION_POOR:
      return C_("discrimination", "poor");
    case FF_DISCRIMINATION_MARGINAL:
      return C_("discrimination", "marginal");
    case FF_DISCRIMINATION_FAIR:
      return C_("discrimination", "fair");
    case FF_DISCRIMINATION_GOOD:
      return C_("discrimination", "good");
    case FF_DISCRIMINATION_UNKNOWN:
    default:
      return "–";
    }
}

static void
say_alpha (const FfItemAnalysis *analysis, GPtrArray *sentences)
{
  g_autofree char *alpha = ff_words_number (analysis->alpha, 2);
  g_autofree char *low = ff_words_number (analysis->alpha_low, 2);
  g_autofree char *high = ff_words_number (analysis->alpha_high, 2);
  guint n = (guint) analysis->n;

  if (isnan (analysis->alpha))
    ff_words_say (sentences, g_strdup_printf (ngettext ("From %u complete paper no reliability can be computed.",
                                                        "From %u complete papers no reliability can be computed.", n),
                                              n));
  else
    ff_words_say (sentences, g_strdup_printf (ngettext ("Cronbach’s α is %s over %u complete paper; 95 %% interval %s to %s.",
                                                        "Cronbach’s α is %s over %u complete papers; 95 %% interval %s to %s.", n),
                                              alpha, n, low, high));
}

GPtrArray *
ff_test_words (const FfTestFigures *figures)
{
  GPtrArray *sentences = ff_words_new ();
  const FfItemAnalysis *analysis;
  guint reversed = 0, poor = 0;

  g_return_val_if_fail (figures != NULL && figures->analysis != NULL, sentences);

  analysis = figures->analysis;
  say_alpha (analysis, sentences);
  for (gsize i = 0; i < analysis->k; i++)
    {
      reversed += ff_item_is_reversed (&analysis->items[i]) ? 1 : 0;
      poor += ff_item_band (&analysis->items[i]) == FF_DISCRIMINATION_POOR ? 1 : 0;
    }
  if (reversed > 0)
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u item runs against the others: check its key.",
                                                        "%u items run against the others: check their keys.", reversed),
                                              reversed));
  if (poor > 0)
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u item hardly tells strong from weak papers.",
                                                        "%u items hardly tell strong from weak papers.", poor),
                                              poor));
  return sentences;
}
