/* The dated checklist of a class, for FfPartList. Its owner is a number of ff_owner_to_number (). */
#pragma once

#include "ff-part-list.h"

G_BEGIN_DECLS

extern const FfPartKind ff_checklist_parts;

G_END_DECLS
