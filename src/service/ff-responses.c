#include "config.h"

#include "ff-responses.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ff-reaction.h"
#include "ff-trainee-store.h"

/* The questionnaire --------------------------------------------------------------------------------------------------------- */

FfQuestionnaire *
ff_responses_read_questionnaire (FfDb *db, gint64 id, FfOwner *owner, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfOwner whose;
  g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaire_store_read (db, id, &whose, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (questionnaire == NULL)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This questionnaire does not exist any more."));
  else if (questionnaire->kind == FF_QUESTIONNAIRE_TEST)
    ff_put_set_error (error, FF_ERROR_INVALID, "questionnaire", _("“%s” is a test: its answers belong to the scheme's leaf that it became."),
                      questionnaire->title);
  else if (whose.kind != FF_OWNER_RUN && whose.kind != FF_OWNER_PROJECT)
    ff_put_set_error (error, FF_ERROR_INVALID, "questionnaire",
                      _("“%s” belongs to no class or project yet: give a class a copy of it, which is then answered."), questionnaire->title);
  else
    {
      if (owner != NULL)
        *owner = whose;
      return g_steal_pointer (&questionnaire);
    }
  return NULL;
}

/* "reaction, needs": the keys that a class has. */
static char *
list_keys (FfDb *db, gint64 run_id)
{
  g_autoptr (GArray) ids = ff_questionnaire_store_list_of (db, (FfOwner) { FF_OWNER_RUN, run_id }, NULL);
  GString *keys = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaire_store_read (db, g_array_index (ids, gint64, i), NULL, NULL);

      if (questionnaire != NULL)
        g_string_append_printf (keys, "%s%s", keys->len > 0 ? C_("list", ", ") : "", questionnaire->key);
    }
  return g_string_free (keys, FALSE);
}

gint64
ff_responses_lookup_questionnaire (FfDb *db, gint64 run_id, const char *key, const char *run_code, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (key != NULL ? key : ""));
  gint64 id = ff_questionnaire_store_find (db, (FfOwner) { FF_OWNER_RUN, run_id }, trimmed, error);
  g_autofree char *keys = NULL;

  if (id != 0)
    return MAX (id, 0);
  keys = list_keys (db, run_id);
  if (*keys != '\0')
    /* Translators: a class's code, a key, and a list of keys */
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "questionnaire", _("Class %s has no questionnaire “%s”; it has: %s."), run_code, trimmed, keys);
  else
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "questionnaire", _("Class %s has no questionnaire “%s”; add it first."), run_code, trimmed);
  return 0;
}

/* Forms with names ------------------------------------------------------------------------------------------------------------ */

static gboolean
check_enrolled (FfDb *db, gint64 questionnaire_id, gint64 trainee_id, GError **error)
{
  int may = ff_response_store_may_answer (db, questionnaire_id, trainee_id, error);
  g_autoptr (FfTrainee) trainee = NULL;

  if (may != 0)
    return may > 0;
  trainee = ff_trainee_store_read (db, trainee_id, NULL);
  ff_put_set_error (error, FF_ERROR_NOT_FOUND, "employee_no", _("%s is not in the class that was asked; enrol the trainee first."),
                    trainee != NULL ? trainee->name : "");
  return FALSE;
}

static void
keep_blanks (FfResponse *response, const FfResponse *old)
{
  for (guint i = 0; i < old->answers->len; i++)
    {
      const FfAnswer *answer = &g_array_index (old->answers, FfAnswer, i);

      if (ff_response_find (response, answer->question_id, answer->part) == NULL)
        ff_response_set (response, answer->question_id, answer->part, answer->value, answer->text);
    }
}

/* Somebody else's form, or another rater's, where none stands yet. */
static gboolean
move_named (FfDb *db, const FfResponse *response, GError **error)
{
  gint64 found = response->trainee_id != 0 ? ff_response_store_find (db, response, error) : 0;

  if (found > 0)
    ff_put_set_error (error, FF_ERROR_EXISTS, "employee_no", _("There is another form of this person and rater already: correct that one."));
  return found == 0 && (response->trainee_id == 0 || check_enrolled (db, response->questionnaire_id, response->trainee_id, error))
         && ff_response_store_update_about (db, response, error);
}

static FfPut
change_named (FfDb *db, FfResponse *response, FfResponseFlags flags, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FfResponse) old = ff_response_store_read (db, response->id, FALSE, &local_error);
  gboolean changed, moved;

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (old == NULL)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This form does not exist any more."));
  if (old == NULL)
    return FF_PUT_REFUSED;
  if (flags & FF_RESPONSE_KEEP_BLANKS)
    keep_blanks (response, old);
  moved = !ff_response_is_about_the_same (old, response);
  if ((moved && !move_named (db, response, error)) || !ff_response_store_update_answers (db, old, response, &changed, error))
    return FF_PUT_REFUSED;
  return changed || moved ? FF_PUT_CHANGED : FF_PUT_SAME;
}

static FfPut
put_named (FfDb *db, FfResponse *response, FfResponseFlags flags, GError **error)
{
  if (response->id == 0 && response->trainee_id != 0)
    {
      gint64 found = ff_response_store_find (db, response, error);

      if (found < 0 || (found == 0 && !check_enrolled (db, response->questionnaire_id, response->trainee_id, error)))
        return FF_PUT_REFUSED;
      response->id = found;
    }
  if (response->id != 0)
    return change_named (db, response, flags, error);
  return ff_response_store_insert (db, response, error) ? FF_PUT_NEW : FF_PUT_REFUSED;
}

/* Anonymous ones ----------------------------------------------------------------------------------------------------------------- */

gboolean
ff_responses_announce (FfDb *db, FfResponse *response, GError **error)
{
  int before;

  g_return_val_if_fail (response != NULL, FALSE);

  response->anonymous = TRUE;
  if (response->trainee_id == 0)
    return TRUE;
  before = ff_response_store_has_answered (db, response->questionnaire_id, response->trainee_id, response->role, response->wave, error);
  if (before < 0)
    return FALSE;
  if (before > 0)
    {
      ff_put_set_error (error, FF_ERROR_EXISTS, "employee_no",
                        _("This person has answered already, and an anonymous answer cannot be found again to be changed."));
      return FALSE;
    }
  if (!check_enrolled (db, response->questionnaire_id, response->trainee_id, error)
      || !ff_anonymous_store_set_participation (db, response->questionnaire_id, response->trainee_id, response->role, response->wave, TRUE, NULL,
                                                error))
    return FALSE;
  response->trainee_id = 0;
  return TRUE;
}

gboolean
ff_responses_put_pile (FfDb *db, const FfQuestionnaire *questionnaire, GPtrArray *responses, GError **error)
{
  g_return_val_if_fail (questionnaire != NULL && questionnaire->anonymous, FALSE);

  return ff_anonymous_store_finish_with (db, questionnaire->id, responses, error);
}

static FfPut
put_anonymous (FfDb *db, FfResponse *response, FfResponseFlags flags, GError **error)
{
  gboolean old = response->id != 0;

  if (old ? !ff_anonymous_store_replace_answers (db, response, error)
          : !ff_responses_announce (db, response, error) || !ff_anonymous_store_insert (db, response, error))
    return FF_PUT_REFUSED;
  if (!ff_anonymous_store_finish (db, response->questionnaire_id, error))
    return FF_PUT_REFUSED;
  return old ? FF_PUT_CHANGED : FF_PUT_NEW;
}

/* Both -------------------------------------------------------------------------------------------------------------------------- */

FfPut
ff_responses_put (FfDb *db, const FfQuestionnaire *questionnaire, FfResponse *response, FfResponseFlags flags, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Record answers"), error);
  FfPut put;

  g_return_val_if_fail (questionnaire != NULL && response != NULL && response->questionnaire_id == questionnaire->id, FF_PUT_REFUSED);

  if (batch == NULL)
    return FF_PUT_REFUSED;
  put = (questionnaire->anonymous ? put_anonymous : put_named) (db, response, flags, error);
  return put != FF_PUT_REFUSED && ff_batch_commit (g_steal_pointer (&batch), error) ? put : FF_PUT_REFUSED;
}

gboolean
ff_responses_set_invalid (FfDb *db, const FfQuestionnaire *questionnaire, gint64 id, gboolean invalid, const char *reason, GError **error)
{
  g_autofree char *line = reason != NULL ? ff_put_clean_line (reason) : NULL;

  g_return_val_if_fail (questionnaire != NULL, FALSE);

  if (!questionnaire->anonymous)
    return ff_response_store_set_invalid (db, id, invalid, invalid && line != NULL && *line != '\0' ? line : NULL, error);
  return ff_anonymous_store_set_invalid (db, id, invalid, error) && ff_anonymous_store_finish (db, questionnaire->id, error);
}

gboolean
ff_responses_set_answered (FfDb *db, const FfQuestionnaire *questionnaire, const gint64 *trainee_ids, gsize n, FfRaterRole role, int wave,
                           gboolean answered, guint *n_changed, GError **error)
{
  guint count = 0;

  g_return_val_if_fail (questionnaire != NULL && questionnaire->anonymous, FALSE);

  for (gsize i = 0; i < n; i++)
    {
      gboolean changed;

      if ((answered && !check_enrolled (db, questionnaire->id, trainee_ids[i], error))
          || !ff_anonymous_store_set_participation (db, questionnaire->id, trainee_ids[i], role, wave, answered, &changed, error))
        return FALSE;
      count += changed;
    }
  if (n_changed != NULL)
    *n_changed = count;
  return count == 0 || ff_anonymous_store_finish (db, questionnaire->id, error);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
ff_responses_make_digest (FfDb *db, GPtrArray *rows, GError **error)
{
  g_autofree char *secret = ff_db_dup_meta (db, "secret", error);
  g_autoptr (GHmac) hmac = NULL;

  g_return_val_if_fail (rows != NULL, NULL);

  if (secret == NULL)
    return NULL;
  g_ptr_array_sort (rows, compare_rows);
  hmac = g_hmac_new (G_CHECKSUM_SHA256, (const guchar *) secret, strlen (secret));
  for (guint i = 0; i < rows->len; i++)
    {
      const char *row = g_ptr_array_index (rows, i);

      /* With its end, so that no other division into rows gives the same. */
      g_hmac_update (hmac, (const guchar *) row, (gssize) strlen (row) + 1);
    }
  return g_strdup (g_hmac_get_string (hmac));
}

FfResponseSigns
ff_responses_look (const FfQuestionnaire *questionnaire, const FfResponse *response)
{
  g_autoptr (GArray) ratings = ff_response_list_ratings (response, questionnaire);
  FfResponseSigns signs = FF_RESPONSE_PLAIN;
  guint given = 0;

  for (guint i = 0; i < ratings->len; i++)
    given += !isnan (g_array_index (ratings, double, i));
  if (ff_reaction_is_straight ((const double *) (gpointer) ratings->data, ratings->len))
    signs |= FF_RESPONSE_STRAIGHT;
  if (ff_reaction_is_sparse (given, ratings->len))
    signs |= FF_RESPONSE_SPARSE;
  if (response->answers->len == 0)
    signs |= FF_RESPONSE_EMPTY;
  return signs;
}
