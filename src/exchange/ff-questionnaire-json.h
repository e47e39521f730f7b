/* A questionnaire in JSON, as it stands in the file of a course and in the library that comes with the program. */
#pragma once

#include "ff-json-rule.h"
#include "ff-questionnaire.h"

G_BEGIN_DECLS

extern const FfJsonShape ff_questionnaire_shape;

/* What the rules cannot say about @node, which was checked by them. @path is that of @node. */
gboolean ff_questionnaire_json_check (JsonNode *node, const char *path, GError **error);
/* Of a checked @node. */
FfQuestionnaire *ff_questionnaire_json_read (JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;
/* Writes an element of an array. Trainers and venues that a class bound to a dimension stay in their class. */
void ff_questionnaire_json_write (FfJsonWriter *writer, const FfQuestionnaire *questionnaire);

G_END_DECLS
