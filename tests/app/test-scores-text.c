/* Marks in words, and parts that add up to the total they explain. */
#include "config.h"

#include <math.h>

#include "ff-scores-text.h"

static void
test_number (void)
{
  static const struct
  {
    double value;
    int places;
    const char *text;
  } cases[] = { { 78, 2, "78" },    { 82.5, 2, "82.5" }, { 76.123, 2, "76.12" }, { 100, 2, "100" }, { 0, 2, "0" },
                { 12.6, 1, "12.6" }, { 40, 1, "40" },     { 16.66, 1, "16.7" },   { 10, 0, "10" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ff_scores_text_number (cases[i].value, cases[i].places);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Groups of leaves with random weights and marks, of which some are missing: the parts are hundredths of the total, none is off by a
   whole one, and leaves without a mark add nothing. */
static void
test_contributions (void)
{
  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (FfScheme) scheme = ff_scheme_new ();
      g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (FfMark));
      g_autofree gint64 *parts = NULL;
      FfResult result = { NULL };
      gint64 sum = 0;

      for (int group = g_test_rand_int_range (1, 4); group > 0; group--)
        {
          int parent = (int) ff_scheme_length (scheme);
          g_autofree char *group_key = g_strdup_printf ("g%d", parent);

          ff_scheme_add (scheme, -1, group_key, "Group", g_test_rand_int_range (1, 10000));
          for (int leaf = g_test_rand_int_range (1, 6); leaf > 0; leaf--)
            {
              int index = (int) ff_scheme_length (scheme);
              g_autofree char *key = g_strdup_printf ("l%d", index);

              ff_scheme_add (scheme, parent, key, "Leaf", g_test_rand_int_range (1, 10000));
              if (g_test_rand_int_range (0, 4) > 0)
                g_array_append_val (marks, ((FfMark) { index, -1, "", 1, g_test_rand_int_range (0, 10001) }));
            }
        }
      ff_scheme_update (scheme);
      ff_result_compute (&result, scheme, (const FfMark *) marks->data, marks->len, NULL, NULL, NULL);

      parts = ff_scores_text_contributions (scheme, &result);
      for (guint c = 0; c < ff_scheme_length (scheme); c++)
        {
          sum += parts[c];
          g_assert_cmpfloat (fabs (ff_result_contribution (&result, scheme, c) * 100 - (double) parts[c]), <=, 1 + 1e-6);
          if (!result.leaves[c].assessed)
            g_assert_cmpint (parts[c], ==, 0);
        }
      g_assert_cmpint (sum, ==, result.known ? llround (result.total * 100) : 0);
      ff_result_clear (&result);
    }
}

static void
test_source (void)
{
  FfClassTrainee trainee = { .marks = g_array_new (FALSE, FALSE, sizeof (FfStoredMark)) };
  FfScoreSource source = ff_scores_text_find_source (&trainee, 0, -1);
  const FfStoredMark marks[] = {
    { .component = 0, .criterion = -1, .rater = "", .attempt = 1, .score = 5000 },
    { .component = 0, .criterion = -1, .rater = "Lin", .attempt = 2, .score = 7600 },
    { .component = 1, .criterion = 0, .rater = "", .attempt = 1, .score = 400 },
    { .component = 2, .criterion = -1, .rater = "Lin", .attempt = 1, .score = 7600 },
    { .component = 2, .criterion = -1, .rater = "", .attempt = 1, .score = 8000 },
  };
  g_autofree char *raters = NULL;

  g_assert_cmpint (source.attempt, ==, 1);
  g_assert_cmpuint (source.raters, ==, 0);
  g_assert_cmpstr (source.rater, ==, "");

  g_array_append_vals (trainee.marks, marks, G_N_ELEMENTS (marks));
  source = ff_scores_text_find_source (&trainee, 0, -1);
  g_assert_cmpint (source.attempt, ==, 2);
  g_assert_cmpuint (source.raters, ==, 1);
  g_assert_cmpstr (source.rater, ==, "Lin");
  g_assert_cmpint (source.score, ==, 7600);

  source = ff_scores_text_find_source (&trainee, 1, 1);
  g_assert_cmpuint (source.raters, ==, 0);
  source = ff_scores_text_find_source (&trainee, 2, -1);
  g_assert_cmpuint (source.raters, ==, 2);
  raters = ff_scores_text_list_raters (&trainee, 2, -1);
  g_assert_cmpstr (raters, ==, "Lin 76, not named 80");

  g_array_unref (trainee.marks);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scores-text/number", test_number);
  g_test_add_func ("/scores-text/contributions", test_contributions);
  g_test_add_func ("/scores-text/source", test_source);

  return g_test_run ();
}
