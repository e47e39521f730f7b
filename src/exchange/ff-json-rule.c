#include "config.h"

#include "ff-json-rule.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ff-error.h"

#define MAX_DEPTH 64

void
ff_json_set_error (GError **error, const char *path, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, FF_ERROR, FF_ERROR_INVALID, "%s: %s", path, reason);
}

/* Parsing ---------------------------------------------------------------------------------------------------- */

/* The parser calls itself for each level, so that a file of brackets alone would end the program. */
static gboolean
refuse_depth (const char *text, gsize length, GError **error)
{
  gboolean quoted = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    switch (text[i])
      {
      case '"':
        quoted = !quoted;
        break;
      case '\\':
        i += quoted;
        break;
      case '{':
      case '[':
        depth += !quoted;
        if (depth > MAX_DEPTH)
          {
            ff_json_set_error (error, "$", _("The document is nested more than %d levels deep."), MAX_DEPTH);
            return FALSE;
          }
        break;
      case '}':
      case ']':
        depth -= !quoted;
        break;
      default:
        break;
      }

  return TRUE;
}

typedef struct
{
  GHashTable *seen;   /* "address/name" of each member */
  JsonObject *object; /* the first one in which a name came twice */
  char *name;
} Members;

/* The parser keeps the last of two members with one name and says nothing. */
static void
on_object_member (JsonParser *parser, JsonObject *object, const char *name, gpointer data)
{
  Members *members = data;
  char *member = g_strdup_printf ("%p/%s", (void *) object, name);

  if (!g_hash_table_add (members->seen, member) && members->object == NULL)
    {
      members->object = object;
      members->name = g_strdup (name);
    }
}

/* The path of @object below @node; NULL when it is not there. */
static char *
find_path (JsonNode *node, JsonObject *object, const char *path)
{
  char *found = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) names = json_object_get_members (json_node_get_object (node));

      if (json_node_get_object (node) == object)
        return g_strdup (path);
      for (GList *name = names; name != NULL && found == NULL; name = name->next)
        {
          g_autofree char *member = g_strdup_printf ("%s.%s", path, (const char *) name->data);

          found = find_path (ff_json_get (node, name->data), object, member);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)) && found == NULL; i++)
      {
        g_autofree char *element = g_strdup_printf ("%s[%u]", path, i);

        found = find_path (json_array_get_element (json_node_get_array (node), i), object, element);
      }

  return found;
}

static gboolean
refuse_twins (JsonNode *root, const Members *members, GError **error)
{
  g_autofree char *path = NULL;

  if (members->object == NULL)
    return TRUE;

  path = root != NULL ? find_path (root, members->object, "$") : NULL;
  ff_json_set_error (error, path != NULL ? path : "$", _("The member “%s” stands twice in one object."), members->name);
  return FALSE;
}

JsonNode *
ff_json_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Members members = { seen, NULL, NULL };
  g_autoptr (GError) broken = NULL;
  gboolean unique;
  JsonNode *root;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!g_utf8_validate_len (text, length, NULL))
    {
      ff_json_set_error (error, "$", _("The file is not UTF-8 text; save it as UTF-8."));
      return NULL;
    }
  if (!refuse_depth (text, length, error))
    return NULL;

  g_signal_connect (parser, "object-member", G_CALLBACK (on_object_member), &members);
  if (!json_parser_load_from_data (parser, text, length, &broken))
    {
      ff_json_set_error (error, "$", _("The file is no JSON: %s"), broken->message);
      g_free (members.name);
      return NULL;
    }

  root = json_parser_get_root (parser);
  unique = refuse_twins (root, &members, error);
  g_free (members.name);
  if (!unique)
    return NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      ff_json_set_error (error, "$", _("The file must hold one JSON object."));
      return NULL;
    }
  return json_node_ref (root);
}

/* Checking --------------------------------------------------------------------------------------------------- */

static gboolean
is_number (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

static gboolean
is_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
is_integer (JsonNode *node)
{
  return is_number (node) && floor (json_node_get_double (node)) == json_node_get_double (node);
}

static gboolean
check_number (JsonNode *node, const FfJsonRule *rule, const char *path, GError **error)
{
  double value, scaled;

  if (!is_number (node) || (rule->type == FF_JSON_INTEGER && !is_integer (node)))
    {
      ff_json_set_error (error, path, rule->type == FF_JSON_INTEGER ? _("This must be a whole number.") : _("This must be a number."));
      return FALSE;
    }

  value = json_node_get_double (node);
  if (value < rule->min || value > rule->max)
    {
      if (rule->max < G_MAXDOUBLE)
        ff_json_set_error (error, path, _("%.15g is not from %.15g to %.15g."), value, rule->min, rule->max);
      else
        ff_json_set_error (error, path, _("%.15g is below %.15g."), value, rule->min);
      return FALSE;
    }
  scaled = value * pow (10, rule->decimals);
  if (rule->type == FF_JSON_NUMBER && fabs (scaled - round (scaled)) > 1e-6 * MAX (1, fabs (scaled) * 1e-6))
    {
      ff_json_set_error (error, path, ngettext ("%.15g has more than %d decimal.", "%.15g has more than %d decimals.", rule->decimals), value,
                         rule->decimals);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_text (JsonNode *node, const FfJsonRule *rule, const char *path, GError **error)
{
  g_autofree char *words = NULL;

  if (!is_text (node))
    {
      ff_json_set_error (error, path, _("This must be a text."));
      return FALSE;
    }
  if (rule->required && *json_node_get_string (node) == '\0')
    {
      ff_json_set_error (error, path, _("This must not be empty."));
      return FALSE;
    }
  if (rule->type == FF_JSON_TEXT || g_strv_contains (rule->words, json_node_get_string (node)))
    return TRUE;

  words = g_strjoinv (", ", (char **) rule->words);
  ff_json_set_error (error, path, _("“%s” is none of: %s."), json_node_get_string (node), words);
  return FALSE;
}

static gboolean
check_array (JsonNode *node, const char *path, GError **error)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return TRUE;

  ff_json_set_error (error, path, _("This must be an array."));
  return FALSE;
}

static gboolean
check_texts (JsonNode *node, const char *path, GError **error)
{
  if (!check_array (node, path, error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      g_autofree char *element = g_strdup_printf ("%s[%u]", path, i);

      if (is_text (json_array_get_element (json_node_get_array (node), i)))
        continue;
      ff_json_set_error (error, element, _("This must be a text."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_numbers (JsonNode *node, const char *path, GError **error)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array != NULL && json_array_get_length (array) == 2 && is_integer (json_array_get_element (array, 0))
      && is_integer (json_array_get_element (array, 1))
      && json_array_get_double_element (array, 0) < json_array_get_double_element (array, 1))
    return TRUE;

  ff_json_set_error (error, path, _("This must be two whole numbers, the smaller one first, like [1, 5]."));
  return FALSE;
}

static gboolean check_object (JsonNode *node, const FfJsonShape *shape, const char *path, GError **error);

static gboolean
check_objects (JsonNode *node, const FfJsonShape *shape, const char *path, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  if (!check_array (node, path, error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (node), i);
      g_autofree char *place = g_strdup_printf ("%s[%u]", path, i);
      const char *key;

      if (!check_object (element, shape, place, error))
        return FALSE;
      key = ff_json_get_text (element, "key", NULL);
      if (key != NULL && !g_hash_table_add (keys, (gpointer) key))
        {
          g_autofree char *member = g_strconcat (place, ".key", NULL);

          ff_json_set_error (error, member, _("The key “%s” is used twice; each needs its own."), key);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_member (JsonNode *node, const FfJsonRule *rule, const char *path, GError **error)
{
  switch (rule->type)
    {
    case FF_JSON_TEXT:
    case FF_JSON_WORD:
      return check_text (node, rule, path, error);
    case FF_JSON_INTEGER:
    case FF_JSON_NUMBER:
      return check_number (node, rule, path, error);
    case FF_JSON_TEXTS:
      return check_texts (node, path, error);
    case FF_JSON_NUMBERS:
      return check_numbers (node, path, error);
    case FF_JSON_OBJECT:
      return check_object (node, rule->shape, path, error);
    case FF_JSON_OBJECTS:
      return check_objects (node, rule->shape, path, error);
    case FF_JSON_BOOLEAN:
    default:
      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        return TRUE;
      ff_json_set_error (error, path, _("This must be true or false."));
      return FALSE;
    }
}

static const FfJsonRule *
find_rule (const FfJsonShape *shape, const char *name)
{
  for (const FfJsonRule *rule = shape->rules; rule->name != NULL; rule++)
    if (g_str_equal (rule->name, name))
      return rule;

  return NULL;
}

static gboolean
check_object (JsonNode *node, const FfJsonShape *shape, const char *path, GError **error)
{
  g_autoptr (GList) names = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      ff_json_set_error (error, path, _("This must be an object."));
      return FALSE;
    }

  names = json_object_get_members (json_node_get_object (node));
  for (GList *name = names; name != NULL; name = name->next)
    {
      const FfJsonRule *rule = find_rule (shape, name->data);
      g_autofree char *member = g_strdup_printf ("%s.%s", path, (const char *) name->data);

      if (rule == NULL)
        {
          ff_json_set_error (error, member, _("Fourfold knows no such member."));
          return FALSE;
        }
      if (!check_member (ff_json_get (node, name->data), rule, member, error))
        return FALSE;
    }
  for (const FfJsonRule *rule = shape->rules; rule->name != NULL; rule++)
    if (rule->required && ff_json_get (node, rule->name) == NULL)
      {
        ff_json_set_error (error, path, _("The member “%s” is missing."), rule->name);
        return FALSE;
      }

  return TRUE;
}

gboolean
ff_json_check (JsonNode *node, const FfJsonShape *shape, GError **error)
{
  return check_object (node, shape, "$", error);
}

/* Getting ---------------------------------------------------------------------------------------------------- */

JsonNode *
ff_json_get (JsonNode *node, const char *name)
{
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  return json_object_get_member (json_node_get_object (node), name);
}

const char *
ff_json_get_text (JsonNode *node, const char *name, const char *missing)
{
  JsonNode *member = ff_json_get (node, name);

  return member != NULL && is_text (member) ? json_node_get_string (member) : missing;
}

gint64
ff_json_get_int (JsonNode *node, const char *name, gint64 missing)
{
  JsonNode *member = ff_json_get (node, name);

  return member != NULL ? (gint64) json_node_get_double (member) : missing;
}

gint64
ff_json_get_hundredths (JsonNode *node, const char *name, gint64 missing)
{
  JsonNode *member = ff_json_get (node, name);

  return member != NULL ? llround (json_node_get_double (member) * 100) : missing;
}

gboolean
ff_json_get_boolean (JsonNode *node, const char *name, gboolean missing)
{
  JsonNode *member = ff_json_get (node, name);

  return member != NULL ? json_node_get_boolean (member) : missing;
}

guint
ff_json_get_length (JsonNode *node, const char *name)
{
  JsonNode *member = ff_json_get (node, name);

  return member != NULL ? json_array_get_length (json_node_get_array (member)) : 0;
}

JsonNode *
ff_json_get_element (JsonNode *node, const char *name, guint index)
{
  return json_array_get_element (json_node_get_array (ff_json_get (node, name)), index);
}
