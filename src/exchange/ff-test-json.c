#include "config.h"

#include "ff-test-json.h"

static const char *const kinds[] = { "choice", "short", NULL };

static const FfJsonRule item_rules[] = {
  { "key", FF_JSON_TEXT, "Its number, unique in its component.", .required = TRUE },
  { "kind", FF_JSON_WORD, "Whether letters are chosen or a marker gives points.", .required = TRUE, .words = kinds },
  { "title", FF_JSON_TEXT, "The question.", .required = TRUE },
  { "options", FF_JSON_TEXTS, "What can be chosen, A first." },
  { "answer", FF_JSON_TEXT, "Of a choice the letters that are right, of a short one a model answer." },
  { "points", FF_JSON_NUMBER, "What it gives.", .required = TRUE, .min = 0.01, .max = 1e6, .decimals = 2 },
  { NULL },
};
const FfJsonShape ff_test_item_shape = { "test_item", item_rules };

static FfTestItem *
add_item (GPtrArray *items, JsonNode *node)
{
  JsonNode *options = ff_json_get (node, "options");
  FfTestKind kind = FF_TEST_SHORT;
  const char *answer = ff_json_get_text (node, "answer", NULL);
  FfTestItem *item;

  (void) ff_test_kind_from_key (ff_json_get_text (node, "kind", NULL), &kind);
  item = ff_test_items_add (items, ff_json_get_text (node, "key", NULL), kind, ff_json_get_text (node, "title", NULL),
                            ff_json_get_hundredths (node, "points", 0));
  item->answer = kind == FF_TEST_CHOICE && answer != NULL ? ff_test_letters_parse (answer) : g_strdup (answer);
  for (guint i = 0; options != NULL && i < json_array_get_length (json_node_get_array (options)); i++)
    g_ptr_array_add (item->options, g_strdup (json_array_get_string_element (json_node_get_array (options), i)));
  return item;
}

gboolean
ff_test_json_check (JsonNode *node, const char *path, GError **error)
{
  for (guint i = 0; i < ff_json_get_length (node, "items"); i++)
    {
      g_autoptr (GPtrArray) items = ff_test_items_new ();
      g_autoptr (GError) problem = NULL;
      g_autofree char *place = g_strdup_printf ("%s.items[%u]", path, i);

      add_item (items, ff_json_get_element (node, "items", i));
      if (ff_test_items_validate (items, &problem))
        continue;
      ff_json_set_error (error, place, "%s", problem->message);
      return FALSE;
    }
  return TRUE;
}

GPtrArray *
ff_test_json_read (JsonNode *node)
{
  guint n = ff_json_get_length (node, "items");
  GPtrArray *items = n > 0 ? ff_test_items_new () : NULL;

  for (guint i = 0; i < n; i++)
    add_item (items, ff_json_get_element (node, "items", i));
  return items;
}

static void
write_item (FfJsonWriter *writer, const FfTestItem *item)
{
  ff_json_begin_object (writer, NULL);
  ff_json_text (writer, "key", item->key);
  ff_json_text (writer, "kind", ff_test_kind_to_key (item->kind));
  ff_json_text (writer, "title", item->title);
  if (item->options->len > 0)
    {
      ff_json_begin_array (writer, "options");
      for (guint i = 0; i < item->options->len; i++)
        ff_json_text (writer, NULL, g_ptr_array_index (item->options, i));
      ff_json_end (writer);
    }
  if (item->answer != NULL)
    ff_json_text (writer, "answer", item->answer);
  ff_json_hundredths (writer, "points", item->points);
  ff_json_end (writer);
}

void
ff_test_json_write (FfJsonWriter *writer, const GPtrArray *items)
{
  ff_json_begin_array (writer, "items");
  for (guint i = 0; i < items->len; i++)
    write_item (writer, ff_test_items_get (items, i));
  ff_json_end (writer);
}
