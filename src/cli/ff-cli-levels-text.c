/* The four levels of a class as lines of text. */
#include "config.h"

#include "ff-cli-class-text.h"

#include <glib/gi18n-lib.h>

#include "ff-cli-table.h"
#include "ff-number.h"

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
format_missing (const FfLevel *level)
{
  switch (level->missing)
    {
    case FF_MISSING_PEOPLE:
      return g_strdup (_("nobody to look at"));
    case FF_MISSING_RESPONSES:
      return g_strdup (_("nobody has answered yet"));
    case FF_MISSING_MARKS:
      return g_strdup_printf (ngettext ("%u mark is missing", "%u marks are missing", level->n_missing), level->n_missing);
    case FF_MISSING_PLANS:
      return g_strdup (_("no micro plan yet"));
    case FF_MISSING_VALUES:
      return g_strdup_printf (ngettext ("%u metric has no value", "%u metrics have no value", level->n_missing), level->n_missing);
    case FF_MISSING_BASELINES:
      return g_strdup_printf (ngettext ("%u metric has no baseline", "%u metrics have no baseline", level->n_missing), level->n_missing);
    case FF_MISSING_NOTHING:
    default:
      return g_strdup ("");
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
      return format_missing (level);
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
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *percent = NULL;

  if (isnan (figure))
    {
      ff_text_table_add (table, "–");
      return;
    }
  g_ascii_formatd (digits, sizeof digits, level->level == 1 ? "%.2f" : "%.1f", ff_round (figure, level->level == 1 ? 2 : 1));
  percent = level->level == 1 ? g_strdup (digits) : g_strconcat (digits, " %", NULL);
  ff_text_table_add (table, percent);
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
}
