/* Blocks of cells as text: what Excel, Calc and Numbers put on the clipboard, and read from it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A GPtrArray of rows, each a GPtrArray of char *. Columns are parted by tabs, rows by any line break; a cell that begins with
   a quote may hold both: its own quotes are doubled, its line breaks are read as line feeds. One line break at the end adds no row. */
GPtrArray *ff_grid_text_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The other way round, rows ended by a line feed. */
char *ff_grid_text_format (GPtrArray *rows) G_GNUC_WARN_UNUSED_RESULT;

/* Leaves out the rows and columns at the end in which every cell is empty, and every kind of space around a cell's text. */
void ff_grid_text_trim (GPtrArray *rows);
/* Without spaces around it, no-break and full-width ones too, and without marks that nobody sees. */
char *ff_grid_text_strip (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* For building rows by hand. */
GPtrArray *ff_grid_text_new_rows (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_grid_text_add_row (GPtrArray *rows);

G_END_DECLS
