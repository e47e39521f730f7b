/* An action of an improvement cycle. The context is the owner, as ff_owner_to_number () makes it. */
#include "config.h"

#include "ff-editors.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-decimal.h"
#include "ff-format.h"
#include "ff-improvement-actions.h"
#include "ff-improvements.h"
#include "ff-metric-store.h"
#include "ff-tag.h"

/* What an action answers to is kept as the id of a cause or, with this before it, of a weak item. */
#define ITEM_MARK "item:"

static const FfEditorField fields[] = {
  { "title", N_("What Is Done"), FF_FIELD_TEXT, TRUE },
  { "origin", N_("Because Of"), FF_FIELD_CHOICE, FALSE },
  { "level", N_("Level"), FF_FIELD_CHOICE, FALSE },
  { "step", N_("Step"), FF_FIELD_CHOICE, FALSE },
  { "in_charge", N_("In Charge"), FF_FIELD_SUGGEST, FALSE },
  { "due_on", N_("Due On"), FF_FIELD_DATE, FALSE },
  { "state", N_("State"), FF_FIELD_CHOICE, FALSE },
  { "metric", N_("Measured by the Metric"), FF_FIELD_CHOICE, FALSE },
  { "measure", N_("What Else Is Measured"), FF_FIELD_TEXT, FALSE },
  { "unit", N_("Unit"), FF_FIELD_TEXT, FALSE },
  { "direction", N_("Better Is"), FF_FIELD_CHOICE, FALSE },
  { "before", N_("Before"), FF_FIELD_NUMBER, FALSE },
  { "goal", N_("Goal"), FF_FIELD_NUMBER, FALSE },
  { "after", N_("After"), FF_FIELD_NUMBER, FALSE },
  { "kept", N_("Kept as the Standard"), FF_FIELD_CHOICE, FALSE },
  { "result", N_("Result, and the Standard That Came of It"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  const char *origin = ff_editor_values_get (values, "origin");
  gboolean item = origin != NULL && g_str_has_prefix (origin, ITEM_MARK);
  FfActionDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .improvement = item ? origin + strlen (ITEM_MARK) : "",
    .cause = item ? "" : origin,
    .level = ff_editor_values_get (values, "level"),
    .step = ff_editor_values_get (values, "step"),
    .in_charge = ff_editor_values_get (values, "in_charge"),
    .due_on = ff_editor_values_get (values, "due_on"),
    .state = ff_editor_values_get (values, "state"),
    .metric = ff_editor_values_get (values, "metric"),
    .measure = ff_editor_values_get (values, "measure"),
    .unit = ff_editor_values_get (values, "unit"),
    .direction = ff_editor_values_get (values, "direction"),
    .before = ff_editor_values_get (values, "before"),
    .goal = ff_editor_values_get (values, "goal"),
    .after = ff_editor_values_get (values, "after"),
    .kept = ff_editor_values_get (values, "kept"),
    .result = ff_editor_values_get (values, "result"),
  };

  return ff_actions_put (db, ff_owner_from_number (context), id, &draft, new_id, error);
}

static void
set_number (FfEditorValues *values, const char *name, gint64 number)
{
  g_autofree char *text = number != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  ff_editor_values_set (values, name, text);
}

static void
set_origin (FfEditorValues *values, const FfAction *action)
{
  g_autofree char *text = NULL;

  if (action->cause_id != 0)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, action->cause_id);
  else if (action->improvement_id != 0)
    text = g_strdup_printf (ITEM_MARK "%" G_GINT64_FORMAT, action->improvement_id);
  ff_editor_values_set (values, "origin", text);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfAction) action = NULL;
  g_autofree char *due = NULL;

  if (id == 0)
    {
      set_number (values, "step", ff_phase_step (FF_PHASE_PLAN));
      ff_editor_values_set (values, "state", ff_action_state_to_key (FF_ACTION_OPEN));
      ff_editor_values_set (values, "direction", "up");
      return TRUE;
    }
  action = ff_actions_read (db, id, error);
  if (action == NULL)
    return FALSE;
  due = action->due_on != FF_NO_DAY ? ff_day_format (action->due_on) : NULL;
  ff_editor_values_set (values, "title", action->title);
  set_origin (values, action);
  set_number (values, "level", action->level);
  set_number (values, "step", action->step);
  ff_editor_values_set (values, "in_charge", action->in_charge);
  ff_editor_values_set (values, "due_on", due);
  ff_editor_values_set (values, "state", ff_action_state_to_key (action->state));
  set_number (values, "metric", action->metric_id);
  ff_editor_values_set (values, "measure", action->measure);
  ff_editor_values_set (values, "unit", action->unit);
  ff_editor_values_set (values, "direction", action->down ? "down" : "up");
  ff_editor_values_set (values, "before", action->before);
  ff_editor_values_set (values, "goal", action->goal);
  ff_editor_values_set (values, "after", action->after);
  ff_editor_values_set (values, "kept", action->kept == FF_KEPT_YES ? "1" : action->kept == FF_KEPT_NO ? "0" : "");
  ff_editor_values_set (values, "result", action->result);
  return TRUE;
}

/* Choices ----------------------------------------------------------------------------------------------------------- */

static void
add_item (GPtrArray *choices, const FfImprovementBoard *board, const FfImprovement *item)
{
  g_autofree char *key = g_strdup_printf (ITEM_MARK "%" G_GINT64_FORMAT, item->id);

  ff_editors_add_choice (choices, key, item->title);
  for (guint i = 0; i < board->causes->len; i++)
    {
      const FfCause *cause = g_ptr_array_index (board->causes, i);
      g_autofree char *cause_key = g_strdup_printf ("%" G_GINT64_FORMAT, cause->id);
      /* Translators: a weak item, and a cause of it. */
      g_autofree char *title = g_strdup_printf (_("%s: %s"), item->title, ff_cause_title (cause));

      if (cause->improvement_id == item->id && cause->parent_id != 0)
        ff_editors_add_choice (choices, cause_key, title);
    }
}

/* The weak items of the newest cycle, each followed by its causes. */
static GPtrArray *
list_origins (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfImprovementBoard) board = ff_improvement_board_read (db, owner, 0, error);
  g_autoptr (GPtrArray) choices = ff_choices_new ();

  if (board == NULL)
    return NULL;
  for (guint i = 0; i < board->items->len; i++)
    add_item (choices, board, g_ptr_array_index (board->items, i));
  return ff_editors_prepend_none (g_steal_pointer (&choices));
}

GPtrArray *
ff_editors_list_metrics (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (GPtrArray) metrics = ff_metric_store_list (db, owner, error);
  g_autoptr (GPtrArray) choices = ff_choices_new ();

  if (metrics == NULL)
    return NULL;
  for (guint i = 0; i < metrics->len; i++)
    {
      const FfMetric *metric = g_ptr_array_index (metrics, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, metric->id);

      ff_editors_add_choice (choices, key, ff_metric_get_title (metric));
    }
  return ff_editors_prepend_none (g_steal_pointer (&choices));
}

GPtrArray *
ff_editors_list_levels (void)
{
  GPtrArray *choices = ff_choices_new ();

  for (int level = 1; level <= 4; level++)
    {
      g_autofree char *key = g_strdup_printf ("%d", level);
      /* Translators: a level's number and its name: “1 Reaction”. */
      g_autofree char *title = g_strdup_printf (C_("level", "%d %s"), level, ff_level_title (level));

      ff_editors_add_choice (choices, key, title);
    }
  return ff_editors_prepend_none (choices);
}

static GPtrArray *
list_steps (void)
{
  GPtrArray *choices = ff_choices_new ();

  for (int step = 1; step <= FF_STEPS; step++)
    {
      g_autofree char *key = g_strdup_printf ("%d", step);
      /* Translators: a phase of the cycle, the number of the step and its title: “Plan · 4 Plan measures”. */
      g_autofree char *title
          = g_strdup_printf (_("%s · %d %s"), ff_phase_title (ff_phase_of_step (step)), step, ff_step_title (step));

      ff_editors_add_choice (choices, key, title);
    }
  return choices;
}

static GPtrArray *
list_states (void)
{
  GPtrArray *choices = ff_choices_new ();

  for (int state = 0; state < FF_N_ACTION_STATES; state++)
    ff_editors_add_choice (choices, ff_action_state_to_key (state), ff_action_state_title (state));
  return choices;
}

/* Those who are in charge of something already. */
static GPtrArray *
list_people (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfImprovementBoard) board = ff_improvement_board_read (db, owner, 0, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *choices = board != NULL ? ff_choices_new () : NULL;

  for (guint i = 0; board != NULL && i < board->actions->len; i++)
    {
      const FfAction *action = g_ptr_array_index (board->actions, i);

      if (action->in_charge != NULL && g_hash_table_add (seen, action->in_charge))
        ff_editors_add_choice (choices, action->in_charge, action->in_charge);
    }
  return choices;
}

static GPtrArray *
list_two (const char *first_key, const char *first, const char *second_key, const char *second)
{
  GPtrArray *choices = ff_choices_new ();

  ff_editors_add_choice (choices, first_key, first);
  ff_editors_add_choice (choices, second_key, second);
  return choices;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  FfOwner owner = ff_owner_from_number (context);

  if (g_str_equal (field, "origin"))
    return list_origins (db, owner, error);
  if (g_str_equal (field, "level"))
    return ff_editors_list_levels ();
  if (g_str_equal (field, "step"))
    return list_steps ();
  if (g_str_equal (field, "in_charge"))
    return list_people (db, owner, error);
  if (g_str_equal (field, "state"))
    return list_states ();
  if (g_str_equal (field, "direction"))
    return list_two ("up", C_("direction", "More"), "down", C_("direction", "Less"));
  if (g_str_equal (field, "kept"))
    return ff_editors_prepend_none (list_two ("1", C_("kept", "Yes"), "0", C_("kept", "No")));
  return ff_editors_list_metrics (db, owner, error);
}

/* What the metric says -------------------------------------------------------------------------------------------------- */

static void
propose (FfEditorNotice *notice, FfEditorValues *values, const FfMetric *metric, const char *field, const char *value, char *text)
{
  g_autofree char *typed = ff_decimal_parse (ff_editor_values_get (values, field));
  FfEditorValues *proposed;

  if (value == NULL || g_strcmp0 (typed, value) == 0)
    {
      g_free (text);
      return;
    }
  proposed = ff_editor_values_new ();
  ff_editor_values_set (proposed, field, value);
  ff_editor_values_set (proposed, "direction", metric->direction);
  if (metric->unit != NULL)
    ff_editor_values_set (proposed, "unit", metric->unit);
  ff_editor_notice_propose (notice, text, proposed);
}

/* Before and after are taken from the metric's own series. */
static FfEditorNotice *
preview (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  const char *chosen = ff_editor_values_get (values, "metric");
  gint64 metric_id = chosen != NULL ? g_ascii_strtoll (chosen, NULL, 10) : 0;
  g_autoptr (FfEditorNotice) notice = ff_editor_notice_new ();
  g_autoptr (FfMetric) metric = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const FfMetricEntry *latest = NULL;

  if (metric_id == 0)
    return g_steal_pointer (&notice);
  metric = ff_metric_store_read (db, metric_id, error);
  entries = metric != NULL ? ff_metric_store_list_entries (db, metric_id, error) : NULL;
  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    if (!((const FfMetricEntry *) g_ptr_array_index (entries, i))->comparison)
      latest = g_ptr_array_index (entries, i);
  if (metric->baseline != NULL)
    /* Translators: %s is a number. */
    propose (notice, values, metric, "before", metric->baseline, g_strdup_printf (_("Before: the baseline, %s"), metric->baseline));
  if (latest != NULL)
    {
      g_autofree char *day = ff_format_day (latest->day);

      /* Translators: a number, and the day on which it was measured. */
      propose (notice, values, metric, "after", latest->value, g_strdup_printf (_("After: the latest value, %s of %s"), latest->value, day));
    }
  return g_steal_pointer (&notice);
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_actions_delete (db, id, error);
}

const FfEditorKind ff_action_editor = {
  .new_title = N_("New Action"),
  .edit_title = N_("Action"),
  .new_label = N_("Add an action"),
  .edit_label = N_("Change an action"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .preview = preview,
  .informs = TRUE,
  .delete = delete,
  .delete_label = N_("Delete Action"),
  .deleted = N_("Action deleted"),
};
