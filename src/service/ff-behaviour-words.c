/* Level 3: what people do of what they learned. */
#include "config.h"

#include "ff-level-words-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
say_so_far (const FfBehaviourLevel *behaviour, const FfWaveFigures *wave, GPtrArray *sentences)
{
  guint needed = ff_words_needed (behaviour->applied_target, behaviour->expected);
  g_autofree char *target = ff_words_percent (behaviour->applied_target, 0);

  if (wave->applied >= needed)
    ff_words_say (sentences, g_strdup_printf (_("So far %u of %u applied a plan, which reaches the target of %s."), wave->applied,
                                              behaviour->expected, target));
  else
    ff_words_say (sentences, g_strdup_printf (ngettext ("So far %u of %u applied a plan; %u more must to reach %s.",
                                                        "So far %u of %u applied a plan; %u more must to reach %s.", needed - wave->applied),
                                              wave->applied, behaviour->expected, needed - wave->applied, target));
}

static void
say_applied (const FfBehaviourLevel *behaviour, const FfWaveFigures *wave, GPtrArray *sentences)
{
  guint needed = ff_words_needed (behaviour->applied_target, behaviour->expected);
  g_autofree char *percent
      = ff_words_percent (wave->applied_percent, ff_words_decimals (wave->applied_percent, behaviour->applied_target, 0));
  g_autofree char *target = ff_words_percent (behaviour->applied_target, 0);

  if (wave->applied < needed)
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u of %u applied a plan, %s: %u person short of the target of %s.",
                                                        "%u of %u applied a plan, %s: %u people short of the target of %s.",
                                                        needed - wave->applied),
                                              wave->applied, behaviour->expected, percent, needed - wave->applied, target));
  else
    ff_words_say (sentences, g_strdup_printf (_("%u of %u applied a plan, %s: the target of %s is met."), wave->applied, behaviour->expected,
                                              percent, target));
}

/* The other target: that plans are handed in. */
static void
say_submitted (const FfBehaviourLevel *behaviour, const FfWaveFigures *wave, GPtrArray *sentences)
{
  guint needed = ff_words_needed (behaviour->submitted_target, behaviour->expected);
  g_autofree char *target = ff_words_percent (behaviour->submitted_target, 0);

  if (wave->submitted < needed)
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u plan is missing for the target of %s handed in.",
                                                        "%u plans are missing for the target of %s handed in.", needed - wave->submitted),
                                              needed - wave->submitted, target));
  else
    ff_words_say (sentences, g_strdup_printf (_("%u of %u handed in a plan: the target of %s is met."), wave->submitted, behaviour->expected,
                                              target));
}

void
ff_behaviour_words (const FfEvaluationFigures *figures, GPtrArray *sentences)
{
  const FfBehaviourLevel *behaviour = &figures->behaviour;
  const FfWaveFigures *wave = behaviour->waves != NULL && behaviour->waves->len > 0 ? g_ptr_array_index (behaviour->waves, 0) : NULL;

  if (wave == NULL || behaviour->expected == 0)
    {
      ff_words_say (sentences, g_strdup (_("Nobody counts in this level.")));
      return;
    }
  if (!wave->due)
    say_so_far (behaviour, wave, sentences);
  else if (wave->submitted_met == FF_MET_NO && wave->applied_met == FF_MET_YES)
    {
      /* What the level missed comes first. */
      say_submitted (behaviour, wave, sentences);
      say_applied (behaviour, wave, sentences);
    }
  else
    {
      say_applied (behaviour, wave, sentences);
      say_submitted (behaviour, wave, sentences);
    }
  if (wave->applied > 0)
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u of those who applied a plan is verified.", "%u of those who applied a plan are verified.",
                                                        wave->verified),
                                              wave->verified));
}

GPtrArray *
ff_log_words (const FfLogFigures *log)
{
  GPtrArray *sentences = ff_words_new ();

  g_return_val_if_fail (log != NULL, sentences);

  if (log->people == 0)
    ff_words_say (sentences, g_strdup (_("Nobody has a seven-day plan.")));
  else if (log->days_logged == 0)
    ff_words_say (sentences, g_strdup_printf (ngettext ("%u person has a seven-day plan; nothing is logged yet.",
                                                        "%u people have a seven-day plan; nothing is logged yet.", log->people),
                                              log->people));
  else
    {
      ff_words_say (sentences, g_strdup_printf (ngettext ("%u of %u person with a seven-day plan began the log.",
                                                          "%u of %u people with a seven-day plan began the log.", log->people),
                                                log->started, log->people));
      ff_words_say (sentences, g_strdup_printf (ngettext ("The daily number of cases was reached on %u of %u logged day.",
                                                          "The daily number of cases was reached on %u of %u logged days.", log->days_logged),
                                                log->days_reached, log->days_logged));
    }
  return sentences;
}
