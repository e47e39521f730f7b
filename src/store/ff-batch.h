/* A batch: one command of a user, one transaction, one step of undo, one entry of the audit. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct _FfBatch FfBatch;

/* Starts a transaction whose changes are journaled under @label, a sentence fragment in the user's language
   ("Mark 张三 absent"). Falling out of scope without a commit rolls back. Nested batches join the outer one as savepoints and
   leave its label. */
#define ff_batch_begin(db, label, error) ff_batch_begin_at ((db), (label), G_STRLOC, (error))
FfBatch *ff_batch_begin_at (FfDb *db, const char *label, const char *where, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same for what cannot be taken back (purging, erasing, restoring): undo stops here, and the batch stays even if empty. */
#define ff_batch_begin_barrier(db, label, error) ff_batch_begin_barrier_at ((db), (label), G_STRLOC, (error))
FfBatch *ff_batch_begin_barrier_at (FfDb *db, const char *label, const char *where, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A batch in which nothing changed leaves no trace. Takes the batch, whether it succeeds or not. */
gboolean ff_batch_commit (FfBatch *batch, GError **error);
void ff_batch_rollback (FfBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfBatch, ff_batch_rollback)
/* g_steal_pointer () the autoptr into this:  return ff_batch_commit (g_steal_pointer (&batch), error); */

/* For stores of tables that are not journaled: the open batch changed what belongs to @id, so that whoever listens to changes hears of
   @table. The log beside the file, which shows what was written together, is emptied when the batch is committed. */
void ff_batch_note_change (FfDb *db, const char *table, gint64 id);

/* Whose name stands in the journal: set once at start (default: the login name). */
void ff_batch_set_actor (FfDb *db, const char *actor);
const char *ff_batch_get_actor (FfDb *db);

typedef struct
{
  gint64 batch_id; /* 0: nothing to undo */
  char *label;
  char *actor;
} FfUndoStep;

void ff_undo_step_clear (FfUndoStep *step);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfUndoStep, ff_undo_step_clear)

/* What Undo and Redo would do now. */
gboolean ff_undo_peek (FfDb *db, FfUndoStep *undo, FfUndoStep *redo, GError **error);
/* Takes the newest batch not yet undone back as a new batch, or refuses with FF_ERROR_CONFLICT and names the row. */
gboolean ff_undo (FfDb *db, GError **error);
gboolean ff_redo (FfDb *db, GError **error);

/* What a commit changed, by table: "trainee" → GArray of gint64. Called after the commit, on the writer's thread. */
typedef void (*FfChangedFunc) (gint64 journal_number, GHashTable *ids_by_table, gpointer user_data);
void ff_batch_set_changed_func (FfDb *db, FfChangedFunc func, gpointer user_data);

G_END_DECLS
