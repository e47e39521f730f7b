/* The numbers of a plain sheet, for the statistics: a heading row, and below it a row for each case. */
#pragma once

#include "ff-sheet.h"
#include "ff-word.h"

G_BEGIN_DECLS

typedef struct
{
  FfSheet *sheet;
  GArray *columns;     /* guint: where in the sheet each of the k columns stands */
  GPtrArray *headings; /* char *: theirs */
  GArray *rows;        /* guint: and each of the n rows */
  gsize n, k;
  double *values;      /* row after row; NAN where a cell is empty */
} FfCliNumbers;

void ff_cli_numbers_clear (FfCliNumbers *numbers);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfCliNumbers, ff_cli_numbers_clear)

/* Takes every column but a first one headed id or employee_no. FALSE with a sentence that names the place: a cell is no number, or stands
   in a column without a heading. */
gboolean ff_cli_numbers_read (FfCliNumbers *numbers, const char *path, GError **error);
/* Takes the columns of @names alone, which are those that a file should have; @words are all their names, in any language, with the
   index among @names as value. The others are ignored with a note. */
gboolean ff_cli_numbers_read_columns (FfCliNumbers *numbers, const char *path, const char *const *names, gsize n_names, const FfWord *words,
                                      gsize n_words, GError **error);

const char *ff_cli_numbers_get_heading (const FfCliNumbers *numbers, gsize column);
/* A cell's text as it stands in the file, of any column of the sheet. */
const char *ff_cli_numbers_get_text (const FfCliNumbers *numbers, gsize row, guint sheet_column);
/* What people call the row. */
guint ff_cli_numbers_get_record (const FfCliNumbers *numbers, gsize row);

/* FALSE with the place of the first number that is below @least, above @most, or, when @whole, no whole one; either limit may be infinite. */
gboolean ff_cli_numbers_check (const FfCliNumbers *numbers, double least, double most, gboolean whole, GError **error);
/* Leaves out the rows with an empty cell, and says so of each. */
void ff_cli_numbers_drop_incomplete (FfCliNumbers *numbers);

/* The column of @sheet whose heading is one of @words with @value; FALSE with a sentence that asks for @name. */
gboolean ff_cli_sheet_find_column (const FfSheet *sheet, const FfWord *words, gsize n_words, int value, const char *name, guint *column,
                                   GError **error);

G_END_DECLS
