/* Rubrics on a screen: a built-in one is for reading, its changed copy is edited in place, and the built-in text comes back; a component
   takes a rubric from the library. */
#include "config.h"

#include "ff-courses.h"
#include "ff-criteria-edit.h"
#include "ff-criteria-window.h"
#include "ff-page.h"
#include "ff-rubric-library.h"
#include "ff-rubric-page.h"
#include "ff-rubric-picker.h"
#include "ff-rubric-table.h"
#include "workspace-support.h"

#define LISTEN "Lets the customer speak out, takes notes, repeats the key points"

typedef struct
{
  WorkspaceFixture base;
  gboolean done;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  workspace_set_up (&fixture->base, data);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  workspace_tear_down (&fixture->base, data);
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

static FfRubricTable *
find_table (GtkWidget *widget)
{
  if (FF_IS_RUBRIC_TABLE (widget))
    return FF_RUBRIC_TABLE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      FfRubricTable *table = find_table (child);

      if (table != NULL)
        return table;
    }
  return NULL;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  return widget != NULL && workspace_find (widget, GTK_TYPE_LABEL, "label", text) != NULL;
}

static gint64
find_changed (Fixture *fixture)
{
  return ff_rubric_store_find (ff_workspace_get_reader (fixture->base.workspace), "lscat", NULL);
}

static gboolean
delete_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_rubrics_delete (db, ff_rubric_store_find (db, "lscat", error), error);
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  FfPage *page = ff_rubric_page_new (fixture->base.workspace, ff_rubric_library_builtin_id ("lscat"));
  FfRubricTable *table;
  g_autoptr (GPtrArray) criteria = NULL;

  gtk_window_set_child (GTK_WINDOW (fixture->base.parent), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (fixture->base.parent));
  table = find_table (GTK_WIDGET (page));
  g_assert_cmpstr (ff_page_get_title (page), ==, "Complaint handling with LSCAT");
  g_assert_cmpstr (ff_page_get_subtitle (page), ==, "5 criteria · 100 points");
  g_assert_true (says (ff_rubric_table_get_cell (table, 0, 0), LISTEN));
  g_assert_true (says (ff_rubric_table_get_cell (table, 0, 0), "20 points"));
  g_assert_true (says (GTK_WIDGET (table), "Excellent"));
  g_assert_false (GTK_IS_BUTTON (ff_rubric_table_get_cell (table, 0, 0)));
  g_assert_null (ff_rubric_table_get_cell (table, 5, 0));

  g_action_group_activate_action (G_ACTION_GROUP (ff_page_get_actions (page)), "change", NULL);
  WAIT_UNTIL (find_changed (fixture) > 0 && GTK_IS_BUTTON (ff_rubric_table_get_cell (table, 0, 0)));
  criteria = ff_criteria_read (ff_workspace_get_reader (fixture->base.workspace), FF_CRITERIA_OF_RUBRIC, find_changed (fixture), NULL);
  gtk_widget_grab_focus (ff_rubric_table_get_cell (table, 0, -1));
  gtk_widget_activate_action (GTK_WIDGET (table), "rubric.move", "(xi)", ((FfCriterion *) g_ptr_array_index (criteria, 0))->id, 1);
  WAIT_UNTIL (says (ff_rubric_table_get_cell (table, 1, 0), LISTEN));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->base.parent)) == ff_rubric_table_get_cell (table, 1, -1));
  gtk_widget_activate_action (GTK_WIDGET (table), "rubric.delete", "(xx)", ((FfCriterion *) g_ptr_array_index (criteria, 4))->id, (gint64) 0);
  WAIT_UNTIL (g_strcmp0 (ff_page_get_subtitle (page), "4 criteria · 80 points") == 0);

  run (fixture, delete_work);
  WAIT_UNTIL (!GTK_IS_BUTTON (ff_rubric_table_get_cell (table, 0, 0)));
  g_assert_cmpstr (ff_page_get_subtitle (page), ==, "5 criteria · 100 points");
  ff_workspace_undo (fixture->base.workspace);
  WAIT_UNTIL (GTK_IS_BUTTON (ff_rubric_table_get_cell (table, 0, 0)));
}

/* From the library into a component -------------------------------------------------------------------------------------- */

static gboolean
course_work (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  g_autoptr (FfCourse) course = ff_course_new ();

  course->code = g_strdup ("CX-101");
  course->title = g_strdup ("Service");
  ff_scheme_add (course->scheme, -1, "practical", "Practical", 10000);
  ff_scheme_update (course->scheme);
  return ff_courses_put (db, course, error) != FF_PUT_REFUSED;
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (link->data, type))
      return link->data;
  return NULL;
}

static void
test_take (Fixture *fixture, gconstpointer data)
{
  FfDb *reader = ff_workspace_get_reader (fixture->base.workspace);
  gint64 course_id;
  FfCriteriaWindow *window;
  GtkWidget *picker;
  g_autoptr (GtkWidget) list = NULL;

  run (fixture, course_work);
  gtk_window_present (GTK_WINDOW (fixture->base.parent));
  course_id = ff_courses_find (reader, "CX-101", NULL);
  window = ff_criteria_window_open (fixture->base.parent, fixture->base.workspace, course_id, 0, 0);
  WAIT_UNTIL (says (GTK_WIDGET (window), "Marked by a Number"));
  gtk_widget_activate_action (GTK_WIDGET (window), "criteria.take", NULL);
  picker = find_window (FF_TYPE_RUBRIC_PICKER);
  g_assert_nonnull (picker);
  WAIT_UNTIL (says (picker, "Calming with CLEAR"));
  list = g_object_ref (workspace_find (picker, GTK_TYPE_COLUMN_VIEW, NULL, NULL));
  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (list)), 1, TRUE);
  WAIT_UNTIL (says (picker, "Control: stays calm"));
  gtk_widget_activate_action (picker, "picker.take", NULL);
  WAIT_UNTIL (find_window (FF_TYPE_RUBRIC_PICKER) == NULL);
  WAIT_UNTIL (GTK_IS_BUTTON (ff_rubric_table_get_cell (find_table (GTK_WIDGET (window)), 0, 0)));
  g_assert_true (says (GTK_WIDGET (window), "5 criteria · 100 points"));
  gtk_window_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  if (!workspace_test_init (&argc, &argv))
    return 77;
  g_test_add ("/rubric-page/page", Fixture, NULL, set_up, test_page, tear_down);
  g_test_add ("/rubric-page/take", Fixture, NULL, set_up, test_take, tear_down);
  return g_test_run ();
}
