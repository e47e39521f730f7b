/* Somebody at the door who has no employee number: a name is enough. The context is the class that the guest joins, or 0. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-people.h"
#include "ff-roster.h"

static const FfEditorField fields[] = {
  { "name", N_("Name"), FF_FIELD_TEXT, TRUE },
  { "organisation", N_("Organisation"), FF_FIELD_TEXT, FALSE },
  { "phone", N_("Phone"), FF_FIELD_TEXT, FALSE },
  { "layer", N_("Layer"), FF_FIELD_CHOICE, FALSE },
  { "department", N_("Department"), FF_FIELD_SUGGEST, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfTraineeDraft draft = {
    .name = ff_editor_values_get (values, "name"),
    .organisation = ff_editor_values_get (values, "organisation"),
    .phone = ff_editor_values_get (values, "phone"),
    .layer = ff_editor_values_get (values, "layer"),
    .department = ff_editor_values_get (values, "department"),
  };
  FfPut result = ff_people_put_trainee (db, id, &draft, new_id, error);

  if (result != FF_PUT_REFUSED && run_id != 0 && !ff_roster_enrol (db, run_id, new_id, 1, FALSE, NULL, error))
    return FF_PUT_REFUSED;
  return result;
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  return TRUE;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  if (g_str_equal (field, "layer"))
    return ff_editors_prepend_none (ff_people_list_layers (db, error));
  return ff_people_list_departments (db, error);
}

const FfEditorKind ff_guest_editor = {
  .new_title = N_("New Guest"),
  .edit_title = N_("Guest"),
  .new_label = N_("Add a guest"),
  .edit_label = N_("Change a guest"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
};
