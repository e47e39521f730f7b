/* Random commands over the use cases of the whole program, refused ones among them: undoing all of them gives the database as it was at
   the start, to the byte, and redoing all of them as it was at the end; after a restart in between, too. */
#include "config.h"

#include "ff-class-test.h"

#include "ff-comment-phrases.h"
#include "ff-commitments.h"
#include "ff-courses.h"
#include "ff-departments.h"
#include "ff-goals.h"
#include "ff-history.h"
#include "ff-layers.h"
#include "ff-leave-kinds.h"
#include "ff-people.h"
#include "ff-places.h"
#include "ff-raters.h"
#include "ff-register.h"
#include "ff-roster.h"
#include "ff-scheme-edit.h"
#include "ff-settings.h"
#include "ff-settling.h"
#include "ff-tasks.h"
#include "ff-teams.h"

#include <string.h>

#define N_COMMANDS 240

typedef struct
{
  FfDb *db;
  gint64 run_id;
} Game;

/* Chance ---------------------------------------------------------------------------------------------------------------- */

static guint
up_to (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static const char *
one_of (const char *const *words)
{
  return words[up_to (g_strv_length ((char **) words))];
}
#define ONE_OF(...) one_of ((const char *const[]) { __VA_ARGS__, NULL })

/* The id of a row of a table, 0 when it has none. */
static gint64
any_row (Game *game, const char *table)
{
  g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM %s", table);
  guint n = (guint) store_count (game->db, count);
  g_autofree char *pick = n > 0 ? g_strdup_printf ("SELECT id FROM %s ORDER BY id LIMIT 1 OFFSET %u", table, up_to (n)) : NULL;

  return pick != NULL ? store_count (game->db, pick) : 0;
}

static gint64
any_enrolment (Game *game)
{
  return any_row (game, "enrolment");
}

/* Commands: FALSE when it was refused ------------------------------------------------------------------------------------- */

static gboolean
put_trainee (Game *game, GError **error)
{
  g_autofree char *no = g_strdup_printf ("E%03u", 1 + up_to (12));
  FfTraineeDraft draft = { .employee_no = no, .name = ONE_OF ("张三", "Li Si", "王五"), .department = ONE_OF ("A", "A/B", "Service/Hotline"),
                           .layer = ONE_OF ("frontline", "support", "", "nobody") };

  return ff_people_put_trainee (game->db, 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
delete_trainee (Game *game, GError **error)
{
  gint64 id = any_row (game, "trainee");

  return ff_people_delete_trainees (game->db, &id, 1, error);
}

static gboolean
put_enrolment (Game *game, GError **error)
{
  g_autofree char *no = g_strdup_printf ("E%03u", 1 + up_to (12));
  FfEnrolmentDraft draft = { .run = "CX-1", .employee_no = no, .team = ONE_OF ("红", "蓝", ""), .leader = ONE_OF ("1", "0"),
                             .status = ONE_OF ("enrolled", "waitlisted", "withdrawn") };

  return ff_enrolments_put (game->db, &draft, NULL, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
change_roster (Game *game, GError **error)
{
  gint64 id = any_enrolment (game);

  switch (up_to (5))
    {
    case 0:
      return ff_roster_withdraw (game->db, &id, 1, "ill", error);
    case 1:
      return ff_roster_take_in (game->db, &id, 1, error);
    case 2:
      return ff_roster_put_waiting (game->db, &id, 1, error);
    case 3:
      return ff_roster_reply (game->db, &id, 1, ONE_OF ("coming", "leave"), ff_time_day (ff_time_now ()), error);
    default:
      return ff_roster_replace (game->db, id, any_row (game, "trainee"), "instead", NULL, error);
    }
}

static gboolean
attend (Game *game, GError **error)
{
  g_autofree char *no = g_strdup_printf ("E%03u", 1 + up_to (6));
  FfAttendanceDraft draft = { .run = "CX-1", .session = ONE_OF ("S1", "S2", "S3", "S4"), .employee_no = no,
                              .status = ONE_OF ("present", "late", "excused", "absent", ""), .arrived_at = ONE_OF ("09:10", "14:20", "") };

  return ff_register_put (game->db, &draft, error) != FF_PUT_REFUSED;
}

static gboolean
keep_register (Game *game, GError **error)
{
  gint64 session_id = any_row (game, "session");

  switch (up_to (3))
    {
    case 0:
      return ff_register_close (game->db, session_id, error);
    case 1:
      return ff_register_reopen (game->db, session_id, error);
    default:
      return ff_register_mark_rest_present (game->db, session_id, NULL, error);
    }
}

static gboolean
mark (Game *game, GError **error)
{
  g_autofree char *no = g_strdup_printf ("E%03u", 1 + up_to (6));
  g_autofree char *score = g_strdup_printf ("%u.%u", up_to (110), up_to (10));
  FfScoreDraft draft = { .run = "CX-1", .employee_no = no, .component = ONE_OF ("participation", "written", "practical.c1", "practical.c2"),
                         .score = ONE_OF (score, score, "4", "EX", "none"), .rater = ONE_OF ("", "", "Li"), .attempt = ONE_OF ("1", "1", "2") };

  return ff_marking_put (game->db, &draft, error) != FF_PUT_REFUSED;
}

static gboolean
put_session (Game *game, GError **error)
{
  FfSessionDraft draft = { .run = "CX-1", .key = ONE_OF ("S1", "S2", "S5", "S6"), .title = ONE_OF ("Opening", ""),
                           .starts_at = ONE_OF ("2026-09-21 09:00", "2026-09-23 09:00"), .ends_at = ONE_OF ("2026-09-21 12:00", "2026-09-23 11:00"),
                           .venue = ONE_OF ("Room 1", "Room 2", ""), .trainers = ONE_OF ("Li", "Li; Wang", ""),
                           .audience = ONE_OF ("frontline", "红", "") };

  return ff_sessions_put (game->db, 0, &draft, NULL, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
drop_session (Game *game, GError **error)
{
  gint64 id = any_row (game, "session");

  return up_to (2) == 0 ? ff_sessions_cancel (game->db, id, "rain", error) : ff_sessions_delete (game->db, id, error);
}

static gboolean
put_run (Game *game, GError **error)
{
  FfRunDraft draft = { .code = ONE_OF ("CX-1", "CX-2"), .course = "CX-101", .starts_on = ONE_OF ("2026-09-21", "2026-10-01"),
                       .ends_on = ONE_OF ("2026-09-23", "2026-10-02"), .capacity = ONE_OF ("3", "30", "") };

  return ff_runs_put (game->db, 0, &draft, NULL, error) != FF_PUT_REFUSED;
}

static gboolean
change_teams (Game *game, GError **error)
{
  gint64 id = any_enrolment (game);

  switch (up_to (4))
    {
    case 0:
      return ff_teams_put (game->db, 0, game->run_id, ONE_OF ("红", "蓝", ""), ONE_OF ("t1", "t2", ""), NULL, error) != FF_PUT_REFUSED;
    case 1:
      return ff_teams_move (game->db, &id, 1, any_row (game, "team"), error);
    case 2:
      return ff_teams_draw (game->db, game->run_id, 2, TRUE, (guint32) g_test_rand_int (), error);
    default:
      return ff_teams_delete (game->db, any_row (game, "team"), error);
    }
}

static gboolean
edit_scheme (Game *game, GError **error)
{
  gint64 course_id = any_row (game, "course");
  FfComponentDraft draft = { .key = "", .title = ONE_OF ("Report", "报告"), .group = ONE_OF ("", "result"), .weight = "20" };

  if (up_to (2) == 0)
    return ff_scheme_put_component (game->db, course_id, 0, &draft, NULL, error) != FF_PUT_REFUSED;
  return ff_scheme_spread (game->db, course_id, 0, error) != FF_PUT_REFUSED;
}

static gboolean
commit_oneself (Game *game, GError **error)
{
  g_autofree char *no = g_strdup_printf ("E%03u", 1 + up_to (6));
  gint64 id = any_row (game, "commitment");
  FfCommitmentDraft draft = { .run = "CX-1", .employee_no = no, .title = ONE_OF ("Call back", "Smile"), .kind = ONE_OF ("card", "seven_day", ""),
                              .status = ONE_OF ("planned", "applied") };

  if (id == 0 || up_to (3) > 0)
    return ff_commitments_put (game->db, 0, &draft, NULL, error) != FF_PUT_REFUSED;
  return up_to (3) > 0 ? ff_commitments_step (game->db, &id, 1, up_to (2) == 0, NULL, error) : ff_commitments_delete (game->db, &id, 1, error);
}

static gboolean
settle (Game *game, GError **error)
{
  return up_to (2) == 0 ? ff_settling_settle (game->db, game->run_id, NULL, 0, error) : ff_settling_reopen (game->db, game->run_id, "late", error);
}

static gboolean
change_task (Game *game, GError **error)
{
  FfOwner owner = { FF_OWNER_RUN, game->run_id };
  gint64 id = any_row (game, "task");

  if (id == 0 || up_to (3) == 0)
    return ff_tasks_put (game->db, owner, 0, &(FfTaskDraft) { .title = ONE_OF ("Chairs", "Tea") }, NULL, error) != FF_PUT_REFUSED;
  return up_to (2) == 0 ? ff_tasks_tick (game->db, id, up_to (2) == 0, error) : ff_tasks_delete (game->db, id, error);
}

static gboolean
change_goal (Game *game, GError **error)
{
  FfOwner owner = { FF_OWNER_RUN, game->run_id };
  gint64 id = any_row (game, "goal");

  if (id == 0 || up_to (2) == 0)
    return ff_goals_put (game->db, owner, 0, &(FfGoalDraft) { .text = "Better", .level = "2" }, NULL, error) != FF_PUT_REFUSED;
  return ff_goals_delete (game->db, id, error);
}

static gboolean
change_rater (Game *game, GError **error)
{
  gint64 id = any_row (game, "rater");

  if (id == 0 || up_to (2) == 0)
    return ff_raters_put (game->db, 0, game->run_id, &(FfRaterDraft) { ONE_OF ("Li", "Wang"), ONE_OF ("1", "2") }, NULL, error) != FF_PUT_REFUSED;
  return ff_raters_delete (game->db, id, error);
}

static gboolean
change_lists (Game *game, GError **error)
{
  switch (up_to (4))
    {
    case 0:
      return ff_layers_put (game->db, 0, &(FfLayerDraft) { .title = ONE_OF ("Guests", "新人") }, NULL, error) != FF_PUT_REFUSED;
    case 1:
      return ff_leave_kinds_put (game->db, 0, &(FfLeaveKindDraft) { ONE_OF ("Marriage", "婚假"), ONE_OF ("0", "1") }, NULL, error) != FF_PUT_REFUSED;
    case 2:
      return ff_comment_phrases_put (game->db, 0, &(FfCommentPhraseDraft) { ONE_OF ("Well done", "很好"), "" }, NULL, error) != FF_PUT_REFUSED;
    default:
      return ff_people_put_venue (game->db, 0, &(FfVenueDraft) { .name = ONE_OF ("Room 1", "Room 3"), .capacity = ONE_OF ("3", "40") }, NULL, error)
             != FF_PUT_REFUSED;
    }
}

/* A value of long ago, of anything. */
static gboolean
restore (Game *game, GError **error)
{
  FfHistoryFilter filter = FF_HISTORY_FILTER_NONE;
  g_autoptr (FfHistory) history = ff_history_new (game->run_id, &filter);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_change_free);
  const FfChange *change;

  if (!ff_history_read (history, game->db, 40, changes, error) || changes->len == 0)
    return FALSE;
  change = g_ptr_array_index (changes, up_to (changes->len));
  return change->restorable && ff_history_restore (game->db, change->line, change->column, error) != FF_PUT_REFUSED;
}

static const struct
{
  const char *label;
  gboolean (*run) (Game *game, GError **error);
} commands[] = {
  { "Put a trainee", put_trainee },
  { "Delete a trainee", delete_trainee },
  { "Put an enrolment", put_enrolment },
  { "Change the roster", change_roster },
  { "Record attendance", attend },
  { "Keep the register", keep_register },
  { "Record a mark", mark },
  { "Record another mark", mark },
  { "Put a session", put_session },
  { "Drop a session", drop_session },
  { "Put a class", put_run },
  { "Change teams", change_teams },
  { "Edit a scheme", edit_scheme },
  { "Put a commitment", commit_oneself },
  { "Settle", settle },
  { "Change a task", change_task },
  { "Change a goal", change_goal },
  { "Change a rater", change_rater },
  { "Change a list", change_lists },
  { "Restore a value", restore },
};

/* TRUE when it left a step to undo. */
static gboolean
play (Game *game, guint command)
{
  g_autoptr (GError) error = NULL;
  gint64 before = store_count (game->db, "SELECT coalesce (max (id), 0) FROM batch");
  FfBatch *batch = ff_batch_begin (game->db, commands[command].label, &error);

  g_assert_no_error (error);
  if (commands[command].run (game, &error))
    {
      g_clear_error (&error);
      ff_batch_commit (batch, &error);
      g_assert_no_error (error);
    }
  else
    ff_batch_rollback (batch);
  return store_count (game->db, "SELECT coalesce (max (id), 0) FROM batch") > before;
}

/* The test -------------------------------------------------------------------------------------------------------------- */

static void
assert_label (FfDb *db, const char *undo)
{
  g_auto (FfUndoStep) undo_step = { 0 };
  g_auto (FfUndoStep) redo_step = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_undo_peek (db, &undo_step, &redo_step, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (undo_step.label, ==, undo);
}

static void
undo_all (FfDb *db, GPtrArray *labels)
{
  g_autoptr (GError) error = NULL;

  for (guint i = labels->len; i > 0; i--)
    {
      assert_label (db, labels->pdata[i - 1]);
      ff_undo (db, &error);
      g_assert_no_error (error);
    }
}

static void
redo_all (FfDb *db, guint n)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      ff_redo (db, &error);
      g_assert_no_error (error);
    }
}

static void
assert_dump (FfDb *db, const char *expected)
{
  g_autofree char *dump = store_dump (db);

  if (strcmp (dump, expected) != 0)
    g_error ("The database is not as it was:\n%s\n--- was:\n%s", dump, expected);
}

static void
test_replay (StoreFixture *fixture, gconstpointer data)
{
  Game game = { fixture->db, class_make (fixture->db) };
  g_autofree char *start = store_dump (fixture->db);
  g_autofree char *end = NULL;
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint tried[G_N_ELEMENTS (commands)] = { 0 };

  for (guint i = 0; i < N_COMMANDS; i++)
    {
      guint command = up_to (G_N_ELEMENTS (commands));

      if (!play (&game, command))
        continue;
      tried[command]++;
      g_ptr_array_add (labels, (gpointer) commands[command].label);
    }
  end = store_dump (fixture->db);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_test_message ("%s: %u times", commands[i].label, tried[i]);
  g_assert_cmpuint (labels->len, >, N_COMMANDS / 4);

  undo_all (fixture->db, labels);
  assert_dump (fixture->db, start);
  store_reopen (fixture);
  redo_all (fixture->db, labels->len);
  assert_dump (fixture->db, end);
  store_reopen (fixture);
  undo_all (fixture->db, labels);
  assert_dump (fixture->db, start);
  redo_all (fixture->db, labels->len);
  store_assert_sound (fixture->db);
  class_assert_sound (fixture->db);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  class_test_add ("/replay/all", test_replay);

  return g_test_run ();
}
