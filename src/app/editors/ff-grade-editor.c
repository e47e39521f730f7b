#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-money.h"
#include "ff-qualifications.h"

static const FfEditorField fields[] = {
  { "name", N_("Name of the grade"), FF_FIELD_TEXT, TRUE },
  { "rate", N_("Fee of a class hour"), FF_FIELD_NUMBER, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfGradeDraft draft = {
    .name = ff_editor_values_get (values, "name"),
    .rate = ff_editor_values_get (values, "rate"),
  };

  return ff_grades_put (db, id, &draft, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfGrade) grade = NULL;
  g_autofree char *rate = NULL;

  if (id == 0)
    return TRUE;
  grade = ff_grades_read (db, id, error);
  if (grade == NULL)
    return FALSE;
  rate = ff_money_format (grade->rate, NULL);
  ff_editor_values_set (values, "name", grade->name);
  ff_editor_values_set (values, "rate", rate);
  return TRUE;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_grades_delete (db, id, error);
}

const FfEditorKind ff_grade_editor = {
  .new_title = N_("New Grade"),
  .edit_title = N_("Grade of Trainers"),
  .new_label = N_("Add a grade of trainers"),
  .edit_label = N_("Change a grade of trainers"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .delete = delete,
  .delete_label = N_("Delete Grade"),
  .deleted = N_("Grade deleted"),
};
