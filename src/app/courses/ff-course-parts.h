/* The cards of a course beside its syllabus. Their owner is the course's id. */
#pragma once

#include "ff-part-list.h"

G_BEGIN_DECLS

extern const FfPartKind ff_deliverable_parts;
extern const FfPartKind ff_course_trainer_parts;
extern const FfPartKind ff_requirement_parts;

G_END_DECLS
