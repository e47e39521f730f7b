/* A metric of a course, a class or a project. The context is the owner, as ff_owner_to_number () makes it. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-metric-words.h"
#include "ff-metrics.h"

static const FfEditorField fields[] = {
  { "title", N_("What is measured"), FF_FIELD_TEXT, TRUE },
  { "unit", N_("Unit"), FF_FIELD_TEXT, FALSE },
  { "direction", N_("Which way is better"), FF_FIELD_CHOICE, FALSE },
  { "baseline", N_("Baseline, as it was before"), FF_FIELD_NUMBER, FALSE },
  { "target_kind", N_("What the target says"), FF_FIELD_CHOICE, FALSE },
  { "target", N_("Target"), FF_FIELD_NUMBER, FALSE },
  { "actual_by", N_("Which value counts"), FF_FIELD_CHOICE, FALSE },
  { "last_n", N_("Of the last how many values (for their mean)"), FF_FIELD_NUMBER, FALSE },
  { "chart", N_("Chart"), FF_FIELD_CHOICE, FALSE },
  { "in_charge", N_("Who delivers the values"), FF_FIELD_TEXT, FALSE },
  { "formula", N_("How it is measured, and where it comes from"), FF_FIELD_PARAGRAPH, FALSE },
  { "key", N_("Key in files (empty: made from what is measured)"), FF_FIELD_TEXT, FALSE },
};

static FfMetricDraft
make_draft (FfEditorValues *values)
{
  return (FfMetricDraft) {
    .key = ff_editor_values_get (values, "key"),
    .title = ff_editor_values_get (values, "title"),
    .unit = ff_editor_values_get (values, "unit"),
    .direction = ff_editor_values_get (values, "direction"),
    .baseline = ff_editor_values_get (values, "baseline"),
    .target_kind = ff_editor_values_get (values, "target_kind"),
    .target = ff_editor_values_get (values, "target"),
    .actual_by = ff_editor_values_get (values, "actual_by"),
    .last_n = ff_editor_values_get (values, "last_n"),
    .chart = ff_editor_values_get (values, "chart"),
    .formula = ff_editor_values_get (values, "formula"),
    .in_charge = ff_editor_values_get (values, "in_charge"),
  };
}

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfMetricDraft draft = make_draft (values);

  return ff_metrics_put (db, ff_owner_from_number (context), id, &draft, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfMetric) metric = NULL;
  g_autofree char *last_n = NULL;

  ff_editor_values_set (values, "direction", "up");
  ff_editor_values_set (values, "actual_by", "latest");
  ff_editor_values_set (values, "chart", "run");
  if (id == 0)
    return TRUE;
  metric = ff_metrics_read (db, id, error);
  if (metric == NULL)
    return FALSE;
  last_n = metric->last_n > 0 ? g_strdup_printf ("%d", metric->last_n) : NULL;
  ff_editor_values_set (values, "key", metric->key);
  ff_editor_values_set (values, "title", metric->title);
  ff_editor_values_set (values, "unit", metric->unit);
  ff_editor_values_set (values, "direction", metric->direction);
  ff_editor_values_set (values, "baseline", metric->baseline);
  ff_editor_values_set (values, "target_kind", metric->target_kind);
  ff_editor_values_set (values, "target", metric->target);
  ff_editor_values_set (values, "actual_by", metric->actual_by);
  ff_editor_values_set (values, "last_n", last_n);
  ff_editor_values_set (values, "chart", metric->chart);
  ff_editor_values_set (values, "formula", metric->formula);
  ff_editor_values_set (values, "in_charge", metric->in_charge);
  return TRUE;
}

static void
add_choices (GPtrArray *array, const char *const *keys, const char *(*title) (const char *key))
{
  for (; *keys != NULL; keys++)
    ff_editors_add_choice (array, *keys, title (*keys));
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  static const char *const directions[] = { "up", "down", NULL };
  static const char *const kinds[] = { "relative", "points", "value", NULL };
  static const char *const actual_by[] = { "latest", "mean", "last_n", NULL };
  static const char *const charts[] = { "run", "individuals", "proportion", NULL };
  GPtrArray *array = ff_choices_new ();

  if (g_str_equal (field, "direction"))
    add_choices (array, directions, ff_metric_direction_title);
  else if (g_str_equal (field, "actual_by"))
    add_choices (array, actual_by, ff_metric_actual_by_title);
  else if (g_str_equal (field, "chart"))
    add_choices (array, charts, ff_metric_chart_title);
  else
    {
      ff_editors_add_choice (array, "", C_ ("metric", "There is no target"));
      add_choices (array, kinds, ff_metric_target_kind_title);
    }
  return array;
}

/* A target of 15 on an NPS of 30 may mean 34.5, 45 or 15: the form says which while it is typed. */
static FfEditorNotice *
preview (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  FfMetricDraft draft = make_draft (values);
  FfEditorNotice *notice = ff_editor_notice_new ();
  char *sentence = ff_metric_describe_draft (&draft);

  if (sentence != NULL)
    g_ptr_array_add (notice->sentences, sentence);
  return notice;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_metrics_delete (db, id, error);
}

const FfEditorKind ff_metric_editor = {
  .new_title = N_("New Metric"),
  .edit_title = N_("Metric"),
  .new_label = N_("Add a metric"),
  .edit_label = N_("Change a metric"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .preview = preview,
  .informs = TRUE,
  .delete = delete,
  .delete_label = N_("Delete Metric"),
  .deleted = N_("Metric deleted"),
};
