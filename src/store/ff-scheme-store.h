/* The tables scheme and component, with the criteria of ff-criterion-store: of a course, or the copy that a class keeps. One of the two owners is 0. */
#pragma once

#include "ff-db.h"
#include "ff-scheme.h"

G_BEGIN_DECLS

/* NULL without an error when the owner has none. */
FfScheme *ff_scheme_store_read (FfDb *db, gint64 course_id, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The scheme's own row; insert sets its id. */
gboolean ff_scheme_store_insert (FfDb *db, gint64 course_id, gint64 run_id, FfScheme *scheme, GError **error);
gboolean ff_scheme_store_update (FfDb *db, const FfScheme *scheme, GError **error);

/* @parent_id 0: at the root. Insert sets the id. A key is unique among its sisters: rows that exchange keys are parked under a key
   that nobody can enter before they are updated. */
gboolean ff_component_store_insert (FfDb *db, gint64 scheme_id, gint64 parent_id, int position, FfComponent *component, GError **error);
gboolean ff_component_store_update (FfDb *db, gint64 parent_id, int position, const FfComponent *component, GError **error);
gboolean ff_component_store_park_key (FfDb *db, gint64 id, GError **error);
/* With its criteria and items. */
gboolean ff_component_store_delete (FfDb *db, gint64 id, GError **error);

/* The course or class whose scheme holds a component; both 0 when there is no such component. */
gboolean ff_component_store_find_owner (FfDb *db, gint64 id, gint64 *course_id, gint64 *run_id, GError **error);

/* How many marks, exemptions and answers hang on a component or on one criterion of it (0: all); -1 on error. */
int ff_component_store_count_marks (FfDb *db, gint64 component_id, gint64 criterion_id, GError **error);
/* The highest mark of the leaf (@criterion_id 0) or criterion in hundredths, 0 if there is none, -1 on error. */
gint64 ff_component_store_highest_mark (FfDb *db, gint64 component_id, gint64 criterion_id, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_scheme_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
