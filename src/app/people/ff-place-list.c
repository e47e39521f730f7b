#include "config.h"

#include "ff-place-list.h"

#include "ff-people.h"

struct _FfPlaceList
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkListBox *rows;
  GtkWidget *empty_page;
  const FfPlaceListKind *kind;
  FfWorkspace *workspace;
  char *search;
  guint length;
  GCancellable *cancellable;
};

typedef enum
{
  PROP_LENGTH = 1,
  PROP_EMPTY_PAGE,
} FfPlaceListProperty;

static GParamSpec *properties[PROP_EMPTY_PAGE + 1];

G_DEFINE_FINAL_TYPE (FfPlaceList, ff_place_list, ADW_TYPE_BIN)

typedef struct
{
  GWeakRef list;
  const FfPlaceListKind *kind;
  char *search;
  GPtrArray *choices;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->list);
  g_free (reading->search);
  g_clear_pointer (&reading->choices, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->choices = reading->kind->list (db, reading->search, error);
  return reading->choices != NULL;
}

static GtkWidget *
new_row (const FfChoice *choice)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choice->title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "ff-id", g_memdup2 (&choice->id, sizeof choice->id), g_free);
  return row;
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfPlaceList) self = g_weak_ref_get (&reading->list);
  GtkListBoxRow *row;

  if (self == NULL || error != NULL)
    return self == NULL;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < reading->choices->len; i++)
    gtk_list_box_append (self->rows, new_row (g_ptr_array_index (reading->choices, i)));

  self->length = reading->choices->len;
  gtk_stack_set_visible_child_name (self->stack,
                                    self->length > 0 ? "list" : self->search[0] != '\0' || self->empty_page == NULL ? "nothing" : "empty");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LENGTH]);
  return TRUE;
}

static void
read_again (FfPlaceList *self)
{
  Reading *reading = g_new0 (Reading, 1);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  g_weak_ref_init (&reading->list, self);
  reading->kind = self->kind;
  reading->search = g_strdup (self->search);
  ff_workspace_read (self->workspace, reading_work, reading_done, reading, reading_free, self->cancellable);
}

static void
on_changed (FfPlaceList *self, const char *table, GArray *ids, gint64 journal_number)
{
  if (table == NULL || g_str_equal (table, self->kind->table))
    read_again (self);
}

static void
on_row_activated (FfPlaceList *self, GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "ff-id");

  ff_editor_open (GTK_WIDGET (self), self->workspace, self->kind->editor, *id, 0);
}

static void
ff_place_list_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  FfPlaceList *self = FF_PLACE_LIST (object);

  switch ((FfPlaceListProperty) property)
    {
    case PROP_LENGTH:
      g_value_set_uint (value, self->length);
      break;
    case PROP_EMPTY_PAGE:
      g_value_set_object (value, self->empty_page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
ff_place_list_set_property (GObject *object, guint property, const GValue *value, GParamSpec *pspec)
{
  FfPlaceList *self = FF_PLACE_LIST (object);

  switch ((FfPlaceListProperty) property)
    {
    case PROP_EMPTY_PAGE:
      self->empty_page = g_value_get_object (value);
      if (self->empty_page != NULL)
        gtk_stack_add_named (self->stack, self->empty_page, "empty");
      break;
    case PROP_LENGTH:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
ff_place_list_dispose (GObject *object)
{
  FfPlaceList *self = FF_PLACE_LIST (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_place_list_parent_class)->dispose (object);
}

static void
ff_place_list_finalize (GObject *object)
{
  g_free (FF_PLACE_LIST (object)->search);
  G_OBJECT_CLASS (ff_place_list_parent_class)->finalize (object);
}

static void
ff_place_list_class_init (FfPlaceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ff_place_list_get_property;
  object_class->set_property = ff_place_list_set_property;
  object_class->dispose = ff_place_list_dispose;
  object_class->finalize = ff_place_list_finalize;

  properties[PROP_LENGTH] = g_param_spec_uint ("length", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY_PAGE] = g_param_spec_object ("empty-page", NULL, NULL, GTK_TYPE_WIDGET,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-place-list.ui");
  gtk_widget_class_bind_template_child (widget_class, FfPlaceList, stack);
  gtk_widget_class_bind_template_child (widget_class, FfPlaceList, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ff_place_list_init (FfPlaceList *self)
{
  self->search = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ff_place_list_set_up (FfPlaceList *self, const FfPlaceListKind *kind, FfWorkspace *workspace, const char *name)
{
  g_return_if_fail (FF_IS_PLACE_LIST (self));
  g_return_if_fail (kind != NULL);
  g_return_if_fail (self->kind == NULL);

  self->kind = kind;
  self->workspace = g_object_ref (workspace);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  read_again (self);
}

void
ff_place_list_set_search (FfPlaceList *self, const char *search)
{
  g_return_if_fail (FF_IS_PLACE_LIST (self));
  g_return_if_fail (search != NULL);

  if (g_str_equal (self->search, search))
    return;
  g_free (self->search);
  self->search = g_strdup (search);
  read_again (self);
}

guint
ff_place_list_get_length (FfPlaceList *self)
{
  g_return_val_if_fail (FF_IS_PLACE_LIST (self), 0);
  return self->length;
}
