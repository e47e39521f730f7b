#include "config.h"

#include "ff-owned-store.h"

#include "ff-rows.h"

typedef enum
{
  HAS_PROJECT = 1 << 0,
  HAS_RUN = 1 << 1,
  HAS_COURSE = 1 << 2,
} Columns;

/* The statements stand here as literals, one set per table, since the connection keeps a prepared statement by its literal. */
typedef struct
{
  Columns columns;
  const char *list;
  const char *next_position;
  const char *read_owner;
  const char *set_position;
  const char *delete;
} Table;

#define TABLE(name, has, owners, by)                                                                                                \
  {                                                                                                                                 \
    .columns = (has),                                                                                                               \
    .list = "SELECT id FROM " name " WHERE " by " ORDER BY position, id",                                                           \
    .next_position = "SELECT coalesce(max(position) + 1, 0) FROM " name " WHERE " by,                                               \
    .read_owner = "SELECT " owners " FROM " name " WHERE id = $id",                                                                 \
    .set_position = "UPDATE " name " SET position = $position, version = version + 1 WHERE id = $id AND position <> $position",     \
    .delete = "DELETE FROM " name " WHERE id = $id",                                                                                \
  }
#define OF_ALL(name)                                                                                                                \
  TABLE (name, HAS_PROJECT | HAS_RUN | HAS_COURSE, "project_id, run_id, course_id", FF_OWNED_BY_ALL (name))
#define OF_TWO(name) TABLE (name, HAS_PROJECT | HAS_RUN, "project_id, run_id", FF_OWNED_BY_TWO (name))

static const Table tables[] = {
  [FF_OWNED_FINDING] = OF_ALL ("finding"),
  [FF_OWNED_GOAL] = OF_ALL ("goal"),
  [FF_OWNED_STAGE] = TABLE ("stage", HAS_PROJECT, "project_id", "project_id = $project"),
  [FF_OWNED_TASK] = OF_TWO ("task"),
  [FF_OWNED_DUTY] = OF_TWO ("duty"),
  [FF_OWNED_MATERIAL] = TABLE ("material", HAS_RUN, "run_id", "run_id = $run"),
  [FF_OWNED_BUDGET_LINE] = OF_TWO ("budget_line"),
  [FF_OWNED_QUESTIONNAIRE] = TABLE ("questionnaire", HAS_PROJECT | HAS_RUN | HAS_COURSE, "project_id, run_id, course_id",
                                    FF_OWNED_BY_ALL ("questionnaire") " AND deleted = 0"),
  [FF_OWNED_METRIC] = OF_ALL ("metric"),
  [FF_OWNED_CYCLE] = { .columns = HAS_PROJECT | HAS_RUN },
  [FF_OWNED_REVIEW] = { .columns = HAS_PROJECT | HAS_RUN },
  [FF_OWNED_BEST_CASE] = { .columns = HAS_PROJECT | HAS_RUN },
  [FF_OWNED_ROI] = { .columns = HAS_PROJECT | HAS_RUN },
};

static const struct
{
  Columns column;
  FfOwnerKind kind;
  const char *parameter;
} owners[] = {
  { HAS_PROJECT, FF_OWNER_PROJECT, "$project" },
  { HAS_RUN, FF_OWNER_RUN, "$run" },
  { HAS_COURSE, FF_OWNER_COURSE, "$course" },
};

void
ff_owned_store_bind (FfStatement *statement, FfOwnedTable table, FfOwner owner)
{
  g_return_if_fail ((gsize) table < G_N_ELEMENTS (tables));

  for (gsize i = 0; i < G_N_ELEMENTS (owners); i++)
    if (tables[table].columns & owners[i].column)
      ff_statement_bind_id (statement, owners[i].parameter, owner.kind == owners[i].kind ? owner.id : 0);
    else
      g_return_if_fail (owner.kind != owners[i].kind);
}

FfOwner
ff_owned_store_get_owner (FfStatement *statement, FfOwnedTable table, int first_column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (owners); i++)
    if (tables[table].columns & owners[i].column)
      {
        gint64 id = ff_statement_get_int (statement, first_column++);

        if (id != 0)
          return FF_OWNER_INIT (owners[i].kind, id);
      }
  return FF_OWNER_INIT (FF_OWNER_NONE, 0);
}

GArray *
ff_owned_store_list (FfDb *db, FfOwnedTable table, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[table].list, error);

  if (statement == NULL)
    return NULL;
  ff_owned_store_bind (statement, table, owner);
  return ff_rows_list_ids (statement, error);
}

int
ff_owned_store_next_position (FfDb *db, FfOwnedTable table, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[table].next_position, error);

  if (statement == NULL)
    return -1;
  ff_owned_store_bind (statement, table, owner);
  return (int) ff_rows_get_id (statement, error);
}

/* The ids of all rows that share the owner of row @id, in order; empty when there is no such row. */
static GArray *
list_siblings (FfDb *db, FfOwnedTable table, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[table].read_owner, error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  switch (ff_statement_step (statement, error))
    {
    case FF_STEP_ROW:
      return ff_owned_store_list (db, table, ff_owned_store_get_owner (statement, table, 0), error);
    case FF_STEP_DONE:
      return g_array_new (FALSE, FALSE, sizeof (gint64));
    case FF_STEP_ERROR:
    default:
      return NULL;
    }
}

static gboolean
set_position (FfDb *db, FfOwnedTable table, gint64 id, guint position, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[table].set_position, error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  ff_statement_bind_int (statement, "$position", position);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_owned_store_move (FfDb *db, FfOwnedTable table, gint64 id, int position, GError **error)
{
  g_autoptr (GArray) ids = list_siblings (db, table, id, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      {
        g_array_remove_index (ids, i);
        g_array_insert_val (ids, (guint) CLAMP (position, 0, (int) ids->len), id);
        break;
      }
  for (guint i = 0; i < ids->len; i++)
    if (!set_position (db, table, g_array_index (ids, gint64, i), i, error))
      return FALSE;
  return TRUE;
}

gboolean
ff_owned_store_delete (FfDb *db, FfOwnedTable table, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[table].delete, error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}
