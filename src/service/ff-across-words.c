#include "config.h"

#include "ff-across-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-level-words.h"
#include "ff-number.h"

/* So many courses are named in a sentence; the others are counted. */
#define NAMED 3

void
ff_across_sentence_free (FfAcrossSentence *sentence)
{
  g_free (sentence->text);
  g_free (sentence);
}

/* Takes @text. */
static void
say (GPtrArray *sentences, int level, char *text)
{
  FfAcrossSentence *sentence = g_new (FfAcrossSentence, 1);

  *sentence = (FfAcrossSentence){ level, text };
  g_ptr_array_add (sentences, sentence);
}

/* How many met it -------------------------------------------------------------------------------------------------------- */

static char *
describe_share (const FfResultsShare *share, int level)
{
  switch (level)
    {
    case 1:
      return g_strdup_printf (
          ngettext ("Reaction met its target in %u of %u class.", "Reaction met its target in %u of %u classes.", share->known),
          share->met, share->known);
    case 2:
      return g_strdup_printf (
          ngettext ("Learning met its target in %u of %u class.", "Learning met its target in %u of %u classes.", share->known),
          share->met, share->known);
    case 3:
      return g_strdup_printf (ngettext ("Behaviour met its targets in %u of %u class.",
                                        "Behaviour met its targets in %u of %u classes.", share->known),
                              share->met, share->known);
    default:
      return g_strdup_printf (ngettext ("Results met all their targets in %u of %u class.",
                                        "Results met all their targets in %u of %u classes.", share->known),
                              share->met, share->known);
    }
}

/* A course and its past -------------------------------------------------------------------------------------------------- */

static gboolean
is_concluded (const FfResultsRow *row, int level)
{
  FfLevelState state = row->levels[level - 1].state;

  return state == FF_LEVEL_MET || state == FF_LEVEL_MISSED;
}

/* The rows are the last to end first: the first of a course that is concluded is its latest. */
static GPtrArray *
list_latest (const FfResults *results, int level)
{
  GPtrArray *latest = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < results->rows->len; i++)
    {
      const FfResultsRow *row = g_ptr_array_index (results->rows, i);

      if (is_concluded (row, level) && g_hash_table_add (seen, (gpointer) &row->course_id))
        g_ptr_array_add (latest, (gpointer) row);
    }
  return latest;
}

/* "Key Accounts, Service Awareness and 2 more" */
static char *
join_courses (const GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len && i < NAMED; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? C_ ("list", ", ") : "",
                            ((const FfResultsRow *) g_ptr_array_index (rows, i))->course_title);
  if (rows->len > NAMED)
    {
      guint more = rows->len - NAMED;
      g_autofree char *named = g_string_free (text, FALSE);

      /* Translators: names of courses, and how many there are besides. */
      return g_strdup_printf (ngettext ("%s and %u other course", "%s and %u other courses", more), named, more);
    }
  return g_string_free (text, FALSE);
}

/* Which courses missed the target in their latest class. */
static void
say_missed (const FfResults *results, int level, GPtrArray *sentences)
{
  g_autoptr (GPtrArray) latest = list_latest (results, level);
  g_autoptr (GPtrArray) missed = g_ptr_array_new ();
  g_autofree char *courses = NULL;

  for (guint i = 0; i < latest->len; i++)
    if (((const FfResultsRow *) g_ptr_array_index (latest, i))->levels[level - 1].state == FF_LEVEL_MISSED)
      g_ptr_array_add (missed, g_ptr_array_index (latest, i));
  if (missed->len == 0)
    return;
  courses = join_courses (missed);
  /* Translators: %s are the names of courses. */
  say (sentences, level, g_strdup_printf (_ ("Missed in the latest class: %s."), courses));
}

/* The largest step of a course's latest class from the one before, where both are known. */
static void
say_step (const FfResults *results, int level, GPtrArray *sentences)
{
  g_autoptr (GPtrArray) latest = list_latest (results, level);
  const FfResultsRow *best = NULL;
  double largest = FF_TOLERANCE;

  for (guint i = 0; i < latest->len; i++)
    {
      const FfResultsRow *row = g_ptr_array_index (latest, i);
      double step = row->previous != NULL && is_concluded (row->previous, level)
                        ? fabs (row->levels[level - 1].value - row->previous->levels[level - 1].value)
                        : 0;

      if (step > largest) /* false for what is not known */
        {
          best = row;
          largest = step;
        }
    }
  if (best != NULL)
    {
      g_autofree char *now = ff_results_cell_words (&best->levels[level - 1], level);
      g_autofree char *before = ff_results_cell_words (&best->previous->levels[level - 1], level);

      if (g_str_equal (now, before)) /* too small a step to be read */
        return;
      if (best->levels[level - 1].value > best->previous->levels[level - 1].value)
        /* Translators: the title of a course, a figure of its class before, and that of its latest class. */
        say (sentences, level,
             g_strdup_printf (_ ("%s rose from %s to %s since the class before."), best->course_title, before, now));
      else
        say (sentences, level,
             g_strdup_printf (_ ("%s fell from %s to %s since the class before."), best->course_title, before, now));
    }
}

static void
say_overdue (const FfResults *results, GPtrArray *sentences)
{
  guint n = 0;

  for (guint i = 0; i < results->due->len; i++)
    n += g_array_index (results->due, FfResultsDue, i).overdue;
  if (n > 0)
    say (sentences, 0,
         g_strdup_printf (ngettext ("%u evaluation is overdue because something is missing.",
                                    "%u evaluations are overdue because something is missing.", n),
                          n));
}

GPtrArray *
ff_across_words (const FfResults *results)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_across_sentence_free);

  g_return_val_if_fail (results != NULL, sentences);

  for (int level = 1; level <= 4; level++)
    {
      if (results->levels[level - 1].known == 0)
        continue;
      say (sentences, level, describe_share (&results->levels[level - 1], level));
      say_missed (results, level, sentences);
      if (level < 4) /* whose metrics differ from class to class */
        say_step (results, level, sentences);
    }
  say_overdue (results, sentences);
  if (sentences->len == 0)
    say (sentences, 0, g_strdup (_ ("Of no class it is known yet whether it met a target.")));
  return sentences;
}

/* Cells ------------------------------------------------------------------------------------------------------------------- */

char *
ff_results_cell_words (const FfResultsCell *cell, int level)
{
  g_return_val_if_fail (cell != NULL, NULL);

  if (level == 1)
    return ff_words_number (cell->value, ff_words_decimals (cell->value, cell->target, 2));
  return ff_words_percent (cell->value, ff_words_decimals (cell->value, cell->target, 0));
}

char *
ff_results_cell_note (const FfResultsCell *cell, int level)
{
  const FfLevel of_class = { .level = level,
                             .state = cell->state,
                             .missing = cell->missing,
                             .n_missing = cell->n_missing,
                             .people = cell->people,
                             .exclusions = NULL };

  g_return_val_if_fail (cell != NULL, NULL);

  switch (cell->state)
    {
    case FF_LEVEL_PENDING:
      return ff_level_words_missing (&of_class);
    case FF_LEVEL_SUPPRESSED:
      return g_strdup (C_ ("level", "Too few answers"));
    case FF_LEVEL_NO_TARGET:
    case FF_LEVEL_NOT_DUE:
    case FF_LEVEL_NONE:
    case FF_LEVEL_MISSED:
    case FF_LEVEL_MET:
    default:
      return NULL;
    }
}
