#include "config.h"

#include "ff-reference-store.h"

#include "ff-rows.h"

#define ROWS(table, column)                                                                          \
  {                                                                                                  \
    "SELECT id FROM " table " WHERE " column " = $id LIMIT 1",                                       \
    "UPDATE " table " SET " column " = $to, version = version + 1 WHERE " column " = $from",         \
  }

typedef struct
{
  const char *find;
  const char *move;
} Rows;

static const Rows of_department[] = {
  ROWS ("trainee", "department_id"), ROWS ("run", "department_id"),         ROWS ("enrolment", "department_id"),
  ROWS ("project", "department_id"), ROWS ("requirement", "department_id"), ROWS ("plan_line", "department_id"),
};

static const Rows of_layer[] = {
  ROWS ("trainee", "layer_id"),        ROWS ("enrolment", "layer_id"),   ROWS ("syllabus_item", "layer_id"),
  ROWS ("timetable_slot", "layer_id"), ROWS ("requirement", "layer_id"), ROWS ("session_audience", "layer_id"),
  ROWS ("finding", "layer_id"),        ROWS ("goal", "layer_id"),
};

static const struct
{
  const Rows *rows;
  gsize n;
} kinds[] = {
  [FF_REFERENCE_DEPARTMENT] = { of_department, G_N_ELEMENTS (of_department) },
  [FF_REFERENCE_LAYER] = { of_layer, G_N_ELEMENTS (of_layer) },
};

int
ff_reference_store_exists (FfDb *db, FfReference kind, gint64 id, GError **error)
{
  for (gsize i = 0; i < kinds[kind].n; i++)
    {
      g_autoptr (FfStatement) statement = ff_db_prepare (db, kinds[kind].rows[i].find, error);
      gint64 found;

      if (!statement)
        return -1;
      ff_statement_bind_int (statement, "$id", id);
      found = ff_rows_get_id (statement, error);
      if (found != 0)
        return found > 0 ? 1 : -1;
    }
  return 0;
}

gboolean
ff_reference_store_move (FfDb *db, FfReference kind, gint64 from, gint64 to, GError **error)
{
  for (gsize i = 0; i < kinds[kind].n; i++)
    {
      g_autoptr (FfStatement) statement = ff_db_prepare (db, kinds[kind].rows[i].move, error);

      if (!statement)
        return FALSE;
      ff_statement_bind_int (statement, "$from", from);
      ff_statement_bind_int (statement, "$to", to);
      if (!ff_statement_run (statement, NULL, error))
        return FALSE;
    }
  return TRUE;
}
