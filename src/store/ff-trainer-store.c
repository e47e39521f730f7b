#include "config.h"

#include "ff-trainer-store.h"

#include <glib/gi18n-lib.h>

#include "ff-name-key.h"
#include "ff-rows.h"

#define SELECT_TRAINER "SELECT id, version, name, kind, organisation, email, phone, profile FROM trainer WHERE deleted = 0"

enum
{
  TRAINER_ID,
  TRAINER_VERSION,
  TRAINER_NAME,
  TRAINER_KIND,
  TRAINER_ORGANISATION,
  TRAINER_EMAIL,
  TRAINER_PHONE,
  TRAINER_PROFILE,
};

void
ff_trainer_free (FfTrainer *trainer)
{
  if (!trainer)
    return;

  g_free (trainer->name);
  g_free (trainer->kind);
  g_free (trainer->organisation);
  g_free (trainer->email);
  g_free (trainer->phone);
  g_free (trainer->profile);
  g_free (trainer);
}

static gpointer
trainer_from_row (FfStatement *row)
{
  FfTrainer *trainer = g_new0 (FfTrainer, 1);
  trainer->id = ff_statement_get_int (row, TRAINER_ID);
  trainer->version = ff_statement_get_int (row, TRAINER_VERSION);
  trainer->name = ff_statement_dup_text (row, TRAINER_NAME);
  trainer->kind = ff_statement_dup_text (row, TRAINER_KIND);
  trainer->organisation = ff_statement_dup_text (row, TRAINER_ORGANISATION);
  trainer->email = ff_statement_dup_text (row, TRAINER_EMAIL);
  trainer->phone = ff_statement_dup_text (row, TRAINER_PHONE);
  trainer->profile = ff_statement_dup_text (row, TRAINER_PROFILE);
  return trainer;
}

FfTrainer *
ff_trainer_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_TRAINER " AND id = $id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? trainer_from_row (statement) : NULL;
}

gint64
ff_trainer_store_find (FfDb *db, const char *name, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id FROM trainer WHERE deleted = 0 AND name = $name", error);
  if (!statement)
    return -1;
  ff_statement_bind_text (statement, "$name", name);
  return ff_rows_get_id (statement, error);
}

GPtrArray *
ff_trainer_store_list (FfDb *db, const char *search, GError **error)
{
  g_autofree char *pattern = ff_rows_make_pattern (search);
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    SELECT_TRAINER " AND search_key LIKE $search ESCAPE '\\' ORDER BY sort_key, id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_text (statement, "$search", pattern);
  return ff_rows_list (statement, trainer_from_row, (GDestroyNotify) ff_trainer_free, error);
}

static void
bind_trainer (FfStatement *statement, const FfTrainer *trainer)
{
  g_autofree char *search_key = ff_name_search_key (trainer->name, trainer->organisation);
  g_autofree char *sort_key = ff_name_sort_key (trainer->name);

  ff_statement_bind_text (statement, "$name", trainer->name);
  ff_statement_bind_text (statement, "$kind", trainer->kind);
  ff_statement_bind_text (statement, "$organisation", trainer->organisation);
  ff_statement_bind_text (statement, "$email", trainer->email);
  ff_statement_bind_text (statement, "$phone", trainer->phone);
  ff_statement_bind_text (statement, "$profile", trainer->profile);
  ff_statement_bind_text (statement, "$search_key", search_key);
  ff_statement_bind_text (statement, "$sort_key", sort_key);
}

gboolean
ff_trainer_store_insert (FfDb *db, FfTrainer *trainer, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO trainer (name, kind, organisation, email, phone, profile, search_key, sort_key)"
    " VALUES ($name, $kind, $organisation, $email, $phone, $profile, $search_key, $sort_key)", error);
  if (!statement)
    return FALSE;
  bind_trainer (statement, trainer);
  trainer->version = 1;
  return ff_statement_insert (statement, &trainer->id, error);
}

gboolean
ff_trainer_store_update (FfDb *db, const FfTrainer *trainer, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE trainer SET name = $name, kind = $kind, organisation = $organisation, email = $email, phone = $phone,"
    " profile = $profile, search_key = $search_key, sort_key = $sort_key, version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  bind_trainer (statement, trainer);
  ff_statement_bind_int (statement, "$id", trainer->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_trainer_store_mark_deleted (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE trainer SET deleted = 1, version = version + 1 WHERE id = $id AND deleted = 0", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

char *
ff_trainer_store_next_session (FfDb *db, gint64 id, const char *now, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT run.code || ' ' || session.key || ' ' || session.starts_at FROM session_trainer"
    " JOIN session ON session.id = session_trainer.session_id JOIN run ON run.id = session.run_id"
    " WHERE session_trainer.trainer_id = $id AND session.cancelled = 0 AND session.ends_at > $now"
    " AND run.deleted = 0 AND run.cancelled = 0 ORDER BY session.starts_at, session.id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  ff_statement_bind_text (statement, "$now", now);
  return ff_rows_get_text (statement, error);
}

gboolean
ff_trainer_store_check (FfDb *db, GPtrArray *findings, GError **error)
{
  FfStep step;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT name, organisation, search_key, sort_key FROM trainer WHERE deleted = 0 ORDER BY id", error);
  if (!statement)
    return FALSE;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      const char *name = ff_statement_get_text (statement, 0);
      g_autofree char *search = ff_name_search_key (name, ff_statement_get_text (statement, 1));
      g_autofree char *sort = ff_name_sort_key (name);
      if (g_strcmp0 (search, ff_statement_get_text (statement, 2)) != 0
          || g_strcmp0 (sort, ff_statement_get_text (statement, 3)) != 0)
        g_ptr_array_add (findings, g_strdup_printf (_("The keys by which the trainer %s is found are out of date."), name));
    }
  return step == FF_STEP_DONE;
}
