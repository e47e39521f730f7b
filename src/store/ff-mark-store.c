/* The tables mark and exemption: what each trainee reached in each leaf of the class's scheme. */
#include "config.h"

#include "ff-mark-store.h"

#include "ff-rows.h"
#include "ff-statement-values.h"

#include <glib/gi18n-lib.h>

/* Marks ----------------------------------------------------------------------------------------------------------- */

enum
{
  FIND_COL_ID,
  FIND_COL_VERSION,
  FIND_COL_SCORE,
  FIND_COL_REASON,
  FIND_COL_FROM_TEAM_ID,
};

gboolean
ff_mark_store_find (FfDb *db, FfMarkRow *row, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      row->criterion_id == 0
          ? "SELECT id, version, score, reason, from_team_id FROM mark WHERE enrolment_id = $enrolment AND component_id = $component"
            " AND criterion_id IS NULL AND rater = $rater AND attempt = $attempt"
          : "SELECT id, version, score, reason, from_team_id FROM mark WHERE enrolment_id = $enrolment AND component_id = $component"
            " AND criterion_id = $criterion AND rater = $rater AND attempt = $attempt",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$enrolment", row->enrolment_id);
  ff_statement_bind_int (statement, "$component", row->component_id);
  if (row->criterion_id != 0)
    ff_statement_bind_int (statement, "$criterion", row->criterion_id);
  ff_statement_bind_text (statement, "$rater", row->rater);
  ff_statement_bind_int (statement, "$attempt", row->attempt);
  row->id = 0;
  switch (ff_statement_step (statement, error))
    {
    case FF_STEP_ROW:
      row->id = ff_statement_get_int (statement, FIND_COL_ID);
      row->version = ff_statement_get_int (statement, FIND_COL_VERSION);
      row->score = ff_statement_get_int (statement, FIND_COL_SCORE);
      row->reason = ff_statement_get_text (statement, FIND_COL_REASON) != NULL ? "" : NULL;
      row->from_team_id = ff_statement_get_int (statement, FIND_COL_FROM_TEAM_ID);
      return TRUE;
    case FF_STEP_DONE:
      return TRUE;
    case FF_STEP_ERROR:
    default:
      return FALSE;
    }
}

static gboolean
update_score (FfDb *db, const FfMarkRow *row, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "UPDATE mark SET score = $score, reason = coalesce ($reason, reason), from_team_id = $team,"
                       " version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", row->id);
  ff_statement_bind_int (statement, "$score", row->score);
  ff_statement_bind_text (statement, "$reason", row->reason);
  ff_statement_bind_id (statement, "$team", row->from_team_id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_mark_store_write (FfDb *db, FfMarkRow *row, GError **error)
{
  g_autoptr (FfStatement) statement = NULL;

  if (row->id != 0)
    return update_score (db, row, error);
  statement = ff_db_prepare (db,
                             "INSERT INTO mark (enrolment_id, component_id, criterion_id, rater, attempt, score, comment, reason,"
                             " from_team_id)"
                             " VALUES ($enrolment, $component, $criterion, $rater, $attempt, $score, $comment, $reason, $team)",
                             error);
  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$enrolment", row->enrolment_id);
  ff_statement_bind_int (statement, "$component", row->component_id);
  ff_statement_bind_id (statement, "$criterion", row->criterion_id);
  ff_statement_bind_text (statement, "$rater", row->rater);
  ff_statement_bind_int (statement, "$attempt", row->attempt);
  ff_statement_bind_int (statement, "$score", row->score);
  ff_statement_bind_text (statement, "$comment", row->comment);
  ff_statement_bind_text (statement, "$reason", row->reason);
  ff_statement_bind_id (statement, "$team", row->from_team_id);
  return ff_statement_insert (statement, &row->id, error);
}

gboolean
ff_mark_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM mark WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_mark_store_delete_attempt (FfDb *db, gint64 enrolment_id, gint64 component_id, int attempt, int *n, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "DELETE FROM mark WHERE enrolment_id = $enrolment AND component_id = $component AND attempt = $attempt", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$enrolment", enrolment_id);
  ff_statement_bind_int (statement, "$component", component_id);
  ff_statement_bind_int (statement, "$attempt", attempt);
  return ff_statement_run (statement, n, error);
}

static gint64
find_newest (FfDb *db, gint64 enrolment_id, gint64 component_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT id FROM mark WHERE enrolment_id = $enrolment AND component_id = $component ORDER BY attempt DESC, id LIMIT 1", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_int (statement, "$enrolment", enrolment_id);
  ff_statement_bind_int (statement, "$component", component_id);
  return ff_rows_get_id (statement, error);
}

gboolean
ff_mark_store_write_comment (FfDb *db, gint64 id, const char *comment, gboolean *changed, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "UPDATE mark SET comment = $comment, version = version + 1 WHERE id = $id AND coalesce (comment, '') <> coalesce ($comment, '')",
      error);
  int n = 0;

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  ff_statement_bind_text (statement, "$comment", comment);
  if (!ff_statement_run (statement, &n, error))
    return FALSE;
  *changed = n > 0;
  return TRUE;
}

gboolean
ff_mark_store_set_comment (FfDb *db, gint64 enrolment_id, gint64 component_id, const char *comment, gboolean *found, gboolean *changed,
                           GError **error)
{
  gint64 id = find_newest (db, enrolment_id, component_id, error);

  *found = id > 0;
  if (id <= 0)
    return id == 0;
  return ff_mark_store_write_comment (db, id, comment, changed, error);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_ENROLMENT_ID,
  COL_COMPONENT_ID,
  COL_CRITERION_ID,
  COL_RATER,
  COL_ATTEMPT,
  COL_SCORE,
  COL_COMMENT,
  COL_REASON,
  COL_FROM_TEAM_ID,
};

gboolean
ff_mark_store_foreach_of_run (FfDb *db, gint64 run_id, FfMarkFunc func, gpointer user_data, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT mark.id, mark.version, mark.enrolment_id, mark.component_id, mark.criterion_id, mark.rater, mark.attempt, mark.score,"
      " mark.comment, mark.reason, mark.from_team_id FROM scheme JOIN component ON component.scheme_id = scheme.id"
      " JOIN mark ON mark.component_id = component.id WHERE scheme.run_id = $run",
      error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$run", run_id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      FfMarkRow row = {
        .id = ff_statement_get_int (statement, COL_ID),
        .version = ff_statement_get_int (statement, COL_VERSION),
        .enrolment_id = ff_statement_get_int (statement, COL_ENROLMENT_ID),
        .component_id = ff_statement_get_int (statement, COL_COMPONENT_ID),
        .criterion_id = ff_statement_get_int (statement, COL_CRITERION_ID),
        .rater = ff_statement_get_text (statement, COL_RATER),
        .attempt = (int) ff_statement_get_int (statement, COL_ATTEMPT),
        .score = ff_statement_get_int (statement, COL_SCORE),
        .comment = ff_statement_get_text (statement, COL_COMMENT),
        .reason = ff_statement_get_text (statement, COL_REASON),
        .from_team_id = ff_statement_get_int (statement, COL_FROM_TEAM_ID),
      };

      func (&row, user_data);
    }
  return step == FF_STEP_DONE;
}

/* Exemptions ------------------------------------------------------------------------------------------------------ */

char *
ff_exemption_store_read (FfDb *db, gint64 enrolment_id, gint64 component_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT reason FROM exemption WHERE enrolment_id = $enrolment AND component_id = $component", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$enrolment", enrolment_id);
  ff_statement_bind_int (statement, "$component", component_id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? ff_statement_dup_text (statement, 0) : NULL;
}

gboolean
ff_exemption_store_write (FfDb *db, gint64 enrolment_id, gint64 component_id, const char *reason, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO exemption (enrolment_id, component_id, reason) VALUES ($enrolment, $component, $reason)"
      " ON CONFLICT (enrolment_id, component_id) DO UPDATE SET reason = excluded.reason, version = exemption.version + 1",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$enrolment", enrolment_id);
  ff_statement_bind_int (statement, "$component", component_id);
  ff_statement_bind_text (statement, "$reason", reason);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_exemption_store_delete (FfDb *db, gint64 enrolment_id, gint64 component_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "DELETE FROM exemption WHERE enrolment_id = $enrolment AND component_id = $component", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$enrolment", enrolment_id);
  ff_statement_bind_int (statement, "$component", component_id);
  return ff_statement_run (statement, NULL, error);
}

enum
{
  EXEMPTION_COL_ENROLMENT_ID,
  EXEMPTION_COL_COMPONENT_ID,
  EXEMPTION_COL_REASON,
};

gboolean
ff_exemption_store_foreach_of_run (FfDb *db, gint64 run_id, FfExemptionFunc func, gpointer user_data, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "SELECT exemption.enrolment_id, exemption.component_id, exemption.reason FROM enrolment JOIN exemption ON exemption.enrolment_id = enrolment.id"
      " WHERE enrolment.run_id = $run AND enrolment.status = 'enrolled'",
      error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$run", run_id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    func (ff_statement_get_int (statement, EXEMPTION_COL_ENROLMENT_ID), ff_statement_get_int (statement, EXEMPTION_COL_COMPONENT_ID),
          ff_statement_get_text (statement, EXEMPTION_COL_REASON), user_data);
  return step == FF_STEP_DONE;
}

/* Invariants ------------------------------------------------------------------------------------------------------ */

enum
{
  CHECK_COL_NAME,
  CHECK_COL_RUN_CODE,
  CHECK_COL_KEY,
};

static char *
describe_maximum (FfStatement *row)
{
  /* Translators: a person, a class's code, a component's key */
  return g_strdup_printf (_ ("%s in class %s has more points for %s than can be reached."), ff_statement_get_text (row, CHECK_COL_NAME),
                          ff_statement_get_text (row, CHECK_COL_RUN_CODE), ff_statement_get_text (row, CHECK_COL_KEY));
}

static char *
describe_foreign (FfStatement *row)
{
  /* Translators: a person, a class's code, a component's key */
  return g_strdup_printf (_ ("%s in class %s has a mark or an exemption for %s, which is no leaf of the class's own scheme."),
                          ff_statement_get_text (row, CHECK_COL_NAME), ff_statement_get_text (row, CHECK_COL_RUN_CODE),
                          ff_statement_get_text (row, CHECK_COL_KEY));
}

/* Marks and exemptions of people with what they are for; @table is one of the two. */
#define CHECK(table)                                                                                                          \
  "SELECT trainee.name, run.code, component.key FROM " table " JOIN enrolment ON enrolment.id = " table ".enrolment_id"       \
  " JOIN trainee ON trainee.id = enrolment.trainee_id JOIN run ON run.id = enrolment.run_id"                                  \
  " JOIN component ON component.id = " table ".component_id JOIN scheme ON scheme.id = component.scheme_id"
#define NO_LEAF_OF_THE_CLASS                                                                                                  \
  " WHERE scheme.run_id IS NULL OR scheme.run_id <> enrolment.run_id"                                                         \
  " OR EXISTS (SELECT 1 FROM component AS child WHERE child.parent_id = component.id) ORDER BY 2, 1, 3"

gboolean
ff_mark_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_statement_describe_rows (db, CHECK ("mark") NO_LEAF_OF_THE_CLASS, describe_foreign, findings, error)
         && ff_statement_describe_rows (db, CHECK ("exemption") NO_LEAF_OF_THE_CLASS, describe_foreign, findings, error)
         && ff_statement_describe_rows (db,
                                        CHECK ("mark") " LEFT JOIN criterion ON criterion.id = mark.criterion_id"
                                                       " WHERE mark.score > coalesce (criterion.max, component.max)"
                                                       " OR criterion.component_id <> component.id ORDER BY 2, 1, 3",
                                        describe_maximum, findings, error);
}
