/* The marks of a class on a screen: EX asks why before it is written, and a comment is kept when its popover closes. */
#include "config.h"

#include "ff-ask-popover.h"
#include "ff-class-test.h"
#include "ff-comment-popover.h"
#include "ff-courses.h"
#include "ff-grid.h"
#include "ff-register.h"
#include "ff-scores-page.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  gint64 run_id;
  GtkWidget *page;
  FfGrid *grid;
} Fixture;

static gboolean
fill (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Fixture *self = data;
  g_autoptr (FfScheme) scheme = NULL;

  class_fill (db);
  self->run_id = class_make (db);
  scheme = ff_schemes_read (db, 0, self->run_id, error);

  return scheme != NULL
         && ff_marking_set (db, class_enrolment (db, self->run_id, "E001"),
                            ff_scheme_get (scheme, (guint) ff_scheme_find (scheme, "written"))->id, 0, NULL, 1, TRUE, 8000, error)
                != FF_PUT_REFUSED;
}

static gboolean
filled (gpointer data, const GError *error)
{
  g_assert_no_error (error);
  return TRUE;
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (FfRunContext) context = NULL;
  int row, column;

  workspace_set_up (&self->base, data);
  ff_workspace_run (self->base.workspace, "Fill", fill, filled, self, NULL);
  WAIT_UNTIL (self->base.n_changes > 0);
  context = ff_run_context_new (self->base.workspace, self->run_id);
  self->page = g_object_new (FF_TYPE_SCORES_PAGE, "workspace", self->base.workspace, "context", context, NULL);
  gtk_window_set_child (GTK_WINDOW (self->base.parent), self->page);
  self->grid = FF_GRID (find_type (self->page, FF_TYPE_GRID));
  WAIT_UNTIL (ff_grid_get_cursor (self->grid, &row, &column) && gtk_widget_get_mapped (GTK_WIDGET (self->grid)));
  workspace_wait_still (GTK_WIDGET (self->grid));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_set_child (GTK_WINDOW (self->base.parent), NULL);
  workspace_tear_down (&self->base, data);
}

static int
find_column (Fixture *self, const char *title)
{
  FfGridModel *model = ff_grid_get_model (self->grid);

  for (int i = 0; i < ff_grid_model_get_n_columns (model); i++)
    if (g_str_equal (ff_grid_model_get_column (model, i)->title, title))
      return i;
  g_assert_not_reached ();
}

static char *
cell_text (Fixture *self, int row, const char *column)
{
  g_auto (FfGridCell) cell = { NULL };

  ff_grid_model_get_cell (ff_grid_get_model (self->grid), row, find_column (self, column), &cell);
  return g_steal_pointer (&cell.text);
}

static gint64
count (Fixture *self, const char *sql)
{
  return store_count (ff_workspace_get_reader (self->base.workspace), sql);
}

/* The open popover of a type; NULL if there is none. */
static GtkWidget *
find_popover (Fixture *self, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->page); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_type_is_a (G_OBJECT_TYPE (child), type) && gtk_widget_get_visible (child))
      return child;
  return NULL;
}

static void
test_reason (Fixture *self, gconstpointer data)
{
  FfGridEdit edit = { 0, find_column (self, "Participation"), "EX" };
  g_autofree char *before = cell_text (self, 0, "Participation");
  g_autofree char *after = NULL;
  GtkWidget *entry;

  ff_grid_model_apply (ff_grid_get_model (self->grid), FF_GRID_COMMAND_TYPE, &edit, 1);
  WAIT_UNTIL (find_popover (self, FF_TYPE_ASK_POPOVER) != NULL);
  g_assert_cmpstr (before, ==, NULL);

  /* Left without a reason, nobody is exempt. */
  gtk_popover_popdown (GTK_POPOVER (find_popover (self, FF_TYPE_ASK_POPOVER)));
  WAIT_UNTIL (find_popover (self, FF_TYPE_ASK_POPOVER) == NULL);
  g_assert_cmpint (count (self, "SELECT count(*) FROM exemption"), ==, 0);

  ff_grid_model_apply (ff_grid_get_model (self->grid), FF_GRID_COMMAND_TYPE, &edit, 1);
  entry = find_type (find_popover (self, FF_TYPE_ASK_POPOVER), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (find_popover (self, FF_TYPE_ASK_POPOVER));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Ill on the day");
  g_signal_emit_by_name (entry, "activate");
  after = cell_text (self, 0, "Participation");
  g_assert_cmpstr (after, ==, "EX");
  WAIT_UNTIL (count (self, "SELECT count(*) FROM exemption WHERE reason = 'Ill on the day'") == 1);
  WAIT_UNTIL (find_popover (self, FF_TYPE_ASK_POPOVER) == NULL);
}

static void
test_comment (Fixture *self, gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (ff_page_get_actions (FF_PAGE (self->page)));
  GtkWidget *view;

  /* There is nothing to comment on where nobody has marked. */
  ff_grid_set_cursor (self->grid, 0, find_column (self, "Participation"));
  g_assert_false (g_action_group_get_action_enabled (actions, "comment-mark"));
  ff_grid_set_cursor (self->grid, 0, find_column (self, "Written test"));
  g_assert_true (g_action_group_get_action_enabled (actions, "comment-mark"));
  g_action_group_activate_action (actions, "comment-mark", NULL);
  view = find_type (find_popover (self, FF_TYPE_COMMENT_POPOVER), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Clear answers\n", -1);
  gtk_popover_popdown (GTK_POPOVER (find_popover (self, FF_TYPE_COMMENT_POPOVER)));
  WAIT_UNTIL (count (self, "SELECT count(*) FROM mark WHERE comment = 'Clear answers'") == 1);
  WAIT_UNTIL (find_popover (self, FF_TYPE_COMMENT_POPOVER) == NULL);
}

int
main (int argc, char *argv[])
{
  if (!workspace_test_init (&argc, &argv))
    return 0;
  g_setenv ("FOURFOLD_NOW", "2026-09-22T13:52", TRUE);

  g_test_add ("/scores-page/reason", Fixture, NULL, set_up, test_reason, tear_down);
  g_test_add ("/scores-page/comment", Fixture, NULL, set_up, test_comment, tear_down);

  return g_test_run ();
}
