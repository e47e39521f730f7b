/* The status of a class, which follows from its dates and the clock. */
#pragma once

#include "ff-time.h"

G_BEGIN_DECLS

typedef enum
{
  FF_RUN_PLANNED,
  FF_RUN_RUNNING,
  FF_RUN_FINISHED,
  FF_RUN_CANCELLED,
} FfRunStatus;

/* "planned", "running", "finished", "cancelled" */
const char *ff_run_status_to_key (FfRunStatus status);
/* In the reader's language. */
const char *ff_run_status_title (FfRunStatus status);
/* planned before its first day, running through ends_on, finished after. */
FfRunStatus ff_run_status (FfDay starts_on, FfDay ends_on, gboolean cancelled, FfMinute now);

G_END_DECLS
