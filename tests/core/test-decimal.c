/* Figures in their one stored form. */
#include "ff-decimal.h"

#include <math.h>

static const struct
{
  const char *typed;
  const char *stored; /* NULL: refused */
} cases[] = {
  { "0", "0" },
  { "-0", "0" },
  { "+3", "3" },
  { "34.50", "34.5" },
  { "34,5", "34.5" },
  { " １２.５０ ", "12.5" },
  { "1,000", "1000" },
  { "1,234,567.891", "1234567.891" },
  { "-0.65", "-0.65" },
  { "45 %", "45" },
  { "1e3", "1000" },
  { "2.5E-3", "0.0025" },
  { "0.1", "0.1" },
  { "100", "100" },
  { "1000000000000", "1000000000000" },
  { "1000000000001", NULL },
  { "0.000000001", "0.000000001" },
  { "0.0000000001", "0" },
  { "-0.0000000001", "0" },
  { "0.3333333333333333", "0.333333333" },
  { "30.000000000001", "30" },
  { "34.499999999999996", "34.5" },
  { "", NULL },
  { "–", NULL },
  { "about 30", NULL },
  { "30 points", NULL },
  { "1.2.3", NULL },
  { "1e400", NULL },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stored = ff_decimal_parse (cases[i].typed);

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpstr (stored, ==, cases[i].stored);
      if (stored != NULL)
        {
          g_autofree char *again = ff_decimal_parse (stored);

          g_assert_cmpstr (again, ==, stored);
        }
    }
}

static void
test_format (void)
{
  g_autofree char *sum = ff_decimal_format (0.1 + 0.2);
  g_autofree char *none = ff_decimal_format ((double) NAN);
  g_autofree char *huge = ff_decimal_format (-2e12);

  g_assert_cmpstr (sum, ==, "0.3");
  g_assert_null (none);
  g_assert_null (huge);
}

static void
test_to_double (void)
{
  g_assert_cmpfloat (ff_decimal_to_double ("-0.65"), ==, -0.65);
  g_assert_true (isnan (ff_decimal_to_double (NULL)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/format", test_format);
  g_test_add_func ("/decimal/to-double", test_to_double);

  return g_test_run ();
}
