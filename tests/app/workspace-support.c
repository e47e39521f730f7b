#include "config.h"

#include "workspace-support.h"

#include <glib/gstdio.h>

#include "ff-application.h"

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

static void
on_gone (gpointer user_data, GObject *object)
{
  *(gboolean *) user_data = TRUE;
}

void
workspace_tear_down (WorkspaceFixture *self, gconstpointer data)
{
  gboolean gone = FALSE;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (self->parent));
  /* What the page was still reading holds the workspace until it has come back; a leak would hold it for ever. */
  g_object_weak_ref (G_OBJECT (self->workspace), on_gone, &gone);
  g_object_unref (self->workspace);
  WAIT_UNTIL (gone);
  while (g_main_context_iteration (NULL, FALSE))
    ;
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

typedef struct
{
  graphene_rect_t bounds;
  guint n_frames; /* without a change */
} Stillness;

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Stillness *self = user_data;
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (gtk_widget_get_root (widget)), &bounds)
      || !graphene_rect_equal (&bounds, &self->bounds))
    self->n_frames = 0;
  else
    self->n_frames++;
  self->bounds = bounds;
  return G_SOURCE_CONTINUE;
}

void
workspace_wait_still (GtkWidget *widget)
{
  Stillness self = { 0 };
  guint id = gtk_widget_add_tick_callback (widget, on_frame, &self, NULL);

  WAIT_UNTIL (self.n_frames >= 5);
  gtk_widget_remove_tick_callback (widget, id);
}
