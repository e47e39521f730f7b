/* Criteria and levels: copies, sums, order, and what is refused. */
#include "ff-rubric.h"

#include <string.h>

#include "ff-error.h"

static GPtrArray *
make_criteria (void)
{
  GPtrArray *criteria = ff_criteria_new ();
  FfCriterion *listens = ff_criteria_add (criteria, "c1", "Listens", 1000);

  listens->note = g_strdup ("While the guest speaks");
  ff_criterion_add_level (listens, "Good", "Lets the guest finish", 1000);
  ff_criterion_add_level (listens, "Fair", NULL, 600);
  ff_criterion_add_level (listens, "Poor", "Interrupts", 0);
  ff_criteria_add (criteria, "c2", "Answers", 500);
  return criteria;
}

static FfCriterion *
at (GPtrArray *criteria, guint index)
{
  return g_ptr_array_index (criteria, index);
}

static FfRubricLevel *
level (GPtrArray *criteria, guint index)
{
  return g_ptr_array_index (at (criteria, 0)->levels, index);
}

static void
set (char **member, const char *value)
{
  g_free (*member);
  *member = g_strdup (value);
}

static void good (GPtrArray *criteria) {}
static void no_levels (GPtrArray *criteria) { g_ptr_array_set_size (at (criteria, 0)->levels, 0); }
static void no_key (GPtrArray *criteria) { set (&at (criteria, 1)->key, ""); }
static void same_key (GPtrArray *criteria) { set (&at (criteria, 1)->key, "c1"); }
static void dotted_key (GPtrArray *criteria) { set (&at (criteria, 1)->key, "c.2"); }
static void no_max (GPtrArray *criteria) { at (criteria, 1)->max = 0; }
static void lower_max (GPtrArray *criteria) { at (criteria, 0)->max = 999; }
static void higher_max (GPtrArray *criteria) { at (criteria, 0)->max = 1200; }
static void no_title (GPtrArray *criteria) { set (&level (criteria, 1)->title, ""); }
static void null_title (GPtrArray *criteria) { set (&level (criteria, 1)->title, NULL); }
static void negative (GPtrArray *criteria) { level (criteria, 2)->points = -1; }
static void same_points (GPtrArray *criteria) { level (criteria, 1)->points = 1000; }
static void rising (GPtrArray *criteria) { level (criteria, 2)->points = 601; }

static void
test_validate (void)
{
  static const struct
  {
    const char *rule;
    void (*change) (GPtrArray *);
    const char *names; /* what the sentence must name; NULL: accepted */
  } cases[] = {
    { "criteria with and without levels", good, NULL },
    { "no levels at all", no_levels, NULL },
    { "no key", no_key, "Answers" },
    { "a key twice", same_key, "c1" },
    { "a key with a dot", dotted_key, "c.2" },
    { "a maximum of 0", no_max, "Answers" },
    { "a level above the maximum", lower_max, "“Good” of “Listens” gives 10 points" },
    { "the best level may stay below the maximum", higher_max, NULL },
    { "a level with an empty title", no_title, "Listens" },
    { "a level without a title", null_title, "Listens" },
    { "points below 0", negative, "Poor" },
    { "the same points twice", same_points, "Fair" },
    { "a better level after a worse one", rising, "Poor" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) criteria = make_criteria ();
      g_autoptr (GError) error = NULL;
      gboolean ok;

      cases[i].change (criteria);
      ok = ff_criteria_validate (criteria, &error);
      g_test_message ("%s: %s", cases[i].rule, error ? error->message : "accepted");
      g_assert_cmpint (ok, ==, cases[i].names == NULL);
      if (ok)
        continue;
      g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].names));
    }
}

static void
test_copy (void)
{
  g_autoptr (GPtrArray) criteria = make_criteria ();
  g_autoptr (GPtrArray) copy = NULL;

  at (criteria, 0)->id = 7;
  level (criteria, 2)->id = 9;
  copy = ff_criteria_copy (criteria);
  g_assert_null (ff_criteria_copy (NULL));
  g_assert_cmpint (at (copy, 0)->id, ==, 7);
  g_assert_cmpstr (at (copy, 0)->note, ==, "While the guest speaks");
  g_assert_true (at (copy, 0)->levels != at (criteria, 0)->levels);
  g_assert_cmpint (level (copy, 2)->id, ==, 9);
  g_assert_cmpstr (level (copy, 2)->description, ==, "Interrupts");
  g_assert_null (level (copy, 1)->description);
  ff_criteria_forget_ids (copy);
  g_assert_cmpint (at (copy, 0)->id, ==, 0);
  g_assert_cmpint (level (copy, 2)->id, ==, 0);
  g_assert_cmpint (level (criteria, 2)->id, ==, 9);
}

static void
test_sums_and_levels (void)
{
  g_autoptr (GPtrArray) criteria = make_criteria ();

  g_assert_cmpint (ff_criteria_sum (criteria), ==, 1500);
  g_assert_cmpint (ff_criteria_sum (NULL), ==, 0);
  g_assert_cmpuint (ff_criteria_count_levels (criteria), ==, 3);
  g_assert_cmpuint (ff_criteria_count_levels (NULL), ==, 0);
  g_assert_cmpstr (ff_criterion_find_level (at (criteria, 0), 600)->title, ==, "Fair");
  g_assert_null (ff_criterion_find_level (at (criteria, 0), 601));
  level (criteria, 2)->points = 800;
  ff_criterion_sort_levels (at (criteria, 0));
  g_assert_cmpstr (level (criteria, 1)->title, ==, "Poor");
  g_assert_true (ff_criteria_validate (criteria, NULL));
}

static void
test_fill_keys (void)
{
  g_autoptr (GPtrArray) criteria = make_criteria ();
  static const char *const keys[] = { "c1", "c2", "c3", "c5", "c4" };

  ff_criteria_add (criteria, NULL, "Thanks", 500);
  ff_criteria_add (criteria, NULL, "Closes", 500);
  ff_criteria_add (criteria, "c4", "Notes", 500);
  ff_criteria_fill_keys (criteria, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_cmpstr (at (criteria, i)->key, ==, keys[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rubric/validate", test_validate);
  g_test_add_func ("/rubric/copy", test_copy);
  g_test_add_func ("/rubric/sums-and-levels", test_sums_and_levels);
  g_test_add_func ("/rubric/fill-keys", test_fill_keys);
  return g_test_run ();
}
