/* Clashes of a database: acceptances, plans, enrolling, and the ways out. The schedule itself is tested in core. */
#include "ff-clashes.h"

#include "ff-class-test.h"
#include "ff-days.h"
#include "ff-people.h"
#include "ff-qualifications.h"

static gint64
add_session (FfDb *db, const char *run, const char *key, const char *starts_at, const char *ends_at, const char *trainers, const char *venue)
{
  g_autoptr (GError) error = NULL;
  FfSessionDraft draft = { .run = run, .key = key, .starts_at = starts_at, .ends_at = ends_at, .trainers = trainers, .venue = venue };
  gint64 id = 0;

  ff_sessions_put (db, 0, &draft, NULL, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* CX-1 with Lin in Room 302 on the morning of the 28th, CX-2 with Lin in Room 303 over its end. */
static gint64
make_two (FfDb *db, gint64 *other)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  class_make (db);
  ff_runs_put (db, 0, &(FfRunDraft) { .code = "CX-2", .course = "CX-101", .starts_on = "2026-09-28" }, NULL, &error);
  g_assert_no_error (error);
  id = add_session (db, "CX-1", "A", "2026-09-28 09:00", "2026-09-28 12:00", "Lin", "Room 302");
  *other = add_session (db, "CX-2", "B", "2026-09-28 11:00", "2026-09-28 13:00", "Lin", "Room 303");
  return id;
}

static GPtrArray *
clashes_of (FfDb *db, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *clashes = ff_clashes_of_session (db, id, &error);

  g_assert_no_error (error);
  return clashes;
}

static void
test_sides (StoreFixture *fixture, gconstpointer data)
{
  gint64 b, a = make_two (fixture->db, &b);
  g_autoptr (GPtrArray) of_a = clashes_of (fixture->db, a);
  g_autoptr (GPtrArray) of_b = clashes_of (fixture->db, b);
  const FfClash *clash;

  g_assert_cmpuint (of_a->len, ==, 1);
  clash = g_ptr_array_index (of_a, 0);
  g_assert_cmpint (clash->kind, ==, FF_CLASH_TRAINER);
  g_assert_cmpstr (clash->name, ==, "Lin");
  g_assert_cmpstr (clash->a.key, ==, "A");
  g_assert_cmpstr (clash->b.run_code, ==, "CX-2");
  g_assert_cmpstr (clash->sentence, ==, "Trainer Lin is also needed in class CX-2, session B: 2026-09-28 11:00–12:00 (60 minutes).");
  g_assert_cmpuint (of_b->len, ==, 1);
  clash = g_ptr_array_index (of_b, 0);
  g_assert_cmpstr (clash->a.key, ==, "B");
  g_assert_cmpstr (clash->b.key, ==, "A");
}

static void
test_window (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *from;
    const char *to;
    guint n;
  } cases[] = {
    { "all around", "2026-09-01 00:00", "2026-10-01 00:00", 1 },
    { "its first minute", "2026-09-28 10:00", "2026-09-28 11:01", 1 },
    { "up to it", "2026-09-28 10:00", "2026-09-28 11:00", 0 },
    { "after it", "2026-09-28 12:00", "2026-09-28 13:00", 0 },
    { "nothing there", "2027-09-28 12:00", "2027-09-28 13:00", 0 },
  };
  gint64 b;

  make_two (fixture->db, &b);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) clashes = ff_clashes_between (fixture->db, class_time (cases[i].from), class_time (cases[i].to), &error);

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (error);
      g_assert_cmpuint (clashes->len, ==, cases[i].n);
    }
}

/* A course that only somebody may teach who is gone may be taught by anybody again. */
static void
test_teacher_gone (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 b, a = make_two (fixture->db, &b), gone = 0;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  FfBatch *batch = ff_batch_begin (fixture->db, "Test", &error);

  ff_people_put_trainer (fixture->db, 0, &(FfTrainerDraft) { .name = "Gone" }, &gone, &error);
  ff_trainer_courses_put (fixture->db, 0, gone, &(FfTrainerCourseDraft) { .course = "CX-101" }, NULL, &error);
  g_assert_no_error (error);
  before = clashes_of (fixture->db, a);
  g_assert_cmpuint (before->len, ==, 2);
  g_assert_true (ff_people_delete_trainer (fixture->db, gone, &error));
  after = clashes_of (fixture->db, a);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_true (ff_batch_commit (batch, &error));
}

static gboolean
is_accepted (FfDb *db, gint64 id)
{
  g_autoptr (GPtrArray) clashes = clashes_of (db, id);

  g_assert_cmpuint (clashes->len, ==, 1);
  return ((const FfClash *) g_ptr_array_index (clashes, 0))->accepted != NULL;
}

/* It holds for both sides and while the clash lies within what was accepted; a longer one is told again, and all can be undone. */
static void
test_acceptance (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 b, a = make_two (fixture->db, &b);
  g_autoptr (GPtrArray) clashes = clashes_of (fixture->db, b);
  g_autoptr (GPtrArray) accepted = NULL;
  const FfClash *clash;

  ff_batch_set_actor (fixture->db, "Mei");
  g_assert_cmpint (ff_clashes_accept (fixture->db, g_ptr_array_index (clashes, 0), "  Zhou stands in ", &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  g_assert_true (is_accepted (fixture->db, a));
  accepted = clashes_of (fixture->db, b);
  clash = g_ptr_array_index (accepted, 0);
  g_assert_cmpstr (clash->accepted, ==, "Zhou stands in");
  g_assert_cmpstr (clash->accepted_by, ==, "Mei");
  g_assert_cmpint (clash->accepted_on, ==, ff_time_day (ff_time_now ()));
  g_assert_cmpint (ff_clashes_accept (fixture->db, clash, "Zhou stands in", &error), ==, FF_PUT_SAME);

  ff_sessions_put (fixture->db, b, &(FfSessionDraft) { .starts_at = "2026-09-28 11:30", .ends_at = "2026-09-28 13:00" }, NULL, NULL, &error);
  g_assert_true (is_accepted (fixture->db, a));
  ff_sessions_put (fixture->db, b, &(FfSessionDraft) { .starts_at = "2026-09-28 10:30", .ends_at = "2026-09-28 13:00" }, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (is_accepted (fixture->db, a));
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_true (is_accepted (fixture->db, a));

  g_clear_pointer (&accepted, g_ptr_array_unref);
  accepted = clashes_of (fixture->db, b);
  g_assert_cmpint (ff_clashes_accept (fixture->db, g_ptr_array_index (accepted, 0), NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_no_error (error);
  g_assert_false (is_accepted (fixture->db, a));
}

/* The room of a session becomes one with so many seats. */
static void
seat (FfDb *db, gint64 session_id, const char *capacity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);

  ff_people_put_venue (db, 0, &(FfVenueDraft) { .name = "Small room", .capacity = capacity }, NULL, &error);
  g_assert_no_error (error);
  ff_sessions_put (db, session_id, &(FfSessionDraft) { .venue = "Small room" }, NULL, NULL, &error);
  g_assert_no_error (error);
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_assert_no_error (error);
}

/* Too few seats that somebody accepted are told again when still more of them lack. */
static void
test_acceptance_of_seats (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  gint64 run_id = class_make (fixture->db);
  gint64 id = class_session (fixture->db, run_id, "S1");
  FfBatch *batch;

  seat (fixture->db, id, "4");
  clashes = clashes_of (fixture->db, id);
  batch = ff_batch_begin (fixture->db, "Test", &error);
  g_assert_cmpint (ff_clashes_accept (fixture->db, g_ptr_array_index (clashes, 0), "One sits at the door", &error), ==, FF_PUT_CHANGED);
  g_assert_true (ff_batch_commit (batch, &error));
  g_assert_true (is_accepted (fixture->db, id));
  seat (fixture->db, id, "3");
  g_assert_false (is_accepted (fixture->db, id));
  seat (fixture->db, id, "4");
  g_assert_true (is_accepted (fixture->db, id));
}

/* A session that is deleted takes its acceptances along. */
static void
test_deleting (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 b, a = make_two (fixture->db, &b);
  g_autoptr (GPtrArray) clashes = clashes_of (fixture->db, a);

  g_assert_cmpint (ff_clashes_accept (fixture->db, g_ptr_array_index (clashes, 0), "because", &error), ==, FF_PUT_CHANGED);
  g_assert_true (ff_sessions_delete (fixture->db, b, &error));
  g_assert_no_error (error);
  g_assert_true (ff_undo (fixture->db, &error));
  g_assert_true (is_accepted (fixture->db, a));
}

static void
test_plans (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    FfSessionDraft draft;
    guint n;
  } cases[] = {
    { "as it is", { NULL }, 1 },
    { "another time", { .starts_at = "2026-09-28 13:00", .ends_at = "2026-09-28 14:00" }, 0 },
    { "another trainer", { .trainers = "Zhou" }, 0 },
    { "the venue, too", { .venue = "Room 303" }, 2 },
    { "the venue, but online", { .venue = "Room 303", .mode = "online" }, 1 },
  };
  gint64 b, a = make_two (fixture->db, &b);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfSessionPlan) plan = ff_session_plan_from_draft (fixture->db, a, 0, &cases[i].draft, &error);
      g_autoptr (GPtrArray) plans = g_ptr_array_new ();
      g_autoptr (GPtrArray) clashes = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (error);
      g_ptr_array_add (plans, plan);
      clashes = ff_clashes_of_plans (fixture->db, plans, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (clashes->len, ==, cases[i].n);
    }
}

/* Two sessions that are both still to be stored clash with each other, and are named by their class. */
static void
test_new_plans (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_session_plan_free);
  g_autoptr (GPtrArray) clashes = NULL;
  gint64 run_id = class_make (fixture->db);
  FfSessionDraft draft = { .starts_at = "2026-09-29 09:00", .ends_at = "2026-09-29 10:00", .venue = "Room 302" };
  const FfClash *clash;

  add_session (fixture->db, "CX-1", "V", "2026-10-08 09:00", "2026-10-08 10:00", NULL, "Room 302");
  for (int i = 0; i < 2; i++)
    {
      FfSessionPlan *plan = ff_session_plan_from_draft (fixture->db, 0, run_id, &draft, &error);

      plan->trainees = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_ptr_array_add (plans, plan);
    }
  clashes = ff_clashes_of_plans (fixture->db, plans, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clashes->len, ==, 1);
  clash = g_ptr_array_index (clashes, 0);
  g_assert_cmpint (clash->kind, ==, FF_CLASH_VENUE);
  g_assert_cmpint (clash->a.session_id, ==, 0);
  g_assert_cmpstr (clash->a.run_code, ==, "CX-1");
  g_assert_cmpstr (clash->b.run_code, ==, "CX-1");
  g_assert_cmpint (ff_clashes_accept (fixture->db, clash, "because", &error), ==, FF_PUT_REFUSED);
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
}

static void
test_enrolling (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  gint64 b, ids[2];

  make_two (fixture->db, &b);
  ids[0] = class_trainee (fixture->db, "E001"); /* in CX-1 */
  ids[1] = class_trainee (fixture->db, "E006"); /* in neither */
  clashes = ff_clashes_of_enrolling (fixture->db, ff_runs_find (fixture->db, "CX-2", &error), ids, G_N_ELEMENTS (ids), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clashes->len, ==, 1);
  g_assert_cmpint (((const FfClash *) g_ptr_array_index (clashes, 0))->resource_id, ==, ids[0]);
}

static void
test_ways_out (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 b, a = make_two (fixture->db, &b);
  g_autoptr (FfSessionPlan) plan = ff_session_plan_read (fixture->db, a, &error);
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (GPtrArray) venues = NULL;
  const FfFreeSlot *slot;
  FfBatch *batch;
  FfDay day = ff_time_day (plan->starts_at);

  /* Lin is busy from 11 to 13; the 28th is a day off then. */
  slots = ff_clashes_next_free (fixture->db, plan, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (slots->len, ==, 5);
  slot = g_ptr_array_index (slots, 0);
  g_assert_cmpint (slot->starts_at, ==, class_time ("2026-09-28 13:30"));
  g_assert_cmpint (slot->ends_at, ==, class_time ("2026-09-28 16:30"));
  g_assert_cmpstr (slot->venue, ==, "Room 302");
  g_assert_cmpint (slot->trainees, ==, 5);
  g_assert_cmpint (slot->free_trainees, ==, 5);
  batch = ff_batch_begin (fixture->db, "Close a day", &error);
  g_assert_cmpint (ff_days_put (fixture->db, day, FALSE, "Off", &error), !=, FF_PUT_REFUSED);
  g_assert_true (ff_batch_commit (batch, &error));
  g_clear_pointer (&slots, g_ptr_array_unref);
  slots = ff_clashes_next_free (fixture->db, plan, NULL, &error);
  g_assert_cmpint (((const FfFreeSlot *) g_ptr_array_index (slots, 0))->starts_at, ==, class_time ("2026-09-29 08:30"));

  venues = ff_clashes_free_venues (fixture->db, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (venues->len, ==, 0); /* Room 303 is taken from 11:00 on */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/clashes/sides", test_sides);
  class_test_add ("/clashes/window", test_window);
  class_test_add ("/clashes/teacher-gone", test_teacher_gone);
  class_test_add ("/clashes/acceptance", test_acceptance);
  class_test_add ("/clashes/acceptance-of-seats", test_acceptance_of_seats);
  class_test_add ("/clashes/deleting", test_deleting);
  class_test_add ("/clashes/plans", test_plans);
  class_test_add ("/clashes/new-plans", test_new_plans);
  class_test_add ("/clashes/enrolling", test_enrolling);
  class_test_add ("/clashes/ways-out", test_ways_out);
  return g_test_run ();
}
