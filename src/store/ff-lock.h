/* The lock of the one process that writes a database: an open-file-description lock on FILE.lock, which says who holds it. The
   kernel drops it with the process, so a crash leaves no stale lock. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FfLock FfLock;

/* @db_path without symbolic links. FF_ERROR_BUSY names the holder. */
FfLock *ff_lock_take (const char *db_path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the process that held it before ended without ff_lock_release (). */
gboolean ff_lock_was_left (FfLock *lock);
void ff_lock_release (FfLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfLock, ff_lock_release)

G_END_DECLS
