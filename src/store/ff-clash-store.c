/* Sessions that need the same trainer or venue at the same time (RULES, 7). */
#include "config.h"

#include "ff-clash-store.h"

#include "ff-statement-values.h"

void
ff_clash_free (FfClash *clash)
{
  if (clash == NULL)
    return;
  g_free (clash->name);
  g_free (clash->run_code);
  g_free (clash->key);
  g_free (clash);
}

enum
{
  COL_NAME,
  COL_RUN_CODE,
  COL_KEY,
  COL_STARTS_AT,
  COL_ENDS_AT,
  COL_MY_STARTS_AT,
  COL_MY_ENDS_AT,
};

#define COLUMNS "run.code, other.key, other.starts_at, other.ends_at, mine.starts_at, mine.ends_at"
/* What makes two sessions, mine and other, a pair that can clash at all. */
#define CAN_CLASH                                                                                                             \
  " JOIN run AS my_run ON my_run.id = mine.run_id JOIN run ON run.id = other.run_id"                                          \
  " WHERE mine.id = $session AND other.id <> mine.id AND mine.cancelled = 0 AND other.cancelled = 0"                          \
  " AND run.deleted = 0 AND run.cancelled = 0 AND my_run.deleted = 0 AND my_run.cancelled = 0"                                \
  " AND other.starts_at < mine.ends_at AND mine.starts_at < other.ends_at"                                                    \
  " AND (mine.joint IS NULL OR other.joint IS NULL OR mine.joint <> other.joint)"                                             \
  " ORDER BY other.starts_at, run.code, other.key"

static const char trainer_clashes[] =
    "SELECT trainer.name, " COLUMNS " FROM session AS mine JOIN session_trainer AS my_trainer ON my_trainer.session_id = mine.id"
    " JOIN session_trainer ON session_trainer.trainer_id = my_trainer.trainer_id"
    " JOIN trainer ON trainer.id = session_trainer.trainer_id JOIN session AS other ON other.id = session_trainer.session_id"
    CAN_CLASH;

static const char venue_clashes[] =
    "SELECT venue.name, " COLUMNS " FROM session AS mine JOIN venue ON venue.id = mine.venue_id"
    " JOIN session AS other ON other.venue_id = mine.venue_id AND mine.mode <> 'online' AND other.mode <> 'online'" CAN_CLASH;

static gboolean
add_clashes (FfDb *db, FfClashKind kind, const char *sql, gint64 session_id, GPtrArray *clashes, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, sql, error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$session", session_id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      FfClash *clash = g_new0 (FfClash, 1);

      clash->kind = kind;
      clash->name = ff_statement_dup_text (statement, COL_NAME);
      clash->run_code = ff_statement_dup_text (statement, COL_RUN_CODE);
      clash->key = ff_statement_dup_text (statement, COL_KEY);
      clash->from = MAX (ff_statement_get_time (statement, COL_STARTS_AT), ff_statement_get_time (statement, COL_MY_STARTS_AT));
      clash->to = MIN (ff_statement_get_time (statement, COL_ENDS_AT), ff_statement_get_time (statement, COL_MY_ENDS_AT));
      g_ptr_array_add (clashes, clash);
    }
  return step == FF_STEP_DONE;
}

GPtrArray *
ff_clash_store_of_session (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (GPtrArray) clashes = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_clash_free);

  if (!add_clashes (db, FF_CLASH_TRAINER, trainer_clashes, session_id, clashes, error)
      || !add_clashes (db, FF_CLASH_VENUE, venue_clashes, session_id, clashes, error))
    return NULL;
  return g_steal_pointer (&clashes);
}
