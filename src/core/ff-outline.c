/* Line by line: how far it is indented, the mark at its start, what its words say; then a stack of the items that are still open decides
   where it hangs. */
#include "ff-outline.h"

#include <string.h>

#include "ff-outline-mark.h"
#include "ff-outline-words.h"

/* A style of marks: those of one list, and of all lists like it. A style that is indented below itself is another one. */
typedef struct
{
  FfMarkForm form; /* FF_MARK_NONE: unnumbered */
  int sign;
  int level;
  int nest;
} Style;

typedef struct
{
  Style style;
  int indent;
  int value;
  int item; /* index */
} Open;

typedef struct
{
  GPtrArray *items;
  GArray *order; /* Style, the outer ones first */
  GArray *open;  /* Open, the outermost first; each item is below the one before it */
} Reader;

void
ff_outline_item_free (FfOutlineItem *item)
{
  if (item == NULL)
    return;
  g_free (item->lead);
  g_free (item->title);
  g_free (item->trail);
  g_free (item);
}

/* Styles ---------------------------------------------------------------------------------------------------------------------- */

static gboolean
is_alike (const Style *a, const Style *b)
{
  return a->form == b->form && a->sign == b->sign && a->level == b->level;
}

static Open *
open_at (Reader *reader, guint index)
{
  return &g_array_index (reader->open, Open, index);
}

static int
find_rank (Reader *reader, const Style *style)
{
  for (guint i = 0; i < reader->order->len; i++)
    {
      const Style *known = &g_array_index (reader->order, Style, i);

      if (is_alike (known, style) && known->nest == style->nest)
        return (int) i;
    }
  return -1;
}

/* ## is never outside of #, nor 1.1 of 1. or 1.1.1 outside of 1.1. */
static gboolean
is_inside (const Style *outer, const Style *inner)
{
  if (outer->form == FF_MARK_DECIMAL && inner->form == FF_MARK_NUMBER)
    return FALSE;
  if (outer->form == FF_MARK_NUMBER && inner->form == FF_MARK_DECIMAL)
    return inner->level > 0;
  return outer->form == inner->form && (inner->form == FF_MARK_HEADING || inner->form == FF_MARK_DECIMAL) && outer->level < inner->level;
}

/* A style that appears for the first time is the innermost so far, but for families that have an order of their own. */
static int
need_rank (Reader *reader, const Style *style)
{
  int rank = find_rank (reader, style);

  if (rank >= 0)
    return rank;
  for (rank = 0; rank < (int) reader->order->len; rank++)
    if (is_inside (style, &g_array_index (reader->order, Style, rank)))
      break;
  g_array_insert_val (reader->order, (guint) rank, *style);
  return rank;
}

/* The style of a line that belongs to a list which is open: where the indentation is the same, where the number is the next one, or, for
   a list within that list, where it is indented further and begins anew. */
static gboolean
join_open (Reader *reader, const FfMark *mark, int indent, Style *style)
{
  const Open *same = NULL, *next = NULL, *inner = NULL, *fallback = NULL;

  for (guint i = 0; i < reader->open->len; i++)
    {
      const Open *open = open_at (reader, i);

      if (!is_alike (&open->style, style))
        continue;
      inner = open;
      if (open->indent == indent)
        same = open;
      if (mark->value > 0 && open->value + 1 == mark->value)
        next = open;
      if (fallback == NULL || open->indent <= indent)
        fallback = open;
    }
  if (inner == NULL)
    return FALSE;
  if (same != NULL || next != NULL)
    style->nest = (same != NULL ? same : next)->style.nest;
  else if (indent > inner->indent && mark->value <= 1)
    style->nest = inner->style.nest + 1;
  else
    style->nest = fallback->style.nest;
  return TRUE;
}

/* People write "1、" and go on with "2.". */
static gboolean
join_variant (Reader *reader, const FfMark *mark, Style *style)
{
  for (guint i = reader->open->len; i > 0; i--)
    {
      const Open *open = open_at (reader, i - 1);

      if (mark->form == FF_MARK_NUMBER && open->style.form == FF_MARK_NUMBER && open->value + 1 == mark->value)
        {
          *style = open->style;
          return TRUE;
        }
    }
  return FALSE;
}

/* The stack ------------------------------------------------------------------------------------------------------------------- */

static gboolean
is_plain (const Open *open)
{
  return open->style.form == FF_MARK_NONE;
}

/* An unnumbered line that others are indented below, not a remark on the item before it. */
static gboolean
is_container (Reader *reader, guint index)
{
  return index == 0 || open_at (reader, index)->indent > open_at (reader, index - 1)->indent;
}

static void
close_from (Reader *reader, guint index)
{
  g_array_set_size (reader->open, index);
}

/* What an unnumbered line ends: its own kind as far as it is not indented below it, and numbers that are indented further. */
static void
close_for_plain (Reader *reader, int indent)
{
  for (guint i = reader->open->len; i > 0; i--)
    {
      const Open *open = open_at (reader, i - 1);

      if (is_plain (open) ? open->indent < indent : open->indent <= indent)
        break;
      close_from (reader, i - 1);
    }
}

/* Lines of one style, or of outer ones, are siblings of this one or stand above it. */
static void
close_for_style (Reader *reader, const Style *style, int indent, gboolean known)
{
  int rank;

  while (reader->open->len > 0 && is_plain (open_at (reader, reader->open->len - 1)))
    {
      guint last = reader->open->len - 1;

      if (!known && open_at (reader, last)->indent < indent && is_container (reader, last))
        break;
      close_from (reader, last);
    }
  rank = need_rank (reader, style);
  for (guint i = 0; i < reader->open->len; i++)
    if (!is_plain (open_at (reader, i)) && find_rank (reader, &open_at (reader, i)->style) >= rank)
      {
        close_from (reader, i);
        return;
      }
}

static void
place (Reader *reader, FfOutlineItem *item, const FfMark *mark, int indent)
{
  Open open = { { mark->form, mark->sign, mark->level, 0 }, indent, mark->value, (int) reader->items->len };

  if (mark->form == FF_MARK_NONE)
    close_for_plain (reader, indent);
  else
    {
      gboolean known = join_open (reader, mark, indent, &open.style) || join_variant (reader, mark, &open.style);

      close_for_style (reader, &open.style, indent, known);
    }
  if (reader->open->len >= FF_OUTLINE_MAX_DEPTH)
    close_from (reader, FF_OUTLINE_MAX_DEPTH - 1);
  item->depth = (int) reader->open->len;
  item->parent = item->depth > 0 ? open_at (reader, reader->open->len - 1)->item : -1;
  g_array_append_val (reader->open, open);
  g_ptr_array_add (reader->items, item);
}

/* Lines ------------------------------------------------------------------------------------------------------------------------ */

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xfeff || c == 0x200b;
}

/* Columns of white space before @line ends at *start. */
static int
measure_indent (const char *line, const char **start)
{
  int columns = 0;

  for (; *line != '\0' && is_blank (g_utf8_get_char (line)); line = g_utf8_next_char (line))
    {
      gunichar c = g_utf8_get_char (line);

      if (c == '\t')
        columns += 4 - columns % 4;
      else if (c == 0x3000)
        columns += 2;
      else if (g_unichar_isspace (c))
        columns++;
    }
  *start = line;
  return columns;
}

static gboolean
is_rule (const char *line)
{
  return strlen (line) >= 3 && strspn (line, "-=_*~# ") == strlen (line);
}

/* Between two words where there are some, so that the line can be read on. */
static const char *
find_cut (const char *start, const char *end)
{
  const char *limit;

  if (g_utf8_strlen (start, end - start) <= FF_OUTLINE_MAX_TITLE)
    return end;
  limit = g_utf8_offset_to_pointer (start, FF_OUTLINE_MAX_TITLE);
  for (const char *p = limit; p > start; p = g_utf8_prev_char (p))
    if (g_utf8_strchr ("。；！？.;!?", -1, g_utf8_get_char (g_utf8_prev_char (p))) != NULL && p - start > (limit - start) / 2)
      return p;
  return limit;
}

/* What does not fit into a title goes on below it. */
static void
add_rest (Reader *reader, const char *start, const char *end)
{
  int parent = (int) reader->items->len - 1;
  const FfOutlineItem *head = g_ptr_array_index (reader->items, (guint) parent);
  gboolean below = head->depth + 1 < FF_OUTLINE_MAX_DEPTH;

  for (const char *cut; start < end; start = cut)
    {
      FfOutlineItem *item = g_new0 (FfOutlineItem, 1);

      cut = find_cut (start, end);
      item->parent = below ? parent : head->parent;
      item->depth = head->depth + (below ? 1 : 0);
      item->minutes = -1;
      item->lead = g_strdup ("");
      item->title = g_strndup (start, (gsize) (cut - start));
      item->trail = g_strdup ("");
      g_ptr_array_add (reader->items, item);
    }
}

static void
read_line (Reader *reader, const char *line, int indent, const char *next)
{
  FfMark mark = ff_mark_read (line, next);
  FfOutlineItem *item = g_new0 (FfOutlineItem, 1);
  const char *start = line + mark.length, *end = line + strlen (line), *cut;

  if (start == end)
    start = line;
  item->minutes = ff_outline_take_minutes (&start, &end);
  item->kind = ff_outline_take_kind (&start, &end);
  item->named = item->kind != NULL;
  if (item->minutes < 0)
    item->minutes = ff_outline_take_minutes (&start, &end);
  if (g_str_has_prefix (line, "**") && end - start > 2 && strncmp (end - 2, "**", 2) == 0)
    end -= 2;
  cut = find_cut (start, end);
  item->lead = g_strndup (line, (gsize) (start - line));
  item->title = g_strndup (start, (gsize) (cut - start));
  item->trail = g_strdup (end);
  place (reader, item, &mark, indent);
  if (cut < end)
    add_rest (reader, cut, end);
}

/* What no word says follows from the place: numbered items and those with others below them are lectures and sections. */
static void
name_kinds (GPtrArray *items)
{
  g_autofree gboolean *holds = g_new0 (gboolean, items->len + 1);

  for (guint i = 0; i < items->len; i++)
    {
      const FfOutlineItem *item = g_ptr_array_index (items, i);

      if (item->parent >= 0)
        holds[item->parent] = TRUE;
    }
  for (guint i = 0; i < items->len; i++)
    {
      FfOutlineItem *item = g_ptr_array_index (items, i);
      gboolean numbered = *item->lead != '\0' && ff_mark_read (item->lead, "").form != FF_MARK_BULLET;

      if (item->kind == NULL)
        item->kind = item->depth > 1 || !(numbered || holds[i]) ? "topic" : item->depth == 0 ? "lecture" : "section";
    }
}

static GPtrArray *
split_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *start = text;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && c != '\n' && c != '\r' && c != '\v' && c != '\f' && c != 0x2028 && c != 0x2029)
        continue;
      g_ptr_array_add (lines, g_strchomp (g_strndup (start, (gsize) (p - start))));
      if (c == 0)
        return lines;
      start = g_utf8_next_char (p);
    }
}

static const char *
next_line (GPtrArray *lines, guint index)
{
  const char *start = "";

  for (index++; index < lines->len && *start == '\0'; index++)
    measure_indent (g_ptr_array_index (lines, index), &start);
  return start;
}

GPtrArray *
ff_outline_read (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  Reader reader;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  lines = split_lines (valid);
  reader.items = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_outline_item_free);
  reader.order = g_array_new (FALSE, FALSE, sizeof (Style));
  reader.open = g_array_new (FALSE, FALSE, sizeof (Open));
  for (guint i = 0; i < lines->len; i++)
    {
      const char *start;
      int indent = measure_indent (g_ptr_array_index (lines, i), &start);

      if (*start != '\0' && !is_rule (start))
        read_line (&reader, start, indent, next_line (lines, i));
    }
  name_kinds (reader.items);
  g_array_unref (reader.order);
  g_array_unref (reader.open);
  return reader.items;
}
