#include "config.h"

#include "ff-test-paper.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-error.h"
#include "ff-number.h"

/* Letters that an option can have. */
#define N_LETTERS 26

static void
item_free (gpointer data)
{
  FfTestItem *item = data;

  g_free (item->key);
  g_free (item->title);
  g_free (item->answer);
  g_ptr_array_unref (item->options);
  g_free (item);
}

GPtrArray *
ff_test_items_new (void)
{
  return g_ptr_array_new_with_free_func (item_free);
}

const FfTestItem *
ff_test_items_get (const GPtrArray *items, guint index)
{
  g_return_val_if_fail (items != NULL && index < items->len, NULL);
  return g_ptr_array_index (items, index);
}

FfTestItem *
ff_test_items_add (GPtrArray *items, const char *key, FfTestKind kind, const char *title, gint64 points)
{
  FfTestItem *item;

  g_return_val_if_fail (items != NULL, NULL);

  item = g_new0 (FfTestItem, 1);
  item->key = g_strdup (key);
  item->kind = kind;
  item->title = g_strdup (title);
  item->options = g_ptr_array_new_with_free_func (g_free);
  item->points = points;
  g_ptr_array_add (items, item);
  return item;
}

GPtrArray *
ff_test_items_copy (const GPtrArray *items)
{
  GPtrArray *copy;

  if (items == NULL)
    return NULL;
  copy = ff_test_items_new ();
  for (guint i = 0; i < items->len; i++)
    {
      const FfTestItem *item = g_ptr_array_index (items, i);
      FfTestItem *twin = ff_test_items_add (copy, item->key, item->kind, item->title, item->points);

      twin->id = item->id;
      twin->answer = g_strdup (item->answer);
      for (guint j = 0; j < item->options->len; j++)
        g_ptr_array_add (twin->options, g_strdup (g_ptr_array_index (item->options, j)));
    }
  return copy;
}

FfTestItem *
ff_test_items_find (const GPtrArray *items, const char *key)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    if (g_strcmp0 (ff_test_items_get (items, i)->key, key) == 0)
      return g_ptr_array_index (items, i);
  return NULL;
}

gboolean
ff_test_item_equal (const FfTestItem *a, const FfTestItem *b)
{
  gboolean equal = g_strcmp0 (a->key, b->key) == 0 && a->kind == b->kind && g_strcmp0 (a->title, b->title) == 0
                   && g_strcmp0 (a->answer, b->answer) == 0 && a->points == b->points && a->options->len == b->options->len;

  for (guint i = 0; equal && i < a->options->len; i++)
    equal = g_strcmp0 (g_ptr_array_index (a->options, i), g_ptr_array_index (b->options, i)) == 0;
  return equal;
}

gint64
ff_test_items_sum (const GPtrArray *items)
{
  gint64 sum = 0;

  for (guint i = 0; items != NULL && i < items->len; i++)
    sum += ff_test_items_get (items, i)->points;
  return sum;
}

/* Whether every letter of @letters stands for an option of the item. */
static gboolean
has_options (const FfTestItem *item, const char *letters)
{
  for (const char *p = letters; *p != '\0'; p++)
    if (item->options->len > 0 && (guint) (*p - 'A') >= item->options->len)
      return FALSE;
  return TRUE;
}

static gboolean
validate_choice (const FfTestItem *item, GError **error)
{
  g_autofree char *letters = item->answer != NULL ? ff_test_letters_parse (item->answer) : NULL;

  if (letters == NULL || *letters == '\0')
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("Item %s has no key: say which letters are right, as in “Answer: B”."), item->key);
  else if (!has_options (item, letters))
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The key of item %s, %s, is not among its options."), item->key, letters);
  else
    return TRUE;
  return FALSE;
}

gboolean
ff_test_items_validate (const GPtrArray *items, GError **error)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const FfTestItem *item = ff_test_items_get (items, i);

      if (item->key == NULL || *item->key == '\0')
        g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The item in place %u of the test has no number."), i + 1);
      else if (ff_test_items_find (items, item->key) != item)
        g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("Two items of the test have the number %s."), item->key);
      else if (item->title == NULL || *item->title == '\0')
        g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("Item %s has no text."), item->key);
      else if (item->points <= 0)
        g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("Item %s gives no points; give it some."), item->key);
      else if (item->kind == FF_TEST_SHORT || validate_choice (item, error))
        continue;
      return FALSE;
    }
  return TRUE;
}

const char *
ff_test_kind_to_key (FfTestKind kind)
{
  return kind == FF_TEST_CHOICE ? "choice" : "short";
}

gboolean
ff_test_kind_from_key (const char *key, FfTestKind *kind)
{
  if (g_strcmp0 (key, "choice") == 0)
    *kind = FF_TEST_CHOICE;
  else if (g_strcmp0 (key, "short") == 0)
    *kind = FF_TEST_SHORT;
  else
    return FALSE;
  return TRUE;
}

/* Answers ----------------------------------------------------------------------------------------------------------------- */

/* 1 is A on the number pad. -1: no letter. */
static int
letter_of (gunichar character)
{
  if (character >= 'a' && character <= 'z')
    return (int) (character - 'a');
  if (character >= 'A' && character <= 'Z')
    return (int) (character - 'A');
  if (character >= '1' && character <= '9')
    return (int) (character - '1');
  return -1;
}

char *
ff_test_letters_parse (const char *text)
{
  g_autofree char *plain = NULL;
  gboolean chosen[N_LETTERS] = { FALSE };
  g_autoptr (GString) letters = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  if (plain == NULL)
    return NULL;
  g_strstrip (plain);
  if (g_str_equal (plain, "-") || g_str_equal (plain, "0") || g_str_equal (plain, "无") || g_str_equal (plain, "無"))
    return g_strdup ("");
  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      int letter = letter_of (character);

      if (letter >= 0)
        chosen[letter] = TRUE;
      else if (!g_unichar_isspace (character) && character != ',' && character != 0x3001)
        return NULL;
    }
  for (int i = 0; i < N_LETTERS; i++)
    if (chosen[i])
      g_string_append_c (letters, (char) ('A' + i));
  return letters->len > 0 ? g_string_free (g_steal_pointer (&letters), FALSE) : NULL;
}

gint64
ff_test_item_points (const FfTestItem *item, const FfTestAnswer *answer)
{
  g_return_val_if_fail (item != NULL && answer != NULL, -1);

  if (item->kind == FF_TEST_SHORT)
    return answer->score >= 0 ? MIN (answer->score, item->points) : -1;
  if (answer->letters == NULL)
    return -1;
  return g_strcmp0 (answer->letters, item->answer) == 0 ? item->points : 0;
}

static gboolean
parse_letters (const FfTestItem *item, const char *text, char **letters, GError **error)
{
  g_autofree char *parsed = ff_test_letters_parse (text);

  if (parsed == NULL)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” is no answer to item %s; write letters such as B or ACD, or 0 for none."), text,
                 item->key);
  else if (!has_options (item, parsed))
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("Item %s has no option %s; its last one is %c."), item->key, parsed,
                 (char) ('A' + item->options->len - 1));
  else
    {
      *letters = g_steal_pointer (&parsed);
      return TRUE;
    }
  return FALSE;
}

gboolean
ff_test_answer_parse (const FfTestItem *item, const char *text, char **letters, gint64 *score, GError **error)
{
  g_autofree char *line = g_strstrip (g_strdup (text));
  g_autofree char *most = NULL;

  g_return_val_if_fail (item != NULL && letters != NULL && score != NULL, FALSE);

  *letters = NULL;
  *score = -1;
  if (*line == '\0')
    return TRUE;
  if (item->kind == FF_TEST_CHOICE)
    return parse_letters (item, line, letters, error);
  if (g_str_equal (line, "-"))
    {
      *score = 0;
      return TRUE;
    }
  if (ff_hundredths_parse (line, score) && *score >= 0 && *score <= item->points)
    return TRUE;
  most = ff_hundredths_format (item->points);
  *score = -1;
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” is not possible for item %s; write points from 0 to %s."), line, item->key, most);
  return FALSE;
}

void
ff_test_paper_sum (const GPtrArray *items, const FfTestAnswer *answers, FfTestSum *sum)
{
  g_return_if_fail (sum != NULL);

  *sum = (FfTestSum) { 0, ff_test_items_sum (items), 0 };
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      gint64 points = ff_test_item_points (ff_test_items_get (items, i), &answers[i]);

      if (points < 0)
        sum->missing++;
      else
        sum->points += points;
    }
}
