/* Random schemes, marks and classes against a second, plainer way to compute the same. GLib prints the seed; --seed repeats it. */
#include "ff-marks.h"

#include <math.h>

#define ROUNDS 3000
#define MOST_PEOPLE 40
#define MOST_RATERS 7

static void
add_random_parts (FfScheme *scheme, int parent, int depth)
{
  int n = g_test_rand_int_range (1, 5);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("c%u", ff_scheme_length (scheme));
      FfComponent *component = ff_scheme_add (scheme, parent, key, key, 25 * g_test_rand_int_range (0, 400));

      component->max = 50 * g_test_rand_int_range (1, 300);
      component->attempts = g_test_rand_int_range (0, 3);
      component->drop_extremes = g_test_rand_bit ();
      if (depth < 3 && g_test_rand_int_range (0, 3) == 0)
        add_random_parts (scheme, (int) ff_scheme_length (scheme) - 1, depth + 1);
    }
}

static void
add_mark (GArray *marks, FfMark mark)
{
  guint at = g_test_rand_int_range (0, marks->len + 1);

  g_array_insert_val (marks, at, mark);
}

static GArray *
random_marks (const FfScheme *scheme)
{
  static const char *const raters[MOST_RATERS] = { "a", "b", "c", "d", "e", "f", "g" };
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (FfMark));

  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      int attempts = MAX (0, g_test_rand_int_range (-1, 4));

      for (int attempt = 1; attempt <= attempts; attempt++)
        {
          int n_raters = g_test_rand_int_range (0, MOST_RATERS + 1);

          for (int rater = 0; rater < n_raters; rater++)
            add_mark (marks, (FfMark) { i, -1, raters[rater], attempt,
                                        g_test_rand_int_range (0, ff_scheme_get (scheme, i)->max + 1),
                                        g_test_rand_int_range (0, 4) * 50 });
        }
    }
  return marks;
}

/* Whether @a comes before @b, as what is dropped first. */
static gboolean
is_below (const FfMark *a, const FfMark *b)
{
  return a->score < b->score || (a->score == b->score && (a->weight > 0 ? a->weight : 100) < (b->weight > 0 ? b->weight : 100));
}

/* The weighted mean of one attempt's raters, or −1. */
static long double
plain_attempt (const FfComponent *component, int index, const GArray *marks, int attempt)
{
  const FfMark *lowest = NULL, *highest = NULL;
  long double sum = 0, weights = 0;
  int n = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const FfMark *mark = &g_array_index (marks, FfMark, i);

      if (mark->component != index || mark->attempt != attempt)
        continue;
      n++;
      lowest = lowest == NULL || is_below (mark, lowest) ? mark : lowest;
      highest = highest == NULL || !is_below (mark, highest) ? mark : highest;
    }
  for (guint i = 0; i < marks->len; i++)
    {
      const FfMark *mark = &g_array_index (marks, FfMark, i);
      long double weight = mark->weight > 0 ? mark->weight : 100;

      if (mark->component != index || mark->attempt != attempt)
        continue;
      if (component->drop_extremes && n >= 5 && (mark == lowest || mark == highest))
        continue;
      sum += weight * 100 * mark->score / component->max;
      weights += weight;
    }
  return n > 0 ? sum / weights : -1;
}

static long double
plain_leaf (const FfScheme *scheme, int index, const GArray *marks)
{
  const FfComponent *component = ff_scheme_get (scheme, index);
  long double counted = -1;

  for (int attempt = 1; attempt <= 3; attempt++)
    {
      long double percent = plain_attempt (component, index, marks, attempt);

      if (percent < 0)
        continue;
      if (component->attempts == FF_ATTEMPTS_CAPPED && attempt > 1)
        percent = MIN (percent, scheme->pass_mark / 100.0L);
      if (component->attempts != FF_ATTEMPTS_BEST || percent > counted)
        counted = percent;
    }
  return counted;
}

/* Adds the weighted marks and the weights below @parent, of which the whole weighs @share. */
static void
plain_sum (const FfScheme *scheme, int parent, long double share, const GArray *marks, const gboolean *exempt, long double *sum,
           long double *weights, gboolean *missing)
{
  long double level = 0;

  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    if (ff_scheme_get (scheme, i)->parent == parent)
      level += ff_scheme_get (scheme, i)->weight;
  if (level == 0)
    return;

  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);
      long double part = share * component->weight / level;
      long double percent;

      if (component->parent != parent || part == 0)
        continue;
      if (!component->leaf)
        {
          plain_sum (scheme, i, part, marks, exempt, sum, weights, missing);
          continue;
        }
      if (exempt[i])
        continue;
      percent = plain_leaf (scheme, i, marks);
      if (percent < 0)
        *missing = TRUE;
      else
        {
          *sum += part * percent;
          *weights += part;
        }
    }
}

static void
test_totals (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (FfScheme) scheme = ff_scheme_new ();
      g_autoptr (GArray) marks = NULL;
      g_autofree gboolean *exempt = NULL;
      long double sum = 0, weights = 0, eighth;
      gboolean missing = FALSE;
      FfResult result;

      add_random_parts (scheme, -1, 0);
      ff_scheme_update (scheme);
      marks = random_marks (scheme);
      exempt = g_new0 (gboolean, ff_scheme_length (scheme));
      for (guint i = 0; i < ff_scheme_length (scheme); i++)
        exempt[i] = g_test_rand_int_range (0, 8) == 0;

      ff_result_compute (&result, scheme, (const FfMark *) (gpointer) marks->data, marks->len, exempt, NULL, NULL);
      plain_sum (scheme, -1, 1, marks, exempt, &sum, &weights, &missing);

      g_assert_cmpint (result.known, ==, weights > 0);
      g_assert_cmpint (result.provisional, ==, missing || weights == 0);
      g_assert_cmpfloat_with_epsilon (result.assessed_share, (double) weights, 1e-12);
      if (weights > 0)
        {
          eighth = sum / weights * 1e8L;
          /* Where the eighth decimal itself is a tie, the two may differ in it; elsewhere they are equal to the last bit. */
          if (fabsl (eighth - floorl (eighth) - 0.5L) > 1e-4L)
            g_assert_cmpfloat (result.total, ==, (double) (roundl (roundl (eighth) / 1e6L) / 100));
        }
      ff_result_clear (&result);
    }
}

/* A rank is one more than how many are better, and an award is for those than whom fewer than k are better. */
static void
test_ranks (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (FfScheme) scheme = ff_scheme_new ();
      FfStanding people[MOST_PEOPLE];
      gsize n = g_test_rand_int_range (0, MOST_PEOPLE + 1);
      guint ranked = 0, k;
      double exact;

      scheme->award_percent = 100 * g_test_rand_int_range (1, 101);
      scheme->award_rounding = g_test_rand_int_range (0, 3);
      for (gsize i = 0; i < n; i++)
        {
          people[i] = (FfStanding) { .total = g_test_rand_int_range (5800, 6200) / 100.0, .ranked = g_test_rand_int_range (0, 6) > 0 };
          people[i].passed = people[i].ranked && people[i].total >= 60;
          ranked += people[i].ranked ? 1 : 0;
        }
      ff_marks_rank (scheme, people, n, &k);

      exact = ranked * (scheme->award_percent / 100) / 100.0;
      if (ranked == 0)
        g_assert_cmpuint (k, ==, 0);
      else if (scheme->award_rounding == FF_AWARD_DOWN)
        g_assert_cmpuint (k, ==, MAX (1, floor (exact)));
      else if (scheme->award_rounding == FF_AWARD_UP)
        g_assert_cmpuint (k, ==, MAX (1, ceil (exact)));
      else
        g_assert_cmpuint (k, ==, MAX (1, floor (exact + 0.5)));

      for (gsize i = 0; i < n; i++)
        {
          guint better = 0;

          for (gsize j = 0; j < n; j++)
            better += people[j].ranked && people[j].total > people[i].total ? 1 : 0;
          g_assert_cmpint (people[i].rank, ==, people[i].ranked ? (int) better + 1 : 0);
          g_assert_cmpint (people[i].award, ==, people[i].passed && better < k);
        }
    }
}

/* A trainee who misses as many of the next sessions as can be missed stays in, and with one more is out. */
static void
test_can_miss (void)
{
  for (int round = 0; round < ROUNDS; round++)
    {
      FfAttendanceRule rule = FF_ATTENDANCE_RULE_DEFAULT;
      FfPlannedSession sessions[MOST_PEOPLE];
      FfAttendanceRecord records[MOST_PEOPLE];
      FfAttendanceTally tally;
      gsize n = g_test_rand_int_range (1, MOST_PEOPLE);
      FfMinute clock = 0, now = 0;
      int missed = 0, open = 0;

      rule.max_absence = 50 * g_test_rand_int_range (0, 201);
      rule.base = g_test_rand_bit () ? FF_BASE_MINUTES : FF_BASE_SESSIONS;
      for (gsize i = 0; i < n; i++)
        {
          sessions[i] = (FfPlannedSession) { clock, clock + 15 * g_test_rand_int_range (1, 20) };
          records[i] = FF_ATTENDANCE_RECORD_NONE;
          records[i].set = g_test_rand_int_range (0, 6);
          clock = sessions[i].ends_at + 10;
          if (g_test_rand_bit ())
            now = clock;
        }

      tally = ff_attendance_tally (&rule, sessions, records, n, now);
      for (gsize i = 0; i < n; i++)
        open += sessions[i].ends_at > now && records[i].set == FF_ATTENDANCE_UNMARKED ? 1 : 0;
      g_assert_cmpint (tally.can_miss, <=, open);
      g_assert_cmpint (tally.attended + tally.absent + tally.neutral + tally.unmarked_planned, ==, n);

      for (gsize i = 0; i < n && missed <= tally.can_miss; i++)
        if (sessions[i].ends_at > now && records[i].set == FF_ATTENDANCE_UNMARKED)
          {
            FfAttendanceTally after;

            records[i].set = FF_ATTENDANCE_ABSENT;
            missed++;
            after = ff_attendance_tally (&rule, sessions, records, n, now);
            g_assert_cmpint (after.qualification, ==, missed <= tally.can_miss ? FF_QUALIFIED : FF_DISQUALIFIED_ABSENCE);
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marks-random/totals", test_totals);
  g_test_add_func ("/marks-random/ranks", test_ranks);
  g_test_add_func ("/marks-random/can-miss", test_can_miss);
  return g_test_run ();
}
