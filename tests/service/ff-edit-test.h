/* What tests share in which a course is changed as a person changes it: the course, the batch that the window would open, and undo. */
#pragma once

#include "ff-class-test.h"
#include "ff-courses.h"

G_BEGIN_DECLS

/* The course of the class. */
FfCourse *edit_read_course (FfDb *db) G_GNUC_WARN_UNUSED_RESULT;
gint64 edit_course_id (FfDb *db);

/* The batch that the window would open. */
FfBatch *edit_begin (FfDb *db) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps what was done, or takes it back after a refusal. */
void edit_end (FfBatch *batch, gboolean keep);
/* One step of undo leads back to @before, a store_dump (). */
void edit_assert_undone (FfDb *db, const char *before);

G_END_DECLS
