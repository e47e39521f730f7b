/* The array of a course is made a tree, the tree is changed, and the course is put again: only rows that differ are written. */
#include "config.h"

#include "ff-syllabus-edit.h"

#include <glib/gi18n-lib.h>

#include "ff-syllabus-store.h"
#include "ff-syllabus-tree.h"

/* Moves ------------------------------------------------------------------------------------------------------------ */

static void
move_node (GNode *node, FfSyllabusMove move)
{
  GNode *parent = node->parent;
  GNode *previous = node->prev;
  GNode *next = node->next;

  g_node_unlink (node);
  switch (move)
    {
    case FF_SYLLABUS_UP:
      g_node_insert_before (parent, previous, node);
      break;
    case FF_SYLLABUS_DOWN:
      g_node_insert_after (parent, next, node);
      break;
    case FF_SYLLABUS_INDENT:
      g_node_append (previous, node);
      break;
    case FF_SYLLABUS_OUTDENT:
    default:
      g_node_insert_after (parent->parent, parent, node);
      break;
    }
  ff_syllabus_tree_fit_kinds (node);
}

static gboolean
has_place (GNode *node, FfSyllabusMove move)
{
  switch (move)
    {
    case FF_SYLLABUS_UP:
    case FF_SYLLABUS_INDENT:
      return node->prev != NULL;
    case FF_SYLLABUS_DOWN:
      return node->next != NULL;
    case FF_SYLLABUS_OUTDENT:
    default:
      return !G_NODE_IS_ROOT (node->parent);
    }
}

gboolean
ff_syllabus_can_move (const FfCourse *course, gint64 item_id, FfSyllabusMove move)
{
  GNode *root;
  GNode *node;
  gboolean can;

  g_return_val_if_fail (course != NULL, FALSE);

  root = ff_syllabus_tree_new (course);
  node = ff_syllabus_tree_find (root, item_id);
  can = node != NULL && has_place (node, move);
  g_node_destroy (root);
  return can;
}

/* A lecture holds sections, a section everything else. */
static int
rank_of (const char *kind)
{
  if (g_str_equal (kind, "lecture"))
    return 0;
  return g_str_equal (kind, "section") ? 1 : 2;
}

static FfCourse *
read_item (FfDb *db, gint64 course_id, gint64 item_id, GNode **root, GNode **node, GError **error)
{
  g_autoptr (FfCourse) course = ff_courses_read (db, course_id, error);

  if (course == NULL)
    return NULL;
  *root = ff_syllabus_tree_new (course);
  *node = item_id != 0 ? ff_syllabus_tree_find (*root, item_id) : NULL;
  if (item_id == 0 || *node != NULL)
    return g_steal_pointer (&course);
  g_node_destroy (*root);
  g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This item of the syllabus does not exist any more."));
  return NULL;
}

/* Keeps the tree as it now stands. */
static gboolean
put_tree (FfDb *db, FfCourse *course, GNode *root, GError **error)
{
  ff_syllabus_tree_take (course, root);
  return ff_courses_put (db, course, error) != FF_PUT_REFUSED;
}

gboolean
ff_syllabus_move (FfDb *db, gint64 course_id, gint64 item_id, FfSyllabusMove move, GError **error)
{
  GNode *root;
  GNode *node;
  g_autoptr (FfCourse) course = read_item (db, course_id, item_id, &root, &node, error);

  if (course == NULL)
    return FALSE;
  if (node != NULL && has_place (node, move))
    move_node (node, move);
  return put_tree (db, course, root, error);
}

gboolean
ff_syllabus_delete (FfDb *db, gint64 course_id, gint64 item_id, GError **error)
{
  GNode *root;
  GNode *node;
  g_autoptr (FfCourse) course = read_item (db, course_id, item_id, &root, &node, error);

  if (course == NULL)
    return FALSE;
  if (node != NULL)
    g_node_destroy (node);
  return put_tree (db, course, root, error);
}

/* Unlinks @node (it may be new) and hangs it where @place says; refuses a place within itself or one that is gone. */
static gboolean
hang_node (GNode *root, GNode *node, const FfSyllabusPlace *place, GError **error)
{
  GNode *parent = place->parent_id != 0 ? ff_syllabus_tree_find (root, place->parent_id) : root;
  GNode *before = place->before_id != 0 ? ff_syllabus_tree_find (root, place->before_id) : NULL;

  if (parent == NULL || (place->before_id != 0 && (before == NULL || before->parent != parent)))
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_CONFLICT, _("The syllabus has changed meanwhile: look at it again."));
      return FALSE;
    }
  if (parent == node || g_node_is_ancestor (node, parent))
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, _("An item cannot be moved below itself."));
      return FALSE;
    }
  if (before == node)
    return TRUE;
  g_node_unlink (node);
  g_node_insert_before (parent, before, node);
  ff_syllabus_tree_fit_kinds (node);
  return TRUE;
}

gboolean
ff_syllabus_place (FfDb *db, gint64 course_id, gint64 item_id, const FfSyllabusPlace *place, GError **error)
{
  GNode *root;
  GNode *node;
  g_autoptr (FfCourse) course = NULL;

  g_return_val_if_fail (db != NULL && item_id != 0 && place != NULL, FALSE);

  course = read_item (db, course_id, item_id, &root, &node, error);
  if (course == NULL)
    return FALSE;
  if (hang_node (root, node, place, error))
    return put_tree (db, course, root, error);
  g_node_destroy (root);
  return FALSE;
}

/* Places ------------------------------------------------------------------------------------------------------------ */

static int
find_index (const FfCourse *course, gint64 item_id)
{
  for (guint i = 0; item_id != 0 && i < course->syllabus->len; i++)
    if (((FfSyllabusItem *) g_ptr_array_index (course->syllabus, i))->id == item_id)
      return (int) i;
  return -1;
}

static const FfSyllabusItem *
item_at (const FfCourse *course, int index)
{
  return index >= 0 ? g_ptr_array_index (course->syllabus, (guint) index) : NULL;
}

static gint64
id_at (const FfCourse *course, int index)
{
  return index >= 0 ? item_at (course, index)->id : 0;
}

FfSyllabusPlace
ff_syllabus_place_after (const FfCourse *course, gint64 item_id)
{
  int index;
  FfSyllabusPlace place = { 0, 0 };

  g_return_val_if_fail (course != NULL, place);

  index = find_index (course, item_id);
  if (index < 0)
    return place;
  place.parent_id = id_at (course, item_at (course, index)->parent);
  for (int i = index + 1; i < (int) course->syllabus->len && place.before_id == 0; i++)
    if (item_at (course, i)->parent == item_at (course, index)->parent)
      place.before_id = item_at (course, i)->id;
  return place;
}

/* The index of the sibling before a place, -1 when it is the first. */
static int
find_previous (const FfCourse *course, const FfSyllabusPlace *place)
{
  int parent = find_index (course, place->parent_id);
  int previous = -1;

  for (int i = 0; i < (int) course->syllabus->len; i++)
    if (item_at (course, i)->parent == parent)
      {
        if (item_at (course, i)->id == place->before_id)
          break;
        previous = i;
      }
  return previous;
}

gboolean
ff_syllabus_place_shift (const FfCourse *course, FfSyllabusPlace *place, gboolean inward)
{
  int previous;

  g_return_val_if_fail (course != NULL && place != NULL, FALSE);

  if (!inward && place->parent_id == 0)
    return FALSE;
  if (!inward)
    {
      *place = ff_syllabus_place_after (course, place->parent_id);
      return TRUE;
    }
  previous = find_previous (course, place);
  if (previous < 0)
    return FALSE;
  *place = (FfSyllabusPlace) { id_at (course, previous), 0 };
  return TRUE;
}

const char *
ff_syllabus_place_kind (const FfCourse *course, const FfSyllabusPlace *place)
{
  int previous;
  int parent;

  g_return_val_if_fail (course != NULL && place != NULL, "topic");

  previous = find_previous (course, place);
  parent = find_index (course, place->parent_id);
  if (previous >= 0 && rank_of (item_at (course, previous)->kind) < 2)
    return item_at (course, previous)->kind;
  if (previous >= 0)
    return "topic";
  return parent < 0 ? "lecture" : item_at (course, parent)->parent < 0 ? "section" : "topic";
}

gint64
ff_syllabus_find_course (FfDb *db, gint64 item_id, GError **error)
{
  g_return_val_if_fail (db != NULL, -1);

  return ff_syllabus_store_find_course (db, item_id, error);
}

/* Adding and changing ---------------------------------------------------------------------------------------------- */

static gboolean
parse_minutes (const char *text, int *minutes, GError **error)
{
  guint64 value;

  *minutes = -1;
  if (text == NULL || *text == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, 100000, &value, NULL))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "minutes", _("“%s” is no number of minutes. Write for example 90."), text);
      return FALSE;
    }
  *minutes = (int) value;
  return TRUE;
}

static void
apply_draft (FfSyllabusItem *item, const FfSyllabusDraft *draft, int minutes)
{
  g_free (item->kind);
  item->kind = g_strdup (draft->kind != NULL && *draft->kind != '\0' ? draft->kind : "topic");
  g_free (item->title);
  item->title = g_strdup (draft->title);
  item->minutes = minutes;
  g_free (item->layer);
  item->layer = draft->layer != NULL && *draft->layer != '\0' ? g_strdup (draft->layer) : NULL;
  item->made_to_order = draft->made_to_order;
}

static void
insert_item (GNode *root, GNode *after, FfSyllabusItem *item)
{
  const FfSyllabusItem *before = after != NULL ? after->data : NULL;

  if (after == NULL)
    g_node_append_data (root, item);
  else if (rank_of (before->kind) < rank_of (item->kind))
    g_node_append_data (after, item);
  else
    g_node_insert_data_after (after->parent, after, item);
}

static gboolean
check_draft (const FfSyllabusDraft *draft, int *minutes, GError **error)
{
  if (draft->title == NULL || *draft->title == '\0')
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _("An item of the syllabus needs a title."));
      return FALSE;
    }
  return parse_minutes (draft->minutes, minutes, error);
}

/* Keeps the tree, and says what became of @item, which is in it. */
static FfPut
put_with_item (FfDb *db, FfCourse *course, GNode *root, const FfSyllabusItem *item, gboolean is_new, gint64 *id, GError **error)
{
  FfPut result;

  ff_syllabus_tree_take (course, root);
  result = ff_courses_put (db, course, error);
  if (result == FF_PUT_CHANGED && is_new)
    result = FF_PUT_NEW;
  if (id != NULL && result != FF_PUT_REFUSED)
    *id = item->id;
  return result;
}

FfPut
ff_syllabus_put_item (FfDb *db, gint64 course_id, gint64 item_id, gint64 after_id, const FfSyllabusDraft *draft, gint64 *id,
                      GError **error)
{
  GNode *root;
  GNode *node;
  g_autoptr (FfCourse) course = NULL;
  FfSyllabusItem *item;
  int minutes;

  g_return_val_if_fail (db != NULL && draft != NULL, FF_PUT_REFUSED);

  if (!check_draft (draft, &minutes, error))
    return FF_PUT_REFUSED;
  course = read_item (db, course_id, item_id != 0 ? item_id : after_id, &root, &node, error);
  if (course == NULL)
    return FF_PUT_REFUSED;
  item = item_id != 0 ? node->data : g_new0 (FfSyllabusItem, 1);
  apply_draft (item, draft, minutes);
  if (item_id == 0)
    insert_item (root, node, item);
  return put_with_item (db, course, root, item, item_id == 0, id, error);
}

FfPut
ff_syllabus_add_item (FfDb *db, gint64 course_id, const FfSyllabusPlace *place, const FfSyllabusDraft *draft, gint64 *id, GError **error)
{
  GNode *root;
  GNode *node;
  GNode *added;
  g_autoptr (FfCourse) course = NULL;
  FfSyllabusItem *item;
  int minutes;

  g_return_val_if_fail (db != NULL && place != NULL && draft != NULL, FF_PUT_REFUSED);

  if (!check_draft (draft, &minutes, error))
    return FF_PUT_REFUSED;
  course = read_item (db, course_id, 0, &root, &node, error);
  if (course == NULL)
    return FF_PUT_REFUSED;
  item = g_new0 (FfSyllabusItem, 1);
  apply_draft (item, draft, minutes);
  added = g_node_append_data (root, item);
  if (hang_node (root, added, place, error))
    return put_with_item (db, course, root, item, TRUE, id, error);
  ff_syllabus_item_free (item);
  g_node_destroy (root);
  return FF_PUT_REFUSED;
}

/* Reads the course for a change of one item; NULL when it is gone. */
static FfCourse *
read_for_change (FfDb *db, gint64 course_id, gint64 item_id, GNode **root, FfSyllabusItem **item, GError **error)
{
  GNode *node;
  FfCourse *course = read_item (db, course_id, item_id, root, &node, error);

  if (course != NULL)
    *item = node->data;
  return course;
}

static void
set_text (char **member, const char *text)
{
  g_free (*member);
  *member = g_strdup (text);
}

FfPut
ff_syllabus_rename (FfDb *db, gint64 course_id, gint64 item_id, const char *title, GError **error)
{
  GNode *root;
  FfSyllabusItem *item;
  g_autoptr (FfCourse) course = NULL;

  g_return_val_if_fail (db != NULL && item_id != 0 && title != NULL, FF_PUT_REFUSED);

  course = read_for_change (db, course_id, item_id, &root, &item, error);
  if (course == NULL)
    return FF_PUT_REFUSED;
  set_text (&item->title, title);
  return put_with_item (db, course, root, item, FALSE, NULL, error);
}

FfPut
ff_syllabus_set_kind (FfDb *db, gint64 course_id, gint64 item_id, const char *kind, GError **error)
{
  GNode *root;
  FfSyllabusItem *item;
  g_autoptr (FfCourse) course = NULL;

  g_return_val_if_fail (db != NULL && item_id != 0 && kind != NULL, FF_PUT_REFUSED);

  course = read_for_change (db, course_id, item_id, &root, &item, error);
  if (course == NULL)
    return FF_PUT_REFUSED;
  set_text (&item->kind, kind);
  return put_with_item (db, course, root, item, FALSE, NULL, error);
}

FfPut
ff_syllabus_set_audience (FfDb *db, gint64 course_id, gint64 item_id, const char *layer, gboolean made_to_order, GError **error)
{
  GNode *root;
  FfSyllabusItem *item;
  g_autoptr (FfCourse) course = NULL;

  g_return_val_if_fail (db != NULL && item_id != 0 && layer != NULL, FF_PUT_REFUSED);

  course = read_for_change (db, course_id, item_id, &root, &item, error);
  if (course == NULL)
    return FF_PUT_REFUSED;
  set_text (&item->layer, *layer != '\0' ? layer : NULL);
  item->made_to_order = made_to_order;
  return put_with_item (db, course, root, item, FALSE, NULL, error);
}
