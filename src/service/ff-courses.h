/* Use cases about courses: the catalogue entry, its syllabus, its scheme and its attendance rule. */
#pragma once

#include "ff-course-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

FfCourse *ff_courses_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 ff_courses_find (FfDb *db, const char *code, GError **error); /* 0 if there is none, -1 on error */
/* Writes the whole course; one with an id is updated row by row, so that unchanged rows stay out of the journal. A course
   with id 0 whose code is known is the same course. FF_ERROR_CONFLICT if the stored version is another (and version is not 0).
   Sets the ids of @course and of everything in it, and its version. */
FfPut ff_courses_put (FfDb *db, FfCourse *course, GError **error);
/* Refuses while live classes use it, and names one. */
gboolean ff_courses_delete (FfDb *db, gint64 id, GError **error);

/* gint64 ids, filtered and sorted in SQL; @search as typed, NULL: all. */
GArray *ff_courses_list (FfDb *db, const char *search, FfCourseSort sort, gboolean descending, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfCourseRow by primary keys, in their order; missing ones are NULL. */
GPtrArray *ff_courses_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The scheme and rule of a course, or those that a class keeps: one of the two owners is 0. No scheme stored: an empty one.
   Shared with runs. */
FfScheme *ff_schemes_read (FfDb *db, gint64 course_id, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_rules_read (FfDb *db, gint64 course_id, gint64 run_id, FfAttendanceRule *rule, GError **error);
/* Matches components and criteria by id, those with id 0 by key. Refuses to take a component away that has marks. Sets the ids. */
FfPut ff_schemes_put (FfDb *db, gint64 course_id, gint64 run_id, FfScheme *scheme, GError **error);
FfPut ff_rules_put (FfDb *db, gint64 course_id, gint64 run_id, const FfAttendanceRule *rule, GError **error);
/* What a new class takes over from its course. */
gboolean ff_schemes_copy (FfDb *db, gint64 course_id, gint64 run_id, GError **error);
gboolean ff_rules_copy (FfDb *db, gint64 course_id, gint64 run_id, GError **error);

/* The kinds of syllabus items, lecture first; NULL after the last. */
const char *const *ff_syllabus_kinds (void);
/* In the reader's language. */
const char *ff_syllabus_kind_title (const char *kind);

/* Adds one sentence to @findings (char *) for each thing that is wrong with courses, syllabuses and schemes. */
gboolean ff_courses_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
