/* What trainees of the demo organisation answered: reaction after a class, and behaviour as they, their superiors and peers see it. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* In the demo's batch, after its classes. */
gboolean ff_demo_put_levels (FfDb *db, const char *language, GError **error);

G_END_DECLS
