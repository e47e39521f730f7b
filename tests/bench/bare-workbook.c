/* Writes the cells that a text file lists with bare libxlsxwriter in its default mode, and nothing else: no checks, no read-back.
   The file has one cell a line: sheet, row, column, kind (s, n, f), value, and for f the formula, separated by tabs.
   Prints the cost from the first library call to the closed workbook: neither the program's start nor the list of cells counts,
   but the memory that the program itself takes does. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "cost.h"

typedef struct
{
  char *sheet;
  lxw_row_t row;
  lxw_col_t column;
  char kind;
  char *value;
  double number;
  char *formula;
} Cell;

static void
read_cell (char *line, Cell *cell)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 6);

  g_assert (g_strv_length (fields) >= 5);
  cell->sheet = g_strdup (fields[0]);
  cell->row = (lxw_row_t) atoi (fields[1]);
  cell->column = (lxw_col_t) atoi (fields[2]);
  cell->kind = fields[3][0];
  cell->value = g_strdup (fields[4]);
  cell->number = g_ascii_strtod (fields[4], NULL);
  cell->formula = g_strdup (fields[5]);
}

static void
write_cell (lxw_worksheet *sheet, const Cell *cell)
{
  switch (cell->kind)
    {
    case 's':
      worksheet_write_string (sheet, cell->row, cell->column, cell->value, NULL);
      break;
    case 'n':
      worksheet_write_number (sheet, cell->row, cell->column, cell->number, NULL);
      break;
    case 'f':
      worksheet_write_formula_num (sheet, cell->row, cell->column, cell->formula, NULL, cell->number);
      break;
    case 't':
      worksheet_write_formula_str (sheet, cell->row, cell->column, cell->formula, NULL, cell->value);
      break;
    default:
      g_assert_not_reached ();
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree Cell *cells = NULL;
  gsize n = 0;
  Cost cost;
  long kb_at_start = cost_memory ("VmRSS");
  lxw_workbook *workbook;
  lxw_worksheet *sheet = NULL;
  const char *name = NULL;

  g_assert (argc == 3 && g_file_get_contents (argv[1], &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  cells = g_new0 (Cell, g_strv_length (lines) + 1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      read_cell (*line, &cells[n++]);

  cost_begin (&cost, kb_at_start);
  workbook = workbook_new (argv[2]);
  for (gsize i = 0; i < n; i++)
    {
      if (name == NULL || strcmp (name, cells[i].sheet) != 0)
        {
          name = cells[i].sheet;
          sheet = workbook_add_worksheet (workbook, name);
        }
      write_cell (sheet, &cells[i]);
    }
  g_assert (workbook_close (workbook) == LXW_NO_ERROR);
  cost_print (&cost);
  return 0;
}
