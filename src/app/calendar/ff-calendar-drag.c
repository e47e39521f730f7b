/* The pointer on the grid: a click opens, a drag makes, moves or resizes, with a ghost that says what it would come to. */
#include "config.h"

#include "ff-calendar-grid-private.h"

#include "ff-calendar-block.h"

/* So far from where it was pressed, it is no click any more. */
#define THRESHOLD 6
/* So near to its lower edge a block is resized and not moved; a low block has less of an edge. */
#define EDGE 6
/* A double click on a free place makes a session of this length. */
#define CLICK_MINUTES 60
#define MINUTES_PER_HOUR 60

static GtkWidget *
find_block (FfCalendarGrid *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return widget != NULL ? FF_IS_CALENDAR_BLOCK (widget) ? widget : gtk_widget_get_ancestor (widget, FF_TYPE_CALENDAR_BLOCK) : NULL;
}

static gboolean
is_on_edge (FfCalendarGrid *self, GtkWidget *block, double y)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (block, GTK_WIDGET (self), &bounds))
    return FALSE;
  return y >= bounds.origin.y + bounds.size.height - MIN (EDGE, bounds.size.height / 3);
}

/* The ghost ---------------------------------------------------------------------------------------------------------- */

static void
show_ghost (FfCalendarGrid *self)
{
  g_autofree char *times = ff_calendar_session_times (self->drag.span.from, self->drag.span.to);

  gtk_label_set_label (GTK_LABEL (self->ghost_time), times);
  gtk_widget_set_visible (self->ghost, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ff_calendar_grid_judge_drag (FfCalendarGrid *self, const char *reason)
{
  gtk_label_set_label (GTK_LABEL (self->ghost_reason), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->ghost_reason, reason != NULL);
  if (reason != NULL)
    gtk_widget_add_css_class (self->ghost, "clash");
  else
    gtk_widget_remove_css_class (self->ghost, "clash");
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
ff_calendar_grid_allocate_ghost (FfCalendarGrid *self, int width)
{
  FfCalendarSpan span = self->drag.span;
  int day = (int) (ff_time_day (span.from) - self->first);
  int x, room, y, height, least;

  if (!gtk_widget_get_visible (self->ghost))
    return;
  day = CLAMP (day, 0, self->n_days - 1);
  x = ff_calendar_day_x (width, self->n_days, day) + 2;
  room = ff_calendar_day_x (width, self->n_days, day + 1) - x - 6;
  y = ff_time_minute_of_day (span.from) * FF_CALENDAR_HOUR_HEIGHT / MINUTES_PER_HOUR;
  height = (int) (span.to - span.from) * FF_CALENDAR_HOUR_HEIGHT / MINUTES_PER_HOUR;
  gtk_widget_measure (self->ghost, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  room = MAX (room, least);
  gtk_widget_measure (self->ghost, GTK_ORIENTATION_VERTICAL, room, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->ghost, &(GtkAllocation) { x, y, room, MAX (height, least) }, -1);
}

static void
end_drag (FfCalendarGrid *self)
{
  GtkWidget *block = ff_calendar_grid_find (self, self->drag.session_id);

  if (block != NULL)
    gtk_widget_remove_css_class (block, "dragged");
  gtk_widget_set_visible (self->ghost, FALSE);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  ff_calendar_grid_judge_drag (self, NULL);
  self->drag.active = FALSE;
  self->drag.kind = FF_CALENDAR_DRAG_NONE;
}

gboolean
ff_calendar_grid_cancel_drag (FfCalendarGrid *self)
{
  if (!self->drag.active)
    return FALSE;
  end_drag (self);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag.gesture));
  return TRUE;
}

/* Dragging ----------------------------------------------------------------------------------------------------------- */

static void
on_drag_begin (FfCalendarGrid *self, double x, double y, GtkGesture *gesture)
{
  GtkWidget *block = find_block (self, x, y);
  const FfCalendarSession *session;

  self->drag.kind = FF_CALENDAR_DRAG_NONE;
  self->drag.active = FALSE;
  self->drag.session_id = 0;
  self->drag.x = x;
  self->drag.y = y;
  self->drag.pressed = ff_calendar_grid_get_time (self, x, y);
  if (!ff_calendar_view_is_editable (self->view))
    return;
  if (block == NULL)
    {
      if (x >= FF_CALENDAR_GUTTER)
        self->drag.kind = FF_CALENDAR_DRAG_CREATE;
      return;
    }
  session = ff_calendar_view_find_session (self->view, ff_calendar_block_get_session (FF_CALENDAR_BLOCK (block)));
  if (session == NULL || session->cancelled)
    return;
  self->drag.kind = is_on_edge (self, block, y) ? FF_CALENDAR_DRAG_RESIZE : FF_CALENDAR_DRAG_MOVE;
  self->drag.session_id = session->id;
  self->drag.start = (FfCalendarSpan) { session->starts_at, session->ends_at };
}

static void
start_drag (FfCalendarGrid *self)
{
  GtkWidget *block = ff_calendar_grid_find (self, self->drag.session_id);

  self->drag.active = TRUE;
  self->drag.span = (FfCalendarSpan) { FF_NO_TIME, FF_NO_TIME };
  gtk_gesture_set_state (self->drag.gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (block != NULL)
    gtk_widget_add_css_class (block, "dragged");
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->drag.kind == FF_CALENDAR_DRAG_MOVE ? "grabbing" : "ns-resize");
  /* Esc is a key of whoever has the focus. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static FfCalendarSpan
make_span (FfCalendarGrid *self, double dx, double dy)
{
  int minutes = (int) (dy * MINUTES_PER_HOUR / FF_CALENDAR_HOUR_HEIGHT);
  FfMinute reached = ff_calendar_grid_get_time (self, self->drag.x + dx, self->drag.y + dy);

  switch (self->drag.kind)
    {
    case FF_CALENDAR_DRAG_RESIZE:
      return ff_calendar_resize (self->drag.start, minutes);
    case FF_CALENDAR_DRAG_MOVE:
      return ff_calendar_move (self->drag.start, (int) (ff_time_day (reached) - ff_time_day (self->drag.pressed)), minutes);
    case FF_CALENDAR_DRAG_CREATE:
    case FF_CALENDAR_DRAG_NONE:
    default:
      /* Only the day in which it was pressed counts. */
      return ff_calendar_create (self->drag.pressed, ff_day_start (ff_time_day (self->drag.pressed)) + ff_time_minute_of_day (reached));
    }
}

/* What is dragged to stays in view. */
static void
scroll_along (FfCalendarGrid *self, double y)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  if (scrolled != NULL)
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), y - FF_CALENDAR_HOUR_HEIGHT / 2.0,
                               y + FF_CALENDAR_HOUR_HEIGHT / 2.0);
}

static void
on_drag_update (FfCalendarGrid *self, double dx, double dy, GtkGesture *gesture)
{
  FfCalendarSpan span;

  if (self->drag.kind == FF_CALENDAR_DRAG_NONE || (!self->drag.active && dx * dx + dy * dy < THRESHOLD * THRESHOLD))
    return;
  if (!self->drag.active)
    start_drag (self);
  scroll_along (self, self->drag.y + dy);
  span = make_span (self, dx, dy);
  if (span.from == self->drag.span.from && span.to == self->drag.span.to)
    return;
  self->drag.span = span;
  show_ghost (self);
  ff_calendar_view_drag (self->view, self->drag.session_id, span);
}

static void
on_drag_end (FfCalendarGrid *self, double dx, double dy, GtkGesture *gesture)
{
  FfCalendarDrag drag = self->drag;

  if (!drag.active)
    return;
  end_drag (self);
  if (drag.kind == FF_CALENDAR_DRAG_CREATE)
    ff_calendar_view_create (self->view, drag.span);
  else if (drag.span.from != drag.start.from || drag.span.to != drag.start.to)
    ff_calendar_view_move (self->view, drag.session_id, drag.span);
}

static void
on_drag_cancel (FfCalendarGrid *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  if (self->drag.active)
    end_drag (self);
}

/* Clicks ------------------------------------------------------------------------------------------------------------- */

static void
click_block (FfCalendarGrid *self, GtkWidget *block, int n_press)
{
  gint64 session_id = ff_calendar_block_get_session (FF_CALENDAR_BLOCK (block));
  const FfCalendarSession *session = ff_calendar_view_find_session (self->view, session_id);

  if (session == NULL)
    return;
  gtk_widget_grab_focus (block);
  ff_calendar_view_set_cursor (self->view, session->starts_at, session_id);
  if (n_press == 1)
    ff_calendar_view_open (self->view, session_id, block, TRUE);
  else if (n_press == 2)
    ff_calendar_view_edit (self->view, session_id);
}

static void
click_slot (FfCalendarGrid *self, FfMinute time, int n_press)
{
  FfMinute slot = time - ff_time_minute_of_day (time) % FF_CALENDAR_SLOT;

  ff_calendar_view_set_cursor (self->view, slot, 0);
  ff_calendar_grid_focus_cursor (self);
  if (n_press == 2 && ff_calendar_view_is_editable (self->view))
    ff_calendar_view_create (self->view, (FfCalendarSpan) { slot, slot + CLICK_MINUTES });
}

static void
on_released (FfCalendarGrid *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *block = find_block (self, x, y);

  if (self->drag.active)
    return;
  if (block != NULL)
    click_block (self, block, n_press);
  else if (x >= FF_CALENDAR_GUTTER)
    click_slot (self, ff_calendar_grid_get_time (self, x, y), n_press);
}

/* The pointer's shape says that the lower edge can be dragged. */
static void
on_motion (FfCalendarGrid *self, double x, double y, GtkEventController *controller)
{
  GtkWidget *block;

  if (self->drag.active)
    return;
  block = find_block (self, x, y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   block != NULL && ff_calendar_view_is_editable (self->view) && is_on_edge (self, block, y) ? "ns-resize" : NULL);
}

void
ff_calendar_grid_init_drag (FfCalendarGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->ghost = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->ghost_time = gtk_label_new (NULL);
  self->ghost_reason = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->ghost_time), 0);
  gtk_label_set_xalign (GTK_LABEL (self->ghost_reason), 0);
  gtk_label_set_wrap (GTK_LABEL (self->ghost_reason), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->ghost_reason), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (self->ghost), self->ghost_time);
  gtk_box_append (GTK_BOX (self->ghost), self->ghost_reason);
  gtk_widget_add_css_class (self->ghost_time, "block-title");
  gtk_widget_add_css_class (self->ghost_reason, "block-detail");
  gtk_widget_add_css_class (self->ghost, "calendar-ghost");
  gtk_widget_set_can_target (self->ghost, FALSE);
  gtk_widget_set_visible (self->ghost, FALSE);
  gtk_widget_set_visible (self->ghost_reason, FALSE);
  gtk_widget_set_parent (self->ghost, GTK_WIDGET (self));

  self->drag.gesture = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag.gesture, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (self->drag.gesture, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (self->drag.gesture, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (self->drag.gesture, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag.gesture));
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
