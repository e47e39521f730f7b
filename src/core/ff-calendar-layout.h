/* Where the blocks of a calendar stand: which period a view shows, who shares a column with whom, what a drag comes to and where an
   arrow key leads. Pure arithmetic on minutes and days. */
#pragma once

#include "ff-time.h"

G_BEGIN_DECLS

#define FF_CALENDAR_STEP 15 /* minutes: what is dragged snaps to them */
#define FF_CALENDAR_SLOT 30 /* minutes: the free places that the arrow keys stop at */

typedef enum
{
  FF_CALENDAR_MODE_DAY,
  FF_CALENDAR_MODE_WEEK,
  FF_CALENDAR_MODE_MONTH,  /* whole weeks, from the Monday on or before the first day of the month */
  FF_CALENDAR_MODE_AGENDA, /* the month itself */
} FfCalendarMode;

/* The days [from, to) that a view shows when @day is in it. */
void ff_calendar_period (FfCalendarMode mode, FfDay day, FfDay *from, FfDay *to);
/* The same day @n periods later: the 31st becomes the last day of a shorter month. */
FfDay ff_calendar_step (FfCalendarMode mode, FfDay day, int n);

/* Blocks ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  FfMinute from;
  FfMinute to;
} FfCalendarSpan;

/* One day's part of a span. Of @columns that share the day's width it begins in @column and takes @width of them. */
typedef struct
{
  guint index; /* of the span */
  int day;     /* 0: the first one laid out */
  int from;    /* minutes of the day, 0 … 1440 */
  int to;
  int column;
  int columns;
  int width;
  gboolean continued; /* it began before this day */
  gboolean continues; /* it goes on after this day */
} FfCalendarPlace;

/* Parts for which there was no column: they stand together in the last one. */
typedef struct
{
  int day;
  int from;
  int to;
  int columns; /* it is the last of them */
  int count;
} FfCalendarMore;

/* FfCalendarPlace of spans that touch @n_days from @first on, by day and time; those that overlap share the width, touching is no
   overlap. With more than @max_columns (at least 2) at once, the rest goes into @more (FfCalendarMore). Both arrays are filled anew. */
void ff_calendar_lay_out (const FfCalendarSpan *spans, gsize n, FfDay first, int n_days, int max_columns, GArray *places, GArray *more);

/* Dragging ---------------------------------------------------------------------------------------------------------- */

/* To the nearest step. */
FfMinute ff_calendar_snap (FfMinute time);
/* A span moved by days and minutes; a start that moves within the day snaps, one that only changes its day keeps its minutes. */
FfCalendarSpan ff_calendar_move (FfCalendarSpan span, int days, int minutes);
/* The end moved by @minutes and snapped; at least one step stays. */
FfCalendarSpan ff_calendar_resize (FfCalendarSpan span, int minutes);
/* What dragging from one moment to another makes: whole steps that hold both, within the day of @pressed, at least one. */
FfCalendarSpan ff_calendar_create (FfMinute pressed, FfMinute released);

/* Arrow keys -------------------------------------------------------------------------------------------------------- */

typedef struct
{
  int day;
  int minute;
  int place; /* index of the FfCalendarPlace it is on; −1: on a free slot */
} FfCalendarCursor;

typedef enum
{
  FF_CALENDAR_UP,
  FF_CALENDAR_DOWN,
  FF_CALENDAR_LEFT,
  FF_CALENDAR_RIGHT,
} FfCalendarDirection;

/* Up and down stop at each block of the day and at each slot between them; left and right first at blocks at the same time, then in
   the next day. FALSE, and nothing changed, when that leads out of @n_days or out of the day. */
gboolean ff_calendar_cursor_move (FfCalendarCursor *cursor, const GArray *places, int n_days, FfCalendarDirection direction);

G_END_DECLS
