#include "config.h"

#include "ff-row-model.h"

/* Replacing more rows than this by one notification would make GTK look every new row up; see take_ids (). */
#define SMALL_CHANGE 200

struct _FfRow
{
  GObject parent_instance;

  FfRowModel *model; /* cleared when the model goes */
  gint64 id;
  gpointer data;
  GDestroyNotify free_data;
};

typedef struct
{
  guint number;
  GPtrArray *rows; /* FfRow, strong */
} Page;

struct _FfRowModel
{
  GObject parent_instance;

  const FfRowSource *kind;
  gpointer source;
  GArray *ids;       /* gint64 */
  GHashTable *rows;  /* gint64 * within the row → FfRow, weak */
  GQueue pages;      /* Page, the one used last at the head */
  GtkBitset *selected;
  guint generation;
};

enum
{
  PROP_LOADED = 1,
};

static GParamSpec *loaded_property;

static void list_model_init (GListModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE (FfRow, ff_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (FfRowModel, ff_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

/* Rows ------------------------------------------------------------------------------------------------------------ */

/* Takes @data. */
static void
set_data (FfRow *row, gpointer data)
{
  if (row->data != NULL)
    row->free_data (row->data);
  row->data = data;
  g_object_notify_by_pspec (G_OBJECT (row), loaded_property);
}

static void
ff_row_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  if (property == PROP_LOADED)
    g_value_set_boolean (value, ff_row_is_loaded (FF_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
ff_row_finalize (GObject *object)
{
  FfRow *self = FF_ROW (object);

  if (self->model != NULL)
    g_hash_table_remove (self->model->rows, &self->id);
  if (self->data != NULL)
    self->free_data (self->data);
  G_OBJECT_CLASS (ff_row_parent_class)->finalize (object);
}

static void
ff_row_class_init (FfRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ff_row_get_property;
  object_class->finalize = ff_row_finalize;

  loaded_property = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_LOADED, loaded_property);
}

static void
ff_row_init (FfRow *self)
{
}

gint64
ff_row_get_id (FfRow *self)
{
  g_return_val_if_fail (FF_IS_ROW (self), 0);
  return self->id;
}

gboolean
ff_row_is_loaded (FfRow *self)
{
  g_return_val_if_fail (FF_IS_ROW (self), FALSE);
  return self->data != NULL;
}

gconstpointer
ff_row_get_data (FfRow *self)
{
  g_return_val_if_fail (FF_IS_ROW (self), NULL);
  return self->data;
}

/* Pages ----------------------------------------------------------------------------------------------------------- */

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->rows);
  g_free (page);
}

/* The one row of that id, made when there is none. */
static FfRow *
ensure_row (FfRowModel *self, gint64 id)
{
  FfRow *row = g_hash_table_lookup (self->rows, &id);

  if (row != NULL)
    return g_object_ref (row);

  row = g_object_new (FF_TYPE_ROW, NULL);
  row->model = self;
  row->id = id;
  row->free_data = self->kind->free_data;
  g_hash_table_insert (self->rows, &row->id, row);
  return row;
}

/* Reads the data of @rows again; what cannot be read keeps what it had. */
static void
read_rows (FfRowModel *self, FfRow **rows, gsize n)
{
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint) n);
  g_autoptr (GPtrArray) data = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < n; i++)
    g_array_append_val (ids, rows[i]->id);
  data = self->kind->read (self->source, (const gint64 *) (gpointer) ids->data, n, &error);
  if (data == NULL)
    {
      g_message ("Reading rows: %s", error != NULL ? error->message : "nothing");
      return;
    }

  g_assert (data->len == n);
  for (gsize i = 0; i < n; i++)
    {
      set_data (rows[i], g_ptr_array_index (data, i));
      g_ptr_array_index (data, i) = NULL;
    }
}

static Page *
read_page (FfRowModel *self, guint number)
{
  Page *page = g_new0 (Page, 1);
  g_autoptr (GPtrArray) unread = g_ptr_array_new ();
  guint first = number * FF_ROWS_PER_PAGE;
  guint end = MIN (first + FF_ROWS_PER_PAGE, self->ids->len);

  page->number = number;
  page->rows = g_ptr_array_new_full (FF_ROWS_PER_PAGE, g_object_unref);
  for (guint i = first; i < end; i++)
    {
      FfRow *row = ensure_row (self, g_array_index (self->ids, gint64, i));

      g_ptr_array_add (page->rows, row);
      if (row->data == NULL)
        g_ptr_array_add (unread, row);
    }
  if (unread->len > 0)
    read_rows (self, (FfRow **) unread->pdata, unread->len);
  return page;
}

static Page *
ensure_page (FfRowModel *self, guint number)
{
  Page *page = NULL;

  for (GList *l = self->pages.head; l != NULL; l = l->next)
    if (((Page *) l->data)->number == number)
      {
        g_queue_unlink (&self->pages, l);
        g_queue_push_head_link (&self->pages, l);
        return l->data;
      }

  page = read_page (self, number);
  g_queue_push_head (&self->pages, page);
  if (g_queue_get_length (&self->pages) > FF_ROW_PAGES)
    page_free (g_queue_pop_tail (&self->pages));
  return page;
}

/* The list ---------------------------------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *list)
{
  return FF_TYPE_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return FF_ROW_MODEL (list)->ids->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  FfRowModel *self = FF_ROW_MODEL (list);
  Page *page;

  if (position >= self->ids->len)
    return NULL;

  page = ensure_page (self, position / FF_ROWS_PER_PAGE);
  return g_object_ref (g_ptr_array_index (page->rows, position % FF_ROWS_PER_PAGE));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* The selection; GTK builds its other operations on these three. */

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return gtk_bitset_contains (FF_ROW_MODEL (model)->selected, position);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  return gtk_bitset_ref (FF_ROW_MODEL (model)->selected);
}

static gboolean
set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  FfRowModel *self = FF_ROW_MODEL (model);
  g_autoptr (GtkBitset) changes = gtk_bitset_copy (self->selected);
  guint min, max;

  /* What differs within the mask: (old ⊖ new) ∩ mask, cut to the length of the list. */
  gtk_bitset_difference (changes, selected);
  gtk_bitset_intersect (changes, mask);
  gtk_bitset_remove_range (changes, self->ids->len, G_MAXUINT - self->ids->len);
  if (gtk_bitset_is_empty (changes))
    return TRUE;

  min = gtk_bitset_get_minimum (changes);
  max = gtk_bitset_get_maximum (changes);
  gtk_bitset_difference (self->selected, changes);
  gtk_selection_model_selection_changed (model, min, max - min + 1);
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

/* The object ---------------------------------------------------------------------------------------------------------- */

static void
ff_row_model_dispose (GObject *object)
{
  FfRowModel *self = FF_ROW_MODEL (object);
  GHashTableIter iter;
  gpointer row;

  g_queue_clear_full (&self->pages, page_free);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    FF_ROW (row)->model = NULL;
  g_hash_table_remove_all (self->rows);
  G_OBJECT_CLASS (ff_row_model_parent_class)->dispose (object);
}

static void
ff_row_model_finalize (GObject *object)
{
  FfRowModel *self = FF_ROW_MODEL (object);

  g_array_unref (self->ids);
  g_hash_table_unref (self->rows);
  gtk_bitset_unref (self->selected);
  G_OBJECT_CLASS (ff_row_model_parent_class)->finalize (object);
}

static void
ff_row_model_class_init (FfRowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_row_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_row_model_finalize;
}

static void
ff_row_model_init (FfRowModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->selected = gtk_bitset_new_empty ();
  g_queue_init (&self->pages);
}

FfRowModel *
ff_row_model_new (const FfRowSource *kind, gpointer source)
{
  FfRowModel *self;

  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (FF_TYPE_ROW_MODEL, NULL);
  self->kind = kind;
  self->source = source;
  return self;
}

guint
ff_row_model_begin_query (FfRowModel *self)
{
  g_return_val_if_fail (FF_IS_ROW_MODEL (self), 0);
  return ++self->generation;
}

/* The ids that were selected, found again among the new ones. */
static GtkBitset *
find_selected (GHashTable *selected, GArray *ids)
{
  GtkBitset *found = gtk_bitset_new_empty ();

  if (g_hash_table_size (selected) > 0)
    for (guint i = 0; i < ids->len; i++)
      if (g_hash_table_contains (selected, &g_array_index (ids, gint64, i)))
        gtk_bitset_add (found, i);
  return found;
}

static GHashTable *
collect_selected (FfRowModel *self)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_hash_table_add (set, &g_array_index (self->ids, gint64, position));
  return set;
}

/* Swaps the rows [first, first + removed) of the old list for [first, first + added) of @ids. */
static void
replace (FfRowModel *self, GArray *ids, GtkBitset *selected, guint first, guint removed, guint added)
{
  GListModel *list = G_LIST_MODEL (self);
  guint old_length = self->ids->len;

  g_clear_pointer (&self->selected, gtk_bitset_unref);
  g_queue_clear_full (&self->pages, page_free);

  if (removed <= SMALL_CHANGE && added <= SMALL_CHANGE)
    {
      self->selected = gtk_bitset_ref (selected);
      g_array_unref (g_steal_pointer (&self->ids));
      self->ids = g_array_ref (ids);
      g_list_model_items_changed (list, first, removed, added);
    }
  else
    {
      /* In one step GTK would search all new rows for the old focus and selection, and read every page to do so; an empty
         list in between leaves it nothing to search for. */
      self->selected = gtk_bitset_new_empty ();
      g_array_unref (g_steal_pointer (&self->ids));
      self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_list_model_items_changed (list, 0, old_length, 0);
      g_array_unref (g_steal_pointer (&self->ids));
      self->ids = g_array_ref (ids);
      gtk_bitset_union (self->selected, selected);
      g_list_model_items_changed (list, 0, 0, ids->len);
    }
}

gboolean
ff_row_model_take_ids (FfRowModel *self, guint generation, GArray *ids)
{
  const gint64 *before, *after;
  guint n_before, n_after, prefix = 0, suffix = 0;
  g_autoptr (GHashTable) selected_ids = NULL;
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (FF_IS_ROW_MODEL (self), FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  if (generation != self->generation)
    return FALSE;

  before = (const gint64 *) (gpointer) self->ids->data;
  after = (const gint64 *) (gpointer) ids->data;
  n_before = self->ids->len;
  n_after = ids->len;
  while (prefix < MIN (n_before, n_after) && before[prefix] == after[prefix])
    prefix++;
  while (suffix < MIN (n_before, n_after) - prefix && before[n_before - 1 - suffix] == after[n_after - 1 - suffix])
    suffix++;
  if (prefix == n_before && prefix == n_after)
    return TRUE;

  selected_ids = collect_selected (self);
  selected = find_selected (selected_ids, ids);
  replace (self, ids, selected, prefix, n_before - prefix - suffix, n_after - prefix - suffix);
  return TRUE;
}

void
ff_row_model_refresh (FfRowModel *self, const gint64 *ids, gsize n)
{
  g_autoptr (GPtrArray) stale = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (FF_IS_ROW_MODEL (self));

  if (ids != NULL)
    {
      for (gsize i = 0; i < n; i++)
        if ((row = g_hash_table_lookup (self->rows, &ids[i])) != NULL)
          g_ptr_array_add (stale, g_object_ref (row));
    }
  else
    {
      /* Rows that are only kept for later go; those that are shown are left over. */
      g_queue_clear_full (&self->pages, page_free);
      g_hash_table_iter_init (&iter, self->rows);
      while (g_hash_table_iter_next (&iter, NULL, &row))
        g_ptr_array_add (stale, g_object_ref (row));
    }

  for (guint i = 0; i < stale->len; i += FF_ROWS_PER_PAGE)
    read_rows (self, (FfRow **) stale->pdata + i, MIN (stale->len - i, FF_ROWS_PER_PAGE));
}

guint
ff_row_model_find (FfRowModel *self, gint64 id)
{
  g_return_val_if_fail (FF_IS_ROW_MODEL (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

gint64
ff_row_model_get_id (FfRowModel *self, guint position)
{
  g_return_val_if_fail (FF_IS_ROW_MODEL (self), 0);
  g_return_val_if_fail (position < self->ids->len, 0);
  return g_array_index (self->ids, gint64, position);
}

GArray *
ff_row_model_get_selected_ids (FfRowModel *self)
{
  GArray *ids;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (FF_IS_ROW_MODEL (self), NULL);

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_array_append_val (ids, g_array_index (self->ids, gint64, position));
  return ids;
}
