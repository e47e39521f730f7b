/* Answers in the window of imports: which questionnaire of which class they are to, where the file does not say it. */
#include "config.h"

#include "ff-import-window-private.h"

#include <glib/gi18n-lib.h>

#include "ff-import-kind.h"
#include "ff-questionnaire-store.h"

/* A list that nobody reads to its end; whoever looks for an older one opens the import from its class. */
#define MAX_CHOICES 300

static void
fill_choices (FfImportWindow *self)
{
  const FfQuestionnaireQuery query = { .place = FF_QUESTIONNAIRES_OF_CLASSES, .kind = -1, .sort = FF_QUESTIONNAIRE_SORT_OWNER, .descending = TRUE };
  FfDb *db = ff_workspace_get_reader (self->workspace);
  g_autoptr (GArray) ids = ff_questionnaire_store_list (db, &query, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  self->questionnaires = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_questionnaire_row_free);
  gtk_string_list_append (titles, _("Choose a questionnaire…"));
  for (guint i = 0; ids != NULL && i < ids->len && self->questionnaires->len < MAX_CHOICES; i++)
    {
      FfQuestionnaireRow *row = ff_questionnaire_store_read_row (db, g_array_index (ids, gint64, i), NULL);
      g_autofree char *title = NULL;

      if (row == NULL || row->kind == FF_QUESTIONNAIRE_TEST)
        {
          ff_questionnaire_row_free (row);
          continue;
        }
      title = g_strdup_printf ("%s · %s", row->owner_code, row->title);
      gtk_string_list_append (titles, title);
      g_ptr_array_add (self->questionnaires, row);
      if (g_strcmp0 (row->owner_code, self->class_code) == 0 && g_strcmp0 (row->key, self->questionnaire) == 0)
        selected = self->questionnaires->len;
    }
  self->setting = TRUE;
  gtk_drop_down_set_expression (self->asked, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_model (self->asked, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->asked, selected);
  self->setting = FALSE;
}

static gboolean
is_of_answers (FfImportWindow *self)
{
  return g_str_equal (ff_import_kind_get_name (self->kind), "answers");
}

void
ff_import_window_prepare_answers (FfImportWindow *self)
{
  gboolean said;

  self->recalled = self->by_hand = FALSE;
  gtk_widget_set_visible (self->asked_box, FALSE);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  if (!is_of_answers (self))
    return;
  said = ff_import_find_column (self->import, "class") >= 0 && ff_import_find_column (self->import, "questionnaire") >= 0;
  gtk_widget_set_visible (self->asked_box, !said);
  if (!said && self->questionnaires == NULL)
    fill_choices (self);
  if (!said && self->class_code != NULL)
    {
      ff_import_set_default (self->import, "class", self->class_code);
      ff_import_set_default (self->import, "questionnaire", self->questionnaire);
    }
  self->recalled = ff_import_recall_targets (self->import, ff_workspace_get_reader (self->workspace));
  self->targets = ff_import_list_targets (self->import, ff_workspace_get_reader (self->workspace));
}

static void
on_asked_changed (FfImportWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->asked);
  const FfQuestionnaireRow *row;

  if (self->setting || self->working || selected == 0 || selected == GTK_INVALID_LIST_POSITION || selected > self->questionnaires->len)
    return;
  row = g_ptr_array_index (self->questionnaires, selected - 1);
  g_free (self->class_code);
  g_free (self->questionnaire);
  self->class_code = g_strdup (row->owner_code);
  self->questionnaire = g_strdup (row->key);
  ff_import_window_prepare_answers (self);
  ff_import_window_show_columns (self);
  ff_import_window_build_table (self);
  ff_import_window_preview (self);
}

static void
on_again (FfImportWindow *self)
{
  self->take_again = TRUE;
  ff_import_window_preview (self);
}

void
ff_import_window_bind_answers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_asked_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_again);
}
