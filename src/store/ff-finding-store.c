#include "config.h"

#include "ff-finding-store.h"

#include "ff-layer-store.h"
#include "ff-owned-store.h"
#include "ff-rows.h"
#include "ff-statement-values.h"

void
ff_finding_free (FfFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->kind);
  g_free (finding->layer_key);
  g_free (finding->layer);
  g_free (finding->text);
  g_free (finding->source);
  g_free (finding->syllabus_item);
  g_free (finding);
}

void
ff_goal_free (FfGoal *goal)
{
  if (goal == NULL)
    return;
  g_free (goal->layer_key);
  g_free (goal->layer);
  g_free (goal->text);
  g_free (goal);
}

/* What both tables are joined with: no layer means all of them. */
static void
read_layer (FfStatement *statement, int key_column, int title_column, char **key, char **title)
{
  *key = ff_statement_dup_text (statement, key_column);
  *title = *key != NULL ? g_strdup (ff_layer_title (*key, ff_statement_get_text (statement, title_column))) : NULL;
}

/* Findings ---------------------------------------------------------------------------------------------------------- */

enum
{
  FINDING_ID,
  FINDING_VERSION,
  FINDING_PROJECT_ID,
  FINDING_RUN_ID,
  FINDING_COURSE_ID,
  FINDING_POSITION,
  FINDING_KIND,
  FINDING_LAYER_ID,
  FINDING_LAYER_KEY,
  FINDING_LAYER_TITLE,
  FINDING_TEXT,
  FINDING_SOURCE,
  FINDING_SHARE,
  FINDING_ITEM_ID,
  FINDING_ITEM_TITLE,
};

#define SELECT_FINDING                                                                                                              \
  "SELECT finding.id, finding.version, finding.project_id, finding.run_id, finding.course_id, finding.position, finding.kind,"      \
  " finding.layer_id, layer.key, layer.title, finding.text, finding.source, finding.share, finding.syllabus_item_id, item.title"    \
  " FROM finding LEFT JOIN layer ON layer.id = finding.layer_id"                                                                    \
  " LEFT JOIN syllabus_item AS item ON item.id = finding.syllabus_item_id WHERE "

static gpointer
read_finding (FfStatement *statement)
{
  FfFinding *finding = g_new0 (FfFinding, 1);

  finding->id = ff_statement_get_int (statement, FINDING_ID);
  finding->version = ff_statement_get_int (statement, FINDING_VERSION);
  finding->owner = ff_owned_store_get_owner (statement, FF_OWNED_FINDING, FINDING_PROJECT_ID);
  finding->position = (int) ff_statement_get_int (statement, FINDING_POSITION);
  finding->kind = ff_statement_dup_text (statement, FINDING_KIND);
  finding->layer_id = ff_statement_get_int (statement, FINDING_LAYER_ID);
  read_layer (statement, FINDING_LAYER_KEY, FINDING_LAYER_TITLE, &finding->layer_key, &finding->layer);
  finding->text = ff_statement_dup_text (statement, FINDING_TEXT);
  finding->source = ff_statement_dup_text (statement, FINDING_SOURCE);
  finding->share = (int) ff_statement_get_number (statement, FINDING_SHARE);
  finding->syllabus_item_id = ff_statement_get_int (statement, FINDING_ITEM_ID);
  finding->syllabus_item = ff_statement_dup_text (statement, FINDING_ITEM_TITLE);
  return finding;
}

GPtrArray *
ff_finding_store_list (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, SELECT_FINDING FF_OWNED_BY_ALL ("finding") " ORDER BY finding.position, finding.id", error);

  if (statement == NULL)
    return NULL;
  ff_owned_store_bind (statement, FF_OWNED_FINDING, owner);
  return ff_rows_list (statement, read_finding, (GDestroyNotify) ff_finding_free, error);
}

FfFinding *
ff_finding_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_FINDING "finding.id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_finding (statement) : NULL;
}

static void
bind_finding (FfStatement *statement, const FfFinding *finding)
{
  ff_statement_bind_text (statement, "$kind", finding->kind);
  ff_statement_bind_id (statement, "$layer", finding->layer_id);
  ff_statement_bind_text (statement, "$text", finding->text);
  ff_statement_bind_text (statement, "$source", finding->source);
  ff_statement_bind_number (statement, "$share", finding->share);
  ff_statement_bind_id (statement, "$item", finding->syllabus_item_id);
}

gboolean
ff_finding_store_insert (FfDb *db, FfFinding *finding, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "INSERT INTO finding (project_id, run_id, course_id, position, kind, layer_id, text, source, share, syllabus_item_id)"
                       " VALUES ($project, $run, $course, $position, $kind, $layer, $text, $source, $share, $item)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_owned_store_bind (statement, FF_OWNED_FINDING, finding->owner);
  ff_statement_bind_int (statement, "$position", finding->position);
  bind_finding (statement, finding);
  return ff_statement_insert (statement, &finding->id, error);
}

gboolean
ff_finding_store_update (FfDb *db, const FfFinding *finding, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "UPDATE finding SET kind = $kind, layer_id = $layer, text = $text, source = $source, share = $share,"
                       " syllabus_item_id = $item, version = version + 1 WHERE id = $id",
                       error);

  if (statement == NULL)
    return FALSE;
  bind_finding (statement, finding);
  ff_statement_bind_int (statement, "$id", finding->id);
  return ff_statement_run (statement, NULL, error);
}

/* Goals ------------------------------------------------------------------------------------------------------------- */

enum
{
  GOAL_ID,
  GOAL_VERSION,
  GOAL_PROJECT_ID,
  GOAL_RUN_ID,
  GOAL_COURSE_ID,
  GOAL_POSITION,
  GOAL_LEVEL,
  GOAL_LAYER_ID,
  GOAL_LAYER_KEY,
  GOAL_LAYER_TITLE,
  GOAL_TEXT,
};

#define SELECT_GOAL                                                                                                                 \
  "SELECT goal.id, goal.version, goal.project_id, goal.run_id, goal.course_id, goal.position, goal.level, goal.layer_id, layer.key,"  \
  " layer.title, goal.text FROM goal LEFT JOIN layer ON layer.id = goal.layer_id WHERE "

static gpointer
read_goal (FfStatement *statement)
{
  FfGoal *goal = g_new0 (FfGoal, 1);

  goal->id = ff_statement_get_int (statement, GOAL_ID);
  goal->version = ff_statement_get_int (statement, GOAL_VERSION);
  goal->owner = ff_owned_store_get_owner (statement, FF_OWNED_GOAL, GOAL_PROJECT_ID);
  goal->position = (int) ff_statement_get_int (statement, GOAL_POSITION);
  goal->level = (int) ff_statement_get_int (statement, GOAL_LEVEL);
  goal->layer_id = ff_statement_get_int (statement, GOAL_LAYER_ID);
  read_layer (statement, GOAL_LAYER_KEY, GOAL_LAYER_TITLE, &goal->layer_key, &goal->layer);
  goal->text = ff_statement_dup_text (statement, GOAL_TEXT);
  return goal;
}

GPtrArray *
ff_goal_store_list (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db, SELECT_GOAL FF_OWNED_BY_ALL ("goal") " ORDER BY goal.position, goal.id", error);

  if (statement == NULL)
    return NULL;
  ff_owned_store_bind (statement, FF_OWNED_GOAL, owner);
  return ff_rows_list (statement, read_goal, (GDestroyNotify) ff_goal_free, error);
}

FfGoal *
ff_goal_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT_GOAL "goal.id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_goal (statement) : NULL;
}

static void
bind_goal (FfStatement *statement, const FfGoal *goal)
{
  ff_statement_bind_id (statement, "$level", goal->level);
  ff_statement_bind_id (statement, "$layer", goal->layer_id);
  ff_statement_bind_text (statement, "$text", goal->text);
}

gboolean
ff_goal_store_insert (FfDb *db, FfGoal *goal, GError **error)
{
  g_autoptr (FfStatement) statement
      = ff_db_prepare (db,
                       "INSERT INTO goal (project_id, run_id, course_id, position, level, layer_id, text)"
                       " VALUES ($project, $run, $course, $position, $level, $layer, $text)",
                       error);

  if (statement == NULL)
    return FALSE;
  ff_owned_store_bind (statement, FF_OWNED_GOAL, goal->owner);
  ff_statement_bind_int (statement, "$position", goal->position);
  bind_goal (statement, goal);
  return ff_statement_insert (statement, &goal->id, error);
}

gboolean
ff_goal_store_update (FfDb *db, const FfGoal *goal, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE goal SET level = $level, layer_id = $layer, text = $text, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  bind_goal (statement, goal);
  ff_statement_bind_int (statement, "$id", goal->id);
  return ff_statement_run (statement, NULL, error);
}
