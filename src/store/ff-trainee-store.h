/* The table trainee, read together with the names of what a trainee points to. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  char *employee_no;
  char *name;
  char *name_latin;
  gint64 layer_id;
  char *layer;       /* key, NULL: none */
  char *layer_title; /* in the reader's language */
  gint64 department_id;
  char *department; /* path */
  char *job_title;
  char *email;
  char *phone;
  gint64 supervisor_id;
  char *supervisor_no;
  char *supervisor_name;
  gint64 mentor_id;
  char *mentor_no;
  char *mentor_name;
  gboolean left;
  char *organisation;
  gboolean guest;
} FfTrainee;

void ff_trainee_free (FfTrainee *trainee);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTrainee, ff_trainee_free)

typedef enum
{
  FF_PEOPLE_SORT_NAME,
  FF_PEOPLE_SORT_EMPLOYEE_NO,
  FF_PEOPLE_SORT_DEPARTMENT,
  FF_PEOPLE_SORT_LAYER,
  FF_PEOPLE_SORT_JOB_TITLE,
} FfPeopleSort;

typedef enum
{
  FF_PEOPLE_ALL,
  FF_PEOPLE_PRESENT, /* who has not left */
  FF_PEOPLE_GUESTS,
  FF_PEOPLE_LEFT,
} FfPeopleKind;

typedef struct
{
  const char *search;   /* as typed; NULL: all */
  gint64 layer_id;      /* 0: all */
  gint64 department_id; /* 0: all; with the departments below it */
  FfPeopleKind kind;
  gint64 not_in_run;    /* 0, or a class whose enrolled people are left out */
  FfPeopleSort sort;
  gboolean descending;
} FfPeopleQuery;

/* The live row, or NULL: without an error when there is none. */
FfTrainee *ff_trainee_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfTrainee *ff_trainee_store_read_by_no (FfDb *db, const char *employee_no, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A guest has no number of the organisation: name and phone (NULL: none) find him again. */
FfTrainee *ff_trainee_store_read_guest (FfDb *db, const char *name, const char *phone, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 ff_trainee_store_find (FfDb *db, const char *employee_no, GError **error); /* 0 if there is none, -1 on error */
/* gint64 ids of everybody of that name, however it is written. */
GArray *ff_trainee_store_find_by_name (FfDb *db, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* gint64 ids of those who have @id as their supervisor, or (@guided) as their mentor, by name. */
GArray *ff_trainee_store_list_reports (FfDb *db, gint64 id, gboolean guided, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Another live number that is the same without leading zeros, or NULL. */
char *ff_trainee_store_find_similar_no (FfDb *db, const char *employee_no) G_GNUC_WARN_UNUSED_RESULT;
typedef void (*FfEmployeeNoFunc) (const char *employee_no, gpointer user_data);
/* Every live number, or those that begin with a zero. */
gboolean ff_trainee_store_each_no (FfDb *db, gboolean zeros_only, FfEmployeeNoFunc func, gpointer user_data, GError **error);
/* W-0001 … */
char *ff_trainee_store_next_guest_no (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Write the ids and plain values, not the joined names; search and sort key follow from name and number. */
gboolean ff_trainee_store_insert (FfDb *db, FfTrainee *trainee, GError **error);
gboolean ff_trainee_store_update (FfDb *db, const FfTrainee *trainee, GError **error);
gboolean ff_trainee_store_mark_deleted (FfDb *db, gint64 id, GError **error);
/* Withdraws the trainee from live classes that begin after @today ('YYYY-MM-DD'). */
gboolean ff_trainee_store_withdraw (FfDb *db, gint64 id, const char *today, const char *reason, GError **error);
/* Takes deleted supervisors and mentors out of everybody's row. */
gboolean ff_trainee_store_forget_deleted (FfDb *db, GError **error);
/* What search_key holds: the name in its ways of writing, the number and the Latin name (may be NULL). */
char *ff_trainee_store_make_search_key (const char *name, const char *employee_no, const char *name_latin) G_GNUC_WARN_UNUSED_RESULT;

/* gint64 ids, filtered and sorted in SQL. */
GArray *ff_trainee_store_list (FfDb *db, const FfPeopleQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds one sentence for each thing that is wrong. */
gboolean ff_trainee_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
