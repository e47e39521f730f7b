/* What a JSON document may hold, as tables: the reader refuses what they do not name, and the published schema is printed from them. */
#pragma once

#include "ff-json-writer.h"

G_BEGIN_DECLS

typedef enum
{
  FF_JSON_TEXT,
  FF_JSON_WORD, /* one of words */
  FF_JSON_BOOLEAN,
  FF_JSON_INTEGER,
  FF_JSON_NUMBER,
  FF_JSON_TEXTS,   /* an array of texts */
  FF_JSON_NUMBERS, /* an array of two integers, the smaller one first */
  FF_JSON_OBJECT,
  FF_JSON_OBJECTS, /* an array of objects; a member "key" is unique among them */
} FfJsonType;

typedef struct _FfJsonShape FfJsonShape;

typedef struct
{
  const char *name;
  FfJsonType type;
  const char *about; /* an English sentence for the schema */
  gboolean required;
  double min;        /* of numbers */
  double max;
  int decimals;      /* at most; of FF_JSON_NUMBER */
  const char *const *words;
  const FfJsonShape *shape; /* of objects */
} FfJsonRule;

struct _FfJsonShape
{
  const char *name;        /* in the schema */
  const FfJsonRule *rules; /* ends with an empty one */
};

/* Text as a document: refuses anything that is not one JSON object in UTF-8, is nested too deep, or names a member twice. */
JsonNode *ff_json_parse (const char *text, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FF_ERROR_INVALID with a sentence that begins with the JSON path: "$.course.scheme.components[1].weight: …". */
gboolean ff_json_check (JsonNode *node, const FfJsonShape *shape, GError **error);
/* Sets such an error. */
void ff_json_set_error (GError **error, const char *path, const char *format, ...) G_GNUC_PRINTF (3, 4);
/* NULL when @node is no object or has no such member. */
JsonNode *ff_json_get (JsonNode *node, const char *name);
/* Members of a checked object; the second argument is what stands for a missing one. */
const char *ff_json_get_text (JsonNode *node, const char *name, const char *missing);
gint64 ff_json_get_int (JsonNode *node, const char *name, gint64 missing);
gint64 ff_json_get_hundredths (JsonNode *node, const char *name, gint64 missing);
gboolean ff_json_get_boolean (JsonNode *node, const char *name, gboolean missing);
guint ff_json_get_length (JsonNode *node, const char *name);
JsonNode *ff_json_get_element (JsonNode *node, const char *name, guint index);

G_END_DECLS
