/* The lists of the preferences. Their owner is any number but 0; that of the days is the year. */
#pragma once

#include "ff-part-list.h"

G_BEGIN_DECLS

extern const FfPartKind ff_day_parts;
extern const FfPartKind ff_layer_parts;
extern const FfPartKind ff_grade_parts;
extern const FfPartKind ff_leave_kind_parts;
extern const FfPartKind ff_comment_phrase_parts;
extern const FfPartKind ff_department_parts;

G_END_DECLS
