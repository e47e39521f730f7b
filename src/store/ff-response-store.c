/* Writing answers with names, and what has to be true of all answers. */
#include "config.h"

#include "ff-response-store.h"

#include <glib/gi18n-lib.h>

#include "ff-rows.h"
#include "ff-statement-values.h"

static void
bind_form (FfStatement *statement, const FfResponse *response)
{
  ff_statement_bind_int (statement, "$questionnaire", response->questionnaire_id);
  ff_statement_bind_id (statement, "$trainee", response->trainee_id);
  ff_statement_bind_text (statement, "$rater", ff_rater_role_to_key (response->role));
  ff_statement_bind_text (statement, "$name", response->rater_name);
  ff_statement_bind_int (statement, "$wave", response->wave);
}

gint64
ff_response_store_find (FfDb *db, const FfResponse *like, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT id FROM response WHERE questionnaire_id = $questionnaire AND trainee_id = $trainee"
          " AND coalesce (rater, '') = coalesce ($rater, '') AND rater_name = $name AND wave = $wave",
      error);

  if (statement == NULL)
    return -1;
  bind_form (statement, like);
  return ff_rows_get_id (statement, error);
}

static gboolean
insert_answer (FfDb *db, gint64 response_id, const FfAnswer *answer, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "INSERT INTO answer (response_id, question_id, part, value, text) VALUES ($response, $question, $part, $value, $text)", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$response", response_id);
  ff_statement_bind_int (statement, "$question", answer->question_id);
  ff_statement_bind_int (statement, "$part", answer->part);
  ff_statement_bind_number (statement, "$value", answer->value);
  ff_statement_bind_text (statement, "$text", answer->text);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
update_answer (FfDb *db, gint64 response_id, const FfAnswer *answer, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE answer SET value = $value, text = $text, version = version + 1"
          " WHERE response_id = $response AND question_id = $question AND part = $part",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$response", response_id);
  ff_statement_bind_int (statement, "$question", answer->question_id);
  ff_statement_bind_int (statement, "$part", answer->part);
  ff_statement_bind_number (statement, "$value", answer->value);
  ff_statement_bind_text (statement, "$text", answer->text);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
delete_answer (FfDb *db, gint64 response_id, const FfAnswer *answer, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "DELETE FROM answer WHERE response_id = $response AND question_id = $question AND part = $part", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$response", response_id);
  ff_statement_bind_int (statement, "$question", answer->question_id);
  ff_statement_bind_int (statement, "$part", answer->part);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_response_store_insert (FfDb *db, FfResponse *response, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "INSERT INTO response (questionnaire_id, trainee_id, rater, rater_name, wave, invalid, invalid_reason)"
          " VALUES ($questionnaire, $trainee, $rater, $name, $wave, $invalid, $reason)",
      error);

  if (statement == NULL)
    return FALSE;
  bind_form (statement, response);
  ff_statement_bind_int (statement, "$invalid", response->invalid);
  ff_statement_bind_text (statement, "$reason", response->invalid_reason);
  if (!ff_statement_insert (statement, &response->id, error))
    return FALSE;
  for (guint i = 0; i < response->answers->len; i++)
    if (!insert_answer (db, response->id, &g_array_index (response->answers, FfAnswer, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_answers (FfDb *db, const FfResponse *old, const FfResponse *response, gboolean *changed, GError **error)
{
  for (guint i = 0; i < response->answers->len; i++)
    {
      const FfAnswer *answer = &g_array_index (response->answers, FfAnswer, i);
      const FfAnswer *before = ff_response_find (old, answer->question_id, answer->part);

      if (before != NULL && ff_answer_equal (before, answer))
        continue;
      *changed = TRUE;
      if (!(before != NULL ? update_answer : insert_answer) (db, old->id, answer, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ff_response_store_update_answers (FfDb *db, const FfResponse *old, const FfResponse *response, gboolean *changed, GError **error)
{
  g_return_val_if_fail (old != NULL && old->id > 0 && changed != NULL, FALSE);

  *changed = FALSE;
  for (guint i = 0; i < old->answers->len; i++)
    {
      const FfAnswer *before = &g_array_index (old->answers, FfAnswer, i);

      if (ff_response_find (response, before->question_id, before->part) != NULL)
        continue;
      *changed = TRUE;
      if (!delete_answer (db, old->id, before, error))
        return FALSE;
    }
  return write_answers (db, old, response, changed, error);
}

gboolean
ff_response_store_update_about (FfDb *db, const FfResponse *response, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE response SET questionnaire_id = $questionnaire, trainee_id = $trainee, rater = $rater, rater_name = $name, wave = $wave,"
          " version = version + 1 WHERE id = $id",
      error);

  if (statement == NULL)
    return FALSE;
  bind_form (statement, response);
  ff_statement_bind_int (statement, "$id", response->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_response_store_set_invalid (FfDb *db, gint64 id, gboolean invalid, const char *reason, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE response SET invalid = $invalid, invalid_reason = $reason, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$invalid", invalid);
  ff_statement_bind_text (statement, "$reason", reason);
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_response_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM answer WHERE response_id = $id", id, error)
         && ff_rows_run_with_id (db, "DELETE FROM response WHERE id = $id", id, error);
}

/* Checks --------------------------------------------------------------------------------------------------------------------- */

static char *
describe_foreign (FfStatement *row)
{
  /* Translators: the title of a questionnaire, the key of a question */
  return g_strdup_printf (_("A form of “%s” answers question %s, which belongs to another questionnaire."), ff_statement_get_text (row, 0),
                          ff_statement_get_text (row, 1));
}

static char *
describe_beyond (FfStatement *row)
{
  /* Translators: the title of a questionnaire, the key of a question */
  return g_strdup_printf (_("A form of “%s” has an answer to question %s that lies outside its scale."), ff_statement_get_text (row, 0),
                          ff_statement_get_text (row, 1));
}

static char *
describe_named (FfStatement *row)
{
  /* Translators: the title of a questionnaire */
  return g_strdup_printf (_("“%s” is anonymous, but holds forms with names."), ff_statement_get_text (row, 0));
}

#define FOREIGN(response, answer)                                                                                                    \
  "SELECT DISTINCT q.title, n.key FROM " answer " AS a JOIN " response " AS r ON r.id = a.response_id"                               \
  " JOIN question AS n ON n.id = a.question_id JOIN questionnaire AS q ON q.id = r.questionnaire_id"                                 \
  " WHERE n.questionnaire_id <> r.questionnaire_id ORDER BY q.title, n.key"
/* From the index alone: each value of each question once. */
#define BEYOND(answer)                                                                                                               \
  "SELECT q.title, n.key FROM question AS n JOIN questionnaire AS q ON q.id = n.questionnaire_id"                                    \
  " WHERE n.kind IN ('rating', 'servqual') AND EXISTS (SELECT 1 FROM " answer " AS a WHERE a.question_id = n.id"                     \
  " AND a.value NOT BETWEEN q.scale_min AND q.scale_max) ORDER BY n.id"

gboolean
ff_response_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_statement_describe_rows (db, FOREIGN ("response", "answer"), describe_foreign, findings, error)
         && ff_statement_describe_rows (db, FOREIGN ("anonymous_response", "anonymous_answer"), describe_foreign, findings, error)
         && ff_statement_describe_rows (db, BEYOND ("answer"), describe_beyond, findings, error)
         && ff_statement_describe_rows (db, BEYOND ("anonymous_answer"), describe_beyond, findings, error)
         && ff_statement_describe_rows (db,
                                        "SELECT title FROM questionnaire AS q WHERE anonymous = 1 AND EXISTS (SELECT 1 FROM response AS r"
                                        " WHERE r.questionnaire_id = q.id AND r.trainee_id IS NOT NULL) ORDER BY id",
                                        describe_named, findings, error);
}
