/* The four levels across classes: empty, then a class with what is known of it, and limited to others. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-results-page.h"
#include "ff-results-table.h"
#include "workspace-support.h"

static gboolean
fill (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  class_fill (db);
  *(gint64 *) data = class_make (db);
  return TRUE;
}

static gboolean
filled (gpointer data, const GError *error)
{
  g_assert_no_error (error);
  return TRUE;
}

/* What stands on the screen, not on a page of a stack that is turned away. */
static gboolean
is_shown (WorkspaceFixture *self, GType type, const char *property, const char *value)
{
  GtkWidget *widget = workspace_find (self->parent, type, property, value);

  return widget != NULL && gtk_widget_get_mapped (widget);
}

static GtkDropDown *
find_filter (WorkspaceFixture *self, const char *name)
{
  GtkWidget *filter = workspace_find (self->parent, GTK_TYPE_DROP_DOWN, "tooltip-text", name);

  g_assert_nonnull (filter);
  return GTK_DROP_DOWN (filter);
}

static void
show_page (WorkspaceFixture *self)
{
  gtk_window_set_child (GTK_WINDOW (self->parent), g_object_new (FF_TYPE_RESULTS_PAGE, "workspace", self->workspace, NULL));
  gtk_window_set_default_size (GTK_WINDOW (self->parent), 1000, 700);
  gtk_window_present (GTK_WINDOW (self->parent));
}

static void
test_first_class (WorkspaceFixture *self, gconstpointer data)
{
  gint64 run_id = 0;

  show_page (self);
  WAIT_UNTIL (is_shown (self, ADW_TYPE_STATUS_PAGE, "title", "No Results Yet"));
  ff_workspace_run (self->workspace, "Fill", fill, filled, &run_id, NULL);
  WAIT_UNTIL (is_shown (self, GTK_TYPE_LABEL, "label", "CX-1"));
  g_assert_false (is_shown (self, ADW_TYPE_STATUS_PAGE, "title", "No Results Yet"));
  /* Nothing was answered or marked: no figure is invented. */
  g_assert_true (is_shown (self, GTK_TYPE_LABEL, "label", "Of no class it is known yet whether it met a target."));
  g_assert_false (is_shown (self, GTK_TYPE_LABEL, "label", "0 %"));
}

static void
remember_run (FfResultsTable *table, gint64 run_id, gpointer user_data)
{
  *(gint64 *) user_data = run_id;
}

static void
test_filter_and_open (WorkspaceFixture *self, gconstpointer data)
{
  gint64 run_id = 0, opened = 0;
  GtkWidget *table;
  guint all;

  ff_workspace_run (self->workspace, "Fill", fill, filled, &run_id, NULL);
  WAIT_UNTIL (run_id != 0);
  show_page (self);
  WAIT_UNTIL (is_shown (self, GTK_TYPE_LABEL, "label", "CX-1"));
  table = gtk_widget_get_ancestor (workspace_find (self->parent, GTK_TYPE_LABEL, "label", "CX-1"), FF_TYPE_RESULTS_TABLE);
  g_assert_nonnull (table);
  g_signal_connect (table, "row-activated", G_CALLBACK (remember_run), &opened);
  g_signal_emit_by_name (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (table)))), "activate",
                         0);
  g_assert_cmpint (opened, ==, run_id);

  /* A year is proposed; the other choice is every year, and the class stays in both. */
  all = gtk_drop_down_get_selected (find_filter (self, "Year"));
  g_assert_cmpuint (all, !=, 0);
  gtk_drop_down_set_selected (find_filter (self, "Year"), 0);
  WAIT_UNTIL (gtk_drop_down_get_selected (find_filter (self, "Year")) == 0 && is_shown (self, GTK_TYPE_LABEL, "label", "CX-1"));
}

int
main (int argc, char **argv)
{
  if (!workspace_test_init (&argc, &argv))
    return 0;
  g_setenv ("FOURFOLD_NOW", "2026-09-22T13:52", TRUE);
  g_test_add ("/results-page/first-class", WorkspaceFixture, NULL, workspace_set_up, test_first_class, workspace_tear_down);
  g_test_add ("/results-page/filter-and-open", WorkspaceFixture, NULL, workspace_set_up, test_filter_and_open,
              workspace_tear_down);
  return g_test_run ();
}
