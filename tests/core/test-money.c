/* Amounts of money as people type and read them. */
#include "ff-money.h"

typedef struct
{
  const char *text;
  gint64 amount; /* -1: refused */
} ParseCase;

static const ParseCase parse_cases[] = {
  { "0", 0 },
  { "12000", 1200000 },
  { "12,000", 1200000 },
  { "12，000", 1200000 },
  { "1,234,567.89", 123456789 },
  { "12000.5", 1200050 },
  { "0.01", 1 },
  { "１２００．５０", 120050 },
  { "1.2万", 1200000 },
  { "1.2 萬", 1200000 },
  { "1.2万元", 1200000 },
  { "3千", 300000 },
  { "1.5亿", 15000000000 },
  { "0.00001万", 10 },
  { "¥12,000", 1200000 },
  { "￥ 12,000", 1200000 },
  { "$99.99", 9999 },
  { "NT$1,000", 100000 },
  { "HKD 10", 1000 },
  { "CNY 12,000.00", 1200000 },
  { "12,000 元", 1200000 },
  { "12,000 CNY", 1200000 },
  { " 5 ", 500 },
  { "1000000000000", FF_MONEY_MAX },
  { "1000000000000.01", -1 },
  { "99999999999999999999", -1 },
  { "9999999亿", -1 },
  { "", -1 },
  { "元", -1 },
  { "万", -1 },
  { "-5", -1 },
  { "12%", -1 },
  { "1e3", -1 },
  { "12,50", -1 },
  { "1,2000", -1 },
  { "1234,567", -1 },
  { ",500", -1 },
  { "1,000,", -1 },
  { "1..5", -1 },
  { "1.", -1 },
  { ".5", -1 },
  { "0.001", -1 },
  { "0.0000001万", -1 },
  { "1万2千", -1 },
  { "about 5", -1 },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      gint64 amount = -1;

      g_test_message ("“%s”", parse_cases[i].text);
      g_assert_cmpint (ff_money_parse (parse_cases[i].text, &amount), ==, parse_cases[i].amount >= 0);
      g_assert_cmpint (amount, ==, parse_cases[i].amount);
    }
}

typedef struct
{
  gint64 amount;
  const char *currency;
  const char *text;
} FormatCase;

static const FormatCase format_cases[] = {
  { 0, NULL, "0" },
  { 5, NULL, "0.05" },
  { 99900, NULL, "999" },
  { 100000, "", "1,000" },
  { 1200050, NULL, "12,000.50" },
  { 123456789012, NULL, "1,234,567,890.12" },
  { -120000, NULL, "−1,200" },
  { 1200000, "¥", "¥12,000" },
  { 1200000, "NT$", "NT$12,000" },
  { 1200000, "元", "12,000\u00a0元" },
};

static void
test_format (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (format_cases); i++)
    {
      g_autofree char *text = ff_money_format (format_cases[i].amount, format_cases[i].currency);

      g_assert_cmpstr (text, ==, format_cases[i].text);
    }
}

/* What is shown in a field can be left as it is. */
static void
test_round_trip (void)
{
  static const char *const currencies[] = { "", "¥", "NT$", "元", "CNY" };

  for (gint64 amount = 0; amount < 2000000000000; amount = amount * 7 + 3)
    for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
      {
        g_autofree char *text = ff_money_format (amount, currencies[i]);
        gint64 read = -1;

        g_test_message ("“%s”", text);
        g_assert_true (ff_money_parse (text, &read));
        g_assert_cmpint (read, ==, amount);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/round-trip", test_round_trip);

  return g_test_run ();
}
