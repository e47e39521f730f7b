#include "config.h"

#include "ff-trainee-picker.h"

#include <glib/gi18n-lib.h>

#include "ff-trainee-filter.h"
#include "ff-trainee-list.h"

/* A search starts when typing pauses, and never while an input method composes. */
#define SEARCH_DELAY_MS 150

struct _FfTraineePicker
{
  AdwBin parent_instance;

  FfListView *list;
  FfTraineeFilter *filter;
  GtkWidget *search;
  guint search_source;
};

G_DEFINE_FINAL_TYPE (FfTraineePicker, ff_trainee_picker, ADW_TYPE_BIN)

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
apply_search (gpointer user_data)
{
  FfTraineePicker *self = user_data;

  self->search_source = 0;
  ff_list_view_set_search (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  return G_SOURCE_REMOVE;
}

static void
on_search_changed (FfTraineePicker *self)
{
  g_clear_handle_id (&self->search_source, g_source_remove);
  self->search_source = g_timeout_add (SEARCH_DELAY_MS, apply_search, self);
}

static void
on_row_activated (FfTraineePicker *self, gint64 id)
{
  g_signal_emit (self, signals[ACTIVATED], 0, id);
}

static void
on_list_changed (FfTraineePicker *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ff_trainee_picker_dispose (GObject *object)
{
  g_clear_handle_id (&FF_TRAINEE_PICKER (object)->search_source, g_source_remove);
  G_OBJECT_CLASS (ff_trainee_picker_parent_class)->dispose (object);
}

static void
ff_trainee_picker_class_init (FfTraineePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_trainee_picker_dispose;
  signals[CHANGED] = g_signal_new ("changed", FF_TYPE_TRAINEE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", FF_TYPE_TRAINEE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     G_TYPE_INT64);

  g_type_ensure (FF_TYPE_LIST_VIEW);
  g_type_ensure (FF_TYPE_TRAINEE_FILTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-trainee-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, FfTraineePicker, list);
  gtk_widget_class_bind_template_child (widget_class, FfTraineePicker, filter);
  gtk_widget_class_bind_template_child (widget_class, FfTraineePicker, search);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_list_changed);
}

static void
ff_trainee_picker_init (FfTraineePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ff_trainee_picker_new (FfWorkspace *workspace, gint64 run_id)
{
  FfTraineePicker *self = g_object_new (FF_TYPE_TRAINEE_PICKER, NULL);

  ff_list_view_set_up (self->list, &ff_trainee_list, workspace, _("Trainees who are not in the class"));
  ff_list_view_set_filter (self->list, FF_TRAINEE_FILTER_NOT_IN_CLASS, run_id);
  ff_trainee_filter_set_up (self->filter, workspace, self->list, TRUE);
  g_signal_connect_object (ff_list_view_get_model (self->list), "selection-changed", G_CALLBACK (on_list_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ff_trainee_picker_grab_search (FfTraineePicker *self)
{
  g_return_if_fail (FF_IS_TRAINEE_PICKER (self));

  gtk_widget_grab_focus (self->search);
}

GArray *
ff_trainee_picker_get_selected (FfTraineePicker *self)
{
  g_return_val_if_fail (FF_IS_TRAINEE_PICKER (self), NULL);

  return ff_row_model_get_selected_ids (ff_list_view_get_model (self->list));
}

guint
ff_trainee_picker_get_n_found (FfTraineePicker *self)
{
  g_return_val_if_fail (FF_IS_TRAINEE_PICKER (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (ff_list_view_get_model (self->list)));
}

GArray *
ff_trainee_picker_get_found (FfTraineePicker *self)
{
  guint n = ff_trainee_picker_get_n_found (self);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = ff_row_model_get_id (ff_list_view_get_model (self->list), i);

      g_array_append_val (ids, id);
    }
  return ids;
}
