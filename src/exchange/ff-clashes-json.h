/* Clashes as “show clashes --json” prints them (HEADLESS). */
#pragma once

#include "ff-clashes.h"

G_BEGIN_DECLS

/* @clashes: FfClash. */
char *ff_clashes_json_format (const GPtrArray *clashes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
