/* The sessions of a class made out of its course's timetable or of a pattern of days and hours (RULES, 7), and moved to other days.
   Pure: days off come as a work calendar, and the times are those of the wall clock, which know no summer time. */
#pragma once

#include "ff-work-calendar.h"

G_BEGIN_DECLS

/* More are a mistake in the asking. */
#define FF_TIMETABLE_MAX_SESSIONS 500

/* The one activity in which nobody is taught. */
#define FF_ACTIVITY_BREAK "break"

/* What happens on a teaching day. Borrowed texts. */
typedef struct
{
  int day;    /* from 1: the first teaching day */
  int starts; /* minutes of the day, [starts, ends) */
  int ends;
  const char *title;    /* NULL or "": not said */
  const char *activity; /* FF_ACTIVITY_BREAK is one; NULL: not said */
  gint64 syllabus_item_id;
  gint64 layer_id; /* whom it is for; 0: everybody */
} FfPlanSlot;

/* What is one session: what lies in one half of a day, in one day, or each slot by itself. */
typedef enum
{
  FF_UNIT_HALF_DAY,
  FF_UNIT_DAY,
  FF_UNIT_SLOT,
} FfSessionUnit;

/* On which days is taught. A day off is left out: by weekdays the class waits for the next of them; by days it takes the next worked
   day, and counts on from where it would have been. */
typedef struct
{
  guint weekdays; /* bit 0 Monday … bit 6 Sunday; 0: by days */
  int every;      /* by days: 1 each worked day, make-up days too; 7 each week … */
} FfRhythm;

/* A part of the content that fills a pattern in order; borrowed texts. */
typedef struct
{
  int minutes;
  const char *title;
  const char *activity;
  gint64 syllabus_item_id;
} FfPlanItem;

/* Teaching days that are all alike. */
typedef struct
{
  const FfHours *hours; /* in order and apart */
  gsize n_hours;
  int teach;    /* minutes after which comes a break; 0: none */
  int pause;    /* its minutes */
  int sessions; /* so many; 0: as many as @minutes takes */
  int minutes;  /* of teaching, breaks not counted; 0: as many as @items take */
  const FfPlanItem *items;
  gsize n_items;
} FfPattern;

typedef struct
{
  FfDay starts_on; /* or the first day after it that the rhythm and the calendar allow */
  FfRhythm rhythm;
  FfSessionUnit unit;
  const FfWorkCalendar *calendar; /* days off and halves of a day; NULL: every day is worked, its halves as usual */
} FfPlanQuery;

/* A slot of a session that is not stored yet. */
typedef struct
{
  FfMinute starts_at;
  FfMinute ends_at;
  char *title;    /* never NULL */
  char *activity; /* or NULL */
  gint64 syllabus_item_id;
} FfMadeSlot;

typedef struct
{
  FfMinute starts_at;
  FfMinute ends_at;
  char *title; /* what is taught in it; NULL: not said */
  gint64 layer_id;
  GPtrArray *slots; /* FfMadeSlot in order; empty when they would say nothing */
} FfMadeSession;

void ff_made_session_free (FfMadeSession *session);

/* FfMadeSession in order of time. Slots of a layer become sessions for that layer, beside those of the others. A break belongs to a
   session in which it lies, and neither begins nor ends one. Empty when there is no slot, or no day within ten years. */
GPtrArray *ff_timetable_make (const FfPlanQuery *query, const FfPlanSlot *slots, gsize n_slots) G_GNUC_WARN_UNUSED_RESULT;
/* The same from a pattern. Its last session is as long as what is left to teach. */
GPtrArray *ff_timetable_make_pattern (const FfPlanQuery *query, const FfPattern *pattern) G_GNUC_WARN_UNUSED_RESULT;

/* Where @n days (in order, each once) come to lie when the first moves to @to: as far apart as they were, but one that would fall on a
   day off of @calendar (NULL: there is none), or on a day that the one before has taken, moves on to the next worked day. FALSE when
   there is none within ten years. */
gboolean ff_timetable_shift_days (const FfDay *days, gsize n, FfDay to, const FfWorkCalendar *calendar, FfDay *moved);

G_END_DECLS
