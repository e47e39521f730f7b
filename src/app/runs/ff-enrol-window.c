#include "config.h"

#include "ff-enrol-window.h"

#include <glib/gi18n-lib.h>

#include "ff-list-view.h"
#include "ff-people.h"
#include "ff-runs.h"
#include "ff-trainee-list.h"

/* A search starts when typing pauses, and never while an input method composes. */
#define SEARCH_DELAY_MS 150

struct _FfEnrolWindow
{
  AdwWindow parent_instance;

  FfListView *list;
  GtkWidget *search;
  GtkDropDown *layer;
  GtkDropDown *department;
  GtkButton *confirm;
  FfWorkspace *workspace;
  GPtrArray *layers;
  GPtrArray *departments;
  gint64 run_id;
  guint search_source;
};

G_DEFINE_FINAL_TYPE (FfEnrolWindow, ff_enrol_window, ADW_TYPE_WINDOW)

/* Enrolling -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 run_id;
  GArray *ids;
} Enrolment;

static void
enrolment_free (gpointer data)
{
  Enrolment *enrolment = data;

  g_array_unref (enrolment->ids);
  g_free (enrolment);
}

static gboolean
enrol_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Enrolment *enrolment = data;

  return ff_enrolments_add (db, enrolment->run_id, (const gint64 *) (gpointer) enrolment->ids->data, enrolment->ids->len, error);
}

static void
enrol (FfEnrolWindow *self, GArray *ids)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Enrol %u person", "Enrol %u people", ids->len), ids->len);
  Enrolment *enrolment = g_new0 (Enrolment, 1);

  enrolment->run_id = self->run_id;
  enrolment->ids = g_array_ref (ids);
  ff_workspace_run (self->workspace, label, enrol_work, NULL, enrolment, enrolment_free);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
on_confirm (FfEnrolWindow *self)
{
  g_autoptr (GArray) ids = ff_row_model_get_selected_ids (ff_list_view_get_model (self->list));

  if (ids->len > 0)
    enrol (self, ids);
}

static void
on_row_activated (FfEnrolWindow *self, gint64 id)
{
  on_confirm (self);
}

static void
on_selection_changed (FfEnrolWindow *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (ff_list_view_get_model (self->list)));
  guint n = (guint) gtk_bitset_get_size (selected);
  g_autofree char *label = n > 0 ? g_strdup_printf (ngettext ("_Enrol %u Person", "_Enrol %u People", n), n) : g_strdup (_("_Enrol"));

  gtk_button_set_label (self->confirm, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), n > 0);
}

/* Finding ---------------------------------------------------------------------------------------------------------- */

static gboolean
apply_search (gpointer user_data)
{
  FfEnrolWindow *self = user_data;

  self->search_source = 0;
  ff_list_view_set_search (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  return G_SOURCE_REMOVE;
}

static void
on_search_changed (FfEnrolWindow *self)
{
  g_clear_handle_id (&self->search_source, g_source_remove);
  self->search_source = g_timeout_add (SEARCH_DELAY_MS, apply_search, self);
}

static gint64
chosen_id (GtkDropDown *drop_down, GPtrArray *choices)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return 0;
  return ((FfChoice *) g_ptr_array_index (choices, selected - 1))->id;
}

static void
on_filter_changed (FfEnrolWindow *self)
{
  if (self->departments == NULL)
    return;
  ff_list_view_set_filter (self->list, FF_TRAINEE_FILTER_LAYER, chosen_id (self->layer, self->layers));
  ff_list_view_set_filter (self->list, FF_TRAINEE_FILTER_DEPARTMENT, chosen_id (self->department, self->departments));
}

static void
fill_filter (GtkDropDown *drop_down, const char *everything, GPtrArray *choices)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, everything);
  for (guint i = 0; i < choices->len; i++)
    gtk_string_list_append (titles, ((FfChoice *) g_ptr_array_index (choices, i))->title);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (titles));
}

/* The window ------------------------------------------------------------------------------------------------------- */

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
ff_enrol_window_dispose (GObject *object)
{
  FfEnrolWindow *self = FF_ENROL_WINDOW (object);

  g_clear_handle_id (&self->search_source, g_source_remove);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->layers, g_ptr_array_unref);
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  G_OBJECT_CLASS (ff_enrol_window_parent_class)->dispose (object);
}

static void
ff_enrol_window_class_init (FfEnrolWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_enrol_window_dispose;
  g_type_ensure (FF_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-enrol-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfEnrolWindow, list);
  gtk_widget_class_bind_template_child (widget_class, FfEnrolWindow, search);
  gtk_widget_class_bind_template_child (widget_class, FfEnrolWindow, layer);
  gtk_widget_class_bind_template_child (widget_class, FfEnrolWindow, department);
  gtk_widget_class_bind_template_child (widget_class, FfEnrolWindow, confirm);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
ff_enrol_window_init (FfEnrolWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ff_enrol_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id)
{
  FfDb *reader = ff_workspace_get_reader (workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) layers = ff_people_list_layers (reader, &error);
  g_autoptr (GPtrArray) departments = layers != NULL ? ff_people_list_departments (reader, &error) : NULL;
  FfEnrolWindow *self;

  if (departments == NULL)
    {
      g_signal_emit_by_name (workspace, "failed", error);
      return;
    }
  self = g_object_new (FF_TYPE_ENROL_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  self->workspace = g_object_ref (workspace);
  self->run_id = run_id;
  fill_filter (self->layer, _("All layers"), layers);
  fill_filter (self->department, _("All departments"), departments);
  self->layers = g_steal_pointer (&layers);
  self->departments = g_steal_pointer (&departments);
  ff_list_view_set_up (self->list, &ff_trainee_list, workspace, _("Trainees who are not in the class"));
  ff_list_view_set_filter (self->list, FF_TRAINEE_FILTER_NOT_IN_CLASS, run_id);
  g_signal_connect_object (ff_list_view_get_model (self->list), "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  on_selection_changed (self);
  gtk_widget_grab_focus (self->search);
  gtk_window_present (GTK_WINDOW (self));
}
