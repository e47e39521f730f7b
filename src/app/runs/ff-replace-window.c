#include "config.h"

#include "ff-replace-window.h"

#include <glib/gi18n-lib.h>

#include "ff-clashes.h"
#include "ff-people.h"
#include "ff-roster.h"
#include "ff-trainee-picker.h"
#include "ff-window.h"

struct _FfReplaceWindow
{
  AdwWindow parent_instance;

  GtkWidget *confirm;
  FfTraineePicker *picker;
  GtkWidget *reason;
  GtkLabel *complaint;
  GtkLabel *clashes;
  FfWorkspace *workspace;
  gint64 enrolment_id;
  gint64 run_id;
  char *name; /* of the one who leaves */
  gboolean working;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FfReplaceWindow, ff_replace_window, ADW_TYPE_WINDOW)

static void
set_message (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* 0: nobody, or more than one. */
static gint64
chosen_trainee (FfReplaceWindow *self)
{
  g_autoptr (GArray) ids = ff_trainee_picker_get_selected (self->picker);

  return ids->len == 1 ? g_array_index (ids, gint64, 0) : 0;
}

/* What it would clash with -------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef window;
  gint64 run_id;
  gint64 trainee_id;
  GPtrArray *clashes;
} Preview;

static void
preview_free (gpointer data)
{
  Preview *preview = data;

  g_weak_ref_clear (&preview->window);
  g_clear_pointer (&preview->clashes, g_ptr_array_unref);
  g_free (preview);
}

static gboolean
preview_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Preview *preview = data;

  preview->clashes = ff_clashes_of_enrolling (db, preview->run_id, &preview->trainee_id, 1, error);
  return preview->clashes != NULL;
}

static gboolean
preview_done (gpointer data, const GError *error)
{
  Preview *preview = data;
  g_autoptr (FfReplaceWindow) self = g_weak_ref_get (&preview->window);
  g_autoptr (GString) text = g_string_new (NULL);

  if (self == NULL || error != NULL)
    return self == NULL;
  for (guint i = 0; i < preview->clashes->len; i++)
    {
      const FfClash *clash = g_ptr_array_index (preview->clashes, i);

      /* The one who comes takes the place of the one who goes. */
      if (clash->kind != FF_CLASH_CAPACITY)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", clash->sentence);
    }
  set_message (self->clashes, text->len > 0 ? text->str : NULL);
  return TRUE;
}

static void
on_chosen (FfReplaceWindow *self)
{
  gint64 trainee_id = chosen_trainee (self);
  Preview *preview;

  gtk_widget_set_sensitive (self->confirm, trainee_id != 0);
  set_message (self->clashes, NULL);
  set_message (self->complaint, NULL);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (trainee_id == 0)
    return;
  self->cancellable = g_cancellable_new ();
  preview = g_new0 (Preview, 1);
  g_weak_ref_init (&preview->window, self);
  preview->run_id = self->run_id;
  preview->trainee_id = trainee_id;
  ff_workspace_read (self->workspace, preview_work, preview_done, preview, preview_free, self->cancellable);
}

/* Replacing ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  FfReplaceWindow *window;
  gint64 enrolment_id;
  gint64 trainee_id;
  char *reason;
} Replacement;

static void
replacement_free (gpointer data)
{
  Replacement *replacement = data;

  g_object_unref (replacement->window);
  g_free (replacement->reason);
  g_free (replacement);
}

static gboolean
replace_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Replacement *replacement = data;

  return ff_roster_replace (db, replacement->enrolment_id, replacement->trainee_id, replacement->reason, NULL, error);
}

static gboolean
replace_done (gpointer data, const GError *error)
{
  FfReplaceWindow *self = ((Replacement *) data)->window;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *said = NULL;

  self->working = FALSE;
  if (self->workspace == NULL)
    return error == NULL;
  if (error != NULL)
    {
      set_message (self->complaint, error->message);
      return TRUE;
    }
  said = g_strdup_printf (_("%s replaced"), self->name);
  gtk_window_destroy (GTK_WINDOW (self));
  if (FF_IS_WINDOW (parent))
    ff_window_toast_undo (FF_WINDOW (parent), said);
  return TRUE;
}

static void
on_confirm (FfReplaceWindow *self)
{
  gint64 trainee_id = chosen_trainee (self);
  Replacement *replacement;
  g_autofree char *label = NULL;

  if (trainee_id == 0 || self->working)
    return;
  replacement = g_new0 (Replacement, 1);
  replacement->window = g_object_ref (self);
  replacement->enrolment_id = self->enrolment_id;
  replacement->trainee_id = trainee_id;
  replacement->reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  self->working = TRUE;
  label = g_strdup_printf (_("Replace %s"), self->name);
  ff_workspace_run (self->workspace, label, replace_work, replace_done, replacement, replacement_free);
}

/* The window ----------------------------------------------------------------------------------------------------------- */

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
ff_replace_window_dispose (GObject *object)
{
  FfReplaceWindow *self = FF_REPLACE_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (ff_replace_window_parent_class)->dispose (object);
}

static void
ff_replace_window_finalize (GObject *object)
{
  g_free (FF_REPLACE_WINDOW (object)->name);
  G_OBJECT_CLASS (ff_replace_window_parent_class)->finalize (object);
}

static void
ff_replace_window_class_init (FfReplaceWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_replace_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_replace_window_finalize;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
ff_replace_window_init (FfReplaceWindow *self)
{
}

static GtkLabel *
new_message (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  return GTK_LABEL (label);
}

static GtkWidget *
make_header (FfReplaceWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->confirm = gtk_button_new_with_mnemonic (_("_Replace"));
  gtk_widget_add_css_class (self->confirm, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->confirm, "clicked", G_CALLBACK (on_confirm), self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->confirm);
  return header;
}

static GtkWidget *
make_foot (FfReplaceWindow *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *list = gtk_list_box_new ();

  self->complaint = new_message ("form-complaint");
  self->clashes = new_message ("form-remark");
  self->reason = g_object_new (ADW_TYPE_ENTRY_ROW, "title", _("Reason"), NULL);
  g_signal_connect_object (self->reason, "entry-activated", G_CALLBACK (on_confirm), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), self->reason);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->complaint));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->clashes));
  gtk_box_append (GTK_BOX (foot), list);
  gtk_widget_add_css_class (foot, "form");
  return foot;
}

static void
build (FfReplaceWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = make_header (self);
  GtkWidget *picker = ff_trainee_picker_new (self->workspace, self->run_id);
  GtkWidget *foot = make_foot (self);

  self->picker = FF_TRAINEE_PICKER (picker);
  gtk_widget_set_vexpand (picker, TRUE);
  g_signal_connect_object (picker, "changed", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), picker);
  gtk_box_append (GTK_BOX (box), foot);
  adw_window_set_content (ADW_WINDOW (self), box);
  on_chosen (self);
}

FfReplaceWindow *
ff_replace_window_open (GtkWidget *parent, FfWorkspace *workspace, gint64 enrolment_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfEnrolment) enrolment = NULL;
  g_autofree char *title = NULL;
  FfReplaceWindow *self;

  g_return_val_if_fail (FF_IS_WORKSPACE (workspace), NULL);

  enrolment = ff_roster_read (ff_workspace_get_reader (workspace), enrolment_id, &error);
  if (enrolment == NULL)
    {
      g_signal_emit_by_name (workspace, "failed", error);
      return NULL;
    }
  title = g_strdup_printf (_("Who Comes in Place of %s?"), enrolment->name);
  self = g_object_new (FF_TYPE_REPLACE_WINDOW, "modal", TRUE, "transient-for", gtk_widget_get_root (parent), "title", title,
                       "default-width", 760, "default-height", 600, NULL);
  self->workspace = g_object_ref (workspace);
  self->enrolment_id = enrolment_id;
  self->run_id = enrolment->run_id;
  self->name = g_strdup (enrolment->name);
  build (self);
  ff_trainee_picker_grab_search (self->picker);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
