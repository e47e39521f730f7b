/* The score sheet, opened by an independent spreadsheet program. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ff-class-json.h"
#include "ff-score-sheet.h"
#include "test-class.h"
#include "test-support.h"

#define PYTHON "/usr/bin/python3"

static gboolean
have_spreadsheet (void)
{
  g_autofree char *ssconvert = g_find_program_in_path ("ssconvert");
  const char *check[] = { PYTHON, "-c", "import openpyxl", NULL };
  int status = 1;

  return ssconvert != NULL
         && g_spawn_sync (NULL, (char **) check, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, NULL)
         && status == 0;
}

static void
recalculate (const char *sheet, const char *json, guint32 seed)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "recalculate.py", NULL);
  g_autofree char *number = g_strdup_printf ("%u", seed);
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  const char *command[] = { PYTHON, script, sheet, json, number, NULL };
  int status = 0;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s%s", output, errors);
  g_assert_cmpint (status, ==, 0);
}

static void
test_recalculation (gconstpointer data)
{
  guint32 seed = GPOINTER_TO_UINT (data);
  FfClassFigures *figures = test_class_new (seed, seed % 60);
  g_autofree char *name = g_strdup_printf ("class-%u.xlsx", seed);
  g_autofree char *sheet = test_path (name);
  g_autofree char *json = g_strconcat (sheet, ".json", NULL);
  g_autofree char *document = ff_class_json_format (figures, NULL);
  g_autoptr (GError) error = NULL;

  g_test_message ("class of seed %u", seed);
  ff_score_sheet_export (figures, sheet, "en", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (json, document, -1, NULL));
  test_class_free (figures);

  if (!have_spreadsheet ())
    {
      g_test_skip ("needs ssconvert and openpyxl");
      return;
    }
  recalculate (sheet, json, seed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < 8; i++)
    {
      guint32 seed = i < 4 ? 60 * i + 13 * i : g_random_int ();
      g_autofree char *path = i < 4 ? g_strdup_printf ("/exchange/score-sheet/recalculation/%u", seed)
                                    : g_strdup_printf ("/exchange/score-sheet/recalculation/random-%u", i - 4);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_recalculation);
    }

  return test_run ();
}
