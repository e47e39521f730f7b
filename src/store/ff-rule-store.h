/* The table attendance_rule: of a course, or the copy that a class keeps. One of the two owners is 0. */
#pragma once

#include "ff-attendance.h"
#include "ff-db.h"

G_BEGIN_DECLS

/* @id is 0 and @rule the default when the owner has none of its own. */
gboolean ff_rule_store_read (FfDb *db, gint64 course_id, gint64 run_id, FfAttendanceRule *rule, gint64 *id, GError **error);
gboolean ff_rule_store_insert (FfDb *db, gint64 course_id, gint64 run_id, const FfAttendanceRule *rule, GError **error);
gboolean ff_rule_store_update (FfDb *db, gint64 id, const FfAttendanceRule *rule, GError **error);

G_END_DECLS
