/* What the files of the register's model share: ff-attendance-model.c holds the rows and what is not written yet, -columns.c builds the
   columns, -cells.c shows, -edit.c takes what is typed. */
#pragma once

#include "ff-attendance-model.h"

G_BEGIN_DECLS

/* The columns before the sessions. */
enum
{
  FF_ATTENDANCE_COLUMN_NUMBER,
  FF_ATTENDANCE_COLUMN_TRAINEE,
  FF_ATTENDANCE_COLUMN_DEPARTMENT,
  FF_ATTENDANCE_N_FROZEN,
};

struct _FfAttendanceModel
{
  GObject parent_instance;

  FfClassFigures *figures; /* the caller's */
  gboolean writable;
  char *department;
  char *search;
  char *structure; /* what the columns and rows were built from */

  GArray *rows;       /* int, index of a trainee */
  GArray *sessions;   /* int, index of a session that is not cancelled */
  GPtrArray *columns; /* FfGridColumn */
  int current;        /* index of a session, -1 */
  GPtrArray *pending; /* GArray of FfAttendanceEntry, in the order of entry */
};

/* ff-attendance-model.c */
/* @session: an index into the figures' sessions. */
FfSession *ff_attendance_model_get_session (FfAttendanceModel *self, int session);
/* Shows the entries, keeps them until they are settled, and emits "entered". */
void ff_attendance_model_enter (FfAttendanceModel *self, const char *label, GArray *entries);

/* ff-attendance-model-columns.c */
void ff_attendance_model_build_columns (FfAttendanceModel *self);

/* ff-attendance-model-cells.c */
/* These two answer the grid's questions of their files. */
void ff_attendance_model_init_cells (FfGridModelInterface *iface);

/* ff-attendance-model-edit.c */
void ff_attendance_model_init_edit (FfGridModelInterface *iface);

G_END_DECLS
