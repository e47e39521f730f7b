/* Teams by lot: the same seed gives the same teams, sizes differ by at most one, and balanced ones spread each layer and department. */
#include "config.h"

#include "ff-team-draw.h"

static const struct
{
  guint people, size, teams;
} counts[] = {
  { 0, 5, 1 }, { 1, 5, 1 }, { 5, 5, 1 }, { 6, 5, 2 }, { 30, 6, 5 }, { 31, 6, 6 }, { 100000, 5, FF_TEAMS_MAX },
};

static void
test_count (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (ff_team_count (counts[i].people, counts[i].size), ==, counts[i].teams);
}

static FfTeamMember *
random_people (guint n)
{
  FfTeamMember *people = g_new0 (FfTeamMember, MAX (n, 1));
  gint n_layers = g_test_rand_int_range (1, 5);
  gint n_departments = g_test_rand_int_range (1, 30);

  for (guint i = 0; i < n; i++)
    {
      people[i].layer = g_test_rand_int_range (0, n_layers);
      /* Squared, so that there are a few large departments and many small ones. */
      people[i].department = g_test_rand_int_range (0, n_departments) * g_test_rand_int_range (0, n_departments) / n_departments;
    }
  return people;
}

static void
assert_even (const guint *teams, const gboolean *counted, guint n, guint n_teams)
{
  g_autofree guint *sizes = g_new0 (guint, n_teams);
  guint least = G_MAXUINT, most = 0;

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (teams[i], <, n_teams);
      if (counted[i])
        sizes[teams[i]]++;
    }
  for (guint i = 0; i < n_teams; i++)
    {
      least = MIN (least, sizes[i]);
      most = MAX (most, sizes[i]);
    }
  g_assert_cmpuint (most - least, <=, 1);
}

/* Of everybody, of each layer, of each department. */
static void
assert_spread (const FfTeamMember *people, const guint *teams, guint n, guint n_teams, gboolean balanced)
{
  g_autofree gboolean *counted = g_new0 (gboolean, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    counted[i] = TRUE;
  assert_even (teams, counted, n, n_teams);
  for (guint k = 0; balanced && k < n; k++)
    {
      for (guint i = 0; i < n; i++)
        counted[i] = people[i].layer == people[k].layer;
      assert_even (teams, counted, n, n_teams);
      for (guint i = 0; i < n; i++)
        counted[i] = people[i].department == people[k].department;
      assert_even (teams, counted, n, n_teams);
    }
}

static void
test_random (gconstpointer data)
{
  gboolean balanced = GPOINTER_TO_INT (data);

  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint) g_test_rand_int_range (0, 90);
      guint n_teams = (guint) g_test_rand_int_range (1, 20);
      guint32 seed = (guint32) g_test_rand_int ();
      g_autofree FfTeamMember *people = random_people (n);
      g_autofree guint *teams = g_new0 (guint, MAX (n, 1));
      g_autofree guint *again = g_new0 (guint, MAX (n, 1));

      g_test_message ("%u people, %u teams, seed %u", n, n_teams, seed);
      ff_team_draw (people, n, n_teams, balanced, seed, teams);
      assert_spread (people, teams, n, n_teams, balanced);
      ff_team_draw (people, n, n_teams, balanced, seed, again);
      g_assert_cmpmem (teams, n * sizeof (guint), again, n * sizeof (guint));
    }
}

/* Over many seeds everybody comes to every team about as often: 600 draws, 100 expected, six standard deviations allowed. */
static void
test_fair (gconstpointer data)
{
  FfTeamMember people[12];
  guint teams[12], times[12][6] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    people[i] = (FfTeamMember) { i % 3, i % 4 };
  for (guint32 seed = 0; seed < 600; seed++)
    {
      ff_team_draw (people, G_N_ELEMENTS (people), 6, GPOINTER_TO_INT (data), seed, teams);
      for (guint i = 0; i < G_N_ELEMENTS (people); i++)
        times[i][teams[i]]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    for (guint k = 0; k < 6; k++)
      {
        g_assert_cmpuint (times[i][k], >, 45);
        g_assert_cmpuint (times[i][k], <, 155);
      }
}

static void
test_order (void)
{
  guint order[50], again[50];
  gboolean seen[50] = { FALSE };

  ff_draw_order (50, 7, order);
  ff_draw_order (50, 7, again);
  g_assert_cmpmem (order, sizeof order, again, sizeof again);
  for (guint i = 0; i < 50; i++)
    {
      g_assert_cmpuint (order[i], <, 50);
      g_assert_false (seen[order[i]]);
      seen[order[i]] = TRUE;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/team-draw/count", test_count);
  g_test_add_data_func ("/team-draw/random", GINT_TO_POINTER (FALSE), test_random);
  g_test_add_data_func ("/team-draw/balanced", GINT_TO_POINTER (TRUE), test_random);
  g_test_add_data_func ("/team-draw/fair/random", GINT_TO_POINTER (FALSE), test_fair);
  g_test_add_data_func ("/team-draw/fair/balanced", GINT_TO_POINTER (TRUE), test_fair);
  g_test_add_func ("/team-draw/order", test_order);
  return g_test_run ();
}
