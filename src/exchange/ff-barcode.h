/* Codes that a scanner reads off a sheet of paper, drawn by Cairo. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_BARCODE_NONE,
  FF_BARCODE_QR,  /* ISO/IEC 18004, level M */
  FF_BARCODE_128, /* ISO/IEC 15417, code set B: printable ASCII */
} FfBarcodeKind;

/* The widths of the bars and gaps in turn, in modules, a bar first; NULL for a text that code set B lacks. */
GArray *ff_barcode_128_encode (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @kind can hold the text. */
gboolean ff_barcode_can_hold (FfBarcodeKind kind, const char *text);
/* Fills the rectangle from the origin; a code whose shape differs stands at its right. Black on what is there, the quiet zone included.
   Draws nothing when the code cannot hold the text. */
void ff_barcode_draw (FfBarcodeKind kind, const char *text, cairo_t *cr, double width, double height);

G_END_DECLS
