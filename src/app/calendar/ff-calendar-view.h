/* A way to look at the calendar: what all views share. The page reads, moves and opens; a view shows and says what the person wants. */
#pragma once

#include <gtk/gtk.h>

#include "ff-calendar-layout.h"
#include "ff-calendar.h"

G_BEGIN_DECLS

#define FF_TYPE_CALENDAR_VIEW (ff_calendar_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (FfCalendarView, ff_calendar_view, FF, CALENDAR_VIEW, GtkWidget)

struct _FfCalendarViewClass
{
  GtkWidgetClass parent_class;

  /* Something of what the getters below return is another one. */
  void (*update) (FfCalendarView *self);
  /* FALSE: that way leads out of the period. */
  gboolean (*move_cursor) (FfCalendarView *self, FfCalendarDirection direction);
  /* Brings the cursor into view, and the focus to it when @focus. */
  void (*reveal) (FfCalendarView *self, gboolean focus);
  /* Ends a drag without a result. FALSE: there was none. */
  gboolean (*cancel) (FfCalendarView *self);
  /* What stands in the way of the span that is being dragged; NULL: nothing. May be NULL. */
  void (*judge) (FfCalendarView *self, const char *reason);
  /* The widget of the session; NULL: it is not shown. */
  GtkWidget *(*find) (FfCalendarView *self, gint64 session_id);
};

/* Signals
   open (gint64 session_id, GtkWidget *anchor, gboolean by_pointer)
   edit (gint64 session_id)
   create (gint64 from, gint64 to)
   move (gint64 session_id, gint64 from, gint64 to)
   drag (gint64 session_id, gint64 from, gint64 to): it would come to this; session 0 is a new one. Answer by ff_calendar_view_judge ().
   show-day (gint64 day): that day alone
   cursor-moved (): it is somewhere else. */

/* May be NULL: nothing was read yet. Takes a reference. */
void ff_calendar_view_set_calendar (FfCalendarView *self, FfCalendar *calendar);
FfCalendar *ff_calendar_view_get_calendar (FfCalendarView *self);
/* FfCalendarDue; may be NULL. Takes a reference. */
void ff_calendar_view_set_dues (FfCalendarView *self, GPtrArray *dues);
GPtrArray *ff_calendar_view_get_dues (FfCalendarView *self);
void ff_calendar_view_set_now (FfCalendarView *self, FfMinute now);
FfMinute ff_calendar_view_get_now (FfCalendarView *self);
void ff_calendar_view_set_editable (FfCalendarView *self, gboolean editable);
gboolean ff_calendar_view_is_editable (FfCalendarView *self);

/* The cursor is on a session, or (0) on a moment. FF_NO_TIME: nowhere. */
void ff_calendar_view_set_cursor (FfCalendarView *self, FfMinute time, gint64 session_id);
FfMinute ff_calendar_view_get_cursor (FfCalendarView *self);
gint64 ff_calendar_view_get_session (FfCalendarView *self);
/* NULL when the calendar does not show it. */
const FfCalendarSession *ff_calendar_view_find_session (FfCalendarView *self, gint64 session_id);

gboolean ff_calendar_view_move_cursor (FfCalendarView *self, FfCalendarDirection direction);
void ff_calendar_view_reveal (FfCalendarView *self, gboolean focus);
gboolean ff_calendar_view_cancel (FfCalendarView *self);
void ff_calendar_view_judge (FfCalendarView *self, const char *reason);
GtkWidget *ff_calendar_view_find (FfCalendarView *self, gint64 session_id);

/* For views: emit the signals. */
void ff_calendar_view_open (FfCalendarView *self, gint64 session_id, GtkWidget *anchor, gboolean by_pointer);
void ff_calendar_view_edit (FfCalendarView *self, gint64 session_id);
void ff_calendar_view_create (FfCalendarView *self, FfCalendarSpan span);
void ff_calendar_view_move (FfCalendarView *self, gint64 session_id, FfCalendarSpan span);
void ff_calendar_view_drag (FfCalendarView *self, gint64 session_id, FfCalendarSpan span);
void ff_calendar_view_show_day (FfCalendarView *self, FfDay day);

/* For views: a pool of widgets, that a period needs more or fewer of than the one before. */
typedef struct
{
  GtkWidget *parent;
  GtkWidget *(*make) (void);
  GPtrArray *widgets; /* those in use first */
  guint used;
} FfCalendarPool;

void ff_calendar_pool_init (FfCalendarPool *pool, GtkWidget *parent, GtkWidget *(*make) (void));
/* Unparents all; for dispose. */
void ff_calendar_pool_clear (FfCalendarPool *pool);
/* All are free again; what is not taken until ff_calendar_pool_end () is hidden. */
void ff_calendar_pool_begin (FfCalendarPool *pool);
GtkWidget *ff_calendar_pool_take (FfCalendarPool *pool);
void ff_calendar_pool_end (FfCalendarPool *pool);
/* None is shown. */
void ff_calendar_pool_hide (FfCalendarPool *pool);

G_END_DECLS
