/* What the results of a class or a project are worth, when they are looked at, and what is to be reached. The context is the owner, as
   ff_owner_to_number () makes it. Of each owner there is one, so that the editors are opened with FF_EDITOR_ONLY_ONE for its id. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-evaluation-plan.h"
#include "ff-level-words.h"
#include "ff-money.h"
#include "ff-number.h"
#include "ff-roi-facts.h"
#include "ff-settings.h"

/* Hundredths that may be unknown. */
static void
set_hundredths (FfEditorValues *values, const char *name, gint64 hundredths)
{
  g_autofree char *text = hundredths >= 0 ? ff_hundredths_format (hundredths) : NULL;

  ff_editor_values_set (values, name, text);
}

static void
set_money (FfEditorValues *values, const char *name, gint64 amount)
{
  g_autofree char *text = amount >= 0 ? ff_money_format (amount, NULL) : NULL;

  ff_editor_values_set (values, name, text);
}

static void
set_count (FfEditorValues *values, const char *name, int count)
{
  g_autofree char *text = count >= 0 ? g_strdup_printf ("%d", count) : NULL;

  ff_editor_values_set (values, name, text);
}

/* Worth ------------------------------------------------------------------------------------------------------------- */

static const FfEditorField roi_fields[] = {
  { "benefit", N_("What the change is worth, in money"), FF_FIELD_TEXT, FALSE },
  { "months", N_("Over how many months that was counted"), FF_FIELD_NUMBER, FALSE },
  { "cost", N_("Cost (empty: what the budget says was spent)"), FF_FIELD_TEXT, FALSE },
  { "isolation", N_("Share of it that the training did, %"), FF_FIELD_NUMBER, FALSE },
  { "isolation_by", N_("How that share is known"), FF_FIELD_TEXT, FALSE },
  { "confidence", N_("How certain that share is, %"), FF_FIELD_NUMBER, FALSE },
  { "note", N_("Note"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfRoiDraft
make_roi_draft (FfEditorValues *values)
{
  return (FfRoiDraft) {
    .benefit = ff_editor_values_get (values, "benefit"),
    .months = ff_editor_values_get (values, "months"),
    .cost = ff_editor_values_get (values, "cost"),
    .isolation = ff_editor_values_get (values, "isolation"),
    .isolation_by = ff_editor_values_get (values, "isolation_by"),
    .confidence = ff_editor_values_get (values, "confidence"),
    .note = ff_editor_values_get (values, "note"),
  };
}

static FfPut
put_roi (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfRoiDraft draft = make_roi_draft (values);

  return ff_roi_facts_put (db, ff_owner_from_number (context), &draft, error);
}

static gboolean
load_roi (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfRoiFacts) facts = ff_roi_facts_read (db, ff_owner_from_number (context), error);

  if (facts == NULL)
    return FALSE;
  set_money (values, "benefit", facts->benefit);
  set_count (values, "months", facts->months);
  set_money (values, "cost", facts->cost);
  set_hundredths (values, "isolation", facts->isolation);
  ff_editor_values_set (values, "isolation_by", facts->isolation_by);
  set_hundredths (values, "confidence", facts->confidence);
  ff_editor_values_set (values, "note", facts->note);
  return TRUE;
}

/* What the budgets say, where no cost is typed. */
static char *
describe_cost (const FfRoiFacts *facts, const FfRoiGround *ground, const char *currency)
{
  g_autofree char *amount = ground->budget >= 0 ? ff_money_format (ground->budget, currency) : NULL;

  if (facts->cost >= 0 || amount == NULL)
    return NULL;
  return g_strdup_printf (_("The budget says that %s was spent."), amount);
}

/* The result, or what is still missing, while it is typed. */
static FfEditorNotice *
preview_roi (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfRoiFacts) facts = ff_roi_facts_read (db, ff_owner_from_number (context), error);
  g_autoptr (FfEditorNotice) notice = ff_editor_notice_new ();
  g_autoptr (GPtrArray) sentences = NULL;
  g_autofree char *currency = NULL;
  FfRoiDraft draft = make_roi_draft (values);
  FfResultsLevel results = { 0 };
  FfRoiGround ground;
  char *cost;
  gboolean changed = FALSE;

  if (facts == NULL || !ff_roi_ground_read (db, ff_owner_from_number (context), &ground, error))
    return NULL;
  /* What cannot be read yet is said below its field. */
  if (!ff_roi_facts_take (facts, &draft, &changed, NULL))
    return g_steal_pointer (&notice);
  ff_roi_facts_to_input (facts, &ground, &results.roi.input);
  ff_roi_compute (&results.roi.input, &results.roi.roi);
  sentences = ff_roi_words (&results);
  g_ptr_array_add (notice->sentences, ff_words_join (sentences, 0));
  currency = ff_settings_get (db, "currency", NULL);
  cost = describe_cost (facts, &ground, currency);
  if (cost != NULL)
    g_ptr_array_add (notice->sentences, cost);
  return g_steal_pointer (&notice);
}

const FfEditorKind ff_roi_editor = {
  .new_title = N_("Worth of the Results"),
  .edit_title = N_("Worth of the Results"),
  .new_label = N_("Change what the results are worth"),
  .edit_label = N_("Change what the results are worth"),
  .fields = roi_fields,
  .n_fields = G_N_ELEMENTS (roi_fields),
  .put = put_roi,
  .load = load_roi,
  .preview = preview_roi,
  .informs = TRUE,
};

/* Days and targets -------------------------------------------------------------------------------------------------- */

static const FfEditorField plan_fields[] = {
  { "learning_target", N_("Level 2: share who are to pass, % (empty: no target)"), FF_FIELD_NUMBER, FALSE },
  { "behaviour_days", N_("Level 3: days after the end of the class"), FF_FIELD_NUMBER, FALSE },
  { "submitted_target", N_("Level 3: share with a plan handed in, %"), FF_FIELD_NUMBER, FALSE },
  { "applied_target", N_("Level 3: share who applied it, %"), FF_FIELD_NUMBER, FALSE },
  { "results_days", N_("Level 4: days after the end of the class"), FF_FIELD_NUMBER, FALSE },
};

static FfPut
put_plan (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfEvaluationPlanDraft draft = {
    .learning_target = ff_editor_values_get (values, "learning_target"),
    .behaviour_days = ff_editor_values_get (values, "behaviour_days"),
    .submitted_target = ff_editor_values_get (values, "submitted_target"),
    .applied_target = ff_editor_values_get (values, "applied_target"),
    .results_days = ff_editor_values_get (values, "results_days"),
  };

  return ff_evaluation_plan_put (db, ff_owner_from_number (context), &draft, error);
}

static gboolean
load_plan (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  FfEvaluation plan;

  if (!ff_evaluation_store_read (db, ff_owner_from_number (context), &plan, error))
    return FALSE;
  set_hundredths (values, "learning_target", plan.learning_target);
  set_count (values, "behaviour_days", plan.behaviour_days);
  set_hundredths (values, "submitted_target", plan.submitted_target);
  set_hundredths (values, "applied_target", plan.applied_target);
  set_count (values, "results_days", plan.results_days);
  return TRUE;
}

const FfEditorKind ff_evaluation_plan_editor = {
  .new_title = N_("Days and Targets"),
  .edit_title = N_("Days and Targets"),
  .new_label = N_("Change days and targets of the levels"),
  .edit_label = N_("Change days and targets of the levels"),
  .fields = plan_fields,
  .n_fields = G_N_ELEMENTS (plan_fields),
  .put = put_plan,
  .load = load_plan,
};

static const FfEditorField project_plan_fields[] = {
  { "results_days", N_("Days after the end of the last class"), FF_FIELD_NUMBER, FALSE },
};

const FfEditorKind ff_project_plan_editor = {
  .new_title = N_("When Results Are Measured"),
  .edit_title = N_("When Results Are Measured"),
  .new_label = N_("Change when results are measured"),
  .edit_label = N_("Change when results are measured"),
  .fields = project_plan_fields,
  .n_fields = G_N_ELEMENTS (project_plan_fields),
  .put = put_plan,
  .load = load_plan,
};

/* Further looks at behaviour ------------------------------------------------------------------------------------------ */

static const FfEditorField wave_fields[] = {
  { "days", N_("Days after the end of the class"), FF_FIELD_NUMBER, TRUE },
  { "title", N_("What it is called (empty: by its days)"), FF_FIELD_TEXT, FALSE },
};

static FfPut
put_wave (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfWaveDraft draft = {
    .days = ff_editor_values_get (values, "days"),
    .title = ff_editor_values_get (values, "title"),
  };

  return ff_waves_put (db, ff_owner_from_number (context).id, id, &draft, new_id, error);
}

static gboolean
load_wave (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfWave) wave = NULL;

  if (id == 0)
    return TRUE;
  wave = ff_waves_read (db, id, error);
  if (wave == NULL)
    return FALSE;
  set_count (values, "days", wave->days);
  ff_editor_values_set (values, "title", wave->title);
  return TRUE;
}

static gboolean
delete_wave (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_waves_delete (db, id, error);
}

const FfEditorKind ff_wave_editor = {
  .new_title = N_("Another Look at Behaviour"),
  .edit_title = N_("Look at Behaviour"),
  .new_label = N_("Add a look at behaviour"),
  .edit_label = N_("Change a look at behaviour"),
  .fields = wave_fields,
  .n_fields = G_N_ELEMENTS (wave_fields),
  .put = put_wave,
  .load = load_wave,
  .delete = delete_wave,
  .delete_label = N_("Delete Look at Behaviour"),
  .deleted = N_("Look at behaviour deleted"),
};
