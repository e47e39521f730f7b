#include "config.h"

#include "ff-anonymous-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/random.h>

#include "ff-batch.h"
#include "ff-response-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

static gboolean
make_id (gint64 *id, GError **error)
{
  guint64 bits = 0;

  while (bits == 0)
    {
      if (getrandom (&bits, sizeof bits, 0) != sizeof bits && errno != EINTR)
        {
          g_set_error (error, FF_ERROR, FF_ERROR_FAILED, _("The system gives no random numbers: %s."), g_strerror (errno));
          return FALSE;
        }
      bits &= G_MAXINT64;
    }
  *id = (gint64) bits;
  return TRUE;
}

static gboolean
insert_answers (FfDb *db, const FfResponse *response, GError **error)
{
  for (guint i = 0; i < response->answers->len; i++)
    {
      const FfAnswer *answer = &g_array_index (response->answers, FfAnswer, i);
      g_autoptr (FfStatement) statement = ff_db_prepare (
          db, "INSERT INTO anonymous_answer (response_id, question_id, part, value, text)"
              " VALUES ($response, $question, $part, $value, $text)",
          error);

      if (statement == NULL)
        return FALSE;
      ff_statement_bind_int (statement, "$response", response->id);
      ff_statement_bind_int (statement, "$question", answer->question_id);
      ff_statement_bind_int (statement, "$part", answer->part);
      ff_statement_bind_number (statement, "$value", answer->value);
      ff_statement_bind_text (statement, "$text", answer->text);
      if (!ff_statement_run (statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* With the id that it has. */
static gboolean
insert_form (FfDb *db, const FfResponse *response, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "INSERT INTO anonymous_response (id, questionnaire_id, rater, wave, invalid) VALUES ($id, $questionnaire, $rater, $wave, $invalid)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", response->id);
  ff_statement_bind_int (statement, "$questionnaire", response->questionnaire_id);
  ff_statement_bind_text (statement, "$rater", ff_rater_role_to_key (response->role));
  ff_statement_bind_int (statement, "$wave", response->wave);
  ff_statement_bind_int (statement, "$invalid", response->invalid);
  return ff_statement_run (statement, NULL, error) && insert_answers (db, response, error);
}

gboolean
ff_anonymous_store_insert (FfDb *db, FfResponse *response, GError **error)
{
  g_return_val_if_fail (response != NULL, FALSE);

  return make_id (&response->id, error) && insert_form (db, response, error);
}

static gboolean
update_about (FfDb *db, const FfResponse *response, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "UPDATE anonymous_response SET rater = $rater, wave = $wave WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_text (statement, "$rater", ff_rater_role_to_key (response->role));
  ff_statement_bind_int (statement, "$wave", response->wave);
  ff_statement_bind_int (statement, "$id", response->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_anonymous_store_replace_answers (FfDb *db, const FfResponse *response, GError **error)
{
  g_return_val_if_fail (response != NULL && response->id > 0, FALSE);

  return update_about (db, response, error)
         && ff_rows_run_with_id (db, "DELETE FROM anonymous_answer WHERE response_id = $id", response->id, error)
         && insert_answers (db, response, error);
}

gboolean
ff_anonymous_store_set_invalid (FfDb *db, gint64 id, gboolean invalid, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "UPDATE anonymous_response SET invalid = $invalid WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$invalid", invalid);
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_anonymous_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM anonymous_answer WHERE response_id = $id", id, error)
         && ff_rows_run_with_id (db, "DELETE FROM anonymous_response WHERE id = $id", id, error);
}

gboolean
ff_anonymous_store_set_participation (FfDb *db, gint64 questionnaire_id, gint64 trainee_id, FfRaterRole role, int wave, gboolean answered,
                                      gboolean *changed, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      answered ? "INSERT INTO participation (questionnaire_id, trainee_id, rater, wave) VALUES ($questionnaire, $trainee, $rater, $wave)"
                 " ON CONFLICT DO NOTHING"
               : "DELETE FROM participation WHERE questionnaire_id = $questionnaire AND trainee_id = $trainee AND rater = $rater"
                 " AND wave = $wave",
      error);
  const char *key = ff_rater_role_to_key (role);
  int n;

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$questionnaire", questionnaire_id);
  ff_statement_bind_int (statement, "$trainee", trainee_id);
  ff_statement_bind_text (statement, "$rater", key != NULL ? key : "");
  ff_statement_bind_int (statement, "$wave", wave);
  if (!ff_statement_run (statement, &n, error))
    return FALSE;
  if (changed != NULL)
    *changed = n > 0;
  return TRUE;
}

/* Finishing ------------------------------------------------------------------------------------------------------------------- */

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const FfResponse *one = *(const FfResponse *const *) a, *other = *(const FfResponse *const *) b;

  return one->id < other->id ? -1 : one->id > other->id;
}

/* Takes a questionnaire's forms out. */
static GPtrArray *
steal_forms (FfDb *db, gint64 questionnaire_id, GError **error)
{
  g_autoptr (GPtrArray) responses = ff_response_store_list (db, questionnaire_id, FALSE, error);

  if (responses == NULL
      || !ff_rows_run_with_id (db,
                               "DELETE FROM anonymous_answer WHERE response_id IN"
                               " (SELECT id FROM anonymous_response WHERE questionnaire_id = $id)",
                               questionnaire_id, error)
      || !ff_rows_run_with_id (db, "DELETE FROM anonymous_response WHERE questionnaire_id = $id", questionnaire_id, error))
    return NULL;
  return g_steal_pointer (&responses);
}

/* @new may be NULL; its forms have their ids. */
static gboolean
rewrite_forms (FfDb *db, gint64 questionnaire_id, GPtrArray *new, GError **error)
{
  g_autoptr (GPtrArray) old = steal_forms (db, questionnaire_id, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  if (old == NULL)
    return FALSE;
  for (guint i = 0; i < old->len; i++)
    if (((FfResponse *) g_ptr_array_index (old, i))->anonymous)
      g_ptr_array_add (all, g_ptr_array_index (old, i));
  for (guint i = 0; new != NULL && i < new->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (new, i));
  g_ptr_array_sort (all, compare_ids);
  for (guint i = 0; i < all->len; i++)
    if (!insert_form (db, g_ptr_array_index (all, i), error))
      return FALSE;
  return TRUE;
}

typedef struct
{
  gint64 trainee_id;
  FfRaterRole role;
  int wave;
} Participant;

static gpointer
participant_from_row (FfStatement *row)
{
  Participant *participant = g_new0 (Participant, 1);

  participant->trainee_id = ff_statement_get_int (row, 0);
  ff_rater_role_from_key (ff_statement_get_text (row, 1), &participant->role);
  participant->wave = (int) ff_statement_get_int (row, 2);
  return participant;
}

static gboolean
rewrite_participants (FfDb *db, gint64 questionnaire_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT trainee_id, rater, wave FROM participation WHERE questionnaire_id = $questionnaire ORDER BY trainee_id, rater, wave", error);
  g_autoptr (GPtrArray) participants = NULL;

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$questionnaire", questionnaire_id);
  participants = ff_rows_list (statement, participant_from_row, g_free, error);
  if (participants == NULL || !ff_rows_run_with_id (db, "DELETE FROM participation WHERE questionnaire_id = $id", questionnaire_id, error))
    return FALSE;
  for (guint i = 0; i < participants->len; i++)
    {
      const Participant *participant = g_ptr_array_index (participants, i);

      if (!ff_anonymous_store_set_participation (db, questionnaire_id, participant->trainee_id, participant->role, participant->wave, TRUE,
                                                 NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
finish (FfDb *db, gint64 questionnaire_id, GPtrArray *new, GError **error)
{
  if (!rewrite_forms (db, questionnaire_id, new, error) || !rewrite_participants (db, questionnaire_id, error)
      || !ff_rows_run_with_id (db,
                               "INSERT INTO anonymous_revision (questionnaire_id, revision) VALUES ($id, 1)"
                               " ON CONFLICT (questionnaire_id) DO UPDATE SET revision = revision + 1",
                               questionnaire_id, error))
    return FALSE;
  ff_batch_note_change (db, "anonymous_response", questionnaire_id);
  return TRUE;
}

gboolean
ff_anonymous_store_finish (FfDb *db, gint64 questionnaire_id, GError **error)
{
  return finish (db, questionnaire_id, NULL, error);
}

gboolean
ff_anonymous_store_finish_with (FfDb *db, gint64 questionnaire_id, GPtrArray *responses, GError **error)
{
  g_return_val_if_fail (responses != NULL, FALSE);

  for (guint i = 0; i < responses->len; i++)
    if (!make_id (&((FfResponse *) g_ptr_array_index (responses, i))->id, error))
      return FALSE;
  return finish (db, questionnaire_id, responses, error);
}

/* Files and checks of typing ----------------------------------------------------------------------------------------------------- */

int
ff_anonymous_store_knows_digest (FfDb *db, const char *digest, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT EXISTS (SELECT 1 FROM answers_digest WHERE digest = $digest)", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_text (statement, "$digest", digest);
  return (int) ff_rows_get_id (statement, error);
}

gboolean
ff_anonymous_store_add_digest (FfDb *db, const char *digest, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "INSERT INTO answers_digest (digest) VALUES ($digest) ON CONFLICT DO NOTHING", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_text (statement, "$digest", digest);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_entry_check_store_read (FfDb *db, gint64 questionnaire_id, FfEntryCheck *check, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT forms, answers, differing FROM entry_check WHERE questionnaire_id = $questionnaire", error);
  FfStep step;

  g_return_val_if_fail (check != NULL, FALSE);

  *check = (FfEntryCheck) { 0 };
  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$questionnaire", questionnaire_id);
  step = ff_statement_step (statement, error);
  if (step == FF_STEP_ROW)
    *check = (FfEntryCheck) { (int) ff_statement_get_int (statement, 0), (int) ff_statement_get_int (statement, 1),
                              (int) ff_statement_get_int (statement, 2) };
  return step != FF_STEP_ERROR;
}

gboolean
ff_entry_check_store_add (FfDb *db, gint64 questionnaire_id, const FfEntryCheck *more, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "INSERT INTO entry_check (questionnaire_id, forms, answers, differing) VALUES ($questionnaire, $forms, $answers, $differing)"
          " ON CONFLICT (questionnaire_id) DO UPDATE SET forms = forms + $forms, answers = answers + $answers,"
          " differing = differing + $differing",
      error);

  g_return_val_if_fail (more != NULL, FALSE);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$questionnaire", questionnaire_id);
  ff_statement_bind_int (statement, "$forms", more->forms);
  ff_statement_bind_int (statement, "$answers", more->answers);
  ff_statement_bind_int (statement, "$differing", more->differing);
  if (!ff_statement_run (statement, NULL, error))
    return FALSE;
  ff_batch_note_change (db, "entry_check", questionnaire_id);
  return TRUE;
}
