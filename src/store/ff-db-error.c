/* SQLite's result codes as errors that a person can act on. */
#include "config.h"

#include "ff-db-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* What SQLite says, as one line; of a damaged file it can be anything. */
static char *
detail_of (FfDb *db, int code)
{
  const char *message = db->handle != NULL ? sqlite3_errmsg (db->handle) : sqlite3_errstr (code);

  return g_strdelimit (g_utf8_make_valid (message, -1), "\n\r", ' ');
}

/* The detail is for developers; people get the sentence. */
static void
log_detail (FfDb *db, int extended, const char *detail, const char *sql)
{
  g_autofree char *start = g_strndup (sql != NULL ? sql : "", 200);
  g_autofree char *line = g_strdelimit (g_utf8_make_valid (start, -1), "\n\r", ' ');

  g_debug ("%s: %s (%d): %s", db->path, detail, extended, line);
}

static void
set_constraint_error (int extended, const char *detail, GError **error)
{
  switch (extended)
    {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
      g_set_error (error, FF_ERROR, FF_ERROR_EXISTS, _ ("There is such an entry already (%s)."), detail);
      break;
    case SQLITE_CONSTRAINT_TRIGGER:
      /* Our own triggers refuse what no use case does. */
      g_set_error (error, FF_ERROR, FF_ERROR_FAILED, _ ("The program tried to write past its journal (%s)."), detail);
      break;
    default:
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("The database refuses the value (%s)."), detail);
      break;
    }
}

static void
set_cannot_open (FfDb *db, GError **error)
{
  int saved_errno = db->handle != NULL ? sqlite3_system_errno (db->handle) : 0;

  ff_file_set_error (saved_errno != 0 ? saved_errno : EACCES, db->path, error);
}

void
ff_db_set_error (FfDb *db, int code, const char *sql, GError **error)
{
  int extended = db->handle != NULL ? sqlite3_extended_errcode (db->handle) : code;
  g_autofree char *detail = detail_of (db, code);

  log_detail (db, extended, detail, sql);
  switch (code & 0xff)
    {
    case SQLITE_FULL:
    case SQLITE_IOERR:
      g_set_error (error, FF_ERROR, FF_ERROR_FULL,
                   _ ("The disk that holds “%s” is full or fails; nothing was changed. Free some space and try again."), db->name);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error, FF_ERROR, FF_ERROR_READ_ONLY, _ ("“%s” is open for reading only; nothing was changed."), db->name);
      break;
    case SQLITE_CANTOPEN:
      set_cannot_open (db, error);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, FF_ERROR, FF_ERROR_BUSY,
                   _ ("Another program is using “%s”. Wait until it is done, or close it, and try again."), db->name);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, FF_ERROR, FF_ERROR_DAMAGED, _ ("The database “%s” is damaged. Restore a backup of it."), db->name);
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, FF_ERROR, FF_ERROR_CANCELLED, _ ("Cancelled; nothing was changed."));
      break;
    case SQLITE_CONSTRAINT:
      set_constraint_error (extended, detail, error);
      break;
    case SQLITE_TOOBIG:
      g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, _ ("The text is too long. Shorten it."));
      break;
    default:
      g_set_error (error, FF_ERROR, FF_ERROR_FAILED, _ ("The database “%s” cannot do this: %s."), db->name, detail);
      break;
    }
}
