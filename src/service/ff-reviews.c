#include "config.h"

#include "ff-reviews.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-lookup.h"
#include "ff-owned.h"
#include "ff-take.h"

/* Reviews ----------------------------------------------------------------------------------------------------------- */

FfReview *
ff_reviews_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfReview *review = ff_review_store_read (db, id, &local_error);

  return ff_owned_found (review, local_error, error);
}

GPtrArray *
ff_reviews_list (FfDb *db, FfOwner owner, GError **error)
{
  return ff_review_store_list (db, owner, error);
}

static FfReview *
review_new (FfOwner owner)
{
  FfReview *review = g_new0 (FfReview, 1);

  review->owner = owner;
  review->held_on = review->next_on = FF_NO_DAY;
  return review;
}

FfPut
ff_reviews_put (FfDb *db, FfOwner owner, gint64 update_id, const FfReviewDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfReview) review = update_id != 0 ? ff_reviews_read (db, update_id, error) : review_new (owner);
  gboolean changed = FALSE;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (review == NULL || !ff_take_day (&review->held_on, draft->held_on, "held_on", &changed, error)
      || !ff_take_line (&review->people, draft->people, FF_TAKE_LINE_MAX, "people", &changed, error)
      || !ff_take_text (&review->minutes, draft->minutes, "minutes", &changed, error)
      || !ff_take_text (&review->decisions, draft->decisions, "decisions", &changed, error)
      || !ff_take_optional_day (&review->next_on, draft->next_on, "next_on", &changed, error))
    return FF_PUT_REFUSED;
  if (review->held_on == FF_NO_DAY)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "held_on", _ ("Write the day of the review."));
      return FF_PUT_REFUSED;
    }
  if (review->next_on != FF_NO_DAY && review->next_on <= review->held_on)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "next_on", _ ("The next review comes after this one: write a later day."));
      return FF_PUT_REFUSED;
    }
  if (update_id != 0 && !changed)
    return FF_PUT_SAME;
  if (!(update_id != 0 ? ff_review_store_update (db, review, error) : ff_review_store_insert (db, review, error)))
    return FF_PUT_REFUSED;
  if (id != NULL)
    *id = review->id;
  return update_id != 0 ? FF_PUT_CHANGED : FF_PUT_NEW;
}

gboolean
ff_reviews_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_review_store_delete (db, id, error);
}

/* Best cases -------------------------------------------------------------------------------------------------------- */

FfBestCase *
ff_best_cases_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfBestCase *best_case = ff_best_case_store_read (db, id, &local_error);

  return ff_owned_found (best_case, local_error, error);
}

GPtrArray *
ff_best_cases_list (FfDb *db, FfOwner owner, GError **error)
{
  return ff_best_case_store_list (db, owner, error);
}

GArray *
ff_best_cases_list_ids (FfDb *db, const char *search, FfBestCaseSort sort, gboolean descending, GError **error)
{
  return ff_best_case_store_list_ids (db, search, sort, descending, error);
}

static gboolean
take_trainee (FfDb *db, FfBestCase *best_case, const char *text, gboolean *changed, GError **error)
{
  gint64 id = 0;

  if (text == NULL)
    return TRUE;
  if (*text != '\0')
    id = ff_lookup_trainee (db, text, error);
  if (id == 0 && *text != '\0')
    return FALSE;
  *changed |= id != best_case->trainee_id;
  best_case->trainee_id = id;
  return TRUE;
}

/* One form, whatever they were separated by, each once: "queue; voucher". */
static char *
join_keywords (const char *text)
{
  g_autofree char *line = ff_put_clean_line (text);
  g_autoptr (GString) joined = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = g_regex_split_simple ("[;,；，、]", line, 0, 0);

  for (char **word = words; *word != NULL; word++)
    if (*g_strstrip (*word) != '\0' && g_hash_table_add (seen, g_strdup (*word)))
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "; " : "", *word);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static FfBestCase *
best_case_new (FfOwner owner)
{
  FfBestCase *best_case = g_new0 (FfBestCase, 1);

  best_case->owner = owner;
  best_case->day = FF_NO_DAY;
  return best_case;
}

FfPut
ff_best_cases_put (FfDb *db, FfOwner owner, gint64 update_id, const FfBestCaseDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfBestCase) best_case = update_id != 0 ? ff_best_cases_read (db, update_id, error) : best_case_new (owner);
  g_autofree char *keywords = draft != NULL && draft->keywords != NULL ? join_keywords (draft->keywords) : NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (best_case == NULL || !ff_take_line (&best_case->title, draft->title, FF_TAKE_LINE_MAX, "title", &changed, error)
      || !ff_owned_need (best_case->title, "title", _ ("Give the case a title by which others find it."), error)
      || !take_trainee (db, best_case, draft->employee_no, &changed, error)
      || !ff_take_optional_day (&best_case->day, draft->day, "day", &changed, error)
      || !ff_take_text (&best_case->situation, draft->situation, "situation", &changed, error)
      || !ff_take_text (&best_case->task, draft->task, "task", &changed, error)
      || !ff_take_text (&best_case->action, draft->action, "action", &changed, error)
      || !ff_take_text (&best_case->result, draft->result, "result", &changed, error)
      || !ff_take_line (&best_case->keywords, keywords, FF_TAKE_LINE_MAX, "keywords", &changed, error))
    return FF_PUT_REFUSED;
  if (update_id != 0 && !changed)
    return FF_PUT_SAME;
  if (!(update_id != 0 ? ff_best_case_store_update (db, best_case, error) : ff_best_case_store_insert (db, best_case, error)))
    return FF_PUT_REFUSED;
  if (id != NULL)
    *id = best_case->id;
  return update_id != 0 ? FF_PUT_CHANGED : FF_PUT_NEW;
}

gboolean
ff_best_cases_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_best_case_store_delete (db, id, error);
}
