/* The register of a class as a grid: trainees down, sessions across, then what it adds up to. */
#pragma once

#include "ff-class-figures.h"
#include "ff-grid-model.h"

G_BEGIN_DECLS

/* What is to be written for one cell. */
typedef struct
{
  gint64 session_id;
  gint64 enrolment_id;
  FfAttendanceRecord record;
} FfAttendanceEntry;

#define FF_TYPE_ATTENDANCE_MODEL (ff_attendance_model_get_type ())
G_DECLARE_FINAL_TYPE (FfAttendanceModel, ff_attendance_model, FF, ATTENDANCE_MODEL, GObject)

/* Signal "entered" (const char *label, GArray *entries): cells were changed and are shown already; whoever writes them calls
   ff_attendance_model_settle () with the same array when that is done or refused. */
FfAttendanceModel *ff_attendance_model_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @figures stay the caller's and must outlive the next call; entries that are not settled yet are laid over them. NULL: nothing. */
void ff_attendance_model_set_figures (FfAttendanceModel *self, FfClassFigures *figures);
FfClassFigures *ff_attendance_model_get_figures (FfAttendanceModel *self);
void ff_attendance_model_set_writable (FfAttendanceModel *self, gboolean writable);
void ff_attendance_model_settle (FfAttendanceModel *self, GArray *entries);

/* @department NULL: all; @search NULL or "": all. */
void ff_attendance_model_set_filter (FfAttendanceModel *self, const char *department, const char *search);

/* The session that is worked on, an index into the figures' sessions; -1: none. TRUE when it is another one than before. */
gboolean ff_attendance_model_set_current (FfAttendanceModel *self, int session);
int ff_attendance_model_get_current (FfAttendanceModel *self);

/* -1 for a column without a session, and for a session without a column. */
int ff_attendance_model_get_session_of_column (FfAttendanceModel *self, int column);
int ff_attendance_model_get_column_of_session (FfAttendanceModel *self, int session);
FfClassTrainee *ff_attendance_model_get_trainee (FfAttendanceModel *self, int row);
/* Of the session that is worked on, among all trainees it is planned for. */
void ff_attendance_model_count_recorded (FfAttendanceModel *self, guint *recorded, guint *planned);
/* As if it were typed; the record was checked. */
void ff_attendance_model_set_record (FfAttendanceModel *self, int row, int column, const FfAttendanceRecord *record);

G_END_DECLS
