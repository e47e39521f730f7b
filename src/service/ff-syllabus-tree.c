#include "config.h"

#include "ff-syllabus-tree.h"

GNode *
ff_syllabus_tree_new (const FfCourse *course)
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

void
ff_syllabus_tree_take (FfCourse *course, GNode *root)
{
  g_autoptr (GPtrArray) before = course->syllabus;
  GPtrArray *after = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_syllabus_item_free);

  flatten (root, -1, after);
  g_ptr_array_set_free_func (before, NULL);
  for (guint i = 0; i < before->len; i++)
    if (!g_ptr_array_find (after, g_ptr_array_index (before, i), NULL))
      ff_syllabus_item_free (g_ptr_array_index (before, i));
  course->syllabus = after;
  g_node_destroy (root);
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

GNode *
ff_syllabus_tree_find (GNode *root, gint64 id)
{
  Search search = { id, NULL };

  g_node_traverse (root, G_PRE_ORDER, G_TRAVERSE_ALL, -1, is_wanted, &search);
  return search.found;
}

int
ff_syllabus_tree_depth (GNode *node)
{
  return (int) g_node_depth (node) - 2;
}

/* A lecture is at the root, and what is a lecture elsewhere is a section; other kinds may be anywhere. */
static void
fit_kind (FfSyllabusItem *item, int depth)
{
  const char *kind = item->kind;

  if (depth == 0 && g_str_equal (kind, "section"))
    kind = "lecture";
  else if (depth > 0 && g_str_equal (kind, "lecture"))
    kind = "section";
  if (kind == item->kind)
    return;
  g_free (item->kind);
  item->kind = g_strdup (kind);
}

void
ff_syllabus_tree_fit_kinds (GNode *node)
{
  fit_kind (node->data, ff_syllabus_tree_depth (node));
  for (GNode *child = node->children; child != NULL; child = child->next)
    ff_syllabus_tree_fit_kinds (child);
}
