/* Figures as decimal text, so that what was typed is what is kept: the values of metrics, and whatever is measured like them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest magnitude that is taken, and the most decimals that are kept. */
#define FF_DECIMAL_MAX 1e12
#define FF_DECIMAL_PLACES 9

/* A typed number (ff_number_parse ()) in its one stored form: "１２,５０" → "12.5", "+3" → "3", "-0" → "0", "45 %" → "45". NULL for anything else
   and beyond FF_DECIMAL_MAX. */
char *ff_decimal_parse (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
/* The same form of a number that was computed; NULL for one that is not finite or too large. */
char *ff_decimal_format (double value) G_GNUC_WARN_UNUSED_RESULT;
/* NAN for NULL. */
double ff_decimal_to_double (const char *stored);

G_END_DECLS
