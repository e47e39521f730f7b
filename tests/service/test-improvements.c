/* Cycles of improvement: what is put into them, moved about in them and carried over, and that all of it can be taken back. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-improvement-actions.h"
#include "ff-improvements.h"
#include "ff-reviews.h"

static FfBatch *
begin (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Test", &error);

  g_assert_no_error (error);
  return batch;
}

static void
commit (FfBatch *batch)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ff_batch_commit (batch, &error));
  g_assert_no_error (error);
}

static FfPut
put_item (FfDb *db, FfOwner owner, gint64 id, const FfImprovementDraft *draft, gint64 *new_id, GError **error)
{
  g_autoptr (FfBatch) batch = begin (db);
  FfPut put = ff_improvements_put (db, owner, id, draft, new_id, error);

  if (put != FF_PUT_REFUSED)
    commit (g_steal_pointer (&batch));
  return put;
}

static FfPut
put_cause (FfDb *db, gint64 item, gint64 parent, gint64 id, const FfCauseDraft *draft, gint64 *new_id, GError **error)
{
  g_autoptr (FfBatch) batch = begin (db);
  FfPut put = ff_causes_put (db, item, parent, id, draft, new_id, error);

  if (put != FF_PUT_REFUSED)
    commit (g_steal_pointer (&batch));
  return put;
}

static FfPut
put_action (FfDb *db, FfOwner owner, gint64 id, const FfActionDraft *draft, gint64 *new_id, GError **error)
{
  g_autoptr (FfBatch) batch = begin (db);
  FfPut put = ff_actions_put (db, owner, id, draft, new_id, error);

  if (put != FF_PUT_REFUSED)
    commit (g_steal_pointer (&batch));
  return put;
}

static gint64
add_item (FfDb *db, FfOwner owner, const char *title, const char *weakness)
{
  FfImprovementDraft draft = { .title = title, .weakness = weakness, .level = "3" };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_cmpint (put_item (db, owner, 0, &draft, &id, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  return id;
}

static gint64
add_action (FfDb *db, FfOwner owner, const char *title, const char *step)
{
  FfActionDraft draft = { .title = title, .step = step };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_cmpint (put_action (db, owner, 0, &draft, &id, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  return id;
}

static FfImprovementBoard *
read_board (FfDb *db, FfOwner owner)
{
  g_autoptr (GError) error = NULL;
  FfImprovementBoard *board = ff_improvement_board_read (db, owner, 0, &error);

  g_assert_no_error (error);
  return board;
}

static gint64
branch_of (FfDb *db, FfOwner owner, gint64 item, FfBranch branch)
{
  g_autoptr (FfImprovementBoard) board = read_board (db, owner);
  g_autoptr (GPtrArray) branches = ff_improvement_board_list_causes (board, item, 0);

  for (guint i = 0; i < branches->len; i++)
    if (((const FfCause *) g_ptr_array_index (branches, i))->branch == branch)
      return ((const FfCause *) g_ptr_array_index (branches, i))->id;
  g_assert_not_reached ();
}

/* "Method: A* B, People: C", branches without causes left out; * is a root cause. */
static void
assert_fish (FfDb *db, FfOwner owner, gint64 item, const char *expected)
{
  g_autoptr (FfImprovementBoard) board = read_board (db, owner);
  g_autoptr (GPtrArray) branches = ff_improvement_board_list_causes (board, item, 0);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < branches->len; i++)
    {
      const FfCause *branch = g_ptr_array_index (branches, i);
      g_autoptr (GPtrArray) causes = ff_improvement_board_list_causes (board, item, branch->id);

      if (causes->len > 0)
        g_string_append_printf (text, "%s%s:", text->len > 0 ? ", " : "", ff_cause_title (branch));
      for (guint j = 0; j < causes->len; j++)
        {
          const FfCause *cause = g_ptr_array_index (causes, j);

          g_string_append_printf (text, " %s%s", ff_cause_title (cause), cause->root ? "*" : "");
        }
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* "A B | C | | D": the four phases. */
static void
assert_columns (FfDb *db, FfOwner owner, const char *expected)
{
  g_autoptr (FfImprovementBoard) board = read_board (db, owner);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int phase = 0; phase < FF_N_PHASES; phase++)
    {
      g_string_append (text, phase > 0 ? " |" : "");
      for (guint i = 0; i < board->actions->len; i++)
        {
          const FfAction *action = g_ptr_array_index (board->actions, i);

          if ((int) ff_phase_of_step (action->step) == phase)
            g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", action->title);
        }
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The first thing opens the cycle; the weakest stand first, and the vital few are marked. */
static void
test_items (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  g_autofree char *before = store_dump (db), *after = NULL;
  g_autoptr (FfImprovementBoard) empty = read_board (db, owner);
  g_autoptr (FfImprovementBoard) board = NULL;
  g_autoptr (GPtrArray) branches = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first;

  g_assert_null (empty->cycle);
  g_assert_true (isnan (empty->vital_percent));
  first = add_item (db, owner, "Room", "10");
  add_item (db, owner, "Queue", "70");
  add_item (db, owner, "Voucher", "20");
  board = read_board (db, owner);
  g_assert_cmpint (board->cycle->number, ==, 1);
  g_assert_cmpstr (((const FfImprovement *) g_ptr_array_index (board->items, 0))->title, ==, "Queue");
  g_assert_cmpint (((const FfImprovement *) g_ptr_array_index (board->items, 2))->id, ==, first);
  g_assert_cmpuint (board->n_vital, ==, 2);
  g_assert_cmpfloat_with_epsilon (board->vital_percent, 90, 1e-9);
  g_assert_cmpfloat_with_epsilon (board->weakness, 100, 1e-9);
  branches = ff_improvement_board_list_causes (board, first, 0);
  g_assert_cmpuint (branches->len, ==, FF_N_BRANCHES);
  for (int i = 0; i < 3; i++)
    g_assert_true (ff_undo (db, &error));
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);
  store_assert_sound (db);
}

static void
test_refused (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FfImprovementDraft draft;
    const char *field;
  } items[] = {
    { { .title = " " }, "title" },
    { { .level = "5" }, "level" },
    { { .weakness = "-1" }, "weakness" },
    { { .weakness = "much" }, "weakness" },
    { { .solved = "perhaps" }, "solved" },
  };
  static const struct
  {
    FfActionDraft draft;
    const char *field;
  } actions[] = {
    { { .title = "" }, "title" },         { { .step = "9" }, "step" },     { { .step = "0" }, "step" },
    { { .state = "stuck" }, "state" },    { { .before = "?" }, "before" }, { { .direction = "left" }, "direction" },
    { { .due_on = "someday" }, "due_on" },
  };
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  gint64 item = add_item (db, owner, "Queue", "1"), action = add_action (db, owner, "Count", NULL);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_assert_cmpint (put_item (db, owner, item, &items[i].draft, NULL, &error), ==, FF_PUT_REFUSED);
      class_assert_refused (&error, FF_ERROR_INVALID, items[i].field);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_assert_cmpint (put_action (db, owner, action, &actions[i].draft, NULL, &error), ==, FF_PUT_REFUSED);
      class_assert_refused (&error, FF_ERROR_INVALID, actions[i].field);
    }
}

static void
test_causes (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  gint64 item = add_item (db, owner, "Queue", "1"), other = add_item (db, owner, "Room", "1");
  gint64 people = branch_of (db, owner, item, FF_BRANCH_PEOPLE), method = branch_of (db, owner, item, FF_BRANCH_METHOD);
  gint64 elsewhere = branch_of (db, owner, other, FF_BRANCH_METHOD);
  FfCauseDraft one = { .text = "One" }, two = { .text = "Two", .root = "1", .evidence = "40 cases" }, name = { .text = "Process" };
  FfCauseDraft own = { .text = "" }, root = { .root = "1" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = NULL;
  gint64 first = 0, second = 0;

  g_assert_cmpint (put_cause (db, item, people, 0, &one, &first, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (put_cause (db, item, people, 0, &two, &second, &error), ==, FF_PUT_NEW);
  assert_fish (db, owner, item, "People: One Two*");
  g_assert_cmpint (put_cause (db, item, 0, method, &name, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (put_cause (db, item, 0, method, &name, NULL, &error), ==, FF_PUT_SAME);
  batch = begin (db);
  g_assert_true (ff_causes_move (db, first, method, 0, &error));
  g_assert_true (ff_causes_move (db, second, method, 0, &error));
  commit (g_steal_pointer (&batch));
  assert_fish (db, owner, item, "Process: Two* One");
  g_assert_true (ff_undo (db, &error));
  assert_fish (db, owner, item, "People: One Two*");
  g_assert_true (ff_redo (db, &error));
  assert_fish (db, owner, item, "Process: Two* One");
  g_assert_cmpint (put_cause (db, item, 0, method, &own, NULL, &error), ==, FF_PUT_CHANGED);
  assert_fish (db, owner, item, "Method: Two* One");
  g_assert_no_error (error);

  batch = begin (db);
  g_assert_false (ff_causes_move (db, first, elsewhere, 0, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_false (ff_causes_move (db, first, 0, 0, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_false (ff_causes_move (db, first, second, 0, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_clear_pointer (&batch, ff_batch_rollback);
  g_assert_cmpint (put_cause (db, item, 0, people, &root, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "root");
  g_assert_cmpint (put_cause (db, item, 0, first, &own, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, "text");

  batch = begin (db);
  g_assert_true (ff_causes_delete (db, method, &error));
  commit (g_steal_pointer (&batch));
  assert_fish (db, owner, item, "");
  g_assert_true (ff_undo (db, &error));
  assert_fish (db, owner, item, "Method: Two* One");
  store_assert_sound (db);
}

static void
move (FfDb *db, gint64 id, FfPhase phase, int position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = begin (db);

  g_assert_true (ff_actions_move (db, id, phase, position, &error));
  g_assert_no_error (error);
  commit (g_steal_pointer (&batch));
}

static void
test_moves (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  gint64 a = add_action (db, owner, "A", "2"), b = add_action (db, owner, "B", NULL), c = add_action (db, owner, "C", "5");
  g_autoptr (FfAction) moved = NULL;
  g_autoptr (GError) error = NULL;

  assert_columns (db, owner, "A B | C | |");
  move (db, a, FF_PHASE_PLAN, 1);
  assert_columns (db, owner, "B A | C | |");
  moved = ff_actions_read (db, a, &error);
  g_assert_cmpint (moved->step, ==, 2);
  move (db, b, FF_PHASE_DO, 0);
  assert_columns (db, owner, "A | B C | |");
  move (db, c, FF_PHASE_ACT, 9);
  assert_columns (db, owner, "A | B | | C");
  g_assert_true (ff_undo (db, &error));
  assert_columns (db, owner, "A | B C | |");
  g_assert_true (ff_undo (db, &error));
  assert_columns (db, owner, "B A | C | |");
  g_assert_true (ff_redo (db, &error));
  g_assert_true (ff_redo (db, &error));
  assert_columns (db, owner, "A | B | | C");
  g_assert_no_error (error);
  store_assert_sound (db);
}

/* A cause brings its weak item and that its level; another weak item lets go of the cause. */
static void
test_origin (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  gint64 item = add_item (db, owner, "Queue", "1"), other = add_item (db, owner, "Room", "1"), cause = 0, id = 0;
  FfCauseDraft card = { .text = "No card" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfAction) action = NULL;

  g_assert_cmpint (put_cause (db, item, branch_of (db, owner, item, FF_BRANCH_METHOD), 0, &card, &cause, &error), ==, FF_PUT_NEW);
  {
    g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, cause);
    FfActionDraft draft = { .title = "Card", .cause = text };

    g_assert_cmpint (put_action (db, owner, 0, &draft, &id, &error), ==, FF_PUT_NEW);
  }
  action = ff_actions_read (db, id, &error);
  g_assert_cmpint (action->improvement_id, ==, item);
  g_assert_cmpint (action->level, ==, 3);
  {
    g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, other);
    FfActionDraft draft = { .improvement = text, .state = "done" };

    g_assert_cmpint (put_action (db, owner, id, &draft, NULL, &error), ==, FF_PUT_CHANGED);
  }
  g_clear_pointer (&action, ff_action_free);
  action = ff_actions_read (db, id, &error);
  g_assert_cmpint (action->improvement_id, ==, other);
  g_assert_cmpint (action->cause_id, ==, 0);
  g_assert_cmpint (action->done_on, ==, ff_time_day (ff_time_now ()));
  {
    g_autoptr (FfBatch) batch = begin (db);

    g_assert_true (ff_improvements_delete (db, other, &error));
    commit (g_steal_pointer (&batch));
  }
  g_clear_pointer (&action, ff_action_free);
  action = ff_actions_read (db, id, &error);
  g_assert_cmpint (action->improvement_id, ==, 0);
  g_assert_no_error (error);
  store_assert_sound (db);
}

static void
test_carry_over (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  gint64 open = add_item (db, owner, "Queue", "5"), solved = add_item (db, owner, "Room", "2"), cause = 0, a, b, first;
  FfCauseDraft card = { .text = "Card", .root = "1" };
  FfImprovementDraft done = { .solved = "1" };
  FfActionDraft finished = { .state = "done", .kept = "1" };
  FfImprovementDraft late = { .title = "Too late" };
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (FfImprovementBoard) board = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = NULL;
  const FfImprovement *item;
  const FfAction *action;
  FfCarried carried;

  g_assert_cmpint (put_cause (db, open, branch_of (db, owner, open, FF_BRANCH_METHOD), 0, &card, &cause, &error), ==, FF_PUT_NEW);
  a = add_action (db, owner, "A", "5");
  b = add_action (db, owner, "B", "7");
  {
    g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, cause);
    FfActionDraft draft = { .cause = text };

    g_assert_cmpint (put_action (db, owner, a, &draft, NULL, &error), ==, FF_PUT_CHANGED);
  }
  g_assert_cmpint (put_action (db, owner, b, &finished, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (put_item (db, owner, solved, &done, NULL, &error), ==, FF_PUT_CHANGED);
  before = store_dump (db);

  board = read_board (db, owner);
  first = board->cycle->id;
  batch = begin (db);
  g_assert_true (ff_improvements_close_cycle (db, first, "On we go", &carried, &error));
  commit (g_steal_pointer (&batch));
  g_assert_cmpuint (carried.items, ==, 1);
  g_assert_cmpuint (carried.actions, ==, 1);

  g_clear_pointer (&board, ff_improvement_board_free);
  board = read_board (db, owner);
  g_assert_cmpint (board->cycle->number, ==, 2);
  g_assert_cmpuint (board->items->len, ==, 1);
  item = g_ptr_array_index (board->items, 0);
  g_assert_cmpint (item->carried_from_id, ==, open);
  assert_fish (db, owner, item->id, "Method: Card*");
  assert_columns (db, owner, " | A | |");
  action = g_ptr_array_index (board->actions, 0);
  g_assert_cmpint (action->carried_from_id, ==, a);
  g_assert_cmpint (action->improvement_id, ==, item->id);
  g_assert_cmpint (ff_improvement_board_find_cause (board, action->cause_id)->improvement_id, ==, item->id);

  /* What is closed is history. */
  g_assert_cmpint (put_item (db, owner, open, &late, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  batch = begin (db);
  g_assert_false (ff_actions_move (db, b, FF_PHASE_DO, 0, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_assert_false (ff_improvements_close_cycle (db, first, NULL, NULL, &error));
  class_assert_refused (&error, FF_ERROR_INVALID, NULL);
  g_clear_pointer (&batch, ff_batch_rollback);

  g_assert_true (ff_undo (db, &error));
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);
  store_assert_sound (db);
}

/* With nothing left, the next cycle begins when something is put into it. */
static void
test_nothing_left (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  g_autoptr (FfImprovementBoard) board = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = begin (db);
  gint64 cycle = ff_improvements_need_cycle (db, owner, &error);

  g_assert_true (ff_improvements_close_cycle (db, cycle, NULL, NULL, &error));
  commit (g_steal_pointer (&batch));
  board = read_board (db, owner);
  g_assert_cmpuint (board->cycles->len, ==, 1);
  add_item (db, owner, "Queue", "1");
  g_clear_pointer (&board, ff_improvement_board_free);
  board = read_board (db, owner);
  g_assert_cmpint (board->cycle->number, ==, 2);
  g_assert_cmpuint (board->cycles->len, ==, 2);
}

static void
test_due (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title, *due_on, *state;
  } cases[] = {
    { "late", "2026-09-01", "open" }, { "soon", "2026-09-25", "open" },   { "later", "2026-10-25", "open" },
    { "done", "2026-09-02", "done" }, { "dropped", "2026-09-02", "dropped" }, { "undated", "", "open" },
  };
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FfActionDraft draft = { .title = cases[i].title, .due_on = cases[i].due_on, .state = cases[i].state };

      g_assert_cmpint (put_action (db, owner, 0, &draft, NULL, &error), ==, FF_PUT_NEW);
    }
  due = ff_actions_list_open (db, ff_time_day (class_time ("2026-09-29 00:00")), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (due->len, ==, 2);
  g_assert_cmpstr (((const FfAction *) g_ptr_array_index (due, 0))->title, ==, "late");
  g_assert_cmpstr (((const FfAction *) g_ptr_array_index (due, 1))->title, ==, "soon");
}

static void
test_reviews (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FfReviewDraft draft;
    const char *field;
  } refused[] = {
    { { .minutes = "Talk" }, "held_on" },
    { { .held_on = "2026-10-05", .next_on = "2026-10-05" }, "next_on" },
  };
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  FfReviewDraft october = { .held_on = "2026-10-05", .minutes = "All\nsaid", .next_on = "2026-11-02" };
  FfReviewDraft november = { .held_on = "2026-11-02" };
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = begin (db);

  g_assert_cmpint (ff_reviews_put (db, owner, 0, &october, NULL, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_reviews_put (db, owner, 0, &november, NULL, &error), ==, FF_PUT_NEW);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_cmpint (ff_reviews_put (db, owner, 0, &refused[i].draft, NULL, &error), ==, FF_PUT_REFUSED);
      class_assert_refused (&error, FF_ERROR_INVALID, refused[i].field);
    }
  commit (g_steal_pointer (&batch));
  reviews = ff_reviews_list (db, owner, &error);
  g_assert_cmpuint (reviews->len, ==, 2);
  g_assert_cmpstr (((const FfReview *) g_ptr_array_index (reviews, 1))->minutes, ==, "All\nsaid");
}

/* The library finds a case by whatever is told in it and by whose it is, in characters and in pinyin. */
static void
test_best_cases (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *search;
    guint found;
  } cases[] = { { NULL, 2 }, { "queue", 1 }, { "yuyue", 1 }, { "voucher", 1 }, { "E001", 1 }, { "nothing of it", 0 } };
  FfDb *db = fixture->db;
  FfOwner owner = ff_owner_run (class_make (db));
  FfBestCaseDraft queue = { .title = "Queue", .employee_no = "E001", .situation = "Forty people", .keywords = "voucher，queue、voucher" };
  FfBestCaseDraft booking = { .title = "预约", .result = "-37 %" };
  FfBestCaseDraft stranger = { .title = "X", .employee_no = "E999" };
  g_autoptr (FfBestCase) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = begin (db);
  gint64 id = 0;

  g_assert_cmpint (ff_best_cases_put (db, owner, 0, &queue, &id, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_best_cases_put (db, FF_OWNER_INIT (FF_OWNER_NONE, 0), 0, &booking, NULL, &error), ==, FF_PUT_NEW);
  g_assert_cmpint (ff_best_cases_put (db, owner, 0, &stranger, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, "employee_no");
  commit (g_steal_pointer (&batch));
  stored = ff_best_cases_read (db, id, &error);
  g_assert_cmpstr (stored->keywords, ==, "voucher; queue");
  g_assert_true (g_str_has_prefix (stored->owner_title, "CX-1 "));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int sort = 0; sort <= FF_BEST_CASE_SORT_TRAINEE; sort++)
      {
        g_autoptr (GArray) ids = ff_best_cases_list_ids (db, cases[i].search, sort, i % 2 == 0, &error);

        g_assert_no_error (error);
        g_test_message ("%s", cases[i].search);
        g_assert_cmpuint (ids->len, ==, cases[i].found);
      }
  store_assert_sound (db);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  class_test_add ("/improvements/items", test_items);
  class_test_add ("/improvements/refused", test_refused);
  class_test_add ("/improvements/causes", test_causes);
  class_test_add ("/improvements/moves", test_moves);
  class_test_add ("/improvements/origin", test_origin);
  class_test_add ("/improvements/carry-over", test_carry_over);
  class_test_add ("/improvements/nothing-left", test_nothing_left);
  class_test_add ("/improvements/due", test_due);
  class_test_add ("/improvements/reviews", test_reviews);
  class_test_add ("/improvements/best-cases", test_best_cases);
  return g_test_run ();
}
