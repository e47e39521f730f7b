/* Attempts at a leaf: which ones wait for their marks, and how they come and go. */
#include "config.h"

#include "ff-scores-model-private.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"

static FfOpenAttempt *
find_open (FfScoresModel *self, const FfClassTrainee *trainee, int component, guint *index)
{
  gint64 component_id = ff_scores_model_component_at (self, component)->id;

  for (guint i = 0; i < self->open_attempts->len; i++)
    {
      FfOpenAttempt *open = &g_array_index (self->open_attempts, FfOpenAttempt, i);

      if (open->enrolment_id != trainee->enrolment_id || open->component_id != component_id)
        continue;
      *index = i;
      return open;
    }

  return NULL;
}

int
ff_scores_model_get_open_attempt (FfScoresModel *self, const FfClassTrainee *trainee, int component)
{
  const FfOpenAttempt *open;
  guint index;

  g_return_val_if_fail (FF_IS_SCORES_MODEL (self), 0);

  open = find_open (self, trainee, component, &index);

  return open != NULL ? open->attempt : 0;
}

FfScoreSource
ff_scores_model_find_source (FfScoresModel *self, const FfClassTrainee *trainee, int component, int criterion)
{
  int open = ff_scores_model_get_open_attempt (self, trainee, component);

  if (open > 0)
    return (FfScoreSource) { .attempt = open, .rater = "" };

  return ff_scores_text_find_source (trainee, component, criterion);
}

void
ff_scores_model_close_attempt (FfScoresModel *self, const FfClassTrainee *trainee, int component)
{
  guint index;

  if (find_open (self, trainee, component, &index) != NULL)
    g_array_remove_index (self->open_attempts, index);
}

static gboolean
has_marks (const FfClassTrainee *trainee, int component)
{
  for (guint i = 0; i < trainee->marks->len; i++)
    {
      if (g_array_index (trainee->marks, FfStoredMark, i).component == component)
        return TRUE;
    }

  return FALSE;
}

void
ff_scores_model_prune_attempts (FfScoresModel *self)
{
  const FfClassFigures *figures = ff_scores_model_figures (self);

  for (guint i = self->open_attempts->len; i > 0; i--)
    {
      const FfOpenAttempt *open = &g_array_index (self->open_attempts, FfOpenAttempt, i - 1);
      const FfClassTrainee *trainee = figures != NULL ? ff_class_model_find_trainee (FF_CLASS_MODEL (self), open->enrolment_id) : NULL;
      gboolean waits = FALSE;

      for (guint c = 0; trainee != NULL && c < ff_scheme_length (figures->scheme); c++)
        {
          if (ff_scheme_get (figures->scheme, c)->id == open->component_id)
            waits = has_marks (trainee, (int) c) && ff_scores_text_find_source (trainee, (int) c, -1).attempt < open->attempt;
        }
      if (!waits)
        g_array_remove_index (self->open_attempts, i - 1);
    }
}

/* FALSE where there is nothing that could be tried again. */
static gboolean
open_attempt (FfScoresModel *self, const FfClassTrainee *trainee, int component)
{
  FfOpenAttempt open = { trainee->enrolment_id, ff_scores_model_component_at (self, component)->id,
                         ff_scores_text_find_source (trainee, component, -1).attempt + 1 };

  if (trainee->exempt[component] || !has_marks (trainee, component) ||
      ff_scores_model_get_open_attempt (self, trainee, component) > 0)
    return FALSE;

  g_array_append_val (self->open_attempts, open);

  return TRUE;
}

static void
tell_all_changed (FfScoresModel *self)
{
  ff_grid_model_cells_changed (FF_GRID_MODEL (self), 0, ff_grid_model_get_n_rows (FF_GRID_MODEL (self)));
}

guint
ff_scores_model_open_attempts (FfScoresModel *self, const FfGridBlock *block)
{
  guint n = 0;

  g_return_val_if_fail (FF_IS_SCORES_MODEL (self), 0);

  for (int row = block->first_row; row <= block->last_row; row++)
    for (int column = block->first_column; column <= block->last_column; column++)
      {
        int component = ff_scores_model_get_component (self, column);

        n += component >= 0 && open_attempt (self, ff_scores_model_trainee (self, row), component) ? 1 : 0;
      }
  if (n > 0)
    tell_all_changed (self);

  return n;
}

guint
ff_scores_model_open_failed (FfScoresModel *self, int component, int *first_row)
{
  double pass_mark = ff_hundredths_to_double (ff_scores_model_figures (self)->scheme->pass_mark);
  guint n = 0;

  g_return_val_if_fail (FF_IS_SCORES_MODEL (self), 0);

  *first_row = -1;
  for (int row = 0; row < ff_grid_model_get_n_rows (FF_GRID_MODEL (self)); row++)
    {
      const FfClassTrainee *trainee = ff_scores_model_trainee (self, row);
      const FfLeafResult *leaf = &trainee->result.leaves[component];

      if (!leaf->assessed || leaf->percent >= pass_mark - FF_TOLERANCE || !open_attempt (self, trainee, component))
        continue;
      *first_row = *first_row < 0 ? row : *first_row;
      n++;
    }
  if (n > 0)
    tell_all_changed (self);

  return n;
}

static void
add_deletion (FfScoresModel *self, const FfClassTrainee *trainee, int component, GArray *entries)
{
  FfScoreEntry entry = { .enrolment_id = trainee->enrolment_id,
                         .component_id = ff_scores_model_component_at (self, component)->id,
                         .attempt = ff_scores_text_find_source (trainee, component, -1).attempt,
                         .change = FF_SCORE_DROP_ATTEMPT };

  /* The criteria of a rubric have columns of their own, and one attempt together. */
  for (guint i = 0; i < entries->len; i++)
    {
      const FfScoreEntry *other = &g_array_index (entries, FfScoreEntry, i);

      if (other->enrolment_id == entry.enrolment_id && other->component_id == entry.component_id)
        return;
    }
  if (entry.attempt > 1)
    g_array_append_val (entries, entry);
}

void
ff_scores_model_delete_attempts (FfScoresModel *self, const FfGridBlock *block)
{
  g_autoptr (GArray) entries = ff_scores_model_new_entries ();
  g_autofree char *label = NULL, *said = NULL;

  g_return_if_fail (FF_IS_SCORES_MODEL (self));

  for (int row = block->first_row; row <= block->last_row; row++)
    for (int column = block->first_column; column <= block->last_column; column++)
      {
        const FfClassTrainee *trainee = ff_scores_model_trainee (self, row);
        int component = ff_scores_model_get_component (self, column);

        if (component < 0)
          continue;
        if (ff_scores_model_get_open_attempt (self, trainee, component) > 0)
          ff_scores_model_close_attempt (self, trainee, component);
        else
          add_deletion (self, trainee, component, entries);
      }
  if (entries->len == 0)
    {
      tell_all_changed (self);
      return;
    }

  label = entries->len == 1
              ? g_strdup_printf (_("Delete attempt %d of %s"), g_array_index (entries, FfScoreEntry, 0).attempt,
                                 ff_class_model_find_trainee (FF_CLASS_MODEL (self), g_array_index (entries, FfScoreEntry, 0).enrolment_id)->name)
              : g_strdup_printf (ngettext ("Delete %u attempt", "Delete %u attempts", entries->len), entries->len);
  said = g_strdup_printf (ngettext ("%u attempt deleted", "%u attempts deleted", entries->len), entries->len);
  ff_class_model_enter (FF_CLASS_MODEL (self), label, entries, said);
}
