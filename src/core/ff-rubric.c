#include "config.h"

#include "ff-rubric.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-error.h"
#include "ff-number.h"

static void
level_free (gpointer data)
{
  FfRubricLevel *level = data;

  g_free (level->title);
  g_free (level->description);
  g_free (level);
}

static void
criterion_free (gpointer data)
{
  FfCriterion *criterion = data;

  g_free (criterion->key);
  g_free (criterion->title);
  g_free (criterion->note);
  g_ptr_array_unref (criterion->levels);
  g_free (criterion);
}

FfRubric *
ff_rubric_new (const char *key, const char *title, const char *note)
{
  FfRubric *rubric = g_new0 (FfRubric, 1);

  rubric->key = g_strdup (key);
  rubric->title = g_strdup (title);
  rubric->note = g_strdup (note);
  rubric->criteria = ff_criteria_new ();
  return rubric;
}

void
ff_rubric_free (FfRubric *rubric)
{
  if (rubric == NULL)
    return;
  g_free (rubric->key);
  g_free (rubric->title);
  g_free (rubric->note);
  g_ptr_array_unref (rubric->criteria);
  g_free (rubric);
}

GPtrArray *
ff_criteria_new (void)
{
  return g_ptr_array_new_with_free_func (criterion_free);
}

FfCriterion *
ff_criteria_add (GPtrArray *criteria, const char *key, const char *title, gint64 max)
{
  FfCriterion *criterion;

  g_return_val_if_fail (criteria != NULL, NULL);

  criterion = g_new0 (FfCriterion, 1);
  criterion->key = g_strdup (key);
  criterion->title = g_strdup (title);
  criterion->max = max;
  criterion->levels = g_ptr_array_new_with_free_func (level_free);
  g_ptr_array_add (criteria, criterion);
  return criterion;
}

FfRubricLevel *
ff_criterion_add_level (FfCriterion *criterion, const char *title, const char *description, gint64 points)
{
  FfRubricLevel *level;

  g_return_val_if_fail (criterion != NULL, NULL);

  level = g_new0 (FfRubricLevel, 1);
  level->title = g_strdup (title);
  level->description = g_strdup (description);
  level->points = points;
  g_ptr_array_add (criterion->levels, level);
  return level;
}

GPtrArray *
ff_criteria_copy (const GPtrArray *criteria)
{
  GPtrArray *copy;

  if (criteria == NULL)
    return NULL;
  copy = ff_criteria_new ();
  for (guint i = 0; i < criteria->len; i++)
    {
      const FfCriterion *criterion = g_ptr_array_index (criteria, i);
      FfCriterion *twin = ff_criteria_add (copy, criterion->key, criterion->title, criterion->max);

      twin->id = criterion->id;
      twin->note = g_strdup (criterion->note);
      for (guint j = 0; j < criterion->levels->len; j++)
        {
          const FfRubricLevel *level = g_ptr_array_index (criterion->levels, j);

          ff_criterion_add_level (twin, level->title, level->description, level->points)->id = level->id;
        }
    }
  return copy;
}

void
ff_criteria_forget_ids (GPtrArray *criteria)
{
  g_return_if_fail (criteria != NULL);

  for (guint i = 0; i < criteria->len; i++)
    {
      FfCriterion *criterion = g_ptr_array_index (criteria, i);

      criterion->id = 0;
      for (guint j = 0; j < criterion->levels->len; j++)
        ((FfRubricLevel *) g_ptr_array_index (criterion->levels, j))->id = 0;
    }
}

FfCriterion *
ff_criteria_find (const GPtrArray *criteria, const char *key)
{
  for (guint i = 0; criteria != NULL && i < criteria->len; i++)
    if (g_strcmp0 (((FfCriterion *) g_ptr_array_index (criteria, i))->key, key) == 0)
      return g_ptr_array_index (criteria, i);
  return NULL;
}

void
ff_criteria_fill_keys (GPtrArray *criteria, const GPtrArray *taken)
{
  guint number = 1;

  g_return_if_fail (criteria != NULL);

  for (guint i = 0; i < criteria->len; i++)
    {
      FfCriterion *criterion = g_ptr_array_index (criteria, i);

      while (criterion->key == NULL)
        {
          g_autofree char *key = g_strdup_printf ("c%u", number++);

          if (ff_criteria_find (criteria, key) == NULL && ff_criteria_find (taken, key) == NULL)
            criterion->key = g_steal_pointer (&key);
        }
    }
}

gint64
ff_criteria_sum (const GPtrArray *criteria)
{
  gint64 sum = 0;

  for (guint i = 0; criteria != NULL && i < criteria->len; i++)
    sum += ((const FfCriterion *) g_ptr_array_index (criteria, i))->max;
  return sum;
}

guint
ff_criteria_count_levels (const GPtrArray *criteria)
{
  guint most = 0;

  for (guint i = 0; criteria != NULL && i < criteria->len; i++)
    most = MAX (most, ((const FfCriterion *) g_ptr_array_index (criteria, i))->levels->len);
  return most;
}

const FfRubricLevel *
ff_criterion_get_level (const FfCriterion *criterion, guint index)
{
  g_return_val_if_fail (criterion != NULL && index < criterion->levels->len, NULL);

  return g_ptr_array_index (criterion->levels, index);
}

const FfRubricLevel *
ff_criterion_find_level (const FfCriterion *criterion, gint64 points)
{
  g_return_val_if_fail (criterion != NULL, NULL);

  for (guint i = 0; i < criterion->levels->len; i++)
    if (ff_criterion_get_level (criterion, i)->points == points)
      return ff_criterion_get_level (criterion, i);
  return NULL;
}

static int
compare_levels (gconstpointer a, gconstpointer b)
{
  const FfRubricLevel *x = *(FfRubricLevel *const *) a;
  const FfRubricLevel *y = *(FfRubricLevel *const *) b;

  return x->points < y->points ? 1 : x->points > y->points ? -1 : 0;
}

void
ff_criterion_sort_levels (FfCriterion *criterion)
{
  g_return_if_fail (criterion != NULL);

  g_ptr_array_sort (criterion->levels, compare_levels);
}

gboolean
ff_scheme_key_validate (const char *key, const char *title, GHashTable *seen, GError **error)
{
  if (key == NULL || *key == '\0')
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” has no key; give it a short one."), title ? title : "");
      return FALSE;
    }
  if (strchr (key, '.') != NULL)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _("The key “%s” contains a dot, which separates a component from its criterion; leave it out."), key);
      return FALSE;
    }
  if (!g_hash_table_add (seen, (gpointer) key))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The key “%s” is used twice; each needs its own."), key);
      return FALSE;
    }
  return TRUE;
}

gboolean
ff_scheme_max_validate (const char *name, gint64 max, GError **error)
{
  if (max > 0)
    return TRUE;
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The maximum of “%s” must be above 0."), name);
  return FALSE;
}

static gboolean
validate_level (const char *name, gint64 max, const FfRubricLevel *level, const FfRubricLevel *better, GError **error)
{
  g_autofree char *points = ff_hundredths_format (level->points);

  if (level->title == NULL || *level->title == '\0')
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("A level of “%s” has no title; give it a word, such as “Good”."), name);
  else if (level->points < 0 || level->points > max)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("“%s” of “%s” gives %s points; a level gives from 0 to the maximum of its criterion."),
                 level->title, name, points);
  else if (better != NULL && level->points >= better->points)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                 _("“%s” of “%s” gives %s points, no less than the level before it; put the best level first, each with points of its own."),
                 level->title, name, points);
  else
    return TRUE;
  return FALSE;
}

static gboolean
validate_criterion (const FfCriterion *criterion, GHashTable *seen, GError **error)
{
  const char *name = criterion->title != NULL ? criterion->title : criterion->key;

  if (!ff_scheme_key_validate (criterion->key, criterion->title, seen, error) || !ff_scheme_max_validate (name, criterion->max, error))
    return FALSE;
  for (guint i = 0; i < criterion->levels->len; i++)
    if (!validate_level (name, criterion->max, ff_criterion_get_level (criterion, i), i > 0 ? ff_criterion_get_level (criterion, i - 1) : NULL,
                         error))
      return FALSE;
  return TRUE;
}

gboolean
ff_criteria_validate (const GPtrArray *criteria, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (criteria != NULL, FALSE);

  for (guint i = 0; i < criteria->len; i++)
    if (!validate_criterion (g_ptr_array_index (criteria, i), seen, error))
      return FALSE;
  return TRUE;
}
