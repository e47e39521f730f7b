#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-courses.h"
#include "ff-number.h"

static const FfEditorField fields[] = {
  { "code", N_("Code"), FF_FIELD_TEXT, TRUE },
  { "title", N_("Title"), FF_FIELD_TEXT, TRUE },
  { "category", N_("Category"), FF_FIELD_TEXT, FALSE },
  { "hours", N_("Hours"), FF_FIELD_NUMBER, FALSE },
  { "audience", N_("Audience"), FF_FIELD_TEXT, FALSE },
  { "method", N_("Method"), FF_FIELD_TEXT, FALSE },
  { "background", N_("Background"), FF_FIELD_PARAGRAPH, FALSE },
  { "benefits", N_("Benefits, one per line"), FF_FIELD_PARAGRAPH, FALSE },
};

static void
set_text (char **member, FfEditorValues *values, const char *name)
{
  const char *typed = ff_editor_values_get (values, name);

  g_free (*member);
  *member = typed != NULL && *typed != '\0' ? g_strdup (typed) : NULL;
}

static void
set_benefits (FfCourse *course, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  g_ptr_array_set_size (course->benefits, 0);
  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_ptr_array_add (course->benefits, g_strdup (*line));
}

static gboolean
set_hours (FfCourse *course, const char *text, GError **error)
{
  if (text == NULL || *text == '\0')
    {
      course->hours = -1;
      return TRUE;
    }
  if (ff_hundredths_parse (text, &course->hours) && course->hours >= 0)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "hours", _("“%s” is no number of hours. Write for example 12 or 7.5."), text);
  return FALSE;
}

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  g_autoptr (FfCourse) course = id != 0 ? ff_courses_read (db, id, error) : ff_course_new ();
  gint64 taken;
  FfPut result;

  if (course == NULL)
    return FF_PUT_REFUSED;
  set_text (&course->code, values, "code");
  set_text (&course->title, values, "title");
  set_text (&course->category, values, "category");
  set_text (&course->audience, values, "audience");
  set_text (&course->method, values, "method");
  set_text (&course->background, values, "background");
  set_benefits (course, ff_editor_values_get (values, "benefits"));
  if (!set_hours (course, ff_editor_values_get (values, "hours"), error))
    return FF_PUT_REFUSED;
  taken = course->code != NULL ? ff_courses_find (db, course->code, error) : 0;
  if (taken < 0)
    return FF_PUT_REFUSED;
  if (taken > 0 && taken != id)
    {
      ff_put_set_error (error, FF_ERROR_EXISTS, "code", _("Another course has the code %s already. Give another."), course->code);
      return FF_PUT_REFUSED;
    }
  result = ff_courses_put (db, course, error);
  *new_id = course->id;
  return result;
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfCourse) course = NULL;
  g_autofree char *hours = NULL;
  g_autoptr (GString) benefits = g_string_new (NULL);

  if (id == 0)
    return TRUE;
  course = ff_courses_read (db, id, error);
  if (course == NULL)
    return FALSE;
  hours = course->hours >= 0 ? ff_hundredths_format (course->hours) : NULL;
  for (guint i = 0; i < course->benefits->len; i++)
    g_string_append_printf (benefits, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (course->benefits, i));
  ff_editor_values_set (values, "code", course->code);
  ff_editor_values_set (values, "title", course->title);
  ff_editor_values_set (values, "category", course->category);
  ff_editor_values_set (values, "hours", hours);
  ff_editor_values_set (values, "audience", course->audience);
  ff_editor_values_set (values, "method", course->method);
  ff_editor_values_set (values, "background", course->background);
  ff_editor_values_set (values, "benefits", benefits->str);
  return TRUE;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_courses_delete (db, id, error);
}

const FfEditorKind ff_course_editor = {
  .new_title = N_("New Course"),
  .edit_title = N_("Course"),
  .new_label = N_("Add a course"),
  .edit_label = N_("Change a course"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .delete = delete,
  .delete_label = N_("Delete Course"),
  .deleted = N_("Course deleted"),
};
