/* What is done with the people of a class: many enrolled at once, withdrawn, moved up from the waiting list, replaced, and what they
   replied. Each joins the batch of its caller and is one undo with it. */
#pragma once

#include "ff-enrolment-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

/* FF_ERROR_NOT_FOUND when there is none. */
FfEnrolment *ff_roster_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The places of a class. */
typedef struct
{
  int capacity; /* -1: not limited */
  int enrolled;
  int waiting;
  int coming;   /* of those who are to be enrolled: not in the class yet, or withdrawn, or waiting */
  int over;     /* so many of them find no place */
} FfRosterRoom;

/* What enrolling these trainees would do. @n may be 0. */
gboolean ff_roster_get_room (FfDb *db, gint64 run_id, const gint64 *trainee_ids, gsize n, FfRosterRoom *room, GError **error);

typedef struct
{
  guint enrolled;
  guint waitlisted;
  guint already; /* were enrolled before */
} FfRosterCount;

/* Enrols them in this order. Who finds no place is put on the waiting list when @rest_waits, and is enrolled all the same when not.
   @count may be NULL. */
gboolean ff_roster_enrol (FfDb *db, gint64 run_id, const gint64 *trainee_ids, gsize n, gboolean rest_waits, FfRosterCount *count,
                          GError **error);

/* @ids are enrolments, here and below. */
gboolean ff_roster_withdraw (FfDb *db, const gint64 *ids, gsize n, const char *reason, GError **error);
/* From the waiting list, or back after a withdrawal. Refuses when the places do not suffice. */
gboolean ff_roster_take_in (FfDb *db, const gint64 *ids, gsize n, GError **error);
gboolean ff_roster_put_waiting (FfDb *db, const gint64 *ids, gsize n, GError **error);
/* Moves one up (@places negative) or down the waiting list, as far as that goes. */
gboolean ff_roster_move_waiting (FfDb *db, gint64 id, int places, GError **error);
/* The first on the waiting list, if there is one and a place for him; NULL without an error when not. */
FfEnrolment *ff_roster_next_in (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* "coming", "leave", or NULL: no reply yet. */
gboolean ff_roster_reply (FfDb *db, const gint64 *ids, gsize n, const char *reply, FfDay day, GError **error);

/* Another trainee comes in place of one: takes over the team, its lead and the place on the waiting list; the one is withdrawn with
   @reason. @new_id (may be NULL) is the enrolment of the other. */
gboolean ff_roster_replace (FfDb *db, gint64 id, gint64 trainee_id, const char *reason, gint64 *new_id, GError **error);

/* In the reader's language. */
const char *ff_roster_status_title (const char *status);
const char *ff_roster_reply_title (const char *reply);

G_END_DECLS
