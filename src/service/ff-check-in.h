/* Signing in at the door: somebody types or scans who he is, and the minute is kept. Each call joins the batch of its caller. */
#pragma once

#include "ff-attendance.h"
#include "ff-attendance-store.h"

G_BEGIN_DECLS

typedef enum
{
  FF_CHECK_IN_SIGNED_IN,
  FF_CHECK_IN_SIGNED_OUT,
  FF_CHECK_IN_ALREADY,      /* is signed in, and stays as it was */
  FF_CHECK_IN_NOT_ENROLLED, /* a trainee who is not in the class; enrolment_status says whether on its waiting list, or withdrawn */
  FF_CHECK_IN_AMBIGUOUS,    /* several people in the class have this name */
  FF_CHECK_IN_UNKNOWN,
  FF_CHECK_IN_SESSION,      /* the code on the sign-in sheet of the session in session_id */
} FfCheckInState;

typedef struct
{
  FfCheckInState state;
  gint64 session_id;
  gint64 trainee_id;      /* 0: nobody was found, here and below */
  gint64 enrolment_id;
  char *employee_no;
  char *name;
  char *department;
  char *enrolment_status; /* waitlisted, withdrawn; NULL: never enrolled */
  FfAttendanceRecord record;
  FfAttendanceVerdict verdict;
  FfSessionCount count;   /* of the session, afterwards */
} FfCheckIn;

void ff_check_in_clear (FfCheckIn *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfCheckIn, ff_check_in_clear)

/* @text: an employee number; or, without digits, a name of somebody in the class, in characters or pinyin; or the code of a sign-in
   sheet. Signs in at @at, or, when @leaving, out; a second sign-out moves the first. @result is all zero. FALSE with a sentence when
   the register is closed, the session cancelled or on another day. */
gboolean ff_check_in (FfDb *db, gint64 session_id, const char *text, FfMinute at, gboolean leaving, FfCheckIn *result, GError **error);

/* Enrols a trainee, also one who waits or was withdrawn, and signs him in. */
gboolean ff_check_in_enrol (FfDb *db, gint64 session_id, gint64 trainee_id, FfMinute at, FfCheckIn *result, GError **error);

/* The name of whoever has this number, for the label of the batch; else @text itself. */
char *ff_check_in_name (FfDb *db, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
