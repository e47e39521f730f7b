/* A course as a file, both ways: what is exported and imported again is the same, to the byte. */
#pragma once

#include <json-glib/json-glib.h>

#include "ff-courses.h"

G_BEGIN_DECLS

/* Text as a checked document. FF_ERROR_INVALID with a sentence that begins with the JSON path. */
JsonNode *ff_course_json_parse (const char *text, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *ff_course_json_get_code (JsonNode *document);
/* Puts what the document says into @course; what it does not mention stays as it is. */
gboolean ff_course_json_apply (JsonNode *document, FfCourse *course, GError **error);

/* Imports a document into the open batch. */
FfPut ff_course_json_put (FfDb *db, const char *text, gsize length, GError **error);

/* With its timetable, needs, goals and deliverables, which @db holds; NULL: without them. */
char *ff_course_json_format (FfDb *db, const FfCourse *course, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
