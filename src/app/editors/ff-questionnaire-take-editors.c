/* A questionnaire that is taken from the library, the built-in ones included: by whoever owns it from then on, or by a class for one of
   its levels. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-questionnaire-library.h"
#include "ff-questionnaires.h"

static const FfEditorField fields[] = {
  { "source", N_("Which questionnaire"), FF_FIELD_CHOICE, TRUE },
};

static FfPut
put_for (FfDb *db, FfOwner owner, FfEditorValues *values, gint64 *new_id, GError **error)
{
  gint64 source = g_ascii_strtoll (ff_editor_values_get (values, "source"), NULL, 10);
  g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaire_library_read (db, source, NULL, error);

  if (questionnaire == NULL)
    return FF_PUT_REFUSED;
  *new_id = ff_questionnaires_copy (db, questionnaire, owner, NULL, error);
  return *new_id != 0 ? FF_PUT_NEW : FF_PUT_REFUSED;
}

/* @level 0: of any, and of none. A test is no questionnaire of a level: a scheme asks its items. */
static GPtrArray *
list_sources (FfDb *db, int level, GError **error)
{
  const FfQuestionnaireQuery query = { .place = FF_QUESTIONNAIRES_OF_LIBRARY, .kind = -1, .level = level };
  g_autoptr (GArray) ids = ff_questionnaire_library_list (db, &query, error);
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *choices;

  if (ids == NULL)
    return NULL;
  rows = ff_questionnaire_library_read_rows (db, (const gint64 *) (gpointer) ids->data, ids->len, error);
  choices = rows != NULL ? ff_choices_new () : NULL;
  for (guint i = 0; choices != NULL && i < rows->len; i++)
    {
      const FfQuestionnaireRow *row = g_ptr_array_index (rows, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, row->id);

      if (level == 0 || row->kind != FF_QUESTIONNAIRE_TEST)
        ff_editors_add_choice (choices, key, row->title);
    }
  return choices;
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  return TRUE;
}

/* Of an owner -------------------------------------------------------------------------------------------------------------- */

static FfPut
put_owned (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  return put_for (db, ff_owner_from_number (context), values, new_id, error);
}

static GPtrArray *
choose_any (FfDb *db, gint64 context, const char *field, GError **error)
{
  return list_sources (db, 0, error);
}

const FfEditorKind ff_questionnaire_take_editor = {
  .new_title = N_("Take a Questionnaire"),
  .new_label = N_("Take a questionnaire from the library"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put_owned,
  .load = load,
  .choices = choose_any,
  .confirm_label = N_("_Take"),
};

/* Of a class and a level ----------------------------------------------------------------------------------------------------- */

static FfPut
put_of_level (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  return put_for (db, ff_owner_run (ff_level_context_run (context)), values, new_id, error);
}

static GPtrArray *
choose_of_level (FfDb *db, gint64 context, const char *field, GError **error)
{
  return list_sources (db, ff_level_context_level (context), error);
}

const FfEditorKind ff_level_questionnaire_editor = {
  .new_title = N_("Take a Questionnaire"),
  .new_label = N_("Take a questionnaire from the library"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put_of_level,
  .load = load,
  .choices = choose_of_level,
  .confirm_label = N_("_Take"),
};
