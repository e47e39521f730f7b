/* Criteria with their levels in JSON, as they stand in the file of a course and in the rubrics that come with the program. */
#pragma once

#include "ff-json-rule.h"
#include "ff-rubric.h"

G_BEGIN_DECLS

extern const FfJsonShape ff_criterion_shape;

/* What the rules cannot say about the criteria of @node, which were checked by them: no level gives more points than its criterion's
   maximum or than the one before it. @path is that of @node. */
gboolean ff_criteria_json_check (JsonNode *node, const char *path, GError **error);
/* Appends the criteria of a checked @node to @criteria. */
void ff_criteria_json_read (JsonNode *node, GPtrArray *criteria);
/* Writes the member "criteria". */
void ff_criteria_json_write (FfJsonWriter *writer, const GPtrArray *criteria);

G_END_DECLS
