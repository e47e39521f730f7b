/* A connection to one Fourfold database, and the statements on it. A connection belongs to one thread at a time. */
#pragma once

#include <gio/gio.h>

#include "ff-error.h"

G_BEGIN_DECLS

typedef struct _FfDb FfDb;
typedef struct _FfStatement FfStatement;

typedef enum
{
  FF_DB_READ,   /* never takes the lock; works while another process writes */
  FF_DB_WRITE,  /* takes the lock, migrates; the file must exist */
  FF_DB_CREATE, /* like FF_DB_WRITE, and makes the file if there is none */
} FfDbMode;

/* $XDG_DATA_HOME/fourfold/fourfold.fourfold */
char *ff_db_default_path (void) G_GNUC_WARN_UNUSED_RESULT;

FfDb *ff_db_open (const char *path, FfDbMode mode, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A further reading connection beside the process's writer. */
FfDb *ff_db_open_reader (FfDb *writer, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_db_close (FfDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfDb, ff_db_close)

const char *ff_db_get_path (FfDb *db);
gboolean ff_db_is_writable (FfDb *db);
/* On a network file system, where SQLite's locks and write-ahead log are not to be trusted: worth a warning. */
gboolean ff_db_is_on_network (FfDb *db);
/* Safe from any thread: the running statement ends with FF_ERROR_CANCELLED. */
void ff_db_interrupt (FfDb *db);
/* The id of the newest journal row: figures are cached by it. */
gint64 ff_db_journal_number (FfDb *db);

/* A setting of the database as a whole ("time_zone", …): neither journaled nor undone. NULL without error: not set. */
char *ff_db_dup_meta (FfDb *db, const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_db_set_meta (FfDb *db, const char *key, const char *value, GError **error);

/* One read transaction, so that several statements see one state. Nests, also inside a batch. */
gboolean ff_db_begin_read (FfDb *db, GError **error);
void ff_db_end_read (FfDb *db);

/* Runs a statement that takes no parameters and yields nothing. */
gboolean ff_db_exec (FfDb *db, const char *sql, GError **error);

/* A statement is prepared once per connection and SQL text and handed out again; @sql must be a string literal. Falling out of
   scope resets it and clears its bindings. Parameters are bound by name ("$name"). */
FfStatement *ff_db_prepare (FfDb *db, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same for SQL that is composed at run time (ORDER BY from a fixed table); not kept. */
FfStatement *ff_db_prepare_dynamic (FfDb *db, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_statement_release (FfStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfStatement, ff_statement_release)

/* A name that the SQL lacks is a programming error. NULL text binds NULL. The text is copied. */
void ff_statement_bind_text (FfStatement *statement, const char *name, const char *value);
void ff_statement_bind_int (FfStatement *statement, const char *name, gint64 value);
/* Binds NULL for 0: an id that is not there. */
void ff_statement_bind_id (FfStatement *statement, const char *name, gint64 value);
void ff_statement_bind_null (FfStatement *statement, const char *name);

typedef enum
{
  FF_STEP_ERROR = -1,
  FF_STEP_DONE = 0,
  FF_STEP_ROW = 1,
} FfStep;

FfStep ff_statement_step (FfStatement *statement, GError **error);
/* Steps to the end and resets; for statements that yield nothing. @changed (may be NULL) is the number of rows changed. */
gboolean ff_statement_run (FfStatement *statement, int *changed, GError **error);
/* For INSERT … : the new row's id. */
gboolean ff_statement_insert (FfStatement *statement, gint64 *id, GError **error);
/* Back to the start with the bindings kept. */
void ff_statement_reset (FfStatement *statement);

gboolean ff_statement_is_null (FfStatement *statement, int column);
gint64 ff_statement_get_int (FfStatement *statement, int column); /* 0 for NULL */
const char *ff_statement_get_text (FfStatement *statement, int column); /* NULL for NULL; until the next step */
char *ff_statement_dup_text (FfStatement *statement, int column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
