/* How answers to a questionnaire come in: typed from paper, pasted, or out of a file. Actions of the window, with the questionnaire's id, so
   that any menu and page can ask for them. */
#include "config.h"

#include "ff-window-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-answered-window.h"
#include "ff-compat.h"
#include "ff-form-entry-window.h"
#include "ff-import-window.h"
#include "ff-questionnaire-store.h"

static void
activate_type_forms (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfWorkspace *workspace = ff_window_get_workspace (FF_WINDOW (widget));

  if (workspace != NULL)
    ff_form_entry_window_open (widget, workspace, g_variant_get_int64 (parameter));
}

static void
activate_who_answered (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfWorkspace *workspace = ff_window_get_workspace (FF_WINDOW (widget));

  if (workspace != NULL)
    ff_answered_window_open (widget, workspace, g_variant_get_int64 (parameter));
}

/* Files and the clipboard ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef window;
  gint64 questionnaire_id;
} Asking;

static Asking *
asking_new (GtkWidget *window, GVariant *parameter)
{
  Asking *asking = g_new0 (Asking, 1);

  g_weak_ref_init (&asking->window, window);
  asking->questionnaire_id = g_variant_get_int64 (parameter);
  return asking;
}

static void
asking_free (Asking *asking)
{
  g_weak_ref_clear (&asking->window);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
on_imported (FfWindow *self, const char *summary)
{
  ff_window_toast (self, summary);
}

static void
open_import (const Asking *asking, GFile *file, gboolean scratch)
{
  g_autoptr (FfWindow) self = g_weak_ref_get ((GWeakRef *) &asking->window);
  FfWorkspace *workspace = self != NULL ? ff_window_get_workspace (self) : NULL;
  g_autoptr (FfQuestionnaireRow) row = NULL;
  FfImportWindow *window;

  if (workspace == NULL)
    return;
  row = ff_questionnaire_store_read_row (ff_workspace_get_reader (workspace), asking->questionnaire_id, NULL);
  if (row == NULL || row->owner.kind != FF_OWNER_RUN)
    return;
  window = ff_import_window_open_answers (GTK_WIDGET (self), workspace, file, scratch, row->owner_code, row->key);
  g_signal_connect_object (window, "imported", G_CALLBACK (on_imported), self, G_CONNECT_SWAPPED);
}

static void
on_file_chosen (GFile *file, gpointer user_data)
{
  g_autoptr (Asking) asking = user_data;

  if (file != NULL)
    open_import (asking, file, FALSE);
}

static void
activate_import_answers (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.csv", "*.tsv", "*.txt", "*.xlsx", NULL };

  ff_compat_open_file (GTK_WINDOW (widget), _("Import Answers"), _("Spreadsheets and CSV files"), patterns, on_file_chosen,
                       asking_new (widget, parameter));
}

/* The block becomes a file that goes away again, since everything that is known about files helps it too. */
static GFile *
write_scratch (const char *text, GError **error)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("pasted-XXXXXX.csv", &stream, error);

  if (file == NULL || !g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error))
    return NULL;
  return g_steal_pointer (&file);
}

static void
on_clipboard (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) asking = user_data;
  g_autoptr (FfWindow) self = g_weak_ref_get (&asking->window);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  if (self == NULL)
    return;
  if (text == NULL || *text == '\0')
    g_set_error_literal (&error, FF_ERROR, FF_ERROR_INVALID, _("The clipboard holds no text: copy the cells with their headings first."));
  else
    file = write_scratch (text, &error);
  if (file != NULL)
    open_import (asking, file, TRUE);
  else
    ff_window_show_error (self, error);
}

static void
activate_paste_answers (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_clipboard, asking_new (widget, parameter));
}

/* ---------------------------------------------------------------------------------------------------------------------------- */

void
ff_window_class_add_answers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.type-forms", "x", activate_type_forms);
  gtk_widget_class_install_action (widget_class, "win.paste-answers", "x", activate_paste_answers);
  gtk_widget_class_install_action (widget_class, "win.import-answers", "x", activate_import_answers);
  gtk_widget_class_install_action (widget_class, "win.who-answered", "x", activate_who_answered);
}

GMenuModel *
ff_window_make_answers_menu (gint64 questionnaire_id)
{
  static const struct
  {
    const char *label;
    const char *action;
  } items[] = {
    { N_("_Enter Forms…"), "win.type-forms" },
    { N_("P_aste Answers…"), "win.paste-answers" },
    { N_("_Import Answers…"), "win.import-answers" },
    { N_("_Who Has Not Answered…"), "win.who-answered" },
  };
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "x", questionnaire_id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}
