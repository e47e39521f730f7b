/* The sheet of a metric's values: rows that wait for their other half, what may be typed, and what is written. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-metric-values-model.h"

enum
{
  DAY,
  VALUE,
  COMPARISON,
  SIZE,
  CAUSE,
};

typedef struct
{
  FfDb *db;
  gint64 metric_id;
  FfMetricValuesModel *model;
  guint n_entered;
  gboolean refuse;
} Sheet;

static void
show (Sheet *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfMetric) metric = ff_metrics_read (sheet->db, sheet->metric_id, &error);
  g_autoptr (GPtrArray) entries = ff_metrics_list_values (sheet->db, sheet->metric_id, &error);

  g_assert_no_error (error);
  ff_metric_values_model_set (sheet->model, metric, entries, TRUE);
}

/* As the window does it, at once. */
static void
on_entered (Sheet *sheet, const char *label, GPtrArray *changes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (sheet->db, label, &error);

  sheet->n_entered++;
  if (sheet->refuse)
    {
      ff_metric_values_model_refuse (sheet->model);
      return;
    }
  for (guint i = 0; i < changes->len; i++)
    g_assert_true (ff_metric_row_change_write (sheet->db, sheet->metric_id, changes->pdata[i], &error));
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
}

static void
sheet_open (Sheet *sheet, FfDb *db, const char *chart)
{
  g_autoptr (GError) error = NULL;
  FfOwner owner = ff_owner_run (class_make (db));
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);

  sheet->db = db;
  g_assert_cmpint (ff_metrics_put (db, owner, 0, &(FfMetricDraft) { .title = "NPS", .chart = chart }, &sheet->metric_id, &error), ==, FF_PUT_NEW);
  ff_metrics_put_value (db, sheet->metric_id, &(FfMetricValueDraft) { FALSE, "2026-09-01", "31", NULL, NULL }, &error);
  ff_metrics_put_value (db, sheet->metric_id, &(FfMetricValueDraft) { TRUE, "2026-09-01", "28", NULL, NULL }, &error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  g_assert_no_error (error);
  sheet->model = ff_metric_values_model_new ();
  g_signal_connect_swapped (sheet->model, "entered", G_CALLBACK (on_entered), sheet);
  show (sheet);
}

static void
sheet_close (Sheet *sheet)
{
  g_clear_object (&sheet->model);
}

static void
type (Sheet *sheet, int row, int column, const char *text)
{
  FfGridEdit edit = { row, column, text };
  g_autofree char *refusal = ff_grid_model_validate (FF_GRID_MODEL (sheet->model), row, column, text);

  g_assert_null (refusal);
  ff_grid_model_apply (FF_GRID_MODEL (sheet->model), FF_GRID_COMMAND_TYPE, &edit, 1);
}

/* "2026-09-01 31 28; 2026-09-08 33 –" of what is stored. */
static char *
describe (Sheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < ff_metric_values_model_get_n_days (sheet->model); row++)
    for (int column = DAY; column <= COMPARISON; column++)
      {
        g_autofree char *cell = ff_grid_model_get_edit_text (FF_GRID_MODEL (sheet->model), (int) row, column);

        g_string_append_printf (text, "%s%s", column == DAY ? (row > 0 ? "; " : "") : " ", *cell != '\0' ? cell : "–");
      }
  return g_string_free (text, FALSE);
}

static void
assert_stored (Sheet *sheet, const char *expected)
{
  g_autofree char *stored = NULL;

  show (sheet);
  stored = describe (sheet);
  g_assert_cmpstr (stored, ==, expected);
}

static void
test_new_row (StoreFixture *fixture, gconstpointer data)
{
  Sheet sheet = { 0 };

  sheet_open (&sheet, fixture->db, "run");
  type (&sheet, 1, DAY, "2026/9/8");
  g_assert_cmpuint (sheet.n_entered, ==, 0);
  g_assert_true (ff_metric_values_model_is_waiting (sheet.model));
  assert_stored (&sheet, "2026-09-01 31 28");
  /* The day still waits in the first row after what is stored. */
  type (&sheet, 1, VALUE, "３３,５");
  g_assert_cmpuint (sheet.n_entered, ==, 1);
  assert_stored (&sheet, "2026-09-01 31 28; 2026-09-08 33.5 –");
  g_assert_false (ff_metric_values_model_is_waiting (sheet.model));
  sheet_close (&sheet);
}

static void
test_pasted (StoreFixture *fixture, gconstpointer data)
{
  FfGridEdit edits[] = { { 1, DAY, "2026-09-15" }, { 1, VALUE, "35" }, { 2, DAY, "2026-09-08" }, { 2, VALUE, "33" }, { 3, VALUE, "36" } };
  Sheet sheet = { 0 };

  sheet_open (&sheet, fixture->db, "run");
  ff_grid_model_apply (FF_GRID_MODEL (sheet.model), FF_GRID_COMMAND_PASTE, edits, G_N_ELEMENTS (edits));
  g_assert_cmpuint (sheet.n_entered, ==, 1);
  assert_stored (&sheet, "2026-09-01 31 28; 2026-09-08 33 –; 2026-09-15 35 –");
  g_assert_true (ff_metric_values_model_is_waiting (sheet.model));
  sheet_close (&sheet);
}

static void
test_changed (StoreFixture *fixture, gconstpointer data)
{
  Sheet sheet = { 0 };

  sheet_open (&sheet, fixture->db, "run");
  type (&sheet, 0, DAY, "2026-09-02");
  assert_stored (&sheet, "2026-09-02 31 28");
  type (&sheet, 0, VALUE, "");
  assert_stored (&sheet, "2026-09-02 – 28");
  type (&sheet, 0, COMPARISON, "");
  assert_stored (&sheet, "");
  sheet_close (&sheet);
}

static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  Sheet sheet = { .refuse = TRUE };

  sheet_open (&sheet, fixture->db, "run");
  type (&sheet, 1, DAY, "2026-09-08");
  type (&sheet, 1, VALUE, "33");
  assert_stored (&sheet, "2026-09-01 31 28");
  g_assert_true (ff_metric_values_model_is_waiting (sheet.model));
  g_assert_cmpint (ff_metric_values_model_find (sheet.model, ff_day_from_ymd (2026, 9, 8)), ==, 1);
  sheet_close (&sheet);
}

static void
test_validate (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    int row, column;
    const char *text;
    gboolean taken;
  } cases[] = {
    { 0, DAY, "2026年9月8日", TRUE },  { 0, DAY, "", FALSE },     { 0, DAY, "September", FALSE }, { 1, DAY, "", TRUE },
    { 0, VALUE, "45.5 %", TRUE },      { 0, VALUE, "", TRUE },    { 0, VALUE, "many", FALSE },    { 0, VALUE, "101", FALSE },
    { 0, COMPARISON, "-1", FALSE },    { 1, SIZE, "120", TRUE },  { 1, SIZE, "0", FALSE },        { 1, SIZE, "1.5", FALSE },
    { 1, SIZE, "", TRUE },             { 0, CAUSE, "…", TRUE },
  };
  Sheet sheet = { 0 };

  sheet_open (&sheet, fixture->db, "proportion");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *refusal = ff_grid_model_validate (FF_GRID_MODEL (sheet.model), cases[i].row, cases[i].column, cases[i].text);

      g_test_message ("%zu: “%s”", i, cases[i].text);
      g_assert_true ((refusal == NULL) == cases[i].taken);
    }
  sheet_close (&sheet);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  class_test_add ("/metric-values/new-row", test_new_row);
  class_test_add ("/metric-values/pasted", test_pasted);
  class_test_add ("/metric-values/changed", test_changed);
  class_test_add ("/metric-values/refused", test_refused);
  class_test_add ("/metric-values/validate", test_validate);

  return g_test_run ();
}
