/* What the results of all classes are made of, read for all of them at once. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* A live class that was not cancelled. */
typedef struct
{
  gint64 id;
  char *code;
  char *title;
  gint64 course_id;
  char *course_title;
  gint64 project_id; /* 0: none */
  FfDay ends_on;
} FfResultsRun;

void ff_results_run_free (FfResultsRun *run);
/* FfResultsRun, the last to end first. */
GPtrArray *ff_results_store_list_runs (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* gint64 ids of the live projects that have metrics. */
GArray *ff_results_store_list_projects (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* 0 is any. */
typedef struct
{
  gint64 department_id; /* and those below it */
  gint64 layer_id;
  gint64 trainer_id;
} FfResultsPeople;

/* gint64 ids of the classes in which such people take part, or teach. */
GArray *ff_results_store_list_of_people (FfDb *db, const FfResultsPeople *people, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The answers to the ratings of every level-1 questionnaire of a class; @n and @sum may be negative, for what is to be taken out again. */
typedef void (*FfAnswerSumFunc) (gint64 question_id, gint64 n, gint64 sum, gpointer user_data);
gboolean ff_results_store_foreach_sum (FfDb *db, FfAnswerSumFunc func, gpointer user_data, GError **error);

/* The forms of every questionnaire; likewise. A form of somebody who is taken out of the level is neither returned nor valid. */
typedef void (*FfFormSumFunc) (gint64 questionnaire_id, gint64 returned, gint64 valid, gpointer user_data);
gboolean ff_results_store_foreach_form_sum (FfDb *db, FfFormSumFunc func, gpointer user_data, GError **error);

/* gint64 classes whose rows the journal names after line @since. NULL without an error when it cannot be said of each line, or there are too
   many of them: then any class may have changed. */
GArray *ff_results_store_list_changed (FfDb *db, gint64 since, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
