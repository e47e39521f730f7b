#include "config.h"

#include "ff-barcode.h"

#include <qrencode.h>
#include <string.h>

#define QR_QUIET 4      /* modules around it */
#define CODE_128_QUIET 10
#define START_B 104
#define STOP 106

/* ISO/IEC 15417, table 1: bar, gap, bar, gap, bar, gap of each value; the stop has a bar more. */
static const char *const code_128[] = {
  "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312", "231212",
  "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212", "223112", "312131",
  "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
  "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121",
  "313121", "211331", "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
  "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
  "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242", "121142", "121241", "114212",
  "124112", "124211", "411212", "421112", "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113",
  "114311", "411113", "411311", "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
};

static void
append_value (GArray *widths, guint value)
{
  for (const char *digit = code_128[value]; *digit != '\0'; digit++)
    {
      guint8 width = (guint8) (*digit - '0');

      g_array_append_val (widths, width);
    }
}

GArray *
ff_barcode_128_encode (const char *text)
{
  GArray *widths;
  guint sum = START_B;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (*at < ' ' || *at > '~')
      return NULL;

  widths = g_array_new (FALSE, FALSE, sizeof (guint8));
  append_value (widths, START_B);
  for (guint i = 0; text[i] != '\0'; i++)
    {
      guint value = (guint) (text[i] - ' ');

      append_value (widths, value);
      sum += (i + 1) * value;
    }
  append_value (widths, sum % 103);
  append_value (widths, STOP);
  return widths;
}

static void
draw_128 (const char *text, cairo_t *cr, double width, double height)
{
  g_autoptr (GArray) widths = ff_barcode_128_encode (text);
  guint modules = 2 * CODE_128_QUIET;
  double module;
  double x;

  if (widths == NULL)
    return;
  for (guint i = 0; i < widths->len; i++)
    modules += g_array_index (widths, guint8, i);
  module = width / modules;
  x = module * CODE_128_QUIET;
  for (guint i = 0; i < widths->len; i++)
    {
      double wide = module * g_array_index (widths, guint8, i);

      if (i % 2 == 0)
        cairo_rectangle (cr, x, 0, wide, height);
      x += wide;
    }
  cairo_fill (cr);
}

static QRcode *
encode_qr (const char *text)
{
  return QRcode_encodeData ((int) strlen (text), (const unsigned char *) text, 0, QR_ECLEVEL_M);
}

static void
draw_qr (const char *text, cairo_t *cr, double width, double height)
{
  QRcode *code = encode_qr (text);
  double module;

  if (code == NULL)
    return;
  module = MIN (width, height) / (code->width + 2 * QR_QUIET);
  for (int row = 0; row < code->width; row++)
    for (int column = 0; column < code->width; column++)
      if ((code->data[row * code->width + column] & 1) != 0)
        cairo_rectangle (cr, width - module * (code->width + QR_QUIET - column), module * (row + QR_QUIET), module, module);
  cairo_fill (cr);
  QRcode_free (code);
}

gboolean
ff_barcode_can_hold (FfBarcodeKind kind, const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (kind == FF_BARCODE_128)
    {
      g_autoptr (GArray) widths = ff_barcode_128_encode (text);

      return widths != NULL;
    }
  if (kind == FF_BARCODE_QR)
    {
      QRcode *code = encode_qr (text);
      gboolean held = code != NULL;

      QRcode_free (code);
      return held;
    }
  return FALSE;
}

void
ff_barcode_draw (FfBarcodeKind kind, const char *text, cairo_t *cr, double width, double height)
{
  cairo_antialias_t antialias = cairo_get_antialias (cr);

  g_return_if_fail (text != NULL && cr != NULL);

  /* Grey seams between modules would blur the code. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  if (kind == FF_BARCODE_QR)
    draw_qr (text, cr, width, height);
  else if (kind == FF_BARCODE_128)
    draw_128 (text, cr, width, height);
  cairo_set_antialias (cr, antialias);
}
