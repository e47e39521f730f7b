/* The lists of what a project, a class or a course owns, for FfPartList. Their owner is a number of ff_owner_to_number (). */
#pragma once

#include "ff-owner.h"
#include "ff-part-list.h"

G_BEGIN_DECLS

extern const FfPartKind ff_background_parts;
extern const FfPartKind ff_pain_point_parts; /* by layer */
extern const FfPartKind ff_need_parts;       /* needs and gaps */
extern const FfPartKind ff_goal_parts;
extern const FfPartKind ff_class_goal_parts; /* the same, of a class beside those of its project */
extern const FfPartKind ff_duty_parts;
extern const FfPartKind ff_material_parts;   /* of a class; a button steps to the next state */
extern const FfPartKind ff_budget_parts;
extern const FfPartKind ff_notice_parts;     /* of a class: what was sent; nothing is added here */

G_END_DECLS
