#include "config.h"

#include "ff-commitment-dues.h"

#include <glib/gi18n-lib.h>

#include "ff-mark-dues.h"
#include "ff-register.h"
#include "ff-take.h"

gboolean
ff_commitment_dues_is_missing (const FfClassFigures *figures, const FfClassTrainee *trainee, guint component)
{
  const FfComponent *leaf;

  g_return_val_if_fail (figures != NULL && trainee != NULL && component < ff_scheme_length (figures->scheme), FALSE);

  leaf = ff_scheme_get (figures->scheme, component);
  return leaf->leaf && leaf->source == FF_SOURCE_COMMITMENT && trainee->committed_by[component] != FF_NO_DAY
         && trainee->committed_by[component] < ff_time_day (figures->now) && ff_mark_dues_is_missing (trainee, component);
}

guint
ff_commitment_dues_count (const FfClassFigures *figures, guint component)
{
  guint n = 0;

  for (guint i = 0; i < figures->trainees->len; i++)
    n += ff_commitment_dues_is_missing (figures, g_ptr_array_index (figures->trainees, i), component) ? 1 : 0;
  return n;
}

int
ff_commitment_dues_find (const FfClassFigures *figures)
{
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    if (ff_commitment_dues_count (figures, i) > 0)
      return (int) i;
  return -1;
}

static int
find_leaf (const FfClassFigures *figures, gint64 component_id, GError **error)
{
  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    if (ff_scheme_get (figures->scheme, i)->id == component_id)
      return (int) i;
  g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("The class's scheme does not have this component any more."));
  return -1;
}

static gboolean
confirm_one (FfDb *db, const FfClassFigures *figures, const FfClassTrainee *trainee, guint component, const char *reason, GError **error)
{
  FfScoreDraft draft = {
    .run = figures->run->code,
    .employee_no = trainee->employee_no,
    .component = ff_scheme_get (figures->scheme, component)->key,
    .score = "0",
    .reason = reason,
    .scheme = figures->scheme,
  };

  return ff_marking_put (db, &draft, error) != FF_PUT_REFUSED;
}

gboolean
ff_commitment_dues_confirm (FfDb *db, gint64 run_id, gint64 component_id, const char *reason, guint *n, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _("Confirm missing commitments as 0"), error);
  g_autoptr (FfClassFigures) figures = batch != NULL ? ff_class_figures_read (db, run_id, ff_time_now (), error) : NULL;
  int component = figures != NULL ? find_leaf (figures, component_id, error) : -1;
  g_autofree char *line = NULL;
  gboolean changed = FALSE;
  guint confirmed = 0;

  if (component < 0 || !ff_take_line (&line, reason, FF_TAKE_LINE_MAX, "reason", &changed, error))
    return FALSE;
  if (line == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "reason", _("Say why the missing ones count as 0."));
      return FALSE;
    }
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      if (!ff_commitment_dues_is_missing (figures, trainee, (guint) component))
        continue;
      if (!confirm_one (db, figures, trainee, (guint) component, line, error))
        return FALSE;
      confirmed++;
    }
  if (n != NULL)
    *n = confirmed;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}
