/* The vital few: a published table, ties, and what has no share. */
#include "config.h"

#include "ff-pareto.h"
#include "near.h"

typedef struct
{
  const char *name;
  gsize n;
  double counts[10];
  gsize order[10];
  double cumulative[10];
  gsize vital;
} Case;

static const Case cases[] = {
  { "published", 9, { 256, 128, 64, 32, 16, 8, 4, 2, 1 }, { 0, 1, 2, 3, 4, 5, 6, 7, 8 },
    { 50.10, 75.15, 87.67, 93.93, 97.06, 98.63, 99.41, 99.80, 100 }, 3 },
  { "sorted down", 3, { 10, 70, 20 }, { 1, 2, 0 }, { 70, 90, 100 }, 2 },
  { "exactly 80 % is reached", 3, { 80, 15, 5 }, { 0, 1, 2 }, { 80, 95, 100 }, 1 },
  { "80 % but for the last bit", 3, { 2.4, 1.2, 0.9 }, { 0, 1, 2 }, { 53.33, 80, 100 }, 2 },
  { "equal counts keep their order", 4, { 1, 2, 1, 2 }, { 1, 3, 0, 2 }, { 33.33, 66.67, 83.33, 100 }, 3 },
  { "one", 1, { 3 }, { 0 }, { 100 }, 1 },
  { "nothing happened", 2, { 0, 0 }, { 0, 1 }, { UNDEFINED, UNDEFINED }, 0 },
  { "what never happened is not vital", 2, { 0, 4 }, { 1, 0 }, { 100, 100 }, 1 },
  { "none", 0, { 0 }, { 0 }, { 0 }, 0 },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  FfParetoBar bars[10];

  ff_pareto_compute (test->counts, test->n, bars);
  for (gsize i = 0; i < test->n; i++)
    {
      g_assert_cmpuint (bars[i].index, ==, test->order[i]);
      assert_near (bars[i].count, test->counts[test->order[i]], 0);
      assert_near (bars[i].cumulative_percent, test->cumulative[i], 0.005);
      g_assert_cmpint (bars[i].vital, ==, i < test->vital);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/pareto/%s", cases[i].name);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  return g_test_run ();
}
