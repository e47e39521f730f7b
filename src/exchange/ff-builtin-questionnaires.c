#include "config.h"

#include "ff-builtin-questionnaires.h"

#include "ff-questionnaire-json.h"
#include "ff-questionnaires-resources.h"

#define PATH "/org/fourfold/questionnaires/questionnaires.json"

static const FfJsonRule document_rules[] = {
  { "fourfold", FF_JSON_INTEGER, "The version of this format.", .min = 1, .max = 1 },
  { "questionnaires", FF_JSON_OBJECTS, "The questionnaires.", .required = TRUE, .shape = &ff_questionnaire_shape },
  { NULL },
};
static const FfJsonShape document_shape = { NULL, document_rules };

/* Our own data: what is wrong with it is a fault of the program, and the tests read all of it. */
static GPtrArray *
read_questionnaires (void)
{
  GPtrArray *questionnaires = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_questionnaire_free);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ff_questionnaires_get_resource (), PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) document = ff_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  if (document == NULL || !ff_json_check (document, &document_shape, &error))
    g_error ("%s: %s", PATH, error->message);
  for (guint i = 0; i < ff_json_get_length (document, "questionnaires"); i++)
    {
      JsonNode *node = ff_json_get_element (document, "questionnaires", i);

      if (!ff_questionnaire_json_check (node, PATH, &error))
        g_error ("%s", error->message);
      g_ptr_array_add (questionnaires, ff_questionnaire_json_read (node));
    }
  return questionnaires;
}

const GPtrArray *
ff_builtin_questionnaires_get (void)
{
  static gsize known;

  if (g_once_init_enter (&known))
    g_once_init_leave (&known, (gsize) read_questionnaires ());
  return (const GPtrArray *) known;
}

const FfQuestionnaire *
ff_builtin_questionnaires_find (const char *key)
{
  const GPtrArray *questionnaires = ff_builtin_questionnaires_get ();

  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < questionnaires->len; i++)
    if (g_str_equal (((FfQuestionnaire *) g_ptr_array_index (questionnaires, i))->key, key))
      return g_ptr_array_index (questionnaires, i);
  return NULL;
}
