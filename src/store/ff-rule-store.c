#include "config.h"

#include "ff-rule-store.h"

#include "ff-statement-values.h"

enum
{
  RULE_ID,
  RULE_GRACE_MINUTES,
  RULE_MAX_ABSENCE,
  RULE_BASE,
  RULE_MIN_ATTENDED,
  RULE_EDITION,
  RULE_SINCE,
  RULE_REASON,
};

#define COLUMNS "id, grace_minutes, max_absence, base, min_attended, edition, since, reason"

static void
rule_from_row (FfStatement *row, FfAttendanceRule *rule)
{
  rule->grace_minutes = ff_statement_get_int (row, RULE_GRACE_MINUTES);
  rule->max_absence = ff_statement_get_int (row, RULE_MAX_ABSENCE);
  rule->base = g_strcmp0 (ff_statement_get_text (row, RULE_BASE), "minutes") == 0 ? FF_BASE_MINUTES : FF_BASE_SESSIONS;
  rule->min_attended = ff_statement_is_null (row, RULE_MIN_ATTENDED) ? -1 : (int) ff_statement_get_int (row, RULE_MIN_ATTENDED);
}

gboolean
ff_rule_store_read (FfDb *db, gint64 course_id, gint64 run_id, FfAttendanceRule *rule, gint64 *id, GError **error)
{
  FfStep step;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT " COLUMNS " FROM attendance_rule"
    " WHERE course_id = $course OR run_id = $run", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_id (statement, "$course", course_id);
  ff_statement_bind_id (statement, "$run", run_id);
  *rule = FF_ATTENDANCE_RULE_DEFAULT;
  *id = 0;
  step = ff_statement_step (statement, error);
  if (step == FF_STEP_ROW)
    {
      rule_from_row (statement, rule);
      *id = ff_statement_get_int (statement, RULE_ID);
    }
  return step != FF_STEP_ERROR;
}

static void
bind_rule (FfStatement *statement, const FfAttendanceRule *rule)
{
  ff_statement_bind_int (statement, "$grace_minutes", rule->grace_minutes);
  ff_statement_bind_int (statement, "$max_absence", rule->max_absence);
  ff_statement_bind_text (statement, "$base", rule->base == FF_BASE_MINUTES ? "minutes" : "sessions");
  if (rule->min_attended >= 0)
    ff_statement_bind_int (statement, "$min_attended", rule->min_attended);
  else
    ff_statement_bind_null (statement, "$min_attended");
}

gboolean
ff_rule_store_insert (FfDb *db, gint64 course_id, gint64 run_id, const FfAttendanceRule *rule, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO attendance_rule (course_id, run_id, grace_minutes, max_absence, base, min_attended)"
    " VALUES ($course, $run, $grace_minutes, $max_absence, $base, $min_attended)", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_id (statement, "$course", course_id);
  ff_statement_bind_id (statement, "$run", run_id);
  bind_rule (statement, rule);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_rule_store_update (FfDb *db, gint64 id, const FfAttendanceRule *rule, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE attendance_rule SET grace_minutes = $grace_minutes, max_absence = $max_absence, base = $base,"
    " min_attended = $min_attended, version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  bind_rule (statement, rule);
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

void
ff_rule_edition_clear (FfRuleEdition *edition)
{
  g_clear_pointer (&edition->reason, g_free);
}

gboolean
ff_rule_store_read_edition (FfDb *db, gint64 run_id, FfRuleEdition *edition, GError **error)
{
  FfStep step;
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT " COLUMNS " FROM attendance_rule WHERE run_id = $run", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$run", run_id);
  step = ff_statement_step (statement, error);
  if (step == FF_STEP_ROW)
    {
      rule_from_row (statement, &edition->rule);
      edition->id = ff_statement_get_int (statement, RULE_ID);
      edition->number = (int) ff_statement_get_int (statement, RULE_EDITION);
      edition->since = ff_statement_get_day (statement, RULE_SINCE);
      g_free (edition->reason);
      edition->reason = ff_statement_dup_text (statement, RULE_REASON);
    }
  return step != FF_STEP_ERROR;
}

static void
bind_edition (FfStatement *statement, const FfRuleEdition *edition)
{
  bind_rule (statement, &edition->rule);
  ff_statement_bind_int (statement, "$edition", edition->number);
  ff_statement_bind_day (statement, "$since", edition->since);
  ff_statement_bind_text (statement, "$reason", edition->reason);
}

gboolean
ff_rule_store_write_edition (FfDb *db, gint64 run_id, FfRuleEdition *edition, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (edition->id)
    statement = ff_db_prepare (db,
      "UPDATE attendance_rule SET grace_minutes = $grace_minutes, max_absence = $max_absence, base = $base, min_attended = $min_attended,"
      " edition = $edition, since = $since, reason = $reason, version = version + 1 WHERE id = $id", error);
  else
    statement = ff_db_prepare (db,
      "INSERT INTO attendance_rule (run_id, grace_minutes, max_absence, base, min_attended, edition, since, reason)"
      " VALUES ($run, $grace_minutes, $max_absence, $base, $min_attended, $edition, $since, $reason)", error);
  if (!statement)
    return FALSE;
  bind_edition (statement, edition);
  if (edition->id)
    {
      ff_statement_bind_int (statement, "$id", edition->id);
      return ff_statement_run (statement, NULL, error);
    }
  ff_statement_bind_int (statement, "$run", run_id);
  return ff_statement_insert (statement, &edition->id, error);
}
