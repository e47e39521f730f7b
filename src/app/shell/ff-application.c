#include "config.h"

#include "ff-application.h"

#include <glib/gi18n-lib.h>

#include "ff-commands.h"
#include "ff-compat.h"
#include "ff-resources.h"
#include "ff-shortcuts-window.h"
#include "ff-window.h"

struct _FfApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (FfApplication, ff_application, ADW_TYPE_APPLICATION)

static void
activate_about (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ff_compat_show_about (gtk_application_get_active_window (user_data));
}

static void
activate_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (ff_shortcuts_window_new (gtk_application_get_active_window (user_data))));
}

static void
activate_quit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (user_data)) != NULL)
    gtk_window_destroy (windows->data);
}

static void
ff_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = activate_about },
    { .name = "shortcuts", .activate = activate_shortcuts },
    { .name = "quit", .activate = activate_quit },
  };

  ff_application_register_resources ();
  G_APPLICATION_CLASS (ff_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (FF_APPLICATION_ID);
  g_set_application_name ("Fourfold");
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  ff_commands_set_accels (GTK_APPLICATION (application));
}

static void
ff_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  g_autofree char *path = ff_db_default_path ();

  if (window == NULL)
    {
      window = GTK_WINDOW (ff_window_new (GTK_APPLICATION (application)));
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        ff_window_open (FF_WINDOW (window), path, FALSE);
      else
        ff_window_show_start (FF_WINDOW (window));
    }
  gtk_window_present (window);
}

/* The window that has this file open already, or NULL. */
static GtkWindow *
find_window (GApplication *application, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    if (FF_IS_WINDOW (l->data))
      {
        FfWorkspace *workspace = ff_window_get_workspace (l->data);

        if (workspace != NULL && g_str_equal (ff_workspace_get_path (workspace), path))
          return l->data;
      }
  return NULL;
}

static void
ff_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      const char *path = g_file_peek_path (files[i]);
      GtkWindow *window = path != NULL ? find_window (application, path) : NULL;

      if (path == NULL)
        continue;
      if (window == NULL)
        {
          window = GTK_WINDOW (ff_window_new (GTK_APPLICATION (application)));
          ff_window_open (FF_WINDOW (window), path, FALSE);
        }
      gtk_window_present (window);
    }
}

static void
ff_application_class_init (FfApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = ff_application_startup;
  application_class->activate = ff_application_activate;
  application_class->open = ff_application_open;
}

static void
ff_application_init (FfApplication *self)
{
}

FfApplication *
ff_application_new (void)
{
  return g_object_new (FF_TYPE_APPLICATION,
                       "application-id", FF_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/fourfold/Fourfold",
                       NULL);
}

void
ff_application_register_resources (void)
{
  /* By hand, because a linker drops a static library's object that only has a constructor. */
  ff_resources_register_resource ();
}
