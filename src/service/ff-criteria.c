#include "config.h"

#include "ff-criteria.h"

#include <string.h>

#include "ff-take.h"

static FfCriterion *
criterion_at (const GPtrArray *criteria, guint index)
{
  return g_ptr_array_index (criteria, index);
}

static FfRubricLevel *
level_at (const FfCriterion *criterion, guint index)
{
  return g_ptr_array_index (criterion->levels, index);
}

static guint
count (const GPtrArray *criteria)
{
  return criteria != NULL ? criteria->len : 0;
}

/* Texts ------------------------------------------------------------------------------------------------------------- */

gboolean
ff_criteria_clean_key_and_title (char **key, char **title, const char *field, GError **error)
{
  gboolean changed;

  if (!ff_take_line (key, *key ? *key : "", FF_CRITERIA_KEY_MAX, field, &changed, error)
      || !ff_take_line (title, *title ? *title : "", FF_TAKE_LINE_MAX, field, &changed, error))
    return FALSE;
  if (!*title)
    *title = g_strdup (*key);
  return TRUE;
}

static gboolean
clean_criterion (FfCriterion *criterion, const char *field, GError **error)
{
  gboolean changed;

  if (!ff_criteria_clean_key_and_title (&criterion->key, &criterion->title, field, error)
      || !ff_take_text (&criterion->note, criterion->note ? criterion->note : "", field, &changed, error))
    return FALSE;
  for (guint i = 0; i < criterion->levels->len; i++)
    {
      FfRubricLevel *level = level_at (criterion, i);

      if (!ff_take_line (&level->title, level->title ? level->title : "", FF_TAKE_LINE_MAX, field, &changed, error)
          || !ff_take_text (&level->description, level->description ? level->description : "", field, &changed, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ff_criteria_clean (GPtrArray *criteria, const char *field, GError **error)
{
  for (guint i = 0; i < count (criteria); i++)
    if (!clean_criterion (criterion_at (criteria, i), field, error))
      return FALSE;
  return TRUE;
}

/* Ids --------------------------------------------------------------------------------------------------------------- */

FfCriterion *
ff_criteria_find_by_id (const GPtrArray *criteria, gint64 id)
{
  for (guint i = 0; i < count (criteria); i++)
    if (criterion_at (criteria, i)->id == id)
      return criterion_at (criteria, i);
  return NULL;
}

static FfRubricLevel *
find_level (const FfCriterion *criterion, gint64 id)
{
  for (guint i = 0; criterion != NULL && i < criterion->levels->len; i++)
    if (level_at (criterion, i)->id == id)
      return level_at (criterion, i);
  return NULL;
}

static void
adopt_level_ids (FfCriterion *criterion, const FfCriterion *stored)
{
  for (guint i = 0; i < criterion->levels->len; i++)
    {
      FfRubricLevel *level = level_at (criterion, i);

      if (!find_level (stored, level->id) || find_level (criterion, level->id) != level)
        level->id = 0;
    }
  for (guint i = 0; stored != NULL && i < MIN (criterion->levels->len, stored->levels->len); i++)
    if (level_at (criterion, i)->id == 0 && !find_level (criterion, level_at (stored, i)->id))
      level_at (criterion, i)->id = level_at (stored, i)->id;
}

void
ff_criteria_adopt_ids (GPtrArray *criteria, const GPtrArray *stored)
{
  for (guint i = 0; i < count (criteria); i++)
    {
      FfCriterion *criterion = criterion_at (criteria, i);

      if (!ff_criteria_find_by_id (stored, criterion->id) || ff_criteria_find_by_id (criteria, criterion->id) != criterion)
        criterion->id = 0;
    }
  for (guint i = 0; i < count (criteria); i++)
    {
      FfCriterion *criterion = criterion_at (criteria, i);
      const FfCriterion *twin = ff_criteria_find (stored, criterion->key);

      if (criterion->id == 0 && twin && !ff_criteria_find_by_id (criteria, twin->id))
        criterion->id = twin->id;
      adopt_level_ids (criterion, criterion->id ? ff_criteria_find_by_id (stored, criterion->id) : NULL);
    }
}

/* Writing ----------------------------------------------------------------------------------------------------------- */

static gboolean
delete_missing (FfDb *db, FfCriteriaOf of, const GPtrArray *criteria, const GPtrArray *stored, gboolean *changed, GError **error)
{
  for (guint i = 0; i < count (stored); i++)
    {
      const FfCriterion *old = criterion_at (stored, i);
      const FfCriterion *now = ff_criteria_find_by_id (criteria, old->id);

      if (!now && !ff_criterion_store_delete (db, of, old->id, error))
        return FALSE;
      *changed = *changed || !now;
      for (guint j = 0; now && j < old->levels->len; j++)
        {
          if (find_level (now, level_at (old, j)->id))
            continue;
          if (!ff_rubric_level_store_delete (db, of, level_at (old, j)->id, error))
            return FALSE;
          *changed = TRUE;
        }
    }
  return TRUE;
}

/* A row that stays but gives its key to another one must let go of it first. */
static gboolean
park_keys (FfDb *db, FfCriteriaOf of, const GPtrArray *criteria, const GPtrArray *stored, GError **error)
{
  for (guint i = 0; i < count (stored); i++)
    {
      const FfCriterion *old = criterion_at (stored, i);
      const FfCriterion *now = ff_criteria_find_by_id (criteria, old->id);

      if (now && strcmp (now->key, old->key) != 0 && ff_criteria_find (criteria, old->key)
          && !ff_criterion_store_park_key (db, of, old->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
criteria_equal (const FfCriterion *a, const FfCriterion *b)
{
  return a->max == b->max && strcmp (a->key, b->key) == 0 && strcmp (a->title, b->title) == 0 && g_strcmp0 (a->note, b->note) == 0;
}

static gboolean
levels_equal (const FfRubricLevel *a, const FfRubricLevel *b)
{
  return a->id == b->id && a->points == b->points && strcmp (a->title, b->title) == 0 && g_strcmp0 (a->description, b->description) == 0;
}

static gboolean
write_levels (FfDb *db, FfCriteriaOf of, const FfCriterion *criterion, const FfCriterion *old, gboolean *changed, GError **error)
{
  for (guint i = 0; i < criterion->levels->len; i++)
    {
      FfRubricLevel *level = level_at (criterion, i);
      gboolean written;

      if (old && i < old->levels->len && levels_equal (level, level_at (old, i)))
        continue;
      *changed = TRUE;
      if (level->id)
        written = ff_rubric_level_store_update (db, of, i + 1, level, error);
      else
        written = ff_rubric_level_store_insert (db, of, criterion->id, i + 1, level, error);
      if (!written)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_criterion (FfDb *db, FfCriteriaOf of, gint64 owner_id, FfCriterion *criterion, int position, gboolean moved, const FfCriterion *old,
                 gboolean *changed, GError **error)
{
  if (old && !moved && criteria_equal (criterion, old))
    return TRUE;
  *changed = TRUE;
  if (old)
    return ff_criterion_store_update (db, of, position, criterion, error);
  return ff_criterion_store_insert (db, of, owner_id, position, criterion, error);
}

gboolean
ff_criteria_write (FfDb *db, FfCriteriaOf of, gint64 owner_id, GPtrArray *criteria, const GPtrArray *stored, gboolean *changed, GError **error)
{
  if (!delete_missing (db, of, criteria, stored, changed, error) || !park_keys (db, of, criteria, stored, error))
    return FALSE;
  for (guint i = 0; i < count (criteria); i++)
    {
      FfCriterion *criterion = criterion_at (criteria, i);
      const FfCriterion *old = criterion->id ? ff_criteria_find_by_id (stored, criterion->id) : NULL;
      gboolean moved = i >= count (stored) || criterion_at (stored, i) != old;

      if (!write_criterion (db, of, owner_id, criterion, (int) i + 1, moved, old, changed, error)
          || !write_levels (db, of, criterion, old, changed, error))
        return FALSE;
    }
  return TRUE;
}
