/* The pages of projects on a screen, over the demo organisation: what is stored stands there, changes as it changes, and a tick on a page
   reaches the database. */
#include "config.h"

#include "ff-classes-page.h"
#include "ff-demo.h"
#include "ff-project-page.h"
#include "ff-projects.h"
#include "ff-run-page.h"
#include "ff-runs.h"
#include "ff-tasks.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  gint64 project_id;
  gint64 run_id;
  gboolean done;
} Fixture;

static gboolean
fill_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_demo_fill (db, ff_time_now (), error);
}

static void
on_filled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ff_worker_run_finish (FF_WORKER (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
set_done (gpointer data, const GError *error)
{
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
  return TRUE;
}

static void
run (Fixture *fixture, FfWorkFunc work)
{
  fixture->done = FALSE;
  ff_workspace_run (fixture->base.workspace, "Test", work, set_done, &fixture->done, NULL);
  WAIT_UNTIL (fixture->done);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  FfDb *reader;

  workspace_set_up (&fixture->base, data);
  ff_worker_run_async (ff_workspace_get_writer (fixture->base.workspace), fill_work, NULL, NULL, NULL, NULL, on_filled,
                       &fixture->done);
  WAIT_UNTIL (fixture->done);
  reader = ff_workspace_get_reader (fixture->base.workspace);
  fixture->project_id = ff_projects_find (reader, "P-CX", NULL);
  fixture->run_id = ff_runs_find (reader, "CX-03", NULL);
  g_assert_cmpint (fixture->project_id, >, 0);
  g_assert_cmpint (fixture->run_id, >, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  workspace_tear_down (&fixture->base, data);
}

static void
show (Fixture *fixture, GtkWidget *page)
{
  gtk_window_set_child (GTK_WINDOW (fixture->base.parent), page);
}

/* Whether a label with that text, or a row of that title, is on the screen. */
static gboolean
shows (Fixture *fixture, const char *text)
{
  GtkWidget *label = workspace_find (fixture->base.parent, GTK_TYPE_LABEL, "label", text);
  GtkWidget *row = workspace_find (fixture->base.parent, ADW_TYPE_ACTION_ROW, "title", text);

  return (label != NULL && gtk_widget_get_mapped (label)) || (row != NULL && gtk_widget_get_mapped (row));
}

static void
test_project_page (Fixture *fixture, gconstpointer data)
{
  /* One of each card. */
  static const char *const texts[] = {
    "Human Resources",
    "7 / 16",
    "62 % of complaints name slow answers, not the product.",
    "No shared way to answer an angry customer.",
    "Practise with real cases instead of lectures",
    "Response time down by 30 % at the named touchpoints",
    "Transfer",
    "Micro action plans reviewed",
    "8 days overdue",
    "CX-02 · Customer Experience Service · Support",
    "Evaluation group",
    "Over budget",
    "For each trainee",
    "¥75,961.50",
  };

  show (fixture, GTK_WIDGET (ff_project_page_new (fixture->base.workspace, fixture->project_id)));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      WAIT_UNTIL (shows (fixture, texts[i]));
    }
}

static int
count_done (Fixture *fixture)
{
  g_autoptr (GPtrArray) tasks
      = ff_tasks_list (ff_workspace_get_reader (fixture->base.workspace), ff_owner_project (fixture->project_id), NULL);
  int done = 0;

  for (guint i = 0; i < tasks->len; i++)
    done += ((FfTask *) g_ptr_array_index (tasks, i))->done_on != FF_NO_DAY;
  return done;
}

/* The box of the late task: the first one that is open. */
static GtkWidget *
find_open_task (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget) && !gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_open_task (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_tick (Fixture *fixture, gconstpointer data)
{
  show (fixture, GTK_WIDGET (ff_project_page_new (fixture->base.workspace, fixture->project_id)));
  WAIT_UNTIL (shows (fixture, "8 days overdue"));
  g_assert_cmpint (count_done (fixture), ==, 4);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_open_task (fixture->base.parent)), TRUE);
  WAIT_UNTIL (shows (fixture, "8 / 16"));
  g_assert_cmpint (count_done (fixture), ==, 5);
  g_assert_false (shows (fixture, "8 days overdue"));
  ff_workspace_undo (fixture->base.workspace);
  WAIT_UNTIL (shows (fixture, "7 / 16"));
  g_assert_cmpint (count_done (fixture), ==, 4);
}

static void
test_switcher (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = g_object_new (FF_TYPE_CLASSES_PAGE, "workspace", fixture->base.workspace, NULL);

  show (fixture, page);
  WAIT_UNTIL (shows (fixture, "CX-03"));
  g_assert_false (shows (fixture, "P-CX"));
  ff_section_page_show (FF_SECTION_PAGE (page), "projects");
  WAIT_UNTIL (shows (fixture, "P-CX"));
  WAIT_UNTIL (g_strcmp0 (ff_page_get_subtitle (FF_PAGE (page)), "1 project") == 0);
  ff_page_search (ff_page_get_visible (FF_PAGE (page)), "nothing of that name");
  WAIT_UNTIL (g_strcmp0 (ff_page_get_subtitle (FF_PAGE (page)), "0 projects") == 0);
}

static gboolean
leave_project (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_projects_take_run (db, 0, ff_runs_find (db, "CX-03", error), error);
}

/* A class shows what its project says, and speaks for itself once it stands alone. */
static void
test_preparation (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (ff_run_page_new (fixture->base.workspace, fixture->run_id));

  show (fixture, page);
  ff_run_page_show_tab (FF_RUN_PAGE (page), "preparation", 0);
  WAIT_UNTIL (shows (fixture, "P-CX · Customer Experience Service"));
  WAIT_UNTIL (shows (fixture, "60 / 60"));
  WAIT_UNTIL (shows (fixture, "Mark Handed Out"));
  WAIT_UNTIL (shows (fixture, "¥10,120.50"));
  WAIT_UNTIL (shows (fixture, "Net promoter score up by 15 % within three months"));
  run (fixture, leave_project);
  WAIT_UNTIL (!shows (fixture, "Net promoter score up by 15 % within three months"));
  WAIT_UNTIL (!shows (fixture, "P-CX · Customer Experience Service"));
}

int
main (int argc, char **argv)
{
  /* So that what is late is late by as many days each time. */
  g_setenv ("FOURFOLD_NOW", "2026-09-22T13:52", TRUE);
  if (!workspace_test_init (&argc, &argv))
    return 77;

  g_test_add ("/projects/page", Fixture, NULL, set_up, test_project_page, tear_down);
  g_test_add ("/projects/tick", Fixture, NULL, set_up, test_tick, tear_down);
  g_test_add ("/projects/switcher", Fixture, NULL, set_up, test_switcher, tear_down);
  g_test_add ("/projects/preparation", Fixture, NULL, set_up, test_preparation, tear_down);

  return g_test_run ();
}
