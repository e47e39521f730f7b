/* What a trainer can show, and the courses that it allows; the context is the trainer. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-courses.h"
#include "ff-qualifications.h"

/* Qualifications --------------------------------------------------------------------------------------------------- */

static const FfEditorField qualification_fields[] = {
  { "title", N_("Qualified for"), FF_FIELD_TEXT, TRUE },
  { "evidence", N_("Evidence: a certificate and its number"), FF_FIELD_TEXT, FALSE },
  { "issued_on", N_("Issued on"), FF_FIELD_DATE, FALSE },
  { "expires_on", N_("Holds until; empty: for good"), FF_FIELD_DATE, FALSE },
};

static FfPut
put_qualification (FfDb *db, gint64 id, gint64 trainer_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfQualificationDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .evidence = ff_editor_values_get (values, "evidence"),
    .issued_on = ff_editor_values_get (values, "issued_on"),
    .expires_on = ff_editor_values_get (values, "expires_on"),
  };

  return ff_qualifications_put (db, id, trainer_id, &draft, new_id, error);
}

static gboolean
load_qualification (FfDb *db, gint64 id, gint64 trainer_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfTrainerQualification) qualification = NULL;
  g_autofree char *issued_on = NULL;
  g_autofree char *expires_on = NULL;

  if (id == 0)
    return TRUE;
  qualification = ff_qualifications_read (db, id, error);
  if (qualification == NULL)
    return FALSE;
  issued_on = qualification->issued_on != FF_NO_DAY ? ff_day_format (qualification->issued_on) : NULL;
  expires_on = qualification->expires_on != FF_NO_DAY ? ff_day_format (qualification->expires_on) : NULL;
  ff_editor_values_set (values, "title", qualification->title);
  ff_editor_values_set (values, "evidence", qualification->evidence);
  ff_editor_values_set (values, "issued_on", issued_on);
  ff_editor_values_set (values, "expires_on", expires_on);
  return TRUE;
}

static gboolean
delete_qualification (FfDb *db, gint64 id, gint64 trainer_id, GError **error)
{
  return ff_qualifications_delete (db, id, error);
}

const FfEditorKind ff_qualification_editor = {
  .new_title = N_("New Qualification"),
  .edit_title = N_("Qualification"),
  .new_label = N_("Add a qualification"),
  .edit_label = N_("Change a qualification"),
  .fields = qualification_fields,
  .n_fields = G_N_ELEMENTS (qualification_fields),
  .put = put_qualification,
  .load = load_qualification,
  .delete = delete_qualification,
  .delete_label = N_("Delete Qualification"),
  .deleted = N_("Qualification deleted"),
};

/* Courses ---------------------------------------------------------------------------------------------------------- */

static const FfEditorField course_fields[] = {
  { "course", N_("Course"), FF_FIELD_CHOICE, TRUE },
  { "qualification", N_("Allowed by the qualification"), FF_FIELD_CHOICE, FALSE },
};

static FfPut
put_course (FfDb *db, gint64 id, gint64 trainer_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfTrainerCourseDraft draft = {
    .course = ff_editor_values_get (values, "course"),
    .qualification = ff_editor_values_get (values, "qualification"),
  };

  return ff_trainer_courses_put (db, id, trainer_id, &draft, new_id, error);
}

static gboolean
load_course (FfDb *db, gint64 id, gint64 trainer_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfTrainerCourse) course = NULL;

  if (id == 0)
    return TRUE;
  course = ff_trainer_courses_read (db, id, error);
  if (course == NULL)
    return FALSE;
  ff_editor_values_set (values, "course", course->course_code);
  ff_editor_values_set (values, "qualification", course->qualification);
  return TRUE;
}

static GPtrArray *
list_courses (FfDb *db, GError **error)
{
  g_autoptr (GArray) ids = ff_courses_list (db, NULL, FF_COURSE_SORT_CODE, FALSE, error);
  g_autoptr (GPtrArray) rows = ids != NULL ? ff_courses_read_rows (db, (const gint64 *) (gpointer) ids->data, ids->len, error) : NULL;
  GPtrArray *array;

  if (rows == NULL)
    return NULL;
  array = ff_choices_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      const FfCourseRow *course = g_ptr_array_index (rows, i);
      g_autofree char *title = course != NULL ? g_strdup_printf ("%s  %s", course->code, course->title) : NULL;

      if (course != NULL)
        ff_editors_add_choice (array, course->code, title);
    }
  return array;
}

static GPtrArray *
list_qualifications (FfDb *db, gint64 trainer_id, GError **error)
{
  g_autoptr (GPtrArray) known = ff_qualifications_of_trainer (db, trainer_id, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *array;

  if (known == NULL)
    return NULL;
  array = ff_choices_new ();
  for (guint i = 0; i < known->len; i++)
    {
      const FfTrainerQualification *qualification = g_ptr_array_index (known, i);

      if (g_hash_table_add (seen, qualification->title))
        ff_editors_add_choice (array, qualification->title, qualification->title);
    }
  return ff_editors_prepend_none (array);
}

static GPtrArray *
course_choices (FfDb *db, gint64 trainer_id, const char *field, GError **error)
{
  return g_str_equal (field, "course") ? list_courses (db, error) : list_qualifications (db, trainer_id, error);
}

static gboolean
delete_course (FfDb *db, gint64 id, gint64 trainer_id, GError **error)
{
  return ff_trainer_courses_delete (db, id, error);
}

const FfEditorKind ff_trainer_course_editor = {
  .new_title = N_("New Course of a Trainer"),
  .edit_title = N_("Course of a Trainer"),
  .new_label = N_("Add a course that a trainer may teach"),
  .edit_label = N_("Change a course that a trainer may teach"),
  .fields = course_fields,
  .n_fields = G_N_ELEMENTS (course_fields),
  .put = put_course,
  .load = load_course,
  .choices = course_choices,
  .delete = delete_course,
  .delete_label = N_("Take Course Away"),
  .deleted = N_("Course taken away"),
};
