/* What is done to a questionnaire on its page: each command is one step of undo. */
#include "config.h"

#include "ff-questionnaire-page-private.h"

#include <glib/gi18n-lib.h>

#include "ff-document-window.h"
#include "ff-editors.h"
#include "ff-questionnaire-edit.h"
#include "ff-questionnaire-form.h"
#include "ff-questionnaire-library.h"
#include "ff-window.h"

/* On its way to the writer and back. */
typedef struct
{
  GWeakRef page;
  FfWorkFunc work;
  gint64 whole_id;
  gint64 id;      /* of a question or a dimension */
  gint64 into_id; /* of a dimension */
  gint64 new_id;
  int position;
  char *text;
} Command;

static void
command_free (gpointer data)
{
  Command *command = data;

  g_weak_ref_clear (&command->page);
  g_free (command->text);
  g_free (command);
}

static Command *
command_new (FfQuestionnairePage *self, gint64 id)
{
  Command *command = g_new0 (Command, 1);

  g_weak_ref_init (&command->page, self);
  command->whole_id = self->id;
  command->id = id;
  return command;
}

/* What was refused is shown again as it is stored; the window says why. */
static gboolean
command_done (gpointer data, const GError *error)
{
  Command *command = data;
  g_autoptr (FfQuestionnairePage) self = g_weak_ref_get (&command->page);

  if (self != NULL && error != NULL)
    {
      self->focus_question = self->focus_dimension = 0;
      ff_questionnaire_page_reload (self);
    }
  return FALSE;
}

static void
run (FfQuestionnairePage *self, const char *label, FfWorkFunc work, Command *command)
{
  ff_workspace_run (ff_page_get_workspace (FF_PAGE (self)), label, work, command_done, command, command_free);
}

/* Questions ------------------------------------------------------------------------------------------------------------------- */

static gboolean
set_title_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Command *command = data;
  const FfQuestionDraft draft = { .title = command->text };

  return ff_questionnaire_edit_put_question (db, 0, command->id, &draft, NULL, error) != FF_PUT_REFUSED;
}

static void
activate_set_title (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfQuestionnairePage *self = FF_QUESTIONNAIRE_PAGE (widget);
  Command *command = command_new (self, 0);

  g_variant_get (parameter, "(xs)", &command->id, &command->text);
  run (self, _("Change a question"), set_title_work, command);
}

static gboolean
set_kind_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Command *command = data;
  const FfQuestionDraft draft = { .kind = command->text };

  return ff_questionnaire_edit_put_question (db, 0, command->id, &draft, NULL, error) != FF_PUT_REFUSED;
}

static void
activate_set_kind (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfQuestionnairePage *self = FF_QUESTIONNAIRE_PAGE (widget);
  Command *command = command_new (self, 0);

  g_variant_get (parameter, "(xs)", &command->id, &command->text);
  run (self, _("Change a question"), set_kind_work, command);
}

static gboolean
add_questions_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Command *command = data;

  return ff_questionnaire_edit_add_questions (db, command->id, -1, command->text, error) > 0;
}

static void
activate_add_questions (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfQuestionnairePage *self = FF_QUESTIONNAIRE_PAGE (widget);
  Command *command = command_new (self, 0);

  g_variant_get (parameter, "(xs)", &command->id, &command->text);
  run (self, _("Add questions"), add_questions_work, command);
}

static void
activate_edit_question (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_editor_open (widget, ff_page_get_workspace (FF_PAGE (widget)), &ff_question_editor, g_variant_get_int64 (parameter), 0);
}

static gboolean
delete_question_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_questionnaire_edit_delete_question (db, *(gint64 *) data, error);
}

static void
activate_delete_question (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_window_run (ff_window_of (widget), _("Delete a question"), delete_question_work, g_variant_get_int64 (parameter),
                 _("Question deleted"));
}

static gboolean
move_question_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Command *command = data;

  return ff_questionnaire_edit_move_question (db, command->id, command->into_id, command->position, error);
}

static void
move_question (FfQuestionnairePage *self, gint64 id, gint64 into_id, int position)
{
  Command *command = command_new (self, id);

  command->into_id = into_id;
  command->position = position;
  self->focus_question = id;
  run (self, _("Move a question"), move_question_work, command);
}

/* Where a question stands: FALSE when it is not shown any more. */
static gboolean
find_place (FfQuestionnairePage *self, gint64 id, guint *dimension, guint *index)
{
  const FfDimension *place = NULL;
  const FfQuestion *question = ff_questionnaire_find_id (self->shown, id, &place);

  return question != NULL && g_ptr_array_find (self->shown->dimensions, place, dimension)
         && g_ptr_array_find (place->questions, question, index);
}

/* Beyond the end of its dimension it goes on into the next one. */
static void
activate_move_question (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfQuestionnairePage *self = FF_QUESTIONNAIRE_PAGE (widget);
  const FfDimension *place;
  guint dimension, index;
  gint64 id;
  int by, position;

  g_variant_get (parameter, "(xi)", &id, &by);
  if (!find_place (self, id, &dimension, &index))
    return;
  place = ff_questionnaire_get_dimension (self->shown, dimension);
  position = (int) index + by;
  if (position < 0 && dimension > 0)
    {
      place = ff_questionnaire_get_dimension (self->shown, dimension - 1);
      position = (int) place->questions->len;
    }
  else if (position >= (int) place->questions->len && dimension + 1 < self->shown->dimensions->len)
    {
      place = ff_questionnaire_get_dimension (self->shown, dimension + 1);
      position = 0;
    }
  else if (position < 0 || position >= (int) place->questions->len)
    return;
  move_question (self, id, place->id, position);
}

/* The first takes the place of the second. */
static void
activate_drop_question (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfQuestionnairePage *self = FF_QUESTIONNAIRE_PAGE (widget);
  guint dimension, index;
  gint64 id, target;

  g_variant_get (parameter, "(xx)", &id, &target);
  if (id != target && find_place (self, target, &dimension, &index))
    move_question (self, id, ff_questionnaire_get_dimension (self->shown, dimension)->id, (int) index);
}

static void
activate_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfQuestionnairePage *self = FF_QUESTIONNAIRE_PAGE (widget);
  const FfDimension *place;
  guint dimension, index;

  if (!find_place (self, g_variant_get_int64 (parameter), &dimension, &index))
    return;
  place = ff_questionnaire_get_dimension (self->shown, dimension);
  if (index + 1 < place->questions->len)
    ff_questionnaire_page_focus_question (self, ff_dimension_get_question (place, index + 1)->id);
  else
    ff_questionnaire_page_focus_line (self, dimension);
}

/* Dimensions ------------------------------------------------------------------------------------------------------------------ */

static gboolean
set_dimension_title_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Command *command = data;
  const FfDimensionDraft draft = { .title = command->text };

  return ff_questionnaire_edit_put_dimension (db, 0, command->id, &draft, NULL, error) != FF_PUT_REFUSED;
}

static void
activate_set_dimension_title (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfQuestionnairePage *self = FF_QUESTIONNAIRE_PAGE (widget);
  Command *command = command_new (self, 0);

  g_variant_get (parameter, "(xs)", &command->id, &command->text);
  run (self, _("Change a dimension"), set_dimension_title_work, command);
}

static void
activate_edit_dimension (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfQuestionnairePage *self = FF_QUESTIONNAIRE_PAGE (widget);

  ff_editor_open (widget, ff_page_get_workspace (FF_PAGE (self)), &ff_dimension_editor, g_variant_get_int64 (parameter), self->id);
}

static gboolean
move_dimension_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Command *command = data;

  return ff_questionnaire_edit_move_dimension (db, command->id, command->position, error);
}

static void
activate_move_dimension (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfQuestionnairePage *self = FF_QUESTIONNAIRE_PAGE (widget);
  gint64 id;
  int by;

  g_variant_get (parameter, "(xi)", &id, &by);
  for (guint i = 0; i < self->shown->dimensions->len; i++)
    {
      int position = (int) i + by;
      Command *command;

      if (ff_questionnaire_get_dimension (self->shown, i)->id != id || position < 0 || position >= (int) self->shown->dimensions->len)
        continue;
      command = command_new (self, id);
      command->position = position;
      self->focus_dimension = id;
      run (self, _("Move a dimension"), move_dimension_work, command);
    }
}

static gboolean
delete_dimension_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_questionnaire_edit_delete_dimension (db, *(gint64 *) data, error);
}

static void
activate_delete_dimension (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ff_window_run (ff_window_of (widget), _("Delete a dimension"), delete_dimension_work, g_variant_get_int64 (parameter),
                 _("Dimension deleted"));
}

static gboolean
split_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Command *command = data;

  return ff_questionnaires_split (db, command->whole_id, command->id, error) > 0;
}

static void
activate_split_dimension (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfQuestionnairePage *self = FF_QUESTIONNAIRE_PAGE (widget);

  run (self, _("Divide a dimension"), split_work, command_new (self, g_variant_get_int64 (parameter)));
}

static gboolean
add_dimension_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Command *command = data;
  const FfDimensionDraft draft = { .title = "" };

  return ff_questionnaire_edit_put_dimension (db, command->whole_id, 0, &draft, &command->new_id, error) != FF_PUT_REFUSED;
}

static gboolean
add_dimension_done (gpointer data, const GError *error)
{
  Command *command = data;
  g_autoptr (FfQuestionnairePage) self = g_weak_ref_get (&command->page);

  if (self != NULL && error == NULL)
    {
      self->focus_dimension = command->new_id;
      ff_questionnaire_page_reload (self);
    }
  return FALSE;
}

static void
activate_add_dimension (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfQuestionnairePage *self = user_data;

  gtk_stack_set_visible_child_name (self->stack, "questions");
  ff_workspace_run (ff_page_get_workspace (FF_PAGE (self)), _("Add a dimension"), add_dimension_work, add_dimension_done,
                    command_new (self, 0), command_free);
}

/* Translations ---------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GWeakRef page;
  FfTextOf of;
  char *language;
  char *member;
  char *text;
} Translation;

static void
translation_free (gpointer data)
{
  Translation *translation = data;

  g_weak_ref_clear (&translation->page);
  g_free (translation->language);
  g_free (translation->member);
  g_free (translation->text);
  g_free (translation);
}

static gboolean
translate_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Translation *translation = data;
  const char *member = translation->member;
  g_auto (GStrv) options = g_strsplit (translation->text, FF_TRANSLATION_SEPARATOR, -1);
  g_autofree char *lines = g_strjoinv ("\n", options);

  return ff_questionnaire_edit_translate (db, &translation->of, translation->language, g_str_equal (member, "title") ? translation->text : NULL,
                                          g_str_equal (member, "options") ? lines : NULL,
                                          g_str_equal (member, "intro") ? translation->text : NULL, error)
         != FF_PUT_REFUSED;
}

static gboolean
translate_done (gpointer data, const GError *error)
{
  Translation *translation = data;
  g_autoptr (FfQuestionnairePage) self = g_weak_ref_get (&translation->page);

  if (self != NULL && error != NULL)
    ff_questionnaire_page_reload (self);
  return FALSE;
}

static void
activate_translate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FfQuestionnairePage *self = FF_QUESTIONNAIRE_PAGE (widget);
  Translation *translation = g_new0 (Translation, 1);

  g_weak_ref_init (&translation->page, self);
  translation->of.questionnaire_id = self->id;
  g_variant_get (parameter, "(xxsss)", &translation->of.dimension_id, &translation->of.question_id, &translation->language,
                 &translation->member, &translation->text);
  ff_workspace_run (ff_page_get_workspace (FF_PAGE (self)), _("Translate a questionnaire"), translate_work, translate_done, translation,
                    translation_free);
}

/* The whole ------------------------------------------------------------------------------------------------------------------- */

static void
activate_settings (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfQuestionnairePage *self = user_data;

  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_questionnaire_editor, self->id, 0);
}

static void
on_copied (FfQuestionnairePage *self, gint64 id)
{
  FfWindow *window = ff_window_of (self);

  if (window == NULL)
    return;
  ff_window_open_questionnaire (window, id);
  ff_window_toast_undo (window, _("Questionnaire copied"));
}

static void
activate_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfQuestionnairePage *self = user_data;
  FfEditor *editor
      = ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_questionnaire_copy_editor, 0, self->id);

  g_signal_connect_object (editor, "saved", G_CALLBACK (on_copied), self, G_CONNECT_SWAPPED);
}

static gboolean
delete_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_questionnaires_delete (db, *(gint64 *) data, error);
}

static void
activate_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfQuestionnairePage *self = user_data;

  ff_window_run (ff_window_of (self), _("Delete a questionnaire"), delete_work, self->id, _("Questionnaire deleted"));
}

static FfDocument *
make_form (FfDb *db, gconstpointer data, GError **error)
{
  g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaire_library_read (db, *(const gint64 *) data, NULL, error);
  const FfQuestionnaireFormOptions options = { NULL, NULL };

  return questionnaire != NULL ? ff_questionnaire_form_make (questionnaire, &options) : NULL;
}

static void
activate_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FfQuestionnairePage *self = user_data;
  FfDocumentWindow *window = ff_document_window_new (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), _("Questionnaire"), NULL);

  ff_document_window_make (window, make_form, g_memdup2 (&self->id, sizeof self->id), g_free);
  gtk_window_present (GTK_WINDOW (window));
}

void
ff_questionnaire_page_install_commands (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "questionnaire.set-title", "(xs)", activate_set_title },
    { "questionnaire.set-kind", "(xs)", activate_set_kind },
    { "questionnaire.add-questions", "(xs)", activate_add_questions },
    { "questionnaire.edit-question", "x", activate_edit_question },
    { "questionnaire.delete-question", "x", activate_delete_question },
    { "questionnaire.move-question", "(xi)", activate_move_question },
    { "questionnaire.drop-question", "(xx)", activate_drop_question },
    { "questionnaire.next", "x", activate_next },
    { "questionnaire.set-dimension-title", "(xs)", activate_set_dimension_title },
    { "questionnaire.edit-dimension", "x", activate_edit_dimension },
    { "questionnaire.move-dimension", "(xi)", activate_move_dimension },
    { "questionnaire.delete-dimension", "x", activate_delete_dimension },
    { "questionnaire.translate", "(xxsss)", activate_translate },
    { "questionnaire.split-dimension", "x", activate_split_dimension },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

void
ff_questionnaire_page_add_actions (FfQuestionnairePage *self)
{
  static const GActionEntry actions[] = {
    { .name = "print", .activate = activate_print },
    { .name = "copy", .activate = activate_copy },
    { .name = "settings", .activate = activate_settings },
    { .name = "add-dimension", .activate = activate_add_dimension },
    { .name = "delete", .activate = activate_delete },
  };

  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
}
