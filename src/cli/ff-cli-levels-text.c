/* The four levels of a class as lines of text. */
#include "config.h"

#include "ff-cli-class-text.h"

#include <glib/gi18n-lib.h>

#include "ff-cli-table.h"
#include "ff-level-words.h"

static const char *
level_title (int level)
{
  switch (level)
    {
    case 1:
      return C_("level", "Reaction");
    case 2:
      return C_("level", "Learning");
    case 3:
      return C_("level", "Behaviour");
    default:
      return C_("level", "Results");
    }
}

static char *
format_state (const FfLevel *level)
{
  g_autofree char *day = level->due_on != FF_NO_DAY ? ff_day_format (level->due_on) : NULL;

  switch (level->state)
    {
    case FF_LEVEL_NOT_DUE:
      return day != NULL ? g_strdup_printf (_("due on %s"), day) : g_strdup (_("not yet due"));
    case FF_LEVEL_PENDING:
      return ff_level_words_missing (level);
    case FF_LEVEL_SUPPRESSED:
      return g_strdup (_("too few answers to be shown"));
    case FF_LEVEL_NO_TARGET:
      return g_strdup (_("no target"));
    case FF_LEVEL_MISSED:
      return g_strdup (C_("level", "missed"));
    case FF_LEVEL_MET:
      return g_strdup (C_("level", "met"));
    case FF_LEVEL_NONE:
    default:
      return g_strdup (_("nothing is asked"));
    }
}

/* Level 1 is a mean of points, the others are shares. */
static void
add_figure (FfTextTable *table, const FfLevel *level, double figure)
{
  g_autofree char *text = level->level == 1 ? ff_words_number (figure, 2) : ff_words_percent (figure, 1);

  ff_text_table_add (table, text);
}

static void
append_words (GString *out, const FfEvaluationFigures *evaluation, int level)
{
  g_autoptr (GPtrArray) sentences = ff_level_words (evaluation, level);
  g_autofree char *text = ff_words_join (sentences, 0);

  g_string_append_printf (out, "%d  %s\n", level, text);
}

void
ff_cli_levels_text_append (GString *out, const FfEvaluationFigures *evaluation)
{
  g_autoptr (FfTextTable) table = ff_text_table_new ("rlrrl");

  ff_text_table_add (table, NULL);
  ff_text_table_add (table, C_("column", "Level"));
  ff_text_table_add (table, C_("column", "Figure"));
  ff_text_table_add (table, C_("column", "Target"));
  ff_text_table_add (table, C_("column", "State"));
  for (int i = 1; i <= 4; i++)
    {
      const FfLevel *level = ff_evaluation_figures_get_level (evaluation, i);
      const char number[] = { (char) ('0' + i), '\0' };
      g_autofree char *state = format_state (level);

      ff_text_table_add (table, number);
      ff_text_table_add (table, level_title (i));
      add_figure (table, level, level->value);
      add_figure (table, level, level->target);
      ff_text_table_add (table, state);
    }
  g_string_append_c (out, '\n');
  ff_text_table_format (table, 0, out);
  g_string_append_c (out, '\n');
  for (int i = 1; i <= 4; i++)
    append_words (out, evaluation, i);
}
