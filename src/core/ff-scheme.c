/* The tree of components whose weighted marks make a total, and what may not stand in one. */
#include "config.h"

#include "ff-scheme.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-error.h"

#define HUNDRED 10000 /* hundredths */

static void
component_free (gpointer data)
{
  FfComponent *component = data;

  g_free (component->key);
  g_free (component->title);
  g_free (component->pretest_of);
  g_free (component->commitment_kind);
  g_clear_pointer (&component->criteria, g_ptr_array_unref);
  g_clear_pointer (&component->items, g_ptr_array_unref);
  g_free (component);
}

static FfComponent *
component_at (const FfScheme *scheme, guint index)
{
  return g_ptr_array_index (scheme->components, index);
}

FfScheme *
ff_scheme_new (void)
{
  FfScheme *scheme = g_new0 (FfScheme, 1);

  scheme->pass_mark = 6000;
  scheme->good_mark = 8000;
  scheme->excellent_mark = 9000;
  scheme->award_percent = 2000;
  scheme->award_rounding = FF_AWARD_DOWN;
  scheme->components = g_ptr_array_new_with_free_func (component_free);
  return scheme;
}

FfScheme *
ff_scheme_copy (const FfScheme *scheme)
{
  FfScheme *copy;
  GPtrArray *components;

  g_return_val_if_fail (scheme != NULL, NULL);

  copy = ff_scheme_new ();
  components = copy->components;
  *copy = *scheme;
  copy->components = components;

  for (guint i = 0; i < scheme->components->len; i++)
    {
      const FfComponent *component = component_at (scheme, i);
      FfComponent *twin = g_new (FfComponent, 1);

      *twin = *component;
      twin->key = g_strdup (component->key);
      twin->title = g_strdup (component->title);
      twin->pretest_of = g_strdup (component->pretest_of);
      twin->commitment_kind = g_strdup (component->commitment_kind);
      twin->criteria = ff_criteria_copy (component->criteria);
      twin->items = ff_test_items_copy (component->items);
      g_ptr_array_add (components, twin);
    }
  return copy;
}

void
ff_scheme_free (FfScheme *scheme)
{
  if (scheme == NULL)
    return;
  g_ptr_array_unref (scheme->components);
  g_free (scheme);
}

FfComponent *
ff_scheme_add (FfScheme *scheme, int parent, const char *key, const char *title, gint64 weight)
{
  FfComponent *component;

  g_return_val_if_fail (scheme != NULL, NULL);
  g_return_val_if_fail (parent >= -1 && parent < (int) scheme->components->len, NULL);

  component = g_new0 (FfComponent, 1);
  component->key = g_strdup (key);
  component->title = g_strdup (title);
  component->parent = parent;
  component->weight = weight;
  component->max = HUNDRED;
  component->due_days = -1;
  g_ptr_array_add (scheme->components, component);
  return component;
}

FfCriterion *
ff_component_add_criterion (FfComponent *component, const char *key, const char *title, gint64 max)
{
  g_return_val_if_fail (component != NULL, NULL);

  if (component->criteria == NULL)
    component->criteria = ff_criteria_new ();
  return ff_criteria_add (component->criteria, key, title, max);
}

void
ff_scheme_update (FfScheme *scheme)
{
  gint64 root_sum;

  g_return_if_fail (scheme != NULL);

  for (guint i = 0; i < scheme->components->len; i++)
    {
      FfComponent *component = component_at (scheme, i);

      component->leaf = TRUE;
      component->depth = 0;
      component->children_sum = 0;
      if (component->source == FF_SOURCE_RUBRIC && component->criteria != NULL)
        component->max = ff_criteria_sum (component->criteria);
      if (component->parent >= 0)
        {
          FfComponent *parent = component_at (scheme, component->parent);

          parent->leaf = FALSE;
          component->depth = parent->depth + 1;
          if (component->pretest_of == NULL)
            parent->children_sum += component->weight;
        }
    }

  root_sum = ff_scheme_sum (scheme, -1);
  for (guint i = 0; i < scheme->components->len; i++)
    {
      FfComponent *component = component_at (scheme, i);
      const FfComponent *parent = component->parent >= 0 ? component_at (scheme, component->parent) : NULL;
      gint64 sum = parent != NULL ? parent->children_sum : root_sum;

      if (component->pretest_of != NULL || sum <= 0)
        component->share = 0;
      else
        component->share = (parent != NULL ? parent->share : 1) * component->weight / sum;
    }
}

/* What a sentence calls a component. */
static const char *
component_name (const FfComponent *component)
{
  return component->title != NULL && *component->title != '\0' ? component->title : component->key;
}

static gboolean
validate_rubric (const FfComponent *component, GError **error)
{
  if (component->criteria != NULL && component->criteria->len > 0)
    return ff_criteria_validate (component->criteria, error);
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The rubric “%s” has no criteria; add at least one."), component_name (component));
  return FALSE;
}

static gboolean
validate_pretest (const FfScheme *scheme, const FfComponent *component, GError **error)
{
  int of = ff_scheme_find (scheme, component->pretest_of);
  const FfComponent *target = of >= 0 ? component_at (scheme, of) : NULL;

  if (component->leaf && target != NULL && target != component && target->leaf && target->pretest_of == NULL)
    return TRUE;
  g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
               _("“%s” is a pre-test of “%s”, which is not a component with marks; name one that is."),
               component_name (component), component->pretest_of);
  return FALSE;
}

static gboolean
is_commitment_kind (const char *kind)
{
  static const char *const kinds[] = { "card", "seven_day", "micro_plan", "project", NULL };

  return kind == NULL || g_strv_contains (kinds, kind);
}

static gboolean
validate_component (const FfScheme *scheme, const FfComponent *component, GError **error)
{
  if (component->weight < 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _("The weight of “%s” is below 0; enter 0 or more."),
                   component_name (component));
      return FALSE;
    }
  if (!component->leaf && component->source != FF_SOURCE_MANUAL)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _("“%s” is a group and takes its mark from its parts; give the source to a part."),
                   component_name (component));
      return FALSE;
    }
  if (component->source == FF_SOURCE_RUBRIC && !validate_rubric (component, error))
    return FALSE;
  if (component->leaf && !ff_scheme_max_validate (component_name (component), component->max, error))
    return FALSE;
  if (component->pretest_of != NULL && !validate_pretest (scheme, component, error))
    return FALSE;
  if (component->source == FF_SOURCE_COMMITMENT && !is_commitment_kind (component->commitment_kind))
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                   _("“%s” is no kind of commitment; use card, seven_day, micro_plan or project."),
                   component->commitment_kind);
      return FALSE;
    }
  return TRUE;
}

gboolean
ff_scheme_validate (const FfScheme *scheme, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (scheme != NULL, FALSE);

  if (scheme->pass_mark < 0 || scheme->pass_mark > HUNDRED)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, _("The pass mark must be from 0 to 100."));
      return FALSE;
    }
  if (scheme->award_percent < 0 || scheme->award_percent > HUNDRED)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, _("The share of awards must be from 0 to 100 percent."));
      return FALSE;
    }
  for (guint i = 0; i < scheme->components->len; i++)
    {
      const FfComponent *component = component_at (scheme, i);

      if (!ff_scheme_key_validate (component->key, component->title, seen, error))
        return FALSE;
    }
  for (guint i = 0; i < scheme->components->len; i++)
    if (!validate_component (scheme, component_at (scheme, i), error))
      return FALSE;
  return TRUE;
}

guint
ff_scheme_length (const FfScheme *scheme)
{
  g_return_val_if_fail (scheme != NULL, 0);

  return scheme->components->len;
}

const FfComponent *
ff_scheme_get (const FfScheme *scheme, guint index)
{
  g_return_val_if_fail (scheme != NULL && index < scheme->components->len, NULL);

  return component_at (scheme, index);
}

int
ff_scheme_find (const FfScheme *scheme, const char *key)
{
  g_return_val_if_fail (scheme != NULL, -1);

  for (guint i = 0; i < scheme->components->len; i++)
    if (g_strcmp0 (component_at (scheme, i)->key, key) == 0)
      return i;
  return -1;
}

gint64
ff_scheme_sum (const FfScheme *scheme, int parent)
{
  gint64 sum = 0;

  g_return_val_if_fail (scheme != NULL, 0);

  for (guint i = 0; i < scheme->components->len; i++)
    {
      const FfComponent *component = component_at (scheme, i);

      if (component->parent == parent && component->pretest_of == NULL)
        sum += component->weight;
    }
  return sum;
}

static const char *const source_keys[] = {
  [FF_SOURCE_MANUAL] = "manual",         [FF_SOURCE_RUBRIC] = "rubric",         [FF_SOURCE_TEST] = "test",
  [FF_SOURCE_ATTENDANCE] = "attendance", [FF_SOURCE_COMMITMENT] = "commitment",
};

static const char *const attempt_keys[] = {
  [FF_ATTEMPTS_CAPPED] = "capped",
  [FF_ATTEMPTS_BEST] = "best",
  [FF_ATTEMPTS_LAST] = "last",
};

static const char *const rounding_keys[] = {
  [FF_AWARD_DOWN] = "down",
  [FF_AWARD_NEAREST] = "nearest",
  [FF_AWARD_UP] = "up",
};

static int
find_key (const char *const *keys, gsize n, const char *key)
{
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (keys[i], key) == 0)
      return i;
  return -1;
}

gboolean
ff_component_is_computed (const FfComponent *component)
{
  g_return_val_if_fail (component != NULL, FALSE);

  return component->source == FF_SOURCE_ATTENDANCE || component->source == FF_SOURCE_COMMITMENT
         || (component->source == FF_SOURCE_TEST && component->items != NULL && component->items->len > 0);
}

const char *
ff_component_source_to_key (FfComponentSource source)
{
  g_return_val_if_fail (source < G_N_ELEMENTS (source_keys), NULL);

  return source_keys[source];
}

gboolean
ff_component_source_from_key (const char *key, FfComponentSource *source)
{
  int found = find_key (source_keys, G_N_ELEMENTS (source_keys), key);

  if (found >= 0)
    *source = found;
  return found >= 0;
}

const char *
ff_attempt_rule_to_key (FfAttemptRule rule)
{
  g_return_val_if_fail (rule < G_N_ELEMENTS (attempt_keys), NULL);

  return attempt_keys[rule];
}

gboolean
ff_attempt_rule_from_key (const char *key, FfAttemptRule *rule)
{
  int found = find_key (attempt_keys, G_N_ELEMENTS (attempt_keys), key);

  if (found >= 0)
    *rule = found;
  return found >= 0;
}

const char *
ff_award_rounding_to_key (FfAwardRounding rounding)
{
  g_return_val_if_fail (rounding < G_N_ELEMENTS (rounding_keys), NULL);

  return rounding_keys[rounding];
}

gboolean
ff_award_rounding_from_key (const char *key, FfAwardRounding *rounding)
{
  int found = find_key (rounding_keys, G_N_ELEMENTS (rounding_keys), key);

  if (found >= 0)
    *rounding = found;
  return found >= 0;
}
