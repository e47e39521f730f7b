/* Use cases about people: trainees, their departments and layers. Trainers and venues are in ff-places.h. */
#pragma once

#include "ff-department-store.h"
#include "ff-layer-store.h"
#include "ff-places.h"
#include "ff-put.h"
#include "ff-trainee-store.h"

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
  /* An import of many rows finds each layer and department once; 0: by the text above. */
  gint64 layer_id;
  gint64 department_id;
} FfTraineeDraft;

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
/* Calls @func with the number of every trainee, or of those whose number begins with a zero. */
gboolean ff_people_each_employee_no (FfDb *db, gboolean zeros_only, FfEmployeeNoFunc func, gpointer user_data, GError **error);
/* A number that differs from the given one by leading zeros only, or NULL. */
char *ff_people_find_similar_no (FfDb *db, const char *employee_no) G_GNUC_WARN_UNUSED_RESULT;

/* gint64 ids, filtered and sorted in SQL. */
GArray *ff_people_list_trainees (FfDb *db, const FfPeopleQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* gint64 ids of those who report to somebody, or (@guided) have that person as their mentor. */
GArray *ff_people_list_reports (FfDb *db, gint64 id, gboolean guided, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* FfChoice, in the order in which people read them. */
GPtrArray *ff_people_list_layers (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_people_list_departments (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A layer by its key or a title in English or Chinese; 0 if there is none, -1 on error. */
gint64 ff_people_find_layer (FfDb *db, const char *text, GError **error);
/* The same, but an unknown one is an error of the field "layer" that names the known ones. */
gint64 ff_people_need_layer (FfDb *db, const char *text, GError **error);
/* A department by its path; 0 if there is none, -1 on error. */
gint64 ff_people_find_department (FfDb *db, const char *path, GError **error);
/* A department by its path; made with every parent when unknown. 0 for a path without names, -1 on error. */
gint64 ff_people_make_department (FfDb *db, const char *path, GError **error);

/* Adds one sentence to @findings (char *) for each thing that is wrong with the people, departments, trainers and venues. */
gboolean ff_people_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
