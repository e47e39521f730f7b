/* What projects, classes and courses own: added, changed, moved, deleted, refused, and taken back by one undo each. */
#include "config.h"

#include "ff-class-test.h"

#include "ff-findings.h"
#include "ff-goals.h"
#include "ff-owned-store.h"
#include "ff-preparation.h"
#include "ff-projects.h"

/* Every kind of thing through one door, so that one test holds for all: what they share is owner, order and end. */
typedef struct
{
  const char *name;
  FfOwnedTable table;
  gboolean of_project, of_run, of_course;
  FfPut (*put) (FfDb *db, FfOwner owner, gint64 id, const char *text, gint64 *new_id, GError **error);
  gboolean (*move) (FfDb *db, gint64 id, int position, GError **error);
  gboolean (*delete) (FfDb *db, gint64 id, GError **error);
  const char *required; /* the field that may not be empty */
} Kind;

static FfPut
put_finding (FfDb *db, FfOwner owner, gint64 id, const char *text, gint64 *new_id, GError **error)
{
  FfFindingDraft draft = { .kind = "gap", .layer = "support", .text = text, .source = "Interviews", .share = "38.5%" };

  return ff_findings_put (db, owner, id, &draft, new_id, error);
}

static FfPut
put_goal (FfDb *db, FfOwner owner, gint64 id, const char *text, gint64 *new_id, GError **error)
{
  return ff_goals_put (db, owner, id, &(FfGoalDraft) { .level = "3", .layer = "frontline", .text = text }, new_id, error);
}

static FfPut
put_stage (FfDb *db, FfOwner owner, gint64 id, const char *text, gint64 *new_id, GError **error)
{
  FfStageDraft draft = { .title = text, .owner = "HR", .starts_on = "2026-09-01", .ends_on = "2026-09-14" };

  return ff_stages_put (db, owner.id, id, &draft, new_id, error);
}

static FfPut
put_duty (FfDb *db, FfOwner owner, gint64 id, const char *text, gint64 *new_id, GError **error)
{
  return ff_duties_put (db, owner, id, &(FfDutyDraft) { .role = text, .people = "张三；李四", .duties = "签到" }, new_id, error);
}

static FfPut
put_material (FfDb *db, FfOwner owner, gint64 id, const char *text, gint64 *new_id, GError **error)
{
  return ff_materials_put (db, owner.id, id, &(FfMaterialDraft) { .title = text, .needed = "", .ready = "2" }, new_id, error);
}

static FfPut
put_budget (FfDb *db, FfOwner owner, gint64 id, const char *text, gint64 *new_id, GError **error)
{
  FfBudgetDraft draft = { .category = text, .planned = "1.2万", .actual = "11,500", .approved_on = "2026-09-01" };

  return ff_budgets_put (db, owner, id, &draft, new_id, error);
}

static const Kind kinds[] = {
  { "finding", FF_OWNED_FINDING, TRUE, TRUE, TRUE, put_finding, ff_findings_move, ff_findings_delete, "text" },
  { "goal", FF_OWNED_GOAL, TRUE, TRUE, TRUE, put_goal, ff_goals_move, ff_goals_delete, "text" },
  { "stage", FF_OWNED_STAGE, TRUE, FALSE, FALSE, put_stage, ff_stages_move, ff_stages_delete, "title" },
  { "duty", FF_OWNED_DUTY, TRUE, TRUE, FALSE, put_duty, ff_duties_move, ff_duties_delete, "role" },
  { "material", FF_OWNED_MATERIAL, FALSE, TRUE, FALSE, put_material, ff_materials_move, ff_materials_delete, "title" },
  { "budget", FF_OWNED_BUDGET_LINE, TRUE, TRUE, FALSE, put_budget, ff_budgets_move, ff_budgets_delete, "category" },
};

static gint64
make_project (FfDb *db, const char *code)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_cmpint (ff_projects_put (db, 0, &(FfProjectDraft) { .code = code, .title = "客户体验提升" }, &id, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  return id;
}

static gint64
add (FfDb *db, const Kind *kind, FfOwner owner, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
  gint64 id = 0;

  g_assert_cmpint (kind->put (db, owner, 0, text, &id, &error), ==, FF_PUT_NEW);
  g_assert_no_error (error);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  return id;
}

static void
assert_order (FfDb *db, const Kind *kind, FfOwner owner, const gint64 *ids, gsize n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = ff_owned_store_list (db, kind->table, owner, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (found->data, found->len * sizeof (gint64), ids, n * sizeof (gint64));
}

typedef struct
{
  int from, to;
  int order[4];
} Move;

static const Move moves[] = {
  { 0, 0, { 0, 1, 2, 3 } }, { 0, 1, { 1, 0, 2, 3 } }, { 0, 3, { 1, 2, 3, 0 } }, { 3, 0, { 3, 0, 1, 2 } },
  { 2, 1, { 0, 2, 1, 3 } }, { 1, 9, { 0, 2, 3, 1 } }, { 3, -1, { 3, 0, 1, 2 } },
};

/* From one order each time: a move is taken back before the next. */
static void
check_moves (FfDb *db, const Kind *kind, FfOwner owner, const gint64 ids[4])
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfBatch) batch = ff_batch_begin (db, "Move", &error);
      gint64 order[4];

      g_test_message ("%s from %d to %d", kind->name, moves[i].from, moves[i].to);
      g_assert_true (kind->move (db, ids[moves[i].from], moves[i].to, &error));
      g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
      for (int j = 0; j < 4; j++)
        order[j] = ids[moves[i].order[j]];
      assert_order (db, kind, owner, order, 4);
      if (moves[i].from == moves[i].to)
        continue;
      g_assert_true (ff_undo (db, &error));
      assert_order (db, kind, owner, ids, 4);
    }
}

static void
check_delete (FfDb *db, const Kind *kind, FfOwner owner, const gint64 ids[4])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Delete", &error);
  g_autofree char *before = store_dump (db);
  g_autofree char *after = NULL;
  const gint64 left[] = { ids[0], ids[2], ids[3] };

  g_assert_true (kind->delete (db, ids[1], &error));
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  assert_order (db, kind, owner, left, 3);
  g_assert_true (ff_undo (db, &error));
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);
}

static void
check_refusal (FfDb *db, const Kind *kind, FfOwner owner, gint64 id)
{
  g_autofree char *before = store_dump (db);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);

  g_assert_cmpint (kind->put (db, owner, id, "  ", NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, kind->required);
  g_assert_cmpint (kind->put (db, owner, 0, NULL, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_INVALID, kind->required);
  g_assert_cmpint (kind->put (db, owner, 99999, "x", NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, NULL);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);
}

static void
check_put (FfDb *db, const Kind *kind, FfOwner owner, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);

  g_assert_cmpint (kind->put (db, owner, id, "Ａ", NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (kind->put (db, owner, id, " Ａ ", NULL, &error), ==, FF_PUT_SAME);
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  g_assert_true (ff_undo (db, &error));
}

static void
check_owner (FfDb *db, const Kind *kind, FfOwner owner, FfOwner other)
{
  gint64 ids[4];
  gint64 stranger = add (db, kind, other, "Other");

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      ids[i] = add (db, kind, owner, text);
    }
  assert_order (db, kind, owner, ids, 4);
  check_put (db, kind, owner, ids[2]);
  check_refusal (db, kind, owner, ids[2]);
  check_moves (db, kind, owner, ids);
  check_delete (db, kind, owner, ids);
  assert_order (db, kind, other, &stranger, 1);
}

static void
test_kinds (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 run = class_make (db);
  gint64 course = store_count (db, "SELECT course_id FROM run");
  gint64 other_run = 0;
  gint64 project = make_project (db, "P1"), other_project = make_project (db, "P2"), third_project = make_project (db, "P3");

  g_assert_cmpint (ff_runs_put (db, 0, &(FfRunDraft) { .code = "CX-9", .course = "CX-101", .starts_on = "2026-10-01" }, &other_run,
                                &error), ==, FF_PUT_NEW);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (kinds[i].of_project)
        check_owner (db, &kinds[i], ff_owner_project (project), ff_owner_project (other_project));
      if (kinds[i].of_run)
        check_owner (db, &kinds[i], ff_owner_run (run), ff_owner_run (other_run));
      if (kinds[i].of_course)
        check_owner (db, &kinds[i], ff_owner_course (course), ff_owner_project (third_project));
    }
  store_assert_sound (db);
}

static void
test_numbers (void)
{
  const FfOwner owners[] = { ff_owner_project (7), ff_owner_run (7), ff_owner_course (7), ff_owner_run (G_MAXINT) };

  for (gsize i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      FfOwner owner = ff_owner_from_number (ff_owner_to_number (owners[i]));

      g_assert_cmpint (owner.kind, ==, owners[i].kind);
      g_assert_cmpint (owner.id, ==, owners[i].id);
    }
  g_assert_cmpint (ff_owner_to_number (FF_OWNER_INIT (FF_OWNER_NONE, 0)), ==, 0);
}

/* A class takes the goals of its course, behind what it has already. */
static void
test_copy (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 run = class_make (db);
  FfOwner course = ff_owner_course (store_count (db, "SELECT course_id FROM run"));
  g_autoptr (FfBatch) batch = NULL;
  g_autoptr (GPtrArray) goals = NULL;
  static const char *const expected[] = { "own", "first", "second" };

  add (db, &kinds[1], course, "first");
  add (db, &kinds[1], course, "second");
  add (db, &kinds[1], ff_owner_run (run), "own");
  batch = ff_batch_begin (db, "Copy", &error);
  g_assert_true (ff_goals_copy (db, course, ff_owner_run (run), &error));
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  goals = ff_goals_list (db, ff_owner_run (run), &error);
  g_assert_cmpuint (goals->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < goals->len; i++)
    {
      const FfGoal *goal = g_ptr_array_index (goals, i);

      g_assert_cmpstr (goal->text, ==, expected[i]);
      g_assert_cmpint (goal->level, ==, 3);
      g_assert_cmpstr (goal->layer_key, ==, "frontline");
    }
}

typedef struct
{
  const char *name;
  FfFindingDraft draft;
  FfError code;
  const char *field; /* NULL: taken */
} FindingCase;

static const FindingCase finding_cases[] = {
  { "no kind", { .text = "x" }, FF_ERROR_INVALID, "kind" },
  { "odd kind", { .kind = "wish", .text = "x" }, FF_ERROR_INVALID, "kind" },
  { "odd layer", { .kind = "gap", .layer = "board", .text = "x" }, FF_ERROR_INVALID, "layer" },
  { "share above all", { .kind = "gap", .text = "x", .share = "101" }, FF_ERROR_INVALID, "share" },
  { "share below none", { .kind = "gap", .text = "x", .share = "-1" }, FF_ERROR_INVALID, "share" },
  { "share in words", { .kind = "gap", .text = "x", .share = "half" }, FF_ERROR_INVALID, "share" },
  { "module that is not there", { .kind = "gap", .text = "x", .syllabus_item = "4711" }, FF_ERROR_NOT_FOUND, "syllabus_item" },
  { "module that is no number", { .kind = "gap", .text = "x", .syllabus_item = "3F" }, FF_ERROR_NOT_FOUND, "syllabus_item" },
  { "all of them", { .kind = "need", .text = "x", .share = "100%" } },
  { "nobody asked", { .kind = "background", .text = "x", .share = "" } },
};

static void
test_findings (StoreFixture *fixture, gconstpointer data)
{
  FfOwner project = ff_owner_project (make_project (fixture->db, "P1"));

  for (gsize i = 0; i < G_N_ELEMENTS (finding_cases); i++)
    {
      const FindingCase *c = &finding_cases[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Test", &error);
      FfPut put = ff_findings_put (fixture->db, project, 0, &c->draft, NULL, &error);

      g_test_message ("%s", c->name);
      g_assert_cmpint (put, ==, c->field != NULL ? FF_PUT_REFUSED : FF_PUT_NEW);
      if (c->field != NULL && g_str_equal (c->field, "layer"))
        g_assert_cmpstr (ff_put_error_field (error), ==, "layer");
      else if (c->field != NULL)
        class_assert_refused (&error, c->code, c->field);
      g_clear_error (&error);
    }
}

/* From planned to handed out, with as many pieces as trainees once it is ready. */
static void
test_materials (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *state;
    int ready;
  } steps[] = { { "planned", 2 }, { "ordered", 2 }, { "ready", 5 }, { "handed_out", 5 }, { "handed_out", 5 } };
  gint64 run = class_make (fixture->db);
  gint64 id = add (fixture->db, &kinds[4], ff_owner_run (run), "学员手册");

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FfMaterial) material = ff_materials_read (fixture->db, id, &error);
      g_autoptr (FfBatch) batch = ff_batch_begin (fixture->db, "Step", &error);

      g_assert_no_error (error);
      g_assert_cmpstr (material->state, ==, steps[i].state);
      g_assert_cmpint (material->ready, ==, steps[i].ready);
      g_assert_cmpint (ff_material_get_needed (material), ==, 5);
      g_assert_true (ff_materials_advance (fixture->db, id, &error));
      g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
    }
}

static void
test_projects (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    FfProjectDraft draft;
    FfError code;
    const char *field;
  } refused[] = {
    { "no code", { .code = " ", .title = "x" }, FF_ERROR_INVALID, "code" },
    { "no title", { .code = "P2" }, FF_ERROR_INVALID, "title" },
    { "ends first", { .code = "P2", .title = "x", .starts_on = "2026-03-02", .ends_on = "2026-03-01" }, FF_ERROR_INVALID, "ends_on" },
    { "odd date", { .code = "P2", .title = "x", .starts_on = "soon" }, FF_ERROR_INVALID, "starts_on" },
    { "odd money", { .code = "P2", .title = "x", .budget = "much" }, FF_ERROR_INVALID, "budget" },
  };
  FfDb *db = fixture->db;
  gint64 id = make_project (db, "P1");
  gint64 run = class_make (db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfProject) project = NULL;
  g_autoptr (FfRun) member = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (FfBatch) batch = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i].name);
      g_assert_cmpint (ff_projects_put (db, 0, &refused[i].draft, NULL, &error), ==, FF_PUT_REFUSED);
      class_assert_refused (&error, refused[i].code, refused[i].field);
    }
  g_assert_cmpint (ff_projects_put (db, 0, &(FfProjectDraft) { .code = "Ｐ1", .title = "客户体验提升" }, NULL, &error), ==, FF_PUT_SAME);
  g_assert_cmpint (ff_runs_put (db, run, &(FfRunDraft) { .project = "P1" }, NULL, &error), ==, FF_PUT_CHANGED);
  g_assert_cmpint (ff_runs_put (db, run, &(FfRunDraft) { .project = "P7" }, NULL, &error), ==, FF_PUT_REFUSED);
  class_assert_refused (&error, FF_ERROR_NOT_FOUND, "project");
  project = ff_projects_read (db, id, &error);
  g_assert_cmpint (project->classes, ==, 1);
  g_assert_cmpint (project->last_day - project->first_day, ==, 1);
  g_assert_cmpint (project->status, ==, FF_RUN_RUNNING);
  found = ff_projects_list (db, "khty", FF_PROJECT_SORT_TITLE, FALSE, &error);
  g_assert_cmpuint (found->len, ==, 1);

  /* A deleted project lets its classes go; undo brings all of it back. */
  batch = ff_batch_begin (db, "Delete", &error);
  g_assert_true (ff_projects_delete (db, id, &error));
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  g_assert_cmpint (ff_projects_find (db, "P1", &error), ==, 0);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM run WHERE project_id IS NOT NULL"), ==, 0);
  g_assert_true (ff_undo (db, &error));
  member = ff_runs_read (db, run, &error);
  g_assert_cmpint (member->project_id, ==, id);
  g_assert_cmpstr (member->project_code, ==, "P1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/owned/numbers", test_numbers);
  class_test_add ("/owned/kinds", test_kinds);
  class_test_add ("/owned/copy", test_copy);
  class_test_add ("/owned/findings", test_findings);
  class_test_add ("/owned/materials", test_materials);
  class_test_add ("/owned/projects", test_projects);

  return g_test_run ();
}
