/* The status of a class, which follows from its dates and the clock. */
#include "config.h"

#include "ff-run-status.h"

#include <glib/gi18n-lib.h>

const char *
ff_run_status_to_key (FfRunStatus status)
{
  static const char *const keys[] = { "planned", "running", "finished", "cancelled" };

  g_return_val_if_fail (status >= FF_RUN_PLANNED && status <= FF_RUN_CANCELLED, NULL);
  return keys[status];
}

const char *
ff_run_status_title (FfRunStatus status)
{
  switch (status)
    {
    case FF_RUN_PLANNED:
      return C_ ("class", "Planned");
    case FF_RUN_RUNNING:
      return C_ ("class", "Running");
    case FF_RUN_FINISHED:
      return C_ ("class", "Finished");
    case FF_RUN_CANCELLED:
      return C_ ("class", "Cancelled");
    default:
      g_return_val_if_reached (NULL);
    }
}

FfRunStatus
ff_run_status (FfDay starts_on, FfDay ends_on, gboolean cancelled, FfMinute now)
{
  FfDay today = ff_time_day (now);

  if (cancelled)
    return FF_RUN_CANCELLED;
  if (today < starts_on)
    return FF_RUN_PLANNED;
  return today <= ends_on ? FF_RUN_RUNNING : FF_RUN_FINISHED;
}
