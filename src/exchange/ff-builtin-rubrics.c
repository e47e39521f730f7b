#include "config.h"

#include "ff-builtin-rubrics.h"

#include <string.h>

#include "ff-criteria-json.h"
#include "ff-phrases.h"
#include "ff-rubrics-resources.h"

static const FfJsonRule rubric_rules[] = {
  { "key", FF_JSON_TEXT, "What an edited copy remembers.", .required = TRUE },
  { "title", FF_JSON_TEXT, "Its title.", .required = TRUE },
  { "note", FF_JSON_TEXT, "What it is for." },
  { "criteria", FF_JSON_OBJECTS, "What it judges.", .required = TRUE, .shape = &ff_criterion_shape },
  { NULL },
};
static const FfJsonShape rubric_shape = { "rubric", rubric_rules };

static const FfJsonRule document_rules[] = {
  { "fourfold", FF_JSON_INTEGER, "The version of this format.", .min = 1, .max = 1 },
  { "rubrics", FF_JSON_OBJECTS, "The rubrics.", .required = TRUE, .shape = &rubric_shape },
  { NULL },
};
static const FfJsonShape document_shape = { NULL, document_rules };

/* Our own data: what is wrong with it is a fault of the program, and the tests read all of it. */
static GPtrArray *
read_rubrics (const char *language)
{
  GPtrArray *rubrics = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_rubric_free);
  g_autofree char *path = g_strdup_printf ("/org/fourfold/rubrics/%s.json", language);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ff_rubrics_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) document = ff_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  if (document == NULL || !ff_json_check (document, &document_shape, &error))
    g_error ("%s: %s", path, error->message);
  for (guint i = 0; i < ff_json_get_length (document, "rubrics"); i++)
    {
      JsonNode *node = ff_json_get_element (document, "rubrics", i);
      FfRubric *rubric = ff_rubric_new (ff_json_get_text (node, "key", NULL), ff_json_get_text (node, "title", NULL),
                                        ff_json_get_text (node, "note", NULL));

      ff_criteria_json_read (node, rubric->criteria);
      g_ptr_array_add (rubrics, rubric);
    }
  return rubrics;
}

const GPtrArray *
ff_builtin_rubrics_get (const char *language)
{
  static GMutex mutex;
  static GHashTable *known;
  GPtrArray *rubrics;

  g_return_val_if_fail (ff_phrases_is_language (language), NULL);

  if (language == NULL)
    language = ff_phrases_reader_language ();
  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  rubrics = g_hash_table_lookup (known, language);
  if (rubrics == NULL)
    {
      rubrics = read_rubrics (language);
      g_hash_table_insert (known, (gpointer) g_intern_string (language), rubrics);
    }
  g_mutex_unlock (&mutex);
  return rubrics;
}

const FfRubric *
ff_builtin_rubrics_find (const char *language, const char *key)
{
  const GPtrArray *rubrics = ff_builtin_rubrics_get (language);

  for (guint i = 0; key != NULL && i < rubrics->len; i++)
    if (strcmp (((FfRubric *) g_ptr_array_index (rubrics, i))->key, key) == 0)
      return g_ptr_array_index (rubrics, i);
  return NULL;
}
