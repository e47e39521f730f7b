/* The roster of a class: who is in it, in which team, and in which state. */
#pragma once

#include "ff-run-tab.h"

G_BEGIN_DECLS

#define FF_TYPE_RUN_ROSTER (ff_run_roster_get_type ())
G_DECLARE_FINAL_TYPE (FfRunRoster, ff_run_roster, FF, RUN_ROSTER, FfRunTab)

G_END_DECLS
