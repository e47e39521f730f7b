/* What is settled in the demo organisation, and what its teams were given as a whole. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* In the demo's batch, after everything else: what is settled cannot be changed any more. */
gboolean ff_demo_put_results (FfDb *db, FfMinute now, GError **error);

G_END_DECLS
