/* What the calendar reads across tables. */
#include "config.h"

#include "ff-calendar-store.h"

#include "ff-choice.h"
#include "ff-rows.h"
#include "ff-session-store.h"
#include "ff-statement-values.h"

void
ff_calendar_session_free (FfCalendarSession *session)
{
  if (session == NULL)
    return;
  g_free (session->run_code);
  g_free (session->run_title);
  g_free (session->title);
  g_free (session->venue);
  g_free (session->trainers);
  g_free (session);
}

void
ff_calendar_blocked_free (FfCalendarBlocked *blocked)
{
  if (blocked == NULL)
    return;
  g_free (blocked->name);
  g_free (blocked->reason);
  g_free (blocked);
}

void
ff_calendar_task_free (FfCalendarTask *task)
{
  if (task == NULL)
    return;
  g_free (task->run_code);
  g_free (task->title);
  g_free (task);
}

/* Sets of ids ------------------------------------------------------------------------------------------------------ */

static gboolean
is_empty (const GArray *ids)
{
  return ids == NULL || ids->len == 0;
}

/* As ",1,2,3," in which instr () finds ",2,"; NULL: everything. */
static char *
join_ids (const GArray *ids)
{
  GString *text;

  if (is_empty (ids))
    return NULL;
  text = g_string_new (",");
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT ",", g_array_index (ids, gint64, i));
  return g_string_free (text, FALSE);
}

static void
bind_ids (FfStatement *statement, const char *name, const GArray *ids)
{
  g_autofree char *text = join_ids (ids);

  ff_statement_bind_text (statement, name, text);
}

static void
bind_period (FfStatement *statement, const FfCalendarFilter *filter)
{
  ff_statement_bind_time (statement, "$from", filter->from);
  ff_statement_bind_time (statement, "$to", filter->to);
}

#define IN_SET(column, name) "(" name " IS NULL OR instr (" name ", ',' || " column " || ',') > 0)"
#define OF_CLASSES " run.deleted = 0 AND run.cancelled = 0 AND " IN_SET ("run.id", "$runs") " AND " IN_SET ("run.department_id", "$departments")

/* Sessions ---------------------------------------------------------------------------------------------------------- */

#define OF_PERIOD                                                                                                             \
  " WHERE session.starts_at >= $earliest AND session.starts_at < $to AND session.ends_at > $from"                             \
  " AND ($cancelled = 1 OR session.cancelled = 0) AND" OF_CLASSES " AND " IN_SET ("session.venue_id", "$venues")              \
  " AND ($trainers IS NULL OR EXISTS (SELECT 1 FROM session_trainer AS one WHERE one.session_id = session.id"                 \
  " AND instr ($trainers, ',' || one.trainer_id || ',') > 0))"

enum
{
  COL_ID,
  COL_RUN_ID,
  COL_RUN_CODE,
  COL_RUN_TITLE,
  COL_TITLE,
  COL_STARTS_AT,
  COL_ENDS_AT,
  COL_VENUE,
  COL_MODE,
  COL_BOOKING,
  COL_CANCELLED,
};

static const char sessions_sql[]
    = "SELECT session.id, run.id, run.code, run.title, session.title, session.starts_at, session.ends_at, venue.name, session.mode,"
      " session.booking, session.cancelled FROM session JOIN run ON run.id = session.run_id"
      " LEFT JOIN venue ON venue.id = session.venue_id" OF_PERIOD
      " ORDER BY session.starts_at, session.ends_at, run.code, session.id";

enum
{
  TRAINER_COL_SESSION_ID,
  TRAINER_COL_NAME,
};

static const char trainers_sql[]
    = "SELECT session.id, trainer.name FROM session JOIN run ON run.id = session.run_id"
      " JOIN session_trainer ON session_trainer.session_id = session.id JOIN trainer ON trainer.id = session_trainer.trainer_id" OF_PERIOD
      " ORDER BY session_trainer.position, session_trainer.id";

static FfStatement *
prepare_sessions (FfDb *db, const char *sql, const FfCalendarFilter *filter, GError **error)
{
  FfStatement *statement = ff_db_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;
  bind_period (statement, filter);
  ff_statement_bind_time (statement, "$earliest", filter->from - FF_SESSION_MAX_DAYS * FF_MINUTES_PER_DAY);
  ff_statement_bind_int (statement, "$cancelled", filter->cancelled);
  bind_ids (statement, "$runs", filter->runs);
  bind_ids (statement, "$departments", filter->departments);
  bind_ids (statement, "$venues", filter->venues);
  bind_ids (statement, "$trainers", filter->trainers);
  return statement;
}

static gpointer
read_session (FfStatement *statement)
{
  FfCalendarSession *session = g_new0 (FfCalendarSession, 1);

  session->id = ff_statement_get_int (statement, COL_ID);
  session->run_id = ff_statement_get_int (statement, COL_RUN_ID);
  session->run_code = ff_statement_dup_text (statement, COL_RUN_CODE);
  session->run_title = ff_statement_dup_text (statement, COL_RUN_TITLE);
  session->title = ff_statement_dup_text (statement, COL_TITLE);
  session->starts_at = ff_statement_get_time (statement, COL_STARTS_AT);
  session->ends_at = ff_statement_get_time (statement, COL_ENDS_AT);
  session->venue = ff_statement_dup_text (statement, COL_VENUE);
  session->online = g_strcmp0 (ff_statement_get_text (statement, COL_MODE), "online") == 0;
  session->provisional = g_strcmp0 (ff_statement_get_text (statement, COL_BOOKING), "provisional") == 0;
  session->cancelled = ff_statement_get_int (statement, COL_CANCELLED) != 0;
  return session;
}

static gboolean
read_trainers (FfDb *db, const FfCalendarFilter *filter, const GPtrArray *sessions, GError **error)
{
  g_autoptr (FfStatement) statement = prepare_sessions (db, trainers_sql, filter, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    g_hash_table_insert (by_id, &((FfCalendarSession *) g_ptr_array_index (sessions, i))->id, g_ptr_array_index (sessions, i));
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      gint64 id = ff_statement_get_int (statement, TRAINER_COL_SESSION_ID);
      FfCalendarSession *session = g_hash_table_lookup (by_id, &id);
      const char *name = ff_statement_get_text (statement, TRAINER_COL_NAME);
      g_autofree char *before = session != NULL ? session->trainers : NULL;

      if (session != NULL)
        session->trainers = before != NULL ? g_strconcat (before, "; ", name, NULL) : g_strdup (name);
    }
  return step == FF_STEP_DONE;
}

GPtrArray *
ff_calendar_store_sessions (FfDb *db, const FfCalendarFilter *filter, GError **error)
{
  g_autoptr (FfStatement) statement = prepare_sessions (db, sessions_sql, filter, error);
  g_autoptr (GPtrArray) sessions = NULL;

  if (statement == NULL)
    return NULL;
  sessions = ff_rows_list (statement, read_session, (GDestroyNotify) ff_calendar_session_free, error);
  if (sessions == NULL || !read_trainers (db, filter, sessions, error))
    return NULL;
  return g_steal_pointer (&sessions);
}

/* Blocked times ----------------------------------------------------------------------------------------------------- */

enum
{
  BLOCKED_COL_STARTS_AT,
  BLOCKED_COL_ENDS_AT,
  BLOCKED_COL_NAME,
  BLOCKED_COL_REASON,
};

static gpointer
read_blocked (FfStatement *statement)
{
  FfCalendarBlocked *blocked = g_new0 (FfCalendarBlocked, 1);

  blocked->from = ff_statement_get_time (statement, BLOCKED_COL_STARTS_AT);
  blocked->to = ff_statement_get_time (statement, BLOCKED_COL_ENDS_AT);
  blocked->name = ff_statement_dup_text (statement, BLOCKED_COL_NAME);
  blocked->reason = ff_statement_dup_text (statement, BLOCKED_COL_REASON);
  return blocked;
}

GPtrArray *
ff_calendar_store_blocked (FfDb *db, const FfCalendarFilter *filter, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (is_empty (filter->trainers) && is_empty (filter->venues))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) ff_calendar_blocked_free);
  statement = ff_db_prepare (
      db,
      "SELECT unavailability.starts_at, unavailability.ends_at, coalesce (trainer.name, venue.name), unavailability.reason"
      " FROM unavailability LEFT JOIN trainer ON trainer.id = unavailability.trainer_id"
      " LEFT JOIN venue ON venue.id = unavailability.venue_id"
      " WHERE unavailability.ends_at > $from AND unavailability.starts_at < $to"
      " AND (instr ($trainers, ',' || unavailability.trainer_id || ',') > 0 OR instr ($venues, ',' || unavailability.venue_id || ',') > 0)"
      " ORDER BY unavailability.starts_at, unavailability.id",
      error);
  if (statement == NULL)
    return NULL;
  bind_period (statement, filter);
  bind_ids (statement, "$trainers", filter->trainers);
  bind_ids (statement, "$venues", filter->venues);
  return ff_rows_list (statement, read_blocked, (GDestroyNotify) ff_calendar_blocked_free, error);
}

/* Tasks on a level -------------------------------------------------------------------------------------------------- */

enum
{
  TASK_COL_DUE_ON,
  TASK_COL_LEVEL,
  TASK_COL_RUN_ID,
  TASK_COL_RUN_CODE,
  TASK_COL_TITLE,
};

static gpointer
read_task (FfStatement *statement)
{
  FfCalendarTask *task = g_new0 (FfCalendarTask, 1);

  task->day = ff_statement_get_day (statement, TASK_COL_DUE_ON);
  task->level = (int) ff_statement_get_int (statement, TASK_COL_LEVEL);
  task->run_id = ff_statement_get_int (statement, TASK_COL_RUN_ID);
  task->run_code = ff_statement_dup_text (statement, TASK_COL_RUN_CODE);
  task->title = ff_statement_dup_text (statement, TASK_COL_TITLE);
  return task;
}

GPtrArray *
ff_calendar_store_tasks (FfDb *db, const FfCalendarFilter *filter, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT task.due_on, CASE task.kind WHEN 'level1' THEN 1 WHEN 'level2' THEN 2 WHEN 'level3' THEN 3 ELSE 4 END, run.id, run.code,"
      " task.title FROM task JOIN run ON run.id = task.run_id"
      " WHERE task.done_on IS NULL AND task.kind IN ('level1', 'level2', 'level3', 'level4')"
      " AND task.due_on >= $first AND task.due_on < $end AND" OF_CLASSES " ORDER BY task.due_on, 2, run.code, task.id",
      error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_day (statement, "$first", ff_time_day (filter->from));
  ff_statement_bind_day (statement, "$end", ff_time_day (filter->to));
  bind_ids (statement, "$runs", filter->runs);
  bind_ids (statement, "$departments", filter->departments);
  return ff_rows_list (statement, read_task, (GDestroyNotify) ff_calendar_task_free, error);
}

GArray *
ff_calendar_store_run_ids (FfDb *db, const FfCalendarFilter *filter, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT run.id FROM run WHERE" OF_CLASSES, error);

  if (statement == NULL)
    return NULL;
  bind_ids (statement, "$runs", filter->runs);
  bind_ids (statement, "$departments", filter->departments);
  return ff_rows_list_ids (statement, error);
}

/* What can be chosen ------------------------------------------------------------------------------------------------ */

GArray *
ff_calendar_store_departments (FfDb *db, GArray *departments, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "WITH RECURSIVE below (id) AS (SELECT id FROM department WHERE instr ($departments, ',' || id || ',') > 0"
      " UNION SELECT department.id FROM department JOIN below ON department.parent_id = below.id) SELECT id FROM below",
      error);

  if (statement == NULL)
    return NULL;
  bind_ids (statement, "$departments", departments);
  return ff_rows_list_ids (statement, error);
}

enum
{
  RUN_COL_ID,
  RUN_COL_CODE,
  RUN_COL_TITLE,
};

static gpointer
read_run (FfStatement *statement)
{
  FfChoice *choice = g_new0 (FfChoice, 1);

  choice->id = ff_statement_get_int (statement, RUN_COL_ID);
  choice->key = ff_statement_dup_text (statement, RUN_COL_CODE);
  choice->title = g_strdup_printf ("%s · %s", choice->key, ff_statement_get_text (statement, RUN_COL_TITLE));
  return choice;
}

GPtrArray *
ff_calendar_store_runs (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, "SELECT id, code, title FROM run WHERE deleted = 0 AND cancelled = 0 ORDER BY starts_on DESC, code", error);

  return statement != NULL ? ff_rows_list (statement, read_run, (GDestroyNotify) ff_choice_free, error) : NULL;
}
