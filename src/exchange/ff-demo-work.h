/* What trainees of the demo organisation hand in and mean to do. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* In the demo's batch, after its classes. */
gboolean ff_demo_put_work (FfDb *db, const char *language, FfMinute now, GError **error);

G_END_DECLS
