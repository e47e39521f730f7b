#include "config.h"

#include "ff-scheme-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-number.h"
#include "ff-scheme-measure.h"
#include "ff-take.h"

static FfComponent *
component_at (FfScheme *scheme, guint index)
{
  return g_ptr_array_index (scheme->components, index);
}

/* -1 without an error when @id is 0. */
static gboolean
find_component (FfScheme *scheme, gint64 id, int *index, GError **error)
{
  *index = -1;
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    if (id != 0 && component_at (scheme, i)->id == id)
      *index = (int) i;
  if (id == 0 || *index >= 0)
    return TRUE;
  g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This component of the scheme does not exist any more."));
  return FALSE;
}

static FfPut
put (FfDb *db, gint64 course_id, FfScheme *scheme, GError **error)
{
  ff_scheme_update (scheme);
  if (!ff_scheme_validate (scheme, error))
    return FF_PUT_REFUSED;
  return ff_schemes_put (db, course_id, 0, scheme, error);
}

/* Drafts ----------------------------------------------------------------------------------------------------------- */

static gboolean
parse_number (const char *text, const char *field, gint64 least, gint64 *value, GError **error)
{
  if (ff_hundredths_parse (text, value) && *value >= least)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, field, _("“%s” does not fit here. Write a number such as 40 or 12.5."), text);
  return FALSE;
}

/* "Listens = 20" into a title, which stays in @line, and points; the maximum is behind the last = or : of the line, either of which a
   Chinese keyboard types wide. */
static gboolean
split_line (char *line, gint64 *max, GError **error)
{
  static const char *const marks[] = { "=", "＝", ":", "：" };
  char *mark = NULL;
  gsize length = 0;
  g_autofree char *points = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (marks) && mark == NULL; i++)
    {
      mark = g_strrstr (line, marks[i]);
      length = strlen (marks[i]);
    }
  points = g_strstrip (g_strdup (mark != NULL ? mark + length : ""));
  if (!ff_hundredths_parse (points, max) || *max <= 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "criteria", _("“%s” lacks its points. Write each criterion as “Listens = 20”."), line);
      return FALSE;
    }
  *mark = '\0';
  g_strstrip (line);
  return TRUE;
}

static FfCriterion *
find_title (const GPtrArray *criteria, const char *title)
{
  for (guint i = 0; criteria != NULL && i < criteria->len; i++)
    if (g_strcmp0 (((FfCriterion *) g_ptr_array_index (criteria, i))->title, title) == 0)
      return g_ptr_array_index (criteria, i);
  return NULL;
}

/* The criterion that a line was before: the one with its title, or else the one in its place when that title is on no line any more. */
static FfCriterion *
find_before (GPtrArray *before, char **titles, guint place)
{
  FfCriterion *same = find_title (before, titles[place]);

  if (same != NULL || before == NULL || place >= before->len)
    return same;
  same = g_ptr_array_index (before, place);
  return g_strv_contains ((const char *const *) titles, same->title) ? NULL : same;
}

/* What is typed here is a title and points: key, note and levels of a criterion stay with it. */
static void
add_criterion (FfComponent *component, const FfCriterion *old, const char *title, gint64 max)
{
  FfCriterion *criterion;

  if (old == NULL || (component->criteria != NULL && ff_criteria_find (component->criteria, old->key) != NULL))
    {
      criterion = ff_component_add_criterion (component, NULL, title, max);
      return;
    }
  criterion = ff_component_add_criterion (component, old->key, title, max);
  criterion->id = old->id;
  criterion->note = g_strdup (old->note);
  g_ptr_array_unref (criterion->levels);
  criterion->levels = g_ptr_array_ref (old->levels);
}

static gboolean
take_criteria (FfComponent *component, const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GPtrArray) before = g_steal_pointer (&component->criteria);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (char **line = lines; *line != NULL; line++)
    {
      gint64 max;

      if (*g_strstrip (*line) == '\0')
        continue;
      if (!split_line (*line, &max, error))
        return FALSE;
      g_ptr_array_add (titles, *line);
      g_array_append_val (points, max);
    }
  if (titles->len == 0)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "criteria", _("A rubric needs its criteria. Write each on a line, as “Listens = 20”."));
      return FALSE;
    }
  g_ptr_array_add (titles, NULL);
  for (guint i = 0; i < points->len; i++)
    add_criterion (component, find_before (before, (char **) titles->pdata, i), titles->pdata[i], g_array_index (points, gint64, i));
  ff_criteria_fill_keys (component->criteria, before);
  component->max = ff_criteria_sum (component->criteria);
  return TRUE;
}

char *
ff_component_format_criteria (const FfComponent *component)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (component != NULL, g_string_free (text, FALSE));

  for (guint i = 0; component->criteria != NULL && i < component->criteria->len; i++)
    {
      const FfCriterion *criterion = g_ptr_array_index (component->criteria, i);
      g_autofree char *max = ff_hundredths_format (criterion->max);

      g_string_append_printf (text, "%s%s = %s", i > 0 ? "\n" : "", criterion->title, max);
    }
  return g_string_free (text, FALSE);
}

static gboolean
take_source (FfComponent *component, const FfComponentDraft *draft, GError **error)
{
  if (draft->source != NULL && *draft->source != '\0' && !ff_component_source_from_key (draft->source, &component->source))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "source", _("“%s” is no source of marks."), draft->source);
      return FALSE;
    }
  if (component->source == FF_SOURCE_RUBRIC)
    return take_criteria (component, draft->criteria, error);
  g_clear_pointer (&component->criteria, g_ptr_array_unref);
  component->max = 10000;
  return draft->max == NULL || *draft->max == '\0' || parse_number (draft->max, "max", 1, &component->max, error);
}

static gboolean
take_rules (FfComponent *component, const FfComponentDraft *draft, GError **error)
{
  gboolean changed = FALSE;

  if (draft->attempts != NULL && *draft->attempts != '\0' && !ff_attempt_rule_from_key (draft->attempts, &component->attempts))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "attempts", _("“%s” is no rule for attempts; write capped, best or last."), draft->attempts);
      return FALSE;
    }
  if (!ff_take_yes_no (&component->by_team, draft->by_team, "by_team", &changed, error)
      || !ff_take_yes_no (&component->drop_extremes, draft->drop_extremes, "drop_extremes", &changed, error))
    return FALSE;
  if (!component->by_team || !ff_component_is_computed (component))
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "by_team", _("“%s” is computed by the program for each person."), component->title);
  return FALSE;
}

/* Pre-tests know their component by its key, and follow it. */
static void
take_key (FfScheme *scheme, FfComponent *component, const char *key)
{
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      FfComponent *other = component_at (scheme, i);

      if (g_strcmp0 (other->pretest_of, component->key) != 0)
        continue;
      g_free (other->pretest_of);
      other->pretest_of = g_strdup (key);
    }
  g_free (component->key);
  component->key = g_strdup (key);
}

/* A pre-test stands outside the total, so that its weight means nothing. */
static gboolean
take_weight (FfComponent *component, const FfComponentDraft *draft, GError **error)
{
  const char *pretest_of = draft->pretest_of != NULL ? draft->pretest_of : component->pretest_of;

  if (draft->weight == NULL || (pretest_of != NULL && *pretest_of != '\0'))
    return TRUE;
  return parse_number (draft->weight, "weight", 0, &component->weight, error);
}

static gboolean
take_draft (FfScheme *scheme, FfComponent *component, const FfComponentDraft *draft, GError **error)
{
  if (draft->title == NULL || *draft->title == '\0')
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _("A component needs a title."));
      return FALSE;
    }
  g_free (component->title);
  component->title = g_strdup (draft->title);
  if (draft->key != NULL && *draft->key != '\0')
    take_key (scheme, component, draft->key);
  return take_weight (component, draft, error) && take_source (component, draft, error) && take_rules (component, draft, error);
}

/* The first of c1, c2 … that the scheme does not use. */
static char *
free_key (const FfScheme *scheme)
{
  for (int i = 1;; i++)
    {
      g_autofree char *key = g_strdup_printf ("c%d", i);

      if (ff_scheme_find (scheme, key) < 0)
        return g_steal_pointer (&key);
    }
}

static gboolean
find_group (FfScheme *scheme, const char *key, int *index, GError **error)
{
  *index = -1;
  if (key == NULL || *key == '\0')
    return TRUE;
  *index = ff_scheme_find (scheme, key);
  if (*index >= 0)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_NOT_FOUND, "group", _("There is no group “%s” in this scheme."), key);
  return FALSE;
}

/* Appends the children of @parent in their order, each followed by its own. */
static void
order_below (FfComponent *const *all, FfComponent *const *parents, guint n, const FfComponent *parent, int parent_index, GPtrArray *ordered)
{
  for (guint i = 0; i < n; i++)
    if (parents[i] == parent)
      {
        int index = (int) ordered->len;

        all[i]->parent = parent_index;
        g_ptr_array_add (ordered, all[i]);
        order_below (all, parents, n, all[i], index, ordered);
      }
}

/* Puts a component with everything below it into another group. */
static gboolean
move_to_group (FfScheme *scheme, FfComponent *moving, int group, GError **error)
{
  guint n = ff_scheme_length (scheme);
  FfComponent *target = group >= 0 ? component_at (scheme, (guint) group) : NULL;
  g_autofree FfComponent **all = g_new (FfComponent *, n);
  g_autofree FfComponent **parents = g_new (FfComponent *, n);
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();

  for (int up = group; up >= 0; up = component_at (scheme, (guint) up)->parent)
    if (component_at (scheme, (guint) up) == moving)
      {
        ff_put_set_error (error, FF_ERROR_INVALID, "group", _("A component cannot stand below itself. Choose another group."));
        return FALSE;
      }
  for (guint i = 0; i < n; i++)
    {
      all[i] = component_at (scheme, i);
      parents[i] = all[i]->parent >= 0 ? component_at (scheme, (guint) all[i]->parent) : NULL;
      if (all[i] == moving)
        parents[i] = target;
    }
  order_below (all, parents, n, NULL, -1, ordered);
  for (guint i = 0; i < n; i++)
    scheme->components->pdata[i] = g_ptr_array_index (ordered, i);
  return TRUE;
}

FfPut
ff_scheme_put_component (FfDb *db, gint64 course_id, gint64 component_id, const FfComponentDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, course_id, 0, error);
  FfComponent *component;
  int index, group;
  FfPut result;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (scheme == NULL || !find_component (scheme, component_id, &index, error) || !find_group (scheme, draft->group, &group, error))
    return FF_PUT_REFUSED;
  if (index < 0)
    {
      g_autofree char *key = free_key (scheme);

      component = ff_scheme_add (scheme, group, key, "", 0);
    }
  else
    component = component_at (scheme, (guint) index);
  if (!take_draft (scheme, component, draft, error) ||
      (draft->group != NULL && component->parent != group && !move_to_group (scheme, component, group, error)))
    return FF_PUT_REFUSED;
  ff_scheme_update (scheme);
  if (!ff_scheme_take_measure (scheme, component, draft->level, draft->pretest_of, error))
    return FF_PUT_REFUSED;
  result = put (db, course_id, scheme, error);
  if (result == FF_PUT_CHANGED && component_id == 0)
    result = FF_PUT_NEW;
  if (id != NULL)
    *id = component->id;
  return result;
}

FfPut
ff_scheme_set_weight (FfDb *db, gint64 course_id, gint64 component_id, gint64 weight, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, course_id, 0, error);
  int index;

  if (scheme == NULL || !find_component (scheme, component_id, &index, error))
    return FF_PUT_REFUSED;
  if (index >= 0)
    component_at (scheme, (guint) index)->weight = weight;
  return put (db, course_id, scheme, error);
}

gboolean
ff_scheme_delete_component (FfDb *db, gint64 course_id, gint64 component_id, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, course_id, 0, error);
  g_autofree int *moved = NULL;
  guint n, kept = 0;
  int index;

  if (scheme == NULL || !find_component (scheme, component_id, &index, error))
    return FALSE;
  /* Parents stand before their children, so one pass finds everything below and where the others move to. */
  n = ff_scheme_length (scheme);
  moved = g_new (int, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const FfComponent *component = ff_scheme_get (scheme, i);
      gboolean gone = (int) i == index || (component->parent >= 0 && moved[component->parent] < 0);

      moved[i] = gone ? -1 : (int) kept++;
    }
  for (guint i = n; i-- > 0;)
    if (moved[i] < 0)
      g_ptr_array_remove_index (scheme->components, i);
    else if (component_at (scheme, i)->parent >= 0)
      component_at (scheme, i)->parent = moved[component_at (scheme, i)->parent];
  return put (db, course_id, scheme, error) != FF_PUT_REFUSED;
}

FfPut
ff_scheme_spread (FfDb *db, gint64 course_id, gint64 group_id, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_schemes_read (db, course_id, 0, error);
  int group;
  gint64 sum, rest = 10000;
  FfComponent *heaviest = NULL;

  if (scheme == NULL || !find_component (scheme, group_id, &group, error))
    return FF_PUT_REFUSED;
  sum = ff_scheme_sum (scheme, group);
  if (sum == 0)
    return FF_PUT_SAME;
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      FfComponent *component = component_at (scheme, i);

      if (component->parent != group || component->pretest_of != NULL)
        continue;
      component->weight = (component->weight * 10000 + sum / 2) / sum;
      rest -= component->weight;
      if (heaviest == NULL || component->weight > heaviest->weight)
        heaviest = component;
    }
  /* What rounding left over goes where it is felt least. */
  heaviest->weight += rest;
  return put (db, course_id, scheme, error);
}
