/* The items of a test paper in JSON, as they stand in the file of a course. */
#pragma once

#include "ff-json-rule.h"
#include "ff-test-paper.h"

G_BEGIN_DECLS

extern const FfJsonShape ff_test_item_shape;

/* What the rules cannot say about the items of @node, which were checked by them: a choice has a key among its options. @path is that of
   @node. */
gboolean ff_test_json_check (JsonNode *node, const char *path, GError **error);
/* The items of a checked @node; NULL: it has none. */
GPtrArray *ff_test_json_read (JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;
/* Writes the member "items". */
void ff_test_json_write (FfJsonWriter *writer, const GPtrArray *items);

G_END_DECLS
