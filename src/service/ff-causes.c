/* The causes of a weak item: see ff-improvements.h. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-improvements.h"
#include "ff-owned.h"
#include "ff-take.h"

FfCause *
ff_causes_read (FfDb *db, gint64 id, GError **error)
{
  GError *local_error = NULL;
  FfCause *cause = ff_cause_store_read (db, id, &local_error);

  return ff_owned_found (cause, local_error, error);
}

/* That the fishbone it stands on may be changed. */
static gboolean
check_open (FfDb *db, gint64 improvement_id, GError **error)
{
  g_autoptr (FfImprovement) item = ff_improvements_read (db, improvement_id, error);

  return item != NULL && ff_improvements_check_open (db, item->cycle_id, error);
}

/* A cause stands on a branch of its own fishbone. */
static gboolean
check_parent (FfDb *db, gint64 improvement_id, gint64 parent_id, GError **error)
{
  g_autoptr (FfCause) parent = parent_id != 0 ? ff_causes_read (db, parent_id, error) : NULL;

  if (parent_id == 0)
    return TRUE;
  if (parent == NULL)
    return FALSE;
  if (parent->improvement_id == improvement_id && parent->parent_id == 0)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, NULL, _ ("A cause stands on a branch of its own fishbone: choose one of those."));
  return FALSE;
}

static gboolean
take_fields (FfCause *cause, const FfCauseDraft *draft, gboolean *changed, GError **error)
{
  if (!ff_take_line (&cause->text, draft->text, FF_TAKE_LINE_MAX, "text", changed, error)
      || !ff_take_yes_no (&cause->root, draft->root, "root", changed, error)
      || !ff_take_text (&cause->evidence, draft->evidence, "evidence", changed, error))
    return FALSE;
  if (cause->parent_id == 0 && cause->root)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "root", _ ("A branch is no cause: mark what stands on it."));
      return FALSE;
    }
  return cause->branch != FF_BRANCH_OWN
         || ff_owned_need (cause->text, "text",
                           cause->parent_id != 0 ? _ ("Write what the cause is.") : _ ("Write what the branch is called."), error);
}

FfPut
ff_causes_put (FfDb *db, gint64 improvement_id, gint64 parent_id, gint64 update_id, const FfCauseDraft *draft, gint64 *id,
               GError **error)
{
  g_autoptr (FfCause) cause = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (update_id != 0)
    cause = ff_causes_read (db, update_id, error);
  else
    {
      cause = g_new0 (FfCause, 1);
      cause->improvement_id = improvement_id;
      cause->parent_id = parent_id;
      cause->branch = FF_BRANCH_OWN;
    }
  if (cause == NULL || !take_fields (cause, draft, &changed, error))
    return FF_PUT_REFUSED;
  if (update_id != 0 && !changed)
    return FF_PUT_SAME;
  if (!check_open (db, cause->improvement_id, error) || !check_parent (db, cause->improvement_id, cause->parent_id, error)
      || !(update_id != 0 ? ff_cause_store_update (db, cause, error) : ff_cause_store_insert (db, cause, error)))
    return FF_PUT_REFUSED;
  if (id != NULL)
    *id = cause->id;
  return update_id != 0 ? FF_PUT_CHANGED : FF_PUT_NEW;
}

gboolean
ff_causes_move (FfDb *db, gint64 id, gint64 parent_id, int position, GError **error)
{
  g_autoptr (FfCause) cause = ff_causes_read (db, id, error);

  if (cause == NULL || !check_open (db, cause->improvement_id, error) || !check_parent (db, cause->improvement_id, parent_id, error))
    return FALSE;
  if ((cause->parent_id == 0) != (parent_id == 0))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, NULL, _ ("A branch stays a branch, and a cause stays on one."));
      return FALSE;
    }
  return ff_cause_store_move (db, id, parent_id, position, error);
}

gboolean
ff_causes_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfCause) cause = ff_causes_read (db, id, error);

  return cause != NULL && check_open (db, cause->improvement_id, error) && ff_cause_store_delete (db, id, error);
}
