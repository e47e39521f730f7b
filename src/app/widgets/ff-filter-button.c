#include "config.h"

#include "ff-filter-button.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"

#define LIST_WIDTH 280
#define LIST_HEIGHT 320
/* A longer name is cut: the header bar has other things to show. */
#define LABEL_CHARS 14
#define LEAST_CHARS 6

/* One thing that can be chosen. */
#define TYPE_ITEM (item_get_type ())
G_DECLARE_FINAL_TYPE (Item, item, FF_FILTER, ITEM, GObject)

struct _Item
{
  GObject parent_instance;

  gint64 id;
  char *title;
  char *label;  /* on the button */
  char *folded; /* for searching */
  gboolean chosen;
};

G_DEFINE_FINAL_TYPE (Item, item, G_TYPE_OBJECT)

static void
item_finalize (GObject *object)
{
  Item *item = FF_FILTER_ITEM (object);

  g_free (item->title);
  g_free (item->label);
  g_free (item->folded);
  G_OBJECT_CLASS (item_parent_class)->finalize (object);
}

static void
item_class_init (ItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = item_finalize;
}

static void
item_init (Item *item)
{
}

static Item *
item_new (const FfChoice *choice, gboolean chosen)
{
  Item *item = g_object_new (TYPE_ITEM, NULL);

  item->id = choice->id;
  item->title = g_strdup (choice->title);
  item->label = g_strdup (choice->key != NULL ? choice->key : choice->title);
  item->folded = g_utf8_casefold (choice->title, -1);
  item->chosen = chosen;
  return item;
}

struct _FfFilterButton
{
  AdwBin parent_instance;

  char *all;
  GtkWidget *button;
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *search;
  GtkWidget *clear;
  GListStore *items;
  GtkCustomFilter *filter;
  char *typed; /* folded */
  gboolean compact;
};

G_DEFINE_FINAL_TYPE (FfFilterButton, ff_filter_button, ADW_TYPE_BIN)

static guint changed_signal;

static void
update_button (FfFilterButton *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items)), chosen = 0;
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;
  gboolean worded;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Item) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (item->chosen && chosen++ == 0)
        first = g_strdup (item->label);
    }
  if (chosen > 1)
    /* Translators: on the button of a filter: the first thing chosen, and how many more: "Room 302 + 3". */
    text = g_strdup_printf (_("%s + %u"), first, chosen - 1);
  else
    text = g_strdup (chosen == 1 ? first : self->all);
  worded = !self->compact || chosen > 0;
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), self->compact || chosen > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (GTK_LABEL (self->label), chosen > 0 ? (int) MIN (g_utf8_strlen (text, -1), LEAST_CHARS) : -1);
  gtk_widget_set_visible (self->label, worded);
  gtk_widget_set_visible (self->icon, !worded);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), worded);
  gtk_widget_set_tooltip_text (self->button, text);
  gtk_widget_set_sensitive (self->clear, chosen > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (chosen > 0)
    gtk_widget_add_css_class (self->button, "filtering");
  else
    gtk_widget_remove_css_class (self->button, "filtering");
}

/* The list ------------------------------------------------------------------------------------------------------------ */

static void
on_toggled (GtkListItem *list_item, GtkCheckButton *check)
{
  FfFilterButton *self = FF_FILTER_BUTTON (gtk_widget_get_ancestor (GTK_WIDGET (check), FF_TYPE_FILTER_BUTTON));
  Item *item = gtk_list_item_get_item (list_item);

  if (item == NULL || self == NULL || item->chosen == gtk_check_button_get_active (check))
    return;
  item->chosen = !item->chosen;
  update_button (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *check = gtk_check_button_new_with_label ("");

  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), list_item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, check);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item)
{
  Item *item = gtk_list_item_get_item (list_item);
  GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_list_item_get_child (list_item));

  gtk_check_button_set_label (check, item->title);
  gtk_check_button_set_active (check, item->chosen);
}

/* A click anywhere in the row counts. */
static void
on_activate (FfFilterButton *self, guint position, GtkListView *list)
{
  g_autoptr (Item) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  GListModel *model = G_LIST_MODEL (self->items);
  guint at;

  item->chosen = !item->chosen;
  if (g_list_store_find (self->items, item, &at))
    g_list_model_items_changed (model, at, 1, 1);
  update_button (self);
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
matches (gpointer data, gpointer user_data)
{
  FfFilterButton *self = user_data;

  return self->typed == NULL || strstr (FF_FILTER_ITEM (data)->folded, self->typed) != NULL;
}

static void
on_search_changed (FfFilterButton *self)
{
  g_free (self->typed);
  self->typed = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_clear (FfFilterButton *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (Item) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      item->chosen = FALSE;
    }
  g_list_model_items_changed (G_LIST_MODEL (self->items), 0, n, n);
  update_button (self);
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
new_list (FfFilterButton *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), GTK_FILTER (g_object_ref (self->filter)));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (filtered))), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  g_signal_connect_swapped (list, "activate", G_CALLBACK (on_activate), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, self->all, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, LIST_WIDTH, LIST_HEIGHT);
  return scrolled;
}

static GtkWidget *
new_popover (FfFilterButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  self->clear = gtk_button_new_with_label (self->all);
  gtk_widget_add_css_class (self->clear, "flat");
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (on_clear), self);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), new_list (self));
  gtk_box_append (GTK_BOX (box), self->clear);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

/* The class ----------------------------------------------------------------------------------------------------------- */

static void
ff_filter_button_finalize (GObject *object)
{
  FfFilterButton *self = FF_FILTER_BUTTON (object);

  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_free (self->all);
  g_free (self->typed);
  G_OBJECT_CLASS (ff_filter_button_parent_class)->finalize (object);
}

static void
ff_filter_button_class_init (FfFilterButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_filter_button_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_filter_button_init (FfFilterButton *self)
{
  self->items = g_list_store_new (TYPE_ITEM);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
}

GtkWidget *
ff_filter_button_new (const char *icon, const char *all)
{
  FfFilterButton *self = g_object_new (FF_TYPE_FILTER_BUTTON, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->all = g_strdup (all);
  /* Until its place is known: it must not be what makes a window wide. */
  self->compact = TRUE;
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), LABEL_CHARS);
  self->icon = gtk_image_new_from_icon_name (icon);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->label);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), new_popover (self));
  adw_bin_set_child (ADW_BIN (self), self->button);
  update_button (self);
  return GTK_WIDGET (self);
}

void
ff_filter_button_set_choices (FfFilterButton *self, GPtrArray *choices)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GHashTable) chosen = NULL;

  g_return_if_fail (FF_IS_FILTER_BUTTON (self));
  g_return_if_fail (choices != NULL);

  ids = ff_filter_button_dup_ids (self);
  chosen = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (chosen, &g_array_index (ids, gint64, i));
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < choices->len; i++)
    {
      const FfChoice *choice = g_ptr_array_index (choices, i);

      g_ptr_array_add (items, item_new (choice, g_hash_table_contains (chosen, &choice->id)));
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  update_button (self);
}

GArray *
ff_filter_button_dup_ids (FfFilterButton *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (FF_IS_FILTER_BUTTON (self), ids);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (Item) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (item->chosen)
        g_array_append_val (ids, item->id);
    }
  return ids;
}

void
ff_filter_button_set_compact (FfFilterButton *self, gboolean compact)
{
  g_return_if_fail (FF_IS_FILTER_BUTTON (self));

  self->compact = compact;
  update_button (self);
}
