#include "config.h"

#include "ff-migrate.h"

#include <glib/gi18n-lib.h>
#include <sys/random.h>

#include "ff-backup.h"
#include "ff-journal.h"
#include "ff-questionnaire-store.h"
#include "ff-store-resources.h"

#define LATEST 4
/* Questionnaires that came out of JSON want the keys by which their titles are found, which SQL cannot make. */
#define MAKES_QUESTIONNAIRES 4

int
ff_migrate_latest (void)
{
  return LATEST;
}

static GBytes *
migration_lookup (int version)
{
  g_autofree char *path = g_strdup_printf ("/org/fourfold/Fourfold/store/%03d.sql", version);
  GBytes *bytes = g_resource_lookup_data (ff_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return bytes;
}

/* What every database has of its own from its first day. */
static gboolean
set_first_meta (FfDb *db, GError **error)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (GString) secret = g_string_new (NULL);
  guint8 bytes[32];

  if (getrandom (bytes, sizeof bytes, 0) != sizeof bytes)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_FAILED, _ ("The system gives no random numbers."));
      return FALSE;
    }
  for (guint i = 0; i < sizeof bytes; i++)
    g_string_append_printf (secret, "%02x", bytes[i]);

  return ff_db_set_meta (db, "database_id", id, error) && ff_db_set_meta (db, "secret", secret->str, error)
         && ff_db_set_meta (db, "time_zone", g_time_zone_get_identifier (zone), error)
         && ff_db_set_meta (db, "created_on", today, error) && ff_db_set_meta (db, "checked_on", today, error);
}

/* Undo cannot reach back over a change of the tables; where nothing was done yet there is nothing to bar. */
static gboolean
note_barrier (FfDb *db, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "INSERT INTO batch (kind, label, actor, at, first_line)"
          " SELECT 'barrier', $label, $actor, $at, coalesce (max (id), 0) + 1 FROM journal"
          " HAVING EXISTS (SELECT 1 FROM batch)",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_text (statement, "$label", _ ("Bring the database up to date"));
  ff_statement_bind_text (statement, "$actor", db->actor);
  ff_statement_bind_text (statement, "$at", at);
  return ff_statement_run (statement, NULL, error);
}

static gboolean
check_foreign_keys (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare_dynamic (db, "PRAGMA foreign_key_check", error);

  if (statement == NULL)
    return FALSE;
  switch (ff_statement_step (statement, error))
    {
    case FF_STEP_DONE:
      return TRUE;
    case FF_STEP_ROW:
      g_set_error (error, FF_ERROR, FF_ERROR_DAMAGED,
                   _ ("“%s” cannot be brought up to date: an entry in “%s” refers to one in “%s” that is not there."), db->name,
                   ff_statement_get_text (statement, 0), ff_statement_get_text (statement, 2));
      return FALSE;
    case FF_STEP_ERROR:
    default:
      return FALSE;
    }
}

static gboolean
run_step (FfDb *db, int version, const char *sql, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;", FF_DB_APPLICATION_ID, version);

  return ff_journal_drop_guards (db, error) && ff_db_exec_raw (db, sql, error)
         && (version != MAKES_QUESTIONNAIRES || ff_questionnaire_store_fill_keys (db, error))
         && (version > 1 ? note_barrier (db, error) : set_first_meta (db, error))
         && ff_journal_create_guards (db, error) && check_foreign_keys (db, error) && ff_db_exec_raw (db, stamp, error);
}

gboolean
ff_migrate_step (FfDb *db, int version, const char *sql, GError **error)
{
  gboolean ok;

  /* Inside a transaction this PRAGMA would do nothing; a step that rebuilds a table needs it off. */
  if (!ff_db_exec_raw (db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  ok = ff_db_exec_raw (db, "BEGIN IMMEDIATE", error);
  if (ok)
    {
      ok = run_step (db, version, sql, error) && ff_db_exec_raw (db, "COMMIT", error);
      if (!ok)
        sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
    }
  return ff_db_exec_raw (db, "PRAGMA foreign_keys = ON", ok ? error : NULL) && ok;
}

static gboolean
migrate_to (FfDb *db, int latest, GError **error)
{
  gint64 version;

  if (!ff_db_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  while (++version <= latest)
    {
      g_autoptr (GBytes) sql = migration_lookup ((int) version);

      /* Resources end with a zero byte that their size does not count. */
      if (!ff_migrate_step (db, (int) version, g_bytes_get_data (sql, NULL), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ff_migrate (FfDb *db, GError **error)
{
  return migrate_to (db, LATEST, error);
}

gboolean
ff_migrate_with_backup (FfDb *db, GError **error)
{
  g_autofree char *copy = NULL;
  gint64 version;

  if (!ff_db_query_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == LATEST)
    return TRUE;
  copy = ff_file_stamped (db->path, "before-update");
  return ff_backup_create (db, copy, error) && ff_migrate (db, error);
}

char *
ff_migrate_fingerprint (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name", error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  FfStep step;

  if (statement == NULL)
    return NULL;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    for (int column = 0; column < 4; column++)
      {
        const char *text = ff_statement_get_text (statement, column);

        g_checksum_update (checksum, (const guchar *) (text != NULL ? text : ""), -1);
        g_checksum_update (checksum, (const guchar *) "\n", 1);
      }
  return step == FF_STEP_DONE ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

char *
ff_migrate_expected_fingerprint (GError **error)
{
  g_autoptr (FfDb) db = ff_db_open_bare (":memory:", ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  return db != NULL && ff_migrate (db, error) ? ff_migrate_fingerprint (db, error) : NULL;
}
