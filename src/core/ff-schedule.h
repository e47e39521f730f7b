/* The one engine that finds clashes (RULES, 7): bookings, the people and things they need, and the times at which these cannot be
   had. Everything is kept in an index per trainer, venue, group of trainees and piece of equipment, so that to check one session costs
   the logarithm of their number, and what it finds. */
#pragma once

#include "ff-work-calendar.h"

G_BEGIN_DECLS

typedef enum
{
  FF_CLASH_TRAINER,
  FF_CLASH_VENUE,
  FF_CLASH_TRAINEE,
  FF_CLASH_EQUIPMENT,
  FF_CLASH_HOLIDAY,
  FF_CLASH_UNAVAILABILITY,
  FF_CLASH_CAPACITY,
  FF_CLASH_QUALIFICATION,
} FfClashKind;
#define FF_CLASH_N_KINDS (FF_CLASH_QUALIFICATION + 1)

/* What an id in a clash is one of. */
typedef enum
{
  FF_RESOURCE_NONE,
  FF_RESOURCE_TRAINER,
  FF_RESOURCE_VENUE,
  FF_RESOURCE_TRAINEE,
  FF_RESOURCE_EQUIPMENT,
} FfResource;
#define FF_RESOURCE_N (FF_RESOURCE_EQUIPMENT + 1)

typedef struct _FfSchedule FfSchedule;

typedef struct
{
  gint64 equipment_id;
  int count;
} FfNeed;

#define FF_NO_GROUP (-1)

/* A session and what it takes. */
typedef struct
{
  gint64 id; /* of the session: not 0, and no other booking's; below 0 for one that is not stored yet */
  gint64 run_id;
  gint64 course_id;
  FfMinute from;
  FfMinute to;
  gint64 venue_id; /* 0: none */
  const gint64 *trainers;
  gsize n_trainers;
  int group; /* its trainees, as ff_schedule_add_group () numbered them; FF_NO_GROUP: nobody yet */
  const FfNeed *needs;
  gsize n_needs;
  const char *joint; /* bookings that overlap and share this are one; NULL or "": it stands alone */
  gboolean online;   /* needs no venue */
  gboolean provisional;
  gboolean cancelled; /* takes nothing */
} FfScheduleBooking;

FfSchedule *ff_schedule_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ff_schedule_free (FfSchedule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSchedule, ff_schedule_free)

/* What there is. Everything is copied, and may come in any order, also after a check. ---------------------------------- */

/* Takes @calendar. Without one there are no holidays, and the hours are those of ff_work_calendar_new_default (). */
void ff_schedule_take_calendar (FfSchedule *self, FfWorkCalendar *calendar);
/* What a trainer needs between venues of two sites; a venue whose site is unknown is near everything. */
void ff_schedule_set_travel_minutes (FfSchedule *self, int minutes);
/* @capacity −1: unknown. @setup_minutes are needed before a session, unless one of the same class was there just before. @site may be
   NULL. */
void ff_schedule_add_venue (FfSchedule *self, gint64 id, int capacity, int setup_minutes, const char *site);
/* Movable pieces, that sessions share. */
void ff_schedule_add_equipment (FfSchedule *self, gint64 id, int count);
/* Pieces that stand in a venue: a session there takes them first. */
void ff_schedule_add_standing (FfSchedule *self, gint64 venue_id, gint64 equipment_id, int count);
/* @resource: a trainer, a venue or a trainee. */
void ff_schedule_add_unavailability (FfSchedule *self, FfResource resource, gint64 id, FfMinute from, FfMinute to);
/* @trainer_id may teach the course, up to the day @until (FF_NO_DAY: for good). A course for which nobody was added may be taught by
   anybody. */
void ff_schedule_add_teacher (FfSchedule *self, gint64 course_id, gint64 trainer_id, FfDay until);
/* Trainees who take part together; the bookings of a class share the group of everybody in it. */
int ff_schedule_add_group (FfSchedule *self, const gint64 *trainees, gsize n);
void ff_schedule_add_booking (FfSchedule *self, const FfScheduleBooking *booking);

/* Clashes ---------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfClashKind kind;
  FfResource resource;
  gint64 resource_id; /* 0: none */
  gint64 a;           /* the session; of two that were asked for, the one with the smaller id */
  gint64 b;           /* the other one; 0: there is none */
  gint64 joint_a;     /* the session with the smallest id among those that are one booking with a, and with b */
  gint64 joint_b;
  FfMinute from;      /* the common time, with setup and travel */
  FfMinute to;
  int need;           /* people, pieces */
  int have;
  gboolean provisional; /* a or b is */
} FfHit;

/* FfHit of these sessions with all others and with what cannot be had, by time; each clash once, also when it is found from both
   its sides or from several sessions that are one booking. */
GArray *ff_schedule_check (FfSchedule *self, const gint64 *sessions, gsize n) G_GNUC_WARN_UNUSED_RESULT;
GArray *ff_schedule_check_all (FfSchedule *self) G_GNUC_WARN_UNUSED_RESULT;

/* Ways out --------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  FfDay from;          /* both included */
  FfDay to;
  int earliest;        /* minutes of the day between which it has to lie; both 0: anywhere in the teaching hours */
  int latest;
  FfMinute not_before; /* FF_NO_TIME: any */
  double share;        /* of the trainees who must be free, 0 … 1 */
  guint most;          /* openings that are wanted */
} FfOpeningQuery;

typedef struct
{
  FfMinute from;
  int free_trainees;
} FfOpening;

/* FfOpening for a session that is in the schedule, as long as it is now: the first start in each stretch in which its trainers, its
   venue and its equipment can be had and enough of its trainees are free, earliest first. Only on worked days and within teaching
   hours, never over a break between them; a session that is longer than these spans the breaks of its day. */
GArray *ff_schedule_find_openings (FfSchedule *self, gint64 session, const FfOpeningQuery *query) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the session could be held in that venue at its own time. */
gboolean ff_schedule_fits_venue (FfSchedule *self, gint64 session, gint64 venue_id);

G_END_DECLS
