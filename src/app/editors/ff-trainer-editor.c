#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-places.h"
#include "ff-qualifications.h"

static const FfEditorField fields[] = {
  { "name", N_("Name"), FF_FIELD_TEXT, TRUE },
  { "kind", N_("Kind"), FF_FIELD_CHOICE, FALSE },
  { "public_name", N_("Name on documents, if another"), FF_FIELD_TEXT, FALSE },
  { "grade", N_("Grade"), FF_FIELD_CHOICE, FALSE },
  { "organisation", N_("Organisation"), FF_FIELD_TEXT, FALSE },
  { "email", N_("E-mail"), FF_FIELD_TEXT, FALSE },
  { "phone", N_("Phone"), FF_FIELD_TEXT, FALSE },
  { "duties", N_("Duties"), FF_FIELD_PARAGRAPH, FALSE },
  { "profile", N_("Profile"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfTrainerDraft draft = {
    .name = ff_editor_values_get (values, "name"),
    .kind = ff_editor_values_get (values, "kind"),
    .organisation = ff_editor_values_get (values, "organisation"),
    .email = ff_editor_values_get (values, "email"),
    .phone = ff_editor_values_get (values, "phone"),
    .public_name = ff_editor_values_get (values, "public_name"),
    .duties = ff_editor_values_get (values, "duties"),
    .grade = ff_editor_values_get (values, "grade"),
    .profile = ff_editor_values_get (values, "profile"),
  };

  return ff_people_put_trainer (db, id, &draft, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfTrainer) trainer = NULL;

  if (id == 0)
    {
      ff_editor_values_set (values, "kind", "internal");
      return TRUE;
    }
  trainer = ff_people_read_trainer (db, id, error);
  if (trainer == NULL)
    return FALSE;
  ff_editor_values_set (values, "name", trainer->name);
  ff_editor_values_set (values, "kind", trainer->kind);
  ff_editor_values_set (values, "organisation", trainer->organisation);
  ff_editor_values_set (values, "email", trainer->email);
  ff_editor_values_set (values, "phone", trainer->phone);
  ff_editor_values_set (values, "public_name", trainer->public_name);
  ff_editor_values_set (values, "grade", trainer->grade);
  ff_editor_values_set (values, "duties", trainer->duties);
  ff_editor_values_set (values, "profile", trainer->profile);
  return TRUE;
}

static GPtrArray *
list_kinds (void)
{
  static const char *const kinds[] = { "internal", "external", "guest" };
  GPtrArray *array = ff_choices_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    ff_editors_add_choice (array, kinds[i], ff_trainer_kind_title (kinds[i]));
  return array;
}

static GPtrArray *
list_grades (FfDb *db, GError **error)
{
  g_autoptr (GPtrArray) grades = ff_grades_list (db, error);
  GPtrArray *array;

  if (grades == NULL)
    return NULL;
  array = ff_choices_new ();
  for (guint i = 0; i < grades->len; i++)
    {
      const FfGrade *grade = g_ptr_array_index (grades, i);

      ff_editors_add_choice (array, grade->name, grade->name);
    }
  return ff_editors_prepend_none (array);
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  return g_str_equal (field, "grade") ? list_grades (db, error) : list_kinds ();
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_people_delete_trainer (db, id, error);
}

const FfEditorKind ff_trainer_editor = {
  .new_title = N_("New Trainer"),
  .edit_title = N_("Trainer"),
  .new_label = N_("Add a trainer"),
  .edit_label = N_("Change a trainer"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Trainer"),
  .deleted = N_("Trainer deleted"),
};
