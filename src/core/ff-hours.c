/* Class hours, credits and trainers' fees. */
#include "ff-hours.h"

gint64
ff_hours_of_minutes (gint64 minutes, int class_hour)
{
  g_return_val_if_fail (class_hour > 0, 0);

  return minutes > 0 ? minutes * 2 / class_hour * 50 : 0;
}

typedef gboolean (*CountsFunc) (const FfHoursSlot *slots, gsize n, FfMinute at, gint64 trainer_id, gboolean leads);

/* Where the next slot begins or ends after @at, at most @to: up to there nothing changes. */
static FfMinute
next_edge (const FfHoursSlot *slots, gsize n, FfMinute at, FfMinute to)
{
  FfMinute edge = to;

  for (gsize i = 0; i < n; i++)
    {
      if (slots[i].from > at && slots[i].from < edge)
        edge = slots[i].from;
      if (slots[i].to > at && slots[i].to < edge)
        edge = slots[i].to;
    }
  return edge;
}

static gint64
count (FfMinute from, FfMinute to, const FfHoursSlot *slots, gsize n, CountsFunc counts, gint64 trainer_id, gboolean leads)
{
  gint64 minutes = 0;

  for (FfMinute at = from, edge; at < to; at = edge)
    {
      edge = next_edge (slots, n, at, to);
      if (counts (slots, n, at, trainer_id, leads))
        minutes += edge - at;
    }
  return minutes;
}

static gboolean
covers (const FfHoursSlot *slot, FfMinute at)
{
  return slot->from <= at && at < slot->to;
}

static gboolean
is_work (const FfHoursSlot *slots, gsize n, FfMinute at, gint64 trainer_id, gboolean leads)
{
  for (gsize i = 0; i < n; i++)
    if (slots[i].is_break && covers (&slots[i], at))
      return FALSE;
  return TRUE;
}

static gboolean
is_taught (const FfHoursSlot *slots, gsize n, FfMinute at, gint64 trainer_id, gboolean leads)
{
  gboolean own = FALSE, others = FALSE;

  for (gsize i = 0; i < n; i++)
    if (covers (&slots[i], at))
      {
        own = own || slots[i].trainer_id == trainer_id;
        others = others || slots[i].trainer_id != 0;
      }
  return is_work (slots, n, at, trainer_id, leads) && (own || (leads && !others));
}

gint64
ff_hours_session_minutes (FfMinute from, FfMinute to, const FfHoursSlot *slots, gsize n)
{
  return count (from, to, slots, n, is_work, 0, TRUE);
}

gint64
ff_hours_taught_minutes (FfMinute from, FfMinute to, const FfHoursSlot *slots, gsize n, gint64 trainer_id, gboolean leads)
{
  g_return_val_if_fail (trainer_id != 0, 0);

  return count (from, to, slots, n, is_taught, trainer_id, leads);
}

/* @a and @b are not negative. */
static gint64
divide_half_up (gint64 a, gint64 b)
{
  return a / b + (a % b * 2 >= b ? 1 : 0);
}

gint64
ff_hours_fee (gint64 hours, gint64 rate)
{
  g_return_val_if_fail (hours >= 0 && rate >= 0, 0);

  return divide_half_up (hours * rate, 100);
}

gint64
ff_hours_credited (const FfHoursTaken *sessions, gsize n, gboolean when_passed, int year)
{
  gint64 hours = 0;

  for (gsize i = 0; i < n; i++)
    {
      int of_year, month, mday;

      ff_day_to_ymd (sessions[i].day, &of_year, &month, &mday);
      if (sessions[i].attended && (!when_passed || sessions[i].passed) && (year == 0 || year == of_year))
        hours += sessions[i].hours;
    }
  return hours;
}

gint64
ff_hours_credits (gint64 hours, gint64 credit_hours)
{
  g_return_val_if_fail (hours >= 0, 0);

  return credit_hours > 0 ? divide_half_up (hours * 100, credit_hours) : 0;
}

gint64
ff_hours_missing (gint64 hours, gint64 required)
{
  return MAX (required - hours, 0);
}
