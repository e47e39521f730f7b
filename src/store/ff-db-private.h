/* What the files of the foundation share about a connection. Table families use ff-db.h. */
#pragma once

#include <sqlite3.h>

#include "ff-batch.h"
#include "ff-db.h"
#include "ff-lock.h"

G_BEGIN_DECLS

#define FF_DB_APPLICATION_ID 0x46464c44
#define FF_DB_BUSY_TIMEOUT 5000 /* milliseconds */

struct _FfDb
{
  sqlite3 *handle;
  char *path;      /* without symbolic links */
  char *name;      /* the last part of it, for sentences */
  gboolean writable;
  gboolean on_network;
  gboolean registered; /* in the process-wide list of open files */
  FfLock *lock;        /* of a writer */
  GHashTable *statements; /* SQL → FfStatement */
  GHashTable *literals;   /* address of a literal → the same FfStatement, found without reading the SQL */
  GCancellable *cancellable; /* of the work that runs now */
  guint reading;       /* how many ff_db_begin_read () are open */

  FfBatch *batch; /* the innermost open one */
  GHashTable *noted; /* table → GArray of gint64, changes of the open batch that the journal does not know; NULL: none */
  gboolean empty_log;  /* what was committed is not to stay in the write-ahead log */
  char *actor;
  FfChangedFunc changed_func;
  gpointer changed_data;
};

/* Fills @error from the connection's last error, in a sentence that says what to do. */
void ff_db_set_error (FfDb *db, int code, const char *sql, GError **error);
/* Statements that must run although somebody cancelled: COMMIT, ROLLBACK, PRAGMA. */
gboolean ff_db_exec_raw (FfDb *db, const char *sql, GError **error);
gboolean ff_db_query_int (FfDb *db, const char *sql, gint64 *value, GError **error);
/* While set, statements end with FF_ERROR_CANCELLED once @cancellable is cancelled. */
void ff_db_set_cancellable (FfDb *db, GCancellable *cancellable);

/* A bare connection with the safety settings of every connection: no lock, no migration, no journal. @path is a file name, an
   URI or ":memory:". */
FfDb *ff_db_open_bare (const char *path, const char *name, int flags, GError **error);

/* ff-open.c */
void ff_file_unregister (const char *path);

/* ff-file.c */
typedef enum
{
  FF_FILE_MISSING,
  FF_FILE_DATABASE,
} FfFileKind;

/* Looks at the file itself, without SQLite. @user_version may be NULL. */
gboolean ff_file_sniff (const char *path, FfFileKind *kind, int *user_version, GError **error);
/* Absolute and without symbolic links, also when the file does not exist yet. */
char *ff_file_resolve (const char *path);
gboolean ff_file_is_remote (const char *path);
gboolean ff_file_type_is_remote (guint32 filesystem_type);
gboolean ff_file_sync (const char *path, GError **error);
gboolean ff_file_sync_parent (const char *path, GError **error);
void ff_file_set_error (int saved_errno, const char *path, GError **error);
/* "NAME.KIND-20260314T091500.fourfold" beside @path, a name that is not taken. */
char *ff_file_stamped (const char *path, const char *kind);

G_END_DECLS
