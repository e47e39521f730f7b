/* The hours of one or more days, with the sessions in them as blocks. A part of FfCalendarWeek, in whose scrolled window it lies. */
#pragma once

#include "ff-calendar-view.h"

G_BEGIN_DECLS

#define FF_CALENDAR_GUTTER 54       /* left of the days: the hours */
#define FF_CALENDAR_HOUR_HEIGHT 58

#define FF_TYPE_CALENDAR_GRID (ff_calendar_grid_get_type ())
G_DECLARE_FINAL_TYPE (FfCalendarGrid, ff_calendar_grid, FF, CALENDAR_GRID, GtkWidget)

/* @view owns the grid, and is what its sessions, its cursor and its wishes are of. */
GtkWidget *ff_calendar_grid_new (FfCalendarView *view) G_GNUC_WARN_UNUSED_RESULT;
/* Where a day begins; @day may be @n_days. Pixels. */
int ff_calendar_day_x (int width, int n_days, int day);

/* Shows what the view has. */
void ff_calendar_grid_update (FfCalendarGrid *self);
gboolean ff_calendar_grid_move_cursor (FfCalendarGrid *self, FfCalendarDirection direction);
/* The vertical pixels of the cursor; FALSE: it is nowhere in these days. */
gboolean ff_calendar_grid_get_cursor_area (FfCalendarGrid *self, int *y, int *height);
/* The focus to the block or the free slot under the cursor. */
void ff_calendar_grid_focus_cursor (FfCalendarGrid *self);
/* NULL: not shown. */
GtkWidget *ff_calendar_grid_find (FfCalendarGrid *self, gint64 session_id);

gboolean ff_calendar_grid_cancel_drag (FfCalendarGrid *self);
void ff_calendar_grid_judge_drag (FfCalendarGrid *self, const char *reason);

G_END_DECLS
