/* The teams of a class side by side: what is drawn stands there, people are moved and named leaders. */
#include "config.h"

#include "ff-class-test.h"
#include "ff-team-card.h"
#include "ff-teams-window.h"
#include "ff-teams.h"
#include "workspace-support.h"

typedef struct
{
  WorkspaceFixture base;
  gint64 run_id;
  FfTeamsWindow *window; /* NULL once it has closed */
} Fixture;

static gboolean
fill (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  Fixture *self = data;

  class_fill (db);
  self->run_id = class_make (db);
  return ff_teams_draw (db, self->run_id, 2, TRUE, 42, error);
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
  self->window = ff_teams_window_open (self->base.parent, self->base.workspace, self->run_id);
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

/* "3 2": the people of each team, in their order. */
static char *
sizes (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) teams = ff_teams_of_run (ff_workspace_get_reader (self->base.workspace), self->run_id, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < teams->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", ((const FfTeam *) g_ptr_array_index (teams, i))->people);
  return g_string_free (text, FALSE);
}

static void
test_move (Fixture *self, gconstpointer data)
{
  g_autofree char *drawn = NULL;
  g_autofree char *moved = NULL;
  GtkWidget *row;

  WAIT_UNTIL (find_label (self, "Trainee 1") != NULL);
  g_assert_nonnull (find_label (self, "Team 1"));
  g_assert_nonnull (find_label (self, "Team 2"));
  g_assert_null (find_label (self, "In No Team Yet"));
  drawn = sizes (self);
  g_assert_true (g_str_equal (drawn, "3 2") || g_str_equal (drawn, "2 3"));

  /* As the menu of the row does it. */
  row = gtk_widget_get_ancestor (find_label (self, "Trainee 1"), GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (gtk_widget_activate_action (row, "card.move", "x", (gint64) 0));
  WAIT_UNTIL (find_label (self, "In No Team Yet") != NULL);
  moved = sizes (self);
  g_assert_cmpstr (moved, !=, drawn);
}

static void
test_leader (Fixture *self, gconstpointer data)
{
  GtkWidget *star;

  WAIT_UNTIL (find_label (self, "Trainee 2") != NULL);
  star = workspace_find (GTK_WIDGET (self->window), GTK_TYPE_TOGGLE_BUTTON, "tooltip-text", "Make this the leader of the team");
  g_assert_nonnull (star);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (star), TRUE);
  WAIT_UNTIL (workspace_find (GTK_WIDGET (self->window), GTK_TYPE_TOGGLE_BUTTON, "tooltip-text", "Leads the team") != NULL);
}

int
main (int argc, char **argv)
{
  if (!workspace_test_init (&argc, &argv))
    return 0;
  g_setenv ("FOURFOLD_NOW", "2026-09-22T13:52", TRUE);
  g_test_add ("/teams-window/move", Fixture, NULL, set_up, test_move, tear_down);
  g_test_add ("/teams-window/leader", Fixture, NULL, set_up, test_leader, tear_down);
  return g_test_run ();
}
