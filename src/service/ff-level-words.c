#include "config.h"

#include "ff-level-words-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_DECIMALS 4

/* Numbers --------------------------------------------------------------------------------------------------------------- */

static char *
write_number (double value, int decimals, gboolean sign)
{
  double rounded = ff_round (value, decimals);

  if (isnan (value))
    return g_strdup ("–");
  return g_strdup_printf ("%s%.*f", rounded < 0 ? "−" : sign && rounded > 0 ? "+" : "", decimals, fabs (rounded));
}

char *
ff_words_number (double value, int decimals)
{
  return write_number (value, decimals, FALSE);
}

char *
ff_words_signed (double value, int decimals)
{
  return write_number (value, decimals, TRUE);
}

char *
ff_words_percent (double value, int decimals)
{
  g_autofree char *number = write_number (value, decimals, FALSE);

  if (isnan (value))
    return g_steal_pointer (&number);
  /* Translators: a percentage. */
  return g_strdup_printf (_("%s %%"), number);
}

char *
ff_words_plain (double value)
{
  int decimals = 0;

  while (decimals < MOST_DECIMALS && !isnan (value) && fabs (ff_round (value, decimals) - value) > FF_TOLERANCE)
    decimals++;
  return write_number (value, decimals, FALSE);
}

int
ff_words_decimals (double value, double other, int decimals)
{
  if (isnan (value) || isnan (other) || fabs (value - other) <= FF_TOLERANCE)
    return decimals;
  while (decimals < MOST_DECIMALS && fabs (ff_round (value, decimals) - ff_round (other, decimals)) <= FF_TOLERANCE)
    decimals++;
  return decimals;
}

guint
ff_words_needed (double percent, guint people)
{
  return (guint) CLAMP (ceil (percent * people / 100 - FF_TOLERANCE), 0, people);
}

const char *
ff_words_language (void)
{
  static const char *const known[] = { "en", "zh_CN", "zh_TW", NULL };
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    for (guint k = 0; known[k] != NULL; k++)
      if (g_str_equal (names[i], known[k]))
        return known[k];
  return NULL;
}

/* Sentences ------------------------------------------------------------------------------------------------------------- */

GPtrArray *
ff_words_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

void
ff_words_say (GPtrArray *sentences, char *sentence)
{
  if (sentence != NULL)
    g_ptr_array_add (sentences, sentence);
}

void
ff_words_say_all (GPtrArray *sentences, GPtrArray *more)
{
  g_ptr_array_extend_and_steal (sentences, more);
}

char *
ff_words_join (GPtrArray *sentences, guint n)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (sentences != NULL, NULL);

  for (guint i = 0; i < sentences->len && (n == 0 || i < n); i++)
    {
      const char *sentence = g_ptr_array_index (sentences, i);
      char *joined = text == NULL ? g_strdup (sentence)
                                  /* Translators: one sentence after another. */
                                  : g_strdup_printf (C_("sentences", "%s %s"), text, sentence);

      g_free (text);
      text = joined;
    }
  return text != NULL ? g_steal_pointer (&text) : g_strdup ("");
}

static void
say_excluded (const FfLevel *level, GPtrArray *sentences)
{
  guint n = level->exclusions != NULL ? level->exclusions->len : 0;

  if (n > 0)
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u person is taken out of this level.", "%u people are taken out of this level.", n), n));
}

GPtrArray *
ff_level_words (const FfEvaluationFigures *figures, int level)
{
  static void (*const words[]) (const FfEvaluationFigures *, GPtrArray *)
      = { ff_reaction_words, ff_learning_words, ff_behaviour_words, ff_results_words };
  GPtrArray *sentences = ff_words_new ();

  g_return_val_if_fail (figures != NULL, sentences);
  g_return_val_if_fail (level >= 1 && level <= 4, sentences);

  if (figures->levels[level - 1].state == FF_LEVEL_NONE)
    ff_words_say (sentences, ff_level_words_empty (level));
  else
    words[level - 1](figures, sentences);
  say_excluded (&figures->levels[level - 1], sentences);
  return sentences;
}

/* Beside the name of a level ---------------------------------------------------------------------------------------------- */

static char *
reaction_basis (const FfEvaluationFigures *figures)
{
  const FfQuestionnaireFigures *reaction = ff_words_reaction (figures);

  return reaction != NULL ? ff_questionnaire_words_forms (reaction) : NULL;
}

static char *
results_basis (const FfEvaluationFigures *figures)
{
  guint n = figures->results.metrics->len;
  int days = figures->results.days;
  g_autofree char *metrics = NULL;

  if (n == 0)
    return NULL;
  metrics = n == 1 ? g_strdup (((const FfMetricFigures *) g_ptr_array_index (figures->results.metrics, 0))->title)
                   : g_strdup_printf (ngettext ("%u metric", "%u metrics", n), n);
  /* Translators: the name of a metric, or their number; and how many days they are watched. */
  return g_strdup_printf (ngettext ("%s, %d day", "%s, %d days", (gulong) days), metrics, days);
}

char *
ff_level_words_basis (const FfEvaluationFigures *figures, int level)
{
  const FfLearningLevel *learning = &figures->learning;
  const FfWaveFigures *wave;

  g_return_val_if_fail (figures != NULL && level >= 1 && level <= 4, NULL);

  switch (level)
    {
    case 1:
      return reaction_basis (figures);
    case 2:
      if (learning->component < 0)
        return NULL;
      return g_strdup_printf (ngettext ("%u of %u mark", "%u of %u marks", learning->expected), learning->assessed, learning->expected);
    case 3:
      if (figures->behaviour.waves->len == 0)
        return NULL;
      wave = g_ptr_array_index (figures->behaviour.waves, 0);
      return g_strdup_printf (ngettext ("%d day after the class", "%d days after the class", (gulong) wave->days), wave->days);
    default:
      return results_basis (figures);
    }
}

char *
ff_level_words_missing (const FfLevel *level)
{
  guint n;

  g_return_val_if_fail (level != NULL, NULL);

  n = level->n_missing;
  switch (level->missing)
    {
    case FF_MISSING_PEOPLE:
      return g_strdup (_("Nobody counts"));
    case FF_MISSING_RESPONSES:
      return g_strdup (_("No answers"));
    case FF_MISSING_MARKS:
      return g_strdup_printf (ngettext ("%u mark missing", "%u marks missing", n), n);
    case FF_MISSING_PLANS:
      return g_strdup (_("No micro plans"));
    case FF_MISSING_VALUES:
      return g_strdup_printf (ngettext ("%u metric without value", "%u metrics without value", n), n);
    case FF_MISSING_BASELINES:
      return g_strdup_printf (ngettext ("%u baseline missing", "%u baselines missing", n), n);
    case FF_MISSING_NOTHING:
    default:
      return NULL;
    }
}

char *
ff_level_words_empty (int level)
{
  switch (level)
    {
    case 1:
      return g_strdup (_("No questionnaire yet: take one from the library."));
    case 2:
      return g_strdup (_("No part of the scheme is marked as level 2 yet: choose one below “What the Scheme Measures” on the page of level 2."));
    case 3:
      return g_strdup (_("Nothing is asked of this level yet: collect commitments in the Assignments tab."));
    case 4:
    default:
      return g_strdup (_("No metric yet: add what is to be better after the class."));
    }
}
