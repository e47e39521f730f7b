/* The one door to libxlsxwriter, which trusts its callers more than it should: arguments are checked, numbers are printed with a
   point, temporary files stay beside the target, and the finished file is read back and compared before it takes its name.
   Cells are written row by row, from left to right. The first error is kept, so that callers look at the end. A workbook stays on
   one thread. */
#pragma once

#include "ff-worker.h"

G_BEGIN_DECLS

typedef struct _FfXlsx FfXlsx;
typedef struct _FfXlsxSheet FfXlsxSheet;
typedef struct lxw_format FfXlsxFormat;

typedef struct
{
  gboolean bold;
  gboolean italic;
  gboolean wrap;
  gboolean border;
  char align;         /* 'l', 'c', 'r'; 0: as the value's kind has it */
  const char *number; /* a number format, "@" for text; NULL: general */
  int fill;           /* 0xRRGGBB, -1: none */
  int ink;            /* 0xRRGGBB, -1: as usual */
} FfXlsxStyle;

#define FF_XLSX_STYLE_PLAIN ((FfXlsxStyle) { .fill = -1, .ink = -1 })

/* @cancellable and @progress may be NULL. Until it is freed, this thread prints numbers with a point. */
FfXlsx *ff_xlsx_new (const char *path, GCancellable *cancellable, FfProgressFunc progress, gpointer user_data,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Without ff_xlsx_finish () nothing is left on the disk. */
void ff_xlsx_free (FfXlsx *xlsx);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfXlsx, ff_xlsx_free)

/* Closes, reads back, compares, and puts the file in the place of its target. */
gboolean ff_xlsx_finish (FfXlsx *xlsx, GError **error);

/* Whether an error or a cancel makes further rows useless. */
gboolean ff_xlsx_has_failed (FfXlsx *xlsx);
/* Tells @progress how many of the rows are written. */
void ff_xlsx_report (FfXlsx *xlsx, guint64 done, guint64 total);

/* @title, @author may be NULL; @created in seconds since 1970. */
void ff_xlsx_set_properties (FfXlsx *xlsx, const char *title, const char *author, gint64 created);
/* Owned by the workbook. */
FfXlsxFormat *ff_xlsx_add_format (FfXlsx *xlsx, const FfXlsxStyle *style);
FfXlsxSheet *ff_xlsx_add_sheet (FfXlsx *xlsx, const char *name);
/* @formula: "=Scheme!$B$2" */
void ff_xlsx_define_name (FfXlsx *xlsx, const char *name, const char *formula);

/* Rows and columns count from 0; @format may be NULL. NULL and "" leave an empty cell with its format. Text is always text,
   whatever it begins with. */
void ff_xlsx_text (FfXlsxSheet *sheet, guint row, guint column, const char *text, FfXlsxFormat *format);
void ff_xlsx_number (FfXlsxSheet *sheet, guint row, guint column, double number, FfXlsxFormat *format);
/* A formula always comes with its value, which a viewer that does not calculate shows. */
void ff_xlsx_formula_number (FfXlsxSheet *sheet, guint row, guint column, const char *formula, double value, FfXlsxFormat *format);
void ff_xlsx_formula_text (FfXlsxSheet *sheet, guint row, guint column, const char *formula, const char *value, FfXlsxFormat *format);
/* Cells of one row as one. */
void ff_xlsx_merge (FfXlsxSheet *sheet, guint row, guint first_column, guint last_column, const char *text, FfXlsxFormat *format);

void ff_xlsx_merge_formula (FfXlsxSheet *sheet, guint row, guint first_column, guint last_column, const char *formula,
                            const char *value, FfXlsxFormat *format);

/* @width in characters; @format is that of cells that are never written. */
void ff_xlsx_set_width (FfXlsxSheet *sheet, guint first_column, guint last_column, double width, FfXlsxFormat *format);
/* Before the row's first cell; in points. */
void ff_xlsx_set_height (FfXlsxSheet *sheet, guint row, double height);
void ff_xlsx_freeze (FfXlsxSheet *sheet, guint rows, guint columns);
void ff_xlsx_autofilter (FfXlsxSheet *sheet, guint first_row, guint first_column, guint last_row, guint last_column);
/* A4 landscape with grid lines, one page wide. @title_rows repeat on each page. @header and @footer use the marks of Excel: &L &C &R &P &N;
   user text in them goes through ff_xlsx_escape_header (). */
void ff_xlsx_set_page (FfXlsxSheet *sheet, guint title_rows, const char *header, const char *footer);
/* From the first cell to this one; without it, everything is printed. */
void ff_xlsx_set_print_area (FfXlsxSheet *sheet, guint last_row, guint last_column);
char *ff_xlsx_escape_header (const char *text, guint max_characters) G_GNUC_WARN_UNUSED_RESULT;
/* @formula is about the first cell of the range. */
void ff_xlsx_conditional_format (FfXlsxSheet *sheet, guint first_row, guint first_column, guint last_row, guint last_column,
                                 const char *formula, FfXlsxFormat *format);
/* The cell takes one of @words (NULL-terminated, in ASCII, short). */
void ff_xlsx_choice (FfXlsxSheet *sheet, guint row, guint column, const char *const *words);

/* "A1", "$AB$12". */
char *ff_xlsx_cell_name (guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;
char *ff_xlsx_absolute_name (guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
