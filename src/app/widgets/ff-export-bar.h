/* A strip at the foot of a window that shows how far a file is written and can stop that; a toast says when it is there, opens it and
   shows its folder. */
#pragma once

#include <adwaita.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_EXPORT_BAR (ff_export_bar_get_type ())
G_DECLARE_FINAL_TYPE (FfExportBar, ff_export_bar, FF, EXPORT_BAR, AdwBin)

/* Writes @path whole or not at all, on a thread of its own inside one read transaction. */
typedef gboolean (*FfExportFunc) (FfDb *db, const char *path, gpointer data, GCancellable *cancellable, FfProgressFunc progress,
                                  gpointer progress_data, GError **error);

/* Where its toasts appear; borrowed, and in the same window. */
void ff_export_bar_set_toasts (FfExportBar *self, AdwToastOverlay *toasts);
/* One at a time: a second one is refused with a toast. Goes on when the window is closed; @workspace then tells what failed. */
void ff_export_bar_run (FfExportBar *self, FfWorkspace *workspace, const char *path, FfExportFunc func, gpointer data, GDestroyNotify destroy);

/* "CX-101 scores.pdf" without what no file system, or only some, would take. */
char *ff_export_file_name (const char *name, const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
