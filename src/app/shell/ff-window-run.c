#include "config.h"

#include "ff-window.h"

/* The id stands first: work functions see this as a gint64. */
typedef struct
{
  gint64 id;
  FfWindow *window;
  char *toast;
} Command;

static void
command_free (gpointer data)
{
  Command *command = data;

  g_object_unref (command->window);
  g_free (command->toast);
  g_free (command);
}

static gboolean
command_done (gpointer data, const GError *error)
{
  Command *command = data;

  if (error != NULL)
    return FALSE;
  ff_window_toast_undo (command->window, command->toast);
  return TRUE;
}

void
ff_window_run (FfWindow *self, const char *label, FfWorkFunc work, gint64 id, const char *toast)
{
  Command *command;

  g_return_if_fail (FF_IS_WINDOW (self) && work != NULL);

  command = g_new0 (Command, 1);
  command->id = id;
  command->window = g_object_ref (self);
  command->toast = g_strdup (toast);
  ff_workspace_run (ff_window_get_workspace (self), label, work, command_done, command, command_free);
}
