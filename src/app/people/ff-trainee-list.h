/* The list of trainees, wherever people are looked up: on their page, and when somebody is chosen for a class. */
#pragma once

#include "ff-list-view.h"

G_BEGIN_DECLS

enum
{
  FF_TRAINEE_FILTER_NOT_IN_CLASS, /* leaves out who is enrolled in this one; nobody chooses it */
  FF_TRAINEE_FILTER_LAYER,
  FF_TRAINEE_FILTER_DEPARTMENT,
  FF_TRAINEE_FILTER_KIND, /* an FfPeopleKind */
};

extern const FfListKind ff_trainee_list;

G_END_DECLS
