#include "config.h"

#include "ff-preparation-store.h"

#include "ff-owned-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

/* What the three tables share: the list of an owner, one row by its id. */
static GPtrArray *
list_of (FfStatement *statement, FfOwnedTable table, FfOwner owner, FfRowFunc read, GDestroyNotify free, GError **error)
{
  if (statement == NULL)
    return NULL;
  ff_owned_store_bind (statement, table, owner);
  return ff_rows_list (statement, read, free, error);
}

static gpointer
read_one (FfStatement *statement, gint64 id, FfRowFunc read, GError **error)
{
  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read (statement) : NULL;
}

/* Duties ------------------------------------------------------------------------------------------------------------ */

void
ff_duty_free (FfDuty *duty)
{
  if (duty == NULL)
    return;
  g_free (duty->role);
  g_free (duty->people);
  g_free (duty->duties);
  g_free (duty);
}

enum
{
  DUTY_ID,
  DUTY_VERSION,
  DUTY_PROJECT_ID,
  DUTY_RUN_ID,
  DUTY_POSITION,
  DUTY_ROLE,
  DUTY_PEOPLE,
  DUTY_DUTIES,
};

#define SELECT_DUTY "SELECT id, version, project_id, run_id, position, role, people, duties FROM duty WHERE "

static gpointer
read_duty (FfStatement *statement)
{
  FfDuty *duty = g_new0 (FfDuty, 1);

  duty->id = ff_statement_get_int (statement, DUTY_ID);
  duty->version = ff_statement_get_int (statement, DUTY_VERSION);
  duty->owner = ff_owned_store_get_owner (statement, FF_OWNED_DUTY, DUTY_PROJECT_ID);
  duty->position = (int) ff_statement_get_int (statement, DUTY_POSITION);
  duty->role = ff_statement_dup_text (statement, DUTY_ROLE);
  duty->people = ff_statement_dup_text (statement, DUTY_PEOPLE);
  duty->duties = ff_statement_dup_text (statement, DUTY_DUTIES);
  return duty;
}

GPtrArray *
ff_duty_store_list (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, SELECT_DUTY FF_OWNED_BY_TWO ("duty") " ORDER BY position, id", error);

  return list_of (statement, FF_OWNED_DUTY, owner, read_duty, (GDestroyNotify) ff_duty_free, error);
}

FfDuty *
ff_duty_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_DUTY "id = $id", error);

  return read_one (statement, id, read_duty, error);
}

static void
bind_duty (FfStatement *statement, const FfDuty *duty)
{
  ff_statement_bind_text (statement, "$role", duty->role);
  ff_statement_bind_text (statement, "$people", duty->people);
  ff_statement_bind_text (statement, "$duties", duty->duties);
}

gboolean
ff_duty_store_insert (FfDb *db, FfDuty *duty, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
                                                     "INSERT INTO duty (project_id, run_id, position, role, people, duties)"
                                                     " VALUES ($project, $run, $position, $role, $people, $duties)",
                                                     error);

  if (statement == NULL)
    return FALSE;
  ff_owned_store_bind (statement, FF_OWNED_DUTY, duty->owner);
  ff_statement_bind_int (statement, "$position", duty->position);
  bind_duty (statement, duty);
  return ff_statement_insert (statement, &duty->id, error);
}

gboolean
ff_duty_store_update (FfDb *db, const FfDuty *duty, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE duty SET role = $role, people = $people, duties = $duties, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  bind_duty (statement, duty);
  ff_statement_bind_int (statement, "$id", duty->id);
  return ff_statement_run (statement, NULL, error);
}

/* Materials --------------------------------------------------------------------------------------------------------- */

void
ff_material_free (FfMaterial *material)
{
  if (material == NULL)
    return;
  g_free (material->title);
  g_free (material->state);
  g_free (material->keeper);
  g_free (material->note);
  g_free (material);
}

enum
{
  MATERIAL_ID,
  MATERIAL_VERSION,
  MATERIAL_RUN_ID,
  MATERIAL_POSITION,
  MATERIAL_TITLE,
  MATERIAL_NEEDED,
  MATERIAL_READY,
  MATERIAL_STATE,
  MATERIAL_KEEPER,
  MATERIAL_NOTE,
  MATERIAL_TRAINEES,
};

#define SELECT_MATERIAL                                                                                                             \
  "SELECT id, version, run_id, position, title, needed, ready, state, owner, note,"                                                 \
  " (SELECT count(*) FROM enrolment WHERE enrolment.run_id = material.run_id AND enrolment.status = 'enrolled')"                    \
  " FROM material WHERE "

static gpointer
read_material (FfStatement *statement)
{
  FfMaterial *material = g_new0 (FfMaterial, 1);

  material->id = ff_statement_get_int (statement, MATERIAL_ID);
  material->version = ff_statement_get_int (statement, MATERIAL_VERSION);
  material->owner = ff_owned_store_get_owner (statement, FF_OWNED_MATERIAL, MATERIAL_RUN_ID);
  material->position = (int) ff_statement_get_int (statement, MATERIAL_POSITION);
  material->title = ff_statement_dup_text (statement, MATERIAL_TITLE);
  material->needed = (int) ff_statement_get_number (statement, MATERIAL_NEEDED);
  material->ready = (int) ff_statement_get_int (statement, MATERIAL_READY);
  material->state = ff_statement_dup_text (statement, MATERIAL_STATE);
  material->keeper = ff_statement_dup_text (statement, MATERIAL_KEEPER);
  material->note = ff_statement_dup_text (statement, MATERIAL_NOTE);
  material->trainees = (int) ff_statement_get_int (statement, MATERIAL_TRAINEES);
  return material;
}

GPtrArray *
ff_material_store_list (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_MATERIAL "run_id = $run ORDER BY position, id", error);

  return list_of (statement, FF_OWNED_MATERIAL, owner, read_material, (GDestroyNotify) ff_material_free, error);
}

FfMaterial *
ff_material_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_MATERIAL "id = $id", error);

  return read_one (statement, id, read_material, error);
}

static void
bind_material (FfStatement *statement, const FfMaterial *material)
{
  ff_statement_bind_text (statement, "$title", material->title);
  ff_statement_bind_number (statement, "$needed", material->needed);
  ff_statement_bind_int (statement, "$ready", material->ready);
  ff_statement_bind_text (statement, "$state", material->state);
  ff_statement_bind_text (statement, "$keeper", material->keeper);
  ff_statement_bind_text (statement, "$note", material->note);
}

gboolean
ff_material_store_insert (FfDb *db, FfMaterial *material, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "INSERT INTO material (run_id, position, title, needed, ready, state, owner, note)"
                       " VALUES ($run, $position, $title, $needed, $ready, $state, $keeper, $note)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_owned_store_bind (statement, FF_OWNED_MATERIAL, material->owner);
  ff_statement_bind_int (statement, "$position", material->position);
  bind_material (statement, material);
  return ff_statement_insert (statement, &material->id, error);
}

gboolean
ff_material_store_update (FfDb *db, const FfMaterial *material, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "UPDATE material SET title = $title, needed = $needed, ready = $ready, state = $state, owner = $keeper,"
                       " note = $note, version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  bind_material (statement, material);
  ff_statement_bind_int (statement, "$id", material->id);
  return ff_statement_run (statement, NULL, error);
}

/* Budget lines ------------------------------------------------------------------------------------------------------ */

void
ff_budget_line_free (FfBudgetLine *line)
{
  if (line == NULL)
    return;
  g_free (line->category);
  g_free (line->title);
  g_free (line->approved_by);
  g_free (line->note);
  g_free (line);
}

enum
{
  BUDGET_ID,
  BUDGET_VERSION,
  BUDGET_PROJECT_ID,
  BUDGET_RUN_ID,
  BUDGET_POSITION,
  BUDGET_CATEGORY,
  BUDGET_TITLE,
  BUDGET_PLANNED,
  BUDGET_ACTUAL,
  BUDGET_APPROVED_BY,
  BUDGET_APPROVED_ON,
  BUDGET_NOTE,
};

#define SELECT_BUDGET                                                                                                               \
  "SELECT id, version, project_id, run_id, position, category, title, planned, actual, approved_by, approved_on, note"              \
  " FROM budget_line WHERE "

static gpointer
read_budget_line (FfStatement *statement)
{
  FfBudgetLine *line = g_new0 (FfBudgetLine, 1);

  line->id = ff_statement_get_int (statement, BUDGET_ID);
  line->version = ff_statement_get_int (statement, BUDGET_VERSION);
  line->owner = ff_owned_store_get_owner (statement, FF_OWNED_BUDGET_LINE, BUDGET_PROJECT_ID);
  line->position = (int) ff_statement_get_int (statement, BUDGET_POSITION);
  line->category = ff_statement_dup_text (statement, BUDGET_CATEGORY);
  line->title = ff_statement_dup_text (statement, BUDGET_TITLE);
  line->planned = ff_statement_get_number (statement, BUDGET_PLANNED);
  line->actual = ff_statement_get_number (statement, BUDGET_ACTUAL);
  line->approved_by = ff_statement_dup_text (statement, BUDGET_APPROVED_BY);
  line->approved_on = ff_statement_get_day (statement, BUDGET_APPROVED_ON);
  line->note = ff_statement_dup_text (statement, BUDGET_NOTE);
  return line;
}

GPtrArray *
ff_budget_store_list (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, SELECT_BUDGET FF_OWNED_BY_TWO ("budget_line") " ORDER BY position, id", error);

  return list_of (statement, FF_OWNED_BUDGET_LINE, owner, read_budget_line, (GDestroyNotify) ff_budget_line_free, error);
}

FfBudgetLine *
ff_budget_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_BUDGET "id = $id", error);

  return read_one (statement, id, read_budget_line, error);
}

static void
bind_budget_line (FfStatement *statement, const FfBudgetLine *line)
{
  ff_statement_bind_text (statement, "$category", line->category);
  ff_statement_bind_text (statement, "$title", line->title);
  ff_statement_bind_number (statement, "$planned", line->planned);
  ff_statement_bind_number (statement, "$actual", line->actual);
  ff_statement_bind_text (statement, "$approved_by", line->approved_by);
  ff_statement_bind_day (statement, "$approved_on", line->approved_on);
  ff_statement_bind_text (statement, "$note", line->note);
}

gboolean
ff_budget_store_insert (FfDb *db, FfBudgetLine *line, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO budget_line (project_id, run_id, position, category, title, planned, actual, approved_by, approved_on, note)"
      " VALUES ($project, $run, $position, $category, $title, $planned, $actual, $approved_by, $approved_on, $note)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_owned_store_bind (statement, FF_OWNED_BUDGET_LINE, line->owner);
  ff_statement_bind_int (statement, "$position", line->position);
  bind_budget_line (statement, line);
  return ff_statement_insert (statement, &line->id, error);
}

gboolean
ff_budget_store_update (FfDb *db, const FfBudgetLine *line, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "UPDATE budget_line SET category = $category, title = $title, planned = $planned, actual = $actual,"
                       " approved_by = $approved_by, approved_on = $approved_on, note = $note, version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  bind_budget_line (statement, line);
  ff_statement_bind_int (statement, "$id", line->id);
  return ff_statement_run (statement, NULL, error);
}

GPtrArray *
ff_budget_store_list_categories (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT DISTINCT category FROM budget_line ORDER BY category", error);

  return statement != NULL ? ff_rows_list_texts (statement, error) : NULL;
}
