#include "config.h"

#include "ff-number-list.h"

#include <string.h>

#include "ff-text.h"

/* Longer ones are employee numbers. */
#define ORDINAL_DIGITS_MAX 3
/* In a chat somebody takes a line back, and the numbers have a gap. */
#define ORDINAL_GAP_MAX 20

void
ff_number_entry_free (FfNumberEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->text);
  g_strfreev (entry->words);
  g_free (entry);
}

/* Characters; full-width ones are narrow here. ------------------------------------------------------------------------ */

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN || c == 0x00b7 || c == 0x2022 || c == 0x30fb;
}

/* Between people. */
static gboolean
is_separator (gunichar c)
{
  return c == ',' || c == ';' || c == '|' || c == '\t' || c == 0x3001;
}

/* Between the words of one entry. A hyphen, a slash or a dot may belong to a number or to a department. */
static gboolean
is_gap (gunichar c)
{
  static const gunichar gaps[] = { '(', ')', '[', ']', '<', '>', '+', ':', '"', '@', '#', '*', 0x3002, 0x3010, 0x3011, 0x201c, 0x201d };

  if (g_unichar_isspace (c) || is_separator (c))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++)
    if (c == gaps[i])
      return TRUE;
  return FALSE;
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* Words ---------------------------------------------------------------------------------------------------------------- */

static void
add_word (GPtrArray *words, const char *text, gsize length)
{
  g_autofree char *word = g_strndup (text, length);
  char *start = word;

  for (gsize n = strlen (word); n > 0 && strchr ("-/._", word[n - 1]) != NULL; n--)
    word[n - 1] = '\0';
  start += strspn (start, "-/._");
  if (*start != '\0' && !g_ptr_array_find_with_equal_func (words, start, g_str_equal, NULL))
    g_ptr_array_add (words, g_strdup (start));
}

/* What two characters side by side are parted by: nothing, or the end of a name written in Chinese. */
static gboolean
is_border (gunichar before, gunichar after)
{
  return is_han (before) != is_han (after) || before == '-' || before == '/' || after == '-' || after == '/';
}

/* Calls for every stretch of @text between gaps or, when @fine, between borders too. */
static void
add_stretches (GPtrArray *words, const char *text, gboolean fine)
{
  const char *start = NULL;
  gunichar before = 0;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean ends = c == 0 || is_gap (c);

      if (start != NULL && (ends || (fine && is_border (before, c))))
        {
          add_word (words, start, (gsize) (p - start));
          start = NULL;
        }
      if (c == 0)
        return;
      if (!ends && start == NULL)
        start = p;
      before = c;
    }
}

static void
add_entry (GPtrArray *entries, guint line, const char *text, gboolean heading)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  FfNumberEntry *entry;

  add_word (words, trimmed, strlen (trimmed));
  add_stretches (words, trimmed, FALSE);
  add_stretches (words, trimmed, TRUE);
  if (words->len == 0)
    return;
  g_ptr_array_add (words, NULL);
  entry = g_new0 (FfNumberEntry, 1);
  entry->line = line;
  entry->text = g_steal_pointer (&trimmed);
  entry->words = (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
  entry->heading = heading;
  g_ptr_array_add (entries, entry);
}

/* Lines without a number in front -------------------------------------------------------------------------------------- */

static GPtrArray *
split (const char *text, gboolean (*parts) (gunichar c))
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && !parts (c))
        continue;
      char *piece = g_strstrip (g_strndup (start, (gsize) (p - start)));
      if (*piece != '\0')
        g_ptr_array_add (pieces, piece);
      else
        g_free (piece);
      if (c == 0)
        return pieces;
      start = g_utf8_next_char (p);
    }
}

/* A row of a table has a number and a name in it; a list of numbers or of names has only one of them. */
static gboolean
are_alike (const GPtrArray *pieces)
{
  for (guint i = 1; i < pieces->len; i++)
    if (has_digit (pieces->pdata[i]) != has_digit (pieces->pdata[0]))
      return FALSE;
  return pieces->len > 1;
}

static gboolean
is_chinese_name (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_han (g_utf8_get_char (p)))
      return FALSE;
  return g_utf8_strlen (text, -1) > 1;
}

/* Spaces part numbers, and names written in Chinese; "John Smith" is one, and so is 张 三. */
static gboolean
are_apart (const GPtrArray *tokens)
{
  gboolean numbers = TRUE, names = TRUE;

  for (guint i = 0; i < tokens->len; i++)
    {
      numbers = numbers && has_digit (tokens->pdata[i]);
      names = names && is_chinese_name (tokens->pdata[i]);
    }
  return tokens->len > 1 && (numbers || names);
}

static void
add_by_spaces (GPtrArray *entries, guint line, const char *text)
{
  g_autoptr (GPtrArray) tokens = split (text, g_unichar_isspace);

  if (!are_apart (tokens))
    {
      add_entry (entries, line, text, FALSE);
      return;
    }
  for (guint i = 0; i < tokens->len; i++)
    add_entry (entries, line, tokens->pdata[i], FALSE);
}

static void
add_plain (GPtrArray *entries, guint line, const char *text)
{
  g_autoptr (GPtrArray) pieces = split (text, is_separator);

  if (pieces->len > 1 && !are_alike (pieces))
    {
      add_entry (entries, line, text, FALSE);
      return;
    }
  for (guint i = 0; i < pieces->len; i++)
    add_by_spaces (entries, line, pieces->pdata[i]);
}

/* Lists that are counted ----------------------------------------------------------------------------------------------- */

/* "12." "12、" "12)" "12:" ⑫ in front of an entry. */
typedef struct
{
  guint line;
  gsize start; /* in its line */
  gsize end;   /* where the entry begins */
} Ordinal;

/* The length of an ordinal at @text, and its value; 0: there is none. */
static gsize
match_ordinal (const char *text, guint *value)
{
  gunichar c = g_utf8_get_char (text);
  gsize digits = strspn (text, "0123456789");
  const char *after = text + digits;
  gunichar mark = g_utf8_get_char (after);

  if (c >= 0x2460 && c <= 0x2473)
    {
      *value = c - 0x2460 + 1;
      return (gsize) (g_utf8_next_char (text) - text);
    }
  if (digits == 0 || digits > ORDINAL_DIGITS_MAX || !(mark == '.' || mark == ')' || mark == ':' || mark == 0x3001))
    return 0;
  *value = (guint) g_ascii_strtoull (text, NULL, 10);
  return (gsize) (g_utf8_next_char (after) - text);
}

static gboolean
is_next (guint value, guint last, gboolean first_in_line)
{
  if (value == last + 1)
    return TRUE;
  return first_in_line && last > 0 && value > last && value <= last + ORDINAL_GAP_MAX;
}

static void
find_in_line (const char *line, guint number, guint *last, GArray *ordinals)
{
  gboolean blank = TRUE; /* so far */
  gunichar before = ' ';

  for (const char *p = line; *p != '\0';)
    {
      gboolean may_begin = blank || !(before < 128 && (g_ascii_isalnum ((char) before) || before == '.' || before == '-'));
      guint value;
      gsize length = may_begin ? match_ordinal (p, &value) : 0;

      if (length > 0 && is_next (value, *last, blank))
        {
          Ordinal ordinal = { number, (gsize) (p - line), (gsize) (p - line) + length };

          g_array_append_val (ordinals, ordinal);
          *last = value;
          p += length;
          before = ' ';
          blank = FALSE;
          continue;
        }
      before = g_utf8_get_char (p);
      blank = blank && is_gap (before);
      p = g_utf8_next_char (p);
    }
}

/* "1、2、3" are three short employee numbers: in a counted list something stands between one number and the next. */
static gboolean
are_ordinals (char **lines, const GArray *ordinals)
{
  for (guint i = 1; i < ordinals->len; i++)
    {
      const Ordinal *a = &g_array_index (ordinals, Ordinal, i - 1);
      const Ordinal *b = &g_array_index (ordinals, Ordinal, i);

      if (a->line == b->line && strspn (lines[a->line - 1] + a->end, " \t") >= b->start - a->end)
        return FALSE;
    }
  return TRUE;
}

static void
add_counted (GPtrArray *entries, const char *line, const GArray *ordinals, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      const Ordinal *ordinal = &g_array_index (ordinals, Ordinal, i);
      gsize stop = i + 1 < end ? g_array_index (ordinals, Ordinal, i + 1).start : strlen (line);
      g_autofree char *text = g_strndup (line + ordinal->end, stop - ordinal->end);

      add_entry (entries, ordinal->line, text, FALSE);
    }
}

static void
read_line (GPtrArray *entries, const char *line, guint number, const GArray *ordinals, guint *at)
{
  guint first = *at;

  while (*at < ordinals->len && g_array_index (ordinals, Ordinal, *at).line == number)
    (*at)++;
  if (first == *at && first == 0 && ordinals->len > 0)
    add_entry (entries, number, line, TRUE);
  else if (first == *at)
    add_plain (entries, number, line);
  else
    {
      g_autofree char *before = g_strndup (line, g_array_index (ordinals, Ordinal, first).start);

      if (first == 0)
        add_entry (entries, number, before, TRUE);
      else
        add_plain (entries, number, before);
      add_counted (entries, line, ordinals, first, *at);
    }
}

GPtrArray *
ff_number_list_read (const char *paste)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_number_entry_free);
  g_autoptr (GArray) ordinals = g_array_new (FALSE, FALSE, sizeof (Ordinal));
  g_autofree char *narrow = ff_text_narrow (paste);
  g_auto (GStrv) lines = NULL;
  guint last = 0, at = 0;

  g_strdelimit (narrow, "\r\v\f", '\n');
  lines = g_strsplit (narrow, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    find_in_line (lines[i], i + 1, &last, ordinals);
  if (!are_ordinals (lines, ordinals))
    g_array_set_size (ordinals, 0);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (entries, lines[i], i + 1, ordinals, &at);
  return g_steal_pointer (&entries);
}
