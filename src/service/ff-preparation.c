#include "config.h"

#include "ff-preparation.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-owned.h"
#include "ff-take.h"
#include "ff-word.h"

#define HIGHEST_COUNT 1000000

/* Duties ------------------------------------------------------------------------------------------------------------ */

static FfDuty *
duty_new (FfOwner owner)
{
  FfDuty *duty = g_new0 (FfDuty, 1);

  duty->owner = owner;
  return duty;
}

/* Names as everywhere: "A; B". */
static gboolean
take_people (char **stored, const char *text, gboolean *changed, GError **error)
{
  g_auto (GStrv) names = text != NULL ? ff_names_split (text) : NULL;
  g_autofree char *joined = names != NULL ? g_strjoinv ("; ", names) : NULL;

  return ff_take_line (stored, joined, FF_TAKE_LINE_MAX, "people", changed, error);
}

static gboolean
insert_duty (FfDb *db, gpointer duty, GError **error)
{
  return ff_duty_store_insert (db, duty, error);
}

static gboolean
update_duty (FfDb *db, gpointer duty, GError **error)
{
  return ff_duty_store_update (db, duty, error);
}

FfPut
ff_duties_put (FfDb *db, FfOwner owner, gint64 duty_id, const FfDutyDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfDuty) duty = duty_id != 0 ? ff_duties_read (db, duty_id, error) : duty_new (owner);
  gboolean changed = FALSE;
  FfPut put;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (duty == NULL || !ff_take_line (&duty->role, draft->role, FF_TAKE_LINE_MAX, "role", &changed, error)
      || !ff_owned_need (duty->role, "role", _("Name the role or the group."), error)
      || !take_people (&duty->people, draft->people, &changed, error)
      || !ff_take_text (&duty->duties, draft->duties, "duties", &changed, error))
    return FF_PUT_REFUSED;
  put = ff_owned_write (db, FF_OWNED_DUTY, owner, duty, &duty->id, &duty->position, changed, insert_duty, update_duty, error);
  if (id != NULL)
    *id = duty->id;
  return put;
}

GPtrArray *
ff_duties_list (FfDb *db, FfOwner owner, GError **error)
{
  return ff_duty_store_list (db, owner, error);
}

FfDuty *
ff_duties_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfDuty *duty = ff_duty_store_read (db, id, &local_error);

  return ff_owned_found (duty, local_error, error);
}

gboolean
ff_duties_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_owned_store_delete (db, FF_OWNED_DUTY, id, error);
}

gboolean
ff_duties_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_owned_store_move (db, FF_OWNED_DUTY, id, position, error);
}

/* Materials --------------------------------------------------------------------------------------------------------- */

const char *const ff_material_states[] = { "planned", "ordered", "ready", "handed_out", NULL };
#define STATE_READY 2
#define N_STATES 4

static int
find_state (const char *state)
{
  for (int i = 0; i < N_STATES; i++)
    if (g_strcmp0 (ff_material_states[i], state) == 0)
      return i;
  return -1;
}

const char *
ff_material_state_title (const char *state)
{
  static const char *const titles[N_STATES] = {
    NC_ ("material", "Planned"),
    NC_ ("material", "Ordered"),
    NC_ ("material", "Ready"),
    NC_ ("material", "Handed out"),
  };
  int index = find_state (state);

  return index >= 0 ? g_dpgettext2 (GETTEXT_PACKAGE, "material", titles[index]) : NULL;
}

int
ff_material_get_needed (const FfMaterial *material)
{
  g_return_val_if_fail (material != NULL, 0);

  return material->needed >= 0 ? material->needed : material->trainees;
}

static FfMaterial *
material_new (gint64 run_id)
{
  FfMaterial *material = g_new0 (FfMaterial, 1);

  material->owner = ff_owner_run (run_id);
  material->needed = -1;
  material->state = g_strdup (ff_material_states[0]);
  return material;
}

static gboolean
take_state (FfMaterial *material, const char *state, gboolean *changed, GError **error)
{
  if (state == NULL || *state == '\0')
    return TRUE;
  if (find_state (state) < 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "state",
                        _("“%s” is no state of a material: choose planned, ordered, ready or handed_out."), state);
      return FALSE;
    }
  *changed = *changed || strcmp (state, material->state) != 0;
  g_free (material->state);
  material->state = g_strdup (state);
  return TRUE;
}

static gboolean
insert_material (FfDb *db, gpointer material, GError **error)
{
  return ff_material_store_insert (db, material, error);
}

static gboolean
update_material (FfDb *db, gpointer material, GError **error)
{
  return ff_material_store_update (db, material, error);
}

FfPut
ff_materials_put (FfDb *db, gint64 run_id, gint64 material_id, const FfMaterialDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfMaterial) material = material_id != 0 ? ff_materials_read (db, material_id, error) : material_new (run_id);
  gboolean changed = FALSE;
  FfPut put;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (material == NULL || !ff_take_line (&material->title, draft->title, FF_TAKE_LINE_MAX, "title", &changed, error)
      || !ff_owned_need (material->title, "title", _("Name the material."), error)
      || !ff_take_number (&material->needed, draft->needed, HIGHEST_COUNT, -1, "needed", &changed, error)
      || !ff_take_number (&material->ready, draft->ready, HIGHEST_COUNT, 0, "ready", &changed, error)
      || !take_state (material, draft->state, &changed, error)
      || !ff_take_line (&material->keeper, draft->keeper, FF_TAKE_LINE_MAX, "keeper", &changed, error)
      || !ff_take_text (&material->note, draft->note, "note", &changed, error))
    return FF_PUT_REFUSED;
  put = ff_owned_write (db, FF_OWNED_MATERIAL, material->owner, material, &material->id, &material->position, changed,
                        insert_material, update_material, error);
  if (id != NULL)
    *id = material->id;
  return put;
}

GPtrArray *
ff_materials_list (FfDb *db, gint64 run_id, GError **error)
{
  return ff_material_store_list (db, ff_owner_run (run_id), error);
}

FfMaterial *
ff_materials_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfMaterial *material = ff_material_store_read (db, id, &local_error);

  return ff_owned_found (material, local_error, error);
}

gboolean
ff_materials_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_owned_store_delete (db, FF_OWNED_MATERIAL, id, error);
}

gboolean
ff_materials_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_owned_store_move (db, FF_OWNED_MATERIAL, id, position, error);
}

gboolean
ff_materials_advance (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfMaterial) material = ff_materials_read (db, id, error);
  int next;

  if (material == NULL)
    return FALSE;
  next = find_state (material->state) + 1;
  if (next >= N_STATES)
    return TRUE;
  g_free (material->state);
  material->state = g_strdup (ff_material_states[next]);
  if (next == STATE_READY)
    material->ready = MAX (material->ready, ff_material_get_needed (material));
  return ff_material_store_update (db, material, error);
}

/* Budget lines ------------------------------------------------------------------------------------------------------ */

static FfBudgetLine *
budget_line_new (FfOwner owner)
{
  FfBudgetLine *line = g_new0 (FfBudgetLine, 1);

  line->owner = owner;
  line->planned = line->actual = -1;
  line->approved_on = FF_NO_DAY;
  return line;
}

static gboolean
insert_budget_line (FfDb *db, gpointer line, GError **error)
{
  return ff_budget_store_insert (db, line, error);
}

static gboolean
update_budget_line (FfDb *db, gpointer line, GError **error)
{
  return ff_budget_store_update (db, line, error);
}

FfPut
ff_budgets_put (FfDb *db, FfOwner owner, gint64 line_id, const FfBudgetDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfBudgetLine) line = line_id != 0 ? ff_budgets_read (db, line_id, error) : budget_line_new (owner);
  gboolean changed = FALSE;
  FfPut put;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (line == NULL || !ff_take_line (&line->category, draft->category, FF_TAKE_LINE_MAX, "category", &changed, error)
      || !ff_owned_need (line->category, "category", _("Say what kind of cost this is."), error)
      || !ff_take_line (&line->title, draft->title, FF_TAKE_LINE_MAX, "title", &changed, error)
      || !ff_take_money (&line->planned, draft->planned, "planned", &changed, error)
      || !ff_take_money (&line->actual, draft->actual, "actual", &changed, error)
      || !ff_take_line (&line->approved_by, draft->approved_by, FF_TAKE_LINE_MAX, "approved_by", &changed, error)
      || !ff_take_optional_day (&line->approved_on, draft->approved_on, "approved_on", &changed, error)
      || !ff_take_text (&line->note, draft->note, "note", &changed, error))
    return FF_PUT_REFUSED;
  put = ff_owned_write (db, FF_OWNED_BUDGET_LINE, owner, line, &line->id, &line->position, changed, insert_budget_line,
                        update_budget_line, error);
  if (id != NULL)
    *id = line->id;
  return put;
}

GPtrArray *
ff_budgets_list (FfDb *db, FfOwner owner, GError **error)
{
  return ff_budget_store_list (db, owner, error);
}

FfBudgetLine *
ff_budgets_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfBudgetLine *line = ff_budget_store_read (db, id, &local_error);

  return ff_owned_found (line, local_error, error);
}

gboolean
ff_budgets_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_owned_store_delete (db, FF_OWNED_BUDGET_LINE, id, error);
}

gboolean
ff_budgets_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_owned_store_move (db, FF_OWNED_BUDGET_LINE, id, position, error);
}

GPtrArray *
ff_budgets_list_categories (FfDb *db, GError **error)
{
  const char *const usual[] = {
    C_ ("cost", "Trainers"), C_ ("cost", "Venue"),  C_ ("cost", "Materials"),
    C_ ("cost", "Travel"),   C_ ("cost", "Awards"), C_ ("cost", "Other"),
  };
  GPtrArray *categories = ff_budget_store_list_categories (db, error);

  for (gsize i = 0; categories != NULL && i < G_N_ELEMENTS (usual); i++)
    if (!g_ptr_array_find_with_equal_func (categories, usual[i], g_str_equal, NULL))
      g_ptr_array_add (categories, g_strdup (usual[i]));
  return categories;
}
