#include "config.h"

#include "ff-assignment-store.h"

#include <glib/gi18n-lib.h>

#include "ff-rows.h"
#include "ff-statement-values.h"

/* Assignments --------------------------------------------------------------------------------------------------- */

#define SELECT_ASSIGNMENT                                                                                                     \
  "SELECT id, version, run_id, deliverable_id, position, title, by_team, due_at, max, note FROM assignment"

enum
{
  ASSIGNMENT_ID,
  ASSIGNMENT_VERSION,
  ASSIGNMENT_RUN_ID,
  ASSIGNMENT_DELIVERABLE_ID,
  ASSIGNMENT_POSITION,
  ASSIGNMENT_TITLE,
  ASSIGNMENT_BY_TEAM,
  ASSIGNMENT_DUE_AT,
  ASSIGNMENT_MAX,
  ASSIGNMENT_NOTE,
};

void
ff_assignment_free (FfAssignment *assignment)
{
  if (assignment == NULL)
    return;
  g_free (assignment->title);
  g_free (assignment->note);
  g_free (assignment);
}

static gpointer
assignment_from_row (FfStatement *row)
{
  FfAssignment *assignment = g_new0 (FfAssignment, 1);

  assignment->id = ff_statement_get_int (row, ASSIGNMENT_ID);
  assignment->version = ff_statement_get_int (row, ASSIGNMENT_VERSION);
  assignment->run_id = ff_statement_get_int (row, ASSIGNMENT_RUN_ID);
  assignment->deliverable_id = ff_statement_get_int (row, ASSIGNMENT_DELIVERABLE_ID);
  assignment->position = (int) ff_statement_get_int (row, ASSIGNMENT_POSITION);
  assignment->title = ff_statement_dup_text (row, ASSIGNMENT_TITLE);
  assignment->by_team = ff_statement_get_int (row, ASSIGNMENT_BY_TEAM) != 0;
  assignment->due_at = ff_statement_get_time (row, ASSIGNMENT_DUE_AT);
  assignment->max = ff_statement_get_number (row, ASSIGNMENT_MAX);
  assignment->note = ff_statement_dup_text (row, ASSIGNMENT_NOTE);
  return assignment;
}

GPtrArray *
ff_assignment_store_of_run (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (db, SELECT_ASSIGNMENT " WHERE run_id = $run ORDER BY position, id", error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$run", run_id);
  return ff_rows_list (select, assignment_from_row, (GDestroyNotify) ff_assignment_free, error);
}

FfAssignment *
ff_assignment_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (db, SELECT_ASSIGNMENT " WHERE id = $id", error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$id", id);
  return ff_statement_step (select, error) == FF_STEP_ROW ? assignment_from_row (select) : NULL;
}

static void
bind_assignment (FfStatement *statement, const FfAssignment *assignment)
{
  ff_statement_bind_id (statement, "$deliverable", assignment->deliverable_id);
  ff_statement_bind_text (statement, "$title", assignment->title);
  ff_statement_bind_int (statement, "$by_team", assignment->by_team ? 1 : 0);
  ff_statement_bind_time (statement, "$due_at", assignment->due_at);
  ff_statement_bind_number (statement, "$max", assignment->max);
  ff_statement_bind_text (statement, "$note", assignment->note);
}

gboolean
ff_assignment_store_insert (FfDb *db, FfAssignment *assignment, GError **error)
{
  g_autoptr (FfStatement) insert = ff_db_prepare (
      db,
      "INSERT INTO assignment (run_id, deliverable_id, position, title, by_team, due_at, max, note)"
      " SELECT $run, $deliverable, coalesce (max (position), 0) + 1, $title, $by_team, $due_at, $max, $note"
      " FROM assignment WHERE run_id = $run",
      error);

  if (insert == NULL)
    return FALSE;
  ff_statement_bind_int (insert, "$run", assignment->run_id);
  bind_assignment (insert, assignment);
  return ff_statement_insert (insert, &assignment->id, error);
}

gboolean
ff_assignment_store_update (FfDb *db, const FfAssignment *assignment, GError **error)
{
  g_autoptr (FfStatement) update = ff_db_prepare (
      db,
      "UPDATE assignment SET deliverable_id = $deliverable, position = $position, title = $title, by_team = $by_team,"
      " due_at = $due_at, max = $max, note = $note, version = version + 1 WHERE id = $id",
      error);

  if (update == NULL)
    return FALSE;
  bind_assignment (update, assignment);
  ff_statement_bind_int (update, "$position", assignment->position);
  ff_statement_bind_int (update, "$id", assignment->id);
  return ff_statement_run (update, NULL, error);
}

gboolean
ff_assignment_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM submission WHERE assignment_id = $id", id, error)
         && ff_rows_run_with_id (db, "DELETE FROM assignment WHERE id = $id", id, error);
}

static gint64
get_number (FfStatement *statement, gint64 id, GError **error)
{
  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$id", id);
  return ff_rows_get_id (statement, error);
}

int
ff_assignment_store_count_submissions (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (db, "SELECT count (*) FROM submission WHERE assignment_id = $id", error);

  return (int) get_number (select, id, error);
}

gint64
ff_assignment_store_highest_score (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (db, "SELECT max (score) FROM submission WHERE assignment_id = $id", error);

  if (select == NULL)
    return -2;
  ff_statement_bind_int (select, "$id", id);
  return ff_statement_step (select, error) == FF_STEP_ROW ? ff_statement_get_number (select, 0) : -2;
}

/* Submissions --------------------------------------------------------------------------------------------------- */

#define SUBMISSION_COLUMNS                                                                                                    \
  "SELECT submission.id, submission.version, submission.assignment_id, submission.enrolment_id, submission.team_id,"          \
  " submission.edition, submission.handed_in_at, submission.score, submission.note FROM submission"

enum
{
  SUBMISSION_ID,
  SUBMISSION_VERSION,
  SUBMISSION_ASSIGNMENT_ID,
  SUBMISSION_ENROLMENT_ID,
  SUBMISSION_TEAM_ID,
  SUBMISSION_EDITION,
  SUBMISSION_HANDED_IN_AT,
  SUBMISSION_SCORE,
  SUBMISSION_NOTE,
};

void
ff_submission_free (FfSubmission *submission)
{
  if (submission == NULL)
    return;
  g_free (submission->edition);
  g_free (submission->note);
  g_free (submission);
}

static gpointer
submission_from_row (FfStatement *row)
{
  FfSubmission *submission = g_new0 (FfSubmission, 1);

  submission->id = ff_statement_get_int (row, SUBMISSION_ID);
  submission->version = ff_statement_get_int (row, SUBMISSION_VERSION);
  submission->assignment_id = ff_statement_get_int (row, SUBMISSION_ASSIGNMENT_ID);
  submission->enrolment_id = ff_statement_get_int (row, SUBMISSION_ENROLMENT_ID);
  submission->team_id = ff_statement_get_int (row, SUBMISSION_TEAM_ID);
  submission->edition = ff_statement_dup_text (row, SUBMISSION_EDITION);
  submission->handed_in_at = ff_statement_get_time (row, SUBMISSION_HANDED_IN_AT);
  submission->score = ff_statement_get_number (row, SUBMISSION_SCORE);
  submission->note = ff_statement_dup_text (row, SUBMISSION_NOTE);
  return submission;
}

GPtrArray *
ff_submission_store_of_run (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (
      db,
      SUBMISSION_COLUMNS " JOIN assignment ON assignment.id = submission.assignment_id WHERE assignment.run_id = $run"
                         " ORDER BY submission.assignment_id, submission.id",
      error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$run", run_id);
  return ff_rows_list (select, submission_from_row, (GDestroyNotify) ff_submission_free, error);
}

FfSubmission *
ff_submission_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (db, SUBMISSION_COLUMNS " WHERE submission.id = $id", error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$id", id);
  return ff_statement_step (select, error) == FF_STEP_ROW ? submission_from_row (select) : NULL;
}

static void
bind_subject (FfStatement *statement, gint64 assignment_id, gint64 enrolment_id, gint64 team_id)
{
  ff_statement_bind_int (statement, "$assignment", assignment_id);
  ff_statement_bind_id (statement, "$enrolment", team_id == 0 ? enrolment_id : 0);
  ff_statement_bind_id (statement, "$team", team_id);
}

FfSubmission *
ff_submission_store_last (FfDb *db, gint64 assignment_id, gint64 enrolment_id, gint64 team_id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (
      db,
      SUBMISSION_COLUMNS " WHERE submission.assignment_id = $assignment AND submission.enrolment_id IS $enrolment"
                         " AND submission.team_id IS $team ORDER BY submission.id DESC LIMIT 1",
      error);

  if (select == NULL)
    return NULL;
  bind_subject (select, assignment_id, enrolment_id, team_id);
  return ff_statement_step (select, error) == FF_STEP_ROW ? submission_from_row (select) : NULL;
}

int
ff_submission_store_has_edition (FfDb *db, const FfSubmission *submission, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (
      db,
      "SELECT count (*) FROM submission WHERE assignment_id = $assignment AND enrolment_id IS $enrolment AND team_id IS $team"
      " AND edition = $edition AND id <> $id",
      error);

  if (select == NULL)
    return -1;
  bind_subject (select, submission->assignment_id, submission->enrolment_id, submission->team_id);
  ff_statement_bind_text (select, "$edition", submission->edition);
  return (int) get_number (select, submission->id, error);
}

static void
bind_submission (FfStatement *statement, const FfSubmission *submission)
{
  ff_statement_bind_text (statement, "$edition", submission->edition);
  ff_statement_bind_time (statement, "$handed_in_at", submission->handed_in_at);
  ff_statement_bind_number (statement, "$score", submission->score);
  ff_statement_bind_text (statement, "$note", submission->note);
}

gboolean
ff_submission_store_insert (FfDb *db, FfSubmission *submission, GError **error)
{
  g_autoptr (FfStatement) insert = ff_db_prepare (
      db,
      "INSERT INTO submission (assignment_id, enrolment_id, team_id, edition, handed_in_at, score, note)"
      " VALUES ($assignment, $enrolment, $team, $edition, $handed_in_at, $score, $note)",
      error);

  if (insert == NULL)
    return FALSE;
  bind_subject (insert, submission->assignment_id, submission->enrolment_id, submission->team_id);
  bind_submission (insert, submission);
  return ff_statement_insert (insert, &submission->id, error);
}

gboolean
ff_submission_store_update (FfDb *db, const FfSubmission *submission, GError **error)
{
  g_autoptr (FfStatement) update = ff_db_prepare (
      db,
      "UPDATE submission SET edition = $edition, handed_in_at = $handed_in_at, score = $score, note = $note, version = version + 1"
      " WHERE id = $id",
      error);

  if (update == NULL)
    return FALSE;
  bind_submission (update, submission);
  ff_statement_bind_int (update, "$id", submission->id);
  return ff_statement_run (update, NULL, error);
}

gboolean
ff_submission_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM submission WHERE id = $id", id, error);
}

int
ff_submission_store_count_of_team (FfDb *db, gint64 team_id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (db, "SELECT count (*) FROM submission WHERE team_id = $id", error);

  return (int) get_number (select, team_id, error);
}

/* Invariants ---------------------------------------------------------------------------------------------------- */

enum
{
  CHECK_COL_RUN_CODE,
  CHECK_COL_TITLE,
};

static char *
describe_foreign (FfStatement *row)
{
  /* Translators: a class's code, the title of something to be handed in */
  return g_strdup_printf (_("In class %s, “%s” was handed in by somebody of another class, or by a person where a team hands in, or the other way round."),
                          ff_statement_get_text (row, CHECK_COL_RUN_CODE), ff_statement_get_text (row, CHECK_COL_TITLE));
}

static char *
describe_maximum (FfStatement *row)
{
  /* Translators: a class's code, the title of something to be handed in */
  return g_strdup_printf (_("In class %s, “%s” has a mark above its maximum, or one although it is not marked."),
                          ff_statement_get_text (row, CHECK_COL_RUN_CODE), ff_statement_get_text (row, CHECK_COL_TITLE));
}

#define CHECK                                                                                                                 \
  "SELECT DISTINCT run.code, assignment.title FROM submission JOIN assignment ON assignment.id = submission.assignment_id"    \
  " JOIN run ON run.id = assignment.run_id LEFT JOIN enrolment ON enrolment.id = submission.enrolment_id"                     \
  " LEFT JOIN team ON team.id = submission.team_id WHERE "

gboolean
ff_assignment_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_statement_describe_rows (db,
                                     CHECK "coalesce (enrolment.run_id, team.run_id) <> assignment.run_id"
                                           " OR (submission.team_id IS NOT NULL) <> assignment.by_team ORDER BY 1, 2",
                                     describe_foreign, findings, error)
         && ff_statement_describe_rows (db, CHECK "submission.score > coalesce (assignment.max, -1) ORDER BY 1, 2", describe_maximum,
                                        findings, error);
}
