#include "config.h"

#include "ff-rubrics.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-criteria.h"
#include "ff-take.h"

FfRubric *
ff_rubrics_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) failed = NULL;
  FfRubric *rubric;

  g_return_val_if_fail (db != NULL, NULL);

  rubric = ff_rubric_store_read (db, id, &failed);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else if (rubric == NULL)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This rubric does not exist any more."));
  return rubric;
}

static gboolean
check (FfRubric *rubric, const FfRubric *stored, GError **error)
{
  gboolean changed;

  if (!ff_take_line (&rubric->title, rubric->title ? rubric->title : "", FF_TAKE_LINE_MAX, "title", &changed, error)
      || !ff_take_text (&rubric->note, rubric->note ? rubric->note : "", "note", &changed, error)
      || !ff_criteria_clean (rubric->criteria, "criteria", error))
    return FALSE;
  if (rubric->title == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _("Give the rubric a title, for example “Telephone skills”."));
      return FALSE;
    }
  if (stored != NULL && rubric->version != 0 && rubric->version != stored->version)
    {
      ff_put_set_error (error, FF_ERROR_CONFLICT, NULL, _("Somebody changed this rubric meanwhile: look at it again."));
      return FALSE;
    }
  return ff_criteria_validate (rubric->criteria, error);
}

FfPut
ff_rubrics_put (FfDb *db, FfRubric *rubric, GError **error)
{
  g_autoptr (FfRubric) stored = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (db != NULL && rubric != NULL, FF_PUT_REFUSED);

  if (rubric->id != 0 && (stored = ff_rubrics_read (db, rubric->id, error)) == NULL)
    return FF_PUT_REFUSED;
  if (!check (rubric, stored, error))
    return FF_PUT_REFUSED;
  ff_criteria_adopt_ids (rubric->criteria, stored ? stored->criteria : NULL);
  if (stored == NULL)
    {
      if (!ff_rubric_store_insert (db, rubric, error))
        return FF_PUT_REFUSED;
    }
  else
    {
      rubric->version = stored->version;
      changed = strcmp (rubric->title, stored->title) != 0 || g_strcmp0 (rubric->note, stored->note) != 0;
      if (changed && !ff_rubric_store_update (db, rubric, error))
        return FF_PUT_REFUSED;
    }
  if (!ff_criteria_write (db, FF_CRITERIA_OF_RUBRIC, rubric->id, rubric->criteria, stored ? stored->criteria : NULL, &changed, error))
    return FF_PUT_REFUSED;
  return stored == NULL ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

static void
replace (char **member, const char *text)
{
  if (text == NULL)
    return;
  g_free (*member);
  *member = g_strdup (text);
}

FfPut
ff_rubrics_put_draft (FfDb *db, gint64 id, const FfRubricDraft *draft, gint64 *new_id, GError **error)
{
  g_autoptr (FfRubric) rubric = id != 0 ? ff_rubrics_read (db, id, error) : ff_rubric_new (NULL, NULL, NULL);
  FfPut put;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (rubric == NULL)
    return FF_PUT_REFUSED;
  replace (&rubric->title, draft->title);
  replace (&rubric->note, draft->note);
  put = ff_rubrics_put (db, rubric, error);
  if (new_id != NULL)
    *new_id = rubric->id;
  return put;
}

gint64
ff_rubrics_copy (FfDb *db, const FfRubric *rubric, const char *key, const char *title, GError **error)
{
  g_autoptr (FfRubric) copy = NULL;
  gint64 known = 0;

  g_return_val_if_fail (rubric != NULL && title != NULL, 0);

  if (key != NULL && (known = ff_rubric_store_find (db, key, error)) != 0)
    return MAX (known, 0);
  copy = ff_rubric_new (key, title, rubric->note);
  g_ptr_array_unref (copy->criteria);
  copy->criteria = ff_criteria_copy (rubric->criteria);
  return ff_rubrics_put (db, copy, error) != FF_PUT_REFUSED ? copy->id : 0;
}

gboolean
ff_rubrics_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfRubric) rubric = ff_rubrics_read (db, id, error);

  return rubric != NULL && ff_rubric_store_mark_deleted (db, id, error);
}
