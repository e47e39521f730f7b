#include "ff-marks.h"

#include <string.h>

#include "ff-error.h"

typedef struct
{
  FfScheme *scheme;
  FfResult result;
} Fixture;

static void
fixture_clear (Fixture *fixture)
{
  ff_result_clear (&fixture->result);
  g_clear_pointer (&fixture->scheme, ff_scheme_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static FfScheme *
two_leaves (void)
{
  FfScheme *scheme = ff_scheme_new ();

  ff_scheme_add (scheme, -1, "a", "Leaf A", 4000);
  ff_scheme_add (scheme, -1, "b", "Leaf B", 6000);
  ff_scheme_update (scheme);
  return scheme;
}

static FfScheme *
one_leaf (FfComponentSource source, FfAttemptRule attempts, gint64 max, gboolean drop_extremes)
{
  FfScheme *scheme = ff_scheme_new ();
  FfComponent *leaf = ff_scheme_add (scheme, -1, "leaf", "Leaf", 10000);

  leaf->source = source;
  leaf->attempts = attempts;
  leaf->max = max;
  leaf->drop_extremes = drop_extremes;
  if (source == FF_SOURCE_RUBRIC)
    {
      ff_component_add_criterion (leaf, "c1", "First", 500);
      ff_component_add_criterion (leaf, "c2", "Second", 500);
      ff_component_add_criterion (leaf, "c3", "Third", 1000);
    }
  ff_scheme_update (scheme);
  return scheme;
}

static gsize
count_marks (const FfMark *marks, gsize most)
{
  gsize n = 0;

  while (n < most && marks[n].attempt > 0)
    n++;
  return n;
}

#define MARK(score) { 0, -1, NULL, 1, (score) }
#define RATED(rater, score) { 0, -1, (rater), 1, (score) }
#define WEIGHED(rater, weight, score) { 0, -1, (rater), 1, (score), (weight) }
#define TRIED(attempt, score) { 0, -1, NULL, (attempt), (score) }
#define POINTS(criterion, score) { 0, (criterion), NULL, 1, (score) }

static void
test_leaf (void)
{
  static const struct
  {
    const char *rule;
    FfComponentSource source;
    FfAttemptRule attempts;
    gint64 max;
    gboolean drop_extremes;
    FfMark marks[8];
    gboolean assessed;
    double points, percent, spread;
    int raters, attempt;
    gboolean overridden;
  } cases[] = {
    { "no mark is not assessed", FF_SOURCE_MANUAL, 0, 10000, FALSE, { { 0 } }, FALSE },
    { "0 is assessed", FF_SOURCE_MANUAL, 0, 10000, FALSE, { MARK (0) }, TRUE, 0, 0, 0, 1, 1 },
    { "of its own maximum", FF_SOURCE_MANUAL, 0, 2000, FALSE, { MARK (1500) }, TRUE, 15, 75, 0, 1, 1 },
    { "a third stays exact", FF_SOURCE_MANUAL, 0, 300, FALSE, { MARK (100) }, TRUE, 1, 100.0 / 3, 0, 1, 1 },

    { "raters: the mean", FF_SOURCE_MANUAL, 0, 10000, FALSE, { RATED ("a", 7000), RATED ("b", 8000), RATED ("c", 9500) },
      TRUE, 245.0 / 3, 245.0 / 3, 25, 3, 1 },
    { "raters: nobody named is one of them", FF_SOURCE_MANUAL, 0, 10000, FALSE, { RATED ("", 7000), RATED (NULL, 8000), RATED ("c", 9000) },
      TRUE, 85, 85, 10, 2, 1 },
    { "raters: extremes stay in below five", FF_SOURCE_MANUAL, 0, 10000, TRUE,
      { RATED ("a", 0), RATED ("b", 8000), RATED ("c", 8000), RATED ("d", 8000) }, TRUE, 60, 60, 80, 4, 1 },
    { "raters: extremes dropped from five on", FF_SOURCE_MANUAL, 0, 10000, TRUE,
      { RATED ("a", 0), RATED ("b", 7000), RATED ("c", 10000), RATED ("d", 8000), RATED ("e", 9000) }, TRUE, 80, 80, 100, 5, 1 },
    { "raters: extremes stay in unless asked", FF_SOURCE_MANUAL, 0, 10000, FALSE,
      { RATED ("a", 0), RATED ("b", 7000), RATED ("c", 10000), RATED ("d", 8000), RATED ("e", 9000) }, TRUE, 68, 68, 100, 5, 1 },
    { "raters: one of equal extremes is dropped", FF_SOURCE_MANUAL, 0, 10000, TRUE,
      { RATED ("a", 5000), RATED ("b", 5000), RATED ("c", 8000), RATED ("d", 9000), RATED ("e", 9000) }, TRUE, 220.0 / 3, 220.0 / 3, 40, 5, 1 },
    { "raters: spread is in points", FF_SOURCE_MANUAL, 0, 2000, FALSE, { RATED ("a", 1000), RATED ("b", 1500) }, TRUE, 12.5, 62.5, 5, 2, 1 },
    { "raters: one weighs as much as the other two", FF_SOURCE_MANUAL, 0, 10000, FALSE,
      { WEIGHED ("a", 200, 7000), WEIGHED ("b", 100, 8000), RATED ("c", 9000) }, TRUE, 77.5, 77.5, 20, 3, 1 },
    { "raters: only the proportion of the weights counts", FF_SOURCE_MANUAL, 0, 10000, FALSE,
      { WEIGHED ("a", 3, 7000), WEIGHED ("b", 1, 8000) }, TRUE, 72.5, 72.5, 10, 2, 1 },
    { "raters: a weight of the dropped ones leaves too", FF_SOURCE_MANUAL, 0, 10000, TRUE,
      { WEIGHED ("a", 900, 0), RATED ("b", 7000), WEIGHED ("c", 900, 10000), WEIGHED ("d", 200, 8000), RATED ("e", 9000) },
      TRUE, 80, 80, 100, 5, 1 },

    { "attempts: best", FF_SOURCE_MANUAL, FF_ATTEMPTS_BEST, 10000, FALSE, { TRIED (1, 5000), TRIED (2, 9000), TRIED (3, 7000) },
      TRUE, 90, 90, 0, 1, 2 },
    { "attempts: the first of equally good ones", FF_SOURCE_MANUAL, FF_ATTEMPTS_BEST, 10000, FALSE, { TRIED (1, 5000), TRIED (2, 5000) },
      TRUE, 50, 50, 0, 1, 1 },
    { "attempts: last", FF_SOURCE_MANUAL, FF_ATTEMPTS_LAST, 10000, FALSE, { TRIED (1, 9000), TRIED (2, 7000) }, TRUE, 70, 70, 0, 1, 2 },
    { "attempts: last whatever the order", FF_SOURCE_MANUAL, FF_ATTEMPTS_LAST, 10000, FALSE, { TRIED (2, 7000), TRIED (1, 9000) },
      TRUE, 70, 70, 0, 1, 2 },
    { "attempts: the first is not capped", FF_SOURCE_MANUAL, FF_ATTEMPTS_CAPPED, 10000, FALSE, { TRIED (1, 9000) }, TRUE, 90, 90, 0, 1, 1 },
    { "attempts: the second is capped at the pass mark", FF_SOURCE_MANUAL, FF_ATTEMPTS_CAPPED, 10000, FALSE, { TRIED (1, 4000), TRIED (2, 9000) },
      TRUE, 60, 60, 0, 1, 2 },
    { "attempts: at the cap is not cut", FF_SOURCE_MANUAL, FF_ATTEMPTS_CAPPED, 10000, FALSE, { TRIED (1, 4000), TRIED (2, 6000) },
      TRUE, 60, 60, 0, 1, 2 },
    { "attempts: below the cap stays", FF_SOURCE_MANUAL, FF_ATTEMPTS_CAPPED, 10000, FALSE, { TRIED (1, 4000), TRIED (2, 5500) },
      TRUE, 55, 55, 0, 1, 2 },
    { "attempts: the cap is a percentage", FF_SOURCE_MANUAL, FF_ATTEMPTS_CAPPED, 2000, FALSE, { TRIED (1, 800), TRIED (2, 2000) },
      TRUE, 12, 60, 0, 1, 2 },
    { "attempts: a second one alone is capped", FF_SOURCE_MANUAL, FF_ATTEMPTS_CAPPED, 10000, FALSE, { TRIED (2, 9000) }, TRUE, 60, 60, 0, 1, 2 },
    { "attempts: raters of the one that counts", FF_SOURCE_MANUAL, FF_ATTEMPTS_LAST, 10000, FALSE,
      { { 0, -1, "a", 1, 1000 }, { 0, -1, "a", 2, 6000 }, { 0, -1, "b", 2, 8000 } }, TRUE, 70, 70, 20, 2, 2 },

    { "rubric: each criterion has its points", FF_SOURCE_RUBRIC, 0, 0, FALSE, { POINTS (0, 400), POINTS (1, 500), POINTS (2, 700) },
      TRUE, 16, 80, 0, 1, 1 },
    { "rubric: a missing criterion is not assessed", FF_SOURCE_RUBRIC, 0, 0, FALSE, { POINTS (0, 400), POINTS (2, 700) }, FALSE },
    { "rubric: 0 is a criterion's points", FF_SOURCE_RUBRIC, 0, 0, FALSE, { POINTS (0, 0), POINTS (1, 0), POINTS (2, 0) }, TRUE, 0, 0, 0, 1, 1 },
    { "rubric: a rater counts when complete", FF_SOURCE_RUBRIC, 0, 0, FALSE,
      { { 0, 0, "a", 1, 500 }, { 0, 1, "a", 1, 500 }, { 0, 2, "a", 1, 1000 }, { 0, 0, "b", 1, 0 } }, TRUE, 20, 100, 0, 1, 1 },
    { "rubric: two complete raters", FF_SOURCE_RUBRIC, 0, 0, FALSE,
      { { 0, 0, "a", 1, 500 }, { 0, 1, "a", 1, 500 }, { 0, 2, "a", 1, 1000 }, { 0, 0, "b", 1, 0 }, { 0, 1, "b", 1, 500 }, { 0, 2, "b", 1, 500 } },
      TRUE, 15, 75, 10, 2, 1 },
    { "rubric: complete raters by their weights", FF_SOURCE_RUBRIC, 0, 0, FALSE,
      { { 0, 0, "a", 1, 500, 300 }, { 0, 1, "a", 1, 500, 300 }, { 0, 2, "a", 1, 1000, 300 }, { 0, 0, "b", 1, 0 }, { 0, 1, "b", 1, 500 },
        { 0, 2, "b", 1, 500 } },
      TRUE, 17.5, 87.5, 10, 2, 1 },
    { "rubric: an unfinished second attempt leaves the first", FF_SOURCE_RUBRIC, FF_ATTEMPTS_LAST, 0, FALSE,
      { POINTS (0, 400), POINTS (1, 500), POINTS (2, 700), { 0, 0, NULL, 2, 500 } }, TRUE, 16, 80, 0, 1, 1 },
    { "rubric: a mark on the leaf overrides its criteria", FF_SOURCE_RUBRIC, 0, 0, FALSE,
      { POINTS (0, 400), POINTS (1, 500), POINTS (2, 700), MARK (1000) }, TRUE, 10, 50, 0, 1, 1, TRUE },
    { "rubric: criteria are no override", FF_SOURCE_RUBRIC, 0, 0, FALSE, { POINTS (0, 500), POINTS (1, 500), POINTS (2, 1000) },
      TRUE, 20, 100, 0, 1, 1, FALSE },
    { "a mark of a criterion on a leaf without any is ignored", FF_SOURCE_MANUAL, 0, 10000, FALSE, { POINTS (0, 400) }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) fixture = { one_leaf (cases[i].source, cases[i].attempts, cases[i].max, cases[i].drop_extremes) };
      const FfLeafResult *leaf;

      ff_result_compute (&fixture.result, fixture.scheme, cases[i].marks, count_marks (cases[i].marks, 8), NULL, NULL, NULL);
      leaf = &fixture.result.leaves[0];
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpint (leaf->assessed, ==, cases[i].assessed);
      g_assert_cmpfloat_with_epsilon (leaf->points, cases[i].points, 1e-12);
      g_assert_cmpfloat_with_epsilon (leaf->percent, cases[i].percent, 1e-12);
      g_assert_cmpfloat_with_epsilon (leaf->spread, cases[i].spread, 1e-12);
      g_assert_cmpint (leaf->raters, ==, cases[i].raters);
      g_assert_cmpint (leaf->attempt, ==, cases[i].attempt);
      g_assert_cmpint (leaf->overridden, ==, cases[i].overridden);
      g_assert_cmpint (fixture.result.provisional, ==, !cases[i].assessed);
    }
}

static void
test_sources (void)
{
  static const struct
  {
    const char *rule;
    FfComponentSource source;
    FfAttendanceTally attendance;
    gboolean commitment;
    FfMark marks[2];
    gboolean assessed;
    double percent, points;
    gboolean overridden;
  } cases[] = {
    { "attendance", FF_SOURCE_ATTENDANCE, { .mark_known = TRUE, .mark = 75 }, FALSE, { { 0 } }, TRUE, 75, 15 },
    { "attendance of 0", FF_SOURCE_ATTENDANCE, { .mark_known = TRUE, .mark = 0 }, FALSE, { { 0 } }, TRUE, 0, 0 },
    { "attendance not known", FF_SOURCE_ATTENDANCE, { .mark_known = FALSE, .mark = 75 }, FALSE, { { 0 } }, FALSE },
    { "attendance overridden by hand", FF_SOURCE_ATTENDANCE, { .mark_known = TRUE, .mark = 75 }, FALSE, { MARK (1000) }, TRUE, 50, 10, TRUE },
    { "attendance unknown, a mark by hand", FF_SOURCE_ATTENDANCE, { 0 }, FALSE, { MARK (1000) }, TRUE, 50, 10, TRUE },
    { "commitment handed in", FF_SOURCE_COMMITMENT, { 0 }, TRUE, { { 0 } }, TRUE, 100, 20 },
    { "commitment missing is not 0", FF_SOURCE_COMMITMENT, { 0 }, FALSE, { { 0 } }, FALSE },
    { "commitment missing, confirmed as 0 by hand", FF_SOURCE_COMMITMENT, { 0 }, FALSE, { MARK (0) }, TRUE, 0, 0, TRUE },
    { "commitment handed in, overridden", FF_SOURCE_COMMITMENT, { 0 }, TRUE, { MARK (1500) }, TRUE, 75, 15, TRUE },
    { "a manual leaf takes neither", FF_SOURCE_MANUAL, { .mark_known = TRUE, .mark = 75 }, TRUE, { { 0 } }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) fixture = { one_leaf (cases[i].source, FF_ATTEMPTS_CAPPED, 2000, FALSE) };
      const FfLeafResult *leaf;

      ff_result_compute (&fixture.result, fixture.scheme, cases[i].marks, count_marks (cases[i].marks, 2), NULL,
                         &cases[i].attendance, &cases[i].commitment);
      leaf = &fixture.result.leaves[0];
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpint (leaf->assessed, ==, cases[i].assessed);
      g_assert_cmpfloat_with_epsilon (leaf->percent, cases[i].percent, 1e-12);
      g_assert_cmpfloat_with_epsilon (leaf->points, cases[i].points, 1e-12);
      g_assert_cmpint (leaf->overridden, ==, cases[i].overridden);
    }
}

/* A leaf whose source has no data given at all. */
static void
test_sources_without_data (void)
{
  g_auto (Fixture) attendance = { one_leaf (FF_SOURCE_ATTENDANCE, 0, 10000, FALSE) };
  g_auto (Fixture) commitment = { one_leaf (FF_SOURCE_COMMITMENT, 0, 10000, FALSE) };

  ff_result_compute (&attendance.result, attendance.scheme, NULL, 0, NULL, NULL, NULL);
  ff_result_compute (&commitment.result, commitment.scheme, NULL, 0, NULL, NULL, NULL);
  g_assert_false (attendance.result.known);
  g_assert_false (commitment.result.known);
}

#define OF(component, score) { (component), -1, NULL, 1, (score) }

static void
test_total (void)
{
  static const struct
  {
    const char *rule;
    FfMark marks[4];
    gboolean exempt[2];
    gboolean known, provisional;
    double total, assessed_share;
  } cases[] = {
    { "both leaves", { OF (0, 8000), OF (1, 9000) }, { FALSE, FALSE }, TRUE, FALSE, 86, 1 },
    { "not yet assessed is never zero", { OF (1, 9000) }, { FALSE, FALSE }, TRUE, TRUE, 90, 0.6 },
    { "assessed as zero is", { OF (0, 0), OF (1, 9000) }, { FALSE, FALSE }, TRUE, FALSE, 54, 1 },
    { "nothing assessed", { { 0 } }, { FALSE, FALSE }, FALSE, TRUE, 0, 0 },
    { "an exempt leaf leaves the sum", { OF (1, 9000) }, { TRUE, FALSE }, TRUE, FALSE, 90, 0.6 },
    { "its marks do not count", { OF (0, 1000), OF (1, 9000) }, { TRUE, FALSE }, TRUE, FALSE, 90, 0.6 },
    { "exempt from one, the other missing", { OF (0, 8000) }, { TRUE, FALSE }, FALSE, TRUE, 0, 0 },
    { "exempt from all", { OF (0, 8000), OF (1, 9000) }, { TRUE, TRUE }, FALSE, TRUE, 0, 0 },
    { "2 decimals", { OF (0, 8333), OF (1, 7777) }, { FALSE, FALSE }, TRUE, FALSE, 79.99, 1 },
    { "marks of no component are ignored", { OF (0, 8000), OF (1, 9000), OF (2, 100), OF (-1, 100) }, { FALSE, FALSE }, TRUE, FALSE, 86, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) fixture = { two_leaves () };

      ff_result_compute (&fixture.result, fixture.scheme, cases[i].marks, count_marks (cases[i].marks, 4), cases[i].exempt, NULL, NULL);
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpint (fixture.result.known, ==, cases[i].known);
      g_assert_cmpint (fixture.result.provisional, ==, cases[i].provisional);
      g_assert_cmpfloat (fixture.result.total, ==, cases[i].total);
      g_assert_cmpfloat_with_epsilon (fixture.result.assessed_share, cases[i].assessed_share, 1e-12);
      g_assert_cmpint (fixture.result.leaves[0].exempt, ==, cases[i].exempt[0]);
    }
}

/* 90.005 as half of 90.01 and half of 90 is a tie, and goes up, although neither number is exact in binary. */
static void
test_total_tie (void)
{
  static const struct
  {
    gint64 weights[3];
    gint64 scores[3];
    double total;
  } cases[] = {
    { { 5000, 5000, 0 }, { 9001, 9000, 0 }, 90.01 },
    { { 3000, 3000, 4000 }, { 8015, 8015, 8000 }, 80.09 },
    { { 4500, 4500, 1000 }, { 7005, 7006, 7000 }, 70.05 },
    { { 3333, 3333, 3334 }, { 10000, 10000, 10000 }, 100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) fixture = { ff_scheme_new () };
      FfMark marks[3];

      for (int leaf = 0; leaf < 3; leaf++)
        {
          g_autofree char *key = g_strdup_printf ("leaf%d", leaf);

          ff_scheme_add (fixture.scheme, -1, key, key, cases[i].weights[leaf]);
          marks[leaf] = (FfMark) { leaf, -1, NULL, 1, cases[i].scores[leaf] };
        }
      ff_scheme_update (fixture.scheme);
      ff_result_compute (&fixture.result, fixture.scheme, marks, 3, NULL, NULL, NULL);
      g_assert_cmpfloat (fixture.result.total, ==, cases[i].total);
    }
}

/* A group of weight 40 whose parts add to 90, a pre-test in it, and a leaf of weight 60. */
static FfScheme *
grouped_scheme (void)
{
  FfScheme *scheme = ff_scheme_new ();

  ff_scheme_add (scheme, -1, "group", "Group", 4000)->level = 2;
  ff_scheme_add (scheme, 0, "written", "Written", 3000);
  ff_scheme_add (scheme, 0, "practical", "Practical", 6000);
  ff_scheme_add (scheme, 0, "pretest", "Pre-test", 900)->pretest_of = g_strdup ("written");
  ff_scheme_add (scheme, -1, "job", "Job", 6000);
  ff_scheme_update (scheme);
  return scheme;
}

static void
test_groups (void)
{
  static const struct
  {
    const char *rule;
    FfMark marks[5];
    gboolean exempt[5];
    gboolean provisional;
    double total;
    gboolean group_known;
    double group;
  } cases[] = {
    { "weights that do not add to 100 are normalised", { OF (1, 6000), OF (2, 9000), OF (4, 7000) }, { FALSE }, FALSE, 74, TRUE, 80 },
    { "a pre-test stands outside", { OF (1, 6000), OF (2, 9000), OF (3, 1000), OF (4, 7000) }, { FALSE }, FALSE, 74, TRUE, 80 },
    { "a group is known when all its leaves are", { OF (1, 6000), OF (4, 7000) }, { FALSE }, TRUE, 68.18, FALSE, 0 },
    { "whatever is missing elsewhere", { OF (1, 6000), OF (2, 9000) }, { FALSE }, TRUE, 80, TRUE, 80 },
    { "an exempt leaf leaves its group", { OF (1, 6000), OF (4, 7000) }, { FALSE, FALSE, TRUE }, FALSE, 68.18, TRUE, 60 },
    { "all leaves of the group exempt", { OF (4, 7000) }, { FALSE, TRUE, TRUE }, FALSE, 70, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Fixture) fixture = { grouped_scheme () };
      double mark = 0;

      ff_result_compute (&fixture.result, fixture.scheme, cases[i].marks, count_marks (cases[i].marks, 5), cases[i].exempt, NULL, NULL);
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpint (fixture.result.provisional, ==, cases[i].provisional);
      g_assert_cmpfloat (fixture.result.total, ==, cases[i].total);
      g_assert_cmpint (ff_result_group_mark (&fixture.result, fixture.scheme, 0, &mark), ==, cases[i].group_known);
      if (cases[i].group_known)
        g_assert_cmpfloat_with_epsilon (mark, cases[i].group, 1e-12);
    }
}

/* A group that weighs nothing in the total has a mark of its own all the same, and so has a leaf. */
static void
test_group_without_share (void)
{
  static const FfMark marks[] = { OF (1, 6000), OF (2, 9000), OF (4, 7000) };
  g_auto (Fixture) fixture = { grouped_scheme () };
  double mark;

  ((FfComponent *) g_ptr_array_index (fixture.scheme->components, 0))->weight = 0;
  ff_scheme_update (fixture.scheme);
  ff_result_compute (&fixture.result, fixture.scheme, marks, G_N_ELEMENTS (marks), NULL, NULL, NULL);
  g_assert_cmpfloat (fixture.result.total, ==, 70);
  g_assert_true (ff_result_group_mark (&fixture.result, fixture.scheme, 0, &mark));
  g_assert_cmpfloat_with_epsilon (mark, 80, 1e-12);
  g_assert_true (ff_result_group_mark (&fixture.result, fixture.scheme, 4, &mark));
  g_assert_cmpfloat_with_epsilon (mark, 70, 1e-12);
  g_assert_false (ff_result_group_mark (&fixture.result, fixture.scheme, 3, &mark));
}

/* What the parts contribute adds up to the total. */
static void
test_contributions (void)
{
  static const FfMark marks[] = { OF (1, 6000), OF (4, 7000) };
  g_auto (Fixture) fixture = { grouped_scheme () };
  double sum = 0;

  ff_result_compute (&fixture.result, fixture.scheme, marks, G_N_ELEMENTS (marks), NULL, NULL, NULL);
  for (guint i = 0; i < fixture.result.n_leaves; i++)
    sum += ff_result_contribution (&fixture.result, fixture.scheme, i);
  g_assert_cmpfloat_with_epsilon (sum, fixture.result.total, 0.005);
  g_assert_cmpfloat_with_epsilon (ff_result_contribution (&fixture.result, fixture.scheme, 1), 8 / (0.4 / 3 + 0.6), 1e-12);
  g_assert_cmpfloat (ff_result_contribution (&fixture.result, fixture.scheme, 0), ==, 0);
  g_assert_cmpfloat (ff_result_contribution (&fixture.result, fixture.scheme, 2), ==, 0);
}

static void
test_validate (void)
{
  static const struct
  {
    const char *rule;
    const char *leaf;
    int criterion;
    gint64 score;
    const char *names; /* NULL: accepted */
  } cases[] = {
    { "0", "leaf", -1, 0, NULL },
    { "the maximum", "leaf", -1, 2000, NULL },
    { "above the maximum", "leaf", -1, 2001, "20.01" },
    { "below 0", "leaf", -1, -1, "-0.01" },
    { "a criterion's maximum", "rubric", 1, 500, NULL },
    { "above a criterion's maximum", "rubric", 1, 501, "Second" },
    { "a rubric as a whole", "rubric", -1, 1000, NULL },
    { "above a rubric's maximum", "rubric", -1, 1001, "10" },
    { "a criterion that is not there", "rubric", 2, 1, "Rubric" },
    { "a criterion of a leaf without any", "leaf", 0, 1, "Leaf" },
    { "a group", "group", -1, 1, "Group" },
  };
  g_autoptr (FfScheme) scheme = ff_scheme_new ();
  FfComponent *rubric;

  ff_scheme_add (scheme, -1, "group", "Group", 10000);
  ff_scheme_add (scheme, 0, "leaf", "Leaf", 5000)->max = 2000;
  rubric = ff_scheme_add (scheme, 0, "rubric", "Rubric", 5000);
  rubric->source = FF_SOURCE_RUBRIC;
  ff_component_add_criterion (rubric, "c1", "First", 500);
  ff_component_add_criterion (rubric, "c2", "Second", 500);
  ff_scheme_update (scheme);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok = ff_mark_validate (scheme, ff_scheme_find (scheme, cases[i].leaf), cases[i].criterion, cases[i].score, &error);

      g_test_message ("%s: %s", cases[i].rule, error ? error->message : "accepted");
      g_assert_cmpint (ok, ==, cases[i].names == NULL);
      if (!ok)
        {
          g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, cases[i].names));
        }
    }
}

static void
test_passed (void)
{
  static const struct
  {
    const char *rule;
    gboolean known, provisional, disqualified;
    double total;
    FfPassed passed;
  } cases[] = {
    { "above", TRUE, FALSE, FALSE, 60.01, FF_PASSED_YES },
    { "exactly", TRUE, FALSE, FALSE, 60, FF_PASSED_YES },
    { "just below", TRUE, FALSE, FALSE, 59.99, FF_PASSED_NO },
    { "provisional is unknown", TRUE, TRUE, FALSE, 90, FF_PASSED_UNKNOWN },
    { "nothing known is unknown", FALSE, TRUE, FALSE, 0, FF_PASSED_UNKNOWN },
    { "disqualified has not", TRUE, FALSE, TRUE, 90, FF_PASSED_NO },
    { "disqualified has not, provisional or not", TRUE, TRUE, TRUE, 90, FF_PASSED_NO },
  };
  g_autoptr (FfScheme) scheme = two_leaves ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfResult result = { .known = cases[i].known, .provisional = cases[i].provisional, .total = cases[i].total };

      g_test_message ("%s", cases[i].rule);
      g_assert_cmpint (ff_marks_passed (scheme, &result, cases[i].disqualified), ==, cases[i].passed);
    }
}

static void
test_bands (void)
{
  static const struct
  {
    double total;
    FfGradeBand band;
  } cases[] = {
    { 100, FF_BAND_EXCELLENT }, { 90, FF_BAND_EXCELLENT }, { 89.99, FF_BAND_GOOD }, { 80, FF_BAND_GOOD },
    { 79.99, FF_BAND_PASS },    { 60, FF_BAND_PASS },      { 59.99, FF_BAND_FAIL }, { 0, FF_BAND_FAIL },
  };
  g_autoptr (FfScheme) scheme = two_leaves ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ff_marks_band (scheme, cases[i].total), ==, cases[i].band);

  /* A pass mark above the bands: nobody is good without passing. */
  scheme->pass_mark = 8500;
  g_assert_cmpint (ff_marks_band (scheme, 84.99), ==, FF_BAND_FAIL);
  g_assert_cmpint (ff_marks_band (scheme, 85), ==, FF_BAND_GOOD);
}

#define PEOPLE 12

static void
test_rank (void)
{
  /* A total of −1 is somebody who is not ranked; the expected rows end where the totals do, at 0. */
  static const struct
  {
    const char *rule;
    gint64 award_percent;
    FfAwardRounding rounding;
    double totals[PEOPLE];
    guint k;
    int ranks[PEOPLE];
    gboolean awards[PEOPLE];
  } cases[] = {
    { "equal totals share the better rank", 2000, FF_AWARD_DOWN, { 90, 80, 80, 70 }, 1, { 1, 2, 2, 4 }, { TRUE } },
    { "in the order given", 2000, FF_AWARD_DOWN, { 70, 80, 90, 80 }, 1, { 4, 2, 1, 2 }, { FALSE, FALSE, TRUE } },
    { "a hundredth makes a rank", 2000, FF_AWARD_DOWN, { 80.01, 80 }, 1, { 1, 2 }, { TRUE } },
    { "all equal", 2000, FF_AWARD_DOWN, { 80, 80, 80 }, 1, { 1, 1, 1 }, { TRUE, TRUE, TRUE } },
    { "who is not ranked has no rank and does not count", 5000, FF_AWARD_DOWN, { -1, 90, -1, 80 }, 1, { 0, 1, 0, 2 }, { FALSE, TRUE } },
    { "nobody ranked", 2000, FF_AWARD_DOWN, { -1, -1 }, 0, { 0, 0 }, { FALSE } },
    { "nobody", 2000, FF_AWARD_DOWN, { 0 }, 0, { 0 }, { FALSE } },
    { "20 % of 10", 2000, FF_AWARD_DOWN, { 99, 98, 97, 96, 95, 94, 93, 92, 91, 90 }, 2, { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, { TRUE, TRUE } },
    { "20 % of 9 is 1, down", 2000, FF_AWARD_DOWN, { 99, 98, 97, 96, 95, 94, 93, 92, 91 }, 1, { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, { TRUE } },
    { "20 % of 9 is 2, nearest", 2000, FF_AWARD_NEAREST, { 99, 98, 97, 96, 95, 94, 93, 92, 91 }, 2, { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, { TRUE, TRUE } },
    { "20 % of 7 is 1, nearest", 2000, FF_AWARD_NEAREST, { 99, 98, 97, 96, 95, 94, 93 }, 1, { 1, 2, 3, 4, 5, 6, 7 }, { TRUE } },
    { "30 % of 5 is 2, nearest at a half", 3000, FF_AWARD_NEAREST, { 99, 98, 97, 96, 95 }, 2, { 1, 2, 3, 4, 5 }, { TRUE, TRUE } },
    { "20 % of 6 is 2, up", 2000, FF_AWARD_UP, { 99, 98, 97, 96, 95, 94 }, 2, { 1, 2, 3, 4, 5, 6 }, { TRUE, TRUE } },
    { "20 % of 5 is 1, up", 2000, FF_AWARD_UP, { 99, 98, 97, 96, 95 }, 1, { 1, 2, 3, 4, 5 }, { TRUE } },
    { "at least one", 2000, FF_AWARD_DOWN, { 99, 98 }, 1, { 1, 2 }, { TRUE } },
    { "at least one, nearest", 2000, FF_AWARD_NEAREST, { 99, 98 }, 1, { 1, 2 }, { TRUE } },
    { "no award is set", 0, FF_AWARD_UP, { 99, 98 }, 0, { 1, 2 }, { FALSE } },
    { "everybody", 10000, FF_AWARD_DOWN, { 99, 98 }, 2, { 1, 2 }, { TRUE, TRUE } },
    { "a tie at the cut is in", 4000, FF_AWARD_DOWN, { 99, 98, 98, 98, 95 }, 2, { 1, 2, 2, 2, 5 }, { TRUE, TRUE, TRUE, TRUE } },
    { "only those who passed", 6000, FF_AWARD_DOWN, { 61, 60, 59, 59, 50 }, 3, { 1, 2, 3, 3, 5 }, { TRUE, TRUE } },
    { "nobody passed", 2000, FF_AWARD_DOWN, { 59, 58, 57, 56, 55 }, 1, { 1, 2, 3, 4, 5 }, { FALSE } },
  };
  g_autoptr (FfScheme) scheme = two_leaves ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfStanding standings[PEOPLE];
      gsize n = 0;
      guint k = 4711;

      scheme->award_percent = cases[i].award_percent;
      scheme->award_rounding = cases[i].rounding;
      while (n < PEOPLE && cases[i].totals[n] != 0)
        {
          double total = cases[i].totals[n];

          standings[n++] = (FfStanding) { .total = total, .ranked = total > 0, .passed = total >= 60, .rank = 99, .award = 99 };
        }
      ff_marks_rank (scheme, standings, n, &k);

      g_test_message ("%s", cases[i].rule);
      g_assert_cmpuint (k, ==, cases[i].k);
      for (gsize person = 0; person < n; person++)
        {
          g_assert_cmpint (standings[person].rank, ==, cases[i].ranks[person]);
          g_assert_cmpint (standings[person].award, ==, cases[i].awards[person]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marks/leaf", test_leaf);
  g_test_add_func ("/marks/sources", test_sources);
  g_test_add_func ("/marks/sources/without-data", test_sources_without_data);
  g_test_add_func ("/marks/total", test_total);
  g_test_add_func ("/marks/total/tie", test_total_tie);
  g_test_add_func ("/marks/groups", test_groups);
  g_test_add_func ("/marks/groups/without-share", test_group_without_share);
  g_test_add_func ("/marks/contributions", test_contributions);
  g_test_add_func ("/marks/validate", test_validate);
  g_test_add_func ("/marks/passed", test_passed);
  g_test_add_func ("/marks/bands", test_bands);
  g_test_add_func ("/marks/rank", test_rank);
  return g_test_run ();
}
