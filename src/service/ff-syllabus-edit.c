/* The array of a course is made a tree, the tree is changed, and the course is put again: only rows that differ are written. */
#include "config.h"

#include "ff-syllabus-edit.h"

#include <glib/gi18n-lib.h>

#include "ff-syllabus-store.h"

/* The array as a tree ---------------------------------------------------------------------------------------------- */

/* The nodes point to items that the course still owns. */
static GNode *
make_tree (const FfCourse *course)
{
  GNode *root = g_node_new (NULL);
  g_autofree GNode **nodes = g_new (GNode *, course->syllabus->len + 1);

  for (guint i = 0; i < course->syllabus->len; i++)
    {
      FfSyllabusItem *item = g_ptr_array_index (course->syllabus, i);

      nodes[i] = g_node_append_data (item->parent < 0 ? root : nodes[item->parent], item);
    }
  return root;
}

static void
flatten (GNode *node, int parent, GPtrArray *items)
{
  for (GNode *child = node->children; child != NULL; child = child->next)
    {
      FfSyllabusItem *item = child->data;
      int index = (int) items->len;

      item->parent = parent;
      g_ptr_array_add (items, item);
      flatten (child, index, items);
    }
}

/* Orders the course's array as the tree stands; items that are no longer in it are freed. */
static void
take_tree (FfCourse *course, GNode *root)
{
  g_autoptr (GPtrArray) before = course->syllabus;
  GPtrArray *after = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_syllabus_item_free);

  flatten (root, -1, after);
  g_ptr_array_set_free_func (before, NULL);
  for (guint i = 0; i < before->len; i++)
    if (!g_ptr_array_find (after, g_ptr_array_index (before, i), NULL))
      ff_syllabus_item_free (g_ptr_array_index (before, i));
  course->syllabus = after;
}

typedef struct
{
  gint64 id;
  GNode *found;
} Search;

static gboolean
is_wanted (GNode *node, gpointer data)
{
  Search *search = data;
  const FfSyllabusItem *item = node->data;

  if (item == NULL || item->id != search->id)
    return FALSE;
  search->found = node;
  return TRUE;
}

static GNode *
find_node (GNode *root, gint64 id)
{
  Search search = { id, NULL };

  g_node_traverse (root, G_PRE_ORDER, G_TRAVERSE_ALL, -1, is_wanted, &search);
  return search.found;
}

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

  root = make_tree (course);
  node = find_node (root, item_id);
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
  *root = make_tree (course);
  *node = item_id != 0 ? find_node (*root, item_id) : NULL;
  if (item_id == 0 || *node != NULL)
    return g_steal_pointer (&course);
  g_node_destroy (*root);
  g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This item of the syllabus does not exist any more."));
  return NULL;
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
  take_tree (course, root);
  g_node_destroy (root);
  return ff_courses_put (db, course, error) != FF_PUT_REFUSED;
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
  take_tree (course, root);
  g_node_destroy (root);
  return ff_courses_put (db, course, error) != FF_PUT_REFUSED;
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

FfPut
ff_syllabus_put_item (FfDb *db, gint64 course_id, gint64 item_id, gint64 after_id, const FfSyllabusDraft *draft, gint64 *id,
                      GError **error)
{
  GNode *root;
  GNode *node;
  g_autoptr (FfCourse) course = NULL;
  FfSyllabusItem *item;
  int minutes;
  FfPut result;

  g_return_val_if_fail (db != NULL && draft != NULL, FF_PUT_REFUSED);

  if (draft->title == NULL || *draft->title == '\0')
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _("An item of the syllabus needs a title."));
      return FF_PUT_REFUSED;
    }
  if (!parse_minutes (draft->minutes, &minutes, error))
    return FF_PUT_REFUSED;
  course = read_item (db, course_id, item_id != 0 ? item_id : after_id, &root, &node, error);
  if (course == NULL)
    return FF_PUT_REFUSED;
  if (item_id != 0)
    {
      item = node->data;
      apply_draft (item, draft, minutes);
    }
  else
    {
      item = g_new0 (FfSyllabusItem, 1);
      apply_draft (item, draft, minutes);
      insert_item (root, node, item);
    }
  take_tree (course, root);
  g_node_destroy (root);
  result = ff_courses_put (db, course, error);
  if (result == FF_PUT_CHANGED && item_id == 0)
    result = FF_PUT_NEW;
  if (id != NULL)
    *id = item->id;
  return result;
}
