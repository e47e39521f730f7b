/* What the files of the register's model share: ff-attendance-model.c lays entries over the figures, -columns.c builds the columns,
   -cells.c shows, -edit.c takes what is typed. */
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
  FfClassModel parent_instance;

  GArray *sessions; /* int, index of a session that is not cancelled */
  int current;      /* index of a session, -1 */
  const char *leave; /* interned key of the kind that X enters, NULL */
  char *now_text;   /* what the key N stands for */
};

static inline FfClassFigures *
ff_attendance_model_figures (FfAttendanceModel *self)
{
  return ff_class_model_get_figures (FF_CLASS_MODEL (self));
}

static inline FfClassTrainee *
ff_attendance_model_trainee (FfAttendanceModel *self, int row)
{
  return ff_class_model_get_trainee (FF_CLASS_MODEL (self), row);
}

/* ff-attendance-model.c */
/* @session: an index into the figures' sessions. */
FfSession *ff_attendance_model_get_session (FfAttendanceModel *self, int session);

/* ff-attendance-model-columns.c */
void ff_attendance_model_build_columns (FfClassModel *model);

/* ff-attendance-model-cells.c */
/* These two answer the grid's questions of their files. */
void ff_attendance_model_init_cells (FfGridModelInterface *iface);

/* ff-attendance-model-edit.c */
void ff_attendance_model_init_edit (FfGridModelInterface *iface);

G_END_DECLS
