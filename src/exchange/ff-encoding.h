/* The encodings in which CSV files arrive, told apart and turned into UTF-8. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_ENCODING_AUTO,
  FF_ENCODING_UTF_8,
  FF_ENCODING_UTF_16LE,
  FF_ENCODING_UTF_16BE,
  FF_ENCODING_GB18030,
  FF_ENCODING_BIG5,
  FF_N_ENCODINGS,
} FfEncoding;

/* "UTF-8", "GB18030" …, as people know them; NULL for AUTO. */
const char *ff_encoding_to_name (FfEncoding encoding);
/* Also "gbk", "utf8", "big5-hkscs" …, any case. */
gboolean ff_encoding_from_name (const char *name, FfEncoding *encoding);

/* BOM, then strict UTF-8, then the pattern of UTF-16, then whichever of GB18030 and Big5 gives fewer bad bytes and the more
   usual characters. Never AUTO. */
FfEncoding ff_encoding_detect (const guint8 *data, gsize length);

/* UTF-8 without BOM, NUL ended; bytes that mean nothing become U+FFFD. @length out: in bytes. */
char *ff_encoding_decode (FfEncoding encoding, const guint8 *data, gsize length, gsize *decoded_length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
