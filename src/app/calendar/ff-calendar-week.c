#include "config.h"

#include "ff-calendar-week.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar-grid.h"
#include "ff-calendar-head.h"

/* The hour that stands at the top at first, unless a session begins before it. */
#define FIRST_HOUR 8
/* Above it, so that the hour's label is seen whole. */
#define TOP_MARGIN 10

struct _FfCalendarWeek
{
  FfCalendarView parent_instance;

  GtkWidget *head;
  GtkWidget *scrolled;
  FfCalendarGrid *grid;
  gboolean scrolled_once;
  guint reveal_tick; /* until there is a height to scroll in */
};

G_DEFINE_FINAL_TYPE (FfCalendarWeek, ff_calendar_week, FF_TYPE_CALENDAR_VIEW)

static GtkAdjustment *
get_adjustment (FfCalendarWeek *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

/* The first hour in which there is something, if that is before the working day. */
static int
find_first_hour (const FfCalendar *calendar)
{
  int first = FIRST_HOUR;

  for (guint i = 0; i < calendar->sessions->len; i++)
    {
      const FfCalendarSession *session = g_ptr_array_index (calendar->sessions, i);

      if (session->starts_at >= ff_day_start (calendar->from))
        first = MIN (first, ff_time_minute_of_day (session->starts_at) / 60);
    }
  return first;
}

static void
reveal_cursor (FfCalendarWeek *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  int y, height;

  if (ff_calendar_grid_get_cursor_area (self->grid, &y, &height))
    gtk_adjustment_clamp_page (adjustment, y - TOP_MARGIN, y + MIN (height, FF_CALENDAR_HOUR_HEIGHT) + TOP_MARGIN);
}

static gboolean
on_reveal_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FfCalendarWeek *self = FF_CALENDAR_WEEK (widget);
  FfCalendar *calendar = ff_calendar_view_get_calendar (FF_CALENDAR_VIEW (self));
  GtkAdjustment *adjustment = get_adjustment (self);

  if (calendar == NULL || gtk_adjustment_get_upper (adjustment) < FF_CALENDAR_HOUR_HEIGHT)
    return G_SOURCE_CONTINUE;
  self->reveal_tick = 0;
  if (!self->scrolled_once)
    gtk_adjustment_set_value (adjustment, find_first_hour (calendar) * FF_CALENDAR_HOUR_HEIGHT - TOP_MARGIN);
  self->scrolled_once = TRUE;
  reveal_cursor (self);
  return G_SOURCE_REMOVE;
}

static void
ff_calendar_week_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfCalendarWeek *self = FF_CALENDAR_WEEK (widget);
  int head;

  gtk_widget_measure (self->head, GTK_ORIENTATION_VERTICAL, width, &head, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->head, &(GtkAllocation) { 0, 0, width, head }, -1);
  gtk_widget_size_allocate (self->scrolled, &(GtkAllocation) { 0, head, width, MAX (height - head, 1) }, -1);
}

static void
ff_calendar_week_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  FfCalendarWeek *self = FF_CALENDAR_WEEK (widget);
  int head_minimum, head_natural, body_minimum, body_natural;

  gtk_widget_measure (self->head, orientation, -1, &head_minimum, &head_natural, NULL, NULL);
  gtk_widget_measure (self->scrolled, orientation, -1, &body_minimum, &body_natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (head_minimum, body_minimum);
      *natural = MAX (head_natural, body_natural);
      return;
    }
  *minimum = head_minimum + body_minimum;
  *natural = head_natural + body_natural;
}

static void
ff_calendar_week_update (FfCalendarView *view)
{
  FfCalendarWeek *self = FF_CALENDAR_WEEK (view);

  ff_calendar_head_update (FF_CALENDAR_HEAD (self->head));
  ff_calendar_grid_update (self->grid);
}

static gboolean
ff_calendar_week_move_cursor (FfCalendarView *view, FfCalendarDirection direction)
{
  return ff_calendar_grid_move_cursor (FF_CALENDAR_WEEK (view)->grid, direction);
}

static void
ff_calendar_week_reveal (FfCalendarView *view, gboolean focus)
{
  FfCalendarWeek *self = FF_CALENDAR_WEEK (view);

  if (focus)
    ff_calendar_grid_focus_cursor (self->grid);
  if (self->reveal_tick == 0)
    self->reveal_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_reveal_tick, NULL, NULL);
}

static gboolean
ff_calendar_week_cancel (FfCalendarView *view)
{
  return ff_calendar_grid_cancel_drag (FF_CALENDAR_WEEK (view)->grid);
}

static void
ff_calendar_week_judge (FfCalendarView *view, const char *reason)
{
  ff_calendar_grid_judge_drag (FF_CALENDAR_WEEK (view)->grid, reason);
}

static GtkWidget *
ff_calendar_week_find (FfCalendarView *view, gint64 session_id)
{
  return ff_calendar_grid_find (FF_CALENDAR_WEEK (view)->grid, session_id);
}

static void
on_cursor_moved (FfCalendarWeek *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self->grid));
}

static void
ff_calendar_week_dispose (GObject *object)
{
  FfCalendarWeek *self = FF_CALENDAR_WEEK (object);

  if (self->reveal_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_tick);
  self->reveal_tick = 0;
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (ff_calendar_week_parent_class)->dispose (object);
}

static void
ff_calendar_week_class_init (FfCalendarWeekClass *klass)
{
  FfCalendarViewClass *view_class = FF_CALENDAR_VIEW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_calendar_week_dispose;
  widget_class->measure = ff_calendar_week_measure;
  widget_class->size_allocate = ff_calendar_week_size_allocate;
  view_class->update = ff_calendar_week_update;
  view_class->move_cursor = ff_calendar_week_move_cursor;
  view_class->reveal = ff_calendar_week_reveal;
  view_class->cancel = ff_calendar_week_cancel;
  view_class->judge = ff_calendar_week_judge;
  view_class->find = ff_calendar_week_find;
}

static void
ff_calendar_week_init (FfCalendarWeek *self)
{
  FfCalendarView *view = FF_CALENDAR_VIEW (self);
  GtkWidget *grid = ff_calendar_grid_new (view);

  self->head = ff_calendar_head_new (view);
  self->grid = FF_CALENDAR_GRID (grid);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), grid);
  /* The whole grid has the focus when its cursor is at a free hour: the viewport would scroll to midnight. */
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scrolled))), FALSE);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect (self, "cursor-moved", G_CALLBACK (on_cursor_moved), NULL);
}
