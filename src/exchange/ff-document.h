/* A document of pages, laid out once and drawn by Cairo: on paper, as PDF, in a preview. Text by Pango, Chinese included. Lengths are
   points (1/72 inch). A caller builds it from top to bottom; what does not fit moves to the next page, a table's heading with it.
   Each page has its number at its foot. A document stays on one thread at a time and may be handed from one to another. */
#pragma once

#include <cairo.h>

#include "ff-worker.h"

G_BEGIN_DECLS

typedef struct _FfDocument FfDocument;

typedef enum
{
  FF_PAPER_A4_PORTRAIT,
  FF_PAPER_A4_LANDSCAPE,
} FfPaper;

/* @title stands in the PDF's properties, and suggests the name of its file. */
FfDocument *ff_document_new (FfPaper paper, const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* A further owner, on the same thread or after it; ff_document_free () is for each of them. */
FfDocument *ff_document_ref (FfDocument *self) G_GNUC_WARN_UNUSED_RESULT;
void ff_document_free (FfDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfDocument, ff_document_free)

const char *ff_document_get_title (FfDocument *self);
/* Which forms Chinese characters take, and the colon after a field's name: "en", "zh_CN", "zh_TW"; NULL, as it is without this call:
   the reader's own. */
void ff_document_set_language (FfDocument *self, const char *language);
/* Stands at the left of each page's foot. */
void ff_document_set_foot (FfDocument *self, const char *text);

/* Building --------------------------------------------------------------------------------------------------------------- */

void ff_document_add_title (FfDocument *self, const char *text);
/* Stays with what follows it. */
void ff_document_add_heading (FfDocument *self, const char *text);
void ff_document_add_paragraph (FfDocument *self, const char *text);
/* "Name: text" in two columns, as on the head of a sheet; several calls in a row stand below each other, their texts in line. */
void ff_document_add_field (FfDocument *self, const char *name, const char *text);
/* Names with a line to write on after each, side by side. @values (may be NULL, and so may each) stand on their lines. */
void ff_document_add_blanks (FfDocument *self, const char *const *names, const char *const *values, gsize n);
void ff_document_add_space (FfDocument *self, double height);
void ff_document_break_page (FfDocument *self);

/* Draws with its upper left corner at the origin. */
typedef void (*FfDocumentDraw) (cairo_t *cr, double width, double height, gpointer data);

/* A drawing over the width of the text, or narrower in its middle. @width 0: all of it. @destroy may be NULL. */
void ff_document_add_drawing (FfDocument *self, double width, double height, FfDocumentDraw draw, gpointer data, GDestroyNotify destroy);
/* The same in the right margin of what follows: text and fields stay left of it until its height is used up, tables stand below. */
void ff_document_add_aside (FfDocument *self, double width, double height, FfDocumentDraw draw, gpointer data, GDestroyNotify destroy);

typedef struct
{
  const char *title;
  double width;      /* a share of what is left over, relative to the other columns */
  double align;      /* 0 left … 1 right */
  const char *group; /* stands above neighbours with the same one; NULL: none */
} FfDocumentColumn;

/* A table with rules. @cells: rows × columns texts, row after row, NULL is empty. Rows are at least @row_height high (0: as their text). */
void ff_document_add_table (FfDocument *self, const FfDocumentColumn *columns, gsize n_columns, const char *const *cells, gsize n_rows,
                            double row_height);

/* How high a row with these cells would be. */
double ff_document_measure_row (FfDocument *self, const FfDocumentColumn *columns, gsize n_columns, const char *const *cells,
                                double row_height);

/* In the first cell of a row: the text after it runs over all columns, as the name of the group of rows below. */
#define FF_DOCUMENT_GROUP "\x1d"

/* What is left of the page on which the next part would stand. */
double ff_document_get_room (FfDocument *self);

/* Showing ---------------------------------------------------------------------------------------------------------------- */

int ff_document_n_pages (FfDocument *self);
void ff_document_page_size (FfDocument *self, double *width, double *height);
/* Draws page @page (from 0) with its upper left corner at the origin. */
void ff_document_draw_page (FfDocument *self, cairo_t *cr, int page);
/* FALSE when it holds characters that no font of this computer can draw; the error names some. */
gboolean ff_document_check_fonts (FfDocument *self, GError **error);
/* Whole or not at all; checks the fonts first. */
gboolean ff_document_save_pdf (FfDocument *self, const char *path, GError **error);
/* The same, and can be stopped between two pages. @cancellable and @progress (pages) may be NULL. */
gboolean ff_document_write_pdf (FfDocument *self, const char *path, GCancellable *cancellable, FfProgressFunc progress,
                                gpointer user_data, GError **error);

G_END_DECLS
