/* The annual plan: editions, lines, classes made of them, and the sums of the page. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-plans.h"

#define NOW "2026-09-22 13:52"
#define YEAR 2026

static FfBatch *
begin (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Plan", &error);

  g_assert_no_error (error);
  return batch;
}

static gint64
add_line (FfDb *db, gint64 plan_id, const char *month, const char *course, const char *title, const char *budget)
{
  FfPlanLineDraft draft = { .month = month, .course = course, .title = title, .hours = "12", .people = "30", .budget = budget };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  ff_plans_put_line (db, plan_id, 0, &draft, &id, &error);
  g_assert_no_error (error);
  return id;
}

static FfPlanFigures *
read_figures (FfDb *db, gint64 plan_id)
{
  g_autoptr (GError) error = NULL;
  FfPlanFigures *figures = ff_plan_figures_read (db, YEAR, plan_id, class_time (NOW), &error);

  g_assert_no_error (error);
  return figures;
}

static void
test_lines (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FfPlanLineDraft draft;
    const char *field; /* NULL: taken */
  } cases[] = {
    { { .month = "3", .title = "Welcome" }, NULL },
    { { .month = "３月", .course = "CX-101" }, NULL },
    { { .title = "Welcome" }, "month" },
    { { .month = "13", .title = "Welcome" }, "month" },
    { { .month = "March", .title = "Welcome" }, "month" },
    { { .month = "3" }, "title" },
    { { .month = "3", .course = "NO" }, "course" },
    { { .month = "3", .title = "Welcome", .people = "many" }, "people" },
    { { .month = "3", .title = "Welcome", .budget = "-3" }, "budget" },
  };
  g_autoptr (FfBatch) batch = begin (fixture->db);
  g_autoptr (GError) error = NULL;
  gint64 plan_id;

  ff_plans_make (fixture->db, YEAR, 0, &plan_id, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfPut put = ff_plans_put_line (fixture->db, plan_id, 0, &cases[i].draft, NULL, &error);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (put, ==, cases[i].field == NULL ? FF_PUT_NEW : FF_PUT_REFUSED);
      if (cases[i].field != NULL)
        class_assert_refused (&error, error->code, cases[i].field);
    }
}

static void
test_editions (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfBatch) batch = begin (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfPlanFigures) figures = NULL;
  gint64 first, second, kept, dropped, other;
  FfPlanLineDraft draft = { .people = "12" };

  ff_plans_make (fixture->db, YEAR, 0, &first, &error);
  g_assert_no_error (error);
  g_assert_false (ff_plans_make (fixture->db, YEAR, 0, &other, &error));
  class_assert_refused (&error, FF_ERROR_EXISTS, NULL);
  kept = add_line (fixture->db, first, "3", "CX-101", NULL, "1000");
  dropped = add_line (fixture->db, first, "5", NULL, "Fire drill", "200");
  g_assert_false (ff_plans_adjust (fixture->db, YEAR, "", &second, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_false (ff_plans_approve (fixture->db, first, " ", class_time (NOW) / FF_MINUTES_PER_DAY, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, "approved_by");
  ff_plans_approve (fixture->db, first, "The board", class_time (NOW) / FF_MINUTES_PER_DAY, &error);
  g_assert_no_error (error);

  /* An approved edition stays. */
  g_assert_cmpint (ff_plans_put_line (fixture->db, first, kept, &draft, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_false (ff_plans_delete_line (fixture->db, dropped, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);

  ff_plans_adjust (fixture->db, YEAR, "Half the budget", &second, &error);
  g_assert_no_error (error);
  figures = read_figures (fixture->db, 0);
  g_assert_cmpint (figures->plan->id, ==, second);
  g_assert_cmpint (figures->plan->edition, ==, 2);
  g_assert_cmpuint (figures->rows->len, ==, 2);
  for (guint i = 0; i < figures->rows->len; i++)
    {
      const FfPlanRow *row = g_ptr_array_index (figures->rows, i);

      g_assert_cmpint (row->change, ==, FF_PLAN_SAME);
      if (row->month == 3)
        ff_plans_put_line (fixture->db, second, row->line->id, &draft, NULL, &error);
      else
        ff_plans_delete_line (fixture->db, row->line->id, &error);
      g_assert_no_error (error);
    }
  add_line (fixture->db, second, "7", NULL, "Summer school", "50");
  g_clear_pointer (&figures, ff_plan_figures_free);
  figures = read_figures (fixture->db, second);
  g_assert_cmpint (((FfPlanRow *) g_ptr_array_index (figures->rows, 0))->change, ==, FF_PLAN_ADJUSTED);
  g_assert_cmpint (((FfPlanRow *) g_ptr_array_index (figures->rows, 1))->change, ==, FF_PLAN_ADDED);
  g_assert_cmpint (figures->dropped, ==, 1);
  g_assert_cmpint (figures->people, ==, 12 + 30);
  g_assert_cmpint (figures->budget, ==, 105000);
  /* What the first edition said is still there. */
  g_clear_pointer (&figures, ff_plan_figures_free);
  figures = read_figures (fixture->db, first);
  g_assert_cmpint (figures->budget, ==, 120000);
}

static void
test_states (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfPlanFigures) figures = NULL;
  g_autoptr (FfRun) run = NULL;
  gint64 plan_id, held, scheduled, cancelled, run_id;
  gint64 stray = class_make (fixture->db);
  FfPlanLineDraft dropped = { .reason = "No trainer" };

  batch = begin (fixture->db);
  ff_plans_make (fixture->db, YEAR, 0, &plan_id, &error);
  held = add_line (fixture->db, plan_id, "3", "CX-101", "Spring class", "1000");
  add_line (fixture->db, plan_id, "4", "CX-101", "Never came", "1000");
  scheduled = add_line (fixture->db, plan_id, "10", "CX-101", "Autumn class", "1000");
  cancelled = add_line (fixture->db, plan_id, "2", NULL, "Dropped", "1000");
  ff_plans_put_line (fixture->db, plan_id, cancelled, &dropped, NULL, &error);
  g_assert_no_error (error);

  ff_plans_make_class (fixture->db, held, &run_id, &error);
  g_assert_no_error (error);
  run = ff_runs_read (fixture->db, run_id, &error);
  g_assert_cmpstr (run->title, ==, "Spring class");
  g_assert_cmpint (run->capacity, ==, 30);
  g_assert_cmpint (run->starts_on, ==, ff_day_from_ymd (YEAR, 3, 1));
  g_assert_false (ff_plans_make_class (fixture->db, held, &run_id, &error));
  class_assert_refused (&error, FF_ERROR_EXISTS, NULL);
  g_assert_false (ff_plans_make_class (fixture->db, cancelled, &run_id, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, "course");

  /* In a month to come it begins on the first day that is worked: 1 October 2026 is a Thursday. */
  ff_plans_make_class (fixture->db, scheduled, &run_id, &error);
  g_assert_no_error (error);
  g_clear_pointer (&run, ff_run_free);
  run = ff_runs_read (fixture->db, run_id, &error);
  g_assert_cmpint (run->starts_on, ==, ff_day_from_ymd (YEAR, 10, 1));

  figures = read_figures (fixture->db, 0);
  g_assert_cmpint (figures->n_states[FF_PLAN_HELD], ==, 1);
  g_assert_cmpint (figures->n_states[FF_PLAN_PLANNED], ==, 1);
  g_assert_cmpint (figures->n_states[FF_PLAN_SCHEDULED], ==, 1);
  g_assert_cmpint (figures->n_states[FF_PLAN_CANCELLED], ==, 1);
  g_assert_cmpint (figures->n_states[FF_PLAN_UNPLANNED], ==, 1);
  /* March and April are over, one of both was held; October is not due, February was cancelled. */
  g_assert_cmpint (figures->due, ==, 2);
  g_assert_cmpint (figures->held, ==, 1);
  g_assert_cmpfloat_with_epsilon (figures->completion_percent, 50.0, 1e-9);
  g_assert_cmpint (figures->budget, ==, 300000);

  ff_plans_adopt_run (fixture->db, YEAR, stray, &error);
  g_assert_no_error (error);
  g_clear_pointer (&figures, ff_plan_figures_free);
  figures = read_figures (fixture->db, 0);
  g_assert_cmpint (figures->n_states[FF_PLAN_UNPLANNED], ==, 0);
  g_assert_cmpint (figures->n_states[FF_PLAN_SCHEDULED], ==, 2);
}

/* The class of a line is that of the copies of this line too; another year takes the lines without their classes. */
static void
test_copies (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (FfBatch) batch = begin (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfPlanFigures) figures = NULL;
  g_autoptr (FfPlanFigures) later = NULL;
  gint64 first, second, next_year, line, run_id;

  ff_plans_make (fixture->db, YEAR, 0, &first, &error);
  line = add_line (fixture->db, first, "11", "CX-101", NULL, "1000");
  ff_plans_approve (fixture->db, first, "The board", class_time (NOW) / FF_MINUTES_PER_DAY, &error);
  ff_plans_adjust (fixture->db, YEAR, NULL, &second, &error);
  /* Also of an approved edition. */
  ff_plans_make_class (fixture->db, line, &run_id, &error);
  g_assert_no_error (error);
  figures = read_figures (fixture->db, second);
  g_assert_cmpint (((FfPlanRow *) g_ptr_array_index (figures->rows, 0))->line->run_id, ==, run_id);
  g_assert_cmpint (figures->n_states[FF_PLAN_UNPLANNED], ==, 0);

  ff_plans_make (fixture->db, YEAR + 1, YEAR, &next_year, &error);
  g_assert_no_error (error);
  later = ff_plan_figures_read (fixture->db, YEAR + 1, 0, class_time (NOW), &error);
  g_assert_cmpuint (later->rows->len, ==, 1);
  g_assert_cmpint (((FfPlanRow *) g_ptr_array_index (later->rows, 0))->state, ==, FF_PLAN_PLANNED);
  g_assert_cmpint (later->completion_percent, ==, -1);
  g_assert_false (ff_plans_make (fixture->db, YEAR + 3, YEAR + 2, &next_year, &error));
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/plans/lines", test_lines);
  class_test_add ("/plans/editions", test_editions);
  class_test_add ("/plans/states", test_states);
  class_test_add ("/plans/copies", test_copies);
  return g_test_run ();
}
