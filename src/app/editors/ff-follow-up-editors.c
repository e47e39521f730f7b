/* Whom one asks after a class, and who is taken out of a level. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-enrolment-store.h"
#include "ff-evaluation-store.h"
#include "ff-exclusions.h"
#include "ff-interviews.h"
#include "ff-number.h"
#include "ff-take.h"

/* An interview ------------------------------------------------------------------------------------------------------------------ */

static const FfEditorField interview_fields[] = {
  { "held_on", N_("Held on"), FF_FIELD_DATE, FALSE },
  { "interviewer", N_("Interviewer"), FF_FIELD_TEXT, FALSE },
  { "best", N_("What was best"), FF_FIELD_PARAGRAPH, FALSE },
  { "worst", N_("What was worst"), FF_FIELD_PARAGRAPH, FALSE },
  { "suggestions", N_("Suggestions"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put_interview (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  return ff_interviews_put (db, id,
                            &(FfInterviewDraft) {
                              .held_on = ff_editor_values_get (values, "held_on"),
                              .interviewer = ff_editor_values_get (values, "interviewer"),
                              .best = ff_editor_values_get (values, "best"),
                              .worst = ff_editor_values_get (values, "worst"),
                              .suggestions = ff_editor_values_get (values, "suggestions"),
                            },
                            error);
}

static gboolean
load_interview (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfInterview) interview = ff_interviews_read (db, id, error);
  g_autofree char *held_on = NULL;

  if (interview == NULL)
    return FALSE;
  held_on = interview->held_on != FF_NO_DAY ? ff_day_format (interview->held_on) : NULL;
  ff_editor_values_set (values, "held_on", held_on);
  ff_editor_values_set (values, "interviewer", interview->interviewer);
  ff_editor_values_set (values, "best", interview->best);
  ff_editor_values_set (values, "worst", interview->worst);
  ff_editor_values_set (values, "suggestions", interview->suggestions);
  return TRUE;
}

const FfEditorKind ff_interview_editor = {
  .new_title = N_("Interview"),
  .edit_title = N_("Interview"),
  .new_label = N_("Write an interview down"),
  .edit_label = N_("Write an interview down"),
  .fields = interview_fields,
  .n_fields = G_N_ELEMENTS (interview_fields),
  .put = put_interview,
  .load = load_interview,
};

/* The draw ---------------------------------------------------------------------------------------------------------------------- */

static const FfEditorField draw_fields[] = {
  { "share", N_("Percent of the trainees"), FF_FIELD_NUMBER, TRUE },
};

static FfPut
put_draw (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  gint64 share = -1;
  gboolean changed = FALSE;

  *new_id = run_id;
  if (!ff_take_hundredths (&share, ff_editor_values_get (values, "share"), "share", &changed, error))
    return FF_PUT_REFUSED;
  return ff_interviews_draw (db, run_id, share, g_random_int (), NULL, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

static gboolean
load_draw (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, GError **error)
{
  FfEvaluation evaluation = FF_EVALUATION_INIT;
  g_autofree char *share = NULL;

  if (!ff_evaluation_store_read (db, ff_owner_run (run_id), &evaluation, error))
    return FALSE;
  share = ff_hundredths_format (evaluation.interview_share);
  ff_editor_values_set (values, "share", share);
  return TRUE;
}

/* Says before it is done what another draw does. */
static FfEditorNotice *
preview_draw (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, GError **error)
{
  g_autoptr (GPtrArray) drawn = ff_interview_store_list (db, run_id, error);
  FfEditorNotice *notice = drawn != NULL ? ff_editor_notice_new () : NULL;

  if (notice != NULL && drawn->len > 0)
    g_ptr_array_add (notice->sentences,
                     g_strdup_printf (ngettext ("%u person is drawn already. Another draw takes the place of this one; what was written down stays.",
                                                "%u people are drawn already. Another draw takes the place of this one; what was written down stays.",
                                                drawn->len),
                                      drawn->len));
  return notice;
}

const FfEditorKind ff_interview_draw_editor = {
  .new_title = N_("Draw Interviews"),
  .edit_title = N_("Draw Interviews"),
  .new_label = N_("Draw interviews"),
  .edit_label = N_("Draw interviews"),
  .confirm_label = N_("_Draw"),
  .fields = draw_fields,
  .n_fields = G_N_ELEMENTS (draw_fields),
  .put = put_draw,
  .preview = preview_draw,
  .load = load_draw,
};

/* Out of a level ---------------------------------------------------------------------------------------------------------------- */

static const FfEditorField exclusion_fields[] = {
  { "trainee", N_("Trainee"), FF_FIELD_CHOICE, TRUE },
  { "reason", N_("Reason"), FF_FIELD_SUGGEST, TRUE },
};

static FfPut
put_exclusion (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  return ff_exclusions_put (db, ff_level_context_run (context), ff_level_context_level (context), id,
                            &(FfExclusionDraft) { ff_editor_values_get (values, "trainee"), ff_editor_values_get (values, "reason") }, new_id,
                            error);
}

static gboolean
load_exclusion (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfExclusion) exclusion = NULL;

  if (id == 0)
    return TRUE;
  exclusion = ff_exclusions_read (db, id, error);
  if (exclusion == NULL)
    return FALSE;
  ff_editor_values_set (values, "trainee", exclusion->employee_no);
  ff_editor_values_set (values, "reason", exclusion->reason);
  return TRUE;
}

static GPtrArray *
list_enrolled (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (GPtrArray) enrolments = ff_enrolment_store_of_run (db, run_id, TRUE, error);
  GPtrArray *choices = enrolments != NULL ? ff_choices_new () : NULL;

  for (guint i = 0; choices != NULL && i < enrolments->len; i++)
    {
      const FfEnrolment *enrolment = g_ptr_array_index (enrolments, i);
      g_autofree char *title = g_strdup_printf ("%s · %s", enrolment->name, enrolment->employee_no);

      ff_editors_add_choice (choices, enrolment->employee_no, title);
    }
  return choices;
}

static GPtrArray *
choose_exclusion (FfDb *db, gint64 context, const char *field, GError **error)
{
  GPtrArray *reasons;

  if (g_str_equal (field, "trainee"))
    return list_enrolled (db, ff_level_context_run (context), error);
  reasons = ff_choices_new ();
  ff_editors_add_choice (reasons, NULL, C_("exclusion", "Left the company"));
  ff_editors_add_choice (reasons, NULL, C_("exclusion", "Moved to another post"));
  ff_editors_add_choice (reasons, NULL, C_("exclusion", "On long leave"));
  return reasons;
}

static gboolean
delete_exclusion (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_exclusions_delete (db, id, error);
}

const FfEditorKind ff_exclusion_editor = {
  .new_title = N_("Take Somebody out of the Level"),
  .edit_title = N_("Taken out of the Level"),
  .new_label = N_("Take somebody out of a level"),
  .edit_label = N_("Change why somebody is out of a level"),
  .fields = exclusion_fields,
  .n_fields = G_N_ELEMENTS (exclusion_fields),
  .put = put_exclusion,
  .load = load_exclusion,
  .choices = choose_exclusion,
  .delete = delete_exclusion,
  .delete_label = N_("Count Again"),
  .deleted = N_("Counts again"),
};
