#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-courses.h"
#include "ff-people.h"
#include "ff-projects.h"
#include "ff-timetables.h"

static FfChoice *
choice_new (const char *key, const char *title)
{
  FfChoice *choice = g_new0 (FfChoice, 1);

  choice->key = g_strdup (key);
  choice->title = g_strdup (title);
  return choice;
}

GPtrArray *
ff_editors_prepend_none (GPtrArray *choices)
{
  if (choices != NULL)
    g_ptr_array_insert (choices, 0, choice_new ("", C_("choice", "None")));
  return choices;
}

GPtrArray *
ff_editors_list_activities (void)
{
  GPtrArray *choices = ff_choices_new ();

  for (const char *const *key = ff_activity_keys (); *key != NULL; key++)
    ff_editors_add_choice (choices, NULL, ff_activity_title (*key));
  return choices;
}

/* Indented as they stand in the tree. */
GPtrArray *
ff_editors_list_syllabus (FfDb *db, gint64 course_id, GError **error)
{
  g_autoptr (FfCourse) course = ff_courses_read (db, course_id, error);
  GPtrArray *choices;

  if (course == NULL)
    return NULL;
  choices = ff_choices_new ();
  for (guint i = 0; i < course->syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (course->syllabus, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, item->id);
      g_autoptr (GString) title = g_string_new (NULL);

      for (int parent = item->parent; parent >= 0; parent = ((FfSyllabusItem *) g_ptr_array_index (course->syllabus, (guint) parent))->parent)
        g_string_append (title, "    ");
      g_string_append (title, item->title);
      ff_editors_add_choice (choices, key, title->str);
    }
  return ff_editors_prepend_none (choices);
}

void
ff_editors_add_choice (GPtrArray *choices, const char *key, const char *title)
{
  g_return_if_fail (choices != NULL);

  g_ptr_array_add (choices, choice_new (key, title));
}

GPtrArray *
ff_editors_list_layers (FfDb *db, GError **error)
{
  GPtrArray *layers = ff_people_list_layers (db, error);

  if (layers != NULL)
    g_ptr_array_insert (layers, 0, choice_new ("", C_ ("layer", "All layers")));
  return layers;
}

GPtrArray *
ff_editors_list_courses (FfDb *db, GError **error)
{
  g_autoptr (GPtrArray) array = ff_choices_new ();
  g_autoptr (GArray) ids = ff_courses_list (db, NULL, FF_COURSE_SORT_CODE, FALSE, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (ids == NULL)
    return NULL;
  rows = ff_courses_read_rows (db, (const gint64 *) (gpointer) ids->data, ids->len, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const FfCourseRow *row = g_ptr_array_index (rows, i);
      g_autofree char *title = row != NULL ? g_strdup_printf ("%s · %s", row->code, row->title) : NULL;

      if (row != NULL)
        ff_editors_add_choice (array, row->code, title);
    }
  return g_steal_pointer (&array);
}

GPtrArray *
ff_editors_list_projects (FfDb *db, GError **error)
{
  g_autoptr (GPtrArray) array = ff_choices_new ();
  g_autoptr (GArray) ids = ff_projects_list (db, NULL, FF_PROJECT_SORT_STARTS, TRUE, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (ids == NULL)
    return NULL;
  rows = ff_projects_read_rows (db, (const gint64 *) (gpointer) ids->data, ids->len, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const FfProject *project = g_ptr_array_index (rows, i);
      g_autofree char *title = project != NULL ? g_strdup_printf ("%s · %s", project->code, project->title) : NULL;

      if (project != NULL)
        ff_editors_add_choice (array, project->code, title);
    }
  return ff_editors_prepend_none (g_steal_pointer (&array));
}
