#include "config.h"

#include "ff-qualification-store.h"

#include "ff-rows.h"
#include "ff-statement-values.h"

/* Qualifications -------------------------------------------------------------------------------------------------- */

#define SELECT_QUALIFICATION "SELECT id, version, trainer_id, title, evidence, issued_on, expires_on FROM qualification"

enum
{
  QUALIFICATION_ID,
  QUALIFICATION_VERSION,
  QUALIFICATION_TRAINER_ID,
  QUALIFICATION_TITLE,
  QUALIFICATION_EVIDENCE,
  QUALIFICATION_ISSUED_ON,
  QUALIFICATION_EXPIRES_ON,
};

void
ff_qualification_free (FfTrainerQualification *qualification)
{
  if (!qualification)
    return;

  g_free (qualification->title);
  g_free (qualification->evidence);
  g_free (qualification);
}

static gpointer
qualification_from_row (FfStatement *row)
{
  FfTrainerQualification *qualification = g_new0 (FfTrainerQualification, 1);
  qualification->id = ff_statement_get_int (row, QUALIFICATION_ID);
  qualification->version = ff_statement_get_int (row, QUALIFICATION_VERSION);
  qualification->trainer_id = ff_statement_get_int (row, QUALIFICATION_TRAINER_ID);
  qualification->title = ff_statement_dup_text (row, QUALIFICATION_TITLE);
  qualification->evidence = ff_statement_dup_text (row, QUALIFICATION_EVIDENCE);
  qualification->issued_on = ff_statement_get_day (row, QUALIFICATION_ISSUED_ON);
  qualification->expires_on = ff_statement_get_day (row, QUALIFICATION_EXPIRES_ON);
  return qualification;
}

FfTrainerQualification *
ff_qualification_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_QUALIFICATION " WHERE id = $id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? qualification_from_row (statement) : NULL;
}

GPtrArray *
ff_qualification_store_of_trainer (FfDb *db, gint64 trainer_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    SELECT_QUALIFICATION " WHERE trainer_id = $trainer ORDER BY expires_on IS NULL, expires_on, id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$trainer", trainer_id);
  return ff_rows_list (statement, qualification_from_row, (GDestroyNotify) ff_qualification_free, error);
}

static void
bind_qualification (FfStatement *statement, const FfTrainerQualification *qualification)
{
  ff_statement_bind_text (statement, "$title", qualification->title);
  ff_statement_bind_text (statement, "$evidence", qualification->evidence);
  ff_statement_bind_day (statement, "$issued_on", qualification->issued_on);
  ff_statement_bind_day (statement, "$expires_on", qualification->expires_on);
}

gboolean
ff_qualification_store_insert (FfDb *db, FfTrainerQualification *qualification, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO qualification (trainer_id, title, evidence, issued_on, expires_on)"
    " VALUES ($trainer, $title, $evidence, $issued_on, $expires_on)", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$trainer", qualification->trainer_id);
  bind_qualification (statement, qualification);
  qualification->version = 1;
  return ff_statement_insert (statement, &qualification->id, error);
}

gboolean
ff_qualification_store_update (FfDb *db, const FfTrainerQualification *qualification, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE qualification SET title = $title, evidence = $evidence, issued_on = $issued_on, expires_on = $expires_on,"
    " version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", qualification->id);
  bind_qualification (statement, qualification);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
unlink_courses (FfDb *db, gint64 qualification_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE trainer_course SET qualification_id = NULL, version = version + 1 WHERE qualification_id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", qualification_id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_qualification_store_delete (FfDb *db, gint64 id, GError **error)
{
  if (!unlink_courses (db, id, error))
    return FALSE;
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM qualification WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

GPtrArray *
ff_qualification_store_list_titles (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT DISTINCT title FROM qualification ORDER BY title", error);
  if (!statement)
    return NULL;
  return ff_rows_list_texts (statement, error);
}

/* Courses ---------------------------------------------------------------------------------------------------------- */

#define SELECT_TRAINER_COURSE                                                                                              \
  "SELECT trainer_course.id, trainer_course.version, trainer_course.trainer_id, course.id, course.code, course.title,"      \
  " qualification.id, qualification.title, qualification.expires_on FROM trainer_course"                                   \
  " JOIN course ON course.id = trainer_course.course_id LEFT JOIN qualification"                                           \
  " ON qualification.id = trainer_course.qualification_id WHERE course.deleted = 0"

enum
{
  COURSE_ID,
  COURSE_VERSION,
  COURSE_TRAINER_ID,
  COURSE_COURSE_ID,
  COURSE_CODE,
  COURSE_TITLE,
  COURSE_QUALIFICATION_ID,
  COURSE_QUALIFICATION,
  COURSE_EXPIRES_ON,
};

void
ff_trainer_course_free (FfTrainerCourse *course)
{
  if (!course)
    return;

  g_free (course->course_code);
  g_free (course->course_title);
  g_free (course->qualification);
  g_free (course);
}

static gpointer
course_from_row (FfStatement *row)
{
  FfTrainerCourse *course = g_new0 (FfTrainerCourse, 1);
  course->id = ff_statement_get_int (row, COURSE_ID);
  course->version = ff_statement_get_int (row, COURSE_VERSION);
  course->trainer_id = ff_statement_get_int (row, COURSE_TRAINER_ID);
  course->course_id = ff_statement_get_int (row, COURSE_COURSE_ID);
  course->course_code = ff_statement_dup_text (row, COURSE_CODE);
  course->course_title = ff_statement_dup_text (row, COURSE_TITLE);
  course->qualification_id = ff_statement_get_int (row, COURSE_QUALIFICATION_ID);
  course->qualification = ff_statement_dup_text (row, COURSE_QUALIFICATION);
  course->expires_on = ff_statement_get_day (row, COURSE_EXPIRES_ON);
  return course;
}

FfTrainerCourse *
ff_trainer_course_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_TRAINER_COURSE " AND trainer_course.id = $id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? course_from_row (statement) : NULL;
}

gint64
ff_trainer_course_store_find (FfDb *db, gint64 trainer_id, gint64 course_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT id FROM trainer_course WHERE trainer_id = $trainer AND course_id = $course", error);
  if (!statement)
    return -1;
  ff_statement_bind_int (statement, "$trainer", trainer_id);
  ff_statement_bind_int (statement, "$course", course_id);
  return ff_rows_get_id (statement, error);
}

GPtrArray *
ff_trainer_course_store_of_trainer (FfDb *db, gint64 trainer_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    SELECT_TRAINER_COURSE " AND trainer_course.trainer_id = $trainer ORDER BY course.code, course.id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$trainer", trainer_id);
  return ff_rows_list (statement, course_from_row, (GDestroyNotify) ff_trainer_course_free, error);
}

void
ff_course_trainer_free (FfCourseTrainer *trainer)
{
  if (!trainer)
    return;

  g_free (trainer->name);
  g_free (trainer->document_name);
  g_free (trainer->kind);
  g_free (trainer->qualification);
  g_free (trainer);
}

static gpointer
trainer_from_row (FfStatement *row)
{
  enum { ID, TRAINER_ID, NAME, DOCUMENT_NAME, KIND, QUALIFICATION, EXPIRES_ON };
  FfCourseTrainer *trainer = g_new0 (FfCourseTrainer, 1);
  trainer->id = ff_statement_get_int (row, ID);
  trainer->trainer_id = ff_statement_get_int (row, TRAINER_ID);
  trainer->name = ff_statement_dup_text (row, NAME);
  trainer->document_name = ff_statement_dup_text (row, DOCUMENT_NAME);
  trainer->kind = ff_statement_dup_text (row, KIND);
  trainer->qualification = ff_statement_dup_text (row, QUALIFICATION);
  trainer->expires_on = ff_statement_get_day (row, EXPIRES_ON);
  return trainer;
}

GPtrArray *
ff_trainer_course_store_of_course (FfDb *db, gint64 course_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT trainer_course.id, trainer.id, trainer.name, coalesce (trainer.public_name, trainer.name), trainer.kind,"
    " qualification.title, qualification.expires_on FROM trainer_course JOIN trainer ON trainer.id = trainer_course.trainer_id"
    " LEFT JOIN qualification ON qualification.id = trainer_course.qualification_id"
    " WHERE trainer_course.course_id = $course AND trainer.deleted = 0 ORDER BY trainer.sort_key, trainer.id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$course", course_id);
  return ff_rows_list (statement, trainer_from_row, (GDestroyNotify) ff_course_trainer_free, error);
}

gboolean
ff_trainer_course_store_insert (FfDb *db, FfTrainerCourse *course, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO trainer_course (trainer_id, course_id, qualification_id) VALUES ($trainer, $course, $qualification)", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$trainer", course->trainer_id);
  ff_statement_bind_int (statement, "$course", course->course_id);
  ff_statement_bind_id (statement, "$qualification", course->qualification_id);
  course->version = 1;
  return ff_statement_insert (statement, &course->id, error);
}

gboolean
ff_trainer_course_store_update (FfDb *db, const FfTrainerCourse *course, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE trainer_course SET course_id = $course, qualification_id = $qualification, version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", course->id);
  ff_statement_bind_int (statement, "$course", course->course_id);
  ff_statement_bind_id (statement, "$qualification", course->qualification_id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_trainer_course_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM trainer_course WHERE id = $id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}
