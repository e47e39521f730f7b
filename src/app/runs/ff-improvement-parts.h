/* The reviews and the best cases of a class or a project as cards of rows. */
#pragma once

#include "ff-part-list.h"

G_BEGIN_DECLS

/* Owner: a class or a project, as ff_owner_to_number () makes it. */
extern const FfPartKind ff_review_parts;
extern const FfPartKind ff_best_case_parts;

G_END_DECLS
