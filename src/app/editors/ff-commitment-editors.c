/* What a trainee means to do after the class: one that is there, a new one of somebody, and one that everybody owes. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-commitments.h"
#include "ff-runs.h"

static GPtrArray *
list_kinds (void)
{
  static const FfCommitmentKind kinds[]
      = { FF_COMMITMENT_CARD, FF_COMMITMENT_SEVEN_DAY, FF_COMMITMENT_MICRO_PLAN, FF_COMMITMENT_PROJECT, FF_COMMITMENT_ANY };
  GPtrArray *choices = ff_choices_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *key = ff_commitment_kind_to_key (kinds[i]);

      ff_editors_add_choice (choices, key != NULL ? key : "", ff_commitment_kind_title (kinds[i]));
    }
  return choices;
}

static GPtrArray *
list_statuses (void)
{
  GPtrArray *choices = ff_choices_new ();

  for (int status = 0; status < FF_N_COMMITMENT_STATUSES; status++)
    ff_editors_add_choice (choices, ff_commitment_status_to_key (status), ff_commitment_status_title (status));
  return choices;
}

/* Each kept by the employee number. */
static GPtrArray *
list_trainees (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (GPtrArray) enrolments = ff_enrolment_store_of_run (db, run_id, TRUE, error);
  GPtrArray *choices;

  if (enrolments == NULL)
    return NULL;
  choices = ff_choices_new ();
  for (guint i = 0; i < enrolments->len; i++)
    {
      const FfEnrolment *enrolment = g_ptr_array_index (enrolments, i);

      ff_editors_add_choice (choices, enrolment->employee_no, enrolment->name);
    }
  return choices;
}

/* @context: the class; only asked for trainees of a new one. */
static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  if (g_str_equal (field, "kind"))
    return list_kinds ();
  return g_str_equal (field, "status") ? list_statuses () : list_trainees (db, context, error);
}

/* Nothing in a field of a new one leaves it to what is usual. */
static const char *
get_or_usual (FfEditorValues *values, const char *field)
{
  const char *text = ff_editor_values_get (values, field);

  return text != NULL && *text != '\0' ? text : NULL;
}

/* The commitment of one person ------------------------------------------------------------------------------------ */

static const FfEditorField edit_fields[] = {
  { "title", N_("What"), FF_FIELD_TEXT, TRUE },
  { "kind", N_("Kind"), FF_FIELD_CHOICE, FALSE },
  { "status", N_("State"), FF_FIELD_CHOICE, FALSE },
  { "due_on", N_("Due On"), FF_FIELD_DATE, FALSE },
  { "mentor", N_("Mentor"), FF_FIELD_TEXT, FALSE },
  { "evidence", N_("Evidence or Result"), FF_FIELD_PARAGRAPH, FALSE },
  { "submitted_on", N_("Handed In On"), FF_FIELD_DATE, FALSE },
  { "applied_on", N_("Applied On"), FF_FIELD_DATE, FALSE },
  { "verified_on", N_("Verified On"), FF_FIELD_DATE, FALSE },
  { "verified_by", N_("Verified By"), FF_FIELD_TEXT, FALSE },
  { "starts_on", N_("First Day of the Seven"), FF_FIELD_DATE, FALSE },
  { "daily_target", N_("Cases a Day (Empty: 3)"), FF_FIELD_NUMBER, FALSE },
  { "note", N_("Note"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfCommitmentDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .kind = ff_editor_values_get (values, "kind"),
    .status = ff_editor_values_get (values, "status"),
    .due_on = ff_editor_values_get (values, "due_on"),
    .mentor = ff_editor_values_get (values, "mentor"),
    .evidence = ff_editor_values_get (values, "evidence"),
    .submitted_on = ff_editor_values_get (values, "submitted_on"),
    .applied_on = ff_editor_values_get (values, "applied_on"),
    .verified_on = ff_editor_values_get (values, "verified_on"),
    .verified_by = ff_editor_values_get (values, "verified_by"),
    .starts_on = ff_editor_values_get (values, "starts_on"),
    .daily_target = ff_editor_values_get (values, "daily_target"),
    .note = ff_editor_values_get (values, "note"),
    .dated = TRUE,
  };

  return ff_commitments_put (db, id, &draft, new_id, error);
}

static void
set_day (FfEditorValues *values, const char *field, FfDay day)
{
  g_autofree char *text = day != FF_NO_DAY ? ff_day_format (day) : NULL;

  ff_editor_values_set (values, field, text);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfCommitment) commitment = ff_commitments_read (db, id, error);
  g_autofree char *target = NULL;

  if (commitment == NULL)
    return FALSE;
  target = commitment->daily_target > 0 ? g_strdup_printf ("%d", commitment->daily_target) : NULL;
  ff_editor_values_set (values, "title", commitment->title);
  ff_editor_values_set (values, "kind", ff_commitment_kind_to_key (commitment->kind));
  ff_editor_values_set (values, "status", ff_commitment_status_to_key (commitment->status));
  set_day (values, "due_on", commitment->due_on);
  ff_editor_values_set (values, "mentor", commitment->mentor);
  ff_editor_values_set (values, "evidence", commitment->evidence);
  set_day (values, "submitted_on", commitment->submitted_on);
  set_day (values, "applied_on", commitment->applied_on);
  set_day (values, "verified_on", commitment->verified_on);
  ff_editor_values_set (values, "verified_by", commitment->verified_by);
  set_day (values, "starts_on", commitment->starts_on);
  ff_editor_values_set (values, "daily_target", target);
  ff_editor_values_set (values, "note", commitment->note);
  return TRUE;
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_commitments_delete (db, &id, 1, error);
}

const FfEditorKind ff_commitment_editor = {
  .new_title = N_("Commitment"),
  .edit_title = N_("Commitment"),
  .new_label = N_("Change a commitment"),
  .edit_label = N_("Change a commitment"),
  .fields = edit_fields,
  .n_fields = G_N_ELEMENTS (edit_fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Commitment"),
  .deleted = N_("Commitment deleted"),
};

/* A new one ---------------------------------------------------------------------------------------------------------- */

static const FfEditorField new_fields[] = {
  { "employee_no", N_("Trainee"), FF_FIELD_CHOICE, TRUE },
  { "kind", N_("Kind"), FF_FIELD_CHOICE, FALSE },
  { "title", N_("What"), FF_FIELD_TEXT, TRUE },
  { "status", N_("State"), FF_FIELD_CHOICE, FALSE },
  { "due_on", N_("Due On (Empty: As Usual for Its Kind)"), FF_FIELD_DATE, FALSE },
  { "mentor", N_("Mentor (Empty: The Trainee's)"), FF_FIELD_TEXT, FALSE },
  { "starts_on", N_("First Day of the Seven"), FF_FIELD_DATE, FALSE },
};

static FfPut
put_new (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, context, error);
  FfCommitmentDraft draft = {
    .employee_no = ff_editor_values_get (values, "employee_no"),
    .title = ff_editor_values_get (values, "title"),
    .kind = ff_editor_values_get (values, "kind"),
    .status = ff_editor_values_get (values, "status"),
    .due_on = get_or_usual (values, "due_on"),
    .mentor = get_or_usual (values, "mentor"),
    .starts_on = ff_editor_values_get (values, "starts_on"),
    .dated = TRUE,
  };

  if (run == NULL)
    return FF_PUT_REFUSED;
  draft.run = run->code;
  return ff_commitments_put (db, id, &draft, new_id, error);
}

static gboolean
load_new (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  ff_editor_values_set (values, "kind", ff_commitment_kind_to_key (FF_COMMITMENT_MICRO_PLAN));
  ff_editor_values_set (values, "status", ff_commitment_status_to_key (FF_COMMITMENT_PLANNED));
  return TRUE;
}

const FfEditorKind ff_new_commitment_editor = {
  .new_title = N_("New Commitment"),
  .edit_title = N_("New Commitment"),
  .new_label = N_("Add a commitment"),
  .edit_label = N_("Add a commitment"),
  .fields = new_fields,
  .n_fields = G_N_ELEMENTS (new_fields),
  .put = put_new,
  .load = load_new,
  .choices = choices,
};

/* One for everybody --------------------------------------------------------------------------------------------------- */

static const FfEditorField owe_fields[] = {
  { "kind", N_("Kind"), FF_FIELD_CHOICE, FALSE },
  { "title", N_("What"), FF_FIELD_TEXT, TRUE },
  { "due_on", N_("Due On (Empty: As Usual for Its Kind)"), FF_FIELD_DATE, FALSE },
  { "starts_on", N_("First Day of the Seven"), FF_FIELD_DATE, FALSE },
  { "daily_target", N_("Cases a Day (Empty: 3)"), FF_FIELD_NUMBER, FALSE },
};

static FfPut
put_owed (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfCommitmentDraft draft = {
    .kind = ff_editor_values_get (values, "kind"),
    .title = ff_editor_values_get (values, "title"),
    .due_on = get_or_usual (values, "due_on"),
    .starts_on = ff_editor_values_get (values, "starts_on"),
    .daily_target = ff_editor_values_get (values, "daily_target"),
  };
  guint n;

  if (!ff_commitments_owe (db, context, &draft, &n, error))
    return FF_PUT_REFUSED;
  if (n > 0)
    return FF_PUT_NEW;
  ff_put_set_error (error, FF_ERROR_EXISTS, "kind", _("Everybody in this class has a commitment of this kind already."));
  return FF_PUT_REFUSED;
}

static gboolean
load_owed (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  ff_editor_values_set (values, "kind", ff_commitment_kind_to_key (FF_COMMITMENT_MICRO_PLAN));
  ff_editor_values_set (values, "title", ff_commitment_kind_title (FF_COMMITMENT_MICRO_PLAN));
  return TRUE;
}

/* What it is called follows from its kind until somebody writes another title. */
static void
suggest_title (FfDb *db, const char *field, const char *text, FfEditorValues *suggestions)
{
  FfCommitmentKind kind;

  if (g_str_equal (field, "kind") && ff_commitment_kind_parse (text, &kind))
    ff_editor_values_set (suggestions, "title", ff_commitment_kind_title (kind));
}

const FfEditorKind ff_owed_commitment_editor = {
  .new_title = N_("Ask Everybody for a Commitment"),
  .edit_title = N_("Ask Everybody for a Commitment"),
  .new_label = N_("Ask everybody for a commitment"),
  .edit_label = N_("Ask everybody for a commitment"),
  .fields = owe_fields,
  .n_fields = G_N_ELEMENTS (owe_fields),
  .put = put_owed,
  .load = load_owed,
  .choices = choices,
  .suggest = suggest_title,
  .confirm_label = N_("_Ask Everybody"),
};
