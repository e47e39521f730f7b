/* The calendar on a display: the keyboard and a real pointer by xdotool, paging, and a month with 2,000 sessions. Skipped without a
   display; the pointer is skipped without xdotool. */
#include "config.h"

#include "ff-calendar-block.h"
#include "ff-calendar-grid.h"
#include "ff-calendar-month.h"
#include "ff-calendar-page.h"
#include "ff-calendar-week.h"
#include "ff-courses.h"
#include "ff-runs.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  FfCalendarPage *page;
  gint64 session_id;
  guint n_extra; /* sessions to make */
  gboolean made;
} Fixture;

static gboolean
make_class (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Fixture *self = data;
  g_autoptr (FfCourse) course = ff_course_new ();

  course->code = g_strdup ("CX-101");
  course->title = g_strdup ("Customer Experience");
  if (ff_courses_put (db, course, error) == FF_PUT_REFUSED)
    return FALSE;
  if (ff_runs_put (db, 0, &(FfRunDraft) { .code = "CX-1", .course = "CX-101", .starts_on = "2026-09-01", .ends_on = "2026-09-30" }, NULL, error)
      == FF_PUT_REFUSED)
    return FALSE;
  for (guint i = 0; i < self->n_extra; i++)
    {
      g_autofree char *starts_at = g_strdup_printf ("2026-09-%02u %02u:%02u", 1 + i % 30, 8 + i / 30 % 9, i % 4 * 15);
      g_autofree char *ends_at = g_strdup_printf ("2026-09-%02u %02u:%02u", 1 + i % 30, 9 + i / 30 % 9, i % 4 * 15);

      if (ff_sessions_put (db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "", .starts_at = starts_at, .ends_at = ends_at, .title = "KANO" },
                           NULL, NULL, error)
          == FF_PUT_REFUSED)
        return FALSE;
    }
  return self->n_extra > 0
         || ff_sessions_put (db, 0, &(FfSessionDraft) { .run = "CX-1", .key = "S1", .starts_at = "2026-09-22 14:00", .ends_at = "15:30" }, NULL,
                             &self->session_id, error)
                != FF_PUT_REFUSED;
}

static gboolean
class_made (gpointer data, const GError *error)
{
  g_assert_no_error (error);
  ((Fixture *) data)->made = TRUE;
  return TRUE;
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static FfCalendarView *
get_view (Fixture *self, GType type)
{
  return FF_CALENDAR_VIEW (find_type (GTK_WIDGET (self->page), type));
}

/* The blocks move up when the controls leave the page for the header bar, and when the first hour scrolls to the top. */
static gboolean
is_laid_out (Fixture *self)
{
  g_autoptr (GtkWidget) controls = NULL;
  GtkWidget *block = ff_calendar_view_find (get_view (self, FF_TYPE_CALENDAR_WEEK), self->session_id);
  graphene_rect_t bounds;

  g_object_get (self->page, "controls", &controls, NULL);
  return controls != NULL && block != NULL && gtk_widget_get_mapped (block) && gtk_widget_get_width (block) > 0
         && gtk_widget_compute_bounds (block, GTK_WIDGET (self->page), &bounds)
         && bounds.origin.y + bounds.size.height < gtk_widget_get_height (GTK_WIDGET (self->page));
}

static void
set_up_with (Fixture *self, guint n_extra)
{
  workspace_set_up (&self->base, NULL);
  self->n_extra = n_extra;
  ff_workspace_run (self->base.workspace, "Test", make_class, class_made, self, NULL);
  WAIT_UNTIL (self->made);
  self->page = g_object_new (FF_TYPE_CALENDAR_PAGE, "workspace", self->base.workspace, NULL);
  gtk_widget_insert_action_group (self->base.parent, "page", G_ACTION_GROUP (ff_page_get_actions (FF_PAGE (self->page))));
  /* The window is there already, without anything in it: what it holds says how large it is. */
  gtk_widget_set_size_request (GTK_WIDGET (self->page), 1000, 780);
  gtk_window_set_child (GTK_WINDOW (self->base.parent), GTK_WIDGET (self->page));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  set_up_with (self, 0);
  WAIT_UNTIL (is_laid_out (self));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_widget_insert_action_group (self->base.parent, "page", NULL);
  workspace_tear_down (&self->base, data);
}

static void
activate (Fixture *self, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed, &name, &target, NULL));
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (self->page), name, target));
}

static char *
read_times (Fixture *self)
{
  g_autoptr (FfSession) session = ff_session_store_read (ff_workspace_get_reader (self->base.workspace), self->session_id, NULL);
  g_autofree char *from = session != NULL ? ff_time_format (session->starts_at) : NULL;
  g_autofree char *to = session != NULL ? ff_time_format (session->ends_at) : NULL;

  return session != NULL ? g_strdup_printf ("%s to %s", from, to) : g_strdup ("gone");
}

static gboolean
has_times (Fixture *self, const char *expected)
{
  g_autofree char *times = read_times (self);

  return g_strcmp0 (times, expected) == 0;
}

/* The keyboard -------------------------------------------------------------------------------------------------------- */

static void
test_keyboard_moves (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *command;
    const char *times;
  } cases[] = {
    { "page.move::down", "2026-09-22 14:15 to 2026-09-22 15:45" },
    { "page.move::up", "2026-09-22 14:00 to 2026-09-22 15:30" },
    { "page.move::right", "2026-09-23 14:00 to 2026-09-23 15:30" },
    { "page.resize::longer", "2026-09-23 14:00 to 2026-09-23 15:45" },
    { "page.resize::shorter", "2026-09-23 14:00 to 2026-09-23 15:30" },
    { "page.move::left", "2026-09-22 14:00 to 2026-09-22 15:30" },
  };
  FfCalendarView *view = get_view (self, FF_TYPE_CALENDAR_WEEK);

  /* What comes next is where the cursor stands at first. */
  g_assert_cmpint (ff_calendar_view_get_session (view), ==, self->session_id);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].command);
      activate (self, cases[i].command);
      WAIT_UNTIL (has_times (self, cases[i].times));
      g_assert_cmpint (ff_calendar_view_get_session (view), ==, self->session_id);
    }
}

/* Each of them is one step of undo. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  activate (self, "page.move::down");
  WAIT_UNTIL (has_times (self, "2026-09-22 14:15 to 2026-09-22 15:45"));
  activate (self, "page.move::right");
  WAIT_UNTIL (has_times (self, "2026-09-23 14:15 to 2026-09-23 15:45"));
  WAIT_UNTIL (g_strcmp0 (ff_workspace_get_undo_label (self->base.workspace), "Move a session") == 0);
  ff_workspace_undo (self->base.workspace);
  WAIT_UNTIL (has_times (self, "2026-09-22 14:15 to 2026-09-22 15:45"));
}

static void
test_cursor (Fixture *self, gconstpointer data)
{
  FfCalendarView *view = get_view (self, FF_TYPE_CALENDAR_WEEK);

  activate (self, "page.cursor::down");
  g_assert_cmpint (ff_calendar_view_get_session (view), ==, 0);
  g_assert_cmpint (ff_time_minute_of_day (ff_calendar_view_get_cursor (view)), ==, 15 * 60 + 30);
  activate (self, "page.cursor::up");
  g_assert_cmpint (ff_calendar_view_get_session (view), ==, self->session_id);
  g_assert_true (gtk_widget_is_focus (ff_calendar_view_find (view, self->session_id)));
  activate (self, "page.cursor::left");
  g_assert_cmpint (ff_day_weekday (ff_time_day (ff_calendar_view_get_cursor (view))), ==, 1);
  /* Out of the week: the page turns. */
  activate (self, "page.cursor::left");
  WAIT_UNTIL (ff_calendar_view_get_calendar (view)->to == ff_day_from_ymd (2026, 9, 21));
  g_assert_cmpint (ff_day_weekday (ff_time_day (ff_calendar_view_get_cursor (view))), ==, 7);
}

static gboolean
shows_card (Fixture *self)
{
  return workspace_find (GTK_WIDGET (self->page), GTK_TYPE_BUTTON, "label", "_Attendance") != NULL;
}

static void
test_card (Fixture *self, gconstpointer data)
{
  activate (self, "page.open-session");
  g_assert_true (shows_card (self));
  activate (self, "page.cancel-drag");
  WAIT_UNTIL (!shows_card (self));
}

static void
test_views (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *view;
    const char *subtitle;
  } cases[] = {
    { "page.view::month", "September 2026" },
    { "page.view::agenda", "September 2026" },
    { "page.view::day", "Tuesday 22 September 2026" },
    { "page.view::week", "21–27 Sep 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      activate (self, cases[i].view);
      g_assert_cmpstr (ff_page_get_subtitle (FF_PAGE (self->page)), ==, cases[i].subtitle);
    }
  activate (self, "page.next-period");
  g_assert_cmpstr (ff_page_get_subtitle (FF_PAGE (self->page)), ==, "28 Sep – 4 Oct 2026");
  activate (self, "page.today");
  g_assert_cmpstr (ff_page_get_subtitle (FF_PAGE (self->page)), ==, "21–27 Sep 2026");
  WAIT_UNTIL (is_laid_out (self));
}

/* The pointer --------------------------------------------------------------------------------------------------------- */

static void
on_exited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static void
xdotool (const char *words)
{
  g_auto (GStrv) argv = g_strsplit (words, " ", -1);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  gboolean done = FALSE;

  g_ptr_array_add (all, (gpointer) "xdotool");
  for (guint i = 0; argv[i] != NULL; i++)
    g_ptr_array_add (all, argv[i]);
  g_ptr_array_add (all, NULL);
  process = g_subprocess_newv ((const char *const *) all->pdata, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_assert_nonnull (process);
  g_subprocess_wait_check_async (process, NULL, on_exited, &done);
  WAIT_UNTIL (done);
}

/* Where the window is: without a window manager its content begins at the corner of its shadow. */
static gboolean
find_point (Fixture *self, GtkWidget *widget, double x, double y, int *at_x, int *at_y)
{
  double root_x, root_y, surface_x, surface_y;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!gtk_widget_translate_coordinates (widget, GTK_WIDGET (root), x, y, &root_x, &root_y))
    return FALSE;
  gtk_native_get_surface_transform (GTK_NATIVE (root), &surface_x, &surface_y);
  *at_x = (int) (root_x + surface_x);
  *at_y = (int) (root_y + surface_y);
  return TRUE;
}

/* Presses at a point of the block, and moves by so many pixels in steps, without letting go. */
static void
drag (Fixture *self, double x, double y, int dx, int dy)
{
  GtkWidget *block = ff_calendar_view_find (get_view (self, FF_TYPE_CALENDAR_WEEK), self->session_id);
  g_autofree char *words = NULL;
  int at_x = 0, at_y = 0;

  workspace_wait_still (block);
  g_assert_true (find_point (self, block, x, y, &at_x, &at_y));
  words = g_strdup_printf ("mousemove %d %d mousedown 1 mousemove %d %d mousemove %d %d", at_x, at_y, at_x + dx / 2, at_y + dy / 2,
                           at_x + dx, at_y + dy);
  xdotool (words);
}

static GtkWidget *
find_ghost (Fixture *self, const char *times)
{
  GtkWidget *label = workspace_find (GTK_WIDGET (self->page), GTK_TYPE_LABEL, "label", times);

  return label != NULL && gtk_widget_get_mapped (label) ? label : NULL;
}

static gboolean
has_xdotool (void)
{
  g_autofree char *path = g_find_program_in_path ("xdotool");

  if (path == NULL)
    g_test_skip ("There is no xdotool");
  return path != NULL;
}

static void
test_drag_moves (Fixture *self, gconstpointer data)
{
  GtkWidget *grid = find_type (GTK_WIDGET (self->page), FF_TYPE_CALENDAR_GRID);
  int day_width;

  if (!has_xdotool ())
    return;
  day_width = ff_calendar_day_x (gtk_widget_get_width (grid), 7, 1) - ff_calendar_day_x (gtk_widget_get_width (grid), 7, 0);
  drag (self, 30, 20, day_width, FF_CALENDAR_HOUR_HEIGHT);
  WAIT_UNTIL (find_ghost (self, "15:00–16:30") != NULL);
  xdotool ("mouseup 1");
  WAIT_UNTIL (has_times (self, "2026-09-23 15:00 to 2026-09-23 16:30"));
}

static void
test_drag_resizes (Fixture *self, gconstpointer data)
{
  GtkWidget *block = ff_calendar_view_find (get_view (self, FF_TYPE_CALENDAR_WEEK), self->session_id);

  if (!has_xdotool ())
    return;
  drag (self, 30, gtk_widget_get_height (block) - 2, 0, FF_CALENDAR_HOUR_HEIGHT / 2);
  WAIT_UNTIL (find_ghost (self, "14:00–16:00") != NULL);
  xdotool ("mouseup 1");
  WAIT_UNTIL (has_times (self, "2026-09-22 14:00 to 2026-09-22 16:00"));
}

static void
test_escape_leaves_off (Fixture *self, gconstpointer data)
{
  if (!has_xdotool ())
    return;
  drag (self, 30, 20, 0, FF_CALENDAR_HOUR_HEIGHT);
  WAIT_UNTIL (find_ghost (self, "15:00–16:30") != NULL);
  activate (self, "page.cancel-drag");
  WAIT_UNTIL (find_ghost (self, "15:00–16:30") == NULL);
  xdotool ("mouseup 1");
  /* A command that follows proves that nothing was written before it. */
  activate (self, "page.move::down");
  WAIT_UNTIL (has_times (self, "2026-09-22 14:15 to 2026-09-22 15:45"));
}

/* Many sessions --------------------------------------------------------------------------------------------------------- */

#define MANY 2000

static guint
count_type (GtkWidget *widget, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_type (child, type);
  return n;
}

static void
set_up_many (Fixture *self, gconstpointer data)
{
  set_up_with (self, MANY);
}

/* However many sessions there are, there are only so many widgets; turning a page uses them again. */
static void
test_many (Fixture *self, gconstpointer data)
{
  static const char *const views[] = { "page.view::month", "page.view::week" };

  WAIT_UNTIL (ff_calendar_view_get_calendar (get_view (self, FF_TYPE_CALENDAR_WEEK)) != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      FfCalendarView *view = get_view (self, i == 0 ? FF_TYPE_CALENDAR_MONTH : FF_TYPE_CALENDAR_WEEK);
      FfCalendar *calendar;
      guint blocks;
      gint64 begin = g_get_monotonic_time ();

      activate (self, views[i]);
      WAIT_UNTIL (ff_calendar_view_get_calendar (view) != NULL);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
      g_test_message ("%s with %d sessions, read and drawn: %.1f ms", views[i], MANY, (double) (g_get_monotonic_time () - begin) / 1000);

      calendar = ff_calendar_ref (ff_calendar_view_get_calendar (view));
      blocks = count_type (GTK_WIDGET (view), FF_TYPE_CALENDAR_BLOCK);
      begin = g_get_monotonic_time ();
      for (int round = 0; round < 10; round++)
        {
          ff_calendar_view_set_calendar (view, calendar);
          gtk_test_widget_wait_for_draw (GTK_WIDGET (view));
        }
      g_test_message ("%s filled and drawn again: %.1f ms; %u blocks in %d × %d", views[i], (double) (g_get_monotonic_time () - begin) / 10000, blocks, gtk_widget_get_width (GTK_WIDGET (view)), gtk_widget_get_height (GTK_WIDGET (view)));
      g_assert_cmpuint (calendar->sessions->len, >, i == 0 ? MANY - 1 : MANY / 5);
      g_assert_cmpuint (blocks, <, 400);
      g_assert_cmpuint (count_type (GTK_WIDGET (view), FF_TYPE_CALENDAR_BLOCK), ==, blocks);
      ff_calendar_unref (calendar);
    }
}

#define add(name, set_up_func, func) g_test_add ((name), Fixture, NULL, (set_up_func), (func), tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("FOURFOLD_NOW", "2026-09-22T13:52", TRUE);
  if (!workspace_test_init (&argc, &argv))
    return 0;
  add ("/calendar/keyboard-moves", set_up, test_keyboard_moves);
  add ("/calendar/undo", set_up, test_undo);
  add ("/calendar/cursor", set_up, test_cursor);
  add ("/calendar/card", set_up, test_card);
  add ("/calendar/views", set_up, test_views);
  add ("/calendar/drag-moves", set_up, test_drag_moves);
  add ("/calendar/drag-resizes", set_up, test_drag_resizes);
  add ("/calendar/escape-leaves-off", set_up, test_escape_leaves_off);
  add ("/calendar/many", set_up_many, test_many);
  return g_test_run ();
}
