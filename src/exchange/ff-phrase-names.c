#include "config.h"

#include "ff-phrase-names.h"

#include <glib/gi18n-lib.h>

#include "ff-layer-store.h"

char *
ff_phrases_names (FfPhrases *phrases, const char *names)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (names != NULL, NULL);

  parts = g_strsplit (names, "; ", -1);
  /* Translators: joins names in a list. */
  return g_strjoinv (ff_phrases_get (phrases, "list", NC_ ("list", ", ")), parts);
}

const char *
ff_phrases_layer (FfPhrases *phrases, const char *key, const char *title)
{
  static const struct
  {
    const char *key;
    const char *english;
  } built_in[] = {
    { "frontline", NC_ ("layer", "Frontline") },
    { "support", NC_ ("layer", "Support") },
    { "management", NC_ ("layer", "Management") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    if (g_strcmp0 (key, built_in[i].key) == 0 && g_strcmp0 (title, ff_layer_title (key, NULL)) == 0)
      return ff_phrases_get (phrases, "layer", built_in[i].english);

  return title;
}

const char *
ff_phrases_status (FfPhrases *phrases, const char *status)
{
  if (g_str_equal (status, "enrolled"))
    return ff_phrases_get (phrases, "roster", NC_ ("roster", "Enrolled"));
  if (g_str_equal (status, "waitlisted"))
    return ff_phrases_get (phrases, "roster", NC_ ("roster", "Waitlisted"));
  return ff_phrases_get (phrases, "roster", NC_ ("roster", "Withdrawn"));
}
