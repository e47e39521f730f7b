/* The rubrics that come with the program have one shape in every language, and the library shows them until somebody changes them. */
#include "config.h"

#include <string.h>

#include "ff-builtin-rubrics.h"
#include "ff-phrases.h"
#include "ff-rubric-form.h"
#include "ff-rubric-library.h"
#include "ff-store-test.h"
#include "test-support.h"

static void
assert_same_shape (const FfRubric *a, const FfRubric *b)
{
  g_assert_cmpstr (a->key, ==, b->key);
  g_assert_cmpuint (a->criteria->len, ==, b->criteria->len);
  for (guint i = 0; i < a->criteria->len; i++)
    {
      const FfCriterion *x = g_ptr_array_index (a->criteria, i), *y = g_ptr_array_index (b->criteria, i);

      g_assert_cmpstr (x->key, ==, y->key);
      g_assert_cmpint (x->max, ==, y->max);
      g_assert_cmpuint (x->levels->len, ==, y->levels->len);
      for (guint j = 0; j < x->levels->len; j++)
        g_assert_cmpint (ff_criterion_get_level (x, j)->points, ==, ff_criterion_get_level (y, j)->points);
    }
}

static void
assert_complete (const FfRubric *rubric)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_criteria_validate (rubric->criteria, &error));
  g_assert_no_error (error);
  g_assert_true (rubric->note != NULL && *rubric->note != '\0');
  g_assert_cmpuint (rubric->criteria->len, >=, 4);
  g_assert_cmpuint (rubric->criteria->len, <=, 6);
  for (guint i = 0; i < rubric->criteria->len; i++)
    {
      const FfCriterion *criterion = g_ptr_array_index (rubric->criteria, i);

      g_assert_cmpuint (criterion->levels->len, ==, 4);
      g_assert_cmpint (ff_criterion_get_level (criterion, 0)->points, ==, criterion->max);
      for (guint j = 0; j < criterion->levels->len; j++)
        {
          const char *description = ff_criterion_get_level (criterion, j)->description;

          g_assert_true (description != NULL && *description != '\0');
          g_assert_cmpint (g_utf8_strlen (description, -1), <=, 90);
        }
    }
}

static gboolean
has_chinese (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

static void
test_builtin (void)
{
  static const char *const keys[] = { "3f", "lscat", "clear", "star", "grow", "smart", "telephone" };
  const GPtrArray *english = ff_builtin_rubrics_get ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_nonnull (ff_builtin_rubrics_find ("zh_TW", keys[i]));
  for (const char *const *language = ff_phrases_languages; *language != NULL; language++)
    {
      const GPtrArray *rubrics = ff_builtin_rubrics_get (*language);

      g_assert_cmpuint (rubrics->len, ==, english->len);
      for (guint i = 0; i < rubrics->len; i++)
        {
          const FfRubric *rubric = g_ptr_array_index (rubrics, i);
          const FfCriterion *first = g_ptr_array_index (rubric->criteria, 0);

          g_test_message ("%s %s", *language, rubric->key);
          assert_same_shape (rubric, g_ptr_array_index (english, i));
          assert_complete (rubric);
          g_assert_cmpint (has_chinese (ff_criterion_get_level (first, 0)->description), ==, !g_str_equal (*language, "en"));
        }
    }
}

static guint
count (FfDb *db, const char *search)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ff_rubric_library_list (db, search, FALSE, &error);

  g_assert_no_error (error);
  return ids->len;
}

/* A changed copy stands in the place of the built-in rubric; without it the built-in one is there again. */
static void
test_changed_copy (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  guint all = ff_builtin_rubrics_get (NULL)->len;
  gint64 id = ff_rubric_library_builtin_id ("grow"), copy;
  g_autoptr (FfRubric) builtin = NULL;
  g_autoptr (FfRubric) changed = NULL;
  g_autoptr (GError) error = NULL;
  FfBatch *batch;

  g_assert_cmpuint (count (db, NULL), ==, all);
  g_assert_cmpuint (count (db, "grow"), ==, 1);
  g_assert_cmpuint (count (db, "no such rubric"), ==, 0);
  g_assert_true (ff_rubric_library_is_builtin (id));
  builtin = ff_rubric_library_read (db, id, &error);
  g_assert_no_error (error);
  batch = ff_batch_begin (db, "Test", &error);
  copy = ff_rubrics_copy (db, builtin, builtin->key, "Coaching talks", &error);
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (batch, &error));
  g_assert_cmpuint (count (db, NULL), ==, all);
  g_assert_cmpuint (count (db, "grow"), ==, 0);
  changed = ff_rubric_library_read (db, copy, &error);
  assert_same_shape (builtin, changed);
  batch = ff_batch_begin (db, "Test", &error);
  g_assert_true (ff_rubrics_delete (db, copy, &error));
  g_assert_true (ff_batch_commit (batch, &error));
  g_assert_cmpuint (count (db, "grow"), ==, 1);
  g_assert_null (ff_rubric_library_read (db, -1000, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_NOT_FOUND);
}

/* Each is one sheet of paper, so that the rater has it at a glance. */
static void
test_form (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < ff_builtin_rubrics_get (NULL)->len; i++)
    {
      const FfRubric *rubric = g_ptr_array_index (ff_builtin_rubrics_get (NULL), i);
      g_autoptr (GError) error = NULL;
      g_autoptr (FfDocument) form = ff_rubric_form_make (fixture->db, ff_rubric_library_builtin_id (rubric->key), &error);
      double width, height;

      g_assert_no_error (error);
      g_test_message ("%s", rubric->key);
      ff_document_page_size (form, &width, &height);
      g_assert_cmpint (ff_document_n_pages (form), ==, 1);
      g_assert_cmpfloat (width, >, height);
      g_assert_cmpstr (ff_document_get_title (form), ==, rubric->title);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/rubric-library/builtin", test_builtin);
  store_test_add ("/exchange/rubric-library/changed-copy", test_changed_copy);
  store_test_add ("/exchange/rubric-library/form", test_form);
  return test_run ();
}
