#include "config.h"

#include "ff-scheme-store.h"

#include <glib/gi18n-lib.h>

#include "ff-criterion-store.h"
#include "ff-test-store.h"
#include "ff-rows.h"

enum
{
  SCHEME_ID,
  SCHEME_PASS_MARK,
  SCHEME_GOOD_MARK,
  SCHEME_EXCELLENT_MARK,
  SCHEME_AWARD_PERCENT,
  SCHEME_AWARD_ROUNDING,
};

enum
{
  COMPONENT_ID,
  COMPONENT_PARENT_ID,
  COMPONENT_KEY,
  COMPONENT_TITLE,
  COMPONENT_WEIGHT,
  COMPONENT_MAX,
  COMPONENT_SOURCE,
  COMPONENT_LEVEL,
  COMPONENT_PRETEST_OF,
  COMPONENT_COMMITMENT_KIND,
  COMPONENT_ATTEMPTS,
  COMPONENT_DROP_EXTREMES,
  COMPONENT_BY_TEAM,
  COMPONENT_DUE_DAYS,
};

static FfScheme *
scheme_from_row (FfStatement *row)
{
  FfScheme *scheme = ff_scheme_new ();
  scheme->id = ff_statement_get_int (row, SCHEME_ID);
  scheme->pass_mark = ff_statement_get_int (row, SCHEME_PASS_MARK);
  scheme->good_mark = ff_statement_get_int (row, SCHEME_GOOD_MARK);
  scheme->excellent_mark = ff_statement_get_int (row, SCHEME_EXCELLENT_MARK);
  scheme->award_percent = ff_statement_get_int (row, SCHEME_AWARD_PERCENT);
  ff_award_rounding_from_key (ff_statement_get_text (row, SCHEME_AWARD_ROUNDING), &scheme->award_rounding);
  return scheme;
}

static void
component_from_row (FfStatement *row, FfComponent *component)
{
  component->id = ff_statement_get_int (row, COMPONENT_ID);
  component->max = ff_statement_get_int (row, COMPONENT_MAX);
  ff_component_source_from_key (ff_statement_get_text (row, COMPONENT_SOURCE), &component->source);
  component->level = ff_statement_get_int (row, COMPONENT_LEVEL);
  component->pretest_of = ff_statement_dup_text (row, COMPONENT_PRETEST_OF);
  component->commitment_kind = ff_statement_dup_text (row, COMPONENT_COMMITMENT_KIND);
  ff_attempt_rule_from_key (ff_statement_get_text (row, COMPONENT_ATTEMPTS), &component->attempts);
  component->drop_extremes = ff_statement_get_int (row, COMPONENT_DROP_EXTREMES) != 0;
  component->by_team = ff_statement_get_int (row, COMPONENT_BY_TEAM) != 0;
  component->due_days = ff_statement_is_null (row, COMPONENT_DUE_DAYS) ? -1 : (int) ff_statement_get_int (row, COMPONENT_DUE_DAYS);
}

/* Moves the children of a component from @loose to @scheme, each followed by its own. What hangs in a circle is never reached. */
static void
gather_children (FfScheme *scheme, FfScheme *loose, GArray *parent_ids, gint64 parent_id, int parent)
{
  for (guint i = 0; i < loose->components->len;)
    {
      FfComponent *component = loose->components->pdata[i];
      if (g_array_index (parent_ids, gint64, i) != parent_id)
        {
          i++;
          continue;
        }
      g_ptr_array_steal_index (loose->components, i);
      g_array_remove_index (parent_ids, i);
      component->parent = parent;
      g_ptr_array_add (scheme->components, component);
      gather_children (scheme, loose, parent_ids, component->id, scheme->components->len - 1);
      i = 0;
    }
}

static gboolean
read_components (FfDb *db, FfScheme *scheme, GError **error)
{
  g_autoptr (FfScheme) loose = ff_scheme_new ();
  g_autoptr (GArray) parent_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  FfStep step;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT id, parent_id, key, title, weight, max, source, level, pretest_of, commitment_kind, attempts, drop_extremes,"
    " by_team, due_days FROM component WHERE scheme_id = $scheme ORDER BY position, id", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$scheme", scheme->id);
  while ((step = ff_statement_step (statement, error)) == FF_STEP_ROW)
    {
      gint64 parent_id = ff_statement_get_int (statement, COMPONENT_PARENT_ID);
      FfComponent *component = ff_scheme_add (loose, -1, ff_statement_get_text (statement, COMPONENT_KEY),
                                              ff_statement_get_text (statement, COMPONENT_TITLE),
                                              ff_statement_get_int (statement, COMPONENT_WEIGHT));
      component_from_row (statement, component);
      g_array_append_val (parent_ids, parent_id);
    }
  gather_children (scheme, loose, parent_ids, 0, -1);
  return step == FF_STEP_DONE;
}

/* What a rubric judges, what a test asks. */
static gboolean
read_parts (FfDb *db, FfScheme *scheme, GError **error)
{
  for (guint i = 0; i < scheme->components->len; i++)
    {
      FfComponent *component = scheme->components->pdata[i];

      if (component->source == FF_SOURCE_RUBRIC
          && !(component->criteria = ff_criterion_store_list (db, FF_CRITERIA_OF_COMPONENT, component->id, error)))
        return FALSE;
      if (component->source == FF_SOURCE_TEST && !(component->items = ff_test_item_store_list (db, component->id, error)))
        return FALSE;
    }
  return TRUE;
}

FfScheme *
ff_scheme_store_read (FfDb *db, gint64 course_id, gint64 run_id, GError **error)
{
  g_autoptr (FfScheme) scheme = NULL;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT id, pass_mark, good_mark, excellent_mark, award_percent, award_rounding FROM scheme"
    " WHERE course_id = $course OR run_id = $run", error);
  if (!statement)
    return NULL;
  ff_statement_bind_id (statement, "$course", course_id);
  ff_statement_bind_id (statement, "$run", run_id);
  if (ff_statement_step (statement, error) != FF_STEP_ROW)
    return NULL;
  scheme = scheme_from_row (statement);
  if (!read_components (db, scheme, error) || !read_parts (db, scheme, error))
    return NULL;
  ff_scheme_update (scheme);
  return g_steal_pointer (&scheme);
}

static void
bind_scheme (FfStatement *statement, const FfScheme *scheme)
{
  ff_statement_bind_int (statement, "$pass_mark", scheme->pass_mark);
  ff_statement_bind_int (statement, "$good_mark", scheme->good_mark);
  ff_statement_bind_int (statement, "$excellent_mark", scheme->excellent_mark);
  ff_statement_bind_int (statement, "$award_percent", scheme->award_percent);
  ff_statement_bind_text (statement, "$award_rounding", ff_award_rounding_to_key (scheme->award_rounding));
}

gboolean
ff_scheme_store_insert (FfDb *db, gint64 course_id, gint64 run_id, FfScheme *scheme, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO scheme (course_id, run_id, pass_mark, good_mark, excellent_mark, award_percent, award_rounding)"
    " VALUES ($course, $run, $pass_mark, $good_mark, $excellent_mark, $award_percent, $award_rounding)", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_id (statement, "$course", course_id);
  ff_statement_bind_id (statement, "$run", run_id);
  bind_scheme (statement, scheme);
  return ff_statement_insert (statement, &scheme->id, error);
}

gboolean
ff_scheme_store_update (FfDb *db, const FfScheme *scheme, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE scheme SET pass_mark = $pass_mark, good_mark = $good_mark, excellent_mark = $excellent_mark,"
    " award_percent = $award_percent, award_rounding = $award_rounding, version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  bind_scheme (statement, scheme);
  ff_statement_bind_int (statement, "$id", scheme->id);
  return ff_statement_run (statement, NULL, error);
}

static void
bind_component (FfStatement *statement, gint64 parent_id, int position, const FfComponent *component)
{
  ff_statement_bind_id (statement, "$parent", parent_id);
  ff_statement_bind_int (statement, "$position", position);
  ff_statement_bind_text (statement, "$key", component->key);
  ff_statement_bind_text (statement, "$title", component->title);
  ff_statement_bind_int (statement, "$weight", component->weight);
  ff_statement_bind_int (statement, "$max", component->max);
  ff_statement_bind_text (statement, "$source", ff_component_source_to_key (component->source));
  ff_statement_bind_id (statement, "$level", component->level);
  ff_statement_bind_text (statement, "$pretest_of", component->pretest_of);
  ff_statement_bind_text (statement, "$commitment_kind", component->commitment_kind);
  ff_statement_bind_text (statement, "$attempts", ff_attempt_rule_to_key (component->attempts));
  ff_statement_bind_int (statement, "$drop_extremes", component->drop_extremes != FALSE);
  ff_statement_bind_int (statement, "$by_team", component->by_team != FALSE);
  if (component->due_days >= 0)
    ff_statement_bind_int (statement, "$due_days", component->due_days);
  else
    ff_statement_bind_null (statement, "$due_days");
}

gboolean
ff_component_store_insert (FfDb *db, gint64 scheme_id, gint64 parent_id, int position, FfComponent *component, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "INSERT INTO component (scheme_id, parent_id, position, key, title, weight, max, source, level, pretest_of,"
    " commitment_kind, attempts, drop_extremes, by_team, due_days)"
    " VALUES ($scheme, $parent, $position, $key, $title, $weight, $max, $source, $level, $pretest_of,"
    " $commitment_kind, $attempts, $drop_extremes, $by_team, $due_days)", error);
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$scheme", scheme_id);
  bind_component (statement, parent_id, position, component);
  return ff_statement_insert (statement, &component->id, error);
}

gboolean
ff_component_store_update (FfDb *db, gint64 parent_id, int position, const FfComponent *component, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "UPDATE component SET parent_id = $parent, position = $position, key = $key, title = $title, weight = $weight,"
    " max = $max, source = $source, level = $level, pretest_of = $pretest_of, commitment_kind = $commitment_kind,"
    " attempts = $attempts, drop_extremes = $drop_extremes, by_team = $by_team, due_days = $due_days,"
    " version = version + 1 WHERE id = $id", error);
  if (!statement)
    return FALSE;
  bind_component (statement, parent_id, position, component);
  ff_statement_bind_int (statement, "$id", component->id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_component_store_park_key (FfDb *db, gint64 id, GError **error)
{
  return ff_rows_run_with_id (db, "UPDATE component SET key = '.' || id, version = version + 1 WHERE id = $id", id, error);
}

gboolean
ff_component_store_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_criterion_store_delete_all (db, FF_CRITERIA_OF_COMPONENT, id, error) && ff_test_item_store_delete_all (db, id, error)
         && ff_rows_run_with_id (db, "DELETE FROM component WHERE id = $id", id, error);
}

enum
{
  OWNER_COURSE_ID,
  OWNER_RUN_ID,
};

gboolean
ff_component_store_find_owner (FfDb *db, gint64 id, gint64 *course_id, gint64 *run_id, GError **error)
{
  FfStep step;
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT scheme.course_id, scheme.run_id FROM component JOIN scheme ON scheme.id = component.scheme_id WHERE component.id = $id", error);

  *course_id = *run_id = 0;
  if (!statement)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  step = ff_statement_step (statement, error);
  if (step == FF_STEP_ROW)
    {
      *course_id = ff_statement_get_int (statement, OWNER_COURSE_ID);
      *run_id = ff_statement_get_int (statement, OWNER_RUN_ID);
    }
  return step != FF_STEP_ERROR;
}

int
ff_component_store_count_marks (FfDb *db, gint64 component_id, gint64 criterion_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT (SELECT count (*) FROM mark WHERE component_id = $component AND ($criterion IS NULL OR criterion_id = $criterion))"
    " + (SELECT count (*) FROM team_mark WHERE component_id = $component AND ($criterion IS NULL OR criterion_id = $criterion))"
    " + (SELECT count (*) FROM exemption WHERE component_id = $component AND $criterion IS NULL)"
    " + (SELECT count (*) FROM test_item JOIN test_answer ON item_id = test_item.id WHERE component_id = $component AND $criterion IS NULL)",
    error);
  if (!statement)
    return -1;
  ff_statement_bind_int (statement, "$component", component_id);
  ff_statement_bind_id (statement, "$criterion", criterion_id);
  return ff_rows_get_id (statement, error);
}

gint64
ff_component_store_highest_mark (FfDb *db, gint64 component_id, gint64 criterion_id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db,
    "SELECT coalesce (max (score), 0) FROM"
    " (SELECT score FROM mark WHERE component_id = $component AND coalesce (criterion_id, 0) = $criterion"
    " UNION ALL SELECT score FROM team_mark WHERE component_id = $component AND coalesce (criterion_id, 0) = $criterion)", error);
  if (!statement)
    return -1;
  ff_statement_bind_int (statement, "$component", component_id);
  ff_statement_bind_int (statement, "$criterion", criterion_id);
  return ff_rows_get_id (statement, error);
}
