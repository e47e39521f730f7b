#include "config.h"

#include "ff-trainee-filter.h"

#include <glib/gi18n-lib.h>

#include "ff-people.h"
#include "ff-trainee-list.h"

struct _FfTraineeFilter
{
  AdwBin parent_instance;

  GtkDropDown *layer;
  GtkDropDown *department;
  GtkDropDown *kind;
  FfListView *list; /* not owned */
  FfWorkspace *workspace;
  GPtrArray *layers;      /* FfChoice, the dropdown's after its first entry */
  GPtrArray *departments; /* likewise */
};

G_DEFINE_FINAL_TYPE (FfTraineeFilter, ff_trainee_filter, ADW_TYPE_BIN)

/* What there is to choose ------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef filter;
  GPtrArray *layers;
  GPtrArray *departments;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_weak_ref_clear (&reading->filter);
  g_clear_pointer (&reading->layers, g_ptr_array_unref);
  g_clear_pointer (&reading->departments, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
reading_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->layers = ff_people_list_layers (db, error);
  if (reading->layers == NULL)
    return FALSE;
  reading->departments = ff_people_list_departments (db, error);
  return reading->departments != NULL;
}

static gint64
get_chosen (GtkDropDown *dropdown, GPtrArray *choices)
{
  guint selected = gtk_drop_down_get_selected (dropdown);

  if (choices == NULL || selected == 0 || selected > choices->len)
    return 0;
  return ((const FfChoice *) g_ptr_array_index (choices, selected - 1))->id;
}

/* Puts new choices into a dropdown and keeps what was chosen, if it is still there. */
static void
fill_dropdown (GtkDropDown *dropdown, GPtrArray **choices, GPtrArray *fresh, const char *all)
{
  gint64 chosen = get_chosen (dropdown, *choices);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (titles, all);
  for (guint i = 0; i < fresh->len; i++)
    {
      const FfChoice *choice = g_ptr_array_index (fresh, i);

      gtk_string_list_append (titles, choice->title);
      if (choice->id == chosen)
        selected = i + 1;
    }
  g_clear_pointer (choices, g_ptr_array_unref);
  *choices = g_ptr_array_ref (fresh);
  gtk_drop_down_set_model (dropdown, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (dropdown, selected);
}

static gboolean
reading_done (gpointer data, const GError *error)
{
  Reading *reading = data;
  g_autoptr (FfTraineeFilter) self = g_weak_ref_get (&reading->filter);

  if (self == NULL || error != NULL)
    return self == NULL;

  fill_dropdown (self->layer, &self->layers, reading->layers, _("All layers"));
  fill_dropdown (self->department, &self->departments, reading->departments, _("All departments"));
  return TRUE;
}

static void
read_choices (FfTraineeFilter *self)
{
  Reading *reading = g_new0 (Reading, 1);

  g_weak_ref_init (&reading->filter, self);
  ff_workspace_read (self->workspace, reading_work, reading_done, reading, reading_free, NULL);
}

static void
on_changed (FfTraineeFilter *self, const char *table, GArray *ids, gint64 journal_number)
{
  static const char *const tables[] = { "department", "layer", NULL };

  if (table == NULL || g_strv_contains (tables, table))
    read_choices (self);
}

static void
on_chosen (FfTraineeFilter *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind);

  if (self->list == NULL)
    return;
  ff_list_view_set_filter (self->list, FF_TRAINEE_FILTER_LAYER, get_chosen (self->layer, self->layers));
  ff_list_view_set_filter (self->list, FF_TRAINEE_FILTER_DEPARTMENT, get_chosen (self->department, self->departments));
  ff_list_view_set_filter (self->list, FF_TRAINEE_FILTER_KIND, kind == GTK_INVALID_LIST_POSITION ? FF_PEOPLE_ALL : kind);
}

/* The widget -------------------------------------------------------------------------------------------------------- */

static GtkDropDown *
add_dropdown (FfTraineeFilter *self, GtkBox *box, const char *name)
{
  GtkWidget *dropdown = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (dropdown, "notify::selected", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, dropdown);
  return GTK_DROP_DOWN (dropdown);
}

static void
fill_kinds (FfTraineeFilter *self)
{
  static const char *const titles[] = {
    [FF_PEOPLE_ALL] = N_("Everybody"),
    [FF_PEOPLE_PRESENT] = N_("Without leavers"),
    [FF_PEOPLE_GUESTS] = N_("Guests"),
    [FF_PEOPLE_LEFT] = N_("Leavers"),
  };
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    gtk_string_list_append (list, _(titles[i]));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (list));
}

static void
ff_trainee_filter_dispose (GObject *object)
{
  FfTraineeFilter *self = FF_TRAINEE_FILTER (object);

  self->list = NULL;
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->layers, g_ptr_array_unref);
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_trainee_filter_parent_class)->dispose (object);
}

static void
ff_trainee_filter_class_init (FfTraineeFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_trainee_filter_dispose;
}

static void
ff_trainee_filter_init (FfTraineeFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->layer = add_dropdown (self, GTK_BOX (box), _("Filter by layer"));
  self->department = add_dropdown (self, GTK_BOX (box), _("Filter by department"));
  gtk_drop_down_set_enable_search (self->department, TRUE);
  self->kind = add_dropdown (self, GTK_BOX (box), _("Filter by employment"));
  fill_kinds (self);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
ff_trainee_filter_set_up (FfTraineeFilter *self, FfWorkspace *workspace, FfListView *list, gboolean present)
{
  g_return_if_fail (FF_IS_TRAINEE_FILTER (self));
  g_return_if_fail (self->list == NULL);

  self->workspace = g_object_ref (workspace);
  self->list = list;
  gtk_drop_down_set_selected (self->kind, present ? FF_PEOPLE_PRESENT : FF_PEOPLE_ALL);
  on_chosen (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  read_choices (self);
}
