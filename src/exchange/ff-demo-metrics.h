/* The demo's level 4: metrics of classes and of the project with their series, what one class was worth, and a second look at behaviour. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* In a batch of the caller's; @language is one of the demo's. Nothing is measured after @today. */
gboolean ff_demo_put_metrics (FfDb *db, const char *language, FfDay today, GError **error);

G_END_DECLS
