#include "config.h"

#include "ff-settling.h"

#include "ff-number.h"
#include "ff-take.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The guard ---------------------------------------------------------------------------------------------------- */

gboolean
ff_settling_check_open (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FfSettlement) settlement = ff_settlement_store_read (db, run_id, &local_error);
  g_autofree char *since = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (settlement == NULL)
    return TRUE;
  since = ff_time_format (settlement->settled_at);
  /* Translators: a date and a time */
  g_set_error (error, FF_ERROR, FF_ERROR_SETTLED,
               _ ("The results are settled since %s; reopen them to change a mark."), since);
  return FALSE;
}

gboolean
ff_settling_check_enrolment_open (FfDb *db, gint64 enrolment_id, GError **error)
{
  gint64 run_id = ff_settlement_store_find_run (db, enrolment_id, error);

  return run_id >= 0 && (run_id == 0 || ff_settling_check_open (db, run_id, error));
}

/* What is in the way ------------------------------------------------------------------------------------------- */

gboolean
ff_settling_is_in_the_way (const FfClassTrainee *trainee)
{
  return trainee->result.provisional && !trainee->disqualified;
}

GArray *
ff_settling_list_missing (const FfClassFigures *figures, const FfClassTrainee *trainee)
{
  GArray *missing = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (figures->scheme, i);
      const FfLeafResult *leaf = &trainee->result.leaves[i];

      if (component->leaf && component->share > 0 && !leaf->assessed && !leaf->exempt)
        g_array_append_val (missing, i);
    }
  return missing;
}

char *
ff_settling_describe_missing (const FfClassFigures *figures, const FfClassTrainee *trainee)
{
  g_autoptr (GArray) missing = ff_settling_list_missing (figures, trainee);
  GString *list = g_string_new (NULL);

  /* Nothing can be missing and the total still unknown: everything is exempt. */
  if (missing->len == 0)
    g_string_append (list, _ ("a mark that counts"));
  for (guint i = 0; i < missing->len; i++)
    {
      if (i > 0)
        /* Translators: between the members of a list */
        g_string_append (list, C_ ("list", ", "));
      g_string_append (list, ff_scheme_get (figures->scheme, g_array_index (missing, guint, i))->title);
    }
  return g_string_free (list, FALSE);
}

/* Settling ------------------------------------------------------------------------------------------------------ */

static const FfLeftOut *
find_left_out (const FfLeftOut *left_out, gsize n, gint64 enrolment_id)
{
  for (gsize i = 0; i < n; i++)
    if (left_out[i].enrolment_id == enrolment_id)
      return &left_out[i];
  return NULL;
}

/* Why somebody is left out, cleaned; @reason NULL when nobody is. */
static gboolean
take_reason (const FfClassFigures *figures, const FfClassTrainee *trainee, const FfLeftOut *left_out, char **reason, GError **error)
{
  gboolean changed = FALSE;

  if (left_out == NULL && !ff_settling_is_in_the_way (trainee))
    return TRUE;
  if (left_out == NULL)
    {
      g_autofree char *missing = ff_settling_describe_missing (figures, trainee);

      /* Translators: a person, and what of his is not assessed yet */
      ff_put_set_error (error, FF_ERROR_INVALID, "left_out",
                        _ ("%s is provisional and lacks %s: enter it, or leave this trainee out for a reason."), trainee->name, missing);
      return FALSE;
    }
  if (!ff_settling_is_in_the_way (trainee))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "left_out", _ ("Everything of %s is assessed by now: do not leave this trainee out."),
                        trainee->name);
      return FALSE;
    }
  if (!ff_take_line (reason, left_out->reason, FF_TAKE_LINE_MAX, "left_out", &changed, error))
    return FALSE;
  if (*reason == NULL)
    ff_put_set_error (error, FF_ERROR_INVALID, "left_out", _ ("Write why %s is left out."), trainee->name);
  return *reason != NULL;
}

static gboolean
settle_trainee (FfDb *db, const FfClassFigures *figures, const FfSettlement *settlement, const FfClassTrainee *trainee,
                const FfLeftOut *left_out, GError **error)
{
  g_autofree char *reason = NULL;
  FfSettledResult result = {
    .enrolment_id = trainee->enrolment_id,
    .total = trainee->result.known && !trainee->result.provisional ? (gint64) llround (trainee->result.total * 100) : -1,
    .passed = trainee->passed,
    .rank = trainee->rank,
    .award = trainee->award,
  };

  if (!take_reason (figures, trainee, left_out, &reason, error))
    return FALSE;
  result.left_out = reason;
  return ff_settlement_store_insert_result (db, settlement->id, &result, error);
}

static gboolean
check_class (const FfClassFigures *figures, GError **error)
{
  if (figures->run->cancelled)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, _ ("The class is cancelled, so that there are no results to settle."));
  else if (figures->trainees->len == 0)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, _ ("Nobody is enrolled in this class, so that there are no results to settle."));
  else
    return TRUE;
  return FALSE;
}

gboolean
ff_settling_settle (FfDb *db, gint64 run_id, const FfLeftOut *left_out, gsize n, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Settle the results of a class"), error);
  g_autoptr (FfClassFigures) figures = NULL;
  FfSettlement settlement = { .run_id = run_id, .settled_at = ff_time_now () };
  gboolean inserted;

  if (batch == NULL || !ff_settling_check_open (db, run_id, error))
    return FALSE;
  figures = ff_class_figures_read (db, run_id, settlement.settled_at, error);
  if (figures == NULL || !check_class (figures, error))
    return FALSE;
  settlement.ranked = (int) figures->ranked;
  settlement.awards = (int) figures->award_count;
  inserted = ff_settlement_store_insert (db, &settlement, error);
  g_free (settlement.settled_by);
  if (!inserted)
    return FALSE;
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      if (!settle_trainee (db, figures, &settlement, trainee, find_left_out (left_out, n, trainee->enrolment_id), error))
        return FALSE;
    }
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

gboolean
ff_settling_reopen (FfDb *db, gint64 run_id, const char *reason, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Reopen the results of a class"), error);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (FfSettlement) settlement = NULL;
  g_autofree char *line = NULL;
  gboolean changed = FALSE;

  if (batch == NULL || !ff_take_line (&line, reason, FF_TAKE_LINE_MAX, "reason", &changed, error))
    return FALSE;
  if (line == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "reason", _ ("Settled results are reopened for a reason; write why."));
      return FALSE;
    }
  settlement = ff_settlement_store_read (db, run_id, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (settlement != NULL && !ff_settlement_store_delete (db, settlement->id, line, error))
    return FALSE;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}
