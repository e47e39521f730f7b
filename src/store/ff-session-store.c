/* The tables session, session_trainer and session_audience. */
#include "config.h"

#include "ff-session-store.h"

#include "ff-agenda-store.h"
#include "ff-layer-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

#include <glib/gi18n-lib.h>

void
ff_session_free (FfSession *session)
{
  if (session == NULL)
    return;
  g_free (session->run_code);
  g_free (session->run_title);
  g_free (session->key);
  g_free (session->title);
  g_free (session->venue);
  g_free (session->trainers);
  g_free (session->public_trainers);
  g_free (session->audience);
  g_free (session->mode);
  g_free (session->link);
  g_free (session->joint);
  g_free (session->reason);
  g_free (session);
}

/* Reading ---------------------------------------------------------------------------------------------------- */

enum
{
  COL_ID,
  COL_VERSION,
  COL_RUN_ID,
  COL_RUN_CODE,
  COL_RUN_TITLE,
  COL_KEY,
  COL_TITLE,
  COL_STARTS_AT,
  COL_ENDS_AT,
  COL_VENUE_ID,
  COL_VENUE,
  COL_MODE,
  COL_JOINT,
  COL_CANCELLED,
  COL_REASON,
  COL_CLOSED,
  COL_LINK,
  COL_BOOKING,
};

enum
{
  TRAINER_COL_SESSION_ID,
  TRAINER_COL_NAME,
  TRAINER_COL_PUBLIC_NAME,
};

enum
{
  AUDIENCE_COL_SESSION_ID,
  AUDIENCE_COL_LAYER_ID,
  AUDIENCE_COL_LAYER,
  AUDIENCE_COL_LAYER_TITLE,
  AUDIENCE_COL_TEAM_ID,
  AUDIENCE_COL_TEAM,
  AUDIENCE_COL_TRAINEE_ID,
  AUDIENCE_COL_TRAINEE,
};

/* The same three statements for one session, for a class and for a period. */
typedef struct
{
  const char *sessions;
  const char *trainers;
  const char *audience;
} Scope;

#define SCOPE(condition)                                                                                                      \
  {                                                                                                                           \
    "SELECT session.id, session.version, run.id, run.code, run.title, session.key, session.title, session.starts_at,"         \
    " session.ends_at, session.venue_id, venue.name, session.mode, session.joint, session.cancelled, session.reason,"         \
    " session.closed, session.link, session.booking FROM session JOIN run ON run.id = session.run_id LEFT JOIN venue ON venue.id = session.venue_id"         \
    " WHERE run.deleted = 0 AND " condition " ORDER BY session.starts_at, session.ends_at, session.key, session.id",         \
    "SELECT session.id, trainer.name, COALESCE (trainer.public_name, trainer.name)"                                           \
    " FROM session JOIN run ON run.id = session.run_id"                                                                       \
    " JOIN session_trainer ON session_trainer.session_id = session.id JOIN trainer ON trainer.id = session_trainer.trainer_id WHERE " condition                                               \
    " ORDER BY session_trainer.position, session_trainer.id",                                                                 \
    "SELECT session.id, layer.id, layer.key, layer.title, team.id, team.name, trainee.id, trainee.name"                       \
    " FROM session JOIN run ON run.id = session.run_id JOIN session_audience ON session_audience.session_id = session.id"                                         \
    " LEFT JOIN layer ON layer.id = session_audience.layer_id LEFT JOIN team ON team.id = session_audience.team_id"           \
    " LEFT JOIN trainee ON trainee.id = session_audience.trainee_id WHERE " condition                                         \
    " ORDER BY session_audience.id",                                                                                          \
  }

static const Scope one_session = SCOPE ("session.id = $session");
static const Scope of_run = SCOPE ("session.run_id = $run");
static const Scope joint_with
    = SCOPE ("session.joint = $joint AND session.id <> $session AND session.starts_at < $to AND session.ends_at > $from");
static const Scope in_period
    = SCOPE ("run.deleted = 0 AND run.cancelled = 0 AND session.starts_at >= $earliest AND session.starts_at < $to"
             " AND session.ends_at > $from");

/* What a scope's parameters are; the ones it lacks are 0. */
typedef struct
{
  gint64 session_id;
  gint64 run_id;
  const char *joint;
  FfMinute from;
  FfMinute to;
} Period;

static FfStatement *
prepare (FfDb *db, const Scope *scope, const char *sql, const Period *period, GError **error)
{
  FfStatement *statement = ff_db_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;
  if (scope == &one_session || scope == &joint_with)
    ff_statement_bind_int (statement, "$session", period->session_id);
  if (scope == &of_run)
    ff_statement_bind_int (statement, "$run", period->run_id);
  if (scope == &joint_with)
    ff_statement_bind_text (statement, "$joint", period->joint);
  if (scope == &in_period)
    ff_statement_bind_time (statement, "$earliest", period->from - FF_SESSION_MAX_DAYS * FF_MINUTES_PER_DAY);
  if (scope == &in_period || scope == &joint_with)
    {
      ff_statement_bind_time (statement, "$from", period->from);
      ff_statement_bind_time (statement, "$to", period->to);
    }
  return statement;
}

static FfSession *
read_session (FfStatement *statement)
{
  FfSession *session = g_new0 (FfSession, 1);

  session->id = ff_statement_get_int (statement, COL_ID);
  session->version = ff_statement_get_int (statement, COL_VERSION);
  session->run_id = ff_statement_get_int (statement, COL_RUN_ID);
  session->run_code = ff_statement_dup_text (statement, COL_RUN_CODE);
  session->run_title = ff_statement_dup_text (statement, COL_RUN_TITLE);
  session->key = ff_statement_dup_text (statement, COL_KEY);
  session->title = ff_statement_dup_text (statement, COL_TITLE);
  session->starts_at = ff_statement_get_time (statement, COL_STARTS_AT);
  session->ends_at = ff_statement_get_time (statement, COL_ENDS_AT);
  session->venue_id = ff_statement_get_int (statement, COL_VENUE_ID);
  session->venue = ff_statement_dup_text (statement, COL_VENUE);
  session->mode = ff_statement_dup_text (statement, COL_MODE);
  session->joint = ff_statement_dup_text (statement, COL_JOINT);
  session->cancelled = ff_statement_get_int (statement, COL_CANCELLED) != 0;
  session->reason = ff_statement_dup_text (statement, COL_REASON);
  session->closed = ff_statement_get_int (statement, COL_CLOSED) != 0;
  session->link = ff_statement_dup_text (statement, COL_LINK);
  session->provisional = g_strcmp0 (ff_statement_get_text (statement, COL_BOOKING), "provisional") == 0;
  return session;
}

static void
add_to_list (char **list, const char *name)
{
  char *longer = *list != NULL ? g_strconcat (*list, "; ", name, NULL) : g_strdup (name);

  g_free (*list);
  *list = longer;
}

static gboolean
read_trainers (FfDb *db, const Scope *scope, const Period *period, GHashTable *by_id, GError **error)
{
  g_autoptr (FfStatement) statement = prepare (db, scope, scope->trainers, period, error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      gint64 id = ff_statement_get_int (statement, TRAINER_COL_SESSION_ID);
      FfSession *session = g_hash_table_lookup (by_id, &id);

      if (session != NULL)
        {
          add_to_list (&session->trainers, ff_statement_get_text (statement, TRAINER_COL_NAME));
          add_to_list (&session->public_trainers, ff_statement_get_text (statement, TRAINER_COL_PUBLIC_NAME));
        }
    }
  return step == FF_STEP_DONE;
}

static const char *
audience_title (FfStatement *statement)
{
  if (!ff_statement_is_null (statement, AUDIENCE_COL_LAYER_ID))
    return ff_layer_title (ff_statement_get_text (statement, AUDIENCE_COL_LAYER),
                           ff_statement_get_text (statement, AUDIENCE_COL_LAYER_TITLE));
  if (!ff_statement_is_null (statement, AUDIENCE_COL_TEAM_ID))
    return ff_statement_get_text (statement, AUDIENCE_COL_TEAM);
  return ff_statement_get_text (statement, AUDIENCE_COL_TRAINEE);
}

static gboolean
read_audience (FfDb *db, const Scope *scope, const Period *period, GHashTable *by_id, GArray *rows, GError **error)
{
  g_autoptr (FfStatement) statement = prepare (db, scope, scope->audience, period, error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      FfAudience row = {
        .session_id = ff_statement_get_int (statement, AUDIENCE_COL_SESSION_ID),
        .layer_id = ff_statement_get_int (statement, AUDIENCE_COL_LAYER_ID),
        .team_id = ff_statement_get_int (statement, AUDIENCE_COL_TEAM_ID),
        .trainee_id = ff_statement_get_int (statement, AUDIENCE_COL_TRAINEE_ID),
      };
      FfSession *session = g_hash_table_lookup (by_id, &row.session_id);

      if (session != NULL)
        add_to_list (&session->audience, audience_title (statement));
      if (rows != NULL)
        g_array_append_val (rows, row);
    }
  return step == FF_STEP_DONE;
}

static GPtrArray *
read_sessions (FfDb *db, const Scope *scope, const Period *period, GArray *audience, GError **error)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_session_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (FfStatement) statement = prepare (db, scope, scope->sessions, period, error);
  FfStep step;

  if (statement == NULL)
    return NULL;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      FfSession *session = read_session (statement);

      g_ptr_array_add (sessions, session);
      g_hash_table_insert (by_id, &session->id, session);
    }
  if (step != FF_STEP_DONE || !read_trainers (db, scope, period, by_id, error)
      || !read_audience (db, scope, period, by_id, audience, error))
    return NULL;
  return g_steal_pointer (&sessions);
}

FfSession *
ff_session_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) sessions = read_sessions (db, &one_session, &(Period) { .session_id = id }, NULL, error);

  return sessions != NULL && sessions->len == 1 ? g_ptr_array_steal_index (sessions, 0) : NULL;
}

GPtrArray *
ff_session_store_of_run (FfDb *db, gint64 run_id, GArray *audience, GError **error)
{
  return read_sessions (db, &of_run, &(Period) { .run_id = run_id }, audience, error);
}

GPtrArray *
ff_session_store_between (FfDb *db, FfMinute from, FfMinute to, GError **error)
{
  return read_sessions (db, &in_period, &(Period) { .from = from, .to = to }, NULL, error);
}

GPtrArray *
ff_session_store_joint (FfDb *db, const char *joint, gint64 except_id, FfMinute from, FfMinute to, GError **error)
{
  return read_sessions (db, &joint_with, &(Period) { .session_id = except_id, .joint = joint, .from = from, .to = to }, NULL, error);
}

GPtrArray *
ff_session_store_list_joints (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
                                                     "SELECT DISTINCT session.joint FROM session JOIN run ON run.id = session.run_id"
                                                     " WHERE session.joint IS NOT NULL AND run.deleted = 0 ORDER BY session.joint",
                                                     error);

  return statement != NULL ? ff_rows_list_texts (statement, error) : NULL;
}

gint64
ff_session_store_find (FfDb *db, gint64 run_id, const char *key, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id FROM session WHERE run_id = $run AND key = $key", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$run", run_id);
  ff_statement_bind_text (statement, "$key", key);
  return ff_rows_get_id (statement, error);
}

char *
ff_session_store_next_key (FfDb *db, gint64 run_id, GError **error)
{
  for (int number = 1;; number++)
    {
      g_autofree char *key = g_strdup_printf ("S%d", number);
      gint64 id = ff_session_store_find (db, run_id, key, error);

      if (id < 0)
        return NULL;
      if (id == 0)
        return g_steal_pointer (&key);
    }
}

/* Writing ---------------------------------------------------------------------------------------------------- */

static void
bind_fields (FfStatement *statement, const FfSession *session)
{
  ff_statement_bind_text (statement, "$key", session->key);
  ff_statement_bind_text (statement, "$title", session->title);
  ff_statement_bind_time (statement, "$starts_at", session->starts_at);
  ff_statement_bind_time (statement, "$ends_at", session->ends_at);
  ff_statement_bind_id (statement, "$venue", session->venue_id);
  ff_statement_bind_text (statement, "$mode", session->mode);
  ff_statement_bind_text (statement, "$joint", session->joint);
  ff_statement_bind_int (statement, "$cancelled", session->cancelled);
  ff_statement_bind_text (statement, "$reason", session->reason);
  ff_statement_bind_int (statement, "$closed", session->closed);
  ff_statement_bind_text (statement, "$link", session->link);
  ff_statement_bind_text (statement, "$booking", session->provisional ? "provisional" : "confirmed");
}

gboolean
ff_session_store_insert (FfDb *db, FfSession *session, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO session (run_id, key, title, starts_at, ends_at, venue_id, mode, joint, cancelled, reason, closed, link, booking)"
      " VALUES ($run, $key, $title, $starts_at, $ends_at, $venue, $mode, $joint, $cancelled, $reason, $closed, $link, $booking)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$run", session->run_id);
  bind_fields (statement, session);
  return ff_statement_insert (statement, &session->id, error);
}

gboolean
ff_session_store_update (FfDb *db, const FfSession *session, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "UPDATE session SET key = $key, title = $title, starts_at = $starts_at, ends_at = $ends_at, venue_id = $venue, mode = $mode,"
      " joint = $joint, cancelled = $cancelled, reason = $reason, closed = $closed, link = $link, booking = $booking,"
      " version = version + 1 WHERE id = $id",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", session->id);
  bind_fields (statement, session);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
run_for_session (FfDb *db, const char *sql, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$session", id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_session_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_agenda_store_delete_of_session (db, id, error)
         && run_for_session (db, "DELETE FROM session_trainer WHERE session_id = $session", id, error)
         && run_for_session (db, "DELETE FROM session_audience WHERE session_id = $session", id, error)
         && run_for_session (db, "DELETE FROM session_equipment WHERE session_id = $session", id, error)
         && run_for_session (db, "DELETE FROM clash_acceptance WHERE session_id = $session OR other_id = $session", id, error)
         && run_for_session (db, "UPDATE attendance SET made_up_in = NULL, version = version + 1 WHERE made_up_in = $session", id, error)
         && run_for_session (db, "DELETE FROM session WHERE id = $session", id, error);
}

/* Invariants ------------------------------------------------------------------------------------------------- */

enum
{
  CHECK_COL_RUN_CODE,
  CHECK_COL_KEY,
};

static char *
describe_times (FfStatement *row)
{
  /* Translators: a class's code, a session's key */
  return g_strdup_printf (_ ("Class %s: session %s does not end after it starts, or its times are not times."),
                          ff_statement_get_text (row, CHECK_COL_RUN_CODE), ff_statement_get_text (row, CHECK_COL_KEY));
}

static char *
describe_team (FfStatement *row)
{
  /* Translators: a class's code, a session's key */
  return g_strdup_printf (_ ("Class %s: session %s is for a team of another class."),
                          ff_statement_get_text (row, CHECK_COL_RUN_CODE), ff_statement_get_text (row, CHECK_COL_KEY));
}

gboolean
ff_session_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_statement_describe_rows (db,
                                     "SELECT run.code, session.key FROM session JOIN run ON run.id = session.run_id"
                                     " WHERE session.ends_at <= session.starts_at OR session.starts_at NOT LIKE '____-__-__ __:__'"
                                     " OR session.ends_at NOT LIKE '____-__-__ __:__' ORDER BY session.id",
                                     describe_times, findings, error)
         && ff_statement_describe_rows (db,
                                        "SELECT DISTINCT run.code, session.key FROM session_audience"
                                        " JOIN session ON session.id = session_audience.session_id JOIN run ON run.id = session.run_id"
                                        " JOIN team ON team.id = session_audience.team_id WHERE team.run_id <> session.run_id"
                                        " ORDER BY 1, 2",
                                        describe_team, findings, error);
}
