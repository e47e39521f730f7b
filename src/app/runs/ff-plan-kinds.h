/* What can be planned in an FfPlanWindow. */
#pragma once

#include "ff-plan-window.h"

G_BEGIN_DECLS

extern const FfPlanKind ff_new_class_plan; /* context: the course, the negative id of the project, or 0 */
extern const FfPlanKind ff_generate_plan;  /* context: the class, also of the next ones … */
extern const FfPlanKind ff_shift_plan;
extern const FfPlanKind ff_trainer_plan;
extern const FfPlanKind ff_confirm_plan;
extern const FfPlanKind ff_copy_plan;      /* … to here; makes another class */
extern const FfPlanKind ff_postpone_plan;  /* context: the session */
extern const FfPlanKind ff_cancel_plan;    /* context: the session */

G_END_DECLS
