#include "config.h"

#include "ff-department-store.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-name-key.h"
#include "ff-rows.h"

/* Below every character that a sort key holds, so that a department's children come before its longer-named sisters. */
#define LEVEL_SEPARATOR "\x1e"

enum
{
  DEPARTMENT_ID,
  DEPARTMENT_VERSION,
  DEPARTMENT_PATH,
};

static gpointer
department_from_row (FfStatement *statement)
{
  FfChoice *choice = g_new0 (FfChoice, 1);
  choice->id = ff_statement_get_int (statement, DEPARTMENT_ID);
  choice->version = ff_statement_get_int (statement, DEPARTMENT_VERSION);
  choice->title = ff_statement_dup_text (statement, DEPARTMENT_PATH);
  return choice;
}

gint64
ff_department_store_find (FfDb *db, const char *path, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id FROM department WHERE path = $path", error);
  if (!statement)
    return -1;
  ff_statement_bind_text (statement, "$path", path);
  return ff_rows_get_id (statement, error);
}

static char *
make_sort_key (const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *name_key = ff_name_sort_key (names[i]);
      g_string_append (key, i > 0 ? LEVEL_SEPARATOR : "");
      g_string_append (key, name_key);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

static gint64
insert_department (FfDb *db, gint64 parent_id, const char *name, const char *path, GError **error)
{
  g_autofree char *sort_key = make_sort_key (path);
  gint64 id;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO department (parent_id, name, path, sort_key) VALUES ($parent, $name, $path, $sort_key)", error);
  if (!statement)
    return -1;
  ff_statement_bind_id (statement, "$parent", parent_id);
  ff_statement_bind_text (statement, "$name", name);
  ff_statement_bind_text (statement, "$path", path);
  ff_statement_bind_text (statement, "$sort_key", sort_key);
  return ff_statement_insert (statement, &id, error) ? id : -1;
}

gint64
ff_department_store_make (FfDb *db, const char *path, GError **error)
{
  gint64 id = ff_department_store_find (db, path, error);
  if (id != 0)
    return id;

  const char *slash = strrchr (path, '/');
  gint64 parent_id = 0;
  if (slash)
    {
      g_autofree char *parent = g_strndup (path, slash - path);
      parent_id = ff_department_store_make (db, parent, error);
      if (parent_id < 0)
        return -1;
    }
  return insert_department (db, parent_id, slash ? slash + 1 : path, path, error);
}

GPtrArray *
ff_department_store_list (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT id, version, path FROM department ORDER BY sort_key, id", error);
  if (!statement)
    return NULL;
  return ff_rows_list (statement, department_from_row, (GDestroyNotify) ff_choice_free, error);
}

#define SELECT_NODE \
  "SELECT id, version, parent_id, name, path, (SELECT count (*) FROM trainee WHERE trainee.department_id = department.id" \
  " AND trainee.deleted = 0) FROM department"

enum
{
  NODE_ID,
  NODE_VERSION,
  NODE_PARENT_ID,
  NODE_NAME,
  NODE_PATH,
  NODE_TRAINEES,
};

void
ff_department_free (FfDepartment *department)
{
  if (!department)
    return;

  g_free (department->name);
  g_free (department->path);
  g_free (department);
}

static gpointer
node_from_row (FfStatement *row)
{
  FfDepartment *department = g_new0 (FfDepartment, 1);
  department->id = ff_statement_get_int (row, NODE_ID);
  department->version = ff_statement_get_int (row, NODE_VERSION);
  department->parent_id = ff_statement_get_int (row, NODE_PARENT_ID);
  department->name = ff_statement_dup_text (row, NODE_NAME);
  department->path = ff_statement_dup_text (row, NODE_PATH);
  for (const char *p = department->path; *p; p++)
    department->depth += *p == '/' ? 1 : 0;
  department->trainees = (int) ff_statement_get_int (row, NODE_TRAINEES);
  return department;
}

FfDepartment *
ff_department_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_NODE " WHERE id = $id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? node_from_row (statement) : NULL;
}

GPtrArray *
ff_department_store_tree (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_NODE " ORDER BY sort_key, id", error);
  return statement ? ff_rows_list (statement, node_from_row, (GDestroyNotify) ff_department_free, error) : NULL;
}

GPtrArray *
ff_department_store_children (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_NODE " WHERE parent_id = $id ORDER BY sort_key, id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_rows_list (statement, node_from_row, (GDestroyNotify) ff_department_free, error);
}

gboolean
ff_department_store_place (FfDb *db, gint64 id, gint64 parent_id, const char *name, const char *path, GError **error)
{
  g_autofree char *sort_key = make_sort_key (path);
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE department SET parent_id = $parent, name = $name, path = $path, sort_key = $sort_key, version = version + 1"
    " WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  ff_statement_bind_id (statement, "$parent", parent_id);
  ff_statement_bind_text (statement, "$name", name);
  ff_statement_bind_text (statement, "$path", path);
  ff_statement_bind_text (statement, "$sort_key", sort_key);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_department_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM department WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
check_paths (FfDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT department.path FROM department LEFT JOIN department AS parent ON parent.id = department.parent_id"
    " WHERE department.path <> CASE WHEN parent.id IS NULL THEN department.name ELSE parent.path || '/' || department.name END"
    " ORDER BY department.id", error);
  if (!statement)
    return FALSE;
  g_autoptr (GPtrArray) paths = ff_rows_list_texts (statement, error);
  if (!paths)
    return FALSE;
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (findings, g_strdup_printf (_("The path of the department “%s” is not that of its parent."),
                                                (const char *) paths->pdata[i]));
  return TRUE;
}

static gboolean
check_sort_keys (FfDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT path, sort_key FROM department ORDER BY id", error);
  FfStep step;

  if (!statement)
    return FALSE;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      const char *path = ff_statement_get_text (statement, 0);
      g_autofree char *key = make_sort_key (path);
      if (g_strcmp0 (key, ff_statement_get_text (statement, 1)) != 0)
        g_ptr_array_add (findings, g_strdup_printf (_("The sort key of the department “%s” is out of date."), path));
    }
  return step == FF_STEP_DONE;
}

gboolean
ff_department_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return check_paths (db, findings, error) && check_sort_keys (db, findings, error);
}
