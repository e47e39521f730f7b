#include "config.h"

#include "ff-answer-columns.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-import-kind.h"

GArray *
ff_answer_columns_list (const FfQuestionnaire *questionnaire)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (FfAnswerColumn));

  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      const FfDimension *dimension = ff_questionnaire_get_dimension (questionnaire, i);

      for (guint j = 0; j < dimension->questions->len; j++)
        {
          const FfQuestion *question = ff_dimension_get_question (dimension, j);
          gboolean pair = question->kind == FF_QUESTION_SERVQUAL;
          FfAnswerColumn column = { question, pair ? FF_PART_EXPECTATION : FF_PART_WHOLE };

          g_array_append_val (columns, column);
          column.part = FF_PART_PERCEPTION;
          if (pair)
            g_array_append_val (columns, column);
        }
    }
  return columns;
}

char *
ff_answer_columns_name (const FfAnswerColumn *column)
{
  static const char *const suffixes[] = {
    [FF_PART_WHOLE] = "", [FF_PART_EXPECTATION] = "_e", [FF_PART_PERCEPTION] = "_p",
  };

  return g_strconcat (column->question->key, suffixes[column->part], NULL);
}

char *
ff_answer_columns_title (const FfAnswerColumn *column)
{
  const char *title = ff_question_title_in (column->question, NULL);

  switch (column->part)
    {
    case FF_PART_EXPECTATION:
      /* Translators: the words of a question */
      return g_strdup_printf (_("%s (expected)"), title);
    case FF_PART_PERCEPTION:
      /* Translators: the words of a question */
      return g_strdup_printf (_("%s (found)"), title);
    case FF_PART_WHOLE:
    default:
      return g_strdup (title);
    }
}

/* Folded, and without the number that survey sites put before a question. */
static char *
fold (const char *heading)
{
  g_autofree char *folded = ff_import_fold_heading (heading);
  const char *text = folded;

  if (*text == 'q' && g_ascii_isdigit (text[1]))
    text++;
  while (g_ascii_isdigit (*text))
    text++;
  return g_strdup (*text != '\0' ? text : folded);
}

static gboolean
has_title (const FfAnswerColumn *column, const char *folded)
{
  const GPtrArray *translations = column->question->translations;
  g_autofree char *title = fold (ff_question_title_in (column->question, NULL));

  if (g_str_equal (title, folded))
    return TRUE;
  for (guint i = 0; i < translations->len; i++)
    {
      const FfTranslation *translation = g_ptr_array_index (translations, i);
      g_autofree char *other = fold (translation->title != NULL ? translation->title : "");

      if (*other != '\0' && g_str_equal (other, folded))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_by_name (const GArray *columns, const char *heading, FfAnswerColumn *found)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (heading));

  for (guint i = 0; i < columns->len; i++)
    {
      const FfAnswerColumn *column = &g_array_index (columns, FfAnswerColumn, i);
      g_autofree char *name = ff_answer_columns_name (column);

      if (g_ascii_strcasecmp (name, trimmed) == 0)
        {
          *found = *column;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
ff_answer_columns_find (const FfQuestionnaire *questionnaire, const char *heading, FfAnswerColumn *found)
{
  g_autoptr (GArray) columns = ff_answer_columns_list (questionnaire);
  g_autofree char *folded = fold (heading);
  guint n = 0;

  *found = (FfAnswerColumn) { NULL, FF_PART_WHOLE };
  if (find_by_name (columns, heading, found))
    return TRUE;
  for (guint i = 0; i < columns->len && *folded != '\0'; i++)
    {
      const FfAnswerColumn *column = &g_array_index (columns, FfAnswerColumn, i);

      if (!has_title (column, folded))
        continue;
      *found = *column;
      n++;
    }
  if (n != 1)
    *found = (FfAnswerColumn) { NULL, FF_PART_WHOLE };
  return n == 1;
}

gboolean
ff_answer_columns_is_skipped (const char *typed)
{
  static const char *const words[] = { "(跳过)", "（跳过）", "(跳過)", "（跳過）", "(空)", "（空）", "(skipped)" };
  g_autofree char *trimmed = g_strstrip (g_strdup (typed));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], trimmed))
      return TRUE;
  return FALSE;
}
