#include "config.h"

#include "ff-project-classes.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-editors.h"
#include "ff-format.h"
#include "ff-money.h"
#include "ff-number.h"
#include "ff-project-figures.h"
#include "ff-project-text.h"

/* The list ---------------------------------------------------------------------------------------------------------- */

/* "21–22 Nov 2026 · 16 class hours · ¥12,000 planned, ¥11,500 spent" */
static char *
describe_class (const FfProjectClass *class, const char *currency)
{
  g_autofree char *days = ff_format_day_range_short (class->run->starts_on, class->run->ends_on);
  g_autofree char *hours = ff_hundredths_format (class->hours);
  g_autofree char *planned = class->planned >= 0 ? ff_money_format (class->planned, currency) : NULL;
  g_autofree char *actual = class->actual >= 0 ? ff_money_format (class->actual, currency) : NULL;
  GString *text = g_string_new (days);

  /* Translators: a number, with decimals perhaps. */
  if (class->hours > 0)
    g_string_append_printf (text, _(" · %s class hours"), hours);
  if (planned != NULL)
    g_string_append_printf (text, _(" · planned %s"), planned);
  if (actual != NULL)
    g_string_append_printf (text, _(" · spent %s"), actual);
  if (class->tasks.overdue > 0)
    g_string_append_printf (text, ngettext (" · %d task overdue", " · %d tasks overdue", (gulong) class->tasks.overdue),
                            class->tasks.overdue);
  return g_string_free (text, FALSE);
}

static FfPart *
make_class (const FfProjectClass *class, const char *currency)
{
  const FfRun *run = class->run;
  g_autofree char *title = g_strdup_printf ("%s · %s", run->code, run->title);
  g_autofree char *subtitle = describe_class (class, currency);
  FfPart *part = ff_part_new (run->id, title, subtitle);

  if (run->capacity > 0)
    /* Translators: how many are enrolled, of how many places. */
    part->value = g_strdup_printf (_("%d / %d"), run->enrolled, run->capacity);
  else
    part->value = g_strdup_printf ("%d", run->enrolled);
  part->tag = g_strdup (ff_run_status_title (run->status));
  part->tone = ff_project_status_tone (run->status);
  return part;
}

static GPtrArray *
list_classes (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (FfProjectFigures) figures = ff_project_figures_read (db, owner, ff_time_now (), error);
  GPtrArray *parts;

  if (figures == NULL)
    return NULL;
  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free);
  for (guint i = 0; i < figures->classes->len; i++)
    g_ptr_array_add (parts, make_class (g_ptr_array_index (figures->classes, i), figures->budget->currency));
  return parts;
}

static const char *const tables[] = { "run", "enrolment", "session", "agenda_slot", "budget_line", "task", "setting", NULL };

const FfPartKind ff_project_class_parts = {
  .title = N_("Classes"),
  .empty = N_("No class belongs to this project yet. Make one, or add one that there is."),
  .tables = tables,
  .list = list_classes,
};

/* Adding one that there is ------------------------------------------------------------------------------------------ */

static const FfEditorField fields[] = {
  { "class", N_("Class"), FF_FIELD_CHOICE, TRUE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 project_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  gint64 run_id = ff_runs_find (db, ff_editor_values_get (values, "class"), error);

  if (run_id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "class", _("Choose a class that is to belong to this project."));
  if (run_id <= 0)
    return FF_PUT_REFUSED;
  *new_id = run_id;
  return ff_projects_take_run (db, project_id, run_id, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  return TRUE;
}

/* The newest of those that stand alone; what belongs to another project, or is long past, joins by its own form. */
#define MAX_CHOICES 200

static GPtrArray *
list_free_classes (FfDb *db, gint64 context, const char *field, GError **error)
{
  FfRunQuery query = { .status = -1, .sort = FF_RUN_SORT_STARTS, .descending = TRUE };
  g_autoptr (GArray) ids = ff_runs_list (db, &query, error);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) choices = ff_choices_new ();

  if (ids == NULL)
    return NULL;
  g_array_set_size (ids, MIN (ids->len, MAX_CHOICES));
  runs = ff_runs_read_rows (db, (const gint64 *) (gpointer) ids->data, ids->len, error);
  if (runs == NULL)
    return NULL;
  for (guint i = 0; i < runs->len; i++)
    {
      const FfRun *run = g_ptr_array_index (runs, i);
      g_autofree char *title = run != NULL ? g_strdup_printf ("%s · %s", run->code, run->title) : NULL;

      if (run != NULL && run->project_id == 0)
        ff_editors_add_choice (choices, run->code, title);
    }
  return g_steal_pointer (&choices);
}

const FfEditorKind ff_project_class_editor = {
  .new_title = N_("Add a Class to the Project"),
  .edit_title = N_("Add a Class to the Project"),
  .new_label = N_("Add a class to a project"),
  .edit_label = N_("Add a class to a project"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = list_free_classes,
};
