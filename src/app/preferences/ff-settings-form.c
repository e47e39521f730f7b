#include "config.h"

#include "ff-settings-form.h"

#include <glib/gi18n-lib.h>

#include "ff-editor-row.h"
#include "ff-settings.h"

struct _FfSettingsForm
{
  AdwBin parent_instance;

  FfWorkspace *workspace;
  GtkListBox *form;
  GPtrArray *rows;    /* FfEditorRow */
  GHashTable *stored; /* key → text */
};

G_DEFINE_FINAL_TYPE (FfSettingsForm, ff_settings_form, ADW_TYPE_BIN)

/* Keeping ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfEditorRow *row;
  const char *key; /* of the row's field */
  char *text;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_object_unref (keeping->row);
  g_free (keeping->text);
  g_free (keeping);
}

static gboolean
keep_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Keeping *keeping = data;

  return ff_settings_put (db, keeping->key, keeping->text, error) != FF_PUT_REFUSED;
}

static gboolean
keep_done (gpointer data, const GError *error)
{
  Keeping *keeping = data;

  ff_editor_row_set_error (keeping->row, error != NULL ? error->message : NULL);
  return TRUE;
}

static void
on_left (FfSettingsForm *self, FfEditorRow *row)
{
  const char *key = ff_editor_row_get_field (row)->name;
  g_autofree char *text = ff_editor_row_dup_text (row);
  const char *stored = g_hash_table_lookup (self->stored, key);
  Keeping *keeping;

  if (g_strcmp0 (text, stored) == 0)
    {
      ff_editor_row_set_error (row, NULL);
      return;
    }
  keeping = g_new0 (Keeping, 1);
  keeping->row = g_object_ref (row);
  keeping->key = key;
  keeping->text = g_steal_pointer (&text);
  ff_workspace_run (self->workspace, _("Change the preferences"), keep_work, keep_done, keeping, keeping_free);
}

/* Showing ---------------------------------------------------------------------------------------------------------- */

/* What the person is typing, or what was refused, stays. */
static void
show_row (FfSettingsForm *self, FfEditorRow *row)
{
  const char *key = ff_editor_row_get_field (row)->name;
  g_autofree char *text = ff_editor_row_dup_text (row);
  const char *former = g_hash_table_lookup (self->stored, key);
  char *value = ff_settings_get (ff_workspace_get_reader (self->workspace), key, NULL);
  gboolean untouched = former == NULL || g_str_equal (text, former);

  if (value == NULL)
    value = g_strdup ("");
  if (untouched || !ff_editor_row_has_error (row))
    ff_editor_row_set_text (row, value);
  g_hash_table_insert (self->stored, (gpointer) key, value);
}

static void
show_all (FfSettingsForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, g_ptr_array_index (self->rows, i));
}

static void
on_changed (FfSettingsForm *self, const char *table, GArray *ids, gint64 journal_number)
{
  if (table == NULL || g_str_equal (table, "setting"))
    show_all (self);
}

static void
ff_settings_form_finalize (GObject *object)
{
  FfSettingsForm *self = FF_SETTINGS_FORM (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->stored, g_hash_table_unref);
  G_OBJECT_CLASS (ff_settings_form_parent_class)->finalize (object);
}

static void
ff_settings_form_class_init (FfSettingsFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_settings_form_finalize;
}

static void
ff_settings_form_init (FfSettingsForm *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->stored = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->form = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->form, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->form), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->form));
}

GtkWidget *
ff_settings_form_new (FfWorkspace *workspace, const FfEditorField *fields, gsize n_fields, GPtrArray *(*choices) (const char *key))
{
  FfSettingsForm *self = g_object_new (FF_TYPE_SETTINGS_FORM, NULL);

  self->workspace = g_object_ref (workspace);
  for (gsize i = 0; i < n_fields; i++)
    {
      g_autoptr (GPtrArray) offered = choices != NULL ? choices (fields[i].name) : NULL;
      FfEditorRow *row = ff_editor_row_new (&fields[i], offered, self->form);

      g_signal_connect_object (row, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "entered", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), ff_workspace_is_writable (workspace));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  show_all (self);
  return GTK_WIDGET (self);
}
