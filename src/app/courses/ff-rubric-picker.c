#include "config.h"

#include "ff-rubric-picker.h"

#include <glib/gi18n-lib.h>

#include "ff-rubric-library.h"
#include "ff-rubric-list.h"
#include "ff-rubric-table.h"

/* A search starts when typing pauses, and never while an input method composes. */
#define SEARCH_DELAY_MS 150

struct _FfRubricPicker
{
  AdwWindow parent_instance;

  FfWorkspace *workspace;
  gint64 component_id;
  gint64 chosen; /* of the library; 0: none */
  GtkWidget *search;
  guint search_source;
  FfListView *list;
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *note;
  GtkLabel *refusal;
  AdwBin *place;
  FfRubricTable *table;
};

G_DEFINE_FINAL_TYPE (FfRubricPicker, ff_rubric_picker, ADW_TYPE_WINDOW)

/* Looking ----------------------------------------------------------------------------------------------------------- */

static void
show_chosen (FfRubricPicker *self)
{
  g_autoptr (FfRubric) rubric = NULL;

  if (self->chosen != 0)
    rubric = ff_rubric_library_read (ff_workspace_get_reader (self->workspace), self->chosen, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picker.take", rubric != NULL && rubric->criteria->len > 0);
  gtk_stack_set_visible_child_name (self->stack, rubric != NULL ? "rubric" : "none");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), FALSE);
  if (rubric == NULL)
    return;
  gtk_label_set_label (self->title, rubric->title);
  gtk_label_set_label (self->note, rubric->note != NULL ? rubric->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), rubric->note != NULL);
  ff_rubric_table_set (self->table, 0, rubric->criteria);
}

static void
on_selection_changed (FfRubricPicker *self)
{
  g_autoptr (GArray) ids = ff_row_model_get_selected_ids (ff_list_view_get_model (self->list));

  self->chosen = ids->len > 0 ? g_array_index (ids, gint64, 0) : 0;
  show_chosen (self);
}

static gboolean
apply_search (gpointer user_data)
{
  FfRubricPicker *self = user_data;

  self->search_source = 0;
  ff_list_view_set_search (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  return G_SOURCE_REMOVE;
}

static void
on_search_changed (FfRubricPicker *self)
{
  g_clear_handle_id (&self->search_source, g_source_remove);
  self->search_source = g_timeout_add (SEARCH_DELAY_MS, apply_search, self);
}

/* Taking ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  GWeakRef picker;
  gint64 component_id;
  gint64 rubric_id;
} Taking;

static void
taking_free (gpointer data)
{
  g_weak_ref_clear (&((Taking *) data)->picker);
  g_free (data);
}

static gboolean
take_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Taking *taking = data;
  g_autoptr (FfRubric) rubric = ff_rubric_library_read (db, taking->rubric_id, error);

  return rubric != NULL && ff_criteria_take (db, FF_CRITERIA_OF_COMPONENT, taking->component_id, rubric->criteria, error) != FF_PUT_REFUSED;
}

static gboolean
take_done (gpointer data, const GError *error)
{
  Taking *taking = data;
  g_autoptr (FfRubricPicker) self = g_weak_ref_get (&taking->picker);

  if (self == NULL)
    return error == NULL;
  if (error == NULL)
    gtk_window_close (GTK_WINDOW (self));
  else
    {
      gtk_label_set_label (self->refusal, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->refusal), TRUE);
    }
  return TRUE;
}

static void
activate_take (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfRubricPicker *self = FF_RUBRIC_PICKER (widget);
  Taking *taking = g_new0 (Taking, 1);

  g_weak_ref_init (&taking->picker, self);
  taking->component_id = self->component_id;
  taking->rubric_id = self->chosen;
  ff_workspace_run (self->workspace, _("Take a rubric"), take_work, take_done, taking, taking_free);
}

static void
on_row_activated (FfRubricPicker *self, gint64 id)
{
  self->chosen = id;
  show_chosen (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "picker.take", NULL);
}

/* The window -------------------------------------------------------------------------------------------------------- */

static void
ff_rubric_picker_dispose (GObject *object)
{
  FfRubricPicker *self = FF_RUBRIC_PICKER (object);

  g_clear_handle_id (&self->search_source, g_source_remove);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_rubric_picker_parent_class)->dispose (object);
}

static void
ff_rubric_picker_class_init (FfRubricPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_rubric_picker_dispose;

  g_type_ensure (FF_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-rubric-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRubricPicker, search);
  gtk_widget_class_bind_template_child (widget_class, FfRubricPicker, list);
  gtk_widget_class_bind_template_child (widget_class, FfRubricPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, FfRubricPicker, title);
  gtk_widget_class_bind_template_child (widget_class, FfRubricPicker, note);
  gtk_widget_class_bind_template_child (widget_class, FfRubricPicker, refusal);
  gtk_widget_class_bind_template_child (widget_class, FfRubricPicker, place);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_install_action (widget_class, "picker.take", NULL, activate_take);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ff_rubric_picker_init (FfRubricPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

FfRubricPicker *
ff_rubric_picker_open (GtkWidget *parent, FfWorkspace *workspace, gint64 component_id)
{
  FfRubricPicker *self = g_object_new (FF_TYPE_RUBRIC_PICKER, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), NULL);
  GtkWidget *table = ff_rubric_table_new (workspace, FF_CRITERIA_OF_RUBRIC);

  self->workspace = g_object_ref (workspace);
  self->component_id = component_id;
  self->table = FF_RUBRIC_TABLE (table);
  adw_bin_set_child (self->place, table);
  ff_list_view_set_up (self->list, &ff_rubric_choice_list, workspace, C_("page", "Rubrics"));
  g_signal_connect_object (ff_list_view_get_model (self->list), "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  show_chosen (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
