/* The library of rubrics as a list: on its page, and where one is chosen. */
#pragma once

#include "ff-list-view.h"

G_BEGIN_DECLS

extern const FfListKind ff_rubric_list;
extern const FfListKind ff_rubric_choice_list; /* narrow; a double click or Enter takes one */

G_END_DECLS
