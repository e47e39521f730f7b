/* What the files of FfCalendarPage share. */
#pragma once

#include "ff-calendar-page.h"

#include "ff-calendar-legend.h"
#include "ff-calendar-view.h"
#include "ff-filter-button.h"

G_BEGIN_DECLS

typedef enum
{
  FF_CALENDAR_FILTER_VENUES,
  FF_CALENDAR_FILTER_TRAINERS,
  FF_CALENDAR_FILTER_RUNS,
  FF_CALENDAR_FILTER_DEPARTMENTS,
  FF_N_CALENDAR_FILTERS,
} FfCalendarFilterKind;

struct _FfCalendarPage
{
  FfPage parent_instance;

  GtkStack *stack;
  AdwBin *strip;
  GtkStack *views;
  FfCalendarView *hours;
  FfCalendarView *month;
  FfCalendarView *agenda;
  FfCalendarLegend *legend;

  GtkWidget *controls; /* in the header bar, or in the strip of a narrow window */
  GtkMenuButton *view_button;
  FfFilterButton *filters[FF_N_CALENDAR_FILTERS];
  GtkWidget *card;     /* the popover that is open */

  FfCalendarMode mode;
  FfDay day;           /* the period that is shown has it in it */
  FfMinute now;
  gboolean with_cancelled;
  gboolean has_classes;
  gboolean cursor_is_new; /* it goes to what is read next */
  gboolean focus_is_new;  /* and takes the focus along */
  guint writing;       /* moves on their way: what is read meanwhile would show the state before */

  GCancellable *reading;
  GCancellable *reading_dues;
  GCancellable *judging;
  guint read_idle;
  guint minute_timer;
};

/* ff-calendar-page.c */
FfCalendarView *ff_calendar_page_get_view (FfCalendarPage *self);
void ff_calendar_page_read (FfCalendarPage *self);
/* The period of the mode that has @day in it; @time is where the cursor goes. */
void ff_calendar_page_go_to (FfCalendarPage *self, FfCalendarMode mode, FfDay day, FfMinute time);

/* ff-calendar-reading.c */
void ff_calendar_page_start_reading (FfCalendarPage *self);
void ff_calendar_page_read_choices (FfCalendarPage *self);
void ff_calendar_page_stop_reading (FfCalendarPage *self);
/* The only class that the filter leaves, 0: none or several. */
gint64 ff_calendar_page_get_run (FfCalendarPage *self);
void ff_calendar_page_judge (FfCalendarPage *self, gint64 session_id, gint64 from, gint64 to);

/* ff-calendar-actions.c */
void ff_calendar_page_init_actions (FfCalendarPage *self);
void ff_calendar_page_update_actions (FfCalendarPage *self);
void ff_calendar_page_connect_view (FfCalendarPage *self, FfCalendarView *view);
void ff_calendar_page_close_card (FfCalendarPage *self);

/* ff-calendar-controls.c */
void ff_calendar_page_init_controls (FfCalendarPage *self);
void ff_calendar_page_arrange_controls (FfCalendarPage *self, int width);
void ff_calendar_page_update_controls (FfCalendarPage *self);

G_END_DECLS
