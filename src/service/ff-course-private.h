/* The parts of a course that ff_courses_put () writes, each in two steps: what can be refused comes first, so that a refusal leaves the
   batch as it was. */
#pragma once

#include "ff-courses.h"

G_BEGIN_DECLS

/* Checks the items and fills in what they leave out. FALSE with an error of the field "syllabus". */
gboolean ff_syllabus_check (FfDb *db, FfCourse *course, GError **error);
/* Makes the stored syllabus that of @course, which has an id. @changed is set, never cleared. */
gboolean ff_syllabus_write (FfDb *db, FfCourse *course, gboolean *changed, GError **error);

/* The stored scheme with the ids that @scheme's parts will keep, found by id or key. @stored is NULL for an owner without one. */
gboolean ff_schemes_check (FfDb *db, FfScheme *scheme, const FfScheme *stored, GError **error);
gboolean ff_schemes_write (FfDb *db, gint64 course_id, gint64 run_id, FfScheme *scheme, const FfScheme *stored, gboolean *changed,
                           GError **error);
gboolean ff_rules_check (const FfAttendanceRule *rule, GError **error);

G_END_DECLS
