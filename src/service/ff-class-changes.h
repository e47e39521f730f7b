/* What is done to the sessions of a class at once: moved, put off, cancelled, given to another trainer, confirmed. Each can be asked
   for its bookings first, to see what they would clash with, and is then done in one batch. */
#pragma once

#include "ff-clashes.h"

G_BEGIN_DECLS

typedef enum
{
  FF_CHANGE_SHIFT,    /* the sessions that have not begun, the class's dates and its open tasks */
  FF_CHANGE_POSTPONE, /* one session, to another time, as long as it was */
  FF_CHANGE_CANCEL,   /* one session */
  FF_CHANGE_TRAINER,  /* of one session and those after it */
  FF_CHANGE_CONFIRM,  /* provisional bookings, of one session or of all that have not begun */
} FfClassChangeKind;

typedef struct
{
  FfClassChangeKind kind;
  gint64 run_id;
  gint64 session_id;   /* 0: from the next one on, or all */
  FfDay to;            /* shift: where the first of them comes to lie; FF_NO_DAY: by @days */
  int days;            /* shift */
  gboolean any_day;    /* shift: days off do not matter */
  FfMinute starts_at;  /* postpone */
  const char *trainer; /* who takes over; made when unknown */
  const char *in_place_of; /* whom; "" or NULL: whoever gives the session */
  const char *reason;  /* postpone and cancel: required */
} FfClassChange;

/* FfSessionPlan of the sessions as they would be, in order; those that stay as they are are left out. Others that are one booking with
   one of them come with it. An error when there is nothing to change. */
GPtrArray *ff_class_changes_plan (FfDb *db, const FfClassChange *change, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_class_changes_do (FfDb *db, const FfClassChange *change, GError **error);

G_END_DECLS
