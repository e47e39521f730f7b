#include "config.h"

#include "ff-departments.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-people.h"
#include "ff-reference-store.h"
#include "ff-take.h"

#define NAME_MAX_CHARACTERS 200

GPtrArray *
ff_departments_tree (FfDb *db, GError **error)
{
  return ff_department_store_tree (db, error);
}

FfDepartment *
ff_departments_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfDepartment *department = ff_department_store_read (db, id, &local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!department)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This department no longer exists: somebody has deleted or merged it meanwhile."));
  return department;
}

static char *
make_path (const char *parent_path, const char *name)
{
  return parent_path ? g_strdup_printf ("%s/%s", parent_path, name) : g_strdup (name);
}

/* Puts a department with all that is below it under another parent, or gives it another name. The new path is free. */
static gboolean
relocate (FfDb *db, gint64 id, gint64 parent_id, const char *parent_path, const char *name, GError **error)
{
  g_autofree char *path = make_path (parent_path, name);
  g_autoptr (GPtrArray) children = ff_department_store_children (db, id, error);

  if (!children || !ff_department_store_place (db, id, parent_id, name, path, error))
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    {
      const FfDepartment *child = children->pdata[i];

      if (!relocate (db, child->id, id, path, child->name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_within (const FfDepartment *department, const FfDepartment *ancestor)
{
  gsize length = strlen (ancestor->path);

  return strncmp (department->path, ancestor->path, length) == 0 && (department->path[length] == '\0' || department->path[length] == '/');
}

/* NULL is no parent; FALSE when there is none of that path, or it lies within @department (NULL for a new one). */
static gboolean
find_parent (FfDb *db, const char *path, const FfDepartment *department, FfDepartment **parent, GError **error)
{
  gint64 id = *path ? ff_people_find_department (db, path, error) : 0;

  *parent = NULL;
  if (*path == '\0')
    return TRUE;
  if (id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "parent", _("There is no department “%s”: add it first."), path);
  if (id <= 0)
    return FALSE;
  *parent = ff_departments_read (db, id, error);
  if (*parent && department && is_within (*parent, department))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "parent", _("A department cannot be below itself: choose another one."));
      g_clear_pointer (parent, ff_department_free);
    }
  return *parent != NULL;
}

static gboolean
check_name (const char *name, GError **error)
{
  if (!name || *name == '\0')
    ff_put_set_error (error, FF_ERROR_INVALID, "name", _("Enter a name."));
  else if (strchr (name, '/'))
    ff_put_set_error (error, FF_ERROR_INVALID, "name", _("A slash separates departments from those below: write the name without one."));
  else if (g_utf8_strlen (name, -1) > NAME_MAX_CHARACTERS)
    ff_put_set_error (error, FF_ERROR_INVALID, "name", _("This name is too long: shorten it."));
  else
    return TRUE;
  return FALSE;
}

static FfPut
add (FfDb *db, const char *path, gint64 *id, GError **error)
{
  gint64 made = ff_department_store_make (db, path, error);

  if (id && made > 0)
    *id = made;
  return made > 0 ? FF_PUT_NEW : FF_PUT_REFUSED;
}

FfPut
ff_departments_put (FfDb *db, gint64 update_id, const FfDepartmentDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfDepartment) stored = update_id ? ff_departments_read (db, update_id, error) : NULL;
  g_autofree char *name = draft->name ? ff_put_clean_line (draft->name) : g_strdup (stored ? stored->name : NULL);
  g_autofree char *parent_path = draft->parent ? ff_put_clean_line (draft->parent) : NULL;
  g_autoptr (FfDepartment) parent = NULL;
  g_autofree char *path = NULL;
  gint64 other;

  if ((update_id && !stored) || !check_name (name, error))
    return FF_PUT_REFUSED;
  if (!parent_path)
    parent_path = stored && stored->depth > 0 ? g_strndup (stored->path, strrchr (stored->path, '/') - stored->path) : g_strdup ("");
  if (!find_parent (db, parent_path, stored, &parent, error))
    return FF_PUT_REFUSED;
  path = make_path (parent ? parent->path : NULL, name);
  if (id)
    *id = update_id;
  if (stored && g_str_equal (path, stored->path))
    return FF_PUT_SAME;
  other = ff_department_store_find (db, path, error);
  if (other > 0)
    ff_put_set_error (error, FF_ERROR_EXISTS, "name", _("There is a department %s already: choose another name, or merge the two."), path);
  if (other != 0)
    return FF_PUT_REFUSED;
  if (!stored)
    return add (db, path, id, error);
  return relocate (db, update_id, parent ? parent->id : 0, parent ? parent->path : NULL, name, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

static gboolean merge (FfDb *db, const FfDepartment *from, const FfDepartment *into, GError **error);

static gboolean
merge_child (FfDb *db, const FfDepartment *child, const FfDepartment *into, GError **error)
{
  g_autofree char *path = make_path (into->path, child->name);
  gint64 namesake = ff_department_store_find (db, path, error);
  g_autoptr (FfDepartment) other = namesake > 0 ? ff_departments_read (db, namesake, error) : NULL;

  if (namesake == 0)
    return relocate (db, child->id, into->id, into->path, child->name, error);
  return other && merge (db, child, other, error);
}

static gboolean
merge (FfDb *db, const FfDepartment *from, const FfDepartment *into, GError **error)
{
  /* A child that is called as @from may leave its own children to @from. */
  for (;;)
    {
      g_autoptr (GPtrArray) children = ff_department_store_children (db, from->id, error);

      if (!children)
        return FALSE;
      if (children->len == 0)
        break;
      if (!merge_child (db, children->pdata[0], into, error))
        return FALSE;
    }
  return ff_reference_store_move (db, FF_REFERENCE_DEPARTMENT, from->id, into->id, error)
         && ff_department_store_delete (db, from->id, error);
}

gboolean
ff_departments_merge (FfDb *db, gint64 from_id, gint64 into_id, GError **error)
{
  g_autoptr (FfDepartment) from = ff_departments_read (db, from_id, error);
  g_autoptr (FfDepartment) into = from ? ff_departments_read (db, into_id, error) : NULL;

  if (!into)
    return FALSE;
  if (is_within (into, from))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "into", _("A department cannot be merged into itself or what is below it: choose another one."));
      return FALSE;
    }
  return merge (db, from, into, error);
}

gboolean
ff_departments_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) children = ff_department_store_children (db, id, error);
  int used = children ? ff_reference_store_exists (db, FF_REFERENCE_DEPARTMENT, id, error) : -1;

  if (used < 0)
    return FALSE;
  if (used > 0 || children->len > 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, NULL,
                        _("This department is not empty: merge it into another one, which takes its people, classes and plans."));
      return FALSE;
    }
  return ff_department_store_delete (db, id, error);
}
