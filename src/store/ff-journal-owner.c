#include "config.h"

#include "ff-journal-owner.h"

#include "ff-journal.h"

#define CLASS_TABLE "run"

typedef struct
{
  const char *table;
  const char *column;
  const char *target;
} Key;

/* Every foreign key of a journaled table, in the order of the tables and their columns. */
static GArray *
read_keys (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "SELECT s.name, c.name, f.\"table\" FROM sqlite_schema AS s JOIN pragma_table_info (s.name) AS c"
          " JOIN pragma_foreign_key_list (s.name) AS f ON f.\"from\" = c.name WHERE s.type = 'table'"
          " AND EXISTS (SELECT 1 FROM pragma_table_info (s.name) AS v WHERE v.name = 'version') ORDER BY s.name, c.cid",
      error);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  FfStep step;

  if (statement == NULL)
    return NULL;
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      Key key = { g_intern_string (ff_statement_get_text (statement, 0)), g_intern_string (ff_statement_get_text (statement, 1)),
                  g_intern_string (ff_statement_get_text (statement, 2)) };

      g_array_append_val (keys, key);
    }
  return step == FF_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

static const FfTableOwner *
find (GArray *owners, const char *table)
{
  for (guint i = 0; i < owners->len; i++)
    if (g_str_equal (g_array_index (owners, FfTableOwner, i).table, table))
      return &g_array_index (owners, FfTableOwner, i);
  return NULL;
}

/* Adds the tables that lead in one step to those already found at the depth before. */
static gboolean
add_next (GArray *owners, GArray *keys, guint depth)
{
  guint n = owners->len;

  for (guint i = 0; i < keys->len; i++)
    {
      const Key *key = &g_array_index (keys, Key, i);
      const FfTableOwner *target = find (owners, key->target);
      FfTableOwner owner = { key->table, key->column, key->target, depth };

      if (target != NULL && target->depth == depth - 1 && find (owners, key->table) == NULL)
        g_array_append_val (owners, owner);
    }
  return owners->len > n;
}

GArray *
ff_journal_owners (FfDb *db, GError **error)
{
  g_autoptr (GPtrArray) tables = ff_journal_tables (db, error);
  g_autoptr (GArray) keys = tables != NULL ? read_keys (db, error) : NULL;
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (FfTableOwner));
  FfTableOwner root = { CLASS_TABLE, NULL, NULL, 0 };
  guint depth = 1;

  if (keys == NULL)
    return NULL;
  g_array_append_val (owners, root);
  while (add_next (owners, keys, depth))
    depth++;
  for (guint i = 0; i < tables->len; i++)
    {
      FfTableOwner none = { g_intern_string (tables->pdata[i]), NULL, NULL, depth };

      if (find (owners, none.table) == NULL)
        g_array_append_val (owners, none);
    }
  return g_steal_pointer (&owners);
}

char *
ff_journal_owner_condition (GArray *owners, const char *table)
{
  const FfTableOwner *owner = find (owners, table);
  g_autofree char *above = NULL;

  if (g_str_equal (table, CLASS_TABLE))
    return g_strdup ("id = $run");
  if (owner == NULL || owner->column == NULL)
    return NULL;
  if (g_str_equal (owner->owner, CLASS_TABLE))
    return g_strdup_printf ("%s = $run", owner->column);
  above = ff_journal_owner_condition (owners, owner->owner);
  return g_strdup_printf ("%s IN (SELECT id FROM %s WHERE %s)", owner->column, owner->owner, above);
}

char *
ff_journal_owner_query (GArray *owners, const char *table)
{
  const FfTableOwner *owner = find (owners, table);
  g_autoptr (GString) sql = g_string_new (NULL);

  if (g_str_equal (table, CLASS_TABLE))
    return g_strdup ("SELECT id FROM " CLASS_TABLE " WHERE id = $id");
  if (owner == NULL || owner->column == NULL)
    return NULL;
  g_string_printf (sql, "SELECT %s FROM %s WHERE id = $id", owner->column, table);
  while (!g_str_equal (owner->owner, CLASS_TABLE))
    {
      g_autofree char *below = g_strdup (sql->str);

      owner = find (owners, owner->owner);
      g_string_printf (sql, "SELECT %s FROM %s WHERE id = (%s)", owner->column, owner->table, below);
    }
  return g_string_free (g_steal_pointer (&sql), FALSE);
}
