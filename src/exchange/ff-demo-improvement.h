/* The demo's improvement: a cycle of a finished class with weak items, causes, actions, a review and a best case. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* @language: "en" or "zh_CN". In the batch of the demo. */
gboolean ff_demo_put_improvement (FfDb *db, const char *language, FfDay today, GError **error);

G_END_DECLS
