/* The tables session_trainer and session_audience: who gives a session, and whom it is for. Reading them stands with the session. */
#include "config.h"

#include "ff-session-store.h"

#include "ff-rows.h"

#include <string.h>

static gboolean
contains (const gint64 *ids, gsize n, gint64 id)
{
  for (gsize i = 0; i < n; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

GArray *
ff_session_store_read_trainers (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT trainer_id FROM session_trainer WHERE session_id = $session ORDER BY position, id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$session", session_id);
  return ff_rows_list_ids (statement, error);
}

static gboolean
remove_trainer (FfDb *db, gint64 session_id, gint64 trainer_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "DELETE FROM session_trainer WHERE session_id = $session AND trainer_id = $trainer", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$session", session_id);
  ff_statement_bind_int (statement, "$trainer", trainer_id);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
put_trainer (FfDb *db, gint64 session_id, gint64 trainer_id, gsize position, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO session_trainer (session_id, trainer_id, position) VALUES ($session, $trainer, $position)"
      " ON CONFLICT (session_id, trainer_id) DO UPDATE SET position = excluded.position, version = session_trainer.version + 1"
      " WHERE session_trainer.position <> excluded.position",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$session", session_id);
  ff_statement_bind_int (statement, "$trainer", trainer_id);
  ff_statement_bind_int (statement, "$position", (gint64) position);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_session_store_set_trainers (FfDb *db, gint64 session_id, const gint64 *trainer_ids, gsize n, gboolean *changed, GError **error)
{
  g_autoptr (GArray) stored = ff_session_store_read_trainers (db, session_id, error);
  const gint64 *ids;

  if (stored == NULL)
    return FALSE;
  ids = (const gint64 *) stored->data;
  if (stored->len == n && (n == 0 || memcmp (ids, trainer_ids, n * sizeof *ids) == 0))
    return TRUE;
  for (guint i = 0; i < stored->len; i++)
    if (!contains (trainer_ids, n, ids[i]) && !remove_trainer (db, session_id, ids[i], error))
      return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!put_trainer (db, session_id, trainer_ids[i], i, error))
      return FALSE;
  *changed = TRUE;
  return TRUE;
}

enum
{
  STORED_COL_ID,
  STORED_COL_LAYER_ID,
  STORED_COL_TEAM_ID,
  STORED_COL_TRAINEE_ID,
};

GArray *
ff_session_store_read_audience (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (GArray) audience = g_array_new (FALSE, FALSE, sizeof (FfAudience));
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT id, layer_id, team_id, trainee_id FROM session_audience WHERE session_id = $session ORDER BY id", error);
  FfStep step;

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$session", session_id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      FfAudience row = {
        .session_id = session_id,
        .layer_id = ff_statement_get_int (statement, STORED_COL_LAYER_ID),
        .team_id = ff_statement_get_int (statement, STORED_COL_TEAM_ID),
        .trainee_id = ff_statement_get_int (statement, STORED_COL_TRAINEE_ID),
      };

      g_array_append_val (audience, row);
    }
  return step == FF_STEP_DONE ? g_steal_pointer (&audience) : NULL;
}

static gboolean
is_same_audience (const FfAudience *a, const FfAudience *b)
{
  return a->layer_id == b->layer_id && a->team_id == b->team_id && a->trainee_id == b->trainee_id;
}

/* Collects the ids of stored rows that are not wanted any more in @unwanted, and sets @present for the wanted ones that are there. */
static gboolean
compare_audience (FfDb *db, gint64 session_id, const FfAudience *wanted, gsize n, gboolean *present, GArray *unwanted, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT id, layer_id, team_id, trainee_id FROM session_audience WHERE session_id = $session", error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$session", session_id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      FfAudience stored = {
        .layer_id = ff_statement_get_int (statement, STORED_COL_LAYER_ID),
        .team_id = ff_statement_get_int (statement, STORED_COL_TEAM_ID),
        .trainee_id = ff_statement_get_int (statement, STORED_COL_TRAINEE_ID),
      };
      gint64 id = ff_statement_get_int (statement, STORED_COL_ID);
      gsize i = 0;

      while (i < n && (present[i] || !is_same_audience (&wanted[i], &stored)))
        i++;
      if (i < n)
        present[i] = TRUE;
      else
        g_array_append_val (unwanted, id);
    }
  return step == FF_STEP_DONE;
}

static gboolean
add_audience (FfDb *db, gint64 session_id, const FfAudience *audience, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO session_audience (session_id, layer_id, team_id, trainee_id) VALUES ($session, $layer, $team, $trainee)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$session", session_id);
  ff_statement_bind_id (statement, "$layer", audience->layer_id);
  ff_statement_bind_id (statement, "$team", audience->team_id);
  ff_statement_bind_id (statement, "$trainee", audience->trainee_id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_session_store_set_audience (FfDb *db, gint64 session_id, const FfAudience *audience, gsize n, gboolean *changed, GError **error)
{
  g_autofree gboolean *present = g_new0 (gboolean, n);
  g_autoptr (GArray) unwanted = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!compare_audience (db, session_id, audience, n, present, unwanted, error))
    return FALSE;
  for (guint i = 0; i < unwanted->len; i++)
    {
      g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM session_audience WHERE id = $id", error);

      if (statement == NULL)
        return FALSE;
      ff_statement_bind_int (statement, "$id", g_array_index (unwanted, gint64, i));
      if (!ff_statement_run (statement, NULL, error))
        return FALSE;
      *changed = TRUE;
    }
  for (gsize i = 0; i < n; i++)
    if (!present[i])
      {
        if (!add_audience (db, session_id, &audience[i], error))
          return FALSE;
        *changed = TRUE;
      }
  return TRUE;
}
