/* The columns of the annual plan. */
#pragma once

#include "ff-list-view.h"

G_BEGIN_DECLS

#define FF_PLAN_N_COLUMNS 9

extern const FfListColumn ff_plan_columns[FF_PLAN_N_COLUMNS];

G_END_DECLS
