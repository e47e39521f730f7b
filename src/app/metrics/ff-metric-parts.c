#include "config.h"

#include "ff-metric-parts.h"

#include <glib/gi18n-lib.h>

#include "ff-budget-figures.h"
#include "ff-editors.h"
#include "ff-evaluation-plan.h"
#include "ff-format.h"
#include "ff-level-words.h"
#include "ff-metric-values-window.h"
#include "ff-metric-words.h"
#include "ff-metrics.h"
#include "ff-number.h"
#include "ff-roi-facts.h"

static GPtrArray *
parts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free);
}

/* Metrics ----------------------------------------------------------------------------------------------------------- */

/* "36 points · 22 Dec", the latest of those who were trained; NULL when there is none. */
static char *
describe_latest (const FfMetric *metric, const GPtrArray *entries)
{
  for (guint i = entries->len; i > 0; i--)
    {
      const FfMetricEntry *entry = g_ptr_array_index (entries, i - 1);
      g_autofree char *value = NULL, *day = NULL;

      if (entry->comparison)
        continue;
      value = ff_metric_format (entry->value, metric->unit);
      day = ff_format_day_brief (entry->day);
      /* Translators: a figure and its day. */
      return g_strdup_printf (_("%s · %s"), value, day);
    }
  return NULL;
}

static FfPart *
make_metric (const FfMetric *metric, const GPtrArray *entries)
{
  g_autofree char *target = ff_metric_describe_target (metric);
  FfPart *part = ff_part_new (metric->id, ff_metric_get_title (metric), target != NULL ? target : _("There is no target."));

  if (metric->owner.kind != FF_OWNER_COURSE)
    {
      part->value = describe_latest (metric, entries);
      part->tag = part->value == NULL ? g_strdup (_("no values")) : NULL;
      part->tone = FF_TONE_NEUTRAL;
    }
  return part;
}

static GPtrArray *
list_metrics (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) metrics = ff_metrics_list (db, ff_owner_from_number (owner), error);
  g_autoptr (GPtrArray) parts = parts_new ();

  if (metrics == NULL)
    return NULL;
  for (guint i = 0; i < metrics->len; i++)
    {
      const FfMetric *metric = g_ptr_array_index (metrics, i);
      g_autoptr (GPtrArray) entries = ff_metrics_list_values (db, metric->id, error);

      if (entries == NULL)
        return NULL;
      g_ptr_array_add (parts, make_metric (metric, entries));
    }
  return g_steal_pointer (&parts);
}

static gboolean
move_metric (FfDb *db, gint64 owner, gint64 id, int position, GError **error)
{
  return ff_metrics_move (db, id, position, error);
}

static const char *const metric_tables[] = { "metric", "metric_value", NULL };

#define METRIC_PARTS                                                                                                              \
  .title = N_("Metrics"), .add = N_("Add a metric"), .tables = metric_tables, .list = list_metrics, .editor = &ff_metric_editor,  \
  .move = move_metric, .move_label = N_("Move a metric")

static const FfPartKind course_metric_parts = {
  METRIC_PARTS,
  .empty = N_("Which figures of the business this course is to move: satisfaction, complaints, time. Each class takes a copy."),
};

static const FfPartKind metric_parts = {
  METRIC_PARTS,
  .empty = N_("Which figures of the business are to move: satisfaction, complaints, time. Add one, and type its values day by day."),
  .announces = TRUE,
};

static void
on_metric_activated (FfPartList *list, gint64 id, FfWorkspace *workspace)
{
  ff_metric_values_window_open (GTK_WIDGET (list), workspace, id);
}

GtkWidget *
ff_metric_list_new (FfWorkspace *workspace, FfOwner owner)
{
  const FfPartKind *kind = owner.kind == FF_OWNER_COURSE ? &course_metric_parts : &metric_parts;
  GtkWidget *list = ff_part_list_new (workspace, kind, ff_owner_to_number (owner));

  if (kind->announces)
    g_signal_connect_object (list, "part-activated", G_CALLBACK (on_metric_activated), workspace, 0);
  return list;
}

/* Worth ------------------------------------------------------------------------------------------------------------- */

static GPtrArray *
list_roi (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (FfRoiFacts) facts = ff_roi_facts_read (db, ff_owner_from_number (owner), error);
  g_autoptr (GPtrArray) parts = parts_new (), sentences = NULL;
  g_autofree char *rest = NULL;
  FfResultsLevel results = { 0 };
  FfRoiGround ground;

  if (facts == NULL || !ff_roi_ground_read (db, ff_owner_from_number (owner), &ground, error))
    return NULL;
  ff_roi_facts_to_input (facts, &ground, &results.roi.input);
  ff_roi_compute (&results.roi.input, &results.roi.roi);
  sentences = ff_roi_words (&results);
  g_ptr_array_add (parts, ff_part_new (1, g_ptr_array_index (sentences, 0), NULL));
  g_ptr_array_remove_index (sentences, 0);
  rest = ff_words_join (sentences, 0);
  ((FfPart *) g_ptr_array_index (parts, 0))->subtitle = g_steal_pointer (&rest);
  return g_steal_pointer (&parts);
}

static const char *const roi_tables[] = { "roi", "metric", "budget_line", "run", NULL };

const FfPartKind ff_roi_parts = {
  .title = N_("Worth of the Results"),
  .empty = "",
  .tables = roi_tables,
  .list = list_roi,
  .editor = &ff_roi_editor,
};

/* Days and targets -------------------------------------------------------------------------------------------------- */

static char *
format_percent (int hundredths)
{
  g_autofree char *number = ff_hundredths_format (hundredths);

  /* Translators: a share in percent. */
  return g_strdup_printf (_("%s %%"), number);
}

static char *
format_days (int days)
{
  return g_strdup_printf (ngettext ("%d day after the end", "%d days after the end", days), days);
}

static void
add_level (GPtrArray *parts, int level, const char *title, char *value)
{
  FfPart *part = ff_part_new (level, title, NULL);

  part->level = level;
  part->value = value;
  g_ptr_array_add (parts, part);
}

static void
add_behaviour (GPtrArray *parts, const FfEvaluation *plan)
{
  g_autofree char *submitted = format_percent (plan->submitted_target);
  g_autofree char *applied = format_percent (plan->applied_target);
  /* Translators: two percentages. */
  g_autofree char *targets = g_strdup_printf (_("Plans of %s, applied by %s"), submitted, applied);

  add_level (parts, 3, targets, format_days (plan->behaviour_days));
}

static GPtrArray *
list_plan (FfDb *db, gint64 owner, GError **error)
{
  GPtrArray *parts;
  FfEvaluation plan;
  g_autofree char *share = NULL, *passed = NULL;

  if (!ff_evaluation_store_read (db, ff_owner_from_number (owner), &plan, error))
    return NULL;
  parts = parts_new ();
  share = plan.learning_target >= 0 ? format_percent (plan.learning_target) : NULL;
  /* Translators: a percentage. */
  passed = share != NULL ? g_strdup_printf (_("Passed by %s"), share) : g_strdup (_("Without a target"));
  add_level (parts, 2, passed, format_days (1));
  add_behaviour (parts, &plan);
  add_level (parts, 4, _("Metrics measured"), format_days (plan.results_days));
  return parts;
}

static GPtrArray *
list_project_plan (FfDb *db, gint64 owner, GError **error)
{
  GPtrArray *parts;
  FfEvaluation plan;

  if (!ff_evaluation_store_read (db, ff_owner_from_number (owner), &plan, error))
    return NULL;
  parts = parts_new ();
  add_level (parts, 4, _("Metrics measured, after the last class"), format_days (plan.results_days));
  return parts;
}

static const char *const plan_tables[] = { "evaluation", NULL };

const FfPartKind ff_evaluation_plan_parts = {
  .title = N_("Days and Targets"),
  .empty = "",
  .tables = plan_tables,
  .list = list_plan,
  .editor = &ff_evaluation_plan_editor,
};

const FfPartKind ff_project_plan_parts = {
  .title = N_("When Results Are Measured"),
  .empty = "",
  .tables = plan_tables,
  .list = list_project_plan,
  .editor = &ff_project_plan_editor,
};

/* Further looks at behaviour ------------------------------------------------------------------------------------------ */

static GPtrArray *
list_waves (FfDb *db, gint64 owner, GError **error)
{
  g_autoptr (GPtrArray) waves = ff_waves_list (db, ff_owner_from_number (owner).id, error);
  GPtrArray *parts;

  if (waves == NULL)
    return NULL;
  parts = parts_new ();
  for (guint i = 0; i < waves->len; i++)
    {
      const FfWave *wave = g_ptr_array_index (waves, i);
      g_autofree char *days = format_days (wave->days);
      FfPart *part = ff_part_new (wave->id, wave->title != NULL ? wave->title : days, NULL);

      part->level = 3;
      part->value = wave->title != NULL ? g_steal_pointer (&days) : NULL;
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static const char *const wave_tables[] = { "wave", NULL };

const FfPartKind ff_wave_parts = {
  .title = N_("Further Looks at Behaviour"),
  .empty = N_("Behaviour is looked at once. Add another look, such as after 60 or 90 days, to see whether it lasts."),
  .add = N_("Add a look at behaviour"),
  .tables = wave_tables,
  .list = list_waves,
  .editor = &ff_wave_editor,
};
