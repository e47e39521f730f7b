#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-pasted-people.h"
#include "ff-people.h"

static const FfEditorField fields[] = {
  { "employee_no", N_("Employee no."), FF_FIELD_TEXT, FALSE },
  { "name", N_("Name"), FF_FIELD_TEXT, TRUE },
  { "layer", N_("Layer"), FF_FIELD_CHOICE, FALSE },
  { "department", N_("Department"), FF_FIELD_SUGGEST, FALSE },
  { "job_title", N_("Job title"), FF_FIELD_TEXT, FALSE },
  { "email", N_("E-mail"), FF_FIELD_TEXT, FALSE },
  { "phone", N_("Phone"), FF_FIELD_TEXT, FALSE },
  { "supervisor_no", N_("Supervisor: number or name"), FF_FIELD_TEXT, FALSE },
  { "mentor_no", N_("Mentor: number or name"), FF_FIELD_TEXT, FALSE },
  { "organisation", N_("Organisation"), FF_FIELD_TEXT, FALSE },
  { "employment", N_("Employment"), FF_FIELD_CHOICE, TRUE },
};

/* The number of somebody who is named by a number, by a name that only one has, or by both; "" for nobody, NULL when refused. */
static char *
find_person (FfDb *db, FfEditorValues *values, const char *field, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FfTrainee) person = ff_pasted_people_find_one (db, ff_editor_values_get (values, field), field, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    return g_strdup (person != NULL ? person->employee_no : "");
  return NULL;
}

/* As find_person () reads it again. */
static void
set_person (FfEditorValues *values, const char *field, const char *employee_no, const char *name)
{
  g_autofree char *text = g_strjoin (" ", employee_no, name, NULL);

  ff_editor_values_set (values, field, text);
}

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  g_autofree char *supervisor_no = find_person (db, values, "supervisor_no", error);
  g_autofree char *mentor_no = supervisor_no != NULL ? find_person (db, values, "mentor_no", error) : NULL;
  FfTraineeDraft draft = {
    .employee_no = ff_editor_values_get (values, "employee_no"),
    .name = ff_editor_values_get (values, "name"),
    .layer = ff_editor_values_get (values, "layer"),
    .department = ff_editor_values_get (values, "department"),
    .job_title = ff_editor_values_get (values, "job_title"),
    .email = ff_editor_values_get (values, "email"),
    .phone = ff_editor_values_get (values, "phone"),
    .supervisor_no = supervisor_no,
    .mentor_no = mentor_no,
    .organisation = ff_editor_values_get (values, "organisation"),
    .employment = ff_editor_values_get (values, "employment"),
  };

  if (mentor_no == NULL)
    return FF_PUT_REFUSED;

  /* A number that is taken would be an edit of that person: here it is a mistake. */
  if (id == 0 && draft.employee_no != NULL && *draft.employee_no != '\0')
    {
      gint64 taken = ff_people_find_trainee (db, draft.employee_no, error);

      if (taken < 0)
        return FF_PUT_REFUSED;
      if (taken > 0)
        {
          ff_put_set_error (error, FF_ERROR_EXISTS, "employee_no",
                            _("Somebody has the number %s already. Give another, or find that person in the list."), draft.employee_no);
          return FF_PUT_REFUSED;
        }
    }
  return ff_people_put_trainee (db, id, &draft, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfTrainee) trainee = NULL;

  ff_editor_values_set (values, "employment", "employed");
  if (id == 0)
    return TRUE;
  trainee = ff_people_read_trainee (db, id, error);
  if (trainee == NULL)
    return FALSE;
  ff_editor_values_set (values, "employee_no", trainee->employee_no);
  ff_editor_values_set (values, "name", trainee->name);
  ff_editor_values_set (values, "layer", trainee->layer);
  ff_editor_values_set (values, "department", trainee->department);
  ff_editor_values_set (values, "job_title", trainee->job_title);
  ff_editor_values_set (values, "email", trainee->email);
  ff_editor_values_set (values, "phone", trainee->phone);
  set_person (values, "supervisor_no", trainee->supervisor_no, trainee->supervisor_name);
  set_person (values, "mentor_no", trainee->mentor_no, trainee->mentor_name);
  ff_editor_values_set (values, "organisation", trainee->organisation);
  ff_editor_values_set (values, "employment", trainee->left ? "left" : "employed");
  return TRUE;
}

static GPtrArray *
list_employments (void)
{
  GPtrArray *array = ff_choices_new ();

  ff_editors_add_choice (array, "employed", C_("employment", "Employed"));
  ff_editors_add_choice (array, "left", C_("employment", "Left"));
  return array;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  if (g_str_equal (field, "layer"))
    return ff_editors_prepend_none (ff_people_list_layers (db, error));
  if (g_str_equal (field, "employment"))
    return list_employments ();
  return ff_people_list_departments (db, error);
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_people_delete_trainees (db, &id, 1, error);
}

const FfEditorKind ff_trainee_editor = {
  .new_title = N_("New Trainee"),
  .edit_title = N_("Trainee"),
  .new_label = N_("Add a trainee"),
  .edit_label = N_("Change a trainee"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Trainee"),
  .deleted = N_("Trainee deleted"),
};
