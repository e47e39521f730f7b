/* The table task: the checklist of a class, the tasks of a project and its stages. */
#pragma once

#include "ff-db.h"
#include "ff-owner.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  FfOwner owner; /* a project or a class */
  gint64 stage_id; /* of the project; 0: none */
  char *stage;     /* its title, for reading */
  int position;
  char *kind;      /* venue, materials, notice, level1 … level4, other */
  char *title;     /* NULL: what the kind is called */
  char *in_charge; /* NULL: nobody named */
  FfDay due_on;    /* FF_NO_DAY: not dated */
  FfDay done_on;   /* FF_NO_DAY: open */
  char *note;
} FfTask;

void ff_task_free (FfTask *task);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTask, ff_task_free)

/* FfTask of @owner, in order. */
GPtrArray *ff_task_store_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfTask of live classes, not cancelled, and of live projects that are open and due on @until or before, by date. */
GPtrArray *ff_task_store_list_open (FfDb *db, FfDay until, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfTask *ff_task_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Sets the id. The update leaves owner and position alone. */
gboolean ff_task_store_insert (FfDb *db, FfTask *task, GError **error);
gboolean ff_task_store_update (FfDb *db, const FfTask *task, GError **error);

G_END_DECLS
