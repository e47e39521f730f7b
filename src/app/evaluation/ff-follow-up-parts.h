/* Lists at the foot of a level: interviews, what the scheme measures, people who are taken out of the level. */
#pragma once

#include "ff-part-list.h"

G_BEGIN_DECLS

extern const FfPartKind ff_interview_parts;  /* owner: the class */
extern const FfPartKind ff_measure_parts;    /* owner: the class, as ff_owner_to_number () makes it */
extern const FfPartKind ff_exclusion_parts;  /* owner: ff_level_context () */

G_END_DECLS
