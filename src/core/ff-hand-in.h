/* Whether something was handed in on time, and how what is typed about it is read. */
#pragma once

#include "ff-time.h"

G_BEGIN_DECLS

/* Begun days of 24 hours after the term: 0 up to its minute, 1 from the minute after, 2 from the same time of the next day. @handed_in_at
   without a clock (midnight) stands for the day as a whole and is measured against the day of the term. 0 without a term. */
int ff_hand_in_days_late (FfMinute due_at, FfMinute handed_in_at);

typedef enum
{
  FF_HAND_IN_NOTHING, /* neither handed in nor due */
  FF_HAND_IN_MISSING, /* due and not handed in */
  FF_HAND_IN_ON_TIME,
  FF_HAND_IN_LATE,
} FfHandInState;

/* @handed_in_at: FF_NO_TIME when nothing was handed in. */
FfHandInState ff_hand_in_state (FfMinute due_at, FfMinute handed_in_at, FfMinute now);

/* What somebody typed about a hand-in. */
typedef struct
{
  gboolean now;
  gboolean next;      /* the next edition, after rework */
  FfMinute at;        /* FF_NO_TIME: not said */
  gboolean has_score;
  gint64 score;       /* hundredths */
} FfHandInEntry;

/* In any order and separated by spaces: "now" or "h", "next" or "n", a day (without a year the last such day; without a clock
   the day as a whole), a clock (today's, unless a day stands beside it), a mark. FALSE for anything else, for two of a kind, and for
   nothing. */
gboolean ff_hand_in_parse (const char *text, FfMinute now, FfHandInEntry *entry);

G_END_DECLS
