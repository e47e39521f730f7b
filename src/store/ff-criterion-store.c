#include "config.h"

#include "ff-criterion-store.h"

#include "ff-rows.h"

#define TABLES(criterion, owner, level, part)                                                                                       \
  {                                                                                                                                 \
    .list = "SELECT part.id, part.key, part.title, part.note, part.max, step.id, step.title, step.description, step.points"         \
            " FROM " criterion " AS part LEFT JOIN " level " AS step ON step." part " = part.id WHERE part." owner " = $owner"      \
            " ORDER BY part.position, part.id, step.position, step.id",                                                             \
    .find_owner = "SELECT " owner " FROM " criterion " WHERE id = $id",                                                             \
    .insert = "INSERT INTO " criterion " (" owner ", position, key, title, note, max)"                                              \
              " VALUES ($owner, $position, $key, $title, $note, $max)",                                                             \
    .update = "UPDATE " criterion " SET position = $position, key = $key, title = $title, note = $note, max = $max,"                \
              " version = version + 1 WHERE id = $id",                                                                              \
    .park_key = "UPDATE " criterion " SET key = '.' || id, version = version + 1 WHERE id = $id",                                   \
    .delete_levels = "DELETE FROM " level " WHERE " part " = $id",                                                                  \
    .delete = "DELETE FROM " criterion " WHERE id = $id",                                                                           \
    .delete_all_levels = "DELETE FROM " level " WHERE " part " IN (SELECT id FROM " criterion " WHERE " owner " = $id)",            \
    .delete_all = "DELETE FROM " criterion " WHERE " owner " = $id",                                                                \
    .insert_level = "INSERT INTO " level " (" part ", position, title, description, points)"                                        \
                    " VALUES ($criterion, $position, $title, $description, $points)",                                               \
    .update_level = "UPDATE " level " SET position = $position, title = $title, description = $description, points = $points,"      \
                    " version = version + 1 WHERE id = $id",                                                                        \
    .delete_level = "DELETE FROM " level " WHERE id = $id",                                                                         \
  }

/* The statements stand here as literals, one set per pair of tables, since the connection keeps a prepared statement by its literal. */
static const struct
{
  const char *list;
  const char *find_owner;
  const char *insert;
  const char *update;
  const char *park_key;
  const char *delete_levels;
  const char *delete;
  const char *delete_all_levels;
  const char *delete_all;
  const char *insert_level;
  const char *update_level;
  const char *delete_level;
} tables[] = {
  [FF_CRITERIA_OF_COMPONENT] = TABLES ("criterion", "component_id", "criterion_level", "criterion_id"),
  [FF_CRITERIA_OF_RUBRIC] = TABLES ("rubric_criterion", "rubric_id", "rubric_level", "rubric_criterion_id"),
};

enum
{
  LIST_ID,
  LIST_KEY,
  LIST_TITLE,
  LIST_NOTE,
  LIST_MAX,
  LIST_LEVEL_ID,
  LIST_LEVEL_TITLE,
  LIST_LEVEL_DESCRIPTION,
  LIST_LEVEL_POINTS,
};

static FfCriterion *
criterion_from_row (FfStatement *row, GPtrArray *criteria)
{
  FfCriterion *criterion = ff_criteria_add (criteria, ff_statement_get_text (row, LIST_KEY), ff_statement_get_text (row, LIST_TITLE),
                                            ff_statement_get_int (row, LIST_MAX));

  criterion->id = ff_statement_get_int (row, LIST_ID);
  criterion->note = ff_statement_dup_text (row, LIST_NOTE);
  return criterion;
}

static void
level_from_row (FfStatement *row, FfCriterion *criterion)
{
  FfRubricLevel *level = ff_criterion_add_level (criterion, ff_statement_get_text (row, LIST_LEVEL_TITLE),
                                                 ff_statement_get_text (row, LIST_LEVEL_DESCRIPTION),
                                                 ff_statement_get_int (row, LIST_LEVEL_POINTS));

  level->id = ff_statement_get_int (row, LIST_LEVEL_ID);
}

GPtrArray *
ff_criterion_store_list (FfDb *db, FfCriteriaOf of, gint64 owner_id, GError **error)
{
  g_autoptr (GPtrArray) criteria = ff_criteria_new ();
  FfCriterion *criterion = NULL;
  FfStep step;
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[of].list, error);

  if (!statement)
    return NULL;
  ff_statement_bind_int (statement, "$owner", owner_id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      if (!criterion || criterion->id != ff_statement_get_int (statement, LIST_ID))
        criterion = criterion_from_row (statement, criteria);
      if (!ff_statement_is_null (statement, LIST_LEVEL_ID))
        level_from_row (statement, criterion);
    }
  return step == FF_STEP_DONE ? g_steal_pointer (&criteria) : NULL;
}

gint64
ff_criterion_store_find_owner (FfDb *db, FfCriteriaOf of, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[of].find_owner, error);

  if (!statement)
    return -1;
  ff_statement_bind_int (statement, "$id", id);
  return ff_rows_get_id (statement, error);
}

static void
bind_criterion (FfStatement *statement, int position, const FfCriterion *criterion)
{
  ff_statement_bind_int (statement, "$position", position);
  ff_statement_bind_text (statement, "$key", criterion->key);
  ff_statement_bind_text (statement, "$title", criterion->title);
  ff_statement_bind_text (statement, "$note", criterion->note);
  ff_statement_bind_int (statement, "$max", criterion->max);
}

gboolean
ff_criterion_store_insert (FfDb *db, FfCriteriaOf of, gint64 owner_id, int position, FfCriterion *criterion, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[of].insert, error);

  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$owner", owner_id);
  bind_criterion (statement, position, criterion);
  return ff_statement_insert (statement, &criterion->id, error);
}

gboolean
ff_criterion_store_update (FfDb *db, FfCriteriaOf of, int position, const FfCriterion *criterion, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[of].update, error);

  if (!statement)
    return FALSE;
  bind_criterion (statement, position, criterion);
  ff_statement_bind_int (statement, "$id", criterion->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_criterion_store_park_key (FfDb *db, FfCriteriaOf of, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, tables[of].park_key, id, error);
}

gboolean
ff_criterion_store_delete (FfDb *db, FfCriteriaOf of, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, tables[of].delete_levels, id, error) && ff_rows_run_with_id (db, tables[of].delete, id, error);
}

gboolean
ff_criterion_store_delete_all (FfDb *db, FfCriteriaOf of, gint64 owner_id, GError **error)
{
  return ff_rows_run_with_id (db, tables[of].delete_all_levels, owner_id, error) && ff_rows_run_with_id (db, tables[of].delete_all, owner_id, error);
}

static void
bind_level (FfStatement *statement, int position, const FfRubricLevel *level)
{
  ff_statement_bind_int (statement, "$position", position);
  ff_statement_bind_text (statement, "$title", level->title);
  ff_statement_bind_text (statement, "$description", level->description);
  ff_statement_bind_int (statement, "$points", level->points);
}

gboolean
ff_rubric_level_store_insert (FfDb *db, FfCriteriaOf of, gint64 criterion_id, int position, FfRubricLevel *level, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[of].insert_level, error);

  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$criterion", criterion_id);
  bind_level (statement, position, level);
  return ff_statement_insert (statement, &level->id, error);
}

gboolean
ff_rubric_level_store_update (FfDb *db, FfCriteriaOf of, int position, const FfRubricLevel *level, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, tables[of].update_level, error);

  if (!statement)
    return FALSE;
  bind_level (statement, position, level);
  ff_statement_bind_int (statement, "$id", level->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_rubric_level_store_delete (FfDb *db, FfCriteriaOf of, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, tables[of].delete_level, id, error);
}
