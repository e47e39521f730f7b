/* The numbers of a plain sheet. */
#include "config.h"

#include "ff-cli-numbers.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-cli-command.h"
#include "ff-number.h"
#include "ff-sample.h"

void
ff_cli_numbers_clear (FfCliNumbers *numbers)
{
  g_clear_pointer (&numbers->sheet, ff_sheet_free);
  g_clear_pointer (&numbers->columns, g_array_unref);
  g_clear_pointer (&numbers->headings, g_ptr_array_unref);
  g_clear_pointer (&numbers->rows, g_array_unref);
  g_clear_pointer (&numbers->values, g_free);
}

/* Columns --------------------------------------------------------------------------------------------------------- */

static char *
dup_heading (const FfSheet *sheet, guint column)
{
  return g_strstrip (g_strdup (ff_sheet_peek (sheet, 0, column)));
}

static gboolean
is_label (const FfSheet *sheet, guint column)
{
  g_autofree char *heading = dup_heading (sheet, column);

  return column == 0 && (g_ascii_strcasecmp (heading, "id") == 0 || g_ascii_strcasecmp (heading, "employee_no") == 0);
}

static void
take_column (FfCliNumbers *numbers, guint column)
{
  g_array_append_val (numbers->columns, column);
  g_ptr_array_add (numbers->headings, dup_heading (numbers->sheet, column));
}

static void
take_all_columns (FfCliNumbers *numbers)
{
  for (guint column = 0; column < numbers->sheet->n_columns; column++)
    {
      g_autofree char *heading = dup_heading (numbers->sheet, column);

      if (*heading != '\0' && !is_label (numbers->sheet, column))
        take_column (numbers, column);
    }
}

gboolean
ff_cli_sheet_find_column (const FfSheet *sheet, const FfWord *words, gsize n_words, int value, const char *name, guint *column, GError **error)
{
  gboolean found = FALSE;

  for (guint i = 0; i < sheet->n_columns; i++)
    {
      int meant;

      if (!ff_word_find (words, n_words, ff_sheet_peek (sheet, 0, i), &meant) || meant != value)
        continue;
      if (found)
        {
          g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” has two columns for “%s”; take one out."), sheet->path, name);
          return FALSE;
        }
      *column = i;
      found = TRUE;
    }
  if (!found)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” needs a column headed “%s”."), sheet->path, name);
  return found;
}

static gboolean
take_columns (FfCliNumbers *numbers, const char *const *names, gsize n_names, const FfWord *words, gsize n_words, GError **error)
{
  for (gsize i = 0; i < n_names; i++)
    {
      guint column;

      if (!ff_cli_sheet_find_column (numbers->sheet, words, n_words, (int) i, names[i], &column, error))
        return FALSE;
      take_column (numbers, column);
    }
  return TRUE;
}

static void
note_ignored (const FfSheet *sheet, const FfWord *words, gsize n_words)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      g_autofree char *heading = dup_heading (sheet, i);
      int meant;

      if (*heading != '\0' && !is_label (sheet, i) && !ff_word_find (words, n_words, heading, &meant))
        ff_cli_note (_("%s: the column “%s” is ignored."), sheet->path, heading);
    }
}

/* Cells ----------------------------------------------------------------------------------------------------------- */

/* What a column of the sheet is, when it is none of the k. */
enum
{
  PLACE_IGNORED = -1,
  PLACE_NAMELESS = -2,
};

static int *
place_columns (const FfCliNumbers *numbers)
{
  int *places = g_new (int, numbers->sheet->n_columns);

  for (guint i = 0; i < numbers->sheet->n_columns; i++)
    {
      g_autofree char *heading = dup_heading (numbers->sheet, i);

      places[i] = *heading != '\0' ? PLACE_IGNORED : PLACE_NAMELESS;
    }
  for (guint i = 0; i < numbers->k; i++)
    places[g_array_index (numbers->columns, guint, i)] = (int) i;
  return places;
}

static gboolean
read_cell (const FfCliNumbers *numbers, gsize row, int place, const char *text, double *value, GError **error)
{
  const char *path = numbers->sheet->path;
  guint record = ff_cli_numbers_get_record (numbers, row);

  if (place == PLACE_NAMELESS)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("%s:%u: “%s” stands in a column without a heading; name the column."), path, record,
                 text);
  else if (!ff_number_parse (text, value))
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("%s:%u:%s: “%s” is not a number; correct it, or leave the cell empty."), path, record,
                 ff_cli_numbers_get_heading (numbers, (gsize) place), text);
  else
    return TRUE;
  return FALSE;
}

static gboolean
read_row (FfCliNumbers *numbers, gsize row, const int *places, GError **error)
{
  const FfSheetRow *place = ff_sheet_get_row (numbers->sheet, g_array_index (numbers->rows, guint, row));
  const FfCell *cells = ff_sheet_get_cells (numbers->sheet, place);
  double *values = numbers->values + row * numbers->k, nowhere;

  for (gsize i = 0; i < numbers->k; i++)
    values[i] = FF_UNDEFINED;
  for (guint i = 0; i < place->n_cells; i++)
    {
      int column = places[cells[i].column];

      if (column != PLACE_IGNORED
          && !read_cell (numbers, row, column, ff_sheet_get_text (numbers->sheet, &cells[i]), column >= 0 ? &values[column] : &nowhere,
                         error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_values (FfCliNumbers *numbers, GError **error)
{
  g_autofree int *places = NULL;

  if (numbers->sheet->rows->len < 2 || numbers->columns->len == 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” needs a heading row with a column for each, and at least one row of numbers."),
                   numbers->sheet->path);
      return FALSE;
    }
  numbers->n = numbers->sheet->rows->len - 1;
  numbers->k = numbers->columns->len;
  places = place_columns (numbers);
  numbers->values = g_new (double, numbers->n *numbers->k);
  for (guint i = 1; i <= numbers->n; i++)
    g_array_append_val (numbers->rows, i);
  for (gsize i = 0; i < numbers->n; i++)
    if (!read_row (numbers, i, places, error))
      return FALSE;
  return TRUE;
}

static gboolean
open_sheet (FfCliNumbers *numbers, const char *path, GError **error)
{
  *numbers = (FfCliNumbers) {
    .sheet = ff_sheet_read (path, NULL, NULL, error),
    .columns = g_array_new (FALSE, FALSE, sizeof (guint)),
    .headings = g_ptr_array_new_with_free_func (g_free),
    .rows = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  return numbers->sheet != NULL;
}

gboolean
ff_cli_numbers_read (FfCliNumbers *numbers, const char *path, GError **error)
{
  if (!open_sheet (numbers, path, error))
    return FALSE;
  take_all_columns (numbers);
  return read_values (numbers, error);
}

gboolean
ff_cli_numbers_read_columns (FfCliNumbers *numbers, const char *path, const char *const *names, gsize n_names, const FfWord *words,
                             gsize n_words, GError **error)
{
  if (!open_sheet (numbers, path, error) || !take_columns (numbers, names, n_names, words, n_words, error)
      || !read_values (numbers, error))
    return FALSE;
  note_ignored (numbers->sheet, words, n_words);
  return TRUE;
}

/* Looking at them ------------------------------------------------------------------------------------------------- */

const char *
ff_cli_numbers_get_heading (const FfCliNumbers *numbers, gsize column)
{
  return g_ptr_array_index (numbers->headings, column);
}

const char *
ff_cli_numbers_get_text (const FfCliNumbers *numbers, gsize row, guint sheet_column)
{
  return ff_sheet_peek (numbers->sheet, g_array_index (numbers->rows, guint, row), sheet_column);
}

guint
ff_cli_numbers_get_record (const FfCliNumbers *numbers, gsize row)
{
  return ff_sheet_get_row (numbers->sheet, g_array_index (numbers->rows, guint, row))->record;
}

static gboolean
check_value (const FfCliNumbers *numbers, gsize row, gsize column, double least, double most, gboolean whole, GError **error)
{
  double value = numbers->values[row * numbers->k + column];
  const char *path = numbers->sheet->path, *heading = ff_cli_numbers_get_heading (numbers, column);
  const char *text = ff_cli_numbers_get_text (numbers, row, g_array_index (numbers->columns, guint, column));
  guint record = ff_cli_numbers_get_record (numbers, row);
  char limit[G_ASCII_DTOSTR_BUF_SIZE];

  if (value < least)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("%s:%u:%s: “%s” is below %s; correct it."), path, record, heading, text,
                 g_ascii_formatd (limit, sizeof limit, "%.10g", least));
  else if (value > most)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("%s:%u:%s: “%s” is above %s; correct it."), path, record, heading, text,
                 g_ascii_formatd (limit, sizeof limit, "%.10g", most));
  else if (whole && value != round (value))
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("%s:%u:%s: “%s” is not a whole number; correct it."), path, record, heading, text);
  else
    return TRUE;
  return FALSE;
}

gboolean
ff_cli_numbers_check (const FfCliNumbers *numbers, double least, double most, gboolean whole, GError **error)
{
  for (gsize i = 0; i < numbers->n; i++)
    for (gsize j = 0; j < numbers->k; j++)
      if (!isnan (numbers->values[i * numbers->k + j]) && !check_value (numbers, i, j, least, most, whole, error))
        return FALSE;
  return TRUE;
}

/* The first column in which a row has nothing, or k. */
static gsize
find_empty (const FfCliNumbers *numbers, gsize row)
{
  gsize column = 0;

  while (column < numbers->k && !isnan (numbers->values[row * numbers->k + column]))
    column++;
  return column;
}

void
ff_cli_numbers_drop_incomplete (FfCliNumbers *numbers)
{
  gsize kept = 0;

  for (gsize i = 0; i < numbers->n; i++)
    {
      gsize empty = find_empty (numbers, i);

      if (empty < numbers->k)
        {
          ff_cli_note (_("%s:%u:%s: the cell is empty; the row is left out."), numbers->sheet->path,
                       ff_cli_numbers_get_record (numbers, i), ff_cli_numbers_get_heading (numbers, empty));
          continue;
        }
      g_array_index (numbers->rows, guint, kept) = g_array_index (numbers->rows, guint, i);
      memmove (numbers->values + kept * numbers->k, numbers->values + i * numbers->k, numbers->k * sizeof (double));
      kept++;
    }
  numbers->n = kept;
  g_array_set_size (numbers->rows, (guint) kept);
}
