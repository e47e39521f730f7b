#include "config.h"

#include "ff-edit-test.h"

FfCourse *
edit_read_course (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ff_courses_find (db, "CX-101", &error);
  FfCourse *course = ff_courses_read (db, id, &error);

  g_assert_no_error (error);
  return course;
}

gint64
edit_course_id (FfDb *db)
{
  g_autoptr (FfCourse) course = edit_read_course (db);

  return course->id;
}

FfBatch *
edit_begin (FfDb *db)
{
  g_autoptr (GError) error = NULL;
  FfBatch *batch = ff_batch_begin (db, "Test", &error);

  g_assert_no_error (error);
  return batch;
}

void
edit_end (FfBatch *batch, gboolean keep)
{
  g_autoptr (FfBatch) refused = keep ? NULL : batch;
  g_autoptr (GError) error = NULL;

  if (keep)
    ff_batch_commit (batch, &error);
  g_assert_no_error (error);
}

void
edit_assert_undone (FfDb *db, const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  ff_undo (db, &error);
  g_assert_no_error (error);
  after = store_dump (db);
  g_assert_cmpstr (after, ==, before);
}
