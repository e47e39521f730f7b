/* Use cases of a running class: attendance and marks. */
#pragma once

#include "ff-attendance-store.h"
#include "ff-put.h"
#include "ff-scheme.h"

G_BEGIN_DECLS

typedef struct
{
  const char *run;
  const char *session;
  const char *employee_no;
  const char *status;     /* a key or its word in any of our languages, or a kind of leave */
  const char *arrived_at; /* a time, or a full date and time */
  const char *left_at;
} FfAttendanceDraft;

/* Attendance is kept of people who are enrolled in the class, at sessions that are meant for them, not cancelled and not closed.
   What is stored already is no change, whatever the register's state. */
FfPut ff_register_put (FfDb *db, const FfAttendanceDraft *draft, GError **error);

/* By ids, as the grid knows them. @record replaces what is stored; nothing recorded removes the row. Times are on the session's
   day (minutes of the wall clock). Of a leave with a new kind, the kind says whether it counts. FF_ERROR_INVALID when it is not planned
   for this person, cancelled, or closed. */
FfPut ff_register_set (FfDb *db, gint64 session_id, gint64 enrolment_id, const FfAttendanceRecord *record, GError **error);
/* FF_ERROR_NOT_FOUND when it is not there any more. */
gboolean ff_register_read_row (FfDb *db, gint64 attendance_id, FfAttendanceRow *row, GError **error);
/* The same by its two owners. */
gboolean ff_register_read_cell (FfDb *db, gint64 session_id, gint64 enrolment_id, FfAttendanceRow *row, GError **error);
/* The status by a key or by its word in any of our languages; NULL and "" are unmarked. */
gboolean ff_register_parse_status (const char *text, FfAttendanceStatus *status);
/* The status in the reader's language. */
const char *ff_attendance_status_title (FfAttendanceStatus status);
/* Unmarked rows become absent. Refuses before the session has begun. */
gboolean ff_register_close (FfDb *db, gint64 session_id, GError **error);
gboolean ff_register_reopen (FfDb *db, gint64 session_id, GError **error);
/* Marks every unmarked trainee of a session present; @n (may be NULL) is how many. */
gboolean ff_register_mark_rest_present (FfDb *db, gint64 session_id, guint *n, GError **error);
/* But not the enrolments of @except, who stay as they are. */
gboolean ff_register_mark_present_except (FfDb *db, gint64 session_id, const gint64 *except, gsize n_except, guint *n, GError **error);

typedef struct
{
  const char *run;
  const char *employee_no;
  const char *component; /* leaf key, "leaf.criterion", or a title that is unique */
  const char *score;     /* in its own maximum; EX exempts; "" leaves it alone */
  const char *rater;
  const char *attempt;   /* NULL: 1 */
  const char *reason;    /* why it overrides the leaf's own source, or why EX; NULL: none is named */
  const FfScheme *scheme; /* the class's, from whoever puts many marks and has read it already; NULL: it is read */
} FfScoreDraft;

/* Marks are kept of people who are enrolled. A score lifts an exemption from the same leaf. */
FfPut ff_marking_put (FfDb *db, const FfScoreDraft *draft, GError **error);

/* Which mark: whose, of which leaf or criterion (0: the leaf itself), by whom (NULL or "": nobody named), at which attempt, from 1. */
typedef struct
{
  gint64 enrolment_id;
  gint64 component_id;
  gint64 criterion_id;
  const char *rater;
  int attempt;
} FfMarkKey;

/* By ids. @criterion_id 0: the leaf itself. @has_score FALSE removes the mark. FF_ERROR_INVALID about "reason" when it is the first mark
   by hand on a leaf that the program computes. */
FfPut ff_marking_set (FfDb *db, gint64 enrolment_id, gint64 component_id, gint64 criterion_id, const char *rater, int attempt,
                      gboolean has_score, gint64 score, GError **error);
/* The same with a reason, which a mark in place of a computed one needs; "" keeps the one it has. */
FfPut ff_marking_override (FfDb *db, const FfMarkKey *key, gint64 score, const char *reason, GError **error);
/* All marks of an attempt at a leaf, of every rater and criterion. */
FfPut ff_marking_delete_attempt (FfDb *db, gint64 enrolment_id, gint64 component_id, int attempt, GError **error);
/* The indices of a leaf that is known by ids. @criterion_id 0: the leaf itself, whose @criterion is -1. */
gboolean ff_marking_find_by_ids (const FfScheme *scheme, gint64 component_id, gint64 criterion_id, int *component, int *criterion,
                                 GError **error);
/* Refuses what is not within the maximum, and a mark on a rubric as a whole. */
gboolean ff_marking_check_score (const FfScheme *scheme, int component, int criterion, gint64 score, GError **error);
/* The leaf, and the criterion of a rubric (-1: the leaf itself), that a score draft or the heading of a column names. */
gboolean ff_marking_find (const FfScheme *scheme, const char *name, int *component, int *criterion, GError **error);
/* @reason is required to exempt. */
FfPut ff_marking_set_exempt (FfDb *db, gint64 enrolment_id, gint64 component_id, gboolean exempt, const char *reason, GError **error);
/* On the newest mark of the leaf. */
FfPut ff_marking_set_comment (FfDb *db, gint64 enrolment_id, gint64 component_id, const char *comment, GError **error);
/* On one mark; NULL or "" takes the comment away. */
FfPut ff_marking_comment (FfDb *db, const FfMarkKey *key, const char *comment, GError **error);

G_END_DECLS
