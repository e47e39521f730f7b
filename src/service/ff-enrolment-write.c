#include "config.h"

#include "ff-enrolment-write.h"

#include "ff-settling.h"

#include <glib/gi18n-lib.h>

FfEnrolment *
ff_enrolment_need (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfEnrolment *enrolment = ff_enrolment_store_read (db, id, &local_error);

  if (enrolment == NULL && local_error == NULL)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("This enrolment does not exist any more."));
  else if (enrolment == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return enrolment;
}

FfEnrolment *
ff_enrolment_find_or_new (FfDb *db, gint64 run_id, gint64 trainee_id, GError **error)
{
  gint64 id = ff_enrolment_store_find (db, run_id, trainee_id, error);
  FfEnrolment *enrolment;

  if (id < 0)
    return NULL;
  if (id != 0)
    return ff_enrolment_need (db, id, error);
  enrolment = g_new0 (FfEnrolment, 1);
  enrolment->run_id = run_id;
  enrolment->trainee_id = trainee_id;
  enrolment->replied_on = FF_NO_DAY;
  enrolment->status = g_strdup ("enrolled");
  return enrolment;
}

static gboolean
keep_place (FfDb *db, FfEnrolment *enrolment, const char *before, GError **error)
{
  if (!g_str_equal (enrolment->status, "waitlisted"))
    enrolment->waiting = 0;
  else if (g_strcmp0 (before, "waitlisted") != 0)
    enrolment->waiting = ff_enrolment_store_next_place (db, enrolment->run_id, error);
  return enrolment->waiting >= 0;
}

static gboolean
welcome (FfDb *db, FfEnrolment *enrolment, GError **error)
{
  g_clear_pointer (&enrolment->reply, g_free);
  enrolment->replied_on = FF_NO_DAY;
  enrolment->replaced_by_id = 0;
  return ff_enrolment_store_take_snapshot (db, enrolment, error);
}

FfPut
ff_enrolment_write (FfDb *db, FfEnrolment *enrolment, const char *before, gboolean changed, GError **error)
{
  gboolean was_in = before != NULL && !g_str_equal (before, "withdrawn");
  gboolean is_in = !g_str_equal (enrolment->status, "withdrawn");

  g_return_val_if_fail (enrolment != NULL, FF_PUT_REFUSED);

  if (before != NULL && !changed)
    return FF_PUT_SAME;
  if (g_str_equal (enrolment->status, "enrolled") != (g_strcmp0 (before, "enrolled") == 0)
      && !ff_settling_check_open (db, enrolment->run_id, error))
    return FF_PUT_REFUSED;
  if (is_in && !was_in && !welcome (db, enrolment, error))
    return FF_PUT_REFUSED;
  if (!keep_place (db, enrolment, before, error))
    return FF_PUT_REFUSED;
  if (before == NULL)
    return ff_enrolment_store_insert (db, enrolment, error) ? FF_PUT_NEW : FF_PUT_REFUSED;
  return ff_enrolment_store_update (db, enrolment, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}
