/* What is settled in the demo organisation, what its teams were given as a whole, what two raters gave, and a second attempt. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* In the demo's batch, after everything else: what is settled cannot be changed any more. */
gboolean ff_demo_put_results (FfDb *db, const char *language, FfMinute now, GError **error);

G_END_DECLS
