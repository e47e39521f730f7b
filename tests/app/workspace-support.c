#include "config.h"

#include "workspace-support.h"

#include <glib/gstdio.h>

#include "ff-application.h"

gboolean
workspace_timed_out (gpointer user_data)
{
  g_error ("Nothing happened for too long");
  return G_SOURCE_REMOVE;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WorkspaceFixture *self = user_data;
  g_autoptr (GError) error = NULL;

  self->workspace = ff_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
on_changed (WorkspaceFixture *self)
{
  self->n_changes++;
}

void
workspace_set_up (WorkspaceFixture *self, gconstpointer data)
{
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("fourfold-XXXXXX", NULL);
  path = g_build_filename (self->folder, "Training.fourfold", NULL);
  ff_workspace_open_async (path, TRUE, on_opened, self);
  WAIT_UNTIL (self->workspace != NULL);
  g_signal_connect_swapped (self->workspace, "changed", G_CALLBACK (on_changed), self);
  self->parent = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (self->parent));
}

void
workspace_tear_down (WorkspaceFixture *self, gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (self->parent));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->workspace);
  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

gboolean
workspace_test_init (int *argc, char ***argv)
{
  /* Nobody listens, and the bus for it writes into the test's output. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return FALSE;
    }
  adw_init ();
  ff_application_register_resources ();
  return TRUE;
}

GtkWidget *
workspace_find (GtkWidget *widget, GType type, const char *property, const char *value)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_autofree char *own = NULL;

      g_object_get (widget, property, &own, NULL);
      if (g_strcmp0 (own, value) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = workspace_find (child, type, property, value);

      if (found != NULL)
        return found;
    }
  return NULL;
}
