/* The register of a class as a grid: trainees down, sessions across, then what it adds up to. */
#pragma once

#include "ff-class-model.h"

G_BEGIN_DECLS

/* What is to be written for one cell. */
typedef struct
{
  gint64 session_id;
  gint64 enrolment_id;
  FfAttendanceRecord record;
} FfAttendanceEntry;

#define FF_TYPE_ATTENDANCE_MODEL (ff_attendance_model_get_type ())
G_DECLARE_FINAL_TYPE (FfAttendanceModel, ff_attendance_model, FF, ATTENDANCE_MODEL, FfClassModel)

FfAttendanceModel *ff_attendance_model_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The session that is worked on, an index into the figures' sessions; -1: none. TRUE when it is another one than before. */
gboolean ff_attendance_model_set_current (FfAttendanceModel *self, int session);
int ff_attendance_model_get_current (FfAttendanceModel *self);

/* -1 for a column without a session, and for a session without a column. */
int ff_attendance_model_get_session_of_column (FfAttendanceModel *self, int column);
int ff_attendance_model_get_column_of_session (FfAttendanceModel *self, int session);
/* Of the session that is worked on, among all trainees it is planned for. */
void ff_attendance_model_count_recorded (FfAttendanceModel *self, guint *recorded, guint *planned);
/* As if it were typed; the record was checked. */
void ff_attendance_model_set_record (FfAttendanceModel *self, int row, int column, const FfAttendanceRecord *record);
/* The kind of leave that X enters, a key; NULL: none is named. */
void ff_attendance_model_set_leave (FfAttendanceModel *self, const char *kind);
const char *ff_attendance_model_get_leave (FfAttendanceModel *self);

G_END_DECLS
