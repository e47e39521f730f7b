/* What is to be handed in and what was: the list of a class, entries as they are typed, editions, teams, and what hangs on them. */
#include "config.h"

#include "ff-assignments.h"
#include "ff-class-figures.h"
#include "ff-class-test.h"
#include "ff-courses.h"
#include "ff-deliverables.h"
#include "ff-submissions.h"
#include "ff-teams.h"

static gint64
add_assignment (FfDb *db, gint64 run_id, const char *title, const char *due_at, const char *max, const char *by_team)
{
  FfAssignmentDraft draft = { .title = title, .due_at = due_at, .max = max, .by_team = by_team };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_cmpint (ff_assignments_put (db, run_id, 0, &draft, &id, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  return id;
}

static FfPut
enter (FfDb *db, gint64 assignment_id, gint64 enrolment_id, const char *text, GError **error)
{
  FfHandInEntry entry;

  if (*text == '\0')
    return ff_submissions_enter (db, assignment_id, enrolment_id, NULL, error);
  g_assert_true (ff_hand_in_parse (text, ff_time_now (), &entry));
  return ff_submissions_enter (db, assignment_id, enrolment_id, &entry, error);
}

/* "1.0 2026-09-22 13:52 85", "" when nothing was handed in. */
static char *
describe (const FfClassHandIn *place)
{
  g_autofree char *at = NULL;

  if (!place->expected)
    return g_strdup ("no team");
  if (place->last == NULL)
    return g_strdup ("");
  at = ff_time_format (place->last->handed_in_at);
  return g_strdup_printf ("%s %s %d", place->last->edition, at, (int) place->last->score);
}

static void
assert_place (FfDb *db, gint64 run_id, guint trainee, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures = ff_class_figures_read (db, run_id, ff_time_now (), &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = describe (&((const FfClassTrainee *) g_ptr_array_index (figures->trainees, trainee))->hand_ins[0]);
  g_assert_cmpstr (found, ==, expected);
}

/* One entry after the other; the clock stands at 2026-09-22 13:52, the maximum is 100. What the figures show at once is what is written. */
static void
test_entries (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    FfPut put;
    const char *expected;
  } steps[] = {
    { "85", FF_PUT_REFUSED, "" },
    { "h", FF_PUT_NEW, "1.0 2026-09-22 13:52 -1" },
    { "h", FF_PUT_SAME, "1.0 2026-09-22 13:52 -1" },
    { "85", FF_PUT_CHANGED, "1.0 2026-09-22 13:52 8500" },
    { "101", FF_PUT_REFUSED, "1.0 2026-09-22 13:52 8500" },
    { "9-21 16:30", FF_PUT_CHANGED, "1.0 2026-09-21 16:30 8500" },
    { "h 90", FF_PUT_CHANGED, "1.0 2026-09-21 16:30 9000" },
    { "n", FF_PUT_NEW, "2.0 2026-09-22 13:52 -1" },
    { "next 9-22 10:00 95", FF_PUT_NEW, "3.0 2026-09-22 10:00 9500" },
    { "", FF_PUT_CHANGED, "2.0 2026-09-22 13:52 -1" },
    { "", FF_PUT_CHANGED, "1.0 2026-09-21 16:30 9000" },
    { "", FF_PUT_CHANGED, "" },
    { "", FF_PUT_SAME, "" },
    { "9-21 70", FF_PUT_NEW, "1.0 2026-09-21 00:00 7000" },
  };
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  gint64 assignment = add_assignment (db, run_id, "Script", "2026-09-22 18:00", "100", "");
  gint64 enrolment = class_enrolment (db, run_id, "E003");
  g_autoptr (FfClassFigures) preview = ff_class_figures_read (db, run_id, ff_time_now (), NULL);
  const FfClassTrainee *third = g_ptr_array_index (preview->trainees, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;
      FfHandInEntry entry;

      g_test_message ("step %" G_GSIZE_FORMAT " “%s”", i, steps[i].text);
      g_assert_cmpint (enter (db, assignment, enrolment, steps[i].text, &error), ==, steps[i].put);
      g_assert_cmpint (error != NULL, ==, steps[i].put == FF_PUT_REFUSED);
      assert_place (db, run_id, 2, steps[i].expected);
      assert_place (db, run_id, 1, "");
      ff_class_figures_enter_hand_in (preview, third, 0, ff_hand_in_parse (steps[i].text, ff_time_now (), &entry) ? &entry : NULL);
      shown = describe (&third->hand_ins[0]);
      g_assert_cmpstr (shown, ==, steps[i].expected);
    }
  class_assert_sound (db);
}

static void
test_teams (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  gint64 assignment = add_assignment (db, run_id, "Journey map", "", "", "1");
  FfAssignmentDraft own = { .by_team = "0" };
  g_autoptr (GError) error = NULL;
  gint64 team_id;

  for (int i = 1; i <= 2; i++)
    {
      g_autofree char *no = g_strdup_printf ("E%03d", i);
      FfEnrolmentDraft draft = { .run = "CX-1", .employee_no = no, .team = "Blue" };

      g_assert_cmpint (ff_enrolments_put (db, &draft, NULL, NULL, &error), ==, FF_PUT_CHANGED);
    }
  g_assert_cmpint (enter (db, assignment, class_enrolment (db, run_id, "E001"), "h", &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  assert_place (db, run_id, 0, "1.0 2026-09-22 13:52 -1");
  assert_place (db, run_id, 1, "1.0 2026-09-22 13:52 -1");
  assert_place (db, run_id, 2, "no team");
  g_assert_cmpint (enter (db, assignment, class_enrolment (db, run_id, "E003"), "h", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_cmpint (enter (db, assignment, class_enrolment (db, run_id, "E002"), "80", &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_cmpint (ff_assignments_put (db, run_id, assignment, &own, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "by_team");

  team_id = ff_team_store_find (db, run_id, "Blue", &error);
  g_assert_false (ff_teams_delete (db, team_id, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_true (ff_assignments_delete (db, assignment, &error));
  g_assert_true (ff_teams_delete (db, team_id, &error));
  class_assert_sound (db);
  store_assert_sound (db);
}

static void
add_deliverable (FfDb *db, gint64 course_id, const char *title, const char *edition, gint64 *id)
{
  FfDeliverableDraft draft = { .title = title, .edition = edition };

  g_assert_cmpint (ff_deliverables_put (db, course_id, 0, &draft, id, NULL), ==, FF_PUT_NEW);
}

static void
test_take_over (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db), course_id = ff_courses_find (db, "CX-101", NULL), script;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  add_deliverable (db, course_id, "Script", "1.0", NULL);
  add_deliverable (db, course_id, "Script", "2.0", &script);
  add_deliverable (db, course_id, "Standard", "1.0", NULL);
  add_deliverable (db, course_id, "Plan", "1.0", NULL);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  add_assignment (db, run_id, "Plan", "", "", "");
  g_assert_cmpint (ff_assignments_count_to_take_over (db, run_id, &error), ==, 2);
  g_assert_true (ff_assignments_take_over (db, run_id, &n, &error));
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (ff_assignments_count_to_take_over (db, run_id, &error), ==, 0);
  list = ff_assignments_of_run (db, run_id, &error);
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpstr (((FfAssignment *) list->pdata[1])->title, ==, "Script");
  g_assert_cmpint (((FfAssignment *) list->pdata[1])->deliverable_id, ==, script);

  g_assert_true (ff_assignments_move (db, run_id, ((FfAssignment *) list->pdata[2])->id, 0, &error));
  g_clear_pointer (&list, g_ptr_array_unref);
  list = ff_assignments_of_run (db, run_id, &error);
  g_assert_cmpstr (((FfAssignment *) list->pdata[0])->title, ==, "Standard");

  /* The course may forget what its classes ask for. */
  batch = ff_batch_begin (db, "Test", NULL);
  g_assert_true (ff_deliverables_delete (db, script, &error));
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  g_assert_no_error (error);
  class_assert_sound (db);
  store_assert_sound (db);
}

static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FfAssignmentDraft draft;
    const char *field;
  } cases[] = {
    { { .title = "" }, "title" },
    { { .title = "A", .due_at = "soon" }, "due_at" },
    { { .title = "A", .max = "0" }, "max" },
    { { .title = "A", .max = "much" }, "max" },
    { { .title = "A", .by_team = "both" }, "by_team" },
  };
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db), id;
  FfAssignmentDraft less = { .max = "50" };
  FfSubmissionDraft twin = { .edition = "1.0" }, better = { .score = "88", .note = "thorough" };
  g_autoptr (FfClassFigures) figures = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (ff_assignments_put (db, run_id, 0, &cases[i].draft, NULL, &error), ==, FF_PUT_REFUSED);
      class_assert_refused (&error, FF_ERROR_INVALID, cases[i].field);
    }
  id = add_assignment (db, run_id, "Script", "", "100", "");
  g_assert_cmpint (enter (db, id, class_enrolment (db, run_id, "E001"), "h 80", &error), ==, FF_PUT_NEW);
  g_assert_cmpint (enter (db, id, class_enrolment (db, run_id, "E001"), "n", &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_assignments_put (db, run_id, id, &less, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "max");
  figures = ff_class_figures_read (db, run_id, ff_time_now (), &error);
  id = ((FfClassTrainee *) figures->trainees->pdata[0])->hand_ins[0].last->id;
  g_assert_cmpint (ff_submissions_put (db, id, &twin, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_EXISTS, "edition");
  g_assert_cmpint (ff_submissions_put (db, id, &better, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_submissions_put (db, id, &better, &error), ==, FF_PUT_SAME);
  g_assert_false (ff_enrolments_delete (db, class_enrolment (db, run_id, "E001"), &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  class_assert_sound (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/submissions/entries", test_entries);
  class_test_add ("/submissions/teams", test_teams);
  class_test_add ("/submissions/take-over", test_take_over);
  class_test_add ("/submissions/refused", test_refused);
  return g_test_run ();
}
