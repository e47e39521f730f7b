#include "config.h"

#include "ff-questionnaire-library.h"

#include <string.h>

#include "ff-builtin-questionnaires.h"
#include "ff-name-key.h"
#include "ff-phrases.h"

#define LIBRARY FF_OWNER_INIT (FF_OWNER_NONE, 0)

gboolean
ff_questionnaire_library_is_builtin (gint64 id)
{
  return id < 0;
}

static const FfQuestionnaire *
find_builtin (gint64 id)
{
  const GPtrArray *builtin = ff_builtin_questionnaires_get ();

  return id < 0 && -1 - id < (gint64) builtin->len ? g_ptr_array_index (builtin, (guint) (-1 - id)) : NULL;
}

static gboolean
matches (const FfQuestionnaire *questionnaire, const FfQuestionnaireQuery *query)
{
  g_autofree char *typed = query->search != NULL ? ff_name_fold (query->search) : NULL;
  g_autofree char *english = ff_name_search_key (questionnaire->title, questionnaire->key);
  g_autofree char *own = ff_name_search_key (ff_questionnaire_title_in (questionnaire, ff_phrases_reader_language ()), NULL);

  if (query->place != FF_QUESTIONNAIRES_ANYWHERE && query->place != FF_QUESTIONNAIRES_OF_LIBRARY)
    return FALSE;
  if ((query->kind >= 0 && query->kind != (int) questionnaire->kind) || (query->level != 0 && query->level != questionnaire->level))
    return FALSE;
  return typed == NULL || strstr (english, typed) != NULL || strstr (own, typed) != NULL;
}

GArray *
ff_questionnaire_library_list (FfDb *db, const FfQuestionnaireQuery *query, GError **error)
{
  const GPtrArray *builtin = ff_builtin_questionnaires_get ();
  g_autoptr (GArray) ids = ff_questionnaire_store_list (db, query, error);

  for (guint i = 0; ids != NULL && i < builtin->len; i++)
    {
      const FfQuestionnaire *questionnaire = g_ptr_array_index (builtin, i);
      gint64 id = -1 - (gint64) i;
      gint64 changed;

      if (!matches (questionnaire, query))
        continue;
      changed = ff_questionnaire_store_find (db, LIBRARY, questionnaire->key, error);
      if (changed < 0)
        return NULL;
      if (changed == 0)
        g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

FfQuestionnaire *
ff_questionnaire_library_read (FfDb *db, gint64 id, FfOwner *owner, GError **error)
{
  const FfQuestionnaire *builtin = find_builtin (id);

  if (builtin == NULL)
    return ff_questionnaires_read (db, id, owner, error);
  if (owner != NULL)
    *owner = LIBRARY;
  return ff_questionnaire_copy (builtin);
}

static FfQuestionnaireRow *
make_row (gint64 id, const FfQuestionnaire *questionnaire)
{
  FfQuestionnaireRow *row = g_new0 (FfQuestionnaireRow, 1);

  row->id = id;
  row->key = g_strdup (questionnaire->key);
  row->title = g_strdup (ff_questionnaire_title_in (questionnaire, ff_phrases_reader_language ()));
  row->kind = questionnaire->kind;
  row->level = questionnaire->level;
  row->anonymous = questionnaire->anonymous;
  row->questions = (int) ff_questionnaire_count_questions (questionnaire);
  return row;
}

GPtrArray *
ff_questionnaire_library_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full ((guint) n, (GDestroyNotify) ff_questionnaire_row_free);

  for (gsize i = 0; i < n; i++)
    {
      const FfQuestionnaire *builtin = find_builtin (ids[i]);
      g_autoptr (GError) failed = NULL;

      g_ptr_array_add (rows, builtin != NULL ? make_row (ids[i], builtin) : ff_questionnaire_store_read_row (db, ids[i], &failed));
      if (failed == NULL)
        continue;
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  return g_steal_pointer (&rows);
}
