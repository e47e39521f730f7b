#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-money.h"
#include "ff-people.h"
#include "ff-projects.h"

static const FfEditorField fields[] = {
  { "title", N_("Title"), FF_FIELD_TEXT, TRUE },
  { "code", N_("Code"), FF_FIELD_TEXT, TRUE },
  { "department", N_("Host department"), FF_FIELD_SUGGEST, FALSE },
  { "sponsor", N_("Sponsor"), FF_FIELD_TEXT, FALSE },
  { "starts_on", N_("First day"), FF_FIELD_DATE, FALSE },
  { "ends_on", N_("Last day"), FF_FIELD_DATE, FALSE },
  { "budget", N_("Budget"), FF_FIELD_TEXT, FALSE },
  { "summary", N_("Summary"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfProjectDraft draft = {
    .code = ff_editor_values_get (values, "code"),
    .title = ff_editor_values_get (values, "title"),
    .department = ff_editor_values_get (values, "department"),
    .sponsor = ff_editor_values_get (values, "sponsor"),
    .starts_on = ff_editor_values_get (values, "starts_on"),
    .ends_on = ff_editor_values_get (values, "ends_on"),
    .budget = ff_editor_values_get (values, "budget"),
    .summary = ff_editor_values_get (values, "summary"),
  };
  gint64 taken = id == 0 ? ff_projects_find (db, draft.code, error) : 0;

  if (taken < 0)
    return FF_PUT_REFUSED;
  if (taken > 0)
    {
      ff_put_set_error (error, FF_ERROR_EXISTS, "code", _("Another project has the code %s already. Give another."), draft.code);
      return FF_PUT_REFUSED;
    }
  return ff_projects_put (db, id, &draft, new_id, error);
}

/* The next free code of this year: P2026-1, P2026-2 … */
static char *
suggest_code (FfDb *db, GError **error)
{
  int year, month, mday;

  ff_day_to_ymd (ff_time_day (ff_time_now ()), &year, &month, &mday);
  for (int i = 1;; i++)
    {
      g_autofree char *code = g_strdup_printf ("P%d-%d", year, i);
      gint64 taken = ff_projects_find (db, code, error);

      if (taken <= 0)
        return taken == 0 ? g_steal_pointer (&code) : NULL;
    }
}

static gboolean
load_new (FfDb *db, FfEditorValues *values, GError **error)
{
  g_autofree char *code = suggest_code (db, error);

  if (code == NULL)
    return FALSE;
  ff_editor_values_set (values, "code", code);
  return TRUE;
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfProject) project = NULL;
  g_autofree char *starts_on = NULL, *ends_on = NULL, *budget = NULL;

  if (id == 0)
    return load_new (db, values, error);
  project = ff_projects_read (db, id, error);
  if (project == NULL)
    return FALSE;
  starts_on = project->starts_on != FF_NO_DAY ? ff_day_format (project->starts_on) : NULL;
  ends_on = project->ends_on != FF_NO_DAY ? ff_day_format (project->ends_on) : NULL;
  budget = project->budget >= 0 ? ff_money_format (project->budget, NULL) : NULL;
  ff_editor_values_set (values, "title", project->title);
  ff_editor_values_set (values, "code", project->code);
  ff_editor_values_set (values, "department", project->department);
  ff_editor_values_set (values, "sponsor", project->sponsor);
  ff_editor_values_set (values, "starts_on", starts_on);
  ff_editor_values_set (values, "ends_on", ends_on);
  ff_editor_values_set (values, "budget", budget);
  ff_editor_values_set (values, "summary", project->summary);
  return TRUE;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  return g_str_equal (field, "department") ? ff_people_list_departments (db, error) : NULL;
}

const FfEditorKind ff_project_editor = {
  .new_title = N_("New Project"),
  .edit_title = N_("Project"),
  .new_label = N_("Add a project"),
  .edit_label = N_("Change a project"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
};
