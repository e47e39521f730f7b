/* The window without a person: its first page, opening, sections, history and commands. */
#include "config.h"

#include <glib/gstdio.h>

#include "ff-application.h"
#include "ff-commands.h"
#include "ff-courses.h"
#include "ff-window.h"
#include "wait.h"

/* One for all tests, as a process has one. */
static FfApplication *the_application;

typedef struct
{
  FfWindow *window;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("fourfold-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "Training.fourfold", NULL);
  self->window = ff_window_new (GTK_APPLICATION (the_application));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
open_new (Fixture *self)
{
  ff_window_open (self->window, self->path, TRUE);
  WAIT_UNTIL (ff_window_get_workspace (self->window) != NULL);
}

/* The first label below @widget that is on the screen and reads @text. */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

#define shows(self, text) (find_label (GTK_WIDGET ((self)->window), text) != NULL)

static void
test_starts_without_a_database (Fixture *self, gconstpointer data)
{
  ff_window_show_start (self->window);
  WAIT_UNTIL (shows (self, "Welcome to Fourfold"));
  g_assert_true (shows (self, "Try the Demo"));
  g_assert_true (shows (self, "Start Empty"));
  g_assert_null (ff_window_get_workspace (self->window));
}

static void
test_says_what_cannot_be_opened (Fixture *self, gconstpointer data)
{
  g_assert_true (g_file_set_contents (self->path, "This is no database, but a long enough text.", -1, NULL));
  g_test_expect_message (NULL, G_LOG_LEVEL_MESSAGE, "Opening*");
  ff_window_open (self->window, self->path, FALSE);
  WAIT_UNTIL (shows (self, "Not a Fourfold Database"));
  g_test_assert_expected_messages ();
  g_assert_true (shows (self, "Open Another Database…"));
}

static void
test_shows_every_section (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *section;
    const char *empty;
  } cases[] = {
    { "today", "Nothing This Week" },
    { "calendar", "Nothing to Schedule Yet" },
    { "classes", "No Classes Yet" },
    { "courses", "No Courses Yet" },
    { "people", "Nobody Here Yet" },
  };

  open_new (self);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ff_window_show_section (self->window, cases[i].section);
      WAIT_UNTIL (shows (self, cases[i].empty));
    }
}

static gboolean
put_course (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  gint64 *id = data;
  g_autoptr (FfCourse) course = ff_course_new ();

  course->code = g_strdup ("CX-101");
  course->title = g_strdup ("Customer Experience");
  if (ff_courses_put (db, course, error) == FF_PUT_REFUSED)
    return FALSE;
  *id = ff_courses_find (db, "CX-101", error);
  return *id > 0;
}

static void
test_opens_goes_back_and_undoes (Fixture *self, gconstpointer data)
{
  gint64 id = 0;

  open_new (self);
  ff_window_show_section (self->window, "courses");
  ff_workspace_run (ff_window_get_workspace (self->window), "Add a course", put_course, NULL, &id, NULL);
  WAIT_UNTIL (shows (self, "CX-101"));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-course", "x", id);
  WAIT_UNTIL (shows (self, "Customer Experience") && !shows (self, "1 course"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.back", NULL);
  WAIT_UNTIL (shows (self, "1 course"));

  WAIT_UNTIL (ff_workspace_get_undo_label (ff_window_get_workspace (self->window)) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  WAIT_UNTIL (shows (self, "No Courses Yet"));
}

/* A page of something that undo takes away closes by itself. */
static void
test_leaves_a_page_that_is_gone (Fixture *self, gconstpointer data)
{
  gint64 id = 0;

  open_new (self);
  ff_window_show_section (self->window, "courses");
  ff_workspace_run (ff_window_get_workspace (self->window), "Add a course", put_course, NULL, &id, NULL);
  WAIT_UNTIL (shows (self, "CX-101"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-course", "x", id);
  WAIT_UNTIL (!shows (self, "1 course"));
  WAIT_UNTIL (ff_workspace_get_undo_label (ff_window_get_workspace (self->window)) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  WAIT_UNTIL (shows (self, "No Courses Yet"));
}

/* Every command of the table that the window or the application owns is one that somebody carries out. */
/* The keys of a calendar or a grid act in it alone, where the others leave them. */
static gboolean
share_keys (FfCommandGroup a, FfCommandGroup b)
{
  return a == b || (!ff_command_group_is_local (a) && !ff_command_group_is_local (b));
}

static void
test_carries_out_every_command (Fixture *self, gconstpointer data)
{
  guint n;
  const FfCommand *commands = ff_commands_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (commands[i].action, &name, &target, NULL));
      g_test_message ("%s", name);
      if (g_str_has_prefix (name, "app."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (the_application), name + strlen ("app.")));
      else if (g_str_has_prefix (name, "win."))
        {
          gboolean found = FALSE;
          const char *own, *property;
          const GVariantType *parameter;
          GType owner;

          for (guint k = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (self->window), k, &owner, &own, &parameter, &property); k++)
            found = found || g_str_equal (own, name);
          g_assert_true (found);
        }
      for (guint k = 0; k < i; k++)
        g_assert_false (share_keys (commands[k].group, commands[i].group) && commands[k].accels[0] != NULL &&
                        g_strcmp0 (commands[k].accels[0], commands[i].accels[0]) == 0);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/window/starts-without-a-database", test_starts_without_a_database },
    { "/window/says-what-cannot-be-opened", test_says_what_cannot_be_opened },
    { "/window/shows-every-section", test_shows_every_section },
    { "/window/opens-goes-back-and-undoes", test_opens_goes_back_and_undoes },
    { "/window/leaves-a-page-that-is-gone", test_leaves_a_page_that_is_gone },
    { "/window/carries-out-every-command", test_carries_out_every_command },
  };

  /* Nobody listens, and the bus for it writes into the test's output. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }

  the_application = g_object_new (FF_TYPE_APPLICATION, "flags", G_APPLICATION_NON_UNIQUE,
                                  "resource-base-path", "/org/fourfold/Fourfold", NULL);
  g_assert_true (g_application_register (G_APPLICATION (the_application), NULL, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
