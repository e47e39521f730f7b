#include "config.h"

#include "ff-journal-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-journal-owner.h"
#include "ff-journal-row.h"

/* So many lines are looked at in one reading, so that one who looks for something rare sees how far it has got. */
#define MOST_LINES 250000

/* What is known of the rows of one table. */
typedef struct
{
  const char *name;
  const char *column; /* names the owner of a row, see FfTableOwner */
  const char *owner;
  gboolean wanted;
  GHashTable *ids;   /* set of gint64: the rows that count; NULL: all do */
  GHashTable *later; /* gint64 → char *: the row as the next line, seen before, calls it; a NULL: the next line added it */
  FfStatement *now;  /* the row as it is, while a reading lasts */
} Table;

/* The batch of the line at which the reader is. */
typedef struct
{
  gint64 id;
  gboolean shown; /* neither undo nor redo */
  gboolean undone;
  char *at;
  char *actor;
  char *label;
  char *undone_by;
  gboolean birth; /* a row that it adds was not there before */
} Batch;

struct _FfJournalReader
{
  gint64 run_id;        /* 0: not of a class */
  const char *table;    /* the one whose rows are read; NULL: several */
  GArray *row_ids;      /* those rows */
  GArray *keys;         /* FfRowKey that those rows have; NULL: by ids */
  char *from;
  char *until;
  FfTableFunc wanted;
  gpointer wanted_data;

  GHashTable *tables; /* interned name → Table; NULL before the first reading */
  gint64 number;      /* the newest line when reading began */
  gint64 next;        /* the line to be read next */
  guint unborn;       /* rows that are read by ids and whose beginning was not seen */
  Batch batch;
};

static void
table_free (gpointer data)
{
  Table *table = data;

  g_clear_pointer (&table->ids, g_hash_table_unref);
  g_hash_table_unref (table->later);
  g_free (table);
}

static void
batch_clear (Batch *batch)
{
  g_free (batch->at);
  g_free (batch->actor);
  g_free (batch->label);
  g_free (batch->undone_by);
  *batch = (Batch) { 0 };
}

FfJournalReader *
ff_journal_reader_new (void)
{
  return g_new0 (FfJournalReader, 1);
}

FfJournalReader *
ff_journal_reader_new_for_run (gint64 run_id)
{
  FfJournalReader *self = ff_journal_reader_new ();

  self->run_id = run_id;
  return self;
}

FfJournalReader *
ff_journal_reader_new_for_rows (const char *table, GArray *row_ids)
{
  FfJournalReader *self = ff_journal_reader_new ();

  self->table = g_intern_string (table);
  self->row_ids = g_array_ref (row_ids);
  return self;
}

FfJournalReader *
ff_journal_reader_new_for_keys (const char *table, const FfRowKey *keys, gsize n)
{
  FfJournalReader *self = ff_journal_reader_new ();

  self->table = g_intern_string (table);
  self->keys = g_array_new (FALSE, FALSE, sizeof (FfRowKey));
  for (gsize i = 0; i < n; i++)
    {
      FfRowKey key = { g_intern_string (keys[i].column), keys[i].id };

      g_array_append_val (self->keys, key);
    }
  return self;
}

void
ff_journal_reader_free (FfJournalReader *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->row_ids, g_array_unref);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->tables, g_hash_table_unref);
  g_free (self->from);
  g_free (self->until);
  batch_clear (&self->batch);
  g_free (self);
}

void
ff_journal_reader_set_times (FfJournalReader *self, const char *from, const char *until)
{
  g_return_if_fail (self->tables == NULL);

  g_free (self->from);
  g_free (self->until);
  self->from = g_strdup (from);
  self->until = g_strdup (until);
}

void
ff_journal_reader_set_tables (FfJournalReader *self, FfTableFunc wanted, gpointer user_data)
{
  g_return_if_fail (self->tables == NULL);

  self->wanted = wanted;
  self->wanted_data = user_data;
}

/* The rows that count --------------------------------------------------------------------------------------------------- */

static void
add_id (GHashTable *ids, gint64 id)
{
  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static gboolean
query_ids (FfJournalReader *self, FfDb *db, Table *table, const char *condition, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s", table->name, condition);
  g_autoptr (FfStatement) statement = ff_db_prepare_dynamic (db, sql, error);
  FfStep step;

  if (statement == NULL)
    return FALSE;
  if (self->run_id != 0)
    ff_statement_bind_int (statement, "$run", self->run_id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    add_id (table->ids, ff_statement_get_int (statement, 0));
  return step == FF_STEP_DONE;
}

static char *
keys_condition (GArray *keys)
{
  g_autoptr (GString) condition = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    {
      const FfRowKey *key = &g_array_index (keys, FfRowKey, i);

      g_string_append_printf (condition, "%s%s = %" G_GINT64_FORMAT, i > 0 ? " AND " : "", key->column, key->id);
    }
  return g_string_free (g_steal_pointer (&condition), FALSE);
}

/* The rows of a table that are there now and count. */
static gboolean
find_ids (FfJournalReader *self, FfDb *db, GArray *owners, Table *table, GError **error)
{
  g_autofree char *condition = NULL;

  if (self->run_id == 0 && self->table == NULL)
    return TRUE;
  table->ids = new_ids ();
  if (self->run_id != 0)
    condition = ff_journal_owner_condition (owners, table->name);
  else if (table->name == self->table && self->keys != NULL)
    condition = keys_condition (self->keys);
  if (condition != NULL)
    return query_ids (self, db, table, condition, error);
  for (guint i = 0; table->name == self->table && i < self->row_ids->len; i++)
    add_id (table->ids, g_array_index (self->row_ids, gint64, i));
  return TRUE;
}

static gboolean
begin (FfJournalReader *self, FfDb *db, GError **error)
{
  g_autoptr (GArray) owners = ff_journal_owners (db, error);
  g_autoptr (GHashTable) tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, table_free);

  if (owners == NULL)
    return FALSE;
  for (guint i = 0; i < owners->len; i++)
    {
      const FfTableOwner *owner = &g_array_index (owners, FfTableOwner, i);
      Table *table = g_new0 (Table, 1);

      table->name = owner->table;
      table->column = owner->column;
      table->owner = owner->owner;
      table->wanted = self->wanted == NULL || self->wanted (table->name, self->wanted_data);
      table->later = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
      g_hash_table_insert (tables, (char *) table->name, table);
      if (!find_ids (self, db, owners, table, error))
        return FALSE;
    }
  self->unborn = self->row_ids != NULL ? self->row_ids->len : 0;
  self->number = self->next = ff_db_journal_number (db);
  self->tables = g_steal_pointer (&tables);
  return TRUE;
}

/* Whether a row that is gone counted when it was there. */
static gboolean
counted (FfJournalReader *self, Table *table, const char *before)
{
  g_autoptr (FfRowImage) image = NULL;
  Table *owner;
  gint64 id;

  if (self->keys != NULL)
    {
      image = table->name == self->table ? ff_row_image_parse (before) : NULL;
      for (guint i = 0; image != NULL && i < self->keys->len; i++)
        {
          const FfRowKey *key = &g_array_index (self->keys, FfRowKey, i);

          if (ff_row_image_get_int (image, key->column) != key->id)
            return FALSE;
        }
      return image != NULL;
    }
  if (self->run_id == 0 || table->owner == NULL)
    return FALSE;
  owner = g_hash_table_lookup (self->tables, table->owner);
  image = ff_row_image_parse (before);
  id = ff_row_image_get_int (image, table->column);
  return g_hash_table_contains (owner->ids, &id);
}

/* Takes the rows that a batch deletes in, again and again until no more come: children may stand before what owned them. */
static gboolean
take_deleted_in (FfJournalReader *self, FfDb *db, gint64 first, gint64 last, GError **error)
{
  gboolean more = TRUE;

  while (more)
    {
      g_autoptr (FfStatement) statement = ff_db_prepare (
          db, "SELECT table_name, row_id, before FROM journal WHERE id BETWEEN $first AND $last AND operation = 'delete'", error);
      FfStep step;

      more = FALSE;
      if (statement == NULL)
        return FALSE;
      ff_statement_bind_int (statement, "$first", first);
      ff_statement_bind_int (statement, "$last", last);
      while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
        {
          Table *table = g_hash_table_lookup (self->tables, ff_statement_get_text (statement, 0));
          gint64 id = ff_statement_get_int (statement, 1);

          if (table == NULL || g_hash_table_contains (table->ids, &id) || !counted (self, table, ff_statement_get_text (statement, 2)))
            continue;
          add_id (table->ids, id);
          more = TRUE;
        }
      if (step != FF_STEP_DONE)
        return FALSE;
    }
  return TRUE;
}

/* Reading --------------------------------------------------------------------------------------------------------------- */

static gboolean
enter_batch (FfJournalReader *self, FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT b.kind, b.at, b.actor, b.label, b.undone, b.first_line, b.last_line, (SELECT u.actor FROM batch AS u"
          " WHERE u.target = b.id AND u.kind = 'undo' ORDER BY u.id DESC LIMIT 1) FROM batch AS b WHERE b.id = $batch",
      error);
  Batch *batch = &self->batch;
  const char *kind;
  FfStep step;

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$batch", id);
  step = ff_statement_step (statement, error);
  if (step == FF_STEP_DONE)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_DAMAGED, _ ("The journal cannot be read. Check the database with “fourfold check”."));
  if (step != FF_STEP_ROW)
    return FALSE;
  batch_clear (batch);
  kind = ff_statement_get_text (statement, 0);
  batch->id = id;
  batch->shown = strcmp (kind, "undo") != 0 && strcmp (kind, "redo") != 0;
  batch->birth = batch->shown;
  batch->at = ff_statement_dup_text (statement, 1);
  batch->actor = ff_statement_dup_text (statement, 2);
  batch->label = ff_statement_dup_text (statement, 3);
  batch->undone = ff_statement_get_int (statement, 4) != 0;
  batch->undone_by = ff_statement_dup_text (statement, 7);
  return (self->run_id == 0 && self->keys == NULL)
         || take_deleted_in (self, db, ff_statement_get_int (statement, 5), ff_statement_get_int (statement, 6), error);
}

static gboolean
is_wanted (FfJournalReader *self, const Table *table)
{
  return self->batch.shown && table->wanted && (self->until == NULL || strcmp (self->batch.at, self->until) < 0);
}

/* What the row was after the line that is read now. */
static gboolean
read_after (Table *table, FfDb *db, gint64 row_id, FfRowImage **after, GError **error)
{
  gpointer later;
  FfStep step;

  *after = NULL;
  if (g_hash_table_lookup_extended (table->later, &row_id, NULL, &later))
    {
      *after = ff_row_image_parse (later);
      return TRUE;
    }
  if (table->now == NULL && (table->now = ff_journal_row_prepare (db, table->name, error)) == NULL)
    return FALSE;
  ff_statement_reset (table->now);
  ff_statement_bind_int (table->now, "$id", row_id);
  step = ff_statement_step (table->now, error);
  if (step == FF_STEP_ROW)
    *after = ff_row_image_parse (ff_statement_get_text (table->now, 0));
  ff_statement_reset (table->now);
  return step != FF_STEP_ERROR;
}

enum
{
  COLUMN_ID,
  COLUMN_BATCH,
  COLUMN_TABLE,
  COLUMN_ROW,
  COLUMN_BEFORE,
};

static gboolean
take_line (FfJournalReader *self, FfDb *db, Table *table, FfStatement *line, FfJournalFunc func, gpointer user_data, guint *taken,
           GError **error)
{
  gint64 row_id = ff_statement_get_int (line, COLUMN_ROW);
  const char *before = ff_statement_get_text (line, COLUMN_BEFORE);

  if (table->ids != NULL && !g_hash_table_contains (table->ids, &row_id))
    return TRUE;
  if (is_wanted (self, table))
    {
      g_autoptr (FfRowImage) image = ff_row_image_parse (before);
      g_autoptr (FfRowImage) after = NULL;
      FfJournalEntry entry = {
        .line = ff_statement_get_int (line, COLUMN_ID),
        .batch_id = self->batch.id,
        .at = self->batch.at,
        .actor = self->batch.actor,
        .label = self->batch.label,
        .undone = self->batch.undone,
        .undone_by = self->batch.undone_by,
        .table = table->name,
        .row_id = row_id,
        .before = image,
      };

      if (!read_after (table, db, row_id, &after, error))
        return FALSE;
      entry.after = after;
      if (func (&entry, user_data))
        (*taken)++;
    }
  g_hash_table_replace (table->later, g_memdup2 (&row_id, sizeof row_id), g_strdup (before));
  if (before == NULL && self->unborn > 0 && self->batch.birth)
    self->unborn--;
  return TRUE;
}

/* Nothing earlier can count. */
static gboolean
is_before_all (FfJournalReader *self)
{
  return (self->row_ids != NULL && self->unborn == 0) || (self->from != NULL && strcmp (self->batch.at, self->from) < 0);
}

static gboolean
read_lines (FfJournalReader *self, FfDb *db, guint most, FfJournalFunc func, gpointer user_data, GError **error)
{
  g_autoptr (FfStatement) line = ff_db_prepare (
      db, "SELECT id, batch_id, table_name, row_id, before FROM journal WHERE id <= $next ORDER BY id DESC", error);
  guint taken = 0;
  guint seen = 0;
  FfStep step;

  if (line == NULL)
    return FALSE;
  ff_statement_bind_int (line, "$next", self->next);
  while ((step = ff_statement_step (line, error)) == FF_STEP_ROW)
    {
      gint64 batch_id = ff_statement_get_int (line, COLUMN_BATCH);
      Table *table = g_hash_table_lookup (self->tables, ff_statement_get_text (line, COLUMN_TABLE));

      if (batch_id != self->batch.id && !enter_batch (self, db, batch_id, error))
        return FALSE;
      if (is_before_all (self))
        break;
      if (table != NULL && !take_line (self, db, table, line, func, user_data, &taken, error))
        return FALSE;
      self->next = ff_statement_get_int (line, COLUMN_ID) - 1;
      if (taken == most || ++seen == MOST_LINES)
        return TRUE;
    }
  self->next = 0;
  return step != FF_STEP_ERROR;
}

gboolean
ff_journal_reader_read (FfJournalReader *self, FfDb *db, guint most, FfJournalFunc func, gpointer user_data, GError **error)
{
  GHashTableIter iter;
  gpointer table;
  gboolean read;

  g_return_val_if_fail (self != NULL && db != NULL && func != NULL, FALSE);

  if (self->tables == NULL && !begin (self, db, error))
    return FALSE;
  if (self->number != ff_db_journal_number (db))
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_CONFLICT, _ ("Something was changed meanwhile. Read the journal again."));
      return FALSE;
    }
  read = read_lines (self, db, most, func, user_data, error);
  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, &table))
    g_clear_pointer (&((Table *) table)->now, ff_statement_release);
  return read;
}

gboolean
ff_journal_reader_is_done (FfJournalReader *self)
{
  g_return_val_if_fail (self != NULL, TRUE);
  return self->tables != NULL && self->next <= 0;
}

FfRowImage *
ff_journal_reader_get_gone (FfJournalReader *self, const char *name, gint64 row_id)
{
  Table *table = self->tables != NULL ? g_hash_table_lookup (self->tables, name) : NULL;

  return table != NULL ? ff_row_image_parse (g_hash_table_lookup (table->later, &row_id)) : NULL;
}
