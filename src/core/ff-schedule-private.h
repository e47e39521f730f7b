/* What the files of the schedule share. */
#pragma once

#include "ff-schedule-track.h"
#include "ff-schedule.h"

G_BEGIN_DECLS

typedef enum
{
  FF_TRACK_TRAINER,
  FF_TRACK_VENUE,
  FF_TRACK_GROUP,
  FF_TRACK_EQUIPMENT,
  FF_TRACK_JOINT,
  FF_TRACK_TRAINER_AWAY, /* these three: when it cannot be had */
  FF_TRACK_VENUE_AWAY,
  FF_TRACK_TRAINEE_AWAY,
  FF_TRACK_N,
} FfTrackKind;

typedef struct
{
  gint64 id;
  int capacity; /* −1: unknown */
  int setup_minutes;
  const char *site; /* interned; NULL: unknown */
  GHashTable *standing; /* equipment id → count; NULL: nothing */
} FfScheduleVenue;

/* A group that shares people with another one, and these. Its first and last minute stand here, so that most neighbours are passed
   over without a look into an index of their own, which lies far away in memory. */
typedef struct
{
  guint group;
  FfMinute from;
  FfMinute to;
  GArray *shared; /* gint64 */
} FfNeighbour;

typedef struct
{
  gint64 *trainees; /* sorted, each once */
  gsize n;
  FfMinute from; /* of its bookings together */
  FfMinute to;
  GArray *neighbours; /* FfNeighbour, itself among them; NULL until somebody asks */
  guint generation;   /* of the schedule when they were found */
} FfGroup;

/* A booking as it is kept. One that is not in the tracks can be made of it for a "what if": a shallow copy at another time. */
typedef struct
{
  gint64 id;
  gint64 run_id;
  gint64 course_id;
  FfMinute from;
  FfMinute to;
  gint64 venue_id; /* 0: none, or online */
  gint64 *trainers;
  gsize n_trainers;
  int group;
  FfNeed *needs;
  gsize n_needs;
  gint64 joint; /* 0: alone */
  gboolean provisional;
} FfBooked;

struct _FfSchedule
{
  FfWorkCalendar *calendar;
  int travel_minutes;
  GHashTable *venues;    /* id → FfScheduleVenue */
  GHashTable *equipment; /* id → count */
  GHashTable *teachers;  /* course id → GArray of Teacher */
  GPtrArray *groups;     /* FfGroup */
  GHashTable *members;   /* trainee id → GArray of guint, the groups */
  GHashTable *bookings;  /* id → FfBooked */
  GHashTable *joints;    /* interned key → number */
  GStringChunk *names;
  GHashTable *tracks[FF_TRACK_N];
  guint generation;      /* counts what changes neighbours: groups and bookings */
  GArray *found;         /* FfSpan, of the question that is being answered */
};

const FfScheduleVenue *ff_schedule_get_venue (FfSchedule *self, gint64 id);
/* NULL for an id that is not there or that was cancelled. */
const FfBooked *ff_schedule_get_booking (FfSchedule *self, gint64 id);
/* How many pieces it has to borrow beyond what stands in its venue. */
int ff_schedule_lent (FfSchedule *self, const FfBooked *booking, gint64 equipment_id);
/* FALSE: not this course, or not on that day any more. */
gboolean ff_schedule_may_teach (FfSchedule *self, gint64 course_id, gint64 trainer_id, FfDay day);
/* FfNeighbour of a group. */
const GArray *ff_schedule_neighbours (FfSchedule *self, int group);
/* Spans of a track that share a minute with [from, to); valid until the next call. */
const GArray *ff_schedule_find (FfSchedule *self, FfTrackKind kind, gint64 id, FfMinute from, FfMinute to);

static inline gboolean
ff_booked_is_one (const FfBooked *a, const FfBooked *b)
{
  return a->id == b->id || (a->joint != 0 && a->joint == b->joint);
}

/* Appends every FfHit of @booking, which need not be in the tracks, to @hits. */
void ff_schedule_collect (FfSchedule *self, const FfBooked *booking, GArray *hits);
void ff_schedule_collect_equipment (FfSchedule *self, const FfBooked *booking, GArray *hits);

G_END_DECLS
