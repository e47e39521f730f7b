#include "config.h"

#include "ff-editor-preview.h"

#include <glib/gi18n-lib.h>

/* Shorter than a person stops to think, longer than between two keys. */
#define PAUSE_MS 350
#define MOST_SENTENCES 3

struct _FfEditorPreview
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  const FfEditorKind *kind;
  gint64 id;
  gint64 context;
  GtkRevealer *revealer;
  GtkBox *content;
  FfEditorValues *values; /* to be looked at after the pause */
  guint timer;
  GCancellable *cancellable;
  FfEditorNotice *notice; /* that is shown */
};

G_DEFINE_FINAL_TYPE (FfEditorPreview, ff_editor_preview, ADW_TYPE_BIN)

enum
{
  TAKEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Notices ---------------------------------------------------------------------------------------------------------- */

static void
proposal_free (FfEditorProposal *proposal)
{
  g_free (proposal->text);
  g_hash_table_unref (proposal->fields);
  g_free (proposal);
}

FfEditorNotice *
ff_editor_notice_new (void)
{
  FfEditorNotice *notice = g_new0 (FfEditorNotice, 1);

  notice->sentences = g_ptr_array_new_with_free_func (g_free);
  notice->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) proposal_free);
  return notice;
}

void
ff_editor_notice_free (FfEditorNotice *notice)
{
  if (notice == NULL)
    return;
  g_ptr_array_unref (notice->sentences);
  g_ptr_array_unref (notice->proposals);
  g_free (notice);
}

void
ff_editor_notice_propose (FfEditorNotice *notice, char *text, FfEditorValues *fields)
{
  FfEditorProposal *proposal = g_new0 (FfEditorProposal, 1);

  proposal->text = text;
  proposal->fields = fields;
  g_ptr_array_add (notice->proposals, proposal);
}

/* Showing ---------------------------------------------------------------------------------------------------------- */

static void
on_take (FfEditorPreview *self, GtkButton *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  g_autoptr (GHashTable) fields = NULL;

  if (self->notice == NULL || index >= self->notice->proposals->len)
    return;
  fields = g_hash_table_ref (((FfEditorProposal *) g_ptr_array_index (self->notice->proposals, index))->fields);
  g_signal_emit (self, signals[TAKEN], 0, fields);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_sentence (FfEditorPreview *self, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *image = gtk_image_new_from_icon_name (self->kind->informs ? "dialog-information-symbolic" : "ff-clash-symbolic");

  gtk_widget_add_css_class (image, self->kind->informs ? "dim-label" : "error");
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 2);
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), new_label (text));
  gtk_box_append (self->content, row);
}

static void
add_proposal (FfEditorPreview *self, const FfEditorProposal *proposal, guint index)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *image = gtk_image_new_from_icon_name ("ff-calendar-symbolic");
  GtkWidget *button = gtk_button_new_with_label (C_("proposal", "Use"));
  /* Translators: a button that takes a proposal, and the proposal. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), C_("proposal", "Use"), proposal->text);

  gtk_widget_add_css_class (image, "clash-way");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_take), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), new_label (proposal->text));
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (self->content, row);
}

static void
show_notice (FfEditorPreview *self)
{
  const FfEditorNotice *notice = self->notice;
  guint shown = MIN (notice->sentences->len, MOST_SENTENCES);
  GtkWidget *child;

  gtk_revealer_set_reveal_child (self->revealer, notice->sentences->len > 0);
  if (notice->sentences->len == 0)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
  for (guint i = 0; i < shown; i++)
    add_sentence (self, g_ptr_array_index (notice->sentences, i));
  if (notice->sentences->len > shown)
    {
      guint more = notice->sentences->len - shown;
      g_autofree char *text = g_strdup_printf (ngettext ("%u more clash", "%u more clashes", more), more);

      add_sentence (self, text);
    }
  for (guint i = 0; i < notice->proposals->len; i++)
    add_proposal (self, g_ptr_array_index (notice->proposals, i), i);
}

/* Reading ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef preview;
  const FfEditorKind *kind;
  gint64 id;
  gint64 context;
  FfEditorValues *values;
  FfEditorNotice *notice;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_weak_ref_clear (&look->preview);
  g_hash_table_unref (look->values);
  g_clear_pointer (&look->notice, ff_editor_notice_free);
  g_free (look);
}

static gboolean
look_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Look *look = data;

  look->notice = look->kind->preview (db, look->id, look->context, look->values, error);
  return look->notice != NULL;
}

/* What cannot be looked at yet is told when it is saved. */
static gboolean
look_done (gpointer data, const GError *error)
{
  Look *look = data;
  g_autoptr (FfEditorPreview) self = g_weak_ref_get (&look->preview);

  if (self == NULL)
    return TRUE;
  g_clear_pointer (&self->notice, ff_editor_notice_free);
  self->notice = look->notice != NULL ? g_steal_pointer (&look->notice) : ff_editor_notice_new ();
  show_notice (self);
  return TRUE;
}

static gboolean
on_pause (gpointer user_data)
{
  FfEditorPreview *self = user_data;
  Look *look = g_new0 (Look, 1);

  self->timer = 0;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (&look->preview, self);
  look->kind = self->kind;
  look->id = self->id;
  look->context = self->context;
  look->values = g_steal_pointer (&self->values);
  ff_workspace_read (self->workspace, look_work, look_done, look, look_free, self->cancellable);
  return G_SOURCE_REMOVE;
}

void
ff_editor_preview_ask (FfEditorPreview *self, FfEditorValues *values)
{
  g_return_if_fail (FF_IS_EDITOR_PREVIEW (self) && values != NULL);

  g_clear_pointer (&self->values, g_hash_table_unref);
  self->values = values;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE_MS, on_pause, self);
}

static void
ff_editor_preview_dispose (GObject *object)
{
  FfEditorPreview *self = FF_EDITOR_PREVIEW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_pointer (&self->notice, ff_editor_notice_free);
  G_OBJECT_CLASS (ff_editor_preview_parent_class)->dispose (object);
}

static void
ff_editor_preview_class_init (FfEditorPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_editor_preview_dispose;
  signals[TAKEN] = g_signal_new ("taken", FF_TYPE_EDITOR_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_HASH_TABLE);
}

static void
ff_editor_preview_init (FfEditorPreview *self)
{
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->content), "form-preview");
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (self->content));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
}

GtkWidget *
ff_editor_preview_new (FfWorkspace *workspace, const FfEditorKind *kind, gint64 id, gint64 context)
{
  FfEditorPreview *self = g_object_new (FF_TYPE_EDITOR_PREVIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  self->id = id;
  self->context = context;
  if (kind->informs)
    gtk_widget_add_css_class (GTK_WIDGET (self->content), "informs");
  return GTK_WIDGET (self);
}
