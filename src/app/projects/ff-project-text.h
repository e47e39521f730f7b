/* How projects are worded wherever they are shown. */
#pragma once

#include "ff-run-status.h"
#include "ff-tag.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* "8–23 September 2026", "from 8 September 2026", "until …"; NULL when neither day is known. */
char *ff_project_text_days (FfDay first, FfDay last, gboolean brief) G_GNUC_WARN_UNUSED_RESULT;

FfTone ff_project_status_tone (FfRunStatus status);

G_END_DECLS
