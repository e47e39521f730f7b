/* The overview of a class: what it is, how it stands, what waits for somebody, and its sessions. */
#pragma once

#include "ff-run-tab.h"

G_BEGIN_DECLS

#define FF_TYPE_RUN_OVERVIEW (ff_run_overview_get_type ())
G_DECLARE_FINAL_TYPE (FfRunOverview, ff_run_overview, FF, RUN_OVERVIEW, FfRunTab)

G_END_DECLS
