/* Use cases about projects, their stages, and the classes that belong to them. */
#pragma once

#include "ff-project-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

typedef struct
{
  const char *code;  /* the key */
  const char *title; /* required of a new one */
  const char *department;
  const char *sponsor;
  const char *summary;
  const char *starts_on; /* "": not said */
  const char *ends_on;
  const char *budget; /* money */
} FfProjectDraft;

/* @update_id 0 finds by code and adds when unknown; else edits that row (its code may change). @id may be NULL. */
FfPut ff_projects_put (FfDb *db, gint64 update_id, const FfProjectDraft *draft, gint64 *id, GError **error);
/* Its classes stay and stand alone. */
gboolean ff_projects_delete (FfDb *db, gint64 id, GError **error);
gint64 ff_projects_find (FfDb *db, const char *code, GError **error); /* 0 if there is none, -1 on error */
/* FF_ERROR_NOT_FOUND when it is gone. */
FfProject *ff_projects_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfProject by primary keys, in their order; missing ones are NULL. */
GPtrArray *ff_projects_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* gint64 ids; @search as typed, NULL: all. */
GArray *ff_projects_list (FfDb *db, const char *search, FfProjectSort sort, gboolean descending, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* gint64 ids of its classes, cancelled ones too, by first day. */
GArray *ff_projects_list_runs (FfDb *db, gint64 project_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Puts a class into a project, out of another one if need be; @project_id 0: it stands alone. */
gboolean ff_projects_take_run (FfDb *db, gint64 project_id, gint64 run_id, GError **error);

typedef struct
{
  const char *title; /* required of a new one */
  const char *owner;
  const char *starts_on; /* "": not said */
  const char *ends_on;
} FfStageDraft;

FfPut ff_stages_put (FfDb *db, gint64 project_id, gint64 stage_id, const FfStageDraft *draft, gint64 *id, GError **error);
/* FfStage in order. */
GPtrArray *ff_stages_list (FfDb *db, gint64 project_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfStage *ff_stages_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Its tasks stay in the project, without a stage. */
gboolean ff_stages_delete (FfDb *db, gint64 id, GError **error);
gboolean ff_stages_move (FfDb *db, gint64 id, int position, GError **error);

/* Adds one sentence to @sentences (char *) for each thing that is wrong. */
gboolean ff_projects_check (FfDb *db, GPtrArray *sentences, GError **error);

G_END_DECLS
