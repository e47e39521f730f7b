/* The parts of a course that have tables of their own, in its file: timetable, needs, goals, deliverables. */
#pragma once

#include "ff-courses.h"
#include "ff-json-rule.h"

G_BEGIN_DECLS

/* Makes the parts that @node mentions those of @course, which has been put with the result @put and has its ids; what it does not mention
   stays. A list that is the same already is not written. Returns what became of the course as a whole. */
FfPut ff_course_parts_put (FfDb *db, const FfCourse *course, JsonNode *node, FfPut put, GError **error);
/* Writes them as members of the course. */
gboolean ff_course_parts_write (FfJsonWriter *writer, FfDb *db, const FfCourse *course, GError **error);

G_END_DECLS
