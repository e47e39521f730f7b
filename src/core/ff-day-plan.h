/* Slots on teaching days, as a timetable has them: where two of them overlap, and where time is left between them. */
#pragma once

#include "ff-work-calendar.h"

G_BEGIN_DECLS

typedef struct
{
  int day; /* from 1 */
  int starts; /* minutes of the day, [starts, ends) */
  int ends;
  gint64 layer; /* whom it is for; 0: everybody */
} FfDaySlot;

typedef enum
{
  FF_DAY_OVERLAP, /* two slots that somebody would have to be in at once */
  FF_DAY_GAP,     /* teaching hours between two slots in which somebody has nothing to do */
} FfDayFlawKind;

typedef struct
{
  FfDayFlawKind kind;
  int day;
  int from; /* minutes of the day: what is common to both, or between them */
  int to;
  gsize first;  /* index of the slot before */
  gsize second; /* and of the one after; of an overlap, the one that begins later */
} FfDayFlaw;

/* FfDayFlaw in order of time, each once although it may concern several layers. What lies outside of @hours (lunch) is no gap;
   @hours NULL: every minute counts. @slots may come in any order. */
GArray *ff_day_plan_check (const FfDaySlot *slots, gsize n_slots, const FfHours *hours, gsize n_hours) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
