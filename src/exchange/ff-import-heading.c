/* Finding the heading of a sheet, and which column holds what. */
#include "config.h"

#include <string.h>

#include "ff-import-kind.h"

#define SEARCHED_ROWS 10

char *
ff_import_fold_heading (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKC);
  g_autoptr (GString) folded = g_string_new (NULL);
  int brackets = 0;

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == '[' || c == 0x3010)
        brackets++;
      else if (c == ')' || c == ']' || c == 0x3011)
        brackets = MAX (brackets - 1, 0);
      else if (brackets == 0 && g_unichar_isalnum (c))
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/* The place of a word in a list separated by '|', from 0; -1 if it is not there. */
static int
find_word (const char *words, const char *word)
{
  gsize length = strlen (word);
  int place = 0;

  if (words == NULL || length == 0)
    return -1;
  for (;; place++)
    {
      const char *end = strchrnul (words, '|');

      if ((gsize) (end - words) == length && memcmp (words, word, length) == 0)
        return place;
      if (*end == '\0')
        return -1;
      words = end + 1;
    }
}

/* How well a folded heading names a field: 0 best, -1 not at all. */
static int
rate (const FfField *field, const char *folded)
{
  g_autofree char *name = ff_import_fold_heading (field->name);
  int place;

  if (g_str_equal (name, folded))
    return 0;
  place = find_word (field->words, folded);
  return place < 0 ? -1 : place + 1;
}

static char *
fold_cell (const FfSheet *sheet, int row, guint column)
{
  return ff_import_fold_heading (ff_sheet_peek (sheet, row, column));
}

/* A merged heading stands in several columns but is meant for the first. */
static gboolean
is_repeated (const FfSheet *sheet, int row, guint column)
{
  const FfSheetRow *place = ff_sheet_get_row (sheet, row);
  const FfCell *cells = ff_sheet_get_cells (sheet, place);

  for (guint i = 1; i < place->n_cells; i++)
    if (cells[i].column == column)
      return (cells[i].flags & FF_CELL_REPEATED) && cells[i - 1].text == cells[i].text;
  return FALSE;
}

void
ff_import_match_columns (const FfImportKind *kind, const FfSheet *sheet, int heading, int *fields)
{
  g_autofree int *best = g_new (int, kind->n_fields);

  for (guint i = 0; i < kind->n_fields; i++)
    best[i] = G_MAXINT;
  for (guint column = 0; column < sheet->n_columns; column++)
    {
      g_autofree char *folded = heading < 0 ? NULL : fold_cell (sheet, heading, column);

      fields[column] = FF_IMPORT_IGNORED;
      if (folded == NULL || *folded == '\0' || is_repeated (sheet, heading, column))
        continue;
      for (guint i = 0; i < kind->n_fields; i++)
        {
          int rating = rate (&kind->fields[i], folded);

          /* Where two columns could be the telephone number, the better name wins, then the first. */
          if (rating < 0 || rating >= best[i])
            continue;
          for (guint other = 0; other < column; other++)
            if (fields[other] == (int) i)
              fields[other] = FF_IMPORT_IGNORED;
          best[i] = rating;
          fields[column] = i;
          break;
        }
    }
}

static gboolean
needs_column (const FfField *field, GHashTable *defaults)
{
  return (field->flags & FF_FIELD_KEY) && (defaults == NULL || !g_hash_table_contains (defaults, field->name));
}

static gboolean
holds_keys (const FfImportKind *kind, const FfSheet *sheet, int row, GHashTable *defaults)
{
  g_autofree int *fields = g_new (int, MAX (sheet->n_columns, 1));

  ff_import_match_columns (kind, sheet, row, fields);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      gboolean found = !needs_column (&kind->fields[i], defaults);

      for (guint column = 0; !found && column < sheet->n_columns; column++)
        found = fields[column] == (int) i;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static gboolean
needs_any_column (const FfImportKind *kind, GHashTable *defaults)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (needs_column (&kind->fields[i], defaults))
      return TRUE;
  return FALSE;
}

/* A title above the heading is one cell, however wide. */
static int
find_first_wide (const FfSheet *sheet, int n)
{
  for (int row = 0; row < n; row++)
    if (sheet->n_columns == 1 || ff_sheet_get_row (sheet, (guint) row)->n_cells > 1)
      return row;
  return -1;
}

int
ff_import_find_heading (const FfImportKind *kind, const FfSheet *sheet, GHashTable *defaults)
{
  int n = MIN (sheet->rows->len, SEARCHED_ROWS);

  if (!needs_any_column (kind, defaults))
    return find_first_wide (sheet, n);
  for (int row = 0; row < n; row++)
    if (holds_keys (kind, sheet, row, defaults))
      {
        /* A heading of two rows has its group titles above; the keys, merged over both, stand in each. */
        while (row + 1 < n && holds_keys (kind, sheet, row + 1, defaults))
          row++;
        return row;
      }
  return -1;
}

char *
ff_import_find_twice (const FfImportKind *kind, const FfSheet *sheet, int heading)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint column = 0; column < sheet->n_columns; column++)
    {
      g_autofree char *folded = fold_cell (sheet, heading, column);
      gboolean matters = kind->arrange != NULL && !ff_import_is_survey_column (folded);

      if (*folded == '\0' || is_repeated (sheet, heading, column))
        continue;
      for (guint i = 0; i < kind->n_fields && !matters; i++)
        matters = rate (&kind->fields[i], folded) >= 0 && !(kind->fields[i].flags & FF_FIELD_KNOWN);
      if (matters && !g_hash_table_add (seen, g_steal_pointer (&folded)))
        return g_strdup (ff_sheet_peek (sheet, heading, column));
    }
  return NULL;
}

gboolean
ff_import_is_survey_column (const char *text)
{
  static const char *const headings[] = {
    "序号", "序號", "提交答卷时间", "提交答卷時間", "所用时间", "所用時間", "来源", "來源", "来源详情", "來源詳情",
    "来自ip", "來自ip", "总分", "總分", "昵称", "暱稱", "提交时间", "提交時間", "开始时间", "開始時間", "结束时间", "結束時間", "答题时长",
    "開始時間", "結束時間", "答題時長", "开始答题时间", "開始答題時間", "结束答题时间", "結束答題時間", "开始填写时间", "完成时间", "完成時間",
    "上次修改时间", "上次修改時間", "ip", "ip地址", "地理位置", "时间戳记", "時間戳記", "timestamp", "respondentid", "collectorid", "startdate",
    "enddate", "starttime", "completiontime", "lastmodifiedtime", "ipaddress", "datesubmitted", "datestarted", "datelastaction", "lastpage",
    "startlanguage", "seed", "referrerurl",
  };
  g_autofree char *folded = ff_import_fold_heading (text);

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (headings[i], folded))
      return TRUE;
  return FALSE;
}

gboolean
ff_import_is_closing (const char *text)
{
  static const char *const words[] = {
    "合计", "合計", "小计", "小計", "总计", "總計", "共计", "共計", "平均", "平均值", "平均分", "平均数", "平均數", "total", "totals",
    "subtotal", "grandtotal", "sum", "average", "mean",
  };
  /* These are followed by a name or a text after a colon. */
  static const char *const openings[] = {
    "制表", "製表", "审核", "審核", "填表", "备注", "備註", "注", "註", "说明", "說明", "合计", "合計", "总计", "總計", "共计", "共計",
    "prepared by", "checked by", "note", "notes", "total",
  };
  g_autofree char *folded = NULL, *normal = NULL;
  const char *colon;

  /* Nearly every row begins with a number of some kind, which is none of these. */
  if (g_str_is_ascii (text) && strpbrk (text, "0123456789") != NULL)
    return FALSE;
  folded = ff_import_fold_heading (text);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], folded))
      return TRUE;

  normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  colon = normal != NULL ? strchr (normal, ':') : NULL;
  if (colon == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autofree char *before = g_strndup (normal, colon - normal);
      g_autofree char *lower = g_utf8_strdown (g_strstrip (before), -1);

      if (g_str_has_prefix (lower, openings[i]) && g_utf8_strlen (lower, -1) <= g_utf8_strlen (openings[i], -1) + 1)
        return TRUE;
    }
  return FALSE;
}
