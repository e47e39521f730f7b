/* What was found about the need for training: background facts, pain points, needs and gaps. One form each, since each asks for other
   things; they are kept alike. The context is the owner, as ff_owner_to_number () makes it. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-courses.h"
#include "ff-findings.h"
#include "ff-number.h"
#include "ff-people.h"
#include "ff-projects.h"
#include "ff-runs.h"

static FfPut
put_finding (FfDb *db, gint64 id, gint64 context, const char *kind, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfFindingDraft draft = {
    .kind = kind,
    .layer = ff_editor_values_get (values, "layer"),
    .text = ff_editor_values_get (values, "text"),
    .source = ff_editor_values_get (values, "source"),
    .share = ff_editor_values_get (values, "share"),
    .syllabus_item = ff_editor_values_get (values, "syllabus_item"),
  };

  return ff_findings_put (db, ff_owner_from_number (context), id, &draft, new_id, error);
}

static FfPut
put_background (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  return put_finding (db, id, context, "background", values, new_id, error);
}

static FfPut
put_pain_point (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  return put_finding (db, id, context, "pain_point", values, new_id, error);
}

static FfPut
put_need (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  return put_finding (db, id, context, ff_editor_values_get (values, "kind"), values, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfFinding) finding = NULL;
  g_autofree char *share = NULL, *item = NULL;

  ff_editor_values_set (values, "kind", "need");
  if (id == 0)
    return TRUE;
  finding = ff_findings_read (db, id, error);
  if (finding == NULL)
    return FALSE;
  share = finding->share >= 0 ? ff_hundredths_format (finding->share) : NULL;
  item = finding->syllabus_item_id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, finding->syllabus_item_id) : NULL;
  ff_editor_values_set (values, "kind", finding->kind);
  ff_editor_values_set (values, "layer", finding->layer_key);
  ff_editor_values_set (values, "text", finding->text);
  ff_editor_values_set (values, "source", finding->source);
  ff_editor_values_set (values, "share", share);
  ff_editor_values_set (values, "syllabus_item", item);
  return TRUE;
}

/* Choices ----------------------------------------------------------------------------------------------------------- */

static GPtrArray *
list_kinds (void)
{
  static const char *const kinds[] = { "need", "gap" };
  GPtrArray *array = ff_choices_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    ff_editors_add_choice (array, kinds[i], ff_finding_kind_title (kinds[i]));
  return array;
}

/* What a course teaches can answer a need; a break cannot, nor can homework. */
static gboolean
add_modules (FfDb *db, gint64 course_id, GPtrArray *choices, GError **error)
{
  static const char *const answers[] = { "lecture", "section", "topic", "exercise", "case", "discussion", NULL };
  g_autoptr (FfCourse) course = ff_courses_read (db, course_id, error);

  for (guint i = 0; course != NULL && i < course->syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (course->syllabus, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, item->id);
      g_autofree char *title = g_strdup_printf ("%s · %s", course->code, item->title);

      if (g_strv_contains (answers, item->kind))
        ff_editors_add_choice (choices, key, title);
    }
  return course != NULL;
}

static gboolean
add_modules_of_run (FfDb *db, gint64 run_id, GArray *seen, GPtrArray *choices, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);

  if (run == NULL)
    return FALSE;
  for (guint i = 0; i < seen->len; i++)
    if (g_array_index (seen, gint64, i) == run->course_id)
      return TRUE;
  g_array_append_val (seen, run->course_id);
  return add_modules (db, run->course_id, choices, error);
}

/* Those of the course itself, of the class's course, of the courses of a project's classes. */
static GPtrArray *
list_modules (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (GPtrArray) choices = ff_choices_new ();
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) runs = NULL;

  if (owner.kind == FF_OWNER_COURSE && !add_modules (db, owner.id, choices, error))
    return NULL;
  if (owner.kind == FF_OWNER_RUN && !add_modules_of_run (db, owner.id, seen, choices, error))
    return NULL;
  if (owner.kind == FF_OWNER_PROJECT)
    {
      runs = ff_projects_list_runs (db, owner.id, error);
      if (runs == NULL)
        return NULL;
      for (guint i = 0; i < runs->len; i++)
        if (!add_modules_of_run (db, g_array_index (runs, gint64, i), seen, choices, error))
          return NULL;
    }
  return ff_editors_prepend_none (g_steal_pointer (&choices));
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  if (g_str_equal (field, "kind"))
    return list_kinds ();
  if (g_str_equal (field, "syllabus_item"))
    return list_modules (db, ff_owner_from_number (context), error);
  return ff_editors_list_layers (db, error);
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_findings_delete (db, id, error);
}

/* The kinds --------------------------------------------------------------------------------------------------------- */

static const FfEditorField background_fields[] = {
  { "text", N_("Fact"), FF_FIELD_PARAGRAPH, TRUE },
  { "source", N_("Source"), FF_FIELD_TEXT, FALSE },
};

const FfEditorKind ff_background_editor = {
  .new_title = N_("New Background Fact"),
  .edit_title = N_("Background Fact"),
  .new_label = N_("Add a background fact"),
  .edit_label = N_("Change a background fact"),
  .fields = background_fields,
  .n_fields = G_N_ELEMENTS (background_fields),
  .put = put_background,
  .load = load,
  .delete = delete,
  .delete_label = N_("Delete Background Fact"),
  .deleted = N_("Background fact deleted"),
};

static const FfEditorField pain_point_fields[] = {
  { "layer", N_("Layer"), FF_FIELD_CHOICE, FALSE },
  { "text", N_("Pain point"), FF_FIELD_PARAGRAPH, TRUE },
  { "source", N_("Source"), FF_FIELD_TEXT, FALSE },
};

const FfEditorKind ff_pain_point_editor = {
  .new_title = N_("New Pain Point"),
  .edit_title = N_("Pain Point"),
  .new_label = N_("Add a pain point"),
  .edit_label = N_("Change a pain point"),
  .fields = pain_point_fields,
  .n_fields = G_N_ELEMENTS (pain_point_fields),
  .put = put_pain_point,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Pain Point"),
  .deleted = N_("Pain point deleted"),
};

static const FfEditorField need_fields[] = {
  { "kind", N_("Kind"), FF_FIELD_CHOICE, TRUE },
  { "text", N_("Need or gap"), FF_FIELD_PARAGRAPH, TRUE },
  { "share", N_("Share of those asked, in percent"), FF_FIELD_NUMBER, FALSE },
  { "layer", N_("Layer"), FF_FIELD_CHOICE, FALSE },
  { "syllabus_item", N_("Module that answers it"), FF_FIELD_CHOICE, FALSE },
  { "source", N_("Source"), FF_FIELD_TEXT, FALSE },
};

const FfEditorKind ff_need_editor = {
  .new_title = N_("New Need or Gap"),
  .edit_title = N_("Need or Gap"),
  .new_label = N_("Add a need"),
  .edit_label = N_("Change a need"),
  .fields = need_fields,
  .n_fields = G_N_ELEMENTS (need_fields),
  .put = put_need,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Need or Gap"),
  .deleted = N_("Need or gap deleted"),
};
