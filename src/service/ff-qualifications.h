/* Use cases about what trainers can show and cost: qualifications, the courses that they may teach, grades. */
#pragma once

#include "ff-grade-store.h"
#include "ff-put.h"
#include "ff-qualification-store.h"

G_BEGIN_DECLS

/* So many days before its end a qualification asks for attention. */
#define FF_EXPIRY_SOON_DAYS 60

typedef enum
{
  FF_EXPIRY_NEVER, /* it holds for good */
  FF_EXPIRY_LATER,
  FF_EXPIRY_SOON,
  FF_EXPIRY_PAST,
} FfExpiry;

/* @expires_on is the last day on which it holds; FF_NO_DAY: for good. */
FfExpiry ff_qualification_expiry (FfDay expires_on, FfDay today);

typedef struct
{
  const char *title;
  const char *evidence;   /* a certificate's number, where the scan lies */
  const char *issued_on;  /* "": not said */
  const char *expires_on; /* "": for good */
} FfQualificationDraft;

/* FfTrainerQualification: those that end first come first. */
GPtrArray *ff_qualifications_of_trainer (FfDb *db, gint64 trainer_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfTrainerQualification *ff_qualifications_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @update_id 0 adds one to @trainer_id. @id may be NULL, here and below. */
FfPut ff_qualifications_put (FfDb *db, gint64 update_id, gint64 trainer_id, const FfQualificationDraft *draft, gint64 *id, GError **error);
/* The courses that it allowed stay allowed, without it. */
gboolean ff_qualifications_delete (FfDb *db, gint64 id, GError **error);
/* The titles that qualifications have, each once. */
GPtrArray *ff_qualifications_list_titles (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  const char *course;        /* its code */
  const char *qualification; /* the title of one of the trainer's; "": none is needed */
} FfTrainerCourseDraft;

/* FfTrainerCourse, by code. A course that no trainer has may be taught by anybody. */
GPtrArray *ff_trainer_courses_of_trainer (FfDb *db, gint64 trainer_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfCourseTrainer, by name. */
GPtrArray *ff_trainer_courses_of_course (FfDb *db, gint64 course_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfTrainerCourse *ff_trainer_courses_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @update_id 0 adds the course to @trainer_id, or changes the row that there is. */
FfPut ff_trainer_courses_put (FfDb *db, gint64 update_id, gint64 trainer_id, const FfTrainerCourseDraft *draft, gint64 *id, GError **error);
gboolean ff_trainer_courses_delete (FfDb *db, gint64 id, GError **error);

typedef struct
{
  const char *name; /* the key */
  const char *rate; /* of a class hour, an amount of the currency */
} FfGradeDraft;

/* FfGrade, in order. */
GPtrArray *ff_grades_list (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfGrade *ff_grades_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfPut ff_grades_put (FfDb *db, gint64 update_id, const FfGradeDraft *draft, gint64 *id, GError **error);
/* Puts it at @position among the others, from 0. */
gboolean ff_grades_move (FfDb *db, gint64 id, int position, GError **error);
/* Refuses while a trainer has it. */
gboolean ff_grades_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
