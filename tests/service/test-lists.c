/* The lists of the preferences: departments and layers. */
#include "config.h"

#include <string.h>

#include "ff-batch.h"
#include "ff-departments.h"
#include "ff-layers.h"
#include "ff-people.h"
#include "ff-store-test.h"

/* Runs a statement in a batch of its own. */
#define IN_BATCH(db, call)                                        \
  G_STMT_START                                                    \
  {                                                               \
    g_autoptr (GError) batch_error = NULL;                        \
    g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &batch_error); \
    g_assert_no_error (batch_error);                              \
    call;                                                         \
    ff_batch_commit (g_steal_pointer (&batch), &batch_error);     \
    g_assert_no_error (batch_error);                              \
  }                                                               \
  G_STMT_END

static void
make (FfDb *db, const char *paths)
{
  g_auto (GStrv) names = g_strsplit (paths, " ", -1);
  g_autoptr (GError) error = NULL;

  for (char **name = names; *name; name++)
    IN_BATCH (db, ff_people_make_department (db, *name, &error));
  g_assert_no_error (error);
}

static gint64
find (FfDb *db, const char *path)
{
  return path ? ff_people_find_department (db, path, NULL) : 0;
}

/* Every path in order, with the number of people: "A A/B:1". */
static char *
describe (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tree = ff_departments_tree (db, &error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < tree->len; i++)
    {
      const FfDepartment *department = tree->pdata[i];

      g_string_append_printf (text, "%s%s", i ? " " : "", department->path);
      if (department->trainees > 0)
        g_string_append_printf (text, ":%d", department->trainees);
    }
  g_assert_true (ff_department_store_check (db, findings, &error));
  g_assert_cmpuint (findings->len, ==, 0);
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *paths;
  const char *of;
  FfDepartmentDraft draft;
  FfPut result;
  const char *expected; /* the field, when refused */
} puts_[] = {
  { "a root", "A", NULL, { "B", NULL }, FF_PUT_NEW, "A B" },
  { "below another", "A", NULL, { " B ", "A" }, FF_PUT_NEW, "A A/B" },
  { "another name", "A A/B A/B/C A2", "A", { "Z", NULL }, FF_PUT_CHANGED, "A2 Z Z/B Z/B/C" },
  { "the same name", "A A/B", "A/B", { "B", "A" }, FF_PUT_SAME, "A A/B" },
  { "below another parent", "A A/B A/B/C D", "A/B", { NULL, "D" }, FF_PUT_CHANGED, "A D D/B D/B/C" },
  { "to the root", "A A/B A/B/C", "A/B", { NULL, "" }, FF_PUT_CHANGED, "A B B/C" },
  { "below itself", "A", "A", { NULL, "A" }, FF_PUT_REFUSED, "parent" },
  { "below its child", "A A/B", "A", { NULL, "A/B" }, FF_PUT_REFUSED, "parent" },
  { "below one whose name begins the same", "A AB", "A", { NULL, "AB" }, FF_PUT_CHANGED, "AB AB/A" },
  { "below nothing", "A", "A", { NULL, "X" }, FF_PUT_REFUSED, "parent" },
  { "without a name", "A", "A", { " ", NULL }, FF_PUT_REFUSED, "name" },
  { "with a slash", "A", "A", { "B/C", NULL }, FF_PUT_REFUSED, "name" },
  { "a name that is taken", "A B", "A", { "B", NULL }, FF_PUT_REFUSED, "name" },
};

static void
test_put (StoreFixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (puts_); i++)
    {
      FfDb *db = fixture->db;
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s", puts_[i].name);
      make (db, puts_[i].paths);
      before = describe (db);
      IN_BATCH (db, g_assert_cmpint (ff_departments_put (db, find (db, puts_[i].of), &puts_[i].draft, NULL, &error), ==, puts_[i].result));
      after = describe (db);
      if (puts_[i].result == FF_PUT_REFUSED)
        {
          g_assert_cmpstr (ff_put_error_field (error), ==, puts_[i].expected);
          g_assert_cmpstr (after, ==, before);
        }
      else
        g_assert_cmpstr (after, ==, puts_[i].expected);
      IN_BATCH (db, ff_db_exec (db, "DELETE FROM department", NULL));
    }
}

static const struct
{
  const char *name;
  const char *paths; /* a trainee is in the department that is merged */
  const char *from;
  const char *into;
  const char *expected; /* NULL: refused */
} merges[] = {
  { "a leaf", "A B", "A", "B", "B:1" },
  { "into its parent", "A A/B", "A/B", "A", "A:1" },
  { "with what is below", "A A/C B", "A", "B", "B:1 B/C" },
  { "with a namesake below", "A A/C A/C/D B B/C B/C/E", "A", "B", "B:1 B/C B/C/D B/C/E" },
  { "into its parent, with a child of its own name", "A A/B A/B/B A/B/B/C", "A/B", "A", "A:1 A/C" },
  { "into itself", "A", "A", "A", NULL },
  { "into its child", "A A/B", "A", "A/B", NULL },
};

static void
test_merge (StoreFixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (merges); i++)
    {
      FfDb *db = fixture->db;
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;

      g_test_message ("%s", merges[i].name);
      make (db, merges[i].paths);
      IN_BATCH (db, ff_people_put_trainee (db, 0, &(FfTraineeDraft) { .employee_no = "E1", .name = "E", .department = merges[i].from }, NULL,
                                           &error));
      g_assert_no_error (error);
      before = describe (db);
      IN_BATCH (db, ff_departments_merge (db, find (db, merges[i].from), find (db, merges[i].into), &error));
      g_assert_true ((error == NULL) == (merges[i].expected != NULL));
      after = describe (db);
      g_assert_cmpstr (after, ==, merges[i].expected ? merges[i].expected : before);
      if (merges[i].expected)
        {
          g_assert_true (ff_undo (db, NULL));
          undone = describe (db);
          g_assert_cmpstr (undone, ==, before);
        }
      IN_BATCH (db, ff_db_exec (db, "DELETE FROM trainee", NULL); ff_db_exec (db, "DELETE FROM department", NULL));
    }
}

static void
test_delete (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;

  make (db, "A A/B C");
  IN_BATCH (db, ff_people_put_trainee (db, 0, &(FfTraineeDraft) { .employee_no = "E1", .name = "E", .department = "A/B" }, NULL, &error));
  IN_BATCH (db, g_assert_false (ff_departments_delete (db, find (db, "A"), &error)));
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
  g_clear_error (&error);
  IN_BATCH (db, g_assert_false (ff_departments_delete (db, find (db, "A/B"), &error)));
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
  g_clear_error (&error);
  IN_BATCH (db, g_assert_true (ff_departments_delete (db, find (db, "C"), &error)));
  g_assert_no_error (error);
  g_assert_cmpint (find (db, "C"), ==, 0);
  g_assert_true (ff_undo (db, &error));
  g_assert_cmpint (find (db, "C"), >, 0);
}

/* What the program moves and counts is all that the schema lets name a department or a layer. */
static void
test_references (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM sqlite_schema AS t, pragma_foreign_key_list (t.name) AS f"
                                             " WHERE t.type = 'table' AND f.\"table\" = 'department' AND t.name <> 'department'"), ==, 6);
  g_assert_cmpint (store_count (fixture->db, "SELECT count (*) FROM sqlite_schema AS t, pragma_foreign_key_list (t.name) AS f"
                                             " WHERE t.type = 'table' AND f.\"table\" = 'layer'"), ==, 8);
}

static char *
describe_layers (FfDb *db)
{
  g_autoptr (GPtrArray) layers = ff_layers_list (db, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < layers->len; i++)
    {
      const FfLayer *layer = layers->pdata[i];

      g_string_append_printf (text, "%s%s=%" G_GINT64_FORMAT, i ? " " : "", ff_layer_title (layer->key, layer->own_title),
                              layer->required_hours);
    }
  return g_string_free (text, FALSE);
}

static void
assert_layers (FfDb *db, const char *expected)
{
  g_autofree char *layers = describe_layers (db);

  g_assert_cmpstr (layers, ==, expected);
}

static void
test_layers (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    FfLayerDraft draft;
    FfError code;
    const char *field;
  } refused[] = {
    { "without a name", { "", NULL }, FF_ERROR_INVALID, "title" },
    { "a name that is taken", { "Experts", NULL }, FF_ERROR_EXISTS, "title" },
    { "a word for another layer", { "一线员工", NULL }, FF_ERROR_EXISTS, "title" },
    { "hours below nothing", { "New", "-1" }, FF_ERROR_INVALID, "required_hours" },
  };
  FfDb *db = fixture->db;
  g_autoptr (GError) error = NULL;
  gint64 id = 0, frontline = ff_people_find_layer (db, "frontline", NULL);

  IN_BATCH (db, g_assert_cmpint (ff_layers_put (db, 0, &(FfLayerDraft) { "Experts", "40.5" }, &id, &error), ==, FF_PUT_NEW));
  IN_BATCH (db, g_assert_cmpint (ff_layers_put (db, frontline, &(FfLayerDraft) { "Shop floor", "24" }, NULL, &error), ==, FF_PUT_CHANGED));
  g_assert_no_error (error);
  assert_layers (db, "Shop floor=2400 Support=-1 Management=-1 Experts=4050");
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i].name);
      IN_BATCH (db, g_assert_cmpint (ff_layers_put (db, 0, &refused[i].draft, NULL, &error), ==, FF_PUT_REFUSED));
      g_assert_error (error, FF_ERROR, (int) refused[i].code);
      g_assert_cmpstr (ff_put_error_field (error), ==, refused[i].field);
      g_clear_error (&error);
    }
  IN_BATCH (db, g_assert_true (ff_layers_move (db, id, 1, &error)));
  assert_layers (db, "Shop floor=2400 Experts=4050 Support=-1 Management=-1");
  IN_BATCH (db, g_assert_cmpint (ff_layers_put (db, frontline, &(FfLayerDraft) { "", "" }, NULL, &error), ==, FF_PUT_CHANGED));
  assert_layers (db, "Frontline=-1 Experts=4050 Support=-1 Management=-1");

  IN_BATCH (db, ff_people_put_trainee (db, 0, &(FfTraineeDraft) { .employee_no = "E1", .name = "E", .layer = "Experts" }, NULL, &error));
  g_assert_no_error (error);
  IN_BATCH (db, g_assert_false (ff_layers_delete (db, id, &error)));
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (ff_undo (db, &error));
  IN_BATCH (db, g_assert_true (ff_layers_delete (db, id, &error)));
  g_assert_no_error (error);
  assert_layers (db, "Frontline=-1 Support=-1 Management=-1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/departments/put", test_put);
  store_test_add ("/departments/merge", test_merge);
  store_test_add ("/departments/delete", test_delete);
  store_test_add ("/departments/references", test_references);
  store_test_add ("/layers", test_layers);
  return g_test_run ();
}
