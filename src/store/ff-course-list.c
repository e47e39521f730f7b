/* The list of courses, filtered and sorted in SQL, and what can be wrong with their rows. */
#include "config.h"

#include "ff-course-store.h"

#include <glib/gi18n-lib.h>

#include "ff-name-key.h"
#include "ff-rows.h"

#define LIVE_CLASSES "(SELECT count (*) FROM run WHERE run.course_id = course.id AND run.deleted = 0)"

typedef struct
{
  const char *ascending;
  const char *descending;
} Order;

static const Order orders[] = {
  [FF_COURSE_SORT_CODE] = { "course.code", "course.code DESC" },
  [FF_COURSE_SORT_TITLE] = { "course.sort_key, course.id", "course.sort_key DESC, course.id DESC" },
  [FF_COURSE_SORT_HOURS] = { "course.hours IS NULL, course.hours, course.sort_key, course.id",
                             "course.hours IS NULL, course.hours DESC, course.sort_key, course.id" },
  [FF_COURSE_SORT_CLASSES] = { LIVE_CLASSES ", course.sort_key, course.id", LIVE_CLASSES " DESC, course.sort_key, course.id" },
};

GArray *
ff_course_store_list (FfDb *db, const char *search, FfCourseSort sort, gboolean descending, GError **error)
{
  g_autofree char *pattern = ff_rows_make_pattern (search);
  g_autofree char *sql = NULL;

  g_return_val_if_fail ((guint) sort < G_N_ELEMENTS (orders), NULL);

  sql = g_strconcat ("SELECT course.id FROM course WHERE course.deleted = 0 AND course.search_key LIKE $search ESCAPE '\\' ORDER BY ",
                     descending ? orders[sort].descending : orders[sort].ascending, NULL);
  g_autoptr (FfStatement) statement = ff_db_prepare_dynamic (db, sql, error);
  if (!statement)
    return NULL;
  ff_statement_bind_text (statement, "$search", pattern);
  return ff_rows_list_ids (statement, error);
}

enum
{
  ROW_ID,
  ROW_CODE,
  ROW_TITLE,
  ROW_AUDIENCE,
  ROW_HOURS,
  ROW_CLASSES,
  ROW_COMPONENTS,
};

void
ff_course_row_free (FfCourseRow *row)
{
  if (!row)
    return;

  g_free (row->code);
  g_free (row->title);
  g_free (row->audience);
  g_free (row);
}

FfCourseRow *
ff_course_store_read_row (FfDb *db, gint64 id, GError **error)
{
  FfCourseRow *row;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT course.id, course.code, course.title, course.audience, course.hours, " LIVE_CLASSES ","
    " (SELECT count (*) FROM component JOIN scheme ON scheme.id = component.scheme_id WHERE scheme.course_id = course.id)"
    " FROM course WHERE course.id = $id AND course.deleted = 0", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return NULL;

  row = g_new0 (FfCourseRow, 1);
  row->id = ff_statement_get_int (statement, ROW_ID);
  row->code = ff_statement_dup_text (statement, ROW_CODE);
  row->title = ff_statement_dup_text (statement, ROW_TITLE);
  row->audience = ff_statement_dup_text (statement, ROW_AUDIENCE);
  row->hours = ff_statement_is_null (statement, ROW_HOURS) ? -1 : ff_statement_get_int (statement, ROW_HOURS);
  row->classes = ff_statement_get_int (statement, ROW_CLASSES);
  row->components = ff_statement_get_int (statement, ROW_COMPONENTS);
  return row;
}

enum
{
  KEYS_CODE,
  KEYS_TITLE,
  KEYS_SEARCH,
  KEYS_SORT,
};

static gboolean
check_keys (FfDb *db, GPtrArray *findings, GError **error)
{
  FfStep step;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT code, title, search_key, sort_key FROM course WHERE deleted = 0 ORDER BY id", error);
  if (!statement)
    return FALSE;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      const char *code = ff_statement_get_text (statement, KEYS_CODE);
      const char *title = ff_statement_get_text (statement, KEYS_TITLE);
      g_autofree char *search = ff_name_search_key (title, code);
      g_autofree char *sort = ff_name_sort_key (title);
      if (g_strcmp0 (search, ff_statement_get_text (statement, KEYS_SEARCH)) != 0
          || g_strcmp0 (sort, ff_statement_get_text (statement, KEYS_SORT)) != 0)
        g_ptr_array_add (findings, g_strdup_printf (_("The keys by which the course %s is found are out of date."), code));
    }
  return step == FF_STEP_DONE;
}

static gboolean
check_json (FfDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT code FROM course WHERE deleted = 0 AND benefits IS NOT NULL AND NOT json_valid (benefits)"
    " ORDER BY id", error);
  if (!statement)
    return FALSE;
  g_autoptr (GPtrArray) codes = ff_rows_list_texts (statement, error);
  if (!codes)
    return FALSE;
  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (findings, g_strdup_printf (_("The benefits of the course %s are no JSON."),
                                                (const char *) codes->pdata[i]));
  return TRUE;
}

static gboolean
check_runs (FfDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT run.code FROM run JOIN course ON course.id = run.course_id WHERE run.deleted = 0 AND course.deleted = 1"
    " ORDER BY run.id", error);
  if (!statement)
    return FALSE;
  g_autoptr (GPtrArray) codes = ff_rows_list_texts (statement, error);
  if (!codes)
    return FALSE;
  for (guint i = 0; i < codes->len; i++)
    g_ptr_array_add (findings, g_strdup_printf (_("The course of the class %s has been deleted."), (const char *) codes->pdata[i]));
  return TRUE;
}

gboolean
ff_course_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return check_keys (db, findings, error) && check_json (db, findings, error) && check_runs (db, findings, error);
}
