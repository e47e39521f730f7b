/* The open database, as the window sees it: one writer and one reader on threads of their own, one reader on the main thread,
   and word of every change. */
#pragma once

#include "ff-batch.h"
#include "ff-worker.h"

G_BEGIN_DECLS

#define FF_TYPE_WORKSPACE (ff_workspace_get_type ())
G_DECLARE_FINAL_TYPE (FfWorkspace, ff_workspace, FF, WORKSPACE, GObject)

/* Signals
   changed (const char *table, GArray *ids, gint64 journal_number): after a commit, once per table, on the main thread. @ids is NULL
     when another process changed the file and nobody knows what.
   command (): the person changes something, or takes something back; before it is done.
   failed (const GError *error): a command was refused and its caller did not show why; the window says so.
   Properties: undo-label, redo-label (NULL: nothing to take back), writable, saved-at (gint64, Unix seconds; 0: not yet). */

/* Opens in the background. @create makes the file when there is none. When another process holds the lock or the file cannot
   be written, the workspace opens read-only and ff_workspace_get_reason () says why. */
void ff_workspace_open_async (const char *path, gboolean create, GAsyncReadyCallback callback, gpointer user_data);
FfWorkspace *ff_workspace_open_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* For rows by primary key on the main thread, nothing that takes longer. */
FfDb *ff_workspace_get_reader (FfWorkspace *self);
const char *ff_workspace_get_path (FfWorkspace *self);
/* The file's name without folder and suffix. */
char *ff_workspace_dup_name (FfWorkspace *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_workspace_is_writable (FfWorkspace *self);
/* Why it cannot be written, a sentence; NULL when it can. */
const char *ff_workspace_get_reason (FfWorkspace *self);
const char *ff_workspace_get_undo_label (FfWorkspace *self);
const char *ff_workspace_get_redo_label (FfWorkspace *self);
gint64 ff_workspace_get_saved_at (FfWorkspace *self);

/* Runs on the main thread, @error NULL on success. Returns TRUE when it has told the person about the error; otherwise
   "failed" is emitted. Not called when the workspace was closed meanwhile. */
typedef gboolean (*FfWorkDone) (gpointer data, const GError *error);

/* One command of the person: @work runs on the writer inside a batch of that @label ("Mark 张三 absent"), which is one step of
   undo; a refusal rolls it back. @done may be NULL. @data is freed by @destroy on the main thread, after @done. */
void ff_workspace_run (FfWorkspace *self, const char *label, FfWorkFunc work, FfWorkDone done, gpointer data, GDestroyNotify destroy);
/* The same on a reader, in one read transaction. A cancelled one ends early, and its @done is not called. */
void ff_workspace_read (FfWorkspace *self, FfWorkFunc work, FfWorkDone done, gpointer data, GDestroyNotify destroy, GCancellable *cancellable);

/* For work that takes long and shows progress: an import runs on the writer and opens its own batches, an export on a reader of
   its own, which is started when first asked for. The writer is NULL when the workspace is read-only. */
FfWorker *ff_workspace_get_writer (FfWorkspace *self);
FfWorker *ff_workspace_get_export_worker (FfWorkspace *self);

void ff_workspace_undo (FfWorkspace *self);
void ff_workspace_redo (FfWorkspace *self);

G_END_DECLS
