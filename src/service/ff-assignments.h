/* Use cases about what a class is to hand in. */
#pragma once

#include "ff-assignment-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;   /* required of a new one */
  const char *by_team; /* 1, 0, yes, no, 是, 否; it cannot be changed once something was handed in */
  const char *due_at;  /* a date and time; "": no term */
  const char *max;     /* points; "": it is not marked */
  const char *note;
} FfAssignmentDraft;

/* @id 0 adds behind the others. @new_id may be NULL. */
FfPut ff_assignments_put (FfDb *db, gint64 run_id, gint64 id, const FfAssignmentDraft *draft, gint64 *new_id, GError **error);
/* Together with what was handed in. */
gboolean ff_assignments_delete (FfDb *db, gint64 id, GError **error);
/* To a place (from 0) among those of its class. */
gboolean ff_assignments_move (FfDb *db, gint64 run_id, gint64 id, int position, GError **error);

/* How many of the deliverables of the class's course are not on its list yet, each title once; -1 on error. */
int ff_assignments_count_to_take_over (FfDb *db, gint64 run_id, GError **error);
/* Puts them on the list. @n may be NULL. */
gboolean ff_assignments_take_over (FfDb *db, gint64 run_id, guint *n, GError **error);
/* Gives class @to the list of class @from, its terms as many minutes later. */
gboolean ff_assignments_copy (FfDb *db, gint64 from, gint64 to, gint64 minutes, GError **error);

GPtrArray *ff_assignments_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FF_ERROR_NOT_FOUND when it is gone. */
FfAssignment *ff_assignments_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
