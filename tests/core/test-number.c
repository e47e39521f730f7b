#include "ff-number.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gboolean ok;
    gint64 value;
  } cases[] = {
    { "92.5", TRUE, 9250 },
    { "92,5", TRUE, 9250 },
    { "９２．５", TRUE, 9250 },
    { "９２，５", TRUE, 9250 },
    { "92.5%", TRUE, 9250 },
    { "92.5 %", TRUE, 9250 },
    { "２０％", TRUE, 2000 },
    { "  60 ", TRUE, 6000 },
    { "　60　", TRUE, 6000 },
    { "0", TRUE, 0 },
    { ".5", TRUE, 50 },
    { "5.", TRUE, 500 },
    { "+3", TRUE, 300 },
    { "-3", TRUE, -300 },
    { "100", TRUE, 10000 },
    { "0.01", TRUE, 1 },
    /* More decimals are rounded half away from zero, by way of eight decimals. */
    { "92.494", TRUE, 9249 },
    { "92.495", TRUE, 9250 },
    { "92.4949", TRUE, 9249 },
    { "-0.005", TRUE, -1 },
    { "1.005", TRUE, 101 },
    { "1.0049999999999999", TRUE, 101 },
    { "92.499999999999996", TRUE, 9250 },
    { "7.0000000000000007E-2", TRUE, 7 },
    { "1e2", TRUE, 10000 },
    /* A comma between thousands is no decimal sign. */
    { "1,000", TRUE, 100000 },
    { "120,000.50", TRUE, 12000050 },
    { "1,234,567", TRUE, 123456700 },
    { "0,125", TRUE, 13 },
    { "1000,5", TRUE, 100050 },
    { "9000000000", TRUE, G_GINT64_CONSTANT (900000000000) },

    { NULL, FALSE, 0 },
    { "", FALSE, 0 },
    { " ", FALSE, 0 },
    { ".", FALSE, 0 },
    { "-", FALSE, 0 },
    { "%", FALSE, 0 },
    { "EX", FALSE, 0 },
    { "9 2", FALSE, 0 },
    { "92.5.1", FALSE, 0 },
    { "1,2,3", FALSE, 0 },
    { "1.000,5", FALSE, 0 },
    { "1,000,5", FALSE, 0 },
    { "92分", FALSE, 0 },
    { "--3", FALSE, 0 },
    { "1e", FALSE, 0 },
    { "1e400", FALSE, 0 },
    { "nan", FALSE, 0 },
    { "inf", FALSE, 0 },
    { "0x10", FALSE, 0 },
    { "9000000001", FALSE, 0 },
    { "92\xff", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value = 4711;
      gboolean ok = ff_hundredths_parse (cases[i].text, &value);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (ok, ==, cases[i].ok);
      g_assert_cmpint (value, ==, ok ? cases[i].value : 4711);
    }
}

static void
test_format (void)
{
  static const struct
  {
    gint64 value;
    const char *text;
  } cases[] = {
    { 9250, "92.5" }, { 9200, "92" },    { 9205, "92.05" },
    { 0, "0" },       { 1, "0.01" },     { 10, "0.1" },
    { -50, "-0.5" },  { -10001, "-100.01" },
    { G_MAXINT64, "92233720368547758.07" }, { G_MININT64, "-92233720368547758.08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ff_hundredths_format (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_cmpfloat (ff_hundredths_to_double (9250), ==, 92.5);
}

static void
test_round (void)
{
  static const struct
  {
    double value;
    int places;
    double rounded;
  } cases[] = {
    { 2.5, 0, 3 },         { -2.5, 0, -3 },       { 0.5, 0, 1 },         { 2.4999999, 0, 2 },
    { 1.005, 2, 1.01 },    { -1.005, 2, -1.01 },  { 2.675, 2, 2.68 },    { 1.0049, 2, 1 },
    { 33.333333, 2, 33.33 }, { 0, 2, 0 },         { 1e300, 2, 1e300 },   { 0.285, 2, 0.29 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%.17g to %d", cases[i].value, cases[i].places);
      g_assert_cmpfloat (ff_round (cases[i].value, cases[i].places), ==, cases[i].rounded);
    }
}

static void
test_round_total (void)
{
  static const struct
  {
    const char *rule;
    double value;
    double rounded;
  } cases[] = {
    { "plain", 83.456, 83.46 },
    { "a tie goes up", 83.455, 83.46 },
    { "a sum that misses a tie by its last bits is a tie", 83.455 - 1e-12, 83.46 },
    { "a sum that misses it by more is none", 83.455 - 1e-8, 83.45 },
    { "just below the pass mark", 59.995, 60 },
    { "just below that", 59.99499, 59.99 },
    { "a third", 200.0 / 3, 66.67 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpfloat (ff_round_total (cases[i].value), ==, cases[i].rounded);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/parse", test_parse);
  g_test_add_func ("/number/format", test_format);
  g_test_add_func ("/number/round", test_round);
  g_test_add_func ("/number/round-total", test_round_total);
  return g_test_run ();
}
