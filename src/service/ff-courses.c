/* Courses: the catalogue entry together with its syllabus, scheme and rule. */
#include "config.h"

#include "ff-courses.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-course-private.h"
#include "ff-name-key.h"
#include "ff-questionnaire-store.h"
#include "ff-rubric-store.h"
#include "ff-scheme-store.h"
#include "ff-syllabus-store.h"
#include "ff-take.h"

#define CODE_MAX_CHARACTERS 64
#define TITLE_MAX_CHARACTERS 200

gint64
ff_courses_find (FfDb *db, const char *code, GError **error)
{
  g_autofree char *folded = ff_identifier_fold (code);
  return ff_course_store_find (db, folded, error);
}

static gboolean
read_parts (FfDb *db, FfCourse *course, GError **error)
{
  g_autoptr (GPtrArray) rows = ff_syllabus_store_read (db, course->id, error);
  FfScheme *scheme = NULL;

  if (!rows)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      FfSyllabusRow *row = rows->pdata[i];
      g_ptr_array_add (course->syllabus, g_steal_pointer (&row->item));
    }
  scheme = ff_schemes_read (db, course->id, 0, error);
  if (!scheme)
    return FALSE;
  ff_scheme_free (course->scheme);
  course->scheme = scheme;
  return ff_rules_read (db, course->id, 0, &course->rule, error);
}

FfCourse *
ff_courses_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FfCourse) course = ff_course_store_read (db, id, &local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!course)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This course no longer exists: somebody has deleted it meanwhile."));
  else if (read_parts (db, course, error))
    return g_steal_pointer (&course);
  return NULL;
}

/* Putting a course: first the checks, then the row that it is, then what differs. */

static gboolean
clean_line (char **text, gsize max, const char *field, GError **error)
{
  gboolean changed;
  return ff_take_line (text, *text, max, field, &changed, error);
}

static gboolean
clean_text (char **text, const char *field, GError **error)
{
  gboolean changed;
  return ff_take_text (text, *text, field, &changed, error);
}

static gboolean
clean_benefits (FfCourse *course, GError **error)
{
  for (guint i = 0; i < course->benefits->len;)
    {
      if (!clean_text ((char **) &course->benefits->pdata[i], "benefits", error))
        return FALSE;
      if (course->benefits->pdata[i])
        i++;
      else
        g_ptr_array_remove_index (course->benefits, i);
    }
  return TRUE;
}

static gboolean
check_entry (FfCourse *course, GError **error)
{
  g_autofree char *code = ff_identifier_fold (course->code ? course->code : "");

  g_free (course->code);
  course->code = g_steal_pointer (&code);
  if (*course->code == '\0' || g_utf8_strlen (course->code, -1) > CODE_MAX_CHARACTERS)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "code", _("Enter a code of at most %d characters, such as CX-101."), CODE_MAX_CHARACTERS);
      return FALSE;
    }
  if (!clean_line (&course->title, TITLE_MAX_CHARACTERS, "title", error))
    return FALSE;
  if (!course->title)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _("Enter a title for the course %s."), course->code);
      return FALSE;
    }
  if (course->hours < -1)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "hours", _("The hours of a course cannot be below 0."));
      return FALSE;
    }
  return clean_line (&course->category, TITLE_MAX_CHARACTERS, "category", error)
         && clean_text (&course->background, "background", error) && clean_benefits (course, error)
         && clean_text (&course->audience, "audience", error) && clean_text (&course->method, "method", error);
}

/* Sets the id of a known course and reads it; @stored is NULL for a new one. */
static gboolean
find_stored (FfDb *db, FfCourse *course, FfCourse **stored, GError **error)
{
  gint64 id = ff_course_store_find (db, course->code, error);

  if (id < 0)
    return FALSE;
  if (course->id && id && id != course->id)
    {
      ff_put_set_error (error, FF_ERROR_EXISTS, "code", _("There is another course with the code %s: enter another code."), course->code);
      return FALSE;
    }
  if (!course->id)
    course->id = id;
  if (!course->id)
    return TRUE;
  *stored = ff_courses_read (db, course->id, error);
  if (!*stored)
    return FALSE;
  if (course->version && course->version != (*stored)->version)
    {
      ff_put_set_error (error, FF_ERROR_CONFLICT, NULL, _("Somebody has changed the course %s meanwhile: look at it again before you change it."),
                        course->code);
      return FALSE;
    }
  return TRUE;
}

static gboolean
benefits_equal (const FfCourse *a, const FfCourse *b)
{
  if (a->benefits->len != b->benefits->len)
    return FALSE;
  for (guint i = 0; i < a->benefits->len; i++)
    if (strcmp (a->benefits->pdata[i], b->benefits->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
entries_equal (const FfCourse *a, const FfCourse *b)
{
  return strcmp (a->code, b->code) == 0 && strcmp (a->title, b->title) == 0 && g_strcmp0 (a->background, b->background) == 0
         && benefits_equal (a, b) && g_strcmp0 (a->audience, b->audience) == 0 && g_strcmp0 (a->method, b->method) == 0
         && a->hours == b->hours && g_strcmp0 (a->category, b->category) == 0;
}

static gboolean
write_entry (FfDb *db, FfCourse *course, const FfCourse *stored, gboolean *changed, GError **error)
{
  if (stored)
    course->version = stored->version;
  if (stored && entries_equal (course, stored))
    return TRUE;
  *changed = TRUE;
  if (!stored)
    return ff_course_store_insert (db, course, error);
  course->version++;
  return ff_course_store_update (db, course, error);
}

FfPut
ff_courses_put (FfDb *db, FfCourse *course, GError **error)
{
  gboolean changed = FALSE;
  FfPut rule;
  g_autoptr (FfCourse) stored = NULL;
  g_autoptr (FfScheme) stored_scheme = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!check_entry (course, error) || !ff_syllabus_check (db, course, error) || !ff_rules_check (&course->rule, error)
      || !find_stored (db, course, &stored, error))
    return FF_PUT_REFUSED;
  if (stored)
    stored_scheme = ff_scheme_store_read (db, course->id, 0, &local_error);
  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FF_PUT_REFUSED;
    }
  if (!ff_schemes_check (db, course->scheme, stored_scheme, error))
    return FF_PUT_REFUSED;

  if (!write_entry (db, course, stored, &changed, error) || !ff_syllabus_write (db, course, &changed, error)
      || !ff_schemes_write (db, course->id, 0, course->scheme, stored_scheme, &changed, error))
    return FF_PUT_REFUSED;
  rule = ff_rules_put (db, course->id, 0, &course->rule, error);
  if (rule == FF_PUT_REFUSED)
    return FF_PUT_REFUSED;
  return !stored ? FF_PUT_NEW : changed || rule != FF_PUT_SAME ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_courses_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *run = ff_course_store_find_run (db, id, &local_error);

  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (run)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, NULL, _("The class %s belongs to this course: delete the class first."), run);
      return FALSE;
    }
  return ff_course_store_mark_deleted (db, id, error);
}

GArray *
ff_courses_list (FfDb *db, const char *search, FfCourseSort sort, gboolean descending, GError **error)
{
  return ff_course_store_list (db, search, sort, descending, error);
}

GPtrArray *
ff_courses_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (n, (GDestroyNotify) ff_course_row_free);
  g_autoptr (GError) local_error = NULL;

  for (gsize i = 0; i < n; i++)
    {
      g_ptr_array_add (rows, ff_course_store_read_row (db, ids[i], &local_error));
      if (local_error)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
    }
  return g_steal_pointer (&rows);
}

gboolean
ff_courses_check (FfDb *db, GPtrArray *findings, GError **error)
{
  return ff_course_store_check (db, findings, error) && ff_syllabus_store_check (db, findings, error)
         && ff_scheme_store_check (db, findings, error) && ff_rubric_store_check (db, findings, error)
         && ff_questionnaire_store_check (db, findings, error);
}
