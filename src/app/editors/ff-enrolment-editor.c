#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-runs.h"

static const FfEditorField fields[] = {
  { "status", N_("Status"), FF_FIELD_CHOICE, TRUE },
  { "reason", N_("Reason"), FF_FIELD_TEXT, FALSE },
  { "team", N_("Team"), FF_FIELD_SUGGEST, FALSE },
  { "leader", N_("Leader of the team"), FF_FIELD_SWITCH, FALSE },
};

static const FfEnrolment *
find (GPtrArray *enrolments, gint64 id, GError **error)
{
  for (guint i = 0; i < enrolments->len; i++)
    {
      const FfEnrolment *enrolment = g_ptr_array_index (enrolments, i);

      if (enrolment->id == id)
        return enrolment;
    }
  g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This person is not in the class any more."));
  return NULL;
}

static FfPut
put (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);
  g_autoptr (GPtrArray) enrolments = run != NULL ? ff_enrolments_of_run (db, run_id, error) : NULL;
  const FfEnrolment *enrolment = enrolments != NULL ? find (enrolments, id, error) : NULL;

  if (enrolment == NULL)
    return FF_PUT_REFUSED;
  return ff_enrolments_put (db,
                            &(FfEnrolmentDraft) {
                              .run = run->code,
                              .employee_no = enrolment->employee_no,
                              .team = ff_editor_values_get (values, "team"),
                              .leader = ff_editor_values_get (values, "leader"),
                              .status = ff_editor_values_get (values, "status"),
                              .reason = ff_editor_values_get (values, "reason"),
                            },
                            NULL, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, GError **error)
{
  g_autoptr (GPtrArray) enrolments = ff_enrolments_of_run (db, run_id, error);
  const FfEnrolment *enrolment = enrolments != NULL ? find (enrolments, id, error) : NULL;

  if (enrolment == NULL)
    return FALSE;
  ff_editor_values_set (values, "status", enrolment->status);
  ff_editor_values_set (values, "reason", enrolment->reason);
  ff_editor_values_set (values, "team", enrolment->team);
  ff_editor_values_set (values, "leader", enrolment->leader ? "1" : "0");
  return TRUE;
}

static GPtrArray *
list_teams (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (GPtrArray) enrolments = ff_enrolments_of_run (db, run_id, error);
  g_autoptr (GPtrArray) array = ff_choices_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (enrolments == NULL)
    return NULL;
  for (guint i = 0; i < enrolments->len; i++)
    {
      const FfEnrolment *enrolment = g_ptr_array_index (enrolments, i);

      if (enrolment->team != NULL && g_hash_table_add (seen, enrolment->team))
        ff_editors_add_choice (array, NULL, enrolment->team);
    }
  return g_steal_pointer (&array);
}

static GPtrArray *
choices (FfDb *db, gint64 run_id, const char *field, GError **error)
{
  GPtrArray *array;

  if (g_str_equal (field, "team"))
    return list_teams (db, run_id, error);
  array = ff_choices_new ();
  ff_editors_add_choice (array, "enrolled", C_("enrolment", "Enrolled"));
  ff_editors_add_choice (array, "waitlisted", C_("enrolment", "On the waiting list"));
  ff_editors_add_choice (array, "withdrawn", C_("enrolment", "Withdrawn"));
  return array;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_enrolments_delete (db, id, error);
}

const FfEditorKind ff_enrolment_editor = {
  .new_title = N_("Enrolment"),
  .edit_title = N_("Enrolment"),
  .new_label = N_("Add an enrolment"),
  .edit_label = N_("Change an enrolment"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Remove from Class"),
  .deleted = N_("Removed from the class"),
};
