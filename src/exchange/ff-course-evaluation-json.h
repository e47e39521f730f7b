/* The four levels in the file of a course: questionnaires, targets and days, metrics. */
#pragma once

#include "ff-course-store.h"
#include "ff-json-writer.h"
#include "ff-put.h"

G_BEGIN_DECLS

/* Replaces what the members of the checked @node, "$.course", name, and leaves the rest alone. @put is what became of the course itself: the
   same, made FF_PUT_CHANGED when something else changed. */
FfPut ff_course_evaluation_put (FfDb *db, const FfCourse *course, JsonNode *node, FfPut put, GError **error);
/* Writes the members into the open object of the course. */
gboolean ff_course_evaluation_write (FfJsonWriter *writer, FfDb *db, const FfCourse *course, GError **error);

G_END_DECLS
