#include "config.h"

#include "ff-course-store.h"

#include <glib/gi18n-lib.h>

#include "ff-name-key.h"
#include "ff-rows.h"

enum
{
  COURSE_ID,
  COURSE_VERSION,
  COURSE_CODE,
  COURSE_TITLE,
  COURSE_BACKGROUND,
  COURSE_AUDIENCE,
  COURSE_METHOD,
  COURSE_HOURS,
  COURSE_CATEGORY,
};

void
ff_syllabus_item_free (FfSyllabusItem *item)
{
  if (!item)
    return;

  g_free (item->kind);
  g_free (item->title);
  g_free (item->layer);
  g_free (item);
}

FfCourse *
ff_course_new (void)
{
  FfCourse *course = g_new0 (FfCourse, 1);
  course->hours = -1;
  course->benefits = g_ptr_array_new_with_free_func (g_free);
  course->syllabus = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_syllabus_item_free);
  course->scheme = ff_scheme_new ();
  course->rule = FF_ATTENDANCE_RULE_DEFAULT;
  return course;
}

void
ff_course_free (FfCourse *course)
{
  if (!course)
    return;

  g_free (course->code);
  g_free (course->title);
  g_free (course->category);
  g_free (course->background);
  g_clear_pointer (&course->benefits, g_ptr_array_unref);
  g_free (course->audience);
  g_free (course->method);
  g_clear_pointer (&course->syllabus, g_ptr_array_unref);
  g_clear_pointer (&course->scheme, ff_scheme_free);
  g_free (course);
}

FfSyllabusItem *
ff_course_add_item (FfCourse *course, int parent, const char *kind, const char *title, int minutes)
{
  FfSyllabusItem *item;

  g_return_val_if_fail (parent >= -1 && parent < (int) course->syllabus->len, NULL);

  item = g_new0 (FfSyllabusItem, 1);
  item->parent = parent;
  item->kind = g_strdup (kind);
  item->title = g_strdup (title);
  item->minutes = minutes;
  g_ptr_array_add (course->syllabus, item);
  return item;
}

static FfCourse *
course_from_row (FfStatement *row)
{
  FfCourse *course = ff_course_new ();
  course->id = ff_statement_get_int (row, COURSE_ID);
  course->version = ff_statement_get_int (row, COURSE_VERSION);
  course->code = ff_statement_dup_text (row, COURSE_CODE);
  course->title = ff_statement_dup_text (row, COURSE_TITLE);
  course->background = ff_statement_dup_text (row, COURSE_BACKGROUND);
  course->audience = ff_statement_dup_text (row, COURSE_AUDIENCE);
  course->method = ff_statement_dup_text (row, COURSE_METHOD);
  course->hours = ff_statement_is_null (row, COURSE_HOURS) ? -1 : ff_statement_get_int (row, COURSE_HOURS);
  course->category = ff_statement_dup_text (row, COURSE_CATEGORY);
  return course;
}

static gboolean
read_benefits (FfDb *db, FfCourse *course, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT benefit.value FROM course, json_each (course.benefits) AS benefit WHERE course.id = $id ORDER BY benefit.key", error);
  GPtrArray *benefits;

  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", course->id);
  benefits = ff_rows_list_texts (statement, error);
  if (!benefits)
    return FALSE;
  g_ptr_array_unref (course->benefits);
  course->benefits = benefits;
  return TRUE;
}

FfCourse *
ff_course_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfCourse) course = NULL;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT id, version, code, title, background, audience, method, hours, category FROM course"
    " WHERE id = $id AND deleted = 0", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return NULL;
  course = course_from_row (statement);
  return read_benefits (db, course, error) ? g_steal_pointer (&course) : NULL;
}

gint64
ff_course_store_find (FfDb *db, const char *code, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id FROM course WHERE deleted = 0 AND code = $code", error);
  if (!statement)
    return -1;
  ff_statement_bind_text (statement, "$code", code);
  return ff_rows_get_id (statement, error);
}

static void
append_json_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", (guchar) *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

/* NULL for none. */
static char *
benefits_to_json (const GPtrArray *benefits)
{
  g_autoptr (GString) json = g_string_new ("[");

  if (benefits->len == 0)
    return NULL;
  for (guint i = 0; i < benefits->len; i++)
    {
      g_string_append (json, i > 0 ? "," : "");
      append_json_string (json, benefits->pdata[i]);
    }
  g_string_append_c (json, ']');
  return g_string_free (g_steal_pointer (&json), FALSE);
}

static void
bind_course (FfStatement *statement, const FfCourse *course)
{
  g_autofree char *benefits = benefits_to_json (course->benefits);
  g_autofree char *search_key = ff_name_search_key (course->title, course->code);
  g_autofree char *sort_key = ff_name_sort_key (course->title);

  ff_statement_bind_text (statement, "$code", course->code);
  ff_statement_bind_text (statement, "$title", course->title);
  ff_statement_bind_text (statement, "$background", course->background);
  ff_statement_bind_text (statement, "$benefits", benefits);
  ff_statement_bind_text (statement, "$audience", course->audience);
  ff_statement_bind_text (statement, "$method", course->method);
  if (course->hours >= 0)
    ff_statement_bind_int (statement, "$hours", course->hours);
  else
    ff_statement_bind_null (statement, "$hours");
  ff_statement_bind_text (statement, "$category", course->category);
  ff_statement_bind_text (statement, "$search_key", search_key);
  ff_statement_bind_text (statement, "$sort_key", sort_key);
}

gboolean
ff_course_store_insert (FfDb *db, FfCourse *course, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO course (code, title, background, benefits, audience, method, hours, category, search_key, sort_key)"
    " VALUES ($code, $title, $background, $benefits, $audience, $method, $hours, $category, $search_key, $sort_key)", error);
  if (!statement)
    return FALSE;
  bind_course (statement, course);
  course->version = 1;
  return ff_statement_insert (statement, &course->id, error);
}

gboolean
ff_course_store_update (FfDb *db, const FfCourse *course, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE course SET code = $code, title = $title, background = $background, benefits = $benefits, audience = $audience,"
    " method = $method, hours = $hours, category = $category, search_key = $search_key, sort_key = $sort_key,"
    " version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  bind_course (statement, course);
  ff_statement_bind_int (statement, "$id", course->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_course_store_mark_deleted (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE course SET deleted = 1, version = version + 1 WHERE id = $id AND deleted = 0", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

char *
ff_course_store_find_run (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT code FROM run WHERE course_id = $id AND deleted = 0 ORDER BY starts_on DESC, id DESC", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_rows_get_text (statement, error);
}
