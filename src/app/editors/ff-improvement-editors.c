/* Weak items, causes, the end of a cycle, reviews and best cases. The context is the owner, as ff_owner_to_number () makes it, where nothing
   else is said. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-enrolment-store.h"
#include "ff-improvements.h"
#include "ff-reviews.h"

static void
set_day (FfEditorValues *values, const char *name, FfDay day)
{
  g_autofree char *text = day != FF_NO_DAY ? ff_day_format (day) : NULL;

  ff_editor_values_set (values, name, text);
}

/* Weak items -------------------------------------------------------------------------------------------------------- */

static const FfEditorField item_fields[] = {
  { "title", N_("What Is Weak"), FF_FIELD_TEXT, TRUE },
  { "weakness", N_("How Weak: Cases, or Points"), FF_FIELD_NUMBER, FALSE },
  { "fact", N_("The Fact That Shows It"), FF_FIELD_TEXT, FALSE },
  { "level", N_("Level"), FF_FIELD_CHOICE, FALSE },
  { "metric", N_("Metric"), FF_FIELD_CHOICE, FALSE },
  { "solved", N_("Solved: no next cycle takes it over"), FF_FIELD_SWITCH, FALSE },
};

static FfPut
put_item (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfImprovementDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .weakness = ff_editor_values_get (values, "weakness"),
    .fact = ff_editor_values_get (values, "fact"),
    .level = ff_editor_values_get (values, "level"),
    .metric = ff_editor_values_get (values, "metric"),
    .solved = ff_editor_values_get (values, "solved"),
  };

  return ff_improvements_put (db, ff_owner_from_number (context), id, &draft, new_id, error);
}

static gboolean
load_item (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfImprovement) item = NULL;
  g_autofree char *level = NULL, *metric = NULL;

  ff_editor_values_set (values, "solved", "0");
  if (id == 0)
    return TRUE;
  item = ff_improvements_read (db, id, error);
  if (item == NULL)
    return FALSE;
  level = item->level != 0 ? g_strdup_printf ("%d", item->level) : NULL;
  metric = item->metric_id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, item->metric_id) : NULL;
  ff_editor_values_set (values, "title", item->title);
  ff_editor_values_set (values, "weakness", item->weakness);
  ff_editor_values_set (values, "fact", item->fact);
  ff_editor_values_set (values, "level", level);
  ff_editor_values_set (values, "metric", metric);
  ff_editor_values_set (values, "solved", item->solved_on != FF_NO_DAY ? "1" : "0");
  return TRUE;
}

static GPtrArray *
list_item_choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  if (g_str_equal (field, "level"))
    return ff_editors_list_levels ();
  return ff_editors_list_metrics (db, ff_owner_from_number (context), error);
}

static gboolean
delete_item (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_improvements_delete (db, id, error);
}

const FfEditorKind ff_weak_item_editor = {
  .new_title = N_("New Weak Item"),
  .edit_title = N_("Weak Item"),
  .new_label = N_("Add a weak item"),
  .edit_label = N_("Change a weak item"),
  .fields = item_fields,
  .n_fields = G_N_ELEMENTS (item_fields),
  .put = put_item,
  .load = load_item,
  .choices = list_item_choices,
  .delete = delete_item,
  .delete_label = N_("Delete Weak Item"),
  .deleted = N_("Weak item deleted"),
};

/* Causes: only existing ones ------------------------------------------------------------------------------------------- */

static const FfEditorField cause_fields[] = {
  { "text", N_("Cause"), FF_FIELD_TEXT, TRUE },
  { "root", N_("Root cause"), FF_FIELD_SWITCH, FALSE },
  { "evidence", N_("What Shows It"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put_cause (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfCauseDraft draft = {
    .text = ff_editor_values_get (values, "text"),
    .root = ff_editor_values_get (values, "root"),
    .evidence = ff_editor_values_get (values, "evidence"),
  };

  return ff_causes_put (db, 0, 0, id, &draft, new_id, error);
}

static gboolean
load_cause (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfCause) cause = ff_causes_read (db, id, error);

  if (cause == NULL)
    return FALSE;
  ff_editor_values_set (values, "text", cause->text);
  ff_editor_values_set (values, "root", cause->root ? "1" : "0");
  ff_editor_values_set (values, "evidence", cause->evidence);
  return TRUE;
}

static gboolean
delete_cause (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_causes_delete (db, id, error);
}

const FfEditorKind ff_cause_editor = {
  .new_title = N_("Cause"),
  .edit_title = N_("Cause"),
  .new_label = N_("Change a cause"),
  .edit_label = N_("Change a cause"),
  .fields = cause_fields,
  .n_fields = G_N_ELEMENTS (cause_fields),
  .put = put_cause,
  .load = load_cause,
  .delete = delete_cause,
  .delete_label = N_("Delete Cause"),
  .deleted = N_("Cause deleted"),
};

/* The end of a cycle: the context is the cycle, and nothing is new but its end ----------------------------------------------- */

static const FfEditorField close_fields[] = {
  { "note", N_("What Came of It"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put_close (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  return ff_improvements_close_cycle (db, context, ff_editor_values_get (values, "note"), NULL, error) ? FF_PUT_NEW : FF_PUT_REFUSED;
}

static gboolean
load_close (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfImprovementCycle) cycle = ff_improvement_store_read_cycle (db, context, error);

  if (cycle != NULL)
    ff_editor_values_set (values, "note", cycle->note);
  return cycle != NULL;
}

static FfEditorNotice *
preview_close (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfEditorNotice) notice = ff_editor_notice_new ();
  FfCarried carried;

  if (!ff_improvements_count_open (db, context, &carried, error))
    return NULL;
  g_ptr_array_add (notice->sentences,
                   g_strdup_printf (ngettext ("%u weak item is not solved and goes on in the next cycle.",
                                              "%u weak items are not solved and go on in the next cycle.", carried.items),
                                    carried.items));
  g_ptr_array_add (notice->sentences,
                   g_strdup_printf (ngettext ("%u action is open and goes on in the next cycle.",
                                              "%u actions are open and go on in the next cycle.", carried.actions),
                                    carried.actions));
  return g_steal_pointer (&notice);
}

const FfEditorKind ff_cycle_close_editor = {
  .new_title = N_("Close the Cycle"),
  .edit_title = N_("Close the Cycle"),
  .new_label = N_("Close a cycle of improvement"),
  .edit_label = N_("Close a cycle of improvement"),
  .fields = close_fields,
  .n_fields = G_N_ELEMENTS (close_fields),
  .put = put_close,
  .load = load_close,
  .preview = preview_close,
  .informs = TRUE,
  .confirm_label = N_("Close the _Cycle"),
};

/* Reviews ----------------------------------------------------------------------------------------------------------- */

static const FfEditorField review_fields[] = {
  { "held_on", N_("Held On"), FF_FIELD_DATE, TRUE },
  { "people", N_("People"), FF_FIELD_TEXT, FALSE },
  { "minutes", N_("Minutes of the review"), FF_FIELD_PARAGRAPH, FALSE },
  { "decisions", N_("Decisions"), FF_FIELD_PARAGRAPH, FALSE },
  { "next_on", N_("Next Review On"), FF_FIELD_DATE, FALSE },
};

static FfPut
put_review (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfReviewDraft draft = {
    .held_on = ff_editor_values_get (values, "held_on"),
    .people = ff_editor_values_get (values, "people"),
    .minutes = ff_editor_values_get (values, "minutes"),
    .decisions = ff_editor_values_get (values, "decisions"),
    .next_on = ff_editor_values_get (values, "next_on"),
  };

  return ff_reviews_put (db, ff_owner_from_number (context), id, &draft, new_id, error);
}

static gboolean
load_review (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfReview) review = NULL;

  if (id == 0)
    {
      set_day (values, "held_on", ff_time_day (ff_time_now ()));
      return TRUE;
    }
  review = ff_reviews_read (db, id, error);
  if (review == NULL)
    return FALSE;
  set_day (values, "held_on", review->held_on);
  ff_editor_values_set (values, "people", review->people);
  ff_editor_values_set (values, "minutes", review->minutes);
  ff_editor_values_set (values, "decisions", review->decisions);
  set_day (values, "next_on", review->next_on);
  return TRUE;
}

static gboolean
delete_review (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_reviews_delete (db, id, error);
}

const FfEditorKind ff_review_editor = {
  .new_title = N_("New Review"),
  .edit_title = N_("Review"),
  .new_label = N_("Add a review"),
  .edit_label = N_("Change a review"),
  .fields = review_fields,
  .n_fields = G_N_ELEMENTS (review_fields),
  .put = put_review,
  .load = load_review,
  .delete = delete_review,
  .delete_label = N_("Delete Review"),
  .deleted = N_("Review deleted"),
};

/* Best cases: context 0 is a case of the library alone ------------------------------------------------------------------------ */

static const FfEditorField case_fields[] = {
  { "title", N_("Title"), FF_FIELD_TEXT, TRUE },
  { "employee_no", N_("Trainee (employee number)"), FF_FIELD_SUGGEST, FALSE },
  { "day", N_("Day"), FF_FIELD_DATE, FALSE },
  { "situation", N_("Situation"), FF_FIELD_PARAGRAPH, FALSE },
  { "task", N_("Task"), FF_FIELD_PARAGRAPH, FALSE },
  { "action", N_("What was done"), FF_FIELD_PARAGRAPH, FALSE },
  { "result", N_("Result"), FF_FIELD_PARAGRAPH, FALSE },
  { "keywords", N_("Keywords, separated by ;"), FF_FIELD_TEXT, FALSE },
};

static FfPut
put_case (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfBestCaseDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .employee_no = ff_editor_values_get (values, "employee_no"),
    .day = ff_editor_values_get (values, "day"),
    .situation = ff_editor_values_get (values, "situation"),
    .task = ff_editor_values_get (values, "task"),
    .action = ff_editor_values_get (values, "action"),
    .result = ff_editor_values_get (values, "result"),
    .keywords = ff_editor_values_get (values, "keywords"),
  };

  return ff_best_cases_put (db, ff_owner_from_number (context), id, &draft, new_id, error);
}

static gboolean
load_case (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfBestCase) best_case = NULL;

  if (id == 0)
    return TRUE;
  best_case = ff_best_cases_read (db, id, error);
  if (best_case == NULL)
    return FALSE;
  ff_editor_values_set (values, "title", best_case->title);
  ff_editor_values_set (values, "employee_no", best_case->employee_no);
  set_day (values, "day", best_case->day);
  ff_editor_values_set (values, "situation", best_case->situation);
  ff_editor_values_set (values, "task", best_case->task);
  ff_editor_values_set (values, "action", best_case->action);
  ff_editor_values_set (values, "result", best_case->result);
  ff_editor_values_set (values, "keywords", best_case->keywords);
  return TRUE;
}

/* The people of a class. */
static GPtrArray *
list_trainees (FfDb *db, gint64 context, const char *field, GError **error)
{
  FfOwner owner = ff_owner_from_number (context);
  GPtrArray *choices = ff_choices_new ();
  g_autoptr (GPtrArray) enrolments = NULL;

  if (owner.kind != FF_OWNER_RUN)
    return choices;
  enrolments = ff_enrolment_store_of_run (db, owner.id, TRUE, error);
  if (enrolments == NULL)
    {
      g_ptr_array_unref (choices);
      return NULL;
    }
  for (guint i = 0; i < enrolments->len; i++)
    {
      const FfEnrolment *enrolment = g_ptr_array_index (enrolments, i);
      g_autofree char *title = g_strdup_printf ("%s %s", enrolment->name, enrolment->employee_no);

      ff_editors_add_choice (choices, enrolment->employee_no, title);
    }
  return choices;
}

static gboolean
delete_case (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_best_cases_delete (db, id, error);
}

const FfEditorKind ff_best_case_editor = {
  .new_title = N_("New Best Case"),
  .edit_title = N_("Best Case"),
  .new_label = N_("Add a best case"),
  .edit_label = N_("Change a best case"),
  .fields = case_fields,
  .n_fields = G_N_ELEMENTS (case_fields),
  .put = put_case,
  .load = load_case,
  .choices = list_trainees,
  .delete = delete_case,
  .delete_label = N_("Delete Best Case"),
  .deleted = N_("Best case deleted"),
};
