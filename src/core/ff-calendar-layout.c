/* Where the blocks of a calendar stand. */
#include "config.h"

#include "ff-calendar-layout.h"

#define DAYS_OF_WEEK 7

/* Periods ----------------------------------------------------------------------------------------------------------- */

static FfDay
monday_of (FfDay day)
{
  return day - ff_day_weekday (day) + 1;
}

/* The first day of the month that is @n months after @day's. */
static FfDay
month_start (FfDay day, int n)
{
  int year, month, mday, months;

  ff_day_to_ymd (day, &year, &month, &mday);
  months = year * 12 + month - 1 + n;
  return ff_day_from_ymd (months / 12, months % 12 + 1, 1);
}

void
ff_calendar_period (FfCalendarMode mode, FfDay day, FfDay *from, FfDay *to)
{
  g_return_if_fail (from != NULL && to != NULL);

  switch (mode)
    {
    case FF_CALENDAR_MODE_DAY:
      *from = day;
      *to = day + 1;
      break;
    case FF_CALENDAR_MODE_MONTH:
      *from = monday_of (month_start (day, 0));
      *to = monday_of (month_start (day, 1) - 1) + DAYS_OF_WEEK;
      break;
    case FF_CALENDAR_MODE_AGENDA:
      *from = month_start (day, 0);
      *to = month_start (day, 1);
      break;
    case FF_CALENDAR_MODE_WEEK:
    default:
      *from = monday_of (day);
      *to = *from + DAYS_OF_WEEK;
    }
}

FfDay
ff_calendar_step (FfCalendarMode mode, FfDay day, int n)
{
  FfDay start, end;
  int year, month, mday;

  if (mode == FF_CALENDAR_MODE_DAY)
    return day + n;
  if (mode == FF_CALENDAR_MODE_WEEK)
    return day + n * DAYS_OF_WEEK;
  ff_day_to_ymd (day, &year, &month, &mday);
  start = month_start (day, n);
  end = month_start (day, n + 1);
  return MIN (start + mday - 1, end - 1);
}

/* Columns ----------------------------------------------------------------------------------------------------------- */

static void
add_parts (GArray *places, const FfCalendarSpan *span, guint index, FfDay first, int n_days)
{
  FfMinute start = ff_day_start (first);
  FfMinute end = ff_day_start (first + n_days);
  FfDay day;

  if (span->to <= span->from || span->to <= start || span->from >= end)
    return;
  for (day = ff_time_day (MAX (span->from, start)); day < first + n_days && ff_day_start (day) < span->to; day++)
    {
      FfMinute midnight = ff_day_start (day);
      FfCalendarPlace place = {
        .index = index,
        .day = (int) (day - first),
        .from = (int) (MAX (span->from, midnight) - midnight),
        .to = (int) (MIN (span->to, midnight + FF_MINUTES_PER_DAY) - midnight),
        .continued = span->from < midnight,
        .continues = span->to > midnight + FF_MINUTES_PER_DAY,
      };

      g_array_append_val (places, place);
    }
}

/* By day and start; of those that start together the longer one stands further left. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const FfCalendarPlace *first = a, *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  if (first->to != second->to)
    return first->to > second->to ? -1 : 1;
  return (first->index > second->index) - (first->index < second->index);
}

static gboolean
overlap (const FfCalendarPlace *a, const FfCalendarPlace *b)
{
  return a->from < b->to && b->from < a->to;
}

/* Where the cluster that begins at @begin ends: the first place that starts after all before it have ended. */
static guint
find_cluster_end (const GArray *places, guint begin)
{
  const FfCalendarPlace *first = &g_array_index (places, FfCalendarPlace, begin);
  int to = first->to;
  guint i;

  for (i = begin + 1; i < places->len; i++)
    {
      const FfCalendarPlace *place = &g_array_index (places, FfCalendarPlace, i);

      if (place->day != first->day || place->from >= to)
        break;
      to = MAX (to, place->to);
    }
  return i;
}

/* Gives each place of a cluster the leftmost column that is free at its start; returns how many columns that takes. */
static int
assign_columns (FfCalendarPlace *places, guint n)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (int)); /* until when each column is taken */

  for (guint i = 0; i < n; i++)
    {
      guint column = 0;

      while (column < ends->len && g_array_index (ends, int, column) > places[i].from)
        column++;
      if (column == ends->len)
        g_array_append_val (ends, places[i].to);
      else
        g_array_index (ends, int, column) = places[i].to;
      places[i].column = (int) column;
    }
  return (int) ends->len;
}

/* A place may be as wide as the columns at its right are free of others. */
static int
find_width (const FfCalendarPlace *places, guint n, guint of, int columns)
{
  int limit = columns;

  for (guint i = 0; i < n; i++)
    if (places[i].column > places[of].column && places[i].column < limit && overlap (&places[i], &places[of]))
      limit = places[i].column;
  return limit - places[of].column;
}

/* Those in columns that are not shown, as one entry for each stretch of time that they fill. */
static void
gather_more (const FfCalendarPlace *places, guint n, int columns, GArray *more)
{
  FfCalendarMore *last = NULL;

  for (guint i = 0; i < n; i++)
    {
      if (places[i].column < columns - 1)
        continue;
      if (last != NULL && places[i].from < last->to)
        {
          last->to = MAX (last->to, places[i].to);
          last->count++;
          continue;
        }
      g_array_append_vals (more, &(FfCalendarMore) { places[i].day, places[i].from, places[i].to, columns, 1 }, 1);
      last = &g_array_index (more, FfCalendarMore, more->len - 1);
    }
}

static void
lay_out_cluster (FfCalendarPlace *places, guint n, int max_columns, GArray *more)
{
  int needed = assign_columns (places, n);
  int columns = MIN (needed, max_columns);
  gboolean too_many = needed > max_columns;

  for (guint i = 0; i < n; i++)
    {
      places[i].columns = columns;
      /* The last column is that of the rest. */
      places[i].width = find_width (places, n, i, too_many ? columns - 1 : columns);
    }
  if (too_many)
    gather_more (places, n, columns, more);
}

static void
drop_hidden (GArray *places)
{
  guint kept = 0;

  for (guint i = 0; i < places->len; i++)
    {
      FfCalendarPlace *place = &g_array_index (places, FfCalendarPlace, i);

      if (place->width > 0)
        g_array_index (places, FfCalendarPlace, kept++) = *place;
    }
  g_array_set_size (places, kept);
}

void
ff_calendar_lay_out (const FfCalendarSpan *spans, gsize n, FfDay first, int n_days, int max_columns, GArray *places, GArray *more)
{
  g_return_if_fail (spans != NULL || n == 0);
  g_return_if_fail (max_columns >= 2);
  g_return_if_fail (places != NULL && more != NULL);

  g_array_set_size (places, 0);
  g_array_set_size (more, 0);
  for (gsize i = 0; i < n; i++)
    add_parts (places, &spans[i], (guint) i, first, n_days);
  g_array_sort (places, compare_places);
  for (guint begin = 0, end; begin < places->len; begin = end)
    {
      end = find_cluster_end (places, begin);
      lay_out_cluster (&g_array_index (places, FfCalendarPlace, begin), end - begin, max_columns, more);
    }
  drop_hidden (places);
}

/* Dragging ---------------------------------------------------------------------------------------------------------- */

static FfMinute
floor_to_step (FfMinute time)
{
  FfMinute rest = time % FF_CALENDAR_STEP;

  return time - rest - (rest < 0 ? FF_CALENDAR_STEP : 0);
}

FfMinute
ff_calendar_snap (FfMinute time)
{
  return floor_to_step (time + FF_CALENDAR_STEP / 2);
}

FfCalendarSpan
ff_calendar_move (FfCalendarSpan span, int days, int minutes)
{
  FfMinute from = span.from + (FfMinute) days * FF_MINUTES_PER_DAY;

  if (ff_calendar_snap (minutes) != 0)
    from = ff_calendar_snap (from + minutes);
  return (FfCalendarSpan) { from, from + (span.to - span.from) };
}

FfCalendarSpan
ff_calendar_resize (FfCalendarSpan span, int minutes)
{
  FfMinute to = ff_calendar_snap (minutes) != 0 ? ff_calendar_snap (span.to + minutes) : span.to;

  return (FfCalendarSpan) { span.from, MAX (to, span.from + MIN (FF_CALENDAR_STEP, span.to - span.from)) };
}

FfCalendarSpan
ff_calendar_create (FfMinute pressed, FfMinute released)
{
  FfMinute start = ff_day_start (ff_time_day (pressed));
  FfMinute end = start + FF_MINUTES_PER_DAY;
  FfMinute from = floor_to_step (MAX (MIN (pressed, released), start));
  FfMinute last = MIN (MAX (pressed, released), end - 1);

  return (FfCalendarSpan) { from, MAX (floor_to_step (last + FF_CALENDAR_STEP - 1), from + FF_CALENDAR_STEP) };
}

/* Arrow keys -------------------------------------------------------------------------------------------------------- */

static const FfCalendarPlace *
get_place (const GArray *places, int index)
{
  return index >= 0 ? &g_array_index (places, FfCalendarPlace, (guint) index) : NULL;
}

/* The block at a moment that stands furthest left, or right; −1 when it is free. */
static int
find_at (const GArray *places, int day, int minute, gboolean rightmost)
{
  int found = -1;

  for (guint i = 0; i < places->len; i++)
    {
      const FfCalendarPlace *place = &g_array_index (places, FfCalendarPlace, i);

      if (place->day != day || place->from > minute || place->to <= minute)
        continue;
      if (found < 0 || (place->column > get_place (places, found)->column) == rightmost)
        found = (int) i;
    }
  return found;
}

/* Stops of a day are in the order of minute, then column; a free slot has no column. */
static gint64
rank (int minute, int column)
{
  return (gint64) minute * G_MAXINT16 + column + 1;
}

static gboolean
move_along_day (FfCalendarCursor *cursor, const GArray *places, gboolean down)
{
  const FfCalendarPlace *current = get_place (places, cursor->place);
  gint64 here = rank (cursor->minute, current != NULL ? current->column : -1);
  gint64 best = down ? G_MAXINT64 : G_MININT64;
  FfCalendarCursor next = *cursor;

  for (guint i = 0; i < places->len; i++)
    {
      const FfCalendarPlace *place = &g_array_index (places, FfCalendarPlace, i);
      gint64 there = rank (place->from, place->column);

      if (place->day == cursor->day && (down ? there > here && there < best : there < here && there > best))
        {
          best = there;
          next = (FfCalendarCursor) { cursor->day, place->from, (int) i };
        }
    }
  for (int minute = 0; minute < FF_MINUTES_PER_DAY; minute += FF_CALENDAR_SLOT)
    {
      gint64 there = rank (minute, -1);

      if ((down ? there > here && there < best : there < here && there > best) && find_at (places, cursor->day, minute, FALSE) < 0)
        {
          best = there;
          next = (FfCalendarCursor) { cursor->day, minute, -1 };
        }
    }
  if (best == G_MAXINT64 || best == G_MININT64)
    return FALSE;
  *cursor = next;
  return TRUE;
}

/* The block beside the one the cursor is on, at the same time and of the same day; −1: none. */
static int
find_beside (const FfCalendarCursor *cursor, const GArray *places, gboolean right)
{
  const FfCalendarPlace *current = get_place (places, cursor->place);
  int found = -1;

  for (guint i = 0; current != NULL && i < places->len; i++)
    {
      const FfCalendarPlace *place = &g_array_index (places, FfCalendarPlace, i);
      const FfCalendarPlace *best = get_place (places, found);

      if (place->day != current->day || !overlap (place, current)
          || (right ? place->column <= current->column : place->column >= current->column))
        continue;
      if (best == NULL || (right ? place->column < best->column : place->column > best->column))
        found = (int) i;
    }
  return found;
}

static gboolean
move_across_days (FfCalendarCursor *cursor, const GArray *places, int n_days, gboolean right)
{
  int place = find_beside (cursor, places, right);
  int day = cursor->day + (right ? 1 : -1);

  if (place >= 0)
    {
      *cursor = (FfCalendarCursor) { cursor->day, get_place (places, place)->from, place };
      return TRUE;
    }
  if (day < 0 || day >= n_days)
    return FALSE;
  place = find_at (places, day, cursor->minute, !right);
  cursor->day = day;
  cursor->place = place;
  cursor->minute = place >= 0 ? get_place (places, place)->from : cursor->minute - cursor->minute % FF_CALENDAR_SLOT;
  return TRUE;
}

gboolean
ff_calendar_cursor_move (FfCalendarCursor *cursor, const GArray *places, int n_days, FfCalendarDirection direction)
{
  g_return_val_if_fail (cursor != NULL && places != NULL, FALSE);
  g_return_val_if_fail (cursor->place < (int) places->len, FALSE);

  switch (direction)
    {
    case FF_CALENDAR_UP:
    case FF_CALENDAR_DOWN:
      return move_along_day (cursor, places, direction == FF_CALENDAR_DOWN);
    case FF_CALENDAR_LEFT:
    case FF_CALENDAR_RIGHT:
    default:
      return move_across_days (cursor, places, n_days, direction == FF_CALENDAR_RIGHT);
    }
}
