/* Attendance in words and letters: what is typed into the register, what its cells show, and what a time means. No widgets. */
#pragma once

#include "ff-class-figures.h"
#include "ff-grid-model.h"

G_BEGIN_DECLS

/* What the editor shows and what is copied: "P", "09:12", "09:12–10:00", "–10:00", "". */
char *ff_attendance_text_format (const FfAttendanceRecord *record) G_GNUC_WARN_UNUSED_RESULT;
/* Reads a status (one of the letters P L E A X, or its word in any of our languages), minutes ("L 8", "E10"), one or two times of
   the session's day, or nothing. @record keeps what the text does not say, such as the times beside a status.
   FF_ERROR_INVALID with a sentence. */
gboolean ff_attendance_text_parse (const char *text, const FfSession *session, FfAttendanceRecord *record, GError **error);

/* Fills text, superscript, style, spoken words and tooltip of a cell. */
void ff_attendance_text_show (const FfAttendanceRule *rule, const FfAttendanceRecord *record, const FfAttendanceVerdict *verdict,
                              FfGridCell *cell);
/* "12 min late: still present." */
char *ff_attendance_text_say (const FfAttendanceRule *rule, const FfAttendanceRecord *record,
                              const FfAttendanceVerdict *verdict) G_GNUC_WARN_UNUSED_RESULT;

/* What @record would mean for a trainee in a session: the verdict, and a sentence about the absences so far. */
FfAttendanceVerdict ff_attendance_text_judge (const FfClassFigures *figures, guint session, const FfAttendanceRecord *record);
char *ff_attendance_text_consequence (const FfClassFigures *figures, const FfClassTrainee *trainee, guint session,
                                      const FfAttendanceRecord *record) G_GNUC_WARN_UNUSED_RESULT;

/* What stands beside the status: "Sick leave.", "Made up in S12 on 22 Oct."; NULL: nothing. */
char *ff_attendance_text_detail (const FfClassFigures *figures, const FfAttendanceRecord *record) G_GNUC_WARN_UNUSED_RESULT;
/* Why somebody is disqualified, and who waived that; NULL of anybody else. */
char *ff_attendance_text_verdict (const FfClassFigures *figures, const FfClassTrainee *trainee) G_GNUC_WARN_UNUSED_RESULT;
/* The three rates of a trainee in a line. */
char *ff_attendance_text_rates (const FfAttendanceTally *tally) G_GNUC_WARN_UNUSED_RESULT;

/* "Rule 2 since 1 Sep", "Rule 1" */
char *ff_attendance_text_edition (const FfRuleEdition *edition) G_GNUC_WARN_UNUSED_RESULT;
/* "12 sessions: at most 2 absences; number 3 (25 %) disqualifies." */
char *ff_attendance_text_meaning (const FfAttendanceRule *rule, int planned_sessions) G_GNUC_WARN_UNUSED_RESULT;
/* "Late or early by more than 15 min counts as absent · absence above 20 % of 12 planned sessions disqualifies (at most 2)" */
char *ff_attendance_text_rule (const FfAttendanceRule *rule, int planned_sessions) G_GNUC_WARN_UNUSED_RESULT;

/* 8.333 → "8.3", 20 → "20". */
char *ff_attendance_text_percent (double percent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
