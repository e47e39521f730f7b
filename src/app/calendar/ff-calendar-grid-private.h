/* What the files of FfCalendarGrid share. */
#pragma once

#include "ff-calendar-grid.h"

G_BEGIN_DECLS

typedef enum
{
  FF_CALENDAR_DRAG_NONE,
  FF_CALENDAR_DRAG_CREATE,
  FF_CALENDAR_DRAG_MOVE,
  FF_CALENDAR_DRAG_RESIZE,
} FfCalendarDragKind;

typedef struct
{
  GtkGesture *gesture; /* the grid owns it */
  FfCalendarDragKind kind;
  gboolean active;     /* it went far enough to be no click */
  gint64 session_id;
  FfCalendarSpan start;
  FfCalendarSpan span; /* what it would come to */
  FfMinute pressed;
  double x;
  double y;
} FfCalendarDrag;

struct _FfCalendarGrid
{
  GtkWidget parent_instance;

  FfCalendarView *view; /* owns the grid */
  FfDay first;
  int n_days;
  int max_columns;      /* for which the places were laid out */
  guint update_idle;

  GArray *places;       /* FfCalendarPlace: a block each, in the same order */
  GArray *more;         /* FfCalendarMore: a button each */
  GArray *bands;        /* Band: a widget each */
  FfCalendarPool column_pool;
  FfCalendarPool band_pool;
  FfCalendarPool hour_pool;
  FfCalendarPool block_pool;
  FfCalendarPool more_pool;
  GtkWidget *frame;     /* of the slot under the cursor */
  GtkWidget *now_line;
  GtkWidget *now_label;
  GtkWidget *ghost;
  GtkWidget *ghost_time;
  GtkWidget *ghost_reason;
  FfCalendarDrag drag;
};

/* ff-calendar-grid.c */
FfMinute ff_calendar_grid_get_time (FfCalendarGrid *self, double x, double y);
FfCalendarView *ff_calendar_grid_get_view (FfCalendarGrid *self);

/* ff-calendar-drag.c */
void ff_calendar_grid_init_drag (FfCalendarGrid *self);
void ff_calendar_grid_allocate_ghost (FfCalendarGrid *self, int width);

G_END_DECLS
