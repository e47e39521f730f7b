#include "config.h"

#include "ff-test-text.h"

#include <string.h>

#include "ff-number.h"

/* The patterns, compiled once. */
typedef struct
{
  GRegex *item;    /* 1 the number, 2 the rest */
  GRegex *option;  /* 1 the letter, 2 the text up to the next option */
  GRegex *answer;  /* 1 what follows the colon */
  GRegex *worth;   /* a line of points: 1 the number */
  GRegex *points;  /* points in brackets: 1 the number */
  GRegex *choice;  /* a key in brackets: 1 the letters */
} Patterns;

#define OPTION_HEAD "[(（]?([A-Ha-h])\\s*[.．、)）:：]\\s*"

static GRegex *
compile (const char *pattern)
{
  return g_regex_new (pattern, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
}

static const Patterns *
patterns (void)
{
  static Patterns compiled;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      compiled.item = compile ("^\\s*(?:第\\s*)?([0-9]{1,3})\\s*[.．、)）:：题]\\s*(\\S.*)?$");
      compiled.option = compile (OPTION_HEAD "(.*?)(?=\\s+" OPTION_HEAD "|$)");
      compiled.answer = compile ("^\\s*[\\[【(（]?(?:(?:正确|參考|参考|標準|标准)?答案|解答|answers?|key)[\\]】)）]?\\s*[:：]\\s*(.*)$");
      compiled.worth = compile ("^\\s*(?:分值|分數|分数|points?)\\s*[:：]\\s*([0-9]+(?:\\.[0-9]+)?)\\s*分?\\s*$");
      compiled.points = compile ("[(（\\[【]\\s*(?:本题|本題|每题|每題)?\\s*([0-9]+(?:\\.[0-9]+)?)\\s*(?:分|points?|pts?\\.?)?\\s*[)）\\]】]");
      compiled.choice = compile ("[(（]\\s*([A-H](?:\\s*[,，、]?\\s*[A-H])*)\\s*[)）]\\s*[。.?？]?\\s*$");
      g_once_init_leave (&ready, 1);
    }
  return &compiled;
}

/* Takes a match out of @text; what stood in its first bracket, NULL: it does not occur. */
static char *
take_out (GRegex *pattern, char **text)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *whole = NULL;
  char *found;
  int start, end;

  if (!g_regex_match (pattern, *text, 0, &match))
    return NULL;
  found = g_match_info_fetch (match, 1);
  g_match_info_fetch_pos (match, 0, &start, &end);
  whole = *text;
  *text = g_strdup_printf ("%.*s%s", start, whole, whole + end);
  g_strstrip (*text);
  return found;
}

static void
append_line (char **text, const char *line)
{
  char *joined = *text == NULL || **text == '\0' ? g_strdup (line) : g_strconcat (*text, " ", line, NULL);

  g_free (*text);
  *text = joined;
}

static void
take_points (FfTestItem *item, const char *number)
{
  gint64 points;

  if (number != NULL && ff_hundredths_parse (number, &points) && points > 0)
    item->points = points;
}

/* The options that stand on a line; FALSE when it does not begin with one. */
static gboolean
take_options (FfTestItem *item, const char *line)
{
  g_autoptr (GMatchInfo) match = NULL;
  int start;

  if (!g_regex_match (patterns ()->option, line, 0, &match) || !g_match_info_fetch_pos (match, 0, &start, NULL) || start != 0)
    return FALSE;
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *letter = g_match_info_fetch (match, 1);
      g_autofree char *option = g_match_info_fetch (match, 2);

      /* A letter out of order is text of the option before. */
      if ((guint) (g_ascii_toupper (*letter) - 'A') == item->options->len)
        g_ptr_array_add (item->options, g_strdup (g_strstrip (option)));
      else if (item->options->len > 0)
        append_line ((char **) &g_ptr_array_index (item->options, item->options->len - 1), option);
      else
        return FALSE;
    }
  return TRUE;
}

static void
take_line (FfTestItem *item, const char *line)
{
  g_autoptr (GMatchInfo) answer = NULL;
  g_autoptr (GMatchInfo) worth = NULL;

  if (g_regex_match (patterns ()->worth, line, 0, &worth))
    {
      g_autofree char *number = g_match_info_fetch (worth, 1);

      take_points (item, number);
    }
  else if (g_regex_match (patterns ()->answer, line, 0, &answer))
    {
      g_autofree char *found = g_match_info_fetch (answer, 1);

      append_line (&item->answer, g_strstrip (found));
    }
  else if (item->answer != NULL)
    append_line (&item->answer, line);
  else if (take_options (item, line))
    return;
  else if (item->options->len > 0)
    append_line ((char **) &g_ptr_array_index (item->options, item->options->len - 1), line);
  else
    append_line (&item->title, line);
}

/* What kind it is shows once all of it was read. */
static void
finish (FfTestItem *item)
{
  g_autofree char *number = take_out (patterns ()->points, &item->title);
  g_autofree char *key = NULL;
  g_autofree char *letters = NULL;

  take_points (item, number);
  if (item->answer == NULL && item->options->len > 0 && (key = take_out (patterns ()->choice, &item->title)) != NULL)
    item->answer = g_steal_pointer (&key);
  letters = item->answer != NULL ? ff_test_letters_parse (item->answer) : NULL;
  if (item->options->len == 0 && (letters == NULL || *letters == '\0' || !g_ascii_isalpha (*item->answer) || strlen (letters) > 6))
    return;
  item->kind = FF_TEST_CHOICE;
  if (letters == NULL)
    return;
  g_free (item->answer);
  item->answer = g_steal_pointer (&letters);
}

GPtrArray *
ff_test_text_parse (const char *text, gint64 points)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  GPtrArray *items = ff_test_items_new ();
  FfTestItem *item = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      const char *line = g_strstrip (lines[i]);

      if (g_regex_match (patterns ()->item, line, 0, &match))
        {
          g_autofree char *key = g_match_info_fetch (match, 1);
          g_autofree char *title = g_match_info_fetch (match, 2);

          item = ff_test_items_add (items, key, FF_TEST_SHORT, title != NULL ? title : "", points);
        }
      else if (item != NULL && *line != '\0')
        take_line (item, line);
    }
  g_ptr_array_foreach (items, (GFunc) (void (*) (void)) finish, NULL);
  return items;
}

char *
ff_test_text_format (const GPtrArray *items)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const FfTestItem *item = ff_test_items_get (items, i);
      g_autofree char *points = ff_hundredths_format (item->points);

      g_string_append_printf (text, "%s%s. (%s) %s\n", i > 0 ? "\n" : "", item->key, points, item->title);
      for (guint j = 0; j < item->options->len; j++)
        g_string_append_printf (text, "%c. %s\n", (char) ('A' + j), (char *) g_ptr_array_index (item->options, j));
      if (item->answer != NULL)
        g_string_append_printf (text, "Answer: %s\n", item->answer);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
