/* What a class is to hand in, and one edition that was handed in. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-assignments.h"
#include "ff-number.h"
#include "ff-submissions.h"

/* Date and clock of one field of the use case, "" without a date; @usual stands for a clock that nobody gave. */
static char *
compose (FfEditorValues *values, const char *usual)
{
  const char *day = ff_editor_values_get (values, "day"), *clock = ff_editor_values_get (values, "clock");

  if (day == NULL || *day == '\0')
    return g_strdup ("");
  return g_strconcat (day, " ", clock != NULL && *clock != '\0' ? clock : usual, NULL);
}

static void
decompose (FfMinute time, FfEditorValues *values)
{
  g_autofree char *text = time != FF_NO_TIME ? ff_time_format (time) : NULL;

  if (text == NULL)
    return;
  text[10] = '\0';
  ff_editor_values_set (values, "day", text);
  ff_editor_values_set (values, "clock", text + 11);
}

/* The form shows @field of the use case as a day. */
static void
rename_field (const char *field, GError **error)
{
  if (error != NULL && *error != NULL && g_strcmp0 (ff_put_error_field (*error), field) == 0)
    ff_error_set_field (*error, "day");
}

/* Assignments --------------------------------------------------------------------------------------------------- */

static const FfEditorField assignment_fields[] = {
  { "title", N_("What Is Handed In"), FF_FIELD_TEXT, TRUE },
  { "day", N_("Due On"), FF_FIELD_DATE, FALSE },
  { "clock", N_("Until (or the End of the Day)"), FF_FIELD_TIME, FALSE },
  { "max", N_("Highest Mark (Empty: Not Marked)"), FF_FIELD_NUMBER, FALSE },
  { "by_team", N_("Handed In by Teams"), FF_FIELD_SWITCH, FALSE },
  { "note", N_("Note"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put_assignment (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  g_autofree char *due_at = compose (values, "23:59");
  FfAssignmentDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .by_team = ff_editor_values_get (values, "by_team"),
    .due_at = due_at,
    .max = ff_editor_values_get (values, "max"),
    .note = ff_editor_values_get (values, "note"),
  };
  FfPut result = ff_assignments_put (db, context, id, &draft, new_id, error);

  if (result == FF_PUT_REFUSED)
    rename_field ("due_at", error);
  return result;
}

static gboolean
load_assignment (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfAssignment) assignment = NULL;
  g_autofree char *max = NULL;

  if (id == 0)
    return TRUE;
  assignment = ff_assignments_read (db, id, error);
  if (assignment == NULL)
    return FALSE;
  max = assignment->max >= 0 ? ff_hundredths_format (assignment->max) : NULL;
  ff_editor_values_set (values, "title", assignment->title);
  decompose (assignment->due_at, values);
  ff_editor_values_set (values, "max", max);
  ff_editor_values_set (values, "by_team", assignment->by_team ? "1" : "0");
  ff_editor_values_set (values, "note", assignment->note);
  return TRUE;
}

static gboolean
delete_assignment (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_assignments_delete (db, id, error);
}

const FfEditorKind ff_assignment_editor = {
  .new_title = N_("New Assignment"),
  .edit_title = N_("Assignment"),
  .new_label = N_("Add an assignment"),
  .edit_label = N_("Change an assignment"),
  .fields = assignment_fields,
  .n_fields = G_N_ELEMENTS (assignment_fields),
  .put = put_assignment,
  .load = load_assignment,
  .delete = delete_assignment,
  .delete_label = N_("Delete Assignment"),
  .deleted = N_("Assignment deleted"),
};

/* Hand-ins ------------------------------------------------------------------------------------------------------ */

static const FfEditorField submission_fields[] = {
  { "edition", N_("Edition"), FF_FIELD_TEXT, TRUE },
  { "day", N_("Handed In On"), FF_FIELD_DATE, TRUE },
  { "clock", N_("At"), FF_FIELD_TIME, FALSE },
  { "score", N_("Mark"), FF_FIELD_NUMBER, FALSE },
  { "note", N_("Note"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put_submission (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  g_autofree char *handed_in_at = compose (values, "00:00");
  FfSubmissionDraft draft = {
    .edition = ff_editor_values_get (values, "edition"),
    .handed_in_at = handed_in_at,
    .score = ff_editor_values_get (values, "score"),
    .note = ff_editor_values_get (values, "note"),
  };
  FfPut result = ff_submissions_put (db, id, &draft, error);

  if (result == FF_PUT_REFUSED)
    rename_field ("handed_in_at", error);
  *new_id = id;
  return result;
}

static gboolean
load_submission (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfSubmission) submission = ff_submissions_read (db, id, error);
  g_autofree char *score = NULL;

  if (submission == NULL)
    return FALSE;
  score = submission->score >= 0 ? ff_hundredths_format (submission->score) : NULL;
  ff_editor_values_set (values, "edition", submission->edition);
  decompose (submission->handed_in_at, values);
  ff_editor_values_set (values, "score", score);
  ff_editor_values_set (values, "note", submission->note);
  return TRUE;
}

static gboolean
delete_submission (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_submissions_delete (db, id, error);
}

const FfEditorKind ff_submission_editor = {
  .new_title = N_("What Was Handed In"),
  .edit_title = N_("What Was Handed In"),
  .new_label = N_("Record what was handed in"),
  .edit_label = N_("Change what was handed in"),
  .fields = submission_fields,
  .n_fields = G_N_ELEMENTS (submission_fields),
  .put = put_submission,
  .load = load_submission,
  .delete = delete_submission,
  .delete_label = N_("Delete This Edition"),
  .deleted = N_("Edition deleted"),
};
