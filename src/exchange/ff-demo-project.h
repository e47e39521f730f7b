/* The project of the demo organisation. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* In the demo's batch, after its classes and departments. @departments are their paths in the order of the file. */
gboolean ff_demo_put_project (FfDb *db, const char *language, FfDay today, const char *const *departments, GError **error);

G_END_DECLS
