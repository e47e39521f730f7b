/* How one enrolment is found and written; private to the use cases about rosters. */
#pragma once

#include "ff-enrolment-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

/* FF_ERROR_NOT_FOUND when there is none. */
FfEnrolment *ff_enrolment_need (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The enrolment of a trainee in a class, or a new one that is not stored yet. */
FfEnrolment *ff_enrolment_find_or_new (FfDb *db, gint64 run_id, gint64 trainee_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes what is new or @changed. @before is the status that is stored, NULL for a new one: somebody who comes, or comes back, is kept as
   he is on this day and has not replied yet; somebody who is put on the waiting list stands at its end. */
FfPut ff_enrolment_write (FfDb *db, FfEnrolment *enrolment, const char *before, gboolean changed, GError **error);

G_END_DECLS
