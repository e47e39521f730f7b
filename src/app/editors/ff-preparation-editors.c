/* Who does what, what is handed out, what it costs. The context is the owner, as ff_owner_to_number () makes it; of a material it is a
   class. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-money.h"
#include "ff-preparation.h"

/* Duties ------------------------------------------------------------------------------------------------------------ */

static const FfEditorField duty_fields[] = {
  { "role", N_("Role or group"), FF_FIELD_TEXT, TRUE },
  { "people", N_("People"), FF_FIELD_TEXT, FALSE },
  { "duties", N_("Duties"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put_duty (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfDutyDraft draft = {
    .role = ff_editor_values_get (values, "role"),
    .people = ff_editor_values_get (values, "people"),
    .duties = ff_editor_values_get (values, "duties"),
  };

  return ff_duties_put (db, ff_owner_from_number (context), id, &draft, new_id, error);
}

static gboolean
load_duty (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfDuty) duty = NULL;

  if (id == 0)
    return TRUE;
  duty = ff_duties_read (db, id, error);
  if (duty == NULL)
    return FALSE;
  ff_editor_values_set (values, "role", duty->role);
  ff_editor_values_set (values, "people", duty->people);
  ff_editor_values_set (values, "duties", duty->duties);
  return TRUE;
}

static gboolean
delete_duty (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_duties_delete (db, id, error);
}

const FfEditorKind ff_duty_editor = {
  .new_title = N_("New Role or Group"),
  .edit_title = N_("Role or Group"),
  .new_label = N_("Add a role or a group"),
  .edit_label = N_("Change a role or a group"),
  .fields = duty_fields,
  .n_fields = G_N_ELEMENTS (duty_fields),
  .put = put_duty,
  .load = load_duty,
  .delete = delete_duty,
  .delete_label = N_("Delete Role or Group"),
  .deleted = N_("Role or group deleted"),
};

/* Materials --------------------------------------------------------------------------------------------------------- */

static const FfEditorField material_fields[] = {
  { "title", N_("Material"), FF_FIELD_TEXT, TRUE },
  { "needed", N_("Pieces needed (empty: one for each trainee)"), FF_FIELD_NUMBER, FALSE },
  { "ready", N_("Pieces ready"), FF_FIELD_NUMBER, FALSE },
  { "state", N_("State"), FF_FIELD_CHOICE, FALSE },
  { "keeper", N_("Who sees to it"), FF_FIELD_TEXT, FALSE },
  { "note", N_("Note"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put_material (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfMaterialDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .needed = ff_editor_values_get (values, "needed"),
    .ready = ff_editor_values_get (values, "ready"),
    .state = ff_editor_values_get (values, "state"),
    .keeper = ff_editor_values_get (values, "keeper"),
    .note = ff_editor_values_get (values, "note"),
  };

  return ff_materials_put (db, ff_owner_from_number (context).id, id, &draft, new_id, error);
}

static gboolean
load_material (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfMaterial) material = NULL;
  g_autofree char *needed = NULL, *ready = NULL;

  ff_editor_values_set (values, "state", ff_material_states[0]);
  if (id == 0)
    return TRUE;
  material = ff_materials_read (db, id, error);
  if (material == NULL)
    return FALSE;
  needed = material->needed >= 0 ? g_strdup_printf ("%d", material->needed) : NULL;
  ready = g_strdup_printf ("%d", material->ready);
  ff_editor_values_set (values, "title", material->title);
  ff_editor_values_set (values, "needed", needed);
  ff_editor_values_set (values, "ready", ready);
  ff_editor_values_set (values, "state", material->state);
  ff_editor_values_set (values, "keeper", material->keeper);
  ff_editor_values_set (values, "note", material->note);
  return TRUE;
}

static GPtrArray *
list_states (FfDb *db, gint64 context, const char *field, GError **error)
{
  GPtrArray *array = ff_choices_new ();

  for (gsize i = 0; ff_material_states[i] != NULL; i++)
    ff_editors_add_choice (array, ff_material_states[i], ff_material_state_title (ff_material_states[i]));
  return array;
}

static gboolean
delete_material (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_materials_delete (db, id, error);
}

const FfEditorKind ff_material_editor = {
  .new_title = N_("New Material"),
  .edit_title = N_("Material"),
  .new_label = N_("Add a material"),
  .edit_label = N_("Change a material"),
  .fields = material_fields,
  .n_fields = G_N_ELEMENTS (material_fields),
  .put = put_material,
  .load = load_material,
  .choices = list_states,
  .delete = delete_material,
  .delete_label = N_("Delete Material"),
  .deleted = N_("Material deleted"),
};

/* Budget lines ------------------------------------------------------------------------------------------------------ */

static const FfEditorField budget_fields[] = {
  { "category", N_("Category"), FF_FIELD_SUGGEST, TRUE },
  { "title", N_("What it is spent on"), FF_FIELD_TEXT, FALSE },
  { "planned", N_("Planned amount"), FF_FIELD_TEXT, FALSE },
  { "actual", N_("Actual amount"), FF_FIELD_TEXT, FALSE },
  { "approved_by", N_("Approved by"), FF_FIELD_TEXT, FALSE },
  { "approved_on", N_("Approved on"), FF_FIELD_DATE, FALSE },
  { "note", N_("Note"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put_budget (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfBudgetDraft draft = {
    .category = ff_editor_values_get (values, "category"),
    .title = ff_editor_values_get (values, "title"),
    .planned = ff_editor_values_get (values, "planned"),
    .actual = ff_editor_values_get (values, "actual"),
    .approved_by = ff_editor_values_get (values, "approved_by"),
    .approved_on = ff_editor_values_get (values, "approved_on"),
    .note = ff_editor_values_get (values, "note"),
  };

  return ff_budgets_put (db, ff_owner_from_number (context), id, &draft, new_id, error);
}

static gboolean
load_budget (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfBudgetLine) line = NULL;
  g_autofree char *planned = NULL, *actual = NULL, *approved_on = NULL;

  if (id == 0)
    return TRUE;
  line = ff_budgets_read (db, id, error);
  if (line == NULL)
    return FALSE;
  planned = line->planned >= 0 ? ff_money_format (line->planned, NULL) : NULL;
  actual = line->actual >= 0 ? ff_money_format (line->actual, NULL) : NULL;
  approved_on = line->approved_on != FF_NO_DAY ? ff_day_format (line->approved_on) : NULL;
  ff_editor_values_set (values, "category", line->category);
  ff_editor_values_set (values, "title", line->title);
  ff_editor_values_set (values, "planned", planned);
  ff_editor_values_set (values, "actual", actual);
  ff_editor_values_set (values, "approved_by", line->approved_by);
  ff_editor_values_set (values, "approved_on", approved_on);
  ff_editor_values_set (values, "note", line->note);
  return TRUE;
}

static GPtrArray *
list_categories (FfDb *db, gint64 context, const char *field, GError **error)
{
  g_autoptr (GPtrArray) array = ff_choices_new ();
  g_autoptr (GPtrArray) categories = ff_budgets_list_categories (db, error);

  if (categories == NULL)
    return NULL;
  for (guint i = 0; i < categories->len; i++)
    ff_editors_add_choice (array, NULL, g_ptr_array_index (categories, i));
  return g_steal_pointer (&array);
}

static gboolean
delete_budget (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_budgets_delete (db, id, error);
}

const FfEditorKind ff_budget_editor = {
  .new_title = N_("New Budget Line"),
  .edit_title = N_("Budget Line"),
  .new_label = N_("Add a line to the budget"),
  .edit_label = N_("Change a line of the budget"),
  .fields = budget_fields,
  .n_fields = G_N_ELEMENTS (budget_fields),
  .put = put_budget,
  .load = load_budget,
  .choices = list_categories,
  .delete = delete_budget,
  .delete_label = N_("Delete Budget Line"),
  .deleted = N_("Budget line deleted"),
};
