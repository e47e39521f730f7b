#include "config.h"

#include "ff-review-store.h"

#include "ff-owned-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

void
ff_review_free (FfReview *review)
{
  if (review == NULL)
    return;
  g_free (review->people);
  g_free (review->minutes);
  g_free (review->decisions);
  g_free (review);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_PROJECT_ID,
  COL_RUN_ID,
  COL_HELD_ON,
  COL_PEOPLE,
  COL_MINUTES,
  COL_DECISIONS,
  COL_NEXT_ON,
};

#define SELECT_REVIEW "SELECT id, version, project_id, run_id, held_on, people, minutes, decisions, next_on FROM review"

static gpointer
read_review (FfStatement *statement)
{
  FfReview *review = g_new0 (FfReview, 1);

  review->id = ff_statement_get_int (statement, COL_ID);
  review->version = ff_statement_get_int (statement, COL_VERSION);
  review->owner = ff_owned_store_get_owner (statement, FF_OWNED_REVIEW, COL_PROJECT_ID);
  review->held_on = ff_statement_get_day (statement, COL_HELD_ON);
  review->people = ff_statement_dup_text (statement, COL_PEOPLE);
  review->minutes = ff_statement_dup_text (statement, COL_MINUTES);
  review->decisions = ff_statement_dup_text (statement, COL_DECISIONS);
  review->next_on = ff_statement_get_day (statement, COL_NEXT_ON);
  return review;
}

GPtrArray *
ff_review_store_list (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, SELECT_REVIEW " WHERE " FF_OWNED_BY_TWO ("review") " ORDER BY held_on DESC, id DESC", error);

  if (statement == NULL)
    return NULL;
  ff_owned_store_bind (statement, FF_OWNED_REVIEW, owner);
  return ff_rows_list (statement, read_review, (GDestroyNotify) ff_review_free, error);
}

FfReview *
ff_review_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_REVIEW " WHERE id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_review (statement) : NULL;
}

static void
bind_review (FfStatement *statement, const FfReview *review)
{
  ff_statement_bind_day (statement, "$held_on", review->held_on);
  ff_statement_bind_text (statement, "$people", review->people);
  ff_statement_bind_text (statement, "$minutes", review->minutes);
  ff_statement_bind_text (statement, "$decisions", review->decisions);
  ff_statement_bind_day (statement, "$next_on", review->next_on);
}

gboolean
ff_review_store_insert (FfDb *db, FfReview *review, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "INSERT INTO review (project_id, run_id, held_on, people, minutes, decisions, next_on)"
                       " VALUES ($project, $run, $held_on, $people, $minutes, $decisions, $next_on)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_owned_store_bind (statement, FF_OWNED_REVIEW, review->owner);
  bind_review (statement, review);
  return ff_statement_insert (statement, &review->id, error);
}

gboolean
ff_review_store_update (FfDb *db, const FfReview *review, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "UPDATE review SET held_on = $held_on, people = $people, minutes = $minutes, decisions = $decisions,"
                       " next_on = $next_on, version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", review->id);
  bind_review (statement, review);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_review_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM review WHERE id = $id", id, error);
}
