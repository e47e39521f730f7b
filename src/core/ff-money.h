/* Amounts of money, in hundredths of the currency: as people type them, and as everybody reads them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest amount that is taken, and far from where sums could overflow. */
#define FF_MONEY_MAX G_GINT64_CONSTANT (100000000000000)

/* "12,000", "12000.5", "￥1.2万", "3千元", "1.5亿" and the same in full-width or traditional characters. FALSE, and nothing set, for anything
   else: for a comma that does not stand before three digits, for parts of a hundredth, below 0 and above FF_MONEY_MAX. */
gboolean ff_money_parse (const char *text, gint64 *amount);

/* 1200050 → "12,000.50", whole amounts without decimals. A @currency with a sign such as ¥ or NT$ stands before the number,
   another ("元", "CNY") behind it; NULL or "": the number alone. */
char *ff_money_format (gint64 amount, const char *currency) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
