#include "config.h"

#include "ff-window-private.h"

#include "ff-compat.h"

typedef struct
{
  FfWindow *window;
  FfExportFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Request;

static void
on_chosen (GFile *file, gpointer user_data)
{
  g_autofree Request *request = user_data;
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  FfWorkspace *workspace = ff_window_get_workspace (request->window);

  if (path != NULL && workspace != NULL)
    ff_export_bar_run (request->window->export_bar, workspace, path, request->func, request->data, request->destroy);
  else if (request->destroy != NULL)
    request->destroy (request->data);
  g_object_unref (request->window);
}

void
ff_window_export (FfWindow *self, const char *title, const char *file_name, const char *filter_title, const char *pattern,
                  FfExportFunc func, gpointer data, GDestroyNotify destroy)
{
  Request *request;

  g_return_if_fail (FF_IS_WINDOW (self));
  g_return_if_fail (func != NULL);

  request = g_new0 (Request, 1);
  request->window = g_object_ref (self);
  request->func = func;
  request->data = data;
  request->destroy = destroy;
  ff_compat_save_file (GTK_WINDOW (self), title, file_name, filter_title, (const char *const[]) { pattern, NULL }, on_chosen, request);
}
