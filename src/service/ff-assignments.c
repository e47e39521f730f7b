#include "config.h"

#include "ff-assignments.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-deliverable-store.h"
#include "ff-number.h"
#include "ff-runs.h"
#include "ff-take.h"

FfAssignment *
ff_assignments_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfAssignment *assignment = ff_assignment_store_read (db, id, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (assignment == NULL)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This assignment does not exist any more."));
  return assignment;
}

GPtrArray *
ff_assignments_of_run (FfDb *db, gint64 run_id, GError **error)
{
  return ff_assignment_store_of_run (db, run_id, error);
}

/* Putting --------------------------------------------------------------------------------------------------------- */

static gboolean
take_by_team (FfDb *db, FfAssignment *assignment, const char *text, gboolean *changed, GError **error)
{
  gboolean by_team = assignment->by_team, other = FALSE;
  int n;

  if (!ff_take_yes_no (&by_team, text, "by_team", &other, error))
    return FALSE;
  if (!other)
    return TRUE;
  n = assignment->id != 0 ? ff_assignment_store_count_submissions (db, assignment->id, error) : 0;
  if (n == 0)
    {
      assignment->by_team = by_team;
      *changed = TRUE;
    }
  else if (n > 0)
    ff_put_set_error (error, FF_ERROR_INVALID, "by_team",
                      _("Something was handed in already: who hands in cannot be changed any more. Add another assignment instead."));
  return n == 0;
}

static gboolean
take_due (FfAssignment *assignment, const char *text, gboolean *changed, GError **error)
{
  if (text == NULL || *text != '\0')
    return ff_take_time (&assignment->due_at, text, "due_at", changed, error);
  *changed = *changed || assignment->due_at != FF_NO_TIME;
  assignment->due_at = FF_NO_TIME;
  return TRUE;
}

static gboolean
take_max (FfDb *db, FfAssignment *assignment, const char *text, gboolean *changed, GError **error)
{
  gint64 max = assignment->max, highest;
  g_autofree char *given = NULL;
  gboolean other = FALSE;

  if (!ff_take_hundredths (&max, text, "max", &other, error))
    return FALSE;
  if (!other)
    return TRUE;
  if (max == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "max", _("Write a maximum above 0, or nothing when it is not marked."));
      return FALSE;
    }
  highest = assignment->id != 0 ? ff_assignment_store_highest_score (db, assignment->id, error) : -1;
  if (highest < -1)
    return FALSE;
  if (highest > max)
    {
      given = ff_hundredths_format (highest);
      ff_put_set_error (error, FF_ERROR_INVALID, "max", _("A mark of %s was given already: the maximum cannot be less."), given);
      return FALSE;
    }
  assignment->max = max;
  *changed = TRUE;
  return TRUE;
}

static FfAssignment *
assignment_new (gint64 run_id)
{
  FfAssignment *assignment = g_new0 (FfAssignment, 1);

  assignment->run_id = run_id;
  assignment->due_at = FF_NO_TIME;
  assignment->max = -1;
  return assignment;
}

FfPut
ff_assignments_put (FfDb *db, gint64 run_id, gint64 id, const FfAssignmentDraft *draft, gint64 *new_id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Change an assignment"), error);
  g_autoptr (FfAssignment) assignment = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (batch == NULL)
    return FF_PUT_REFUSED;
  assignment = id != 0 ? ff_assignments_read (db, id, error) : assignment_new (run_id);
  if (assignment == NULL || !ff_take_line (&assignment->title, draft->title, FF_TAKE_LINE_MAX, "title", &changed, error)
      || !take_by_team (db, assignment, draft->by_team, &changed, error) || !take_due (assignment, draft->due_at, &changed, error)
      || !take_max (db, assignment, draft->max, &changed, error)
      || !ff_take_text (&assignment->note, draft->note, "note", &changed, error))
    return FF_PUT_REFUSED;
  if (assignment->title == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _("Say what is to be handed in, for example “Experience script”."));
      return FF_PUT_REFUSED;
    }
  if (!(id == 0 ? ff_assignment_store_insert (db, assignment, error)
                : !changed || ff_assignment_store_update (db, assignment, error))
      || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  if (new_id != NULL)
    *new_id = assignment->id;
  return id == 0 ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_assignments_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Delete an assignment"), error);

  return batch != NULL && ff_assignment_store_delete (db, id, error) && ff_batch_commit (g_steal_pointer (&batch), error);
}

static int
find_place (const GPtrArray *list, gint64 id)
{
  for (guint i = 0; i < list->len; i++)
    if (((const FfAssignment *) g_ptr_array_index (list, i))->id == id)
      return (int) i;
  return -1;
}

gboolean
ff_assignments_move (FfDb *db, gint64 run_id, gint64 id, int position, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Reorder assignments"), error);
  g_autoptr (GPtrArray) list = batch != NULL ? ff_assignment_store_of_run (db, run_id, error) : NULL;
  int place = list != NULL ? find_place (list, id) : -1;

  if (list == NULL)
    return FALSE;
  if (place >= 0)
    g_ptr_array_insert (list, CLAMP (position, 0, (int) list->len - 1), g_ptr_array_steal_index (list, (guint) place));
  for (guint i = 0; i < list->len; i++)
    {
      FfAssignment *assignment = g_ptr_array_index (list, i);

      if (assignment->position == (int) i + 1)
        continue;
      assignment->position = (int) i + 1;
      if (!ff_assignment_store_update (db, assignment, error))
        return FALSE;
    }
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

/* From the course --------------------------------------------------------------------------------------------------- */

static gboolean
is_listed (const GPtrArray *assignments, const char *title)
{
  for (guint i = 0; i < assignments->len; i++)
    if (strcmp (((const FfAssignment *) g_ptr_array_index (assignments, i))->title, title) == 0)
      return TRUE;
  return FALSE;
}

/* FfDeliverable that the class does not ask for yet; of the editions of a title the newest, which is the last. */
static GPtrArray *
list_missing (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);
  g_autoptr (GPtrArray) deliverables = run != NULL ? ff_deliverable_store_list (db, run->course_id, error) : NULL;
  g_autoptr (GPtrArray) assignments = deliverables != NULL ? ff_assignment_store_of_run (db, run_id, error) : NULL;

  if (assignments == NULL)
    return NULL;
  for (guint i = deliverables->len; i-- > 0;)
    {
      const FfDeliverable *one = g_ptr_array_index (deliverables, i);
      const FfDeliverable *next = i + 1 < deliverables->len ? g_ptr_array_index (deliverables, i + 1) : NULL;

      if (is_listed (assignments, one->title) || (next != NULL && strcmp (one->title, next->title) == 0))
        g_ptr_array_remove_index (deliverables, i);
    }
  return g_steal_pointer (&deliverables);
}

int
ff_assignments_count_to_take_over (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (GPtrArray) missing = list_missing (db, run_id, error);

  return missing != NULL ? (int) missing->len : -1;
}

gboolean
ff_assignments_take_over (FfDb *db, gint64 run_id, guint *n, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Take over the course's deliverables"), error);
  g_autoptr (GPtrArray) missing = batch != NULL ? list_missing (db, run_id, error) : NULL;

  if (missing == NULL)
    return FALSE;
  for (guint i = 0; i < missing->len; i++)
    {
      const FfDeliverable *deliverable = g_ptr_array_index (missing, i);
      g_autoptr (FfAssignment) assignment = assignment_new (run_id);

      assignment->deliverable_id = deliverable->id;
      assignment->title = g_strdup (deliverable->title);
      assignment->note = g_strdup (deliverable->note);
      if (!ff_assignment_store_insert (db, assignment, error))
        return FALSE;
    }
  if (n != NULL)
    *n = missing->len;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

gboolean
ff_assignments_copy (FfDb *db, gint64 from, gint64 to, gint64 minutes, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Copy assignments"), error);
  g_autoptr (GPtrArray) assignments = batch != NULL ? ff_assignment_store_of_run (db, from, error) : NULL;

  if (assignments == NULL)
    return FALSE;
  for (guint i = 0; i < assignments->len; i++)
    {
      FfAssignment *assignment = g_ptr_array_index (assignments, i);

      assignment->run_id = to;
      if (assignment->due_at != FF_NO_TIME)
        assignment->due_at += minutes;
      if (!ff_assignment_store_insert (db, assignment, error))
        return FALSE;
    }
  return ff_batch_commit (g_steal_pointer (&batch), error);
}
