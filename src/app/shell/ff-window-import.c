/* Spreadsheets on their way into the database: chosen from a folder, or dropped onto the window. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-compat.h"
#include "ff-import-window.h"
#include "ff-window-private.h"

static void
on_imported (FfWindow *self, const char *summary)
{
  ff_window_toast_undo (self, summary);
}

/* On People, a file is about trainees; elsewhere its heading tells. */
static const char *
expected_kind (FfWindow *self)
{
  FfPage *section = self->history->len > 0 ? g_ptr_array_index (self->history, 0) : NULL;

  return section != NULL && g_str_equal (gtk_widget_get_name (GTK_WIDGET (section)), "people") ? "trainees" : NULL;
}

void
ff_window_import (FfWindow *self, GFile *file)
{
  FfImportWindow *window = ff_import_window_open (GTK_WIDGET (self), self->workspace, file, expected_kind (self));

  g_signal_connect_object (window, "imported", G_CALLBACK (on_imported), self, G_CONNECT_SWAPPED);
}

static void
on_file_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (FfWindow) self = user_data;

  if (file != NULL && self->workspace != NULL)
    ff_window_import (self, file);
}

void
ff_window_choose_import (FfWindow *self)
{
  static const char *const patterns[] = { "*.csv", "*.tsv", "*.txt", "*.xlsx", NULL };

  ff_compat_open_file (GTK_WINDOW (self), _("Import a Spreadsheet"), _("Spreadsheets and CSV files"), patterns, on_file_chosen,
                       g_object_ref (self));
}

static gboolean
is_database (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, ".fourfold");
}

static gboolean
on_drop (FfWindow *self, const GValue *value, double x, double y)
{
  GFile *file = g_value_get_object (value);

  if (file == NULL)
    return FALSE;
  if (is_database (file))
    ff_window_open (self, g_file_peek_path (file), FALSE);
  else if (self->workspace != NULL && ff_workspace_is_writable (self->workspace))
    ff_window_import (self, file);
  else
    return FALSE;
  return TRUE;
}

void
ff_window_init_drop (FfWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
