#include "config.h"

#include "ff-commitment-store.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-rows.h"
#include "ff-statement-values.h"

#define FROM_COMMITMENT                                                                                                       \
  " FROM commitment JOIN enrolment ON enrolment.id = commitment.enrolment_id JOIN run ON run.id = enrolment.run_id"           \
  " JOIN trainee ON trainee.id = enrolment.trainee_id LEFT JOIN team ON team.id = enrolment.team_id"

/* The log as "day of the plan:cases" pairs, so that a list of many needs one statement. */
#define SELECT_COMMITMENT                                                                                                     \
  "SELECT commitment.id, commitment.version, commitment.enrolment_id, run.id, run.code, trainee.id, trainee.employee_no,"     \
  " trainee.name, team.name, commitment.kind, commitment.title, commitment.status, commitment.due_on,"                        \
  " commitment.submitted_on, commitment.applied_on, commitment.verified_on, commitment.starts_on, commitment.mentor,"         \
  " commitment.evidence, commitment.verified_by, commitment.daily_target, commitment.note,"                                   \
  " (SELECT group_concat (commitment_day.day || '=' || commitment_day.cases, ' ') FROM commitment_day"                        \
  " WHERE commitment_day.commitment_id = commitment.id)" FROM_COMMITMENT

enum
{
  COL_ID,
  COL_VERSION,
  COL_ENROLMENT_ID,
  COL_RUN_ID,
  COL_RUN_CODE,
  COL_TRAINEE_ID,
  COL_EMPLOYEE_NO,
  COL_NAME,
  COL_TEAM,
  COL_KIND,
  COL_TITLE,
  COL_STATUS,
  COL_DUE_ON,
  COL_SUBMITTED_ON,
  COL_APPLIED_ON,
  COL_VERIFIED_ON,
  COL_STARTS_ON,
  COL_MENTOR,
  COL_EVIDENCE,
  COL_VERIFIED_BY,
  COL_DAILY_TARGET,
  COL_NOTE,
  COL_LOG,
};

void
ff_commitment_free (FfCommitment *commitment)
{
  if (commitment == NULL)
    return;
  g_free (commitment->run_code);
  g_free (commitment->employee_no);
  g_free (commitment->name);
  g_free (commitment->team);
  g_free (commitment->title);
  g_free (commitment->mentor);
  g_free (commitment->evidence);
  g_free (commitment->verified_by);
  g_free (commitment->note);
  g_free (commitment);
}

/* The CHECKs of the table let no other words in. */
static FfCommitmentKind
get_kind (FfStatement *row, int column)
{
  FfCommitmentKind kind = FF_COMMITMENT_ANY;

  ff_commitment_kind_parse (ff_statement_get_text (row, column), &kind);
  return kind;
}

static FfCommitmentStatus
get_status (FfStatement *row, int column)
{
  FfCommitmentStatus status = FF_COMMITMENT_PLANNED;

  ff_commitment_status_parse (ff_statement_get_text (row, column), &status);
  return status;
}

/* What lies outside the seven days is not shown; moving the first day back brings it in again. */
static void
read_log (FfCommitment *commitment, const char *log)
{
  g_auto (GStrv) days = log != NULL ? g_strsplit (log, " ", -1) : NULL;

  for (int i = 0; i < FF_LOG_DAYS; i++)
    commitment->cases[i] = FF_LOG_NONE;
  for (guint i = 0; days != NULL && commitment->starts_on != FF_NO_DAY && days[i] != NULL; i++)
    {
      char *cases = strchr (days[i], '=');
      FfDay day;

      if (cases == NULL)
        continue;
      *cases = '\0';
      if (ff_day_parse (days[i], &day) && day >= commitment->starts_on && day < commitment->starts_on + FF_LOG_DAYS)
        commitment->cases[day - commitment->starts_on] = (int) g_ascii_strtoll (cases + 1, NULL, 10);
    }
}

static gpointer
commitment_from_row (FfStatement *row)
{
  FfCommitment *commitment = g_new0 (FfCommitment, 1);

  commitment->id = ff_statement_get_int (row, COL_ID);
  commitment->version = ff_statement_get_int (row, COL_VERSION);
  commitment->enrolment_id = ff_statement_get_int (row, COL_ENROLMENT_ID);
  commitment->run_id = ff_statement_get_int (row, COL_RUN_ID);
  commitment->run_code = ff_statement_dup_text (row, COL_RUN_CODE);
  commitment->trainee_id = ff_statement_get_int (row, COL_TRAINEE_ID);
  commitment->employee_no = ff_statement_dup_text (row, COL_EMPLOYEE_NO);
  commitment->name = ff_statement_dup_text (row, COL_NAME);
  commitment->team = ff_statement_dup_text (row, COL_TEAM);
  commitment->kind = get_kind (row, COL_KIND);
  commitment->title = ff_statement_dup_text (row, COL_TITLE);
  commitment->status = get_status (row, COL_STATUS);
  commitment->due_on = ff_statement_get_day (row, COL_DUE_ON);
  commitment->submitted_on = ff_statement_get_day (row, COL_SUBMITTED_ON);
  commitment->applied_on = ff_statement_get_day (row, COL_APPLIED_ON);
  commitment->verified_on = ff_statement_get_day (row, COL_VERIFIED_ON);
  commitment->starts_on = ff_statement_get_day (row, COL_STARTS_ON);
  commitment->mentor = ff_statement_dup_text (row, COL_MENTOR);
  commitment->evidence = ff_statement_dup_text (row, COL_EVIDENCE);
  commitment->verified_by = ff_statement_dup_text (row, COL_VERIFIED_BY);
  commitment->daily_target = (int) ff_statement_get_int (row, COL_DAILY_TARGET);
  commitment->note = ff_statement_dup_text (row, COL_NOTE);
  read_log (commitment, ff_statement_get_text (row, COL_LOG));
  return commitment;
}

FfCommitment *
ff_commitment_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (db, SELECT_COMMITMENT " WHERE commitment.id = $id AND run.deleted = 0", error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$id", id);
  return ff_statement_step (select, error) == FF_STEP_ROW ? commitment_from_row (select) : NULL;
}

gint64
ff_commitment_store_find (FfDb *db, gint64 enrolment_id, FfCommitmentKind kind, const char *title, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (
      db,
      "SELECT id FROM commitment WHERE enrolment_id = $enrolment AND coalesce (kind, '') = coalesce ($kind, '') AND title = $title"
      " ORDER BY id",
      error);

  if (select == NULL)
    return -1;
  ff_statement_bind_int (select, "$enrolment", enrolment_id);
  ff_statement_bind_text (select, "$kind", ff_commitment_kind_to_key (kind));
  ff_statement_bind_text (select, "$title", title);
  return ff_rows_get_id (select, error);
}

/* Lists -------------------------------------------------------------------------------------------------------- */

#define BY_NAME "trainee.sort_key, trainee.id, commitment.id"
#define STATUS_ORDER                                                                                                          \
  "CASE commitment.status WHEN 'planned' THEN 0 WHEN 'submitted' THEN 1 WHEN 'applied' THEN 2 ELSE 3 END"

static const char *const orders[][2] = {
  [FF_COMMITMENT_SORT_DUE] = {
    "commitment.status <> 'planned', commitment.due_on IS NULL, commitment.due_on, " BY_NAME,
    "commitment.status = 'planned', commitment.due_on IS NULL, commitment.due_on DESC, " BY_NAME,
  },
  [FF_COMMITMENT_SORT_NAME] = { BY_NAME, "trainee.sort_key DESC, trainee.id DESC, commitment.id" },
  [FF_COMMITMENT_SORT_TITLE] = { "commitment.title, " BY_NAME, "commitment.title DESC, " BY_NAME },
  [FF_COMMITMENT_SORT_KIND] = { "commitment.kind IS NULL, commitment.kind, " BY_NAME, "commitment.kind IS NULL, commitment.kind DESC, " BY_NAME },
  [FF_COMMITMENT_SORT_STATUS] = { STATUS_ORDER ", " BY_NAME, STATUS_ORDER " DESC, " BY_NAME },
  [FF_COMMITMENT_SORT_MENTOR] = {
    "commitment.mentor IS NULL, commitment.mentor, " BY_NAME,
    "commitment.mentor IS NULL, commitment.mentor DESC, " BY_NAME,
  },
};

GArray *
ff_commitment_store_list (FfDb *db, const FfCommitmentQuery *query, GError **error)
{
  g_autofree char *pattern = ff_rows_make_pattern (query->search);
  g_autofree char *sql = NULL;
  g_autoptr (FfStatement) select = NULL;

  g_return_val_if_fail ((guint) query->sort < G_N_ELEMENTS (orders), NULL);

  sql = g_strconcat ("SELECT commitment.id" FROM_COMMITMENT
                     " WHERE enrolment.run_id = $run AND enrolment.status = 'enrolled'"
                     " AND ($kind IS NULL OR coalesce (commitment.kind, '') = $kind)"
                     " AND ($status IS NULL OR commitment.status = $status) AND ($team IS NULL OR enrolment.team_id = $team)"
                     " AND trainee.search_key LIKE $search ESCAPE '\\'"
                     " ORDER BY ",
                     orders[query->sort][query->descending ? 1 : 0], NULL);
  select = ff_db_prepare_dynamic (db, sql, error);
  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$run", query->run_id);
  ff_statement_bind_text (select, "$search", pattern);
  ff_statement_bind_id (select, "$team", query->team_id);
  ff_statement_bind_text (select, "$status", query->status >= 0 ? ff_commitment_status_to_key (query->status) : NULL);
  if (query->kind == FF_COMMITMENT_ANY)
    ff_statement_bind_text (select, "$kind", "");
  else
    ff_statement_bind_text (select, "$kind", query->kind >= 0 ? ff_commitment_kind_to_key (query->kind) : NULL);
  return ff_rows_list_ids (select, error);
}

GPtrArray *
ff_commitment_store_of_run (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (
      db,
      SELECT_COMMITMENT " WHERE enrolment.run_id = $run AND enrolment.status = 'enrolled'"
                        " ORDER BY trainee.employee_no, commitment.kind, commitment.title, commitment.id",
      error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$run", run_id);
  return ff_rows_list (select, commitment_from_row, (GDestroyNotify) ff_commitment_free, error);
}

GPtrArray *
ff_commitment_store_of_trainee (FfDb *db, gint64 trainee_id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (
      db,
      SELECT_COMMITMENT " WHERE enrolment.trainee_id = $trainee AND run.deleted = 0"
                        " ORDER BY run.starts_on DESC, run.id, commitment.due_on IS NULL, commitment.due_on, commitment.id",
      error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$trainee", trainee_id);
  return ff_rows_list (select, commitment_from_row, (GDestroyNotify) ff_commitment_free, error);
}

/* Writing ------------------------------------------------------------------------------------------------------ */

static void
bind_commitment (FfStatement *statement, const FfCommitment *commitment)
{
  ff_statement_bind_text (statement, "$kind", ff_commitment_kind_to_key (commitment->kind));
  ff_statement_bind_text (statement, "$title", commitment->title);
  ff_statement_bind_text (statement, "$status", ff_commitment_status_to_key (commitment->status));
  ff_statement_bind_day (statement, "$due_on", commitment->due_on);
  ff_statement_bind_text (statement, "$mentor", commitment->mentor);
  ff_statement_bind_text (statement, "$evidence", commitment->evidence);
  ff_statement_bind_day (statement, "$submitted_on", commitment->submitted_on);
  ff_statement_bind_day (statement, "$applied_on", commitment->applied_on);
  ff_statement_bind_day (statement, "$verified_on", commitment->verified_on);
  ff_statement_bind_text (statement, "$verified_by", commitment->verified_by);
  ff_statement_bind_day (statement, "$starts_on", commitment->starts_on);
  ff_statement_bind_id (statement, "$daily_target", commitment->daily_target);
  ff_statement_bind_text (statement, "$note", commitment->note);
}

gboolean
ff_commitment_store_insert (FfDb *db, FfCommitment *commitment, GError **error)
{
  g_autoptr (FfStatement) insert = ff_db_prepare (
      db,
      "INSERT INTO commitment (enrolment_id, kind, title, status, due_on, mentor, evidence, submitted_on, applied_on, verified_on,"
      " verified_by, starts_on, daily_target, note)"
      " VALUES ($enrolment, $kind, $title, $status, $due_on, $mentor, $evidence, $submitted_on, $applied_on, $verified_on,"
      " $verified_by, $starts_on, $daily_target, $note)",
      error);

  if (insert == NULL)
    return FALSE;
  ff_statement_bind_int (insert, "$enrolment", commitment->enrolment_id);
  bind_commitment (insert, commitment);
  return ff_statement_insert (insert, &commitment->id, error);
}

gboolean
ff_commitment_store_update (FfDb *db, const FfCommitment *commitment, GError **error)
{
  g_autoptr (FfStatement) update = ff_db_prepare (
      db,
      "UPDATE commitment SET kind = $kind, title = $title, status = $status, due_on = $due_on, mentor = $mentor, evidence = $evidence,"
      " submitted_on = $submitted_on, applied_on = $applied_on, verified_on = $verified_on, verified_by = $verified_by,"
      " starts_on = $starts_on, daily_target = $daily_target, note = $note, version = version + 1 WHERE id = $id",
      error);

  if (update == NULL)
    return FALSE;
  bind_commitment (update, commitment);
  ff_statement_bind_int (update, "$id", commitment->id);
  return ff_statement_run (update, NULL, error);
}

gboolean
ff_commitment_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM commitment_day WHERE commitment_id = $id", id, error)
         && ff_rows_run_with_id (db, "DELETE FROM commitment WHERE id = $id", id, error);
}

gboolean
ff_commitment_store_delete_of_enrolment (FfDb *db, gint64 enrolment_id, GError **error)
{
  return ff_rows_run_with_id (db, "DELETE FROM commitment_day WHERE commitment_id IN (SELECT id FROM commitment WHERE enrolment_id = $id)",
                              enrolment_id, error)
         && ff_rows_run_with_id (db, "DELETE FROM commitment WHERE enrolment_id = $id", enrolment_id, error);
}

gboolean
ff_commitment_store_set_day (FfDb *db, gint64 id, FfDay day, int cases, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (cases == FF_LOG_NONE)
    statement = ff_db_prepare (db, "DELETE FROM commitment_day WHERE commitment_id = $id AND day = $day", error);
  else
    statement = ff_db_prepare (db,
                               "INSERT INTO commitment_day (commitment_id, day, cases) VALUES ($id, $day, $cases)"
                               " ON CONFLICT (commitment_id, day) DO UPDATE SET cases = $cases, version = version + 1"
                               " WHERE cases <> $cases",
                               error);
  if (statement == NULL)
    return FALSE;
  ff_statement_bind_day (statement, "$day", day);
  if (cases != FF_LOG_NONE)
    ff_statement_bind_int (statement, "$cases", cases);
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

enum
{
  DAY_COL_DAY,
  DAY_COL_CASES,
};

/* Day by day, since two days may not meet on the way: the whole log is taken out and put in again. */
gboolean
ff_commitment_store_move_days (FfDb *db, gint64 id, gint64 days, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (db, "SELECT day, cases FROM commitment_day WHERE commitment_id = $id ORDER BY day", error);
  g_autoptr (GArray) log = g_array_new (FALSE, FALSE, sizeof (gint64[2]));
  FfStep step;

  if (select == NULL)
    return FALSE;
  ff_statement_bind_int (select, "$id", id);
  while ((step = ff_statement_step (select, error)) == FF_STEP_ROW)
    {
      gint64 entry[2] = { ff_statement_get_day (select, DAY_COL_DAY), ff_statement_get_int (select, DAY_COL_CASES) };

      g_array_append_val (log, entry);
    }
  if (step != FF_STEP_DONE || !ff_rows_run_with_id (db, "DELETE FROM commitment_day WHERE commitment_id = $id", id, error))
    return FALSE;
  for (guint i = 0; i < log->len; i++)
    {
      const gint64 *entry = (const gint64 *) (gpointer) log->data + 2 * i;

      if (!ff_commitment_store_set_day (db, id, entry[0] + days, (int) entry[1], error))
        return FALSE;
    }
  return TRUE;
}

/* Invariants --------------------------------------------------------------------------------------------------- */

enum
{
  CHECK_COL_NAME,
  CHECK_COL_RUN_CODE,
  CHECK_COL_TITLE,
};

static char *
describe_log (FfStatement *row)
{
  /* Translators: a person, a class's code, the title of a seven-day plan */
  return g_strdup_printf (_("%s in class %s has a log for “%s”, which has no first day or is no seven-day plan."),
                          ff_statement_get_text (row, CHECK_COL_NAME), ff_statement_get_text (row, CHECK_COL_RUN_CODE),
                          ff_statement_get_text (row, CHECK_COL_TITLE));
}

static char *
describe_date (FfStatement *row)
{
  /* Translators: a person, a class's code, the title of a commitment */
  return g_strdup_printf (_("%s in class %s has a date on “%s” for a state that it has not reached."),
                          ff_statement_get_text (row, CHECK_COL_NAME), ff_statement_get_text (row, CHECK_COL_RUN_CODE),
                          ff_statement_get_text (row, CHECK_COL_TITLE));
}

gboolean
ff_commitment_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_statement_describe_rows (db,
                                     "SELECT DISTINCT trainee.name, run.code, commitment.title" FROM_COMMITMENT
                                     " JOIN commitment_day ON commitment_day.commitment_id = commitment.id"
                                     " WHERE commitment.starts_on IS NULL OR commitment.kind IS NOT 'seven_day' ORDER BY 2, 1, 3",
                                     describe_log, findings, error)
         && ff_statement_describe_rows (db,
                                        "SELECT trainee.name, run.code, commitment.title" FROM_COMMITMENT
                                        " WHERE (commitment.status = 'planned' AND commitment.submitted_on IS NOT NULL)"
                                        " OR (commitment.status IN ('planned', 'submitted') AND commitment.applied_on IS NOT NULL)"
                                        " OR (commitment.status <> 'verified'"
                                        " AND (commitment.verified_on IS NOT NULL OR commitment.verified_by IS NOT NULL)) ORDER BY 2, 1, 3",
                                        describe_date, findings, error);
}
