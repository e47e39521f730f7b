#include "config.h"

#include "ff-calendar-month.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar-block.h"
#include "ff-format.h"

#define DAYS 7
#define WEEKDAY_HEIGHT 26
#define NUMBER_HEIGHT 28
#define LINE_HEIGHT 22
#define LINE_GAP 2
#define MARGIN 4
/* A double click on a day, and N, make a session of its first morning hours. */
#define FIRST_MINUTE (9 * 60)
#define NEW_MINUTES 90
/* So far from where it was pressed, it is no click any more. */
#define THRESHOLD 6

/* A session in a day. */
typedef struct
{
  guint index; /* of the session */
  int day;
  int line;
} Entry;

struct _FfCalendarMonth
{
  FfCalendarView parent_instance;

  FfDay first;
  int n_days;
  FfDay month;    /* a day of it: the others are pale */
  int n_lines;    /* that fit a cell */
  guint update_idle;
  GArray *entries; /* Entry: a block each, those shown only, by day and line */
  GArray *counts;  /* int: the sessions of each day */
  FfCalendarPool weekday_pool;
  FfCalendarPool cell_pool;
  FfCalendarPool number_pool;
  FfCalendarPool title_pool;
  FfCalendarPool block_pool;
  FfCalendarPool more_pool;
  GArray *more_days; /* int: the day of each button */

  GtkGesture *drag;
  gint64 dragged; /* 0: nothing is */
  int pressed_day;
  int drop_day;   /* −1: none */
  gboolean active;
};

G_DEFINE_FINAL_TYPE (FfCalendarMonth, ff_calendar_month, FF_TYPE_CALENDAR_VIEW)

/* Places --------------------------------------------------------------------------------------------------------------- */

static int
count_weeks (FfCalendarMonth *self)
{
  return MAX (self->n_days / DAYS, 1);
}

static GdkRectangle
get_cell (FfCalendarMonth *self, int width, int height, int day)
{
  int weeks = count_weeks (self);
  int room = MAX (height - WEEKDAY_HEIGHT, 1);
  int week = day / DAYS, weekday = day % DAYS;
  int x = width * weekday / DAYS;
  int y = WEEKDAY_HEIGHT + room * week / weeks;

  return (GdkRectangle) { x, y, width * (weekday + 1) / DAYS - x, WEEKDAY_HEIGHT + room * (week + 1) / weeks - y };
}

static int
find_day (FfCalendarMonth *self, double x, double y)
{
  int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  int room = MAX (gtk_widget_get_height (GTK_WIDGET (self)) - WEEKDAY_HEIGHT, 1);
  int weekday = CLAMP ((int) (x * DAYS / width), 0, DAYS - 1);
  int week = CLAMP ((int) ((y - WEEKDAY_HEIGHT) * count_weeks (self) / room), 0, count_weeks (self) - 1);

  return week * DAYS + weekday;
}

static int
count_lines (FfCalendarMonth *self, int height)
{
  int cell = MAX (height - WEEKDAY_HEIGHT, 1) / count_weeks (self);

  return MAX ((cell - NUMBER_HEIGHT - MARGIN) / (LINE_HEIGHT + LINE_GAP), 1);
}

/* Filling -------------------------------------------------------------------------------------------------------------- */

static GtkWidget *
new_ground (void)
{
  GtkWidget *widget = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_can_target (widget, FALSE);
  return widget;
}

static GtkWidget *
new_weekday (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "month-weekday");
  return label;
}

static void
on_number_clicked (GtkWidget *button)
{
  FfCalendarMonth *self = FF_CALENDAR_MONTH (gtk_widget_get_parent (button));

  for (guint i = 0; i < self->number_pool.used; i++)
    if (g_ptr_array_index (self->number_pool.widgets, i) == button)
      ff_calendar_view_show_day (FF_CALENDAR_VIEW (self), self->first + i);
}

static GtkWidget *
new_number (void)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_focusable (button, FALSE);
  g_signal_connect (button, "clicked", G_CALLBACK (on_number_clicked), NULL);
  return button;
}

static GtkWidget *
new_title (void)
{
  GtkWidget *title = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (title), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (title), 0.5);
  gtk_widget_add_css_class (title, "month-title");
  gtk_widget_set_can_target (title, FALSE);
  return title;
}

static void
on_more_clicked (GtkWidget *button)
{
  FfCalendarMonth *self = FF_CALENDAR_MONTH (gtk_widget_get_parent (button));

  for (guint i = 0; i < self->more_pool.used; i++)
    if (g_ptr_array_index (self->more_pool.widgets, i) == button)
      ff_calendar_view_show_day (FF_CALENDAR_VIEW (self), self->first + g_array_index (self->more_days, int, i));
}

static GtkWidget *
new_more (void)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_css_classes (button, (const char *[]) { "flat", "month-more", NULL });
  g_signal_connect (button, "clicked", G_CALLBACK (on_more_clicked), NULL);
  return button;
}

static void
fill_weekdays (FfCalendarMonth *self)
{
  ff_calendar_pool_begin (&self->weekday_pool);
  for (int i = 0; i < DAYS; i++)
    gtk_label_set_label (GTK_LABEL (ff_calendar_pool_take (&self->weekday_pool)), ff_format_weekday_short (self->first + i));
  ff_calendar_pool_end (&self->weekday_pool);
}

static void
style_cell (FfCalendarMonth *self, int day)
{
  FfCalendar *calendar = ff_calendar_view_get_calendar (FF_CALENDAR_VIEW (self));
  FfMinute cursor = ff_calendar_view_get_cursor (FF_CALENDAR_VIEW (self));
  FfDay date = self->first + day;
  gboolean off = ff_work_calendar_kind (calendar->days, date) == FF_DAY_OFF;
  const char *classes[8] = { "month-cell" };
  gsize n = 1;

  if (day % DAYS == 0)
    classes[n++] = "first";
  if (date == ff_time_day (ff_calendar_view_get_now (FF_CALENDAR_VIEW (self))))
    classes[n++] = "today";
  if (off)
    classes[n++] = "off";
  if (off && ff_work_calendar_title (calendar->days, date) != NULL)
    classes[n++] = "holiday";
  if (self->active && self->drop_day == day)
    classes[n++] = "drop";
  else if (cursor != FF_NO_TIME && ff_time_day (cursor) == date && gtk_widget_is_focus (GTK_WIDGET (self)))
    classes[n++] = "cursor";
  classes[n] = NULL;
  gtk_widget_set_css_classes (g_ptr_array_index (self->cell_pool.widgets, (guint) day), classes);
}

static void
style_cells (FfCalendarMonth *self)
{
  for (int day = 0; day < (int) self->cell_pool.used; day++)
    style_cell (self, day);
}

static void
fill_number (FfCalendarMonth *self, int day)
{
  GtkWidget *button = ff_calendar_pool_take (&self->number_pool);
  FfDay date = self->first + day, today = ff_time_day (ff_calendar_view_get_now (FF_CALENDAR_VIEW (self)));
  g_autofree char *name = ff_format_day_long (date);
  g_autofree char *text = NULL;
  int year, month, mday, shown_month, ignored;

  ff_day_to_ymd (date, &year, &month, &mday);
  ff_day_to_ymd (self->month, &ignored, &shown_month, &ignored);
  text = g_strdup_printf ("%d", mday);
  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_css_classes (button, (const char *[]) { "flat", "calendar-month-day",
                                                         date == today ? "today" : month != shown_month ? "outside" : "inside", NULL });
}

static void
fill_cells (FfCalendarMonth *self, const FfCalendar *calendar)
{
  ff_calendar_pool_begin (&self->cell_pool);
  ff_calendar_pool_begin (&self->number_pool);
  ff_calendar_pool_begin (&self->title_pool);
  for (int day = 0; day < self->n_days; day++)
    {
      const char *title = ff_work_calendar_title (calendar->days, self->first + day);

      ff_calendar_pool_take (&self->cell_pool);
      fill_number (self, day);
      gtk_inscription_set_text (GTK_INSCRIPTION (ff_calendar_pool_take (&self->title_pool)), title);
    }
  ff_calendar_pool_end (&self->cell_pool);
  ff_calendar_pool_end (&self->number_pool);
  ff_calendar_pool_end (&self->title_pool);
  style_cells (self);
}

static void
count_session (FfCalendarMonth *self, const FfCalendarSession *session)
{
  FfDay last = ff_time_day (session->ends_at - 1);

  for (FfDay day = MAX (ff_time_day (session->starts_at), self->first); day <= last && day < self->first + self->n_days; day++)
    g_array_index (self->counts, int, (guint) (day - self->first))++;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;

  return first->day != second->day ? first->day - second->day : first->line - second->line;
}

/* The lines that fit, the last of which gives way to the number of the rest. */
static void
add_entries (FfCalendarMonth *self, const FfCalendar *calendar)
{
  g_autofree int *used = g_new0 (int, (gsize) self->n_days);

  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < calendar->sessions->len; i++)
    {
      const FfCalendarSession *session = g_ptr_array_index (calendar->sessions, i);
      FfDay last = ff_time_day (session->ends_at - 1);

      for (FfDay date = MAX (ff_time_day (session->starts_at), self->first); date <= last && date < self->first + self->n_days; date++)
        {
          int day = (int) (date - self->first);
          int room = g_array_index (self->counts, int, (guint) day) > self->n_lines ? self->n_lines - 1 : self->n_lines;

          if (used[day] < room)
            g_array_append_vals (self->entries, &(Entry) { i, day, used[day] }, 1);
          used[day]++;
        }
    }
  g_array_sort (self->entries, compare_entries);
}

static void
fill_blocks (FfCalendarMonth *self, const FfCalendar *calendar)
{
  g_array_set_size (self->counts, 0);
  g_array_set_size (self->counts, (guint) self->n_days);
  for (guint i = 0; i < calendar->sessions->len; i++)
    count_session (self, g_ptr_array_index (calendar->sessions, i));
  add_entries (self, calendar);
  ff_calendar_pool_begin (&self->block_pool);
  for (guint i = 0; i < self->entries->len; i++)
    ff_calendar_block_bind (FF_CALENDAR_BLOCK (ff_calendar_pool_take (&self->block_pool)),
                            g_ptr_array_index (calendar->sessions, g_array_index (self->entries, Entry, i).index), TRUE);
  ff_calendar_pool_end (&self->block_pool);
}

static void
fill_more (FfCalendarMonth *self)
{
  g_array_set_size (self->more_days, 0);
  ff_calendar_pool_begin (&self->more_pool);
  for (int day = 0; day < self->n_days; day++)
    {
      int rest = g_array_index (self->counts, int, (guint) day) - (self->n_lines - 1);
      g_autofree char *text = NULL;

      if (g_array_index (self->counts, int, (guint) day) <= self->n_lines)
        continue;
      text = g_strdup_printf (ngettext ("%d more", "%d more", (gulong) rest), rest);
      gtk_button_set_label (GTK_BUTTON (ff_calendar_pool_take (&self->more_pool)), text);
      g_array_append_val (self->more_days, day);
    }
  ff_calendar_pool_end (&self->more_pool);
}

/* The focus to the block under the cursor, or to the day as a whole. */
static void focus_cursor (FfCalendarMonth *self);

/* Nothing was read yet: what the period before showed is of no period any more. */
static void
clear (FfCalendarMonth *self)
{
  self->n_days = 0;
  g_array_set_size (self->entries, 0);
  g_array_set_size (self->more_days, 0);
  ff_calendar_pool_hide (&self->cell_pool);
  ff_calendar_pool_hide (&self->number_pool);
  ff_calendar_pool_hide (&self->title_pool);
  ff_calendar_pool_hide (&self->block_pool);
  ff_calendar_pool_hide (&self->more_pool);
}

static void
ff_calendar_month_update (FfCalendarView *view)
{
  FfCalendarMonth *self = FF_CALENDAR_MONTH (view);
  FfCalendar *calendar = ff_calendar_view_get_calendar (view);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (calendar == NULL)
    {
      clear (self);
      return;
    }
  self->first = calendar->from;
  self->n_days = (int) (calendar->to - calendar->from);
  /* The Monday of the second week is always in the month. */
  self->month = calendar->from + DAYS;
  self->n_lines = count_lines (self, gtk_widget_get_height (GTK_WIDGET (self)));
  fill_weekdays (self);
  fill_cells (self, calendar);
  fill_blocks (self, calendar);
  fill_more (self);
  if (focused)
    focus_cursor (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The cursor ------------------------------------------------------------------------------------------------------------ */

static const FfCalendarSession *
get_session (FfCalendarMonth *self, const Entry *entry)
{
  return g_ptr_array_index (ff_calendar_view_get_calendar (FF_CALENDAR_VIEW (self))->sessions, entry->index);
}

/* The entry of a session on a day, else on any; −1: not shown. */
static int
find_entry (FfCalendarMonth *self, gint64 session_id, int day)
{
  int found = -1;

  for (guint i = 0; session_id != 0 && i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (get_session (self, entry)->id != session_id)
        continue;
      if (entry->day == day)
        return (int) i;
      found = found < 0 ? (int) i : found;
    }
  return found;
}

static gboolean
read_cursor (FfCalendarMonth *self, int *day, int *entry)
{
  FfCalendarView *view = FF_CALENDAR_VIEW (self);
  FfMinute time = ff_calendar_view_get_cursor (view);

  if (time == FF_NO_TIME || self->n_days == 0)
    return FALSE;
  *day = (int) (ff_time_day (time) - self->first);
  *entry = find_entry (self, ff_calendar_view_get_session (view), *day);
  return *day >= 0 && *day < self->n_days;
}

static void
write_cursor (FfCalendarMonth *self, int day, int entry)
{
  FfMinute time = ff_day_start (self->first + day) + FIRST_MINUTE;
  gint64 session_id = 0;

  if (entry >= 0)
    {
      const FfCalendarSession *session = get_session (self, &g_array_index (self->entries, Entry, (guint) entry));

      time = MAX (session->starts_at, ff_day_start (self->first + day));
      session_id = session->id;
    }
  ff_calendar_view_set_cursor (FF_CALENDAR_VIEW (self), time, session_id);
}

/* The first or the last entry of a day, −1: it shows none. */
static int
find_in_day (FfCalendarMonth *self, int day, gboolean last)
{
  int found = -1;

  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, Entry, i).day == day && (last || found < 0))
      found = (int) i;
  return found;
}

/* Up and down go along the entries of a day, and then to the week above or below; sideways to the neighbour. */
static gboolean
ff_calendar_month_move_cursor (FfCalendarView *view, FfCalendarDirection direction)
{
  FfCalendarMonth *self = FF_CALENDAR_MONTH (view);
  gboolean vertical = direction == FF_CALENDAR_UP || direction == FF_CALENDAR_DOWN;
  int step = direction == FF_CALENDAR_UP || direction == FF_CALENDAR_LEFT ? -1 : 1;
  int day, entry, next;

  if (self->n_days == 0)
    return TRUE;
  if (!read_cursor (self, &day, &entry))
    {
      write_cursor (self, 0, find_in_day (self, 0, FALSE));
      return TRUE;
    }
  next = entry + step;
  if (vertical && entry >= 0 && next >= 0 && next < (int) self->entries->len && g_array_index (self->entries, Entry, (guint) next).day == day)
    {
      write_cursor (self, day, next);
      return TRUE;
    }
  day += vertical ? step * DAYS : step;
  if (day < 0 || day >= self->n_days)
    return FALSE;
  write_cursor (self, day, find_in_day (self, day, direction == FF_CALENDAR_UP));
  return TRUE;
}

static void
focus_cursor (FfCalendarMonth *self)
{
  int day, entry;
  gboolean known = read_cursor (self, &day, &entry);

  if (known && entry >= 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->block_pool.widgets, (guint) entry));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (known && entry < 0)
    {
      g_autofree char *name = ff_format_day_long (self->first + day);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  style_cells (self);
}

static void
ff_calendar_month_reveal (FfCalendarView *view, gboolean focus)
{
  FfCalendarMonth *self = FF_CALENDAR_MONTH (view);

  if (focus)
    focus_cursor (self);
  else if (ff_calendar_view_get_calendar (view) != NULL)
    style_cells (self);
}

static GtkWidget *
ff_calendar_month_find (FfCalendarView *view, gint64 session_id)
{
  FfCalendarMonth *self = FF_CALENDAR_MONTH (view);
  FfMinute time = ff_calendar_view_get_cursor (view);
  int entry = find_entry (self, session_id, time != FF_NO_TIME ? (int) (ff_time_day (time) - self->first) : 0);

  return entry >= 0 ? g_ptr_array_index (self->block_pool.widgets, (guint) entry) : NULL;
}

static gboolean
ff_calendar_month_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  focus_cursor (FF_CALENDAR_MONTH (widget));
  return TRUE;
}

/* The pointer ------------------------------------------------------------------------------------------------------------ */

static GtkWidget *
find_block (FfCalendarMonth *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return widget != NULL ? FF_IS_CALENDAR_BLOCK (widget) ? widget : gtk_widget_get_ancestor (widget, FF_TYPE_CALENDAR_BLOCK) : NULL;
}

static void
end_drag (FfCalendarMonth *self)
{
  GtkWidget *block = ff_calendar_month_find (FF_CALENDAR_VIEW (self), self->dragged);

  if (block != NULL)
    gtk_widget_remove_css_class (block, "dragged");
  self->active = FALSE;
  self->dragged = 0;
  self->drop_day = -1;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  style_cells (self);
}

static gboolean
ff_calendar_month_cancel (FfCalendarView *view)
{
  FfCalendarMonth *self = FF_CALENDAR_MONTH (view);

  if (!self->active)
    return FALSE;
  end_drag (self);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
  return TRUE;
}

static void
on_drag_begin (FfCalendarMonth *self, double x, double y)
{
  GtkWidget *block = find_block (self, x, y);

  self->active = FALSE;
  self->dragged = block != NULL && ff_calendar_view_is_editable (FF_CALENDAR_VIEW (self)) ? ff_calendar_block_get_session (FF_CALENDAR_BLOCK (block)) : 0;
  self->pressed_day = find_day (self, x, y);
  self->drop_day = -1;
}

static void
on_drag_update (FfCalendarMonth *self, double dx, double dy, GtkGestureDrag *gesture)
{
  double x, y;
  GtkWidget *block;
  int day;

  if (self->dragged == 0 || (!self->active && dx * dx + dy * dy < THRESHOLD * THRESHOLD))
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  day = find_day (self, x + dx, y + dy);
  if (!self->active)
    {
      self->active = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
      block = ff_calendar_month_find (FF_CALENDAR_VIEW (self), self->dragged);
      if (block != NULL)
        gtk_widget_add_css_class (block, "dragged");
      /* Esc is a key of whoever has the focus. */
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  if (day == self->drop_day)
    return;
  self->drop_day = day;
  style_cells (self);
}

static void
on_drag_end (FfCalendarMonth *self)
{
  FfCalendarView *view = FF_CALENDAR_VIEW (self);
  const FfCalendarSession *session = ff_calendar_view_find_session (view, self->dragged);
  gboolean active = self->active;
  int days = self->drop_day - self->pressed_day;

  if (!active)
    return;
  end_drag (self);
  if (session != NULL && days != 0)
    ff_calendar_view_move (view, session->id, ff_calendar_move ((FfCalendarSpan) { session->starts_at, session->ends_at }, days, 0));
}

static void
on_drag_cancel (FfCalendarMonth *self)
{
  if (self->active)
    end_drag (self);
}

static void
on_released (FfCalendarMonth *self, int n_press, double x, double y)
{
  FfCalendarView *view = FF_CALENDAR_VIEW (self);
  GtkWidget *block = find_block (self, x, y);
  int day = find_day (self, x, y);

  if (self->active || y < WEEKDAY_HEIGHT || self->n_days == 0)
    return;
  if (block == NULL)
    {
      FfMinute from = ff_day_start (self->first + day) + FIRST_MINUTE;

      write_cursor (self, day, -1);
      focus_cursor (self);
      if (n_press == 2 && ff_calendar_view_is_editable (view))
        ff_calendar_view_create (view, (FfCalendarSpan) { from, from + NEW_MINUTES });
      return;
    }
  write_cursor (self, day, find_entry (self, ff_calendar_block_get_session (FF_CALENDAR_BLOCK (block)), day));
  focus_cursor (self);
  if (n_press == 1)
    ff_calendar_view_open (view, ff_calendar_block_get_session (FF_CALENDAR_BLOCK (block)), block, TRUE);
  else if (n_press == 2)
    ff_calendar_view_edit (view, ff_calendar_block_get_session (FF_CALENDAR_BLOCK (block)));
}

/* Layout ---------------------------------------------------------------------------------------------------------------- */

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (width, least);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, MAX (height, least) }, -1);
}

static gboolean
on_update_idle (gpointer user_data)
{
  FfCalendarMonth *self = user_data;

  self->update_idle = 0;
  ff_calendar_month_update (FF_CALENDAR_VIEW (self));
  return G_SOURCE_REMOVE;
}

static void
allocate_lines (FfCalendarMonth *self, int width, int height)
{
  for (guint i = 0; i < self->block_pool.used; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      GdkRectangle cell = get_cell (self, width, height, entry->day);

      allocate (g_ptr_array_index (self->block_pool.widgets, i), cell.x + MARGIN,
                cell.y + NUMBER_HEIGHT + entry->line * (LINE_HEIGHT + LINE_GAP), cell.width - 2 * MARGIN, LINE_HEIGHT);
    }
  for (guint i = 0; i < self->more_pool.used; i++)
    {
      GdkRectangle cell = get_cell (self, width, height, g_array_index (self->more_days, int, i));

      allocate (g_ptr_array_index (self->more_pool.widgets, i), cell.x + MARGIN,
                cell.y + NUMBER_HEIGHT + (self->n_lines - 1) * (LINE_HEIGHT + LINE_GAP), cell.width - 2 * MARGIN, LINE_HEIGHT);
    }
}

static void
ff_calendar_month_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfCalendarMonth *self = FF_CALENDAR_MONTH (widget);

  if (self->n_days == 0)
    return;
  if (count_lines (self, height) != self->n_lines && self->update_idle == 0)
    self->update_idle = g_idle_add (on_update_idle, self);
  for (int i = 0; i < DAYS; i++)
    allocate (g_ptr_array_index (self->weekday_pool.widgets, (guint) i), width * i / DAYS, 0, width / DAYS, WEEKDAY_HEIGHT);
  for (int day = 0; day < self->n_days; day++)
    {
      GtkWidget *number = g_ptr_array_index (self->number_pool.widgets, (guint) day);
      GdkRectangle cell = get_cell (self, width, height, day);
      int natural;

      gtk_widget_measure (number, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      allocate (g_ptr_array_index (self->cell_pool.widgets, (guint) day), cell.x, cell.y, cell.width, cell.height);
      allocate (number, cell.x + MARGIN, cell.y + 3, natural, NUMBER_HEIGHT - 6);
      allocate (g_ptr_array_index (self->title_pool.widgets, (guint) day), cell.x + MARGIN + natural + 6, cell.y + 3,
                cell.width - natural - 2 * MARGIN - 6, NUMBER_HEIGHT - 6);
    }
  allocate_lines (self, width, height);
}

static void
ff_calendar_month_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? WEEKDAY_HEIGHT + 6 * (NUMBER_HEIGHT + LINE_HEIGHT + LINE_GAP + MARGIN) : DAYS * 48;
}

static void
snapshot_pool (GtkWidget *widget, const FfCalendarPool *pool, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < pool->used; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (pool->widgets, i), snapshot);
}

/* Pools grow in any order, so that the order of the children is not that of what lies above what. */
static void
ff_calendar_month_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfCalendarMonth *self = FF_CALENDAR_MONTH (widget);
  const FfCalendarPool *pools[] = { &self->cell_pool, &self->weekday_pool, &self->number_pool, &self->title_pool, &self->block_pool, &self->more_pool };

  for (gsize i = 0; self->n_days > 0 && i < G_N_ELEMENTS (pools); i++)
    snapshot_pool (widget, pools[i], snapshot);
}

/* The class --------------------------------------------------------------------------------------------------------------- */

static void
ff_calendar_month_dispose (GObject *object)
{
  FfCalendarMonth *self = FF_CALENDAR_MONTH (object);
  FfCalendarPool *pools[] = { &self->cell_pool, &self->weekday_pool, &self->number_pool, &self->title_pool, &self->block_pool, &self->more_pool };

  g_clear_handle_id (&self->update_idle, g_source_remove);
  for (gsize i = 0; i < G_N_ELEMENTS (pools); i++)
    ff_calendar_pool_clear (pools[i]);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  g_clear_pointer (&self->more_days, g_array_unref);
  G_OBJECT_CLASS (ff_calendar_month_parent_class)->dispose (object);
}

static void
ff_calendar_month_class_init (FfCalendarMonthClass *klass)
{
  FfCalendarViewClass *view_class = FF_CALENDAR_VIEW_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_calendar_month_dispose;
  widget_class->measure = ff_calendar_month_measure;
  widget_class->size_allocate = ff_calendar_month_size_allocate;
  widget_class->snapshot = ff_calendar_month_snapshot;
  widget_class->focus = ff_calendar_month_focus;
  view_class->update = ff_calendar_month_update;
  view_class->move_cursor = ff_calendar_month_move_cursor;
  view_class->reveal = ff_calendar_month_reveal;
  view_class->cancel = ff_calendar_month_cancel;
  view_class->find = ff_calendar_month_find;
  gtk_widget_class_set_css_name (widget_class, "calendarmonth");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
ff_calendar_month_init (FfCalendarMonth *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new ();

  self->drop_day = -1;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->counts = g_array_new (FALSE, TRUE, sizeof (int));
  self->more_days = g_array_new (FALSE, FALSE, sizeof (int));
  ff_calendar_pool_init (&self->weekday_pool, widget, new_weekday);
  ff_calendar_pool_init (&self->cell_pool, widget, new_ground);
  ff_calendar_pool_init (&self->number_pool, widget, new_number);
  ff_calendar_pool_init (&self->title_pool, widget, new_title);
  ff_calendar_pool_init (&self->block_pool, widget, ff_calendar_block_new);
  ff_calendar_pool_init (&self->more_pool, widget, new_more);
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (self->drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (widget, TRUE);
}
