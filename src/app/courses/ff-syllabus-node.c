#include "config.h"

#include "ff-syllabus-node.h"

struct _FfSyllabusNode
{
  GObject parent_instance;

  FfSyllabusItem item; /* a copy; parent is not kept */
  char *number;
  GListStore *children; /* NULL: none */
};

G_DEFINE_FINAL_TYPE (FfSyllabusNode, ff_syllabus_node, G_TYPE_OBJECT)

static void
ff_syllabus_node_finalize (GObject *object)
{
  FfSyllabusNode *self = FF_SYLLABUS_NODE (object);

  g_free (self->item.kind);
  g_free (self->item.title);
  g_free (self->item.layer);
  g_free (self->number);
  g_clear_object (&self->children);
  G_OBJECT_CLASS (ff_syllabus_node_parent_class)->finalize (object);
}

static void
ff_syllabus_node_class_init (FfSyllabusNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_syllabus_node_finalize;
}

static void
ff_syllabus_node_init (FfSyllabusNode *self)
{
  self->number = g_strdup ("");
}

static FfSyllabusNode *
node_new (const FfSyllabusItem *item)
{
  FfSyllabusNode *self = g_object_new (FF_TYPE_SYLLABUS_NODE, NULL);

  self->item.id = item->id;
  self->item.kind = g_strdup (item->kind);
  self->item.title = g_strdup (item->title);
  self->item.minutes = item->minutes;
  self->item.layer = g_strdup (item->layer);
  self->item.made_to_order = item->made_to_order;
  return self;
}

static gboolean
is_numbered (FfSyllabusNode *self)
{
  return g_str_equal (self->item.kind, "lecture") || g_str_equal (self->item.kind, "section");
}

static void
number_nodes (GListModel *nodes, const char *prefix)
{
  guint number = 0;

  for (guint i = 0; i < g_list_model_get_n_items (nodes); i++)
    {
      g_autoptr (FfSyllabusNode) node = g_list_model_get_item (nodes, i);
      g_autofree char *below = NULL;

      if (is_numbered (node))
        {
          g_free (node->number);
          node->number = g_strdup_printf ("%s%u", prefix, ++number);
        }
      below = *node->number != '\0' ? g_strconcat (node->number, ".", NULL) : g_strdup (prefix);
      if (node->children != NULL)
        number_nodes (G_LIST_MODEL (node->children), below);
    }
}

GListModel *
ff_syllabus_node_list (const FfCourse *course)
{
  GListStore *roots = g_list_store_new (FF_TYPE_SYLLABUS_NODE);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < course->syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (course->syllabus, i);
      FfSyllabusNode *node = node_new (item);
      FfSyllabusNode *parent = item->parent >= 0 ? g_ptr_array_index (nodes, (guint) item->parent) : NULL;

      if (parent != NULL && parent->children == NULL)
        parent->children = g_list_store_new (FF_TYPE_SYLLABUS_NODE);
      g_list_store_append (parent != NULL ? parent->children : roots, node);
      g_ptr_array_add (nodes, node);
    }
  number_nodes (G_LIST_MODEL (roots), "");
  return G_LIST_MODEL (roots);
}

gint64
ff_syllabus_node_get_id (FfSyllabusNode *self)
{
  g_return_val_if_fail (FF_IS_SYLLABUS_NODE (self), 0);

  return self->item.id;
}

const char *
ff_syllabus_node_get_number (FfSyllabusNode *self)
{
  g_return_val_if_fail (FF_IS_SYLLABUS_NODE (self), "");

  return self->number;
}

const FfSyllabusItem *
ff_syllabus_node_get_item (FfSyllabusNode *self)
{
  g_return_val_if_fail (FF_IS_SYLLABUS_NODE (self), NULL);

  return &self->item;
}

GListModel *
ff_syllabus_node_get_children (FfSyllabusNode *self)
{
  g_return_val_if_fail (FF_IS_SYLLABUS_NODE (self), NULL);

  return self->children != NULL ? G_LIST_MODEL (self->children) : NULL;
}

int
ff_syllabus_node_sum_children (FfSyllabusNode *self)
{
  int sum = -1;

  g_return_val_if_fail (FF_IS_SYLLABUS_NODE (self), -1);

  for (guint i = 0; self->children != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->children)); i++)
    {
      g_autoptr (FfSyllabusNode) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);
      int minutes = ff_syllabus_node_get_minutes (child);

      if (minutes >= 0)
        sum = MAX (sum, 0) + minutes;
    }
  return sum;
}

int
ff_syllabus_node_get_minutes (FfSyllabusNode *self)
{
  g_return_val_if_fail (FF_IS_SYLLABUS_NODE (self), -1);

  return self->item.minutes >= 0 ? self->item.minutes : ff_syllabus_node_sum_children (self);
}

gboolean
ff_syllabus_node_remove (GListModel *nodes, gint64 id)
{
  g_return_val_if_fail (G_IS_LIST_STORE (nodes), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (nodes); i++)
    {
      g_autoptr (FfSyllabusNode) node = g_list_model_get_item (nodes, i);

      if (node->item.id == id)
        {
          g_list_store_remove (G_LIST_STORE (nodes), i);
          return TRUE;
        }
      if (node->children != NULL && ff_syllabus_node_remove (G_LIST_MODEL (node->children), id))
        return TRUE;
    }
  return FALSE;
}
