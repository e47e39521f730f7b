#include "config.h"

#include "ff-scheme-measure.h"

#include <glib/gi18n-lib.h>

static FfComponent *
component_at (const FfScheme *scheme, guint index)
{
  return g_ptr_array_index (scheme->components, index);
}

static FfComponent *
find_component (const FfScheme *scheme, const char *key)
{
  int index = ff_scheme_find (scheme, key);

  return index >= 0 ? component_at (scheme, (guint) index) : NULL;
}

static const FfComponent *
find_pretest_of (const FfScheme *scheme, const FfComponent *component)
{
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    if (g_strcmp0 (component_at (scheme, i)->pretest_of, component->key) == 0)
      return component_at (scheme, i);
  return NULL;
}

static gboolean
take_level (FfScheme *scheme, FfComponent *component, const char *level, GError **error)
{
  int number = level != NULL ? g_ascii_digit_value (level[0]) : 0;

  if (level == NULL || *level == '\0')
    return TRUE;
  if (number < 0 || number > 4 || level[1] != '\0')
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "level", _("“%s” is no level: write 1 to 4, or 0 for none."), level);
      return FALSE;
    }
  if (number == FF_LEARNING_LEVEL && component->level != number)
    for (guint i = 0; i < ff_scheme_length (scheme); i++)
      if (component_at (scheme, i)->level == number)
        component_at (scheme, i)->level = 0;
  component->level = number;
  return TRUE;
}

/* @target is what it would be a pre-test of. */
static gboolean
check_pretest (const FfScheme *scheme, const FfComponent *component, const FfComponent *target, GError **error)
{
  const FfComponent *own = find_pretest_of (scheme, component);

  if (!component->leaf)
    ff_put_set_error (error, FF_ERROR_INVALID, "pretest_of", _("“%s” is a group: only what has marks of its own can be a pre-test."),
                      component->title);
  else if (target == component)
    ff_put_set_error (error, FF_ERROR_INVALID, "pretest_of", _("“%s” cannot be the pre-test of itself. Choose another component."),
                      component->title);
  else if (own != NULL)
    ff_put_set_error (error, FF_ERROR_INVALID, "pretest_of", _("“%s” has a pre-test itself, “%s”, so that it cannot be one."),
                      component->title, own->title);
  else if (!target->leaf || target->pretest_of != NULL)
    ff_put_set_error (error, FF_ERROR_INVALID, "pretest_of",
                      _("A pre-test is compared with what has marks of its own and counts; “%s” does not. Choose another component."),
                      target->title);
  else if (component->level == FF_LEARNING_LEVEL)
    ff_put_set_error (error, FF_ERROR_INVALID, "pretest_of",
                      _("“%s” is what level 2 goes by, and a pre-test stands outside it. Mark another component as level 2 first."),
                      component->title);
  else
    return TRUE;
  return FALSE;
}

static gboolean
take_pretest (FfScheme *scheme, FfComponent *component, const char *pretest_of, GError **error)
{
  const FfComponent *target;

  if (pretest_of == NULL)
    return TRUE;
  if (*pretest_of == '\0')
    {
      g_clear_pointer (&component->pretest_of, g_free);
      return TRUE;
    }
  target = find_component (scheme, pretest_of);
  if (target == NULL)
    {
      ff_put_set_error (error, FF_ERROR_NOT_FOUND, "pretest_of", _("There is no component “%s” in this scheme."), pretest_of);
      return FALSE;
    }
  if (!check_pretest (scheme, component, target, error))
    return FALSE;
  g_free (component->pretest_of);
  component->pretest_of = g_strdup (pretest_of);
  return TRUE;
}

gboolean
ff_scheme_take_measure (FfScheme *scheme, FfComponent *component, const char *level, const char *pretest_of, GError **error)
{
  g_return_val_if_fail (scheme != NULL && component != NULL, FALSE);

  /* What is imported may be both; it stays so until one of the two is changed. */
  if (g_strcmp0 (pretest_of, component->pretest_of) == 0)
    pretest_of = NULL;
  return take_level (scheme, component, level, error) && take_pretest (scheme, component, pretest_of, error);
}

FfScheme *
ff_scheme_read_of (FfDb *db, FfOwner owner, GError **error)
{
  g_return_val_if_fail (owner.kind == FF_OWNER_COURSE || owner.kind == FF_OWNER_RUN, NULL);

  return ff_schemes_read (db, owner.kind == FF_OWNER_COURSE ? owner.id : 0, owner.kind == FF_OWNER_RUN ? owner.id : 0, error);
}

FfPut
ff_scheme_put_measure (FfDb *db, FfOwner owner, gint64 component_id, const char *level, const char *pretest_of, GError **error)
{
  g_autoptr (FfScheme) scheme = ff_scheme_read_of (db, owner, error);
  FfComponent *component = NULL;

  if (scheme == NULL)
    return FF_PUT_REFUSED;
  for (guint i = 0; i < ff_scheme_length (scheme) && component == NULL; i++)
    if (component_at (scheme, i)->id == component_id)
      component = component_at (scheme, i);
  if (component == NULL)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This component of the scheme does not exist any more."));
      return FF_PUT_REFUSED;
    }
  if (!ff_scheme_take_measure (scheme, component, level, pretest_of, error))
    return FF_PUT_REFUSED;
  return ff_schemes_put (db, owner.kind == FF_OWNER_COURSE ? owner.id : 0, owner.kind == FF_OWNER_RUN ? owner.id : 0, scheme, error);
}

char *
ff_scheme_describe_pretest (const FfScheme *scheme, const FfComponent *component)
{
  const FfComponent *target;

  g_return_val_if_fail (scheme != NULL && component != NULL, NULL);

  if (component->pretest_of == NULL)
    return NULL;
  target = find_component (scheme, component->pretest_of);
  /* Translators: a component of a scheme. */
  return g_strdup_printf (_("Pre-test of %s"), target != NULL ? target->title : component->pretest_of);
}
