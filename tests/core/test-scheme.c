#include "ff-scheme.h"

#include <string.h>

#include "ff-error.h"

/* The master case: process 40 (three parts), result 60 (test 70 of written 40 and practical 60, on the job 30), a pre-test. */
static FfScheme *
master_scheme (void)
{
  FfScheme *scheme = ff_scheme_new ();
  FfComponent *component;

  ff_scheme_add (scheme, -1, "process", "Process", 4000);
  ff_scheme_add (scheme, 0, "participation", "Participation", 5000);
  ff_scheme_add (scheme, 0, "exercises", "Exercises", 3000);
  ff_scheme_add (scheme, 0, "card", "Commitment card", 2000)->source = FF_SOURCE_COMMITMENT;
  ff_scheme_add (scheme, -1, "result", "Result", 6000);
  ff_scheme_add (scheme, 4, "test", "Test", 7000)->level = 2;
  ff_scheme_add (scheme, 5, "written", "Written test", 4000);
  component = ff_scheme_add (scheme, 5, "practical", "Scenarios", 6000);
  component->source = FF_SOURCE_RUBRIC;
  ff_component_add_criterion (component, "c1", "Empathy", 500);
  ff_component_add_criterion (component, "c2", "Solution", 1000);
  ff_scheme_add (scheme, 4, "on_the_job", "On the job", 3000);
  component = ff_scheme_add (scheme, -1, "pretest", "Pre-test", 0);
  component->pretest_of = g_strdup ("written");
  ff_scheme_update (scheme);
  return scheme;
}

static void
test_shares (void)
{
  static const struct
  {
    const char *key;
    gboolean leaf;
    int depth;
    double share;
    gint64 children_sum;
  } cases[] = {
    { "process", FALSE, 0, 0.4, 10000 },   { "participation", TRUE, 1, 0.2, 0 }, { "exercises", TRUE, 1, 0.12, 0 },
    { "card", TRUE, 1, 0.08, 0 },          { "result", FALSE, 0, 0.6, 10000 },   { "test", FALSE, 1, 0.42, 10000 },
    { "written", TRUE, 2, 0.168, 0 },      { "practical", TRUE, 2, 0.252, 0 },   { "on_the_job", TRUE, 1, 0.18, 0 },
    { "pretest", TRUE, 0, 0, 0 },
  };
  g_autoptr (FfScheme) scheme = master_scheme ();

  g_assert_cmpuint (ff_scheme_length (scheme), ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);

      g_test_message ("%s", cases[i].key);
      g_assert_cmpint (ff_scheme_find (scheme, cases[i].key), ==, i);
      g_assert_cmpint (component->leaf, ==, cases[i].leaf);
      g_assert_cmpint (component->depth, ==, cases[i].depth);
      g_assert_cmpfloat_with_epsilon (component->share, cases[i].share, 1e-12);
      g_assert_cmpint (component->children_sum, ==, cases[i].children_sum);
    }
  g_assert_cmpint (ff_scheme_sum (scheme, -1), ==, 10000);
  g_assert_cmpint (ff_scheme_sum (scheme, 5), ==, 10000);
  g_assert_cmpint (ff_scheme_find (scheme, "nothing"), ==, -1);
  g_assert_cmpint (ff_scheme_get (scheme, 7)->max, ==, 1500);
}

/* Weights that do not add to 100 are still normalised, and the sum is there to warn with. */
static void
test_shares_normalised (void)
{
  g_autoptr (FfScheme) scheme = ff_scheme_new ();

  ff_scheme_add (scheme, -1, "a", "A", 300);
  ff_scheme_add (scheme, -1, "g", "G", 100);
  ff_scheme_add (scheme, 1, "b", "B", 4500);
  ff_scheme_add (scheme, 1, "c", "C", 4500);
  ff_scheme_add (scheme, 1, "none", "None", 0);
  ff_scheme_update (scheme);

  g_assert_cmpint (ff_scheme_sum (scheme, -1), ==, 400);
  g_assert_cmpint (ff_scheme_get (scheme, 1)->children_sum, ==, 9000);
  g_assert_cmpfloat_with_epsilon (ff_scheme_get (scheme, 0)->share, 0.75, 1e-12);
  g_assert_cmpfloat_with_epsilon (ff_scheme_get (scheme, 2)->share, 0.125, 1e-12);
  g_assert_cmpfloat_with_epsilon (ff_scheme_get (scheme, 3)->share, 0.125, 1e-12);
  g_assert_cmpfloat (ff_scheme_get (scheme, 4)->share, ==, 0);
}

static void
test_shares_degenerate (void)
{
  g_autoptr (FfScheme) scheme = ff_scheme_new ();

  ff_scheme_update (scheme);
  g_assert_cmpint (ff_scheme_sum (scheme, -1), ==, 0);

  ff_scheme_add (scheme, -1, "a", "A", 0);
  ff_scheme_update (scheme);
  g_assert_cmpfloat (ff_scheme_get (scheme, 0)->share, ==, 0);

  /* A pre-test inside a group leaves the group's other shares alone, whatever its weight says. */
  ff_scheme_add (scheme, -1, "g", "G", 100);
  ff_scheme_add (scheme, 1, "post", "Post", 100);
  ff_scheme_add (scheme, 1, "pre", "Pre", 900)->pretest_of = g_strdup ("post");
  ff_scheme_update (scheme);
  g_assert_cmpfloat (ff_scheme_get (scheme, 2)->share, ==, 1);
  g_assert_cmpfloat (ff_scheme_get (scheme, 3)->share, ==, 0);
  g_assert_cmpint (ff_scheme_get (scheme, 1)->children_sum, ==, 100);
}

static void
test_defaults (void)
{
  g_autoptr (FfScheme) scheme = ff_scheme_new ();
  const FfComponent *component = ff_scheme_add (scheme, -1, "a", "A", 100);

  g_assert_cmpint (scheme->pass_mark, ==, 6000);
  g_assert_cmpint (scheme->good_mark, ==, 8000);
  g_assert_cmpint (scheme->excellent_mark, ==, 9000);
  g_assert_cmpint (scheme->award_percent, ==, 2000);
  g_assert_cmpint (scheme->award_rounding, ==, FF_AWARD_DOWN);
  g_assert_cmpint (component->max, ==, 10000);
  g_assert_cmpint (component->source, ==, FF_SOURCE_MANUAL);
  g_assert_cmpint (component->attempts, ==, FF_ATTEMPTS_CAPPED);
  g_assert_cmpint (component->due_days, ==, -1);
  g_assert_false (component->drop_extremes);
}

static void
test_copy (void)
{
  g_autoptr (FfScheme) scheme = master_scheme ();
  g_autoptr (FfScheme) copy = NULL;
  FfCriterion *criterion = g_ptr_array_index (ff_scheme_get (scheme, 7)->criteria, 1);

  scheme->id = 7;
  criterion->id = 8;
  copy = ff_scheme_copy (scheme);
  g_assert_cmpint (copy->id, ==, 7);
  g_assert_cmpuint (ff_scheme_length (copy), ==, ff_scheme_length (scheme));
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *a = ff_scheme_get (scheme, i);
      const FfComponent *b = ff_scheme_get (copy, i);

      g_assert_true (a != b && a->key != b->key);
      g_assert_cmpstr (a->key, ==, b->key);
      g_assert_cmpstr (a->title, ==, b->title);
      g_assert_cmpstr (a->pretest_of, ==, b->pretest_of);
      g_assert_cmpfloat (a->share, ==, b->share);
      g_assert_cmpint (a->weight, ==, b->weight);
      g_assert_cmpint (a->max, ==, b->max);
    }

  /* The copy stands alone. */
  criterion->max = 1;
  g_assert_cmpint (((FfCriterion *) g_ptr_array_index (ff_scheme_get (copy, 7)->criteria, 1))->max, ==, 1000);
  g_assert_cmpint (((FfCriterion *) g_ptr_array_index (ff_scheme_get (copy, 7)->criteria, 1))->id, ==, 8);
}

static FfComponent *
at (FfScheme *scheme, const char *key)
{
  return g_ptr_array_index (scheme->components, ff_scheme_find (scheme, key));
}

static void
set (char **member, const char *value)
{
  g_free (*member);
  *member = g_strdup (value);
}

static void good (FfScheme *scheme) {}
static void no_key (FfScheme *scheme) { set (&at (scheme, "written")->key, ""); }
static void null_key (FfScheme *scheme) { set (&at (scheme, "written")->key, NULL); }
static void same_key (FfScheme *scheme) { set (&at (scheme, "written")->key, "card"); }
static void dotted_key (FfScheme *scheme) { set (&at (scheme, "written")->key, "test.written"); }
static void negative_weight (FfScheme *scheme) { at (scheme, "written")->weight = -1; }
static void zero_weight (FfScheme *scheme) { at (scheme, "written")->weight = 0; }
static void zero_max (FfScheme *scheme) { at (scheme, "written")->max = 0; }
static void zero_max_of_group (FfScheme *scheme) { at (scheme, "result")->max = 0; }
static void group_with_source (FfScheme *scheme) { at (scheme, "result")->source = FF_SOURCE_ATTENDANCE; }
static void pretest_of_nothing (FfScheme *scheme) { set (&at (scheme, "pretest")->pretest_of, "nothing"); }
static void pretest_of_group (FfScheme *scheme) { set (&at (scheme, "pretest")->pretest_of, "test"); }
static void pretest_of_itself (FfScheme *scheme) { set (&at (scheme, "pretest")->pretest_of, "pretest"); }
static void no_criteria (FfScheme *scheme) { g_clear_pointer (&at (scheme, "practical")->criteria, g_ptr_array_unref); }
static void same_criterion (FfScheme *scheme) { ff_component_add_criterion (at (scheme, "practical"), "c1", "Again", 500); }
static void criterion_like_leaf (FfScheme *scheme) { ff_component_add_criterion (at (scheme, "practical"), "card", "Card", 500); }
static void criterion_without_max (FfScheme *scheme) { ff_component_add_criterion (at (scheme, "practical"), "c3", "Empty", 0); }
static void known_kind (FfScheme *scheme) { set (&at (scheme, "card")->commitment_kind, "micro_plan"); }
static void unknown_kind (FfScheme *scheme) { set (&at (scheme, "card")->commitment_kind, "promise"); }
static void pass_above_hundred (FfScheme *scheme) { scheme->pass_mark = 10001; }
static void award_below_zero (FfScheme *scheme) { scheme->award_percent = -1; }

static void
test_validate (void)
{
  static const struct
  {
    const char *rule;
    void (*change) (FfScheme *);
    const char *names; /* what the sentence must name; NULL: accepted */
  } cases[] = {
    { "the master case", good, NULL },
    { "an empty key", no_key, "Written test" },
    { "no key", null_key, "Written test" },
    { "a key twice", same_key, "card" },
    { "a key with a dot", dotted_key, "test.written" },
    { "a weight below 0", negative_weight, "Written test" },
    { "a weight of 0 is allowed", zero_weight, NULL },
    { "a maximum of 0", zero_max, "Written test" },
    { "a group needs no maximum", zero_max_of_group, NULL },
    { "a group has no source", group_with_source, "Result" },
    { "a pre-test of nothing", pretest_of_nothing, "nothing" },
    { "a pre-test of a group", pretest_of_group, "Pre-test" },
    { "a pre-test of itself", pretest_of_itself, "Pre-test" },
    { "a rubric without criteria", no_criteria, "Scenarios" },
    { "a criterion twice", same_criterion, "c1" },
    { "a criterion may be named like a leaf", criterion_like_leaf, NULL },
    { "a criterion without points", criterion_without_max, "Empty" },
    { "a known kind of commitment", known_kind, NULL },
    { "an unknown kind of commitment", unknown_kind, "promise" },
    { "a pass mark above 100", pass_above_hundred, "pass mark" },
    { "a share of awards below 0", award_below_zero, "awards" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfScheme) scheme = master_scheme ();
      g_autoptr (GError) error = NULL;
      gboolean ok;

      cases[i].change (scheme);
      ff_scheme_update (scheme);
      ok = ff_scheme_validate (scheme, &error);
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
test_keys (void)
{
  static const char *const sources[] = { "manual", "rubric", "test", "attendance", "commitment" };
  static const char *const attempts[] = { "capped", "best", "last" };
  static const char *const roundings[] = { "down", "nearest", "up" };
  FfComponentSource source;
  FfAttemptRule rule;
  FfAwardRounding rounding;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_assert_true (ff_component_source_from_key (sources[i], &source));
      g_assert_cmpstr (ff_component_source_to_key (source), ==, sources[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_assert_true (ff_attempt_rule_from_key (attempts[i], &rule));
      g_assert_cmpstr (ff_attempt_rule_to_key (rule), ==, attempts[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (roundings); i++)
    {
      g_assert_true (ff_award_rounding_from_key (roundings[i], &rounding));
      g_assert_cmpstr (ff_award_rounding_to_key (rounding), ==, roundings[i]);
    }
  g_assert_false (ff_component_source_from_key ("Manual", &source));
  g_assert_false (ff_component_source_from_key (NULL, &source));
  g_assert_false (ff_attempt_rule_from_key ("", &rule));
  g_assert_false (ff_award_rounding_from_key ("sideways", &rounding));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scheme/shares", test_shares);
  g_test_add_func ("/scheme/shares/normalised", test_shares_normalised);
  g_test_add_func ("/scheme/shares/degenerate", test_shares_degenerate);
  g_test_add_func ("/scheme/defaults", test_defaults);
  g_test_add_func ("/scheme/copy", test_copy);
  g_test_add_func ("/scheme/validate", test_validate);
  g_test_add_func ("/scheme/keys", test_keys);
  return g_test_run ();
}
