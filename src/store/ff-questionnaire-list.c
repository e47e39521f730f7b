/* Lists of questionnaires, their rows, what rests on them, and what is wrong with them. */
#include "config.h"

#include "ff-questionnaire-store.h"

#include <glib/gi18n-lib.h>

#include "ff-name-key.h"
#include "ff-owned-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

#define IN_LIBRARY "project_id IS NULL AND run_id IS NULL AND course_id IS NULL"

/* Of one owner -------------------------------------------------------------------------------------------------------------- */

GArray *
ff_questionnaire_store_list_of (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (owner.kind != FF_OWNER_NONE)
    return ff_owned_store_list (db, FF_OWNED_QUESTIONNAIRE, owner, error);
  statement = ff_db_prepare (db, "SELECT id FROM questionnaire WHERE " IN_LIBRARY " AND deleted = 0 ORDER BY sort_key, id", error);
  return statement != NULL ? ff_rows_list_ids (statement, error) : NULL;
}

gint64
ff_questionnaire_store_find (FfDb *db, FfOwner owner, const char *key, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (owner.kind == FF_OWNER_NONE)
    statement = ff_db_prepare (db, "SELECT id FROM questionnaire WHERE " IN_LIBRARY " AND key = $key AND deleted = 0", error);
  else
    statement = ff_db_prepare (
        db, "SELECT id FROM questionnaire WHERE " FF_OWNED_BY_ALL ("questionnaire") " AND key = $key AND deleted = 0", error);
  if (statement == NULL)
    return -1;
  if (owner.kind != FF_OWNER_NONE)
    ff_owned_store_bind (statement, FF_OWNED_QUESTIONNAIRE, owner);
  ff_statement_bind_text (statement, "$key", key);
  return ff_rows_get_id (statement, error);
}

int
ff_questionnaire_store_next_position (FfDb *db, FfOwner owner, GError **error)
{
  return owner.kind == FF_OWNER_NONE ? 0 : ff_owned_store_next_position (db, FF_OWNED_QUESTIONNAIRE, owner, error);
}

/* Of all ---------------------------------------------------------------------------------------------------------------------- */

static const char *const sort_columns[] = {
  [FF_QUESTIONNAIRE_SORT_TITLE] = NULL,
  [FF_QUESTIONNAIRE_SORT_KIND] = "q.kind",
  [FF_QUESTIONNAIRE_SORT_LEVEL] = "q.level",
  [FF_QUESTIONNAIRE_SORT_OWNER] = "coalesce (course.sort_key, run.sort_key, project.sort_key, '')",
  [FF_QUESTIONNAIRE_SORT_RESPONSES] = "(SELECT count (*) FROM response WHERE response.questionnaire_id = q.id)"
                                      " + (SELECT count (*) FROM anonymous_response AS a WHERE a.questionnaire_id = q.id)",
};

static const char *const places[] = {
  [FF_QUESTIONNAIRES_ANYWHERE] = "",
  [FF_QUESTIONNAIRES_OF_LIBRARY] = " AND q.project_id IS NULL AND q.run_id IS NULL AND q.course_id IS NULL",
  [FF_QUESTIONNAIRES_OF_COURSES] = " AND q.course_id IS NOT NULL",
  [FF_QUESTIONNAIRES_OF_CLASSES] = " AND q.run_id IS NOT NULL",
  [FF_QUESTIONNAIRES_OF_PROJECTS] = " AND q.project_id IS NOT NULL",
};

/* Of what is deleted nothing is listed. */
#define FROM_LIVE                                                                                                                    \
  " FROM questionnaire AS q LEFT JOIN course ON course.id = q.course_id LEFT JOIN run ON run.id = q.run_id"                          \
  " LEFT JOIN project ON project.id = q.project_id"                                                                                  \
  " WHERE q.deleted = 0 AND coalesce (course.deleted, run.deleted, project.deleted, 0) = 0"

GArray *
ff_questionnaire_store_list (FfDb *db, const FfQuestionnaireQuery *query, GError **error)
{
  const char *direction = query->descending ? " DESC" : "";
  g_autofree char *pattern = ff_rows_make_pattern (query->search);
  g_autoptr (GString) sql = g_string_new ("SELECT q.id" FROM_LIVE);
  g_autoptr (FfStatement) statement = NULL;

  g_string_append (sql, places[query->place]);
  g_string_append (sql, " AND ($kind IS NULL OR q.kind = $kind) AND ($level IS NULL OR q.level = $level)"
                        " AND (q.search_key LIKE $search ESCAPE '\\' OR course.search_key LIKE $search ESCAPE '\\'"
                        " OR run.search_key LIKE $search ESCAPE '\\' OR project.search_key LIKE $search ESCAPE '\\') ORDER BY ");
  if (sort_columns[query->sort] != NULL)
    g_string_append_printf (sql, "(%s)%s, ", sort_columns[query->sort], direction);
  g_string_append_printf (sql, "q.sort_key%s, q.id%s", direction, direction);
  statement = ff_db_prepare_dynamic (db, sql->str, error);
  if (statement == NULL)
    return NULL;
  ff_statement_bind_text (statement, "$search", pattern);
  ff_statement_bind_text (statement, "$kind", query->kind >= 0 ? ff_questionnaire_kind_to_key ((FfQuestionnaireKind) query->kind) : NULL);
  ff_statement_bind_id (statement, "$level", query->level);
  return ff_rows_list_ids (statement, error);
}

void
ff_questionnaire_row_free (FfQuestionnaireRow *row)
{
  if (row == NULL)
    return;
  g_free (row->key);
  g_free (row->title);
  g_free (row->owner_code);
  g_free (row->owner_title);
  g_free (row);
}

enum
{
  ROW_PROJECT,
  ROW_RUN,
  ROW_COURSE,
  ROW_KEY,
  ROW_TITLE,
  ROW_KIND,
  ROW_LEVEL,
  ROW_ANONYMOUS,
  ROW_OWNER_CODE,
  ROW_OWNER_TITLE,
  ROW_QUESTIONS,
  ROW_RESPONSES,
};

FfQuestionnaireRow *
ff_questionnaire_store_read_row (FfDb *db, gint64 id, GError **error)
{
  FfQuestionnaireRow *row;
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT q.project_id, q.run_id, q.course_id, q.key, q.title, q.kind, q.level, q.anonymous, coalesce (course.code, run.code),"
          " coalesce (course.title, run.title, project.title), (SELECT count (*) FROM question WHERE questionnaire_id = q.id),"
          " (SELECT count (*) FROM response WHERE questionnaire_id = q.id)"
          " + (SELECT count (*) FROM anonymous_response WHERE questionnaire_id = q.id)" FROM_LIVE " AND q.id = $id",
      error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return NULL;
  row = g_new0 (FfQuestionnaireRow, 1);
  row->id = id;
  row->owner = ff_owned_store_get_owner (statement, FF_OWNED_QUESTIONNAIRE, ROW_PROJECT);
  row->key = ff_statement_dup_text (statement, ROW_KEY);
  row->title = ff_statement_dup_text (statement, ROW_TITLE);
  (void) ff_questionnaire_kind_from_key (ff_statement_get_text (statement, ROW_KIND), &row->kind);
  row->level = (int) ff_statement_get_int (statement, ROW_LEVEL);
  row->anonymous = ff_statement_get_int (statement, ROW_ANONYMOUS) != 0;
  row->owner_code = ff_statement_dup_text (statement, ROW_OWNER_CODE);
  row->owner_title = ff_statement_dup_text (statement, ROW_OWNER_TITLE);
  row->questions = (int) ff_statement_get_int (statement, ROW_QUESTIONS);
  row->responses = (int) ff_statement_get_int (statement, ROW_RESPONSES);
  return row;
}

static gpointer
choice_from_row (FfStatement *row)
{
  FfChoice *choice = g_new0 (FfChoice, 1);

  choice->id = ff_statement_get_int (row, 0);
  choice->title = ff_statement_dup_text (row, 1);
  return choice;
}

GPtrArray *
ff_questionnaire_store_list_judged (FfDb *db, gint64 run_id, FfAbout about, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (about == FF_ABOUT_TRAINER)
    statement = ff_db_prepare (
        db, "SELECT trainer.id, trainer.name FROM session JOIN session_trainer AS s ON s.session_id = session.id"
            " JOIN trainer ON trainer.id = s.trainer_id WHERE session.run_id = $run AND session.cancelled = 0"
            " GROUP BY trainer.id, trainer.name ORDER BY min (session.starts_at), min (s.position), trainer.id",
        error);
  else
    statement = ff_db_prepare (
        db, "SELECT venue.id, venue.name FROM session JOIN venue ON venue.id = session.venue_id"
            " WHERE session.run_id = $run AND session.cancelled = 0"
            " GROUP BY venue.id, venue.name ORDER BY min (session.starts_at), venue.id",
        error);
  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_rows_list (statement, choice_from_row, (GDestroyNotify) ff_choice_free, error);
}

/* What rests on it -------------------------------------------------------------------------------------------------------------- */

gint64
ff_questionnaire_store_count_responses (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT (SELECT count (*) FROM response WHERE questionnaire_id = $id)"
          " + (SELECT count (*) FROM anonymous_response WHERE questionnaire_id = $id)",
      error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$id", id);
  return ff_rows_get_id (statement, error);
}

gint64
ff_question_store_count_answers (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT (SELECT count (*) FROM answer WHERE question_id = $id) + (SELECT count (*) FROM anonymous_answer WHERE question_id = $id)",
      error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$id", id);
  return ff_rows_get_id (statement, error);
}

/* Checks ---------------------------------------------------------------------------------------------------------------------- */

static char *
describe_foreign_question (FfStatement *row)
{
  return g_strdup_printf (_("The question “%s” stands in a dimension of another questionnaire than its own, “%s”."),
                          ff_statement_get_text (row, 0), ff_statement_get_text (row, 1));
}

static char *
describe_keys (FfStatement *row)
{
  return g_strdup_printf (_("The questionnaire “%s” is not found by its title."), ff_statement_get_text (row, 0));
}

gboolean
ff_questionnaire_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_statement_describe_rows (db,
                                     "SELECT coalesce (question.title, question.key), q.title FROM question"
                                     " JOIN questionnaire AS q ON q.id = question.questionnaire_id"
                                     " JOIN dimension ON dimension.id = question.dimension_id"
                                     " WHERE dimension.questionnaire_id <> q.id ORDER BY question.id",
                                     describe_foreign_question, findings, error)
         && ff_statement_describe_rows (db, "SELECT title FROM questionnaire WHERE deleted = 0 AND search_key = '' ORDER BY id", describe_keys,
                                        findings, error);
}
