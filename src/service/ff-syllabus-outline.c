#include "config.h"

#include "ff-syllabus-outline.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-outline.h"
#include "ff-syllabus-tree.h"

#define ITEMS_MAX 3000

typedef struct
{
  GPtrArray *items; /* FfOutlineItem */
  GNode *root;
  GNode **nodes;    /* of each item */
  GHashTable *used; /* the nodes that an item is */
  FfOutlineMode mode;
  FfOutlineCounts counts;
} Merge;

/* The first child of @parent with this title that no other item is. */
static GNode *
find_twin (Merge *merge, GNode *parent, const char *title)
{
  for (GNode *child = parent->children; child != NULL; child = child->next)
    {
      const FfSyllabusItem *item = child->data;

      if (strcmp (item->title, title) == 0 && !g_hash_table_contains (merge->used, child))
        return child;
    }
  return NULL;
}

/* Takes what the text says of an item that is there. */
static void
update_item (Merge *merge, FfSyllabusItem *item, const FfOutlineItem *from)
{
  gboolean changed = FALSE;

  if (from->minutes >= 0 && from->minutes != item->minutes)
    {
      item->minutes = from->minutes;
      changed = TRUE;
    }
  if (from->named && strcmp (from->kind, item->kind) != 0)
    {
      g_free (item->kind);
      item->kind = g_strdup (from->kind);
      changed = TRUE;
    }
  if (changed)
    merge->counts.n_changed++;
  else
    merge->counts.n_same++;
}

static GNode *
add_item (Merge *merge, GNode *parent, const FfOutlineItem *from, const char *title)
{
  FfSyllabusItem *item = g_new0 (FfSyllabusItem, 1);

  item->kind = g_strdup (from->kind);
  item->title = g_strdup (title);
  item->minutes = from->minutes;
  merge->counts.n_new++;
  return g_node_append_data (parent, item);
}

static void
merge_items (Merge *merge)
{
  for (guint i = 0; i < merge->items->len; i++)
    {
      const FfOutlineItem *from = g_ptr_array_index (merge->items, i);
      g_autofree char *title = ff_put_clean_line (from->title);
      GNode *parent = from->parent < 0 ? merge->root : merge->nodes[from->parent];
      GNode *node;

      /* A line of signs that are invisible says nothing; what is below it moves up. */
      if (*title == '\0')
        {
          merge->nodes[i] = parent;
          continue;
        }
      node = find_twin (merge, parent, title);
      if (node == NULL)
        node = add_item (merge, parent, from, title);
      else
        update_item (merge, node->data, from);
      g_hash_table_add (merge->used, node);
      merge->nodes[i] = node;
      if (merge->mode == FF_OUTLINE_REPLACE)
        {
          g_node_unlink (node);
          g_node_append (parent, node);
        }
    }
}

/* What no item of the outline is, with all below it. */
static void
delete_unused (Merge *merge, GNode *node)
{
  GNode *next;

  for (GNode *child = node->children; child != NULL; child = next)
    {
      next = child->next;
      if (g_hash_table_contains (merge->used, child))
        delete_unused (merge, child);
      else
        {
          merge->counts.n_deleted += g_node_n_nodes (child, G_TRAVERSE_ALL);
          g_node_destroy (child);
        }
    }
}

static gboolean
check_length (GPtrArray *items, GError **error)
{
  if (items->len == 0)
    ff_put_set_error (error, FF_ERROR_INVALID, NULL, _("There is no text to make a syllabus of."));
  else if (items->len > ITEMS_MAX)
    ff_put_set_error (error, FF_ERROR_INVALID, NULL, _("The text has %u lines. A syllabus holds at most %u items: shorten it."), items->len,
                      ITEMS_MAX);
  else
    return TRUE;
  return FALSE;
}

gboolean
ff_syllabus_put_outline (FfDb *db, gint64 course_id, GPtrArray *items, FfOutlineMode mode, FfOutlineCounts *counts, GError **error)
{
  g_autoptr (FfCourse) course = NULL;
  g_autoptr (GHashTable) used = NULL;
  g_autofree GNode **nodes = NULL;
  Merge merge;

  g_return_val_if_fail (db != NULL && items != NULL, FALSE);

  if (!check_length (items, error))
    return FALSE;
  course = ff_courses_read (db, course_id, error);
  if (course == NULL)
    return FALSE;
  used = g_hash_table_new (NULL, NULL);
  nodes = g_new0 (GNode *, items->len);
  merge = (Merge) { items, ff_syllabus_tree_new (course), nodes, used, mode, { 0 } };
  merge_items (&merge);
  if (mode == FF_OUTLINE_REPLACE)
    delete_unused (&merge, merge.root);
  ff_syllabus_tree_take (course, merge.root);
  if (ff_courses_put (db, course, error) == FF_PUT_REFUSED)
    return FALSE;
  if (counts != NULL)
    *counts = merge.counts;
  return TRUE;
}
