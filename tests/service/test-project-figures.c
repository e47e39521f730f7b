/* The figures of a project against sums that SQL makes by itself. */
#include "config.h"

#include "ff-class-test.h"

#include "ff-preparation.h"
#include "ff-project-figures.h"
#include "ff-tasks.h"

#define LINES 200

static const char *const categories[] = { "讲师", "场地", "物料", "交通" };

static void
add_line (FfDb *db, GRand *rand, FfOwner owner)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *planned = g_rand_boolean (rand) ? g_strdup_printf ("%d.%02d", g_rand_int_range (rand, 0, 90000),
                                                                     g_rand_int_range (rand, 0, 100)) : NULL;
  g_autofree char *actual = g_rand_boolean (rand) ? g_strdup_printf ("%d", g_rand_int_range (rand, 0, 90000)) : NULL;
  FfBudgetDraft draft = {
    .category = categories[g_rand_int_range (rand, 0, G_N_ELEMENTS (categories))],
    .planned = planned,
    .actual = actual,
    .approved_on = g_rand_boolean (rand) ? "2026-09-01" : NULL,
  };

  g_assert_cmpint (ff_budgets_put (db, owner, 0, &draft, NULL, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
}

static void
add_task (FfDb *db, GRand *rand, FfOwner owner)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *due = g_strdup_printf ("2026-09-%02d", g_rand_int_range (rand, 1, 31));
  FfTaskDraft draft = { .title = "x", .due_on = g_rand_int_range (rand, 0, 4) > 0 ? due : "" };
  gint64 id = 0;

  g_assert_cmpint (ff_tasks_put (db, owner, 0, &draft, &id, &error), ==, FF_PUT_NEW);
  if (g_rand_boolean (rand))
    g_assert_true (ff_tasks_tick (db, id, TRUE, &error));
  g_assert_no_error (error);
}

/* Three classes, one of them cancelled, one of another project, one deleted; people in more than one. */
static gint64
make_project (FfDb *db, GRand *rand)
{
  static const char *const codes[] = { "CX-1", "CX-2", "CX-3", "CX-4", "CX-5" };
  g_autoptr (GError) error = NULL;
  gint64 project = 0, other = 0;
  gint64 runs[G_N_ELEMENTS (codes)] = { class_make (db) };
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);

  ff_projects_put (db, 0, &(FfProjectDraft) { .code = "P1", .title = "One" }, &project, &error);
  ff_projects_put (db, 0, &(FfProjectDraft) { .code = "P2", .title = "Two" }, &other, &error);
  for (gsize i = 1; i < G_N_ELEMENTS (codes); i++)
    ff_runs_put (db, 0, &(FfRunDraft) { .code = codes[i], .course = "CX-101", .starts_on = "2026-10-01" }, &runs[i], &error);
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_true (ff_projects_take_run (db, i == 3 ? other : project, runs[i], &error));
  for (int i = 2; i <= 6; i += 2)
    {
      g_autofree char *number = g_strdup_printf ("E00%d", i);

      ff_enrolments_put (db, &(FfEnrolmentDraft) { .run = "CX-2", .employee_no = number }, NULL, NULL, &error);
      ff_enrolments_put (db, &(FfEnrolmentDraft) { .run = "CX-3", .employee_no = number }, NULL, NULL, &error);
    }
  for (int i = 0; i < LINES; i++)
    {
      int owner = g_rand_int_range (rand, -1, G_N_ELEMENTS (codes));

      add_line (db, rand, owner < 0 ? ff_owner_project (project) : ff_owner_run (runs[owner]));
      add_task (db, rand, owner < 0 ? ff_owner_project (project) : ff_owner_run (runs[owner]));
    }
  g_assert_true (ff_runs_cancel (db, runs[2], "Flood", &error));
  g_assert_true (ff_runs_delete (db, runs[4], &error));
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  return project;
}

#define OF_PROJECT(table)                                                                                                       \
  "(" table ".project_id = (SELECT id FROM project WHERE code = 'P1') OR " table ".run_id IN (SELECT run.id FROM run"              \
  " JOIN project ON project.id = run.project_id WHERE project.code = 'P1' AND run.deleted = 0"
#define ALSO_CANCELLED "))"
#define WITHOUT_CANCELLED " AND run.cancelled = 0))"

static void
assert_budget (FfDb *db, const FfProjectFigures *figures)
{
  gint64 planned = 0, actual = 0, approved = 0;

  g_assert_cmpint (figures->budget->total.planned, ==,
                   store_count (db, "SELECT sum(planned) FROM budget_line WHERE " OF_PROJECT ("budget_line") WITHOUT_CANCELLED));
  g_assert_cmpint (figures->budget->total.actual, ==,
                   store_count (db, "SELECT sum(actual) FROM budget_line WHERE " OF_PROJECT ("budget_line") ALSO_CANCELLED));
  g_assert_cmpint (figures->budget->total.approved, ==,
                   store_count (db, "SELECT sum(planned) FROM budget_line WHERE approved_on IS NOT NULL AND "
                                    OF_PROJECT ("budget_line") WITHOUT_CANCELLED));
  for (guint i = 0; i < figures->budget->categories->len; i++)
    {
      const FfBudgetSum *sum = g_ptr_array_index (figures->budget->categories, i);

      planned += MAX (sum->planned, 0);
      actual += MAX (sum->actual, 0);
      approved += MAX (sum->approved, 0);
    }
  g_assert_cmpint (planned, ==, figures->budget->total.planned);
  g_assert_cmpint (actual, ==, figures->budget->total.actual);
  g_assert_cmpint (approved, ==, figures->budget->total.approved);
  g_assert_cmpuint (figures->budget->categories->len, ==, G_N_ELEMENTS (categories));
}

static void
assert_tasks (FfDb *db, const FfProjectFigures *figures)
{
  g_assert_cmpint (figures->count.all, ==, store_count (db, "SELECT count(*) FROM task WHERE " OF_PROJECT ("task") WITHOUT_CANCELLED));
  g_assert_cmpint (figures->count.done, ==,
                   store_count (db, "SELECT count(*) FROM task WHERE done_on IS NOT NULL AND " OF_PROJECT ("task") WITHOUT_CANCELLED));
  g_assert_cmpint (figures->count.overdue, ==,
                   store_count (db, "SELECT count(*) FROM task WHERE done_on IS NULL AND due_on < '2026-09-22' AND "
                                    OF_PROJECT ("task") WITHOUT_CANCELLED));
  g_assert_cmpint (figures->count.all, ==, figures->project->tasks);
  g_assert_cmpint (figures->count.done, ==, figures->project->tasks_done);
}

static void
test_sums (StoreFixture *fixture, gconstpointer data)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gint64 project = make_project (fixture->db, rand);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfProjectFigures) figures = ff_project_figures_read (fixture->db, project, ff_time_now (), &error);

  g_test_message ("seed %u", seed);
  g_assert_no_error (error);
  assert_budget (fixture->db, figures);
  assert_tasks (fixture->db, figures);
  g_assert_cmpuint (figures->classes->len, ==, 3);
  /* E001 … E005 in the first, E002, E004 and E006 in the second; the cancelled one has them too. */
  g_assert_cmpint (figures->people, ==, 6);
  g_assert_cmpint (figures->seats, ==, 8);
  g_assert_cmpint (figures->sessions, ==, 4);
  g_assert_cmpint (figures->held, ==, 3);
  /* Four sessions of 180 minutes, 4 class hours of 45 minutes each. */
  g_assert_cmpint (figures->hours, ==, 1600);
}


static void
test_unknown (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ff_project_figures_read (fixture->db, 4711, ff_time_now (), &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_NOT_FOUND);
}

static void
test_per_head (void)
{
  static const struct
  {
    gint64 amount;
    int people;
    gint64 expected;
  } cases[] = { { 100, 3, 33 }, { 200, 3, 67 }, { 1, 2, 1 }, { 0, 5, 0 }, { 100, 0, -1 }, { -1, 5, -1 }, { 1000000, 1, 1000000 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ff_budget_per_head (cases[i].amount, cases[i].people), ==, cases[i].expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  class_test_add ("/project-figures/sums", test_sums);
  class_test_add ("/project-figures/unknown", test_unknown);
  g_test_add_func ("/project-figures/per-head", test_per_head);

  return g_test_run ();
}
