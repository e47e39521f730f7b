#include "config.h"

#include "ff-score-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_shown (const FfClassFigures *figures, guint column)
{
  if (column >= FF_SCORE_PLANNED_MINUTES && column <= FF_SCORE_NEUTRAL_MINUTES)
    return figures->rule.base == FF_BASE_MINUTES;

  return TRUE;
}

void
ff_score_layout_init (FfScoreLayout *layout, const FfClassFigures *figures)
{
  guint n_components = ff_scheme_length (figures->scheme);
  guint next = 0;

  *layout = (FfScoreLayout) { .figures = figures };
  layout->leaves = g_array_new (FALSE, FALSE, sizeof (guint));
  layout->pretests = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_components; i++)
    {
      const FfComponent *component = ff_scheme_get (figures->scheme, i);

      if (component->leaf)
        g_array_append_val (component->pretest_of == NULL ? layout->leaves : layout->pretests, i);
    }

  for (guint column = 0; column < FF_SCORE_N_COLUMNS; column++)
    {
      if (column == FF_SCORE_TOTAL)
        {
          layout->first_leaf = next;
          next += layout->leaves->len + layout->pretests->len;
        }
      layout->columns[column] = is_shown (figures, column) ? next++ : G_MAXUINT;
    }
  layout->n_columns = next;
  layout->last_row = FF_SCORE_FIRST_ROW + MAX (1, figures->trainees->len) - 1;

  layout->component_row = FF_N_SETTINGS + 2;
  layout->leaf_keys_row = layout->component_row + n_components + 2;
  layout->shares_row = layout->leaf_keys_row + 1;
  layout->rates_row = layout->leaf_keys_row + 2;
}

void
ff_score_layout_clear (FfScoreLayout *layout)
{
  g_clear_pointer (&layout->leaves, g_array_unref);
  g_clear_pointer (&layout->pretests, g_array_unref);
}

char *
ff_score_layout_letters (guint column)
{
  g_autofree char *cell = ff_xlsx_cell_name (0, column);

  return g_strndup (cell, strcspn (cell, "0123456789"));
}

char *
ff_score_layout_component_cell (const FfScoreLayout *layout, guint component, FfComponentColumn column)
{
  g_autofree char *cell = ff_xlsx_absolute_name (layout->component_row + component, column);

  return g_strconcat (FF_SCHEME_SHEET "!", cell, NULL);
}

char *
ff_score_layout_column_range (const FfScoreLayout *layout, FfScoreColumn column)
{
  g_autofree char *first = ff_xlsx_absolute_name (FF_SCORE_FIRST_ROW, layout->columns[column]);
  g_autofree char *last = ff_xlsx_absolute_name (layout->last_row, layout->columns[column]);

  return g_strconcat (FF_SCORES_SHEET "!", first, ":", last, NULL);
}

const char *
ff_score_layout_yes_no (const FfScoreLayout *layout, gboolean yes)
{
  return yes ? ff_phrases_get (layout->phrases, "score sheet", NC_ ("score sheet", "Yes"))
             : ff_phrases_get (layout->phrases, "score sheet", NC_ ("score sheet", "No"));
}
