/* Use cases about tasks: the dated checklist of a class, the tasks of a project and its stages. */
#pragma once

#include "ff-put.h"
#include "ff-task-store.h"

G_BEGIN_DECLS

/* Of a kind in the reader's language: "Venue confirmed" …; NULL for an unknown one. */
const char *ff_task_kind_title (const char *kind);
/* The level whose figures it asks for, 1 to 4; 0: none. */
int ff_task_kind_level (const char *kind);
/* Days from the class's first day (from its last one, @from_end) on which a task of that kind is due; FALSE for one of no fixed date. */
gboolean ff_task_kind_offset (const char *kind, int *days, gboolean *from_end);
/* What to call it: its own title, else its kind's. */
const char *ff_task_title (const FfTask *task);

typedef struct
{
  const char *kind;      /* "": other */
  const char *title;     /* required of a new one without another kind */
  const char *in_charge;
  const char *due_on;    /* "": not dated */
  const char *note;
  const char *stage;     /* the id of a stage of the same project, in digits; "": of none */
} FfTaskDraft;

/* @update_id 0 adds behind the others. @id may be NULL. */
FfPut ff_tasks_put (FfDb *db, FfOwner owner, gint64 update_id, const FfTaskDraft *draft, gint64 *id, GError **error);
/* FfTask in order. */
GPtrArray *ff_tasks_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfTask of all classes and projects that are open and due on @until or before. */
GPtrArray *ff_tasks_list_open (FfDb *db, FfDay until, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FF_ERROR_NOT_FOUND when it is gone. */
FfTask *ff_tasks_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Done today, or open again. */
gboolean ff_tasks_tick (FfDb *db, gint64 id, gboolean done, GError **error);
/* @position from 0, among all of the same owner. */
gboolean ff_tasks_move (FfDb *db, gint64 id, int position, GError **error);
gboolean ff_tasks_delete (FfDb *db, gint64 id, GError **error);

/* The checklist that each class begins with: venue, materials and notice before its first day, the four levels after its last one.
   A kind that it has already is left alone. */
gboolean ff_tasks_make_checklist (FfDb *db, gint64 run_id, GError **error);
/* The class's dates have moved from @old_start and @old_end: its open tasks go with the day that they are dated from. */
gboolean ff_tasks_follow (FfDb *db, gint64 run_id, FfDay old_start, FfDay old_end, GError **error);
/* Gives class @to the tasks of class @from, all open, as far from its dates as they were. */
gboolean ff_tasks_copy (FfDb *db, gint64 from, gint64 to, GError **error);

G_END_DECLS
