/* What the file of a course may hold. docs/course.schema.json is printed from it. */
#pragma once

#include "ff-json-rule.h"

G_BEGIN_DECLS

/* The whole document: {"fourfold": 1, "course": {…}}. */
extern const FfJsonShape ff_course_document_shape;
extern const FfJsonShape ff_course_shape;

G_END_DECLS
