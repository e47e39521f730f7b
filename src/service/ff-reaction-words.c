/* Level 1: what a questionnaire says. */
#include "config.h"

#include "ff-level-words-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MEAN_DECIMALS 2
/* Below this share of answers those who are silent may change the picture. */
#define LOW_RESPONSE 50

const FfQuestionnaireFigures *
ff_words_reaction (const FfEvaluationFigures *figures)
{
  GPtrArray *questionnaires = figures->reaction.questionnaires;

  return questionnaires != NULL && questionnaires->len > 0 ? g_ptr_array_index (questionnaires, 0) : NULL;
}

static void
say_mean (const FfQuestionnaireFigures *figures, gboolean so_far, GPtrArray *sentences)
{
  double difference = figures->mean - figures->target;
  int decimals = ff_words_decimals (figures->mean, figures->target, MEAN_DECIMALS);
  g_autofree char *mean = ff_words_number (figures->mean, decimals);
  g_autofree char *target = ff_words_number (figures->target, MEAN_DECIMALS);
  g_autofree char *by = ff_words_number (fabs (difference), ff_words_decimals (difference, 0, MEAN_DECIMALS));

  if (isnan (figures->target))
    ff_words_say (sentences, g_strdup_printf (_("The mean is %s; no target is set."), mean));
  else if (figures->questionnaire->level != 1 && figures->met == FF_MET_NO)
    ff_words_say (sentences, g_strdup_printf (_("The mean is %s, below the target of %s."), mean, target));
  else if (figures->questionnaire->level != 1)
    ff_words_say (sentences, g_strdup_printf (_("The mean is %s, which reaches the target of %s."), mean, target));
  else if (so_far && figures->met == FF_MET_NO)
    ff_words_say (sentences, g_strdup_printf (_("So far the mean is %s, below the target of %s."), mean, target));
  else if (so_far)
    ff_words_say (sentences, g_strdup_printf (_("So far the mean is %s, which reaches the target of %s."), mean, target));
  else if (figures->met == FF_MET_NO)
    ff_words_say (sentences, g_strdup_printf (_("Reaction missed its target of %s by %s."), target, by));
  else if (fabs (difference) <= FF_TOLERANCE)
    ff_words_say (sentences, g_strdup_printf (_("Reaction met its target of %s exactly."), target));
  else
    ff_words_say (sentences, g_strdup_printf (_("Reaction met its target of %s by %s."), target, by));
}

/* The weakest dimension, where one is; NULL when all are alike or several are. @n: how many are below their targets. */
static const FfDimensionFigures *
find_weakest (const FfQuestionnaireFigures *figures, guint *n)
{
  const FfDimensionFigures *weakest = NULL;
  gboolean tied = FALSE;
  guint known = 0;

  *n = 0;
  for (guint i = 0; i < figures->dimensions->len; i++)
    {
      const FfDimensionFigures *dimension = g_ptr_array_index (figures->dimensions, i);

      if (isnan (dimension->mean))
        continue;
      known++;
      *n += dimension->met == FF_MET_NO ? 1 : 0;
      if (weakest != NULL && fabs (dimension->mean - weakest->mean) <= FF_TOLERANCE)
        tied = TRUE;
      else if (weakest == NULL || dimension->mean < weakest->mean)
        {
          weakest = dimension;
          tied = FALSE;
        }
    }
  return known > 1 && !tied ? weakest : NULL;
}

static void
say_weakest (const FfQuestionnaireFigures *figures, GPtrArray *sentences)
{
  guint below;
  const FfDimensionFigures *weakest = find_weakest (figures, &below);
  g_autofree char *mean = NULL;
  const char *title;

  if (weakest == NULL)
    {
      if (below > 0)
        ff_words_say (sentences, g_strdup_printf (ngettext ("%u dimension is below its target.", "%u dimensions are below their targets.", below), below));
      return;
    }
  mean = ff_words_number (weakest->mean, ff_words_decimals (weakest->mean, weakest->target, MEAN_DECIMALS));
  title = ff_dimension_title_in (weakest->dimension, ff_words_language ());
  if (below == 0)
    /* Translators: the title of a dimension of a questionnaire, and its mean. */
    ff_words_say (sentences, g_strdup_printf (_("%s is the weakest dimension at %s."), title, mean));
  else if (below == 1)
    ff_words_say (sentences, g_strdup_printf (_("%s is the weakest dimension at %s, the only one below its target."), title, mean));
  else
    ff_words_say (sentences, g_strdup_printf (ngettext ("%s is the weakest dimension at %s; %u is below its target.",
                                                        "%s is the weakest dimension at %s; %u are below their targets.", below),
                                              title, mean, below));
}

char *
ff_nps_words (const FfNps *nps)
{
  double score, margin;
  g_autofree char *score_text = NULL;
  g_autofree char *margin_text = NULL;
  guint n;

  g_return_val_if_fail (nps != NULL, NULL);

  n = ff_nps_count (nps);
  score = ff_nps_score (nps);
  margin = ff_nps_margin (nps);
  if (n == 0)
    return NULL;
  score_text = ff_words_signed (score, 0);
  margin_text = ff_words_number (margin, 0);
  if (margin <= FF_TOLERANCE)
    return g_strdup_printf (ngettext ("The NPS is %s of %u answer: no margin can be given.",
                                      "The NPS is %s of %u answers, all of one group: no margin can be given.", n),
                            score_text, n);
  if (fabs (score) <= margin + FF_TOLERANCE)
    return g_strdup_printf (ngettext ("The NPS is %s ± %s of %u answer: the margin includes zero, so its sign is not certain.",
                                      "The NPS is %s ± %s of %u answers: the margin includes zero, so its sign is not certain.", n),
                            score_text, margin_text, n);
  if (score > 0)
    return g_strdup_printf (ngettext ("The NPS is %s ± %s of %u answer: above zero even at the edge of its margin.",
                                      "The NPS is %s ± %s of %u answers: above zero even at the edge of its margin.", n),
                            score_text, margin_text, n);
  return g_strdup_printf (ngettext ("The NPS is %s ± %s of %u answer: below zero even at the edge of its margin.",
                                    "The NPS is %s ± %s of %u answers: below zero even at the edge of its margin.", n),
                          score_text, margin_text, n);
}

static void
say_response (const FfQuestionnaireFigures *figures, GPtrArray *sentences)
{
  if (figures->valid == 1)
    ff_words_say (sentences, g_strdup (_("A single form is valid: the figures are those of one person.")));
  else if (figures->invited > 0 && figures->response_percent < LOW_RESPONSE)
    ff_words_say (sentences, g_strdup_printf (ngettext ("Only %u of %d person answered; those who did not may think otherwise.",
                                                        "Only %u of %d people answered; those who did not may think otherwise.",
                                                        (gulong) figures->invited),
                                              figures->returned, figures->invited));
}

static void
say_flags (const FfQuestionnaireFigures *figures, GPtrArray *sentences)
{
  if (figures->invalid > 0)
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u form is marked invalid and counts as returned only.",
                                                        "%u forms are marked invalid and count as returned only.", figures->invalid),
                                              figures->invalid));
  if (figures->straight > 0)
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u form has the same answer throughout; it is counted all the same.",
                                                        "%u forms have the same answer throughout; they are counted all the same.",
                                                        figures->straight),
                                              figures->straight));
}

static void
say_suppressed (const FfQuestionnaireFigures *figures, GPtrArray *sentences)
{
  int minimum = figures->questionnaire->min_responses;

  ff_words_say (sentences,
                g_strdup_printf (ngettext ("%u valid form is in.", "%u valid forms are in.", figures->valid), figures->valid));
  ff_words_say (sentences,
                g_strdup_printf (ngettext ("The answers are anonymous: figures are shown from %d valid form on, so that nobody can be recognised.",
                                           "The answers are anonymous: figures are shown from %d valid forms on, so that nobody can be recognised.",
                                           (gulong) minimum),
                                 minimum));
}

static void
say_questionnaire (const FfQuestionnaireFigures *figures, gboolean so_far, GPtrArray *sentences)
{
  if (figures->returned == 0)
    {
      ff_words_say (sentences, g_strdup (_("Nobody has answered yet.")));
      return;
    }
  if (figures->suppressed)
    {
      say_suppressed (figures, sentences);
      return;
    }
  if (figures->valid == 0)
    ff_words_say (sentences, g_strdup (_("No form is valid, so there is nothing to count.")));
  else if (figures->questionnaire->kind == FF_QUESTIONNAIRE_SERVQUAL)
    ff_words_say_service (figures, sentences);
  else if (figures->questionnaire->kind == FF_QUESTIONNAIRE_CSI)
    ff_words_say_index (figures, sentences);
  else if (isnan (figures->mean))
    ff_words_say (sentences, g_strdup (_("The answers hold no rating.")));
  else
    {
      say_mean (figures, so_far, sentences);
      say_weakest (figures, sentences);
    }
  if (figures->nps != NULL)
    ff_words_say (sentences, ff_nps_words (&figures->nps->nps));
  say_response (figures, sentences);
  say_flags (figures, sentences);
}

GPtrArray *
ff_questionnaire_words (const FfQuestionnaireFigures *figures)
{
  GPtrArray *sentences = ff_words_new ();

  g_return_val_if_fail (figures != NULL, sentences);

  say_questionnaire (figures, FALSE, sentences);
  return sentences;
}

void
ff_reaction_words (const FfEvaluationFigures *figures, GPtrArray *sentences)
{
  const FfQuestionnaireFigures *reaction = ff_words_reaction (figures);

  if (reaction == NULL)
    ff_words_say (sentences, ff_level_words_empty (1));
  else
    say_questionnaire (reaction, !figures->levels[0].due, sentences);
}
