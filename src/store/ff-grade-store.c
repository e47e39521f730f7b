#include "config.h"

#include "ff-grade-store.h"

#include "ff-rows.h"

#define SELECT_GRADE                                       \
  "SELECT id, version, name, rate, (SELECT count (*) FROM" \
  " trainer WHERE trainer.grade_id = trainer_grade.id AND trainer.deleted = 0) FROM trainer_grade"

enum
{
  GRADE_ID,
  GRADE_VERSION,
  GRADE_NAME,
  GRADE_RATE,
  GRADE_TRAINERS,
};

void
ff_grade_free (FfGrade *grade)
{
  if (!grade)
    return;

  g_free (grade->name);
  g_free (grade);
}

static gpointer
grade_from_row (FfStatement *row)
{
  FfGrade *grade = g_new0 (FfGrade, 1);
  grade->id = ff_statement_get_int (row, GRADE_ID);
  grade->version = ff_statement_get_int (row, GRADE_VERSION);
  grade->name = ff_statement_dup_text (row, GRADE_NAME);
  grade->rate = ff_statement_get_int (row, GRADE_RATE);
  grade->trainers = (int) ff_statement_get_int (row, GRADE_TRAINERS);
  return grade;
}

FfGrade *
ff_grade_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_GRADE " WHERE id = $id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? grade_from_row (statement) : NULL;
}

gint64
ff_grade_store_find (FfDb *db, const char *name, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id FROM trainer_grade WHERE name = $name", error);
  if (!statement)
    return -1;
  ff_statement_bind_text (statement, "$name", name);
  return ff_rows_get_id (statement, error);
}

GPtrArray *
ff_grade_store_list (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_GRADE " ORDER BY position, id", error);
  return statement ? ff_rows_list (statement, grade_from_row, (GDestroyNotify) ff_grade_free, error) : NULL;
}

gboolean
ff_grade_store_insert (FfDb *db, FfGrade *grade, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO trainer_grade (name, rate, position)"
    " VALUES ($name, $rate, (SELECT coalesce (max (position), 0) + 1 FROM trainer_grade))", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_text (statement, "$name", grade->name);
  ff_statement_bind_int (statement, "$rate", grade->rate);
  grade->version = 1;
  return ff_statement_insert (statement, &grade->id, error);
}

gboolean
ff_grade_store_update (FfDb *db, const FfGrade *grade, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE trainer_grade SET name = $name, rate = $rate, version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", grade->id);
  ff_statement_bind_text (statement, "$name", grade->name);
  ff_statement_bind_int (statement, "$rate", grade->rate);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
clear_from_trainers (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE trainer SET grade_id = NULL, version = version + 1 WHERE grade_id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_grade_store_delete (FfDb *db, gint64 id, GError **error)
{
  if (!clear_from_trainers (db, id, error))
    return FALSE;
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM trainer_grade WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}
