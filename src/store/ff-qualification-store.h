/* The tables qualification and trainer_course: what a trainer can show, and which courses that allows. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 trainer_id;
  char *title;
  char *evidence;
  FfDay issued_on;  /* FF_NO_DAY: not said */
  FfDay expires_on; /* the last day on which it holds; FF_NO_DAY: for good */
} FfTrainerQualification;

void ff_qualification_free (FfTrainerQualification *qualification);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTrainerQualification, ff_qualification_free)

/* NULL without an error when there is none. */
FfTrainerQualification *ff_qualification_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfTrainerQualification of a trainer: those that end first come first. */
GPtrArray *ff_qualification_store_of_trainer (FfDb *db, gint64 trainer_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_qualification_store_insert (FfDb *db, FfTrainerQualification *qualification, GError **error);
gboolean ff_qualification_store_update (FfDb *db, const FfTrainerQualification *qualification, GError **error);
/* The courses that it allowed stay allowed, without it. */
gboolean ff_qualification_store_delete (FfDb *db, gint64 id, GError **error);

/* The titles that qualifications have, each once. */
GPtrArray *ff_qualification_store_list_titles (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 trainer_id;
  gint64 course_id;
  char *course_code;
  char *course_title;
  gint64 qualification_id; /* that allows it, and with whose expiry it ends; 0: none */
  char *qualification;     /* its title */
  FfDay expires_on;        /* its */
} FfTrainerCourse;

void ff_trainer_course_free (FfTrainerCourse *course);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTrainerCourse, ff_trainer_course_free)

FfTrainerCourse *ff_trainer_course_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The row of a pair: 0 if there is none, -1 on error. */
gint64 ff_trainer_course_store_find (FfDb *db, gint64 trainer_id, gint64 course_id, GError **error);
/* FfTrainerCourse over live courses, by code. */
GPtrArray *ff_trainer_course_store_of_trainer (FfDb *db, gint64 trainer_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Who may teach a course. */
typedef struct
{
  gint64 id; /* of the pair */
  gint64 trainer_id;
  char *name;
  char *document_name; /* what documents show */
  char *kind;
  char *qualification; /* that it needs; NULL: none */
  FfDay expires_on;    /* of that */
} FfCourseTrainer;

void ff_course_trainer_free (FfCourseTrainer *trainer);

/* FfCourseTrainer over live trainers, by name. */
GPtrArray *ff_trainer_course_store_of_course (FfDb *db, gint64 course_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Write the ids. */
gboolean ff_trainer_course_store_insert (FfDb *db, FfTrainerCourse *course, GError **error);
gboolean ff_trainer_course_store_update (FfDb *db, const FfTrainerCourse *course, GError **error);
gboolean ff_trainer_course_store_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
