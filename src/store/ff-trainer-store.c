#include "config.h"

#include "ff-trainer-store.h"

#include "ff-named-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

#define SELECT_TRAINER                                                                                               \
  "SELECT trainer.id, trainer.version, trainer.name, trainer.kind, trainer.organisation, trainer.email, trainer.phone," \
  " trainer.profile, trainer.public_name, trainer.duties, trainer.grade_id, trainer_grade.name, trainer_grade.rate"     \
  " FROM trainer LEFT JOIN trainer_grade ON trainer_grade.id = trainer.grade_id WHERE trainer.deleted = 0"

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
  TRAINER_PUBLIC_NAME,
  TRAINER_DUTIES,
  TRAINER_GRADE_ID,
  TRAINER_GRADE,
  TRAINER_RATE,
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
  g_free (trainer->public_name);
  g_free (trainer->duties);
  g_free (trainer->grade);
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
  trainer->public_name = ff_statement_dup_text (row, TRAINER_PUBLIC_NAME);
  trainer->duties = ff_statement_dup_text (row, TRAINER_DUTIES);
  trainer->grade_id = ff_statement_get_int (row, TRAINER_GRADE_ID);
  trainer->grade = ff_statement_dup_text (row, TRAINER_GRADE);
  trainer->rate = ff_statement_get_number (row, TRAINER_RATE);
  return trainer;
}

FfTrainer *
ff_trainer_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_TRAINER " AND trainer.id = $id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? trainer_from_row (statement) : NULL;
}

GPtrArray *
ff_trainer_store_list (FfDb *db, const char *search, GError **error)
{
  g_autofree char *pattern = ff_rows_make_pattern (search);
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    SELECT_TRAINER " AND trainer.search_key LIKE $search ESCAPE '\\' ORDER BY trainer.sort_key, trainer.id", error);
  if (!statement)
    return NULL;
  ff_statement_bind_text (statement, "$search", pattern);
  return ff_rows_list (statement, trainer_from_row, (GDestroyNotify) ff_trainer_free, error);
}

static void
bind_trainer (FfStatement *statement, const FfTrainer *trainer)
{
  ff_statement_bind_text (statement, "$name", trainer->name);
  ff_statement_bind_text (statement, "$kind", trainer->kind);
  ff_statement_bind_text (statement, "$organisation", trainer->organisation);
  ff_statement_bind_text (statement, "$email", trainer->email);
  ff_statement_bind_text (statement, "$phone", trainer->phone);
  ff_statement_bind_text (statement, "$profile", trainer->profile);
  ff_statement_bind_text (statement, "$public_name", trainer->public_name);
  ff_statement_bind_text (statement, "$duties", trainer->duties);
  ff_statement_bind_id (statement, "$grade", trainer->grade_id);
  ff_named_store_bind_keys (statement, trainer->name, trainer->organisation);
}

gboolean
ff_trainer_store_insert (FfDb *db, FfTrainer *trainer, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO trainer (name, kind, organisation, email, phone, profile, public_name, duties, grade_id, search_key, sort_key)"
    " VALUES ($name, $kind, $organisation, $email, $phone, $profile, $public_name, $duties, $grade, $search_key, $sort_key)", error);
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
    " profile = $profile, public_name = $public_name, duties = $duties, grade_id = $grade, search_key = $search_key,"
    " sort_key = $sort_key, version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  bind_trainer (statement, trainer);
  ff_statement_bind_int (statement, "$id", trainer->id);
  return ff_statement_run (statement, NULL, error);
}
