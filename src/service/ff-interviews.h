/* Use cases about interviews: a random sample of the trainees of a class, and what each of them found best, worst and would change. */
#pragma once

#include "ff-interview-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

/* Draws ⌈@share⌉ of those who are enrolled and not taken out of level 1: their employee numbers in order, put into the order of the lot
   with that seed, and of these the first (Fisher and Yates over GRand, so that the draw can be repeated). @share in hundredths of a
   percent, above 0 and at most 10000. Who was drawn before and has said nothing yet is left out; what somebody said stays.
   @n (may be NULL): how many were drawn. */
gboolean ff_interviews_draw (FfDb *db, gint64 run_id, gint64 share, guint32 seed, guint *n, GError **error);

typedef struct
{
  const char *held_on; /* "": not yet */
  const char *interviewer;
  const char *best;
  const char *worst;
  const char *suggestions;
} FfInterviewDraft;

/* What is written without a day is kept without one. */
FfPut ff_interviews_put (FfDb *db, gint64 id, const FfInterviewDraft *draft, GError **error);
/* FF_ERROR_NOT_FOUND when it is gone. */
FfInterview *ff_interviews_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
