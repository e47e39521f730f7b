#include "config.h"

#include "ff-exclusions.h"

#include <glib/gi18n-lib.h>

#include "ff-enrolment-store.h"
#include "ff-owned.h"
#include "ff-take.h"

FfExclusion *
ff_exclusions_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfExclusion *exclusion = ff_exclusion_store_read (db, id, &local_error);

  return ff_owned_found (exclusion, local_error, error);
}

/* The enrolment of @employee_no in the class; 0 with an error when there is none. */
static gint64
find_enrolment (FfDb *db, gint64 run_id, const char *employee_no, GError **error)
{
  g_autoptr (GPtrArray) enrolments = ff_enrolment_store_of_run (db, run_id, TRUE, error);

  if (enrolments == NULL)
    return 0;
  for (guint i = 0; i < enrolments->len; i++)
    {
      const FfEnrolment *enrolment = g_ptr_array_index (enrolments, i);

      if (g_strcmp0 (enrolment->employee_no, employee_no) == 0)
        return enrolment->id;
    }
  ff_put_set_error (error, FF_ERROR_NOT_FOUND, "employee_no", _("Choose somebody who is enrolled in this class."));
  return 0;
}

/* The one to change: that with the id, that of the person, or a new one. */
static FfExclusion *
open_exclusion (FfDb *db, gint64 run_id, int level, gint64 update_id, const FfExclusionDraft *draft, GError **error)
{
  gint64 enrolment_id, stored;
  FfExclusion *exclusion;

  if (update_id != 0)
    return ff_exclusions_read (db, update_id, error);
  enrolment_id = find_enrolment (db, run_id, draft->employee_no, error);
  stored = enrolment_id != 0 ? ff_exclusion_store_find (db, enrolment_id, level, error) : -1;
  if (stored < 0)
    return NULL;
  if (stored > 0)
    return ff_exclusions_read (db, stored, error);
  exclusion = g_new0 (FfExclusion, 1);
  exclusion->enrolment_id = enrolment_id;
  exclusion->level = level;
  return exclusion;
}

FfPut
ff_exclusions_put (FfDb *db, gint64 run_id, int level, gint64 update_id, const FfExclusionDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfExclusion) exclusion = NULL;
  gboolean changed = FALSE, is_new;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);
  g_return_val_if_fail (level >= 1 && level <= 4, FF_PUT_REFUSED);

  exclusion = open_exclusion (db, run_id, level, update_id, draft, error);
  if (exclusion == NULL || !ff_take_line (&exclusion->reason, draft->reason, FF_TAKE_LINE_MAX, "reason", &changed, error)
      || !ff_owned_need (exclusion->reason, "reason", _("Say why, such as “left the company” or “on long leave”."), error))
    return FF_PUT_REFUSED;
  is_new = exclusion->id == 0;
  if (is_new ? !ff_exclusion_store_insert (db, exclusion, error) : changed && !ff_exclusion_store_update (db, exclusion, error))
    return FF_PUT_REFUSED;
  if (id != NULL)
    *id = exclusion->id;
  return is_new ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_exclusions_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfExclusion) exclusion = ff_exclusions_read (db, id, error);

  return exclusion != NULL && ff_exclusion_store_delete (db, id, error);
}
