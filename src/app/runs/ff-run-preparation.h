/* What prepares a class: materials, who does what, the budget, what was sent; and why it is held, or the project that says so. */
#pragma once

#include "ff-run-tab.h"

G_BEGIN_DECLS

#define FF_TYPE_RUN_PREPARATION (ff_run_preparation_get_type ())
G_DECLARE_FINAL_TYPE (FfRunPreparation, ff_run_preparation, FF, RUN_PREPARATION, FfRunTab)

G_END_DECLS
