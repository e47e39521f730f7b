/* What the desk of HR keeps in the demo organisation: grades and qualifications, equipment, days off, the annual plan, required courses,
   checklists. */
#pragma once

#include <json-glib/json-glib.h>

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* In the demo's batch, after its trainers, venues and classes, which @organisation names by their place in it. */
gboolean ff_demo_put_desk (FfDb *db, const char *language, FfDay today, JsonObject *organisation, GError **error);

G_END_DECLS
