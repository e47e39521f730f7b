/* Numbers as people write them, and rounding as RULES names it: half away from zero. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Comparisons with a target or a limit use unrounded values with this tolerance. */
#define FF_TOLERANCE 1e-9

/* "92.5", "92,5", "９２．５", "92.5%" → 92.5; "1,000" is a thousand, "1e-3" a thousandth. FALSE, and nothing set, for anything else. */
gboolean ff_number_parse (const char *text, double *value);
/* "92.5", "92,5", "９２．５", "92.5%" → 9250; "1,000" is a thousand, "-3" → -300. More decimals are rounded half away from zero.
   FALSE, and nothing set, for anything else and above nine thousand million. */
gboolean ff_hundredths_parse (const char *text, gint64 *value);
/* 9250 → "92.5", 9200 → "92"; always with a point. */
char *ff_hundredths_format (gint64 value) G_GNUC_WARN_UNUSED_RESULT;
double ff_hundredths_to_double (gint64 value);

double ff_round (double value, int places);
/* ROUND(ROUND(x, 8), 2): a total is the same in C and in a spreadsheet. */
double ff_round_total (double value);

G_END_DECLS
