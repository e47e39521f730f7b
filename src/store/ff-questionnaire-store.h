/* The tables questionnaire, dimension, question and questionnaire_text. */
#pragma once

#include "ff-choice.h"
#include "ff-db.h"
#include "ff-owner.h"
#include "ff-questionnaire.h"

G_BEGIN_DECLS

/* With everything in it; NULL without an error when there is no such live questionnaire. @owner may be NULL; FF_OWNER_NONE is the library. */
FfQuestionnaire *ff_questionnaire_store_read (FfDb *db, gint64 id, FfOwner *owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The live questionnaire that a question or a dimension stands in; 0 if there is none, -1 on error. */
gint64 ff_questionnaire_store_find_of_question (FfDb *db, gint64 question_id, GError **error);
gint64 ff_questionnaire_store_find_of_dimension (FfDb *db, gint64 dimension_id, GError **error);

/* The row itself. Insert sets its id, both its version. The title and its translations are what it is found by. */
gboolean ff_questionnaire_store_insert (FfDb *db, FfOwner owner, int position, FfQuestionnaire *questionnaire, GError **error);
gboolean ff_questionnaire_store_update (FfDb *db, FfQuestionnaire *questionnaire, GError **error);
gboolean ff_questionnaire_store_mark_deleted (FfDb *db, gint64 id, GError **error);
/* With everything in it, as if it had never been: of one without answers. */
gboolean ff_questionnaire_store_delete (FfDb *db, gint64 id, GError **error);
/* What a migration left open: the keys by which titles are found. */
gboolean ff_questionnaire_store_fill_keys (FfDb *db, GError **error);

/* @position counts from 1. Insert sets the id. A dimension is deleted after its questions, both with their translations. */
gboolean ff_dimension_store_insert (FfDb *db, gint64 questionnaire_id, int position, FfDimension *dimension, GError **error);
gboolean ff_dimension_store_update (FfDb *db, int position, const FfDimension *dimension, GError **error);
gboolean ff_dimension_store_delete (FfDb *db, gint64 id, GError **error);
gboolean ff_question_store_insert (FfDb *db, gint64 questionnaire_id, gint64 dimension_id, int position, FfQuestion *question, GError **error);
gboolean ff_question_store_update (FfDb *db, gint64 dimension_id, int position, const FfQuestion *question, GError **error);
gboolean ff_question_store_delete (FfDb *db, gint64 id, GError **error);
/* Makes its key one that nothing else has, so that two can exchange theirs. */
gboolean ff_dimension_store_park_key (FfDb *db, gint64 id, GError **error);
gboolean ff_question_store_park_key (FfDb *db, gint64 id, GError **error);

/* Of the whole: both ids are 0; else of a dimension or of a question. */
typedef struct
{
  gint64 questionnaire_id;
  gint64 dimension_id;
  gint64 question_id;
} FfTextOf;

/* Inserts, updates or deletes (@translation NULL) what stands there in @language. */
gboolean ff_questionnaire_text_store_write (FfDb *db, const FfTextOf *of, const char *language, const FfTranslation *translation, GError **error);

/* Lists ------------------------------------------------------------------------------------------------------------------------- */

/* gint64 ids of the live ones of @owner, in their order; those of the library (FF_OWNER_NONE) by title. */
GArray *ff_questionnaire_store_list_of (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* By its key among those of @owner: 0 if there is none, -1 on error. */
gint64 ff_questionnaire_store_find (FfDb *db, FfOwner owner, const char *key, GError **error);
/* Behind all of @owner; -1 on error. */
int ff_questionnaire_store_next_position (FfDb *db, FfOwner owner, GError **error);

typedef enum
{
  FF_QUESTIONNAIRES_ANYWHERE,
  FF_QUESTIONNAIRES_OF_LIBRARY,
  FF_QUESTIONNAIRES_OF_COURSES,
  FF_QUESTIONNAIRES_OF_CLASSES,
  FF_QUESTIONNAIRES_OF_PROJECTS,
} FfQuestionnairePlace;

typedef enum
{
  FF_QUESTIONNAIRE_SORT_TITLE,
  FF_QUESTIONNAIRE_SORT_KIND,
  FF_QUESTIONNAIRE_SORT_LEVEL,
  FF_QUESTIONNAIRE_SORT_OWNER,
  FF_QUESTIONNAIRE_SORT_RESPONSES,
} FfQuestionnaireSort;

typedef struct
{
  const char *search; /* as typed; NULL: all */
  FfQuestionnairePlace place;
  int kind;  /* FfQuestionnaireKind, -1: any */
  int level; /* 0: any */
  FfQuestionnaireSort sort;
  gboolean descending;
} FfQuestionnaireQuery;

/* gint64 ids of live questionnaires of whatever is not deleted either, filtered and sorted in SQL. */
GArray *ff_questionnaire_store_list (FfDb *db, const FfQuestionnaireQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64 id;
  char *key;
  char *title;
  FfQuestionnaireKind kind;
  int level;
  gboolean anonymous;
  FfOwner owner;
  char *owner_code;  /* of a course or class; NULL */
  char *owner_title; /* NULL: of the library */
  int questions;
  int responses; /* named and nameless ones */
} FfQuestionnaireRow;

void ff_questionnaire_row_free (FfQuestionnaireRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfQuestionnaireRow, ff_questionnaire_row_free)
/* NULL without an error when there is no such live questionnaire. */
FfQuestionnaireRow *ff_questionnaire_store_read_row (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* FfChoice of the trainers or venues of a class's sessions, in the order in which they come. */
GPtrArray *ff_questionnaire_store_list_judged (FfDb *db, gint64 run_id, FfAbout about, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many forms were returned for a questionnaire; -1 on error. */
gint64 ff_questionnaire_store_count_responses (FfDb *db, gint64 id, GError **error);
/* How many answers a question has; -1 on error. */
gint64 ff_question_store_count_answers (FfDb *db, gint64 id, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_questionnaire_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
