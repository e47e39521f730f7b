/* A class takes a questionnaire: one that comes with the program, or one of the library. The context is the class and the level. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-builtin-questionnaires.h"
#include "ff-choice.h"
#include "ff-level-words.h"
#include "ff-questionnaires.h"

/* A choice is kept by this and the key of a built-in one, or by the id of another. */
#define BUILTIN "builtin:"

static const FfEditorField fields[] = {
  { "questionnaire", N_("Questionnaire"), FF_FIELD_CHOICE, TRUE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  const char *choice = ff_editor_values_get (values, "questionnaire");
  FfOwner owner = ff_owner_run (ff_level_context_run (context));
  const FfQuestionnaire *builtin
      = g_str_has_prefix (choice, BUILTIN) ? ff_builtin_questionnaires_find (choice + strlen (BUILTIN)) : NULL;
  g_autoptr (FfQuestionnaire) stored = NULL;
  gint64 stored_id = 0;

  if (builtin == NULL)
    {
      if (!g_ascii_string_to_signed (choice, 10, 1, G_MAXINT64, &stored_id, NULL))
        {
          ff_put_set_error (error, FF_ERROR_INVALID, "questionnaire", _("Choose a questionnaire."));
          return FF_PUT_REFUSED;
        }
      stored = ff_questionnaires_read (db, stored_id, NULL, error);
      if (stored == NULL)
        return FF_PUT_REFUSED;
    }
  *new_id = ff_questionnaires_copy (db, builtin != NULL ? builtin : stored, owner, NULL, error);
  return *new_id != 0 ? FF_PUT_NEW : FF_PUT_REFUSED;
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  return TRUE;
}

static gboolean
fits (const FfQuestionnaire *questionnaire, int level)
{
  return questionnaire->level == level && questionnaire->kind != FF_QUESTIONNAIRE_TEST;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  g_autoptr (GPtrArray) library = ff_questionnaires_list (db, FF_OWNER_INIT (FF_OWNER_NONE, 0), error);
  const GPtrArray *builtin = ff_builtin_questionnaires_get ();
  int level = ff_level_context_level (context);
  GPtrArray *array;

  if (library == NULL)
    return NULL;
  array = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_choice_free);
  for (guint i = 0; i < library->len; i++)
    {
      const FfQuestionnaire *questionnaire = g_ptr_array_index (library, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, questionnaire->id);

      if (fits (questionnaire, level))
        ff_editors_add_choice (array, id, ff_questionnaire_title_in (questionnaire, ff_words_language ()));
    }
  for (guint i = 0; i < builtin->len; i++)
    {
      const FfQuestionnaire *questionnaire = g_ptr_array_index (builtin, i);
      g_autofree char *key = g_strconcat (BUILTIN, questionnaire->key, NULL);

      if (fits (questionnaire, level))
        ff_editors_add_choice (array, key, ff_questionnaire_title_in (questionnaire, ff_words_language ()));
    }
  return array;
}

const FfEditorKind ff_level_questionnaire_editor = {
  .new_title = N_("Take a Questionnaire"),
  .edit_title = N_("Take a Questionnaire"),
  .new_label = N_("Take a questionnaire"),
  .edit_label = N_("Take a questionnaire"),
  .confirm_label = N_("_Take"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
};
