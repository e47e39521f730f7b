/* Schemes and attendance rules: of a course, and the copies that classes keep. */
#include "config.h"

#include "ff-course-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-criteria.h"
#include "ff-test-items.h"
#include "ff-number.h"
#include "ff-rule-store.h"
#include "ff-scheme-store.h"
#include "ff-settling.h"

#define HUNDRED 10000 /* percent, in hundredths */
#define GRACE_MAX 1440

static FfComponent *
component_at (const FfScheme *scheme, guint index)
{
  return scheme->components->pdata[index];
}

/* NULL of a component whose mark does not come from criteria, whatever it still holds. */
static GPtrArray *
get_criteria (const FfComponent *component)
{
  return component && component->source == FF_SOURCE_RUBRIC ? component->criteria : NULL;
}

/* The same of one that is no test. */
static GPtrArray *
get_items (const FfComponent *component)
{
  return component && component->source == FF_SOURCE_TEST ? component->items : NULL;
}

FfScheme *
ff_schemes_read (FfDb *db, gint64 course_id, gint64 run_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfScheme *scheme = ff_scheme_store_read (db, course_id, run_id, &local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!scheme)
    scheme = ff_scheme_new ();
  return scheme;
}

static FfComponent *
find_by_id (const FfScheme *scheme, gint64 id)
{
  for (guint i = 0; scheme && i < scheme->components->len; i++)
    if (component_at (scheme, i)->id == id)
      return component_at (scheme, i);
  return NULL;
}

static FfComponent *
find_by_key (const FfScheme *scheme, const char *key)
{
  int index = scheme ? ff_scheme_find (scheme, key) : -1;
  return index >= 0 ? component_at (scheme, index) : NULL;
}

/* Which stored part is which: first by an id that the owner has, then by a key that nobody claimed. Ids of another owner, as in a copy,
   count for nothing, nor does one that stands twice. */
static void
adopt_ids (FfScheme *scheme, const FfScheme *stored)
{
  scheme->id = stored ? stored->id : 0;
  for (guint i = 0; i < scheme->components->len; i++)
    {
      FfComponent *component = component_at (scheme, i);
      if (!find_by_id (stored, component->id) || find_by_id (scheme, component->id) != component)
        component->id = 0;
    }
  for (guint i = 0; i < scheme->components->len; i++)
    {
      FfComponent *component = component_at (scheme, i);
      const FfComponent *twin = find_by_key (stored, component->key);
      if (component->id == 0 && twin && !find_by_id (scheme, twin->id))
        component->id = twin->id;
      twin = component->id ? find_by_id (stored, component->id) : NULL;
      ff_criteria_adopt_ids (get_criteria (component), get_criteria (twin));
      ff_test_items_adopt_ids (get_items (component), get_items (twin));
    }
}

static gboolean
clean_texts (FfScheme *scheme, GError **error)
{
  for (guint i = 0; i < scheme->components->len; i++)
    {
      FfComponent *component = component_at (scheme, i);
      if (!ff_criteria_clean_key_and_title (&component->key, &component->title, "scheme", error)
          || !ff_criteria_clean (get_criteria (component), "scheme", error))
        return FALSE;
      ff_test_items_clean (get_items (component));
    }
  return TRUE;
}

static gboolean
check_numbers (const FfScheme *scheme, GError **error)
{
  if (scheme->good_mark < 0 || scheme->good_mark > HUNDRED || scheme->excellent_mark < 0 || scheme->excellent_mark > HUNDRED)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "scheme", _("The marks from which a total is good or excellent must be from 0 to 100."));
      return FALSE;
    }
  for (guint i = 0; i < scheme->components->len; i++)
    {
      const FfComponent *component = component_at (scheme, i);
      if (component->level < 0 || component->level > 4)
        {
          ff_put_set_error (error, FF_ERROR_INVALID, "scheme", _("The level of “%s” must be from 1 to 4."), component->title);
          return FALSE;
        }
      if (component->max <= 0)
        {
          ff_put_set_error (error, FF_ERROR_INVALID, "scheme", _("The maximum of “%s” must be above 0."), component->title);
          return FALSE;
        }
    }
  return TRUE;
}

/* Marks must keep a place: what has some cannot go, nor become a group. */
static gboolean
check_free (FfDb *db, gint64 component_id, gint64 criterion_id, const char *title, GError **error)
{
  int marks = ff_component_store_count_marks (db, component_id, criterion_id, error);

  if (marks > 0)
    ff_put_set_error (error, FF_ERROR_INVALID, "scheme", _("“%s” has marks already: keep it, or delete its marks first."), title);
  return marks == 0;
}

static gboolean
check_max (FfDb *db, gint64 component_id, gint64 criterion_id, const char *title, gint64 max, GError **error)
{
  gint64 highest = ff_component_store_highest_mark (db, component_id, criterion_id, error);

  if (highest > max)
    {
      g_autofree char *shown = ff_hundredths_format (highest);
      ff_put_set_error (error, FF_ERROR_INVALID, "scheme", _("“%s” has a mark of %s already: its maximum cannot be below that."), title, shown);
    }
  return highest >= 0 && highest <= max;
}

/* Points that a mark may have been given by stay; words can change at any time. */
static gboolean
check_levels (FfDb *db, gint64 component_id, const FfCriterion *old, const FfCriterion *now, GError **error)
{
  gboolean same = old->levels->len == now->levels->len;
  int marks;

  for (guint i = 0; same && i < now->levels->len; i++)
    same = ff_criterion_get_level (old, i)->points == ff_criterion_get_level (now, i)->points;
  if (same || old->levels->len == 0)
    return TRUE;
  marks = ff_component_store_count_marks (db, component_id, old->id, error);
  if (marks > 0)
    ff_put_set_error (error, FF_ERROR_INVALID, "scheme",
                      _("“%s” has marks already: the points of its levels stay. Their titles and descriptions can change."), now->title);
  return marks == 0;
}

static gboolean
check_stored_criterion (FfDb *db, gint64 component_id, const FfCriterion *old, const FfCriterion *now, GError **error)
{
  if (!now)
    return check_free (db, component_id, old->id, old->title, error);
  if (now->max < old->max && !check_max (db, component_id, old->id, now->title, now->max, error))
    return FALSE;
  return check_levels (db, component_id, old, now, error);
}

static gboolean
check_stored_component (FfDb *db, const FfScheme *scheme, const FfComponent *old, GError **error)
{
  const FfComponent *now = find_by_id (scheme, old->id);
  const GPtrArray *criteria = get_criteria (old);

  if (!now || (old->leaf && !now->leaf))
    return check_free (db, old->id, 0, old->title, error);
  if (now->max < old->max && !check_max (db, old->id, 0, now->title, now->max, error))
    return FALSE;
  for (guint i = 0; criteria && i < criteria->len; i++)
    {
      const FfCriterion *criterion = criteria->pdata[i];

      if (!check_stored_criterion (db, old->id, criterion, ff_criteria_find_by_id (get_criteria (now), criterion->id), error))
        return FALSE;
    }
  return ff_test_items_check (db, get_items (now), get_items (old), error);
}

static gboolean
validate_items (const FfScheme *scheme, GError **error)
{
  for (guint i = 0; i < scheme->components->len; i++)
    if (!ff_test_items_validate (get_items (component_at (scheme, i)), error))
      return FALSE;
  return TRUE;
}

gboolean
ff_schemes_check (FfDb *db, FfScheme *scheme, const FfScheme *stored, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!clean_texts (scheme, error))
    return FALSE;
  ff_scheme_update (scheme);
  if (!ff_scheme_validate (scheme, &local_error) || !validate_items (scheme, &local_error))
    {
      if (local_error->domain == FF_ERROR && !ff_error_get_field (local_error))
        ff_error_set_field (local_error, "scheme");
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!check_numbers (scheme, error))
    return FALSE;
  adopt_ids (scheme, stored);
  for (guint i = 0; stored && i < stored->components->len; i++)
    if (!check_stored_component (db, scheme, component_at (stored, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
delete_missing (FfDb *db, const FfScheme *scheme, const FfScheme *stored, gboolean *changed, GError **error)
{
  for (guint i = 0; i < stored->components->len; i++)
    {
      const FfComponent *old = component_at (stored, i);

      if (find_by_id (scheme, old->id))
        continue;
      if (!ff_component_store_delete (db, old->id, error))
        return FALSE;
      *changed = TRUE;
    }
  return TRUE;
}

/* A row that stays but gives its key to another one must let go of it first. */
static gboolean
park_keys (FfDb *db, const FfScheme *scheme, const FfScheme *stored, GError **error)
{
  for (guint i = 0; i < stored->components->len; i++)
    {
      const FfComponent *old = component_at (stored, i);
      const FfComponent *now = find_by_id (scheme, old->id);

      if (now && strcmp (old->key, now->key) != 0 && ff_scheme_find (scheme, old->key) >= 0
          && !ff_component_store_park_key (db, old->id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
schemes_equal (const FfScheme *a, const FfScheme *b)
{
  return a->pass_mark == b->pass_mark && a->good_mark == b->good_mark && a->excellent_mark == b->excellent_mark
         && a->award_percent == b->award_percent && a->award_rounding == b->award_rounding;
}

static gboolean
components_equal (const FfComponent *a, const FfComponent *b)
{
  return strcmp (a->key, b->key) == 0 && strcmp (a->title, b->title) == 0 && a->weight == b->weight && a->max == b->max
         && a->source == b->source && a->level == b->level && g_strcmp0 (a->pretest_of, b->pretest_of) == 0
         && g_strcmp0 (a->commitment_kind, b->commitment_kind) == 0 && a->attempts == b->attempts
         && !a->drop_extremes == !b->drop_extremes && !a->by_team == !b->by_team && MAX (a->due_days, -1) == MAX (b->due_days, -1);
}

/* Where a component stands among its sisters, from 1. */
static int
get_position (const FfScheme *scheme, const FfComponent *component)
{
  int position = 0;

  for (guint i = 0; i < scheme->components->len; i++)
    {
      position += component_at (scheme, i)->parent == component->parent ? 1 : 0;
      if (component_at (scheme, i) == component)
        break;
    }
  return position;
}

static gint64
get_parent_id (const FfScheme *scheme, const FfComponent *component)
{
  return component->parent >= 0 ? component_at (scheme, component->parent)->id : 0;
}

static gboolean
write_component (FfDb *db, FfScheme *scheme, FfComponent *component, const FfScheme *stored, gboolean *changed, GError **error)
{
  const FfComponent *old = component->id ? find_by_id (stored, component->id) : NULL;
  gint64 parent_id = get_parent_id (scheme, component);
  int position = get_position (scheme, component);

  if (old && components_equal (component, old) && parent_id == get_parent_id (stored, old) && position == get_position (stored, old))
    return TRUE;
  *changed = TRUE;
  if (old)
    return ff_component_store_update (db, parent_id, position, component, error);
  return ff_component_store_insert (db, scheme->id, parent_id, position, component, error);
}

static gboolean
write_own_row (FfDb *db, gint64 course_id, gint64 run_id, FfScheme *scheme, const FfScheme *stored, gboolean *changed, GError **error)
{
  if (stored && schemes_equal (scheme, stored))
    return TRUE;
  *changed = TRUE;
  if (stored)
    return ff_scheme_store_update (db, scheme, error);
  return ff_scheme_store_insert (db, course_id, run_id, scheme, error);
}

gboolean
ff_schemes_write (FfDb *db, gint64 course_id, gint64 run_id, FfScheme *scheme, const FfScheme *stored, gboolean *changed, GError **error)
{
  if (!write_own_row (db, course_id, run_id, scheme, stored, changed, error))
    return FALSE;
  if (stored && (!delete_missing (db, scheme, stored, changed, error) || !park_keys (db, scheme, stored, error)))
    return FALSE;
  for (guint i = 0; i < scheme->components->len; i++)
    {
      FfComponent *component = component_at (scheme, i);
      const FfComponent *old = component->id ? find_by_id (stored, component->id) : NULL;
      if (!write_component (db, scheme, component, stored, changed, error)
          || !ff_criteria_write (db, FF_CRITERIA_OF_COMPONENT, component->id, get_criteria (component), get_criteria (old), changed, error)
          || !ff_test_items_write (db, component->id, get_items (component), get_items (old), changed, error))
        return FALSE;
    }
  return TRUE;
}

FfPut
ff_schemes_put (FfDb *db, gint64 course_id, gint64 run_id, FfScheme *scheme, GError **error)
{
  gboolean changed = FALSE;
  g_autoptr (FfScheme) stored = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail ((course_id == 0) != (run_id == 0), FF_PUT_REFUSED);

  stored = ff_scheme_store_read (db, course_id, run_id, &local_error);
  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FF_PUT_REFUSED;
    }
  if ((run_id != 0 && !ff_settling_check_open (db, run_id, error)) || !ff_schemes_check (db, scheme, stored, error)
      || !ff_schemes_write (db, course_id, run_id, scheme, stored, &changed, error))
    return FF_PUT_REFUSED;
  return !stored ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_schemes_copy (FfDb *db, gint64 course_id, gint64 run_id, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, course_id, 0, error);

  return scheme && ff_schemes_put (db, 0, run_id, scheme, error) != FF_PUT_REFUSED;
}

gboolean
ff_rules_read (FfDb *db, gint64 course_id, gint64 run_id, FfAttendanceRule *rule, GError **error)
{
  gint64 id;

  return ff_rule_store_read (db, course_id, run_id, rule, &id, error);
}

gboolean
ff_rules_check (const FfAttendanceRule *rule, GError **error)
{
  if (rule->grace_minutes < 0 || rule->grace_minutes > GRACE_MAX)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "attendance", _("The minutes that somebody may be late must be from 0 to %d."), GRACE_MAX);
      return FALSE;
    }
  if (rule->max_absence < 0 || rule->max_absence > HUNDRED || rule->min_attended < -1 || rule->min_attended > HUNDRED)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "attendance", _("The limits of absence and attendance must be from 0 to 100 percent."));
      return FALSE;
    }
  return TRUE;
}

FfPut
ff_rules_put (FfDb *db, gint64 course_id, gint64 run_id, const FfAttendanceRule *rule, GError **error)
{
  FfAttendanceRule stored;
  gint64 id;

  g_return_val_if_fail ((course_id == 0) != (run_id == 0), FF_PUT_REFUSED);

  if (!ff_rules_check (rule, error) || !ff_rule_store_read (db, course_id, run_id, &stored, &id, error))
    return FF_PUT_REFUSED;
  if (!id)
    return ff_rule_store_insert (db, course_id, run_id, rule, error) ? FF_PUT_NEW : FF_PUT_REFUSED;
  if (ff_attendance_rule_equal (rule, &stored))
    return FF_PUT_SAME;
  if (run_id != 0 && !ff_settling_check_open (db, run_id, error))
    return FF_PUT_REFUSED;
  return ff_rule_store_update (db, id, rule, error) ? FF_PUT_CHANGED : FF_PUT_REFUSED;
}

gboolean
ff_rules_copy (FfDb *db, gint64 course_id, gint64 run_id, GError **error)
{
  FfAttendanceRule rule;

  return ff_rules_read (db, course_id, 0, &rule, error) && ff_rules_put (db, 0, run_id, &rule, error) != FF_PUT_REFUSED;
}
