/* A document of pages, laid out once and drawn by Cairo: on paper, as PDF, in a preview. Text by Pango, Chinese included. Lengths are
   points (1/72 inch). A caller builds it from top to bottom; what does not fit moves to the next page, a table's heading with it. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _FfDocument FfDocument;

typedef enum
{
  FF_PAPER_A4_PORTRAIT,
  FF_PAPER_A4_LANDSCAPE,
} FfPaper;

/* @title stands in the PDF's properties. */
FfDocument *ff_document_new (FfPaper paper, const char *title) G_GNUC_WARN_UNUSED_RESULT;
void ff_document_free (FfDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfDocument, ff_document_free)

/* Building --------------------------------------------------------------------------------------------------------------- */

void ff_document_add_title (FfDocument *self, const char *text);
void ff_document_add_heading (FfDocument *self, const char *text);
void ff_document_add_paragraph (FfDocument *self, const char *text);
/* "Name: text" in two columns, as on the head of a sheet; several calls in a row stand below each other. */
void ff_document_add_field (FfDocument *self, const char *name, const char *text);
void ff_document_add_space (FfDocument *self, double height);
void ff_document_break_page (FfDocument *self);

typedef struct
{
  const char *title;
  double width;   /* a share of what is left over, relative to the other columns */
  double align;   /* 0 left … 1 right */
} FfDocumentColumn;

/* A table with rules. @cells: rows × columns texts, row after row, NULL is empty. Rows are at least @row_height high (0: as their text). */
void ff_document_add_table (FfDocument *self, const FfDocumentColumn *columns, gsize n_columns, const char *const *cells, gsize n_rows,
                            double row_height);

/* Showing ---------------------------------------------------------------------------------------------------------------- */

int ff_document_n_pages (FfDocument *self);
void ff_document_page_size (FfDocument *self, double *width, double *height);
/* Draws page @page (from 0) with its upper left corner at the origin. */
void ff_document_draw_page (FfDocument *self, cairo_t *cr, int page);
/* Whole or not at all. */
gboolean ff_document_save_pdf (FfDocument *self, const char *path, GError **error);

G_END_DECLS
