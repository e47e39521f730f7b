/* What the tests of classes start from: a course with a scheme, people, and a class. The clock stands at 2026-09-22 13:52. */
#pragma once

#include "ff-runs.h"
#include "ff-store-test.h"

#define class_test_add(name, func) g_test_add ((name), StoreFixture, NULL, class_set_up, (func), store_tear_down)

/* Course CX-101, layers as built in, and trainees E001 … E006: 1 and 2 frontline, 3 and 4 support, 5 and 6 management. Its scheme:
   process 40 (participation 50, attendance 50), result 60 (written 40, practical 60 by c1 and c2 of 5 points each), a pre-test of
   written. */
void class_fill (FfDb *db);
void class_set_up (StoreFixture *fixture, gconstpointer data);
/* CX-1 of 2026-09-21 to 2026-09-22 with E001 … E005 enrolled and sessions S1 … S4, two on each day: 09:00 to 12:00, 14:00 to 17:00. */
gint64 class_make (FfDb *db);

gint64 class_trainee (FfDb *db, const char *employee_no);
gint64 class_session (FfDb *db, gint64 run_id, const char *key);
gint64 class_enrolment (FfDb *db, gint64 run_id, const char *employee_no);
/* YYYY-MM-DD HH:MM; may not fail. */
FfMinute class_time (const char *text);

/* Asserts that the error is of @code and belongs to @field (NULL: to none), and clears it. */
void class_assert_refused (GError **error, FfError code, const char *field);
/* Asserts that ff_runs_check () finds nothing. */
void class_assert_sound (FfDb *db);
