#include "config.h"

#include "ff-calendar-grid-private.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar-block.h"
#include "ff-format.h"

#define MINUTES_PER_HOUR 60
#define HOURS 24
#define HEIGHT (HOURS * FF_CALENDAR_HOUR_HEIGHT)
/* Narrower than this, a column of a block shows nothing any more. */
#define LEAST_COLUMN 42
/* Between a block and the line at the right of its day, between two blocks. */
#define DAY_MARGIN 6
#define BLOCK_GAP 2

/* Minutes: the labels of an hour and of now would stand on each other. */
#define NEAR_NOW 17

/* A stretch of a day with another ground: outside the teaching hours, blocked. */
typedef struct
{
  int day;
  int from;
  int to;
} Band;

G_DEFINE_FINAL_TYPE (FfCalendarGrid, ff_calendar_grid, GTK_TYPE_WIDGET)

FfCalendarView *
ff_calendar_grid_get_view (FfCalendarGrid *self)
{
  return self->view;
}

int
ff_calendar_day_x (int width, int n_days, int day)
{
  return FF_CALENDAR_GUTTER + (int) ((gint64) MAX (width - FF_CALENDAR_GUTTER, 0) * day / n_days);
}

static int
minute_y (int minute)
{
  return minute * FF_CALENDAR_HOUR_HEIGHT / MINUTES_PER_HOUR;
}

FfMinute
ff_calendar_grid_get_time (FfCalendarGrid *self, double x, double y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double day_width = MAX (1.0, (double) (width - FF_CALENDAR_GUTTER) / MAX (self->n_days, 1));
  int day = CLAMP ((int) ((x - FF_CALENDAR_GUTTER) / day_width), 0, MAX (self->n_days - 1, 0));
  int minute = (int) (CLAMP (y, 0, HEIGHT - 1) * MINUTES_PER_HOUR / FF_CALENDAR_HOUR_HEIGHT);

  return ff_day_start (self->first + day) + minute;
}

/* Filling ------------------------------------------------------------------------------------------------------------ */

static GtkWidget *
new_ground (void)
{
  GtkWidget *widget = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_can_target (widget, FALSE);
  return widget;
}

static GtkWidget *
new_hour (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "hour");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_can_target (label, FALSE);
  return label;
}

static void
on_more_clicked (GtkWidget *button)
{
  FfCalendarGrid *self = FF_CALENDAR_GRID (gtk_widget_get_parent (button));

  for (guint i = 0; i < self->more_pool.used; i++)
    if (g_ptr_array_index (self->more_pool.widgets, i) == button)
      ff_calendar_view_show_day (self->view, self->first + g_array_index (self->more, FfCalendarMore, i).day);
}

static GtkWidget *
new_more (void)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "calendar-more");
  g_signal_connect (button, "clicked", G_CALLBACK (on_more_clicked), NULL);
  return button;
}

static void
fill_hours (FfCalendarGrid *self)
{
  ff_calendar_pool_begin (&self->hour_pool);
  for (int hour = 1; hour < HOURS; hour++)
    {
      g_autofree char *text = ff_format_clock (hour * MINUTES_PER_HOUR);

      gtk_label_set_label (GTK_LABEL (ff_calendar_pool_take (&self->hour_pool)), text);
    }
  ff_calendar_pool_end (&self->hour_pool);
}

static void
fill_columns (FfCalendarGrid *self, const FfCalendar *calendar)
{
  FfDay today = ff_time_day (ff_calendar_view_get_now (self->view));

  ff_calendar_pool_begin (&self->column_pool);
  for (int day = 0; day < self->n_days; day++)
    {
      GtkWidget *column = ff_calendar_pool_take (&self->column_pool);
      FfDay date = self->first + day;
      gboolean off = ff_work_calendar_kind (calendar->days, date) == FF_DAY_OFF;
      gboolean holiday = off && ff_work_calendar_title (calendar->days, date) != NULL;
      const char *classes[5] = { "day-column" };
      gsize n = 1;

      if (date == today)
        classes[n++] = "today";
      if (off)
        classes[n++] = "off";
      if (holiday)
        classes[n++] = "holiday";
      classes[n] = NULL;
      gtk_widget_set_css_classes (column, classes);
    }
  ff_calendar_pool_end (&self->column_pool);
}

static void
add_band (FfCalendarGrid *self, int day, int from, int to, const char *style)
{
  GtkWidget *widget;

  if (from >= to)
    return;
  widget = ff_calendar_pool_take (&self->band_pool);
  g_array_append_vals (self->bands, &(Band) { day, from, to }, 1);
  gtk_widget_set_css_classes (widget, (const char *[]) { "day-band", style, NULL });
}

/* What lies between the teaching hours of a day that is worked. */
static void
add_free_hours (FfCalendarGrid *self, const FfCalendar *calendar, int day)
{
  gsize n_hours;
  const FfHours *hours = ff_work_calendar_hours (calendar->days, &n_hours);
  int from = 0;

  if (ff_work_calendar_kind (calendar->days, self->first + day) == FF_DAY_OFF)
    return;
  for (gsize i = 0; i < n_hours; i++)
    {
      add_band (self, day, from, hours[i].from, "free");
      from = hours[i].to;
    }
  add_band (self, day, from, FF_MINUTES_PER_DAY, "free");
}

static void
add_blocked (FfCalendarGrid *self, const FfCalendarBlocked *blocked)
{
  for (int day = 0; day < self->n_days; day++)
    {
      FfMinute midnight = ff_day_start (self->first + day);

      add_band (self, day, (int) MAX (blocked->from - midnight, 0), (int) MIN (blocked->to - midnight, FF_MINUTES_PER_DAY), "blocked");
    }
}

static void
fill_bands (FfCalendarGrid *self, const FfCalendar *calendar)
{
  g_array_set_size (self->bands, 0);
  ff_calendar_pool_begin (&self->band_pool);
  for (int day = 0; day < self->n_days; day++)
    add_free_hours (self, calendar, day);
  for (guint i = 0; i < calendar->blocked->len; i++)
    add_blocked (self, g_ptr_array_index (calendar->blocked, i));
  ff_calendar_pool_end (&self->band_pool);
}

static void
fill_more (FfCalendarGrid *self)
{
  ff_calendar_pool_begin (&self->more_pool);
  for (guint i = 0; i < self->more->len; i++)
    {
      GtkWidget *button = ff_calendar_pool_take (&self->more_pool);
      int count = g_array_index (self->more, FfCalendarMore, i).count;
      g_autofree char *text = g_strdup_printf ("+%d", count);
      g_autofree char *name = g_strdup_printf (ngettext ("%d more session: show the day", "%d more sessions: show the day", (gulong) count), count);

      gtk_button_set_label (GTK_BUTTON (button), text);
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  ff_calendar_pool_end (&self->more_pool);
}

static void
fill_blocks (FfCalendarGrid *self, const FfCalendar *calendar)
{
  guint n = calendar->sessions->len;
  g_autofree FfCalendarSpan *spans = g_new (FfCalendarSpan, n);

  for (guint i = 0; i < n; i++)
    {
      const FfCalendarSession *session = g_ptr_array_index (calendar->sessions, i);

      spans[i] = (FfCalendarSpan) { session->starts_at, session->ends_at };
    }
  ff_calendar_lay_out (spans, n, self->first, self->n_days, self->max_columns, self->places, self->more);
  ff_calendar_pool_begin (&self->block_pool);
  for (guint i = 0; i < self->places->len; i++)
    ff_calendar_block_bind (FF_CALENDAR_BLOCK (ff_calendar_pool_take (&self->block_pool)),
                            g_ptr_array_index (calendar->sessions, g_array_index (self->places, FfCalendarPlace, i).index), FALSE);
  ff_calendar_pool_end (&self->block_pool);
}

static void
fill_now (FfCalendarGrid *self)
{
  FfMinute now = ff_calendar_view_get_now (self->view);
  gboolean shown = now >= ff_day_start (self->first) && now < ff_day_start (self->first + self->n_days);
  g_autofree char *clock = shown ? ff_format_clock (now) : NULL;

  gtk_widget_set_visible (self->now_line, shown);
  gtk_widget_set_visible (self->now_label, shown);
  gtk_label_set_label (GTK_LABEL (self->now_label), clock != NULL ? clock : "");
}

/* So many blocks may stand side by side in a day. */
static int
count_columns (FfCalendarGrid *self, int width)
{
  int day_width = (width - FF_CALENDAR_GUTTER) / self->n_days;

  return MAX (2, (day_width - DAY_MARGIN) / LEAST_COLUMN);
}

/* Nothing was read yet: what the period before showed is of no period any more. */
static void
clear (FfCalendarGrid *self)
{
  self->n_days = 0;
  g_array_set_size (self->places, 0);
  g_array_set_size (self->more, 0);
  g_array_set_size (self->bands, 0);
  ff_calendar_pool_hide (&self->column_pool);
  ff_calendar_pool_hide (&self->band_pool);
  ff_calendar_pool_hide (&self->block_pool);
  ff_calendar_pool_hide (&self->more_pool);
}

void
ff_calendar_grid_update (FfCalendarGrid *self)
{
  FfCalendar *calendar = ff_calendar_view_get_calendar (self->view);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (calendar == NULL)
    {
      clear (self);
      return;
    }
  self->first = calendar->from;
  self->n_days = (int) (calendar->to - calendar->from);
  self->max_columns = count_columns (self, gtk_widget_get_width (GTK_WIDGET (self)));
  fill_columns (self, calendar);
  fill_bands (self, calendar);
  fill_blocks (self, calendar);
  fill_more (self);
  fill_now (self);
  /* The block that had the focus may show another session now. */
  if (focused)
    ff_calendar_grid_focus_cursor (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
on_update_idle (gpointer user_data)
{
  FfCalendarGrid *self = user_data;

  self->update_idle = 0;
  ff_calendar_grid_update (self);
  return G_SOURCE_REMOVE;
}

/* The cursor --------------------------------------------------------------------------------------------------------- */

static const FfCalendarSession *
get_session (FfCalendarGrid *self, const FfCalendarPlace *place)
{
  return g_ptr_array_index (ff_calendar_view_get_calendar (self->view)->sessions, place->index);
}

static const FfCalendarPlace *
get_place (FfCalendarGrid *self, int index)
{
  return &g_array_index (self->places, FfCalendarPlace, (guint) index);
}

/* The place of a session on a day, else on any; −1: not shown. */
static int
find_place (FfCalendarGrid *self, gint64 session_id, int day)
{
  int found = -1;

  for (guint i = 0; session_id != 0 && i < self->places->len; i++)
    {
      const FfCalendarPlace *place = get_place (self, (int) i);

      if (get_session (self, place)->id != session_id)
        continue;
      if (place->day == day)
        return (int) i;
      if (found < 0)
        found = (int) i;
    }
  return found;
}

static gboolean
read_cursor (FfCalendarGrid *self, FfCalendarCursor *cursor)
{
  FfMinute time = ff_calendar_view_get_cursor (self->view);

  if (time == FF_NO_TIME || self->n_days == 0)
    return FALSE;
  cursor->day = (int) (ff_time_day (time) - self->first);
  cursor->minute = ff_time_minute_of_day (time);
  cursor->place = find_place (self, ff_calendar_view_get_session (self->view), cursor->day);
  if (cursor->place >= 0)
    {
      cursor->day = get_place (self, cursor->place)->day;
      cursor->minute = get_place (self, cursor->place)->from;
    }
  return cursor->day >= 0 && cursor->day < self->n_days;
}

static void
write_cursor (FfCalendarGrid *self, const FfCalendarCursor *cursor)
{
  gint64 session_id = cursor->place >= 0 ? get_session (self, get_place (self, cursor->place))->id : 0;

  ff_calendar_view_set_cursor (self->view, ff_day_start (self->first + cursor->day) + cursor->minute, session_id);
}

gboolean
ff_calendar_grid_move_cursor (FfCalendarGrid *self, FfCalendarDirection direction)
{
  FfCalendarCursor cursor;

  if (self->n_days == 0)
    return TRUE;
  if (!read_cursor (self, &cursor))
    {
      FfMinute now = ff_calendar_view_get_now (self->view);
      FfDay day = CLAMP (ff_time_day (now), self->first, self->first + self->n_days - 1);

      cursor = (FfCalendarCursor) { (int) (day - self->first), ff_time_minute_of_day (now), -1 };
      cursor.minute -= cursor.minute % FF_CALENDAR_SLOT;
    }
  else if (!ff_calendar_cursor_move (&cursor, self->places, self->n_days, direction))
    return direction == FF_CALENDAR_UP || direction == FF_CALENDAR_DOWN;
  write_cursor (self, &cursor);
  return TRUE;
}

gboolean
ff_calendar_grid_get_cursor_area (FfCalendarGrid *self, int *y, int *height)
{
  FfCalendarCursor cursor;
  int to;

  if (!read_cursor (self, &cursor))
    return FALSE;
  to = cursor.place >= 0 ? get_place (self, cursor.place)->to : cursor.minute + FF_CALENDAR_SLOT;
  *y = minute_y (cursor.minute);
  *height = minute_y (to) - *y;
  return TRUE;
}

static void
name_slot (FfCalendarGrid *self, const FfCalendarCursor *cursor)
{
  g_autofree char *day = ff_format_day_short (self->first + cursor->day);
  g_autofree char *clock = ff_format_clock (cursor->minute);
  /* Translators: for a screen reader: a day and a time at which there is no session. */
  g_autofree char *name = g_strdup_printf (_("%s, %s, free"), day, clock);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ff_calendar_grid_focus_cursor (FfCalendarGrid *self)
{
  FfCalendarCursor cursor;
  gboolean known = read_cursor (self, &cursor);

  if (known && cursor.place >= 0)
    {
      gtk_widget_grab_focus (g_ptr_array_index (self->block_pool.widgets, (guint) cursor.place));
      return;
    }
  if (known)
    name_slot (self, &cursor);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

GtkWidget *
ff_calendar_grid_find (FfCalendarGrid *self, gint64 session_id)
{
  FfMinute time = ff_calendar_view_get_cursor (self->view);
  int place = find_place (self, session_id, time != FF_NO_TIME ? (int) (ff_time_day (time) - self->first) : 0);

  return place >= 0 ? g_ptr_array_index (self->block_pool.widgets, (guint) place) : NULL;
}

/* Tab comes to where the cursor is and leaves from there: the arrow keys go from block to block. */
static gboolean
ff_calendar_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FfCalendarGrid *self = FF_CALENDAR_GRID (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  ff_calendar_grid_focus_cursor (self);
  return TRUE;
}

/* Layout ------------------------------------------------------------------------------------------------------------- */

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  int least_width, least_height;

  if (!gtk_widget_get_visible (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, MAX (width, least_width), MAX (height, least_height) }, -1);
}

/* Centred on the line of its minute. */
static void
allocate_hour (GtkWidget *label, int minute)
{
  int height;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  allocate (label, 0, minute_y (minute) - height / 2, FF_CALENDAR_GUTTER, height);
}

/* The time of now stands where this hour would. */
static gboolean
is_near_now (FfCalendarGrid *self, int minute)
{
  return gtk_widget_get_visible (self->now_label)
         && ABS (ff_time_minute_of_day (ff_calendar_view_get_now (self->view)) - minute) < NEAR_NOW;
}

static void
allocate_ground (FfCalendarGrid *self, int width)
{
  for (int day = 0; day < (int) self->column_pool.used; day++)
    {
      int x = ff_calendar_day_x (width, self->n_days, day);

      allocate (g_ptr_array_index (self->column_pool.widgets, (guint) day), x, 0, ff_calendar_day_x (width, self->n_days, day + 1) - x, HEIGHT);
    }
  for (guint i = 0; i < self->band_pool.used; i++)
    {
      const Band *band = &g_array_index (self->bands, Band, i);
      int x = ff_calendar_day_x (width, self->n_days, band->day);

      allocate (g_ptr_array_index (self->band_pool.widgets, i), x, minute_y (band->from),
                ff_calendar_day_x (width, self->n_days, band->day + 1) - x, minute_y (band->to) - minute_y (band->from));
    }
  for (guint i = 0; i < self->hour_pool.used; i++)
    {
      GtkWidget *label = g_ptr_array_index (self->hour_pool.widgets, i);
      int minute = ((int) i + 1) * MINUTES_PER_HOUR;

      allocate_hour (label, minute);
      gtk_widget_set_child_visible (label, !is_near_now (self, minute));
    }
}

static void
allocate_in_columns (FfCalendarGrid *self, GtkWidget *child, int width, int day, int column, int columns, int wide, int from, int to)
{
  int left = ff_calendar_day_x (width, self->n_days, day) + BLOCK_GAP;
  int room = ff_calendar_day_x (width, self->n_days, day + 1) - left - DAY_MARGIN;
  int x = left + room * column / columns;
  int end = left + room * (column + wide) / columns - (column + wide < columns ? BLOCK_GAP : 0);

  allocate (child, x, minute_y (from) + 1, end - x, MAX (minute_y (to) - minute_y (from) - BLOCK_GAP, 1));
}

static void
allocate_blocks (FfCalendarGrid *self, int width)
{
  for (guint i = 0; i < self->block_pool.used; i++)
    {
      const FfCalendarPlace *place = get_place (self, (int) i);

      allocate_in_columns (self, g_ptr_array_index (self->block_pool.widgets, i), width, place->day, place->column, place->columns,
                           place->width, place->from, place->to);
    }
  for (guint i = 0; i < self->more_pool.used; i++)
    {
      const FfCalendarMore *more = &g_array_index (self->more, FfCalendarMore, i);

      allocate_in_columns (self, g_ptr_array_index (self->more_pool.widgets, i), width, more->day, more->columns - 1, more->columns, 1,
                           more->from, more->to);
    }
}

static void
allocate_now (FfCalendarGrid *self, int width)
{
  FfMinute now = ff_calendar_view_get_now (self->view);
  int minute = ff_time_minute_of_day (now);
  int day = (int) (ff_time_day (now) - self->first);
  int x, height;

  if (!gtk_widget_get_visible (self->now_line))
    return;
  x = ff_calendar_day_x (width, self->n_days, day);
  gtk_widget_measure (self->now_line, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  allocate (self->now_line, x - height / 2, minute_y (minute) - height / 2, ff_calendar_day_x (width, self->n_days, day + 1) - x + height / 2,
            height);
  allocate_hour (self->now_label, minute);
}

static void
allocate_frame (FfCalendarGrid *self, int width)
{
  FfCalendarCursor cursor;
  gboolean shown = read_cursor (self, &cursor) && cursor.place < 0;

  gtk_widget_set_child_visible (self->frame, shown);
  if (shown)
    allocate_in_columns (self, self->frame, width, cursor.day, 0, 1, 1, cursor.minute, cursor.minute + FF_CALENDAR_SLOT);
}

static void
ff_calendar_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfCalendarGrid *self = FF_CALENDAR_GRID (widget);

  if (self->n_days == 0)
    return;
  if (count_columns (self, width) != self->max_columns && self->update_idle == 0)
    self->update_idle = g_idle_add (on_update_idle, self);
  allocate_ground (self, width);
  allocate_blocks (self, width);
  allocate_frame (self, width);
  allocate_now (self, width);
  ff_calendar_grid_allocate_ghost (self, width);
}

static void
ff_calendar_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : FF_CALENDAR_GUTTER + 7 * LEAST_COLUMN;
}

static void
snapshot_pool (GtkWidget *widget, const FfCalendarPool *pool, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < pool->used; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (pool->widgets, i), snapshot);
}

/* Pools grow in any order, so that the order of the children is not that of what lies above what. */
static void
ff_calendar_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfCalendarGrid *self = FF_CALENDAR_GRID (widget);

  if (self->n_days == 0)
    return;
  snapshot_pool (widget, &self->column_pool, snapshot);
  snapshot_pool (widget, &self->band_pool, snapshot);
  snapshot_pool (widget, &self->hour_pool, snapshot);
  snapshot_pool (widget, &self->block_pool, snapshot);
  snapshot_pool (widget, &self->more_pool, snapshot);
  gtk_widget_snapshot_child (widget, self->frame, snapshot);
  gtk_widget_snapshot_child (widget, self->now_line, snapshot);
  gtk_widget_snapshot_child (widget, self->now_label, snapshot);
  gtk_widget_snapshot_child (widget, self->ghost, snapshot);
}

/* The class ---------------------------------------------------------------------------------------------------------- */

static void
ff_calendar_grid_dispose (GObject *object)
{
  FfCalendarGrid *self = FF_CALENDAR_GRID (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  ff_calendar_pool_clear (&self->column_pool);
  ff_calendar_pool_clear (&self->band_pool);
  ff_calendar_pool_clear (&self->hour_pool);
  ff_calendar_pool_clear (&self->block_pool);
  ff_calendar_pool_clear (&self->more_pool);
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_pointer (&self->now_line, gtk_widget_unparent);
  g_clear_pointer (&self->now_label, gtk_widget_unparent);
  g_clear_pointer (&self->ghost, gtk_widget_unparent);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->more, g_array_unref);
  g_clear_pointer (&self->bands, g_array_unref);
  G_OBJECT_CLASS (ff_calendar_grid_parent_class)->dispose (object);
}

static void
ff_calendar_grid_class_init (FfCalendarGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_calendar_grid_dispose;
  widget_class->measure = ff_calendar_grid_measure;
  widget_class->size_allocate = ff_calendar_grid_size_allocate;
  widget_class->snapshot = ff_calendar_grid_snapshot;
  widget_class->focus = ff_calendar_grid_focus;
  gtk_widget_class_set_css_name (widget_class, "calendargrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static GtkWidget *
add_ground (FfCalendarGrid *self, GtkWidget *child, const char *style)
{
  gtk_widget_add_css_class (child, style);
  gtk_widget_set_can_target (child, FALSE);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return child;
}

static void
ff_calendar_grid_init (FfCalendarGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->places = g_array_new (FALSE, FALSE, sizeof (FfCalendarPlace));
  self->more = g_array_new (FALSE, FALSE, sizeof (FfCalendarMore));
  self->bands = g_array_new (FALSE, FALSE, sizeof (Band));
  ff_calendar_pool_init (&self->column_pool, widget, new_ground);
  ff_calendar_pool_init (&self->band_pool, widget, new_ground);
  ff_calendar_pool_init (&self->hour_pool, widget, new_hour);
  ff_calendar_pool_init (&self->block_pool, widget, ff_calendar_block_new);
  ff_calendar_pool_init (&self->more_pool, widget, new_more);
  self->frame = add_ground (self, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), "slot-frame");
  self->now_line = add_ground (self, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), "now-line");
  self->now_label = add_ground (self, gtk_label_new (NULL), "now-label");
  gtk_label_set_xalign (GTK_LABEL (self->now_label), 1);
  fill_hours (self);
  gtk_widget_set_focusable (widget, TRUE);
  ff_calendar_grid_init_drag (self);
}

GtkWidget *
ff_calendar_grid_new (FfCalendarView *view)
{
  FfCalendarGrid *self = g_object_new (FF_TYPE_CALENDAR_GRID, NULL);

  self->view = view;
  return GTK_WIDGET (self);
}
