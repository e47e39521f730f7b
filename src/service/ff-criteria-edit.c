#include "config.h"

#include "ff-criteria-edit.h"

#include <glib/gi18n-lib.h>

#include "ff-courses.h"
#include "ff-number.h"
#include "ff-rubrics.h"
#include "ff-scheme-store.h"

/* Where criteria stand: all of a rubric, or one component of a scheme. They are changed there and written as a whole, which writes only
   the rows that differ. */
typedef struct
{
  FfRubric *rubric; /* NULL: in a scheme */
  FfScheme *scheme;
  FfComponent *component; /* of the scheme */
  gint64 course_id, run_id;
  GPtrArray *criteria; /* of either */
} Place;

static void
place_clear (Place *place)
{
  g_clear_pointer (&place->rubric, ff_rubric_free);
  g_clear_pointer (&place->scheme, ff_scheme_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gboolean
open_component (FfDb *db, gint64 id, Place *place, GError **error)
{
  if (!ff_component_store_find_owner (db, id, &place->course_id, &place->run_id, error))
    return FALSE;
  if (place->course_id != 0 || place->run_id != 0)
    place->scheme = ff_schemes_read (db, place->course_id, place->run_id, error);
  else
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This component of the scheme does not exist any more."));
  for (guint i = 0; place->scheme != NULL && i < ff_scheme_length (place->scheme); i++)
    if (ff_scheme_get (place->scheme, i)->id == id)
      place->component = g_ptr_array_index (place->scheme->components, i);
  if (place->component == NULL)
    return FALSE;
  if (place->component->criteria == NULL)
    place->component->criteria = ff_criteria_new ();
  place->criteria = place->component->criteria;
  return TRUE;
}

static gboolean
open_place (FfDb *db, FfCriteriaOf of, gint64 owner_id, Place *place, GError **error)
{
  if (of == FF_CRITERIA_OF_COMPONENT)
    return open_component (db, owner_id, place, error);
  place->rubric = ff_rubrics_read (db, owner_id, error);
  if (place->rubric != NULL)
    place->criteria = place->rubric->criteria;
  return place->rubric != NULL;
}

static FfPut
write_place (FfDb *db, Place *place, GError **error)
{
  if (place->rubric != NULL)
    return ff_rubrics_put (db, place->rubric, error);
  return ff_schemes_put (db, place->course_id, place->run_id, place->scheme, error);
}

/* Opens the place of a criterion and finds the criterion in it. */
static FfCriterion *
open_criterion (FfDb *db, FfCriteriaOf of, gint64 id, Place *place, guint *index, GError **error)
{
  gint64 owner_id = ff_criterion_store_find_owner (db, of, id, error);

  if (owner_id < 0 || (owner_id > 0 && !open_place (db, of, owner_id, place, error)))
    return NULL;
  for (guint i = 0; place->criteria != NULL && i < place->criteria->len; i++)
    if (((FfCriterion *) g_ptr_array_index (place->criteria, i))->id == id)
      {
        if (index != NULL)
          *index = i;
        return g_ptr_array_index (place->criteria, i);
      }
  ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This criterion does not exist any more."));
  return NULL;
}

GPtrArray *
ff_criteria_read (FfDb *db, FfCriteriaOf of, gint64 owner_id, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return ff_criterion_store_list (db, of, owner_id, error);
}

char *
ff_criteria_dup_title (FfDb *db, gint64 component_id, GError **error)
{
  g_auto (Place) place = { NULL };

  return open_component (db, component_id, &place, error) ? g_strdup (place.component->title) : NULL;
}

/* What was marked by other criteria, or as a number, keeps what its marks mean. */
static gboolean
check_unmarked (FfDb *db, const Place *place, GError **error)
{
  int marks = place->component != NULL ? ff_component_store_count_marks (db, place->component->id, 0, error) : 0;

  if (marks > 0)
    ff_put_set_error (error, FF_ERROR_INVALID, NULL,
                      _("“%s” has marks already: what it is judged by stays. The words of its criteria can be changed."),
                      place->component->title);
  return marks == 0;
}

/* Criteria ---------------------------------------------------------------------------------------------------------- */

static void
replace (char **member, const char *text)
{
  if (text == NULL)
    return;
  g_free (*member);
  *member = g_strdup (text);
}

static gboolean
take_points (gint64 *points, const char *text, const char *field, gint64 least, GError **error)
{
  if (text == NULL || (ff_hundredths_parse (text, points) && *points >= least))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, field, _("“%s” does not fit here. Write a number such as 20 or 2.5."), text);
  return FALSE;
}

static gboolean
take_criterion (FfCriterion *criterion, const FfCriterionDraft *draft, GError **error)
{
  replace (&criterion->title, draft->title);
  replace (&criterion->note, draft->note);
  if (draft->key != NULL && *draft->key != '\0')
    replace (&criterion->key, draft->key);
  if (criterion->title == NULL || *criterion->title == '\0')
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _("Say what is judged, for example “Listens”."));
      return FALSE;
    }
  if (!take_points (&criterion->max, draft->max, "max", 1, error))
    return FALSE;
  if (criterion->levels->len == 0 || ff_criterion_get_level (criterion, 0)->points <= criterion->max)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "max", _("Its best level gives more than that: lower the level first."));
  return FALSE;
}

/* The columns of the table go on in a new row: the levels of the criterion above it, their points in proportion, nothing said of them yet. */
static void
take_levels (FfCriterion *criterion, const FfCriterion *above)
{
  gint64 before = criterion->max + 1;

  for (guint i = 0; i < above->levels->len; i++)
    {
      const FfRubricLevel *level = ff_criterion_get_level (above, i);
      gint64 points = level->points * criterion->max / above->max;

      if (points < before)
        ff_criterion_add_level (criterion, level->title, NULL, points);
      before = MIN (before, points);
    }
}

FfPut
ff_criteria_put_criterion (FfDb *db, FfCriteriaOf of, gint64 owner_id, gint64 id, const FfCriterionDraft *draft, gint64 *new_id, GError **error)
{
  g_auto (Place) place = { NULL };
  FfCriterion *criterion;
  FfPut put;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (id != 0)
    criterion = open_criterion (db, of, id, &place, NULL, error);
  else if (open_place (db, of, owner_id, &place, error))
    {
      criterion = ff_criteria_add (place.criteria, NULL, NULL, 0);
      ff_criteria_fill_keys (place.criteria, NULL);
    }
  else
    return FF_PUT_REFUSED;
  if (criterion == NULL || !take_criterion (criterion, draft, error) || (id == 0 && !check_unmarked (db, &place, error)))
    return FF_PUT_REFUSED;
  if (id == 0 && place.criteria->len > 1)
    take_levels (criterion, g_ptr_array_index (place.criteria, place.criteria->len - 2));
  if (place.component != NULL)
    place.component->source = FF_SOURCE_RUBRIC;
  put = write_place (db, &place, error);
  if (new_id != NULL)
    *new_id = criterion->id;
  return put == FF_PUT_CHANGED && id == 0 ? FF_PUT_NEW : put;
}

gboolean
ff_criteria_move (FfDb *db, FfCriteriaOf of, gint64 criterion_id, int position, GError **error)
{
  g_auto (Place) place = { NULL };
  guint index = 0;
  FfCriterion *criterion = open_criterion (db, of, criterion_id, &place, &index, error);

  if (criterion == NULL)
    return FALSE;
  g_ptr_array_steal_index (place.criteria, index);
  g_ptr_array_insert (place.criteria, CLAMP (position, 0, (int) place.criteria->len), criterion);
  return write_place (db, &place, error) != FF_PUT_REFUSED;
}

gboolean
ff_criteria_delete_criterion (FfDb *db, FfCriteriaOf of, gint64 id, GError **error)
{
  g_auto (Place) place = { NULL };
  guint index = 0;

  if (open_criterion (db, of, id, &place, &index, error) == NULL)
    return FALSE;
  g_ptr_array_remove_index (place.criteria, index);
  return write_place (db, &place, error) != FF_PUT_REFUSED;
}

/* Levels ------------------------------------------------------------------------------------------------------------ */

static FfRubricLevel *
find_level (FfCriterion *criterion, gint64 id, guint *index, GError **error)
{
  for (guint i = 0; i < criterion->levels->len; i++)
    if (ff_criterion_get_level (criterion, i)->id == id)
      {
        *index = i;
        return g_ptr_array_index (criterion->levels, i);
      }
  ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This level does not exist any more."));
  return NULL;
}

/* Says at the field what the criteria as a whole would be refused for. */
static gboolean
check_level (FfCriterion *criterion, const FfRubricLevel *level, GError **error)
{
  g_autofree char *max = ff_hundredths_format (criterion->max);

  if (level->title == NULL || *level->title == '\0')
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _("Give the level a word, such as “Good”."));
      return FALSE;
    }
  if (level->points > criterion->max)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "points", _("“%s” gives at most %s points."), criterion->title, max);
      return FALSE;
    }
  for (guint i = 0; i < criterion->levels->len; i++)
    {
      const FfRubricLevel *other = ff_criterion_get_level (criterion, i);

      if (other == level || other->points != level->points)
        continue;
      ff_put_set_error (error, FF_ERROR_INVALID, "points", _("The level “%s” gives as many points: each needs its own."), other->title);
      return FALSE;
    }
  return TRUE;
}

FfPut
ff_criteria_put_level (FfDb *db, FfCriteriaOf of, gint64 criterion_id, gint64 id, const FfRubricLevelDraft *draft, gint64 *new_id,
                       GError **error)
{
  g_auto (Place) place = { NULL };
  FfCriterion *criterion = open_criterion (db, of, criterion_id, &place, NULL, error);
  FfRubricLevel *level;
  guint index;
  FfPut put;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (criterion == NULL)
    return FF_PUT_REFUSED;
  level = id != 0 ? find_level (criterion, id, &index, error) : ff_criterion_add_level (criterion, NULL, NULL, 0);
  if (level == NULL)
    return FF_PUT_REFUSED;
  replace (&level->title, draft->title);
  replace (&level->description, draft->description);
  if (!take_points (&level->points, draft->points, "points", 0, error) || !check_level (criterion, level, error))
    return FF_PUT_REFUSED;
  ff_criterion_sort_levels (criterion);
  put = write_place (db, &place, error);
  if (new_id != NULL)
    *new_id = level->id;
  return put == FF_PUT_CHANGED && id == 0 ? FF_PUT_NEW : put;
}

gboolean
ff_criteria_delete_level (FfDb *db, FfCriteriaOf of, gint64 criterion_id, gint64 id, GError **error)
{
  g_auto (Place) place = { NULL };
  FfCriterion *criterion = open_criterion (db, of, criterion_id, &place, NULL, error);
  guint index;

  if (criterion == NULL || find_level (criterion, id, &index, error) == NULL)
    return FALSE;
  g_ptr_array_remove_index (criterion->levels, index);
  return write_place (db, &place, error) != FF_PUT_REFUSED;
}

/* From the library -------------------------------------------------------------------------------------------------- */

FfPut
ff_criteria_take (FfDb *db, FfCriteriaOf of, gint64 owner_id, const GPtrArray *criteria, GError **error)
{
  g_auto (Place) place = { NULL };
  g_autoptr (GPtrArray) taken = ff_criteria_copy (criteria);

  g_return_val_if_fail (criteria != NULL, FF_PUT_REFUSED);

  if (!open_place (db, of, owner_id, &place, error) || !check_unmarked (db, &place, error))
    return FF_PUT_REFUSED;
  ff_criteria_forget_ids (taken);
  g_ptr_array_set_size (place.criteria, 0);
  g_ptr_array_extend_and_steal (place.criteria, g_steal_pointer (&taken));
  if (place.component != NULL)
    place.component->source = FF_SOURCE_RUBRIC;
  return write_place (db, &place, error);
}
