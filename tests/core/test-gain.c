/* Gains and effect sizes: a published one, and where none is defined. */
#include "config.h"

#include "ff-gain.h"
#include "near.h"

typedef struct
{
  const char *name;
  gsize n;
  double pre[4], post[4];
  gsize pairs, left_out;
  double hake, individual, dz, ds, dav;
} Case;

static const Case cases[] = {
  /* (4.916 + 11.1 of 20 − 4.916) ÷ (20 − 4.916), as a single pair of means. */
  { "published: 4.916 of 20 and 11.1 more", 1, { 24.58 }, { 80.08 }, 1, 0, 0.736, 0.736, UNDEFINED, UNDEFINED, UNDEFINED },
  { "by hand", 2, { 40, 60 }, { 60, 90 }, 2, 0, 0.5, (1.0 / 3 + 0.75) / 2, 3.5355, 1.3868, 1.4142 },
  { "no pairs", 0, { 0 }, { 0 }, 0, 0, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED },
  { "half a pair is none", 3, { 50, UNDEFINED, 50 }, { 75, 80, UNDEFINED }, 1, 0, 0.5, 0.5, UNDEFINED, UNDEFINED, UNDEFINED },
  { "everybody knew everything before", 2, { 100, 100 }, { 100, 90 }, 2, 2, UNDEFINED, UNDEFINED, -0.7071, -1, -1.4142 },
  { "one knew everything before", 2, { 100, 50 }, { 100, 75 }, 2, 1, 0.5, 0.5, 0.7071, 0.4472, 0.4714 },
  { "nearly 100 by the last bit", 2, { 100 - 1e-13, 100 }, { 100, 100 }, 2, 2, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED },
  { "everybody gained the same", 3, { 40.1, 50.2, 60.3 }, { 50.1, 60.2, 70.3 }, 3, 0, 0.200803, 0.206546, UNDEFINED, 0.990099, 0.990099 },
  { "nothing changed", 2, { 40, 60 }, { 40, 60 }, 2, 0, 0, 0, UNDEFINED, 0, 0 },
  { "nobody differs", 3, { 50, 50, 50 }, { 80, 80, 80 }, 3, 0, 0.6, 0.6, UNDEFINED, UNDEFINED, UNDEFINED },
  { "a loss is a negative gain", 2, { 50, 60 }, { 25, 40 }, 2, 0, -0.5, -0.5, -6.36396, -2.49615, -2.54558 },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  FfGain gain;

  ff_gain_compute (test->pre, test->post, test->n, &gain);
  g_assert_cmpuint (gain.pairs, ==, test->pairs);
  g_assert_cmpuint (gain.left_out, ==, test->left_out);
  assert_near (gain.hake, test->hake, 0.0005);
  assert_near (gain.hake_individual, test->individual, 0.0005);
  assert_near (gain.dz, test->dz, 0.0005);
  assert_near (gain.ds, test->ds, 0.0005);
  assert_near (gain.dav, test->dav, 0.0005);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/gain/%s", cases[i].name);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  return g_test_run ();
}
