/* The schedule of a class: its sessions by day, each with its agenda, what clashes, and how much of the syllabus is taught. */
#pragma once

#include "ff-run-tab.h"

G_BEGIN_DECLS

#define FF_TYPE_RUN_SCHEDULE (ff_run_schedule_get_type ())
G_DECLARE_FINAL_TYPE (FfRunSchedule, ff_run_schedule, FF, RUN_SCHEDULE, FfRunTab)

G_END_DECLS
