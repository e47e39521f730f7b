/* What a beamer shows of a class: names and who is here, counts of teams, and nothing private. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-fit-board.h"
#include "ff-people.h"
#include "ff-presentation-window.h"
#include "ff-presentation.h"
#include "ff-register.h"
#include "ff-teams.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  gint64 run_id;
  FfPresentationWindow *window; /* NULL once it has closed */
} Fixture;

static void
attend (FfDb *db, const char *employee_no, const char *session, const char *status)
{
  FfAttendanceDraft draft = { .run = "CX-1", .session = session, .employee_no = employee_no, .status = status };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ff_register_put (db, &draft, &error), !=, FF_PUT_REFUSED);
  g_assert_no_error (error);
}

static void
score (FfDb *db, const char *employee_no, const char *component, const char *value)
{
  g_autoptr (GError) error = NULL;

  ff_marking_put (db, &(FfScoreDraft) { .run = "CX-1", .employee_no = employee_no, .component = component, .score = value }, &error);
  g_assert_no_error (error);
}

/* S4 of this afternoon: one is here, one late, one on leave, one absent, and of one nothing is known. */
static gboolean
fill (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Fixture *self = data;
  gint64 team = 0, members[2];

  class_fill (db);
  self->run_id = class_make (db);
  ff_people_put_trainee (db, class_trainee (db, "E002"), &(FfTraineeDraft) { .phone = "13912345678", .email = "two@example.org" }, NULL,
                         error);
  ff_teams_put (db, 0, self->run_id, "Red", "A private topic", &team, error);
  members[0] = class_enrolment (db, self->run_id, "E001");
  members[1] = class_enrolment (db, self->run_id, "E003");
  ff_teams_move (db, members, 2, team, error);
  ff_enrolments_waive (db, members[0], "A private reason", "Somebody", error);
  attend (db, "E001", "S4", "present");
  attend (db, "E002", "S4", "late");
  attend (db, "E003", "S4", "excused");
  attend (db, "E004", "S4", "absent");
  score (db, "E001", "participation", "87.65");
  score (db, "E001", "practical.c1", "4.32");
  return *error == NULL;
}

static gboolean
filled (gpointer data, const GError *error)
{
  g_assert_no_error (error);
  return TRUE;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  workspace_set_up (&self->base, data);
  ff_workspace_run (self->base.workspace, "Fill", fill, filled, self, NULL);
  WAIT_UNTIL (self->base.n_changes > 0);
  self->window = ff_presentation_window_open (self->base.parent, self->base.workspace, self->run_id);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  WAIT_UNTIL (self->window == NULL);
  workspace_tear_down (&self->base, data);
}

static GtkWidget *
find_label (Fixture *self, const char *text)
{
  return workspace_find (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "label", text);
}

/* Every text that stands in the window, on whichever view, with tooltips. */
static void
gather (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    g_string_append_printf (text, "%s\n", gtk_widget_get_tooltip_text (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gather (child, text);
}

static void
test_nothing_private (Fixture *self, gconstpointer data)
{
  static const char *const private[] = {
    "E001", "E002", "13912345678", "example.org", "87.65", "4.32", "xcused", "eave,", "bsent", "Late", "late", "rivate", "Hotline", "Agent",
    "Frontline", "Total", "Rank", "isqualified",
  };
  static const char *const public[] = { "✓ Trainee 1", "✓ Trainee 2", "Trainee 3", "Trainee 4", "Trainee 5", "Red", "2 of 5 here", "13:52",
                                        "S4 · 14:00–17:00" };
  g_autoptr (GString) text = g_string_new ("\n");

  WAIT_UNTIL (find_label (self, "✓ Trainee 1") != NULL);
  gather (GTK_WIDGET (self->window), text);
  for (guint i = 0; i < G_N_ELEMENTS (private); i++)
    {
      g_test_message ("%s", private[i]);
      g_assert_null (strstr (text->str, private[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (public); i++)
    {
      g_autofree char *line = g_strdup_printf ("\n%s\n", public[i]);

      g_test_message ("%s", public[i]);
      g_assert_nonnull (strstr (text->str, line));
    }
}

static gboolean
come (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  attend (db, "E005", "S4", "present");
  return TRUE;
}

/* What the trainer records stands there at once. */
static void
test_live (Fixture *self, gconstpointer data)
{
  WAIT_UNTIL (find_label (self, "Trainee 5") != NULL);
  ff_workspace_run (self->base.workspace, "Come", come, NULL, NULL, NULL);
  WAIT_UNTIL (find_label (self, "✓ Trainee 5") != NULL);
  g_assert_nonnull (find_label (self, "3 of 5 here"));
}

/* The choice of the session, and what is counted ---------------------------------------------------------------------- */

static void
test_session (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *now;
    const char *begins; /* of the session's line; NULL: none */
    gboolean open;
  } cases[] = {
    { "long before", "2026-09-01 10:00", "S1 · Mon 21 Sep", FALSE },
    { "before the first of the day", "2026-09-21 07:30", "S1 · 09:00", TRUE },
    { "in a session", "2026-09-21 10:00", "S1 · 09:00", TRUE },
    { "between two", "2026-09-21 12:30", "S2 · 14:00", TRUE },
    { "in the evening, it stays the last of the day", "2026-09-21 20:00", "S2 · 14:00", TRUE },
    { "the last", "2026-09-22 16:59", "S4 · 14:00", TRUE },
    { "that evening", "2026-09-22 21:00", "S4 · 14:00", TRUE },
    { "after the class", "2026-09-23 08:00", NULL, FALSE },
  };
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures = ff_class_figures_read (fixture->db, run_id, ff_time_now (), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FfPresentation) shown = ff_presentation_new (figures, class_time (cases[i].now));

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (shown->register_open, ==, cases[i].open);
      if (cases[i].begins == NULL)
        g_assert_null (shown->session);
      else
        g_assert_true (g_str_has_prefix (shown->session, cases[i].begins));
      g_assert_cmpuint (shown->people->len, ==, 5);
    }
}

static void
test_counts (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (GError) error = NULL;
  g_autoptr (FfClassFigures) figures = NULL;
  g_autoptr (FfPresentation) shown = NULL;
  gint64 team = 0, members[2] = { class_enrolment (fixture->db, run_id, "E001"), class_enrolment (fixture->db, run_id, "E002") };

  ff_teams_put (fixture->db, 0, run_id, "Red", NULL, &team, &error);
  ff_teams_move (fixture->db, members, 2, team, &error);
  score (fixture->db, "E001", "participation", "80");
  score (fixture->db, "E003", "written", "EX");
  g_assert_no_error (error);
  figures = ff_class_figures_read (fixture->db, run_id, ff_time_now (), &error);
  shown = ff_presentation_new (figures, ff_time_now ());

  /* Attendance and the pre-test are marked by nobody. */
  g_assert_cmpuint (shown->components->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (shown->components, 0), ==, "Participation");
  g_assert_cmpstr (g_ptr_array_index (shown->components, 1), ==, "Written test");
  g_assert_cmpuint (shown->teams->len, ==, 2);
  g_assert_cmpuint (shown->counts[0].done, ==, 1);
  g_assert_cmpuint (shown->counts[0].of, ==, 2);
  g_assert_cmpuint (shown->counts[1].done, ==, 0);
  /* Who is exempt is not pointed at: he is done. */
  g_assert_cmpuint (shown->counts[3 + 1].done, ==, 1);
  g_assert_cmpuint (shown->counts[3 + 1].of, ==, 3);
}

/* The type ------------------------------------------------------------------------------------------------------------ */

static void
test_fit (void)
{
  static const struct
  {
    const char *name;
    guint n;
    double width; /* of each text, in sizes */
    double longest; /* of the last */
    int screen_width, screen_height;
    guint columns; /* 0: chosen */
    double least; /* the size is at least this */
  } cases[] = {
    { "30 Chinese names on 1280 × 800", 30, 3, 4, 1220, 640, 0, 30 },
    { "30 English names on 1280 × 800", 30, 7, 12, 1220, 640, 0, 22 },
    { "60 Chinese names on 1280 × 800", 60, 3, 4, 1220, 640, 0, 22 },
    { "60 English names on 1280 × 800", 60, 7, 15, 1220, 640, 0, 14 },
    { "60 Chinese names on 1920 × 1080", 60, 3, 4, 1860, 900, 0, 34 },
    { "60 English names on 1920 × 1080", 60, 7, 15, 1860, 900, 0, 24 },
    { "ten teams by seven components on 1280 × 800", 88, 4, 8, 1220, 640, 8, 16 },
    { "one", 1, 3, 3, 1220, 640, 0, 90 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree double *widths = g_new (double, cases[i].n);
      guint columns = cases[i].columns;
      double size;

      for (guint k = 0; k < cases[i].n; k++)
        widths[k] = k + 1 < cases[i].n ? cases[i].width : cases[i].longest;
      size = ff_fit_board_fit (widths, cases[i].n, cases[i].columns == 0, cases[i].screen_width, cases[i].screen_height, &columns);
      g_test_message ("%s: %.1f in %u columns", cases[i].name, size, columns);
      g_assert_cmpfloat (size, >=, cases[i].least);
      if (cases[i].columns != 0)
        g_assert_cmpuint (columns, ==, cases[i].columns);
      /* All of them stand on the screen. */
      g_assert_cmpfloat (columns * size * cases[i].width, <=, cases[i].screen_width);
      g_assert_cmpfloat ((cases[i].n + columns - 1) / columns * size * 1.4, <=, cases[i].screen_height);
    }
}

int
main (int argc, char **argv)
{
  if (!workspace_test_init (&argc, &argv))
    return 0;
  g_setenv ("FOURFOLD_NOW", "2026-09-22T13:52", TRUE);
  g_test_add ("/presentation/nothing-private", Fixture, NULL, set_up, test_nothing_private, tear_down);
  g_test_add ("/presentation/live", Fixture, NULL, set_up, test_live, tear_down);
  class_test_add ("/presentation/session", test_session);
  class_test_add ("/presentation/counts", test_counts);
  g_test_add_func ("/presentation/fit", test_fit);
  return g_test_run ();
}
