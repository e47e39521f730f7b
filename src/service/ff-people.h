/* Use cases about people: trainees, their departments and layers, trainers, venues. */
#pragma once

#include "ff-put.h"

G_BEGIN_DECLS

typedef struct
{
  const char *employee_no; /* the key; NULL or "": a guest, found by name and phone, numbered W-0001 … when new */
  const char *name;        /* required of a new one */
  const char *name_latin;
  const char *layer;       /* a key, or a title in English or Chinese: frontline, 一线, 第一線 … */
  const char *department;  /* a path with '/'; made when unknown */
  const char *job_title;
  const char *email;
  const char *phone;
  const char *supervisor_no;
  const char *mentor_no;
  const char *employment;  /* employed, left, 在职, 离职 … */
  const char *organisation;
} FfTraineeDraft;

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
  char *department;  /* path */
  char *job_title;
  char *email;
  char *phone;
  gint64 supervisor_id;
  char *supervisor_no;
  char *supervisor_name;
  char *mentor_no;
  char *mentor_name;
  gboolean left;
  char *organisation;
  gboolean guest;
} FfTrainee;

void ff_trainee_free (FfTrainee *trainee);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTrainee, ff_trainee_free)

/* @update_id: 0 finds by employee number and adds when unknown; else edits that row (its number may change).
   @id may be NULL. */
FfPut ff_people_put_trainee (FfDb *db, gint64 update_id, const FfTraineeDraft *draft, gint64 *id, GError **error);
/* Supervisors may stand later in the same file: put with supervisor_no NULL, then link. */
FfPut ff_people_link_trainee (FfDb *db, gint64 id, const char *supervisor_no, const char *mentor_no, GError **error);
/* Marks them deleted; their enrolments in classes that have not begun are withdrawn. */
gboolean ff_people_delete_trainees (FfDb *db, const gint64 *ids, gsize n, GError **error);
FfTrainee *ff_people_read_trainee (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* By primary keys, in their order; missing ones are NULL. */
GPtrArray *ff_people_read_trainees (FfDb *db, const gint64 *ids, gsize n, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 ff_people_find_trainee (FfDb *db, const char *employee_no, GError **error); /* 0 if there is none; -1 on error */
/* A number that differs from the given one by leading zeros only, or NULL. */
char *ff_people_find_similar_no (FfDb *db, const char *employee_no) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  FF_PEOPLE_SORT_NAME,
  FF_PEOPLE_SORT_EMPLOYEE_NO,
  FF_PEOPLE_SORT_DEPARTMENT,
  FF_PEOPLE_SORT_LAYER,
  FF_PEOPLE_SORT_JOB_TITLE,
} FfPeopleSort;

typedef struct
{
  const char *search; /* as typed; NULL: all */
  gint64 layer_id;    /* 0: all */
  gint64 department_id; /* 0: all; with the departments below it */
  gint64 not_in_run;  /* 0, or a class whose enrolled people are left out */
  FfPeopleSort sort;
  gboolean descending;
} FfPeopleQuery;

/* gint64 ids, filtered and sorted in SQL. */
GArray *ff_people_list_trainees (FfDb *db, const FfPeopleQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  gint64 id;
  gint64 version;
  char *key;   /* of a layer; NULL otherwise */
  char *title; /* in the reader's language; a department's path */
} FfChoice;

void ff_choice_free (FfChoice *choice);
GPtrArray *ff_people_list_layers (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_people_list_departments (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_people_list_trainers (FfDb *db, const char *search, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_people_list_venues (FfDb *db, const char *search, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The built-in layer's name in the reader's language when @title is NULL. */
const char *ff_layer_title (const char *key, const char *title);

typedef struct
{
  const char *name; /* the key */
  const char *kind; /* internal, external, guest, 内部 … */
  const char *organisation;
  const char *email;
  const char *phone;
  const char *profile;
} FfTrainerDraft;

typedef struct
{
  const char *name;     /* the key */
  const char *capacity; /* a number */
  const char *setup_minutes;
  const char *address;
} FfVenueDraft;

FfPut ff_people_put_trainer (FfDb *db, gint64 update_id, const FfTrainerDraft *draft, gint64 *id, GError **error);
FfPut ff_people_put_venue (FfDb *db, gint64 update_id, const FfVenueDraft *draft, gint64 *id, GError **error);

G_END_DECLS
