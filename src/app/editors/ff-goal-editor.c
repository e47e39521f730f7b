/* A goal of a project, a class or a course. The context is the owner, as ff_owner_to_number () makes it. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-choice.h"
#include "ff-goals.h"
#include "ff-tag.h"

#define LEVELS 4

static const FfEditorField fields[] = {
  { "level", N_("Level"), FF_FIELD_CHOICE, FALSE },
  { "layer", N_("Layer"), FF_FIELD_CHOICE, FALSE },
  { "text", N_("Goal"), FF_FIELD_PARAGRAPH, TRUE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfGoalDraft draft = {
    .level = ff_editor_values_get (values, "level"),
    .layer = ff_editor_values_get (values, "layer"),
    .text = ff_editor_values_get (values, "text"),
  };

  return ff_goals_put (db, ff_owner_from_number (context), id, &draft, new_id, error);
}

static gboolean
load (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfGoal) goal = NULL;
  g_autofree char *level = NULL;

  if (id == 0)
    return TRUE;
  goal = ff_goals_read (db, id, error);
  if (goal == NULL)
    return FALSE;
  level = goal->level > 0 ? g_strdup_printf ("%d", goal->level) : NULL;
  ff_editor_values_set (values, "level", level);
  ff_editor_values_set (values, "layer", goal->layer_key);
  ff_editor_values_set (values, "text", goal->text);
  return TRUE;
}

static GPtrArray *
list_levels (void)
{
  GPtrArray *array = ff_choices_new ();

  ff_editors_add_choice (array, "", C_ ("level", "Of the whole"));
  for (int level = 1; level <= LEVELS; level++)
    {
      g_autofree char *key = g_strdup_printf ("%d", level);
      g_autofree char *title = g_strdup_printf ("%d · %s", level, ff_level_title (level));

      ff_editors_add_choice (array, key, title);
    }
  return array;
}

static GPtrArray *
choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  return g_str_equal (field, "level") ? list_levels () : ff_editors_list_layers (db, error);
}

static gboolean
delete (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_goals_delete (db, id, error);
}

const FfEditorKind ff_goal_editor = {
  .new_title = N_("New Goal"),
  .edit_title = N_("Goal"),
  .new_label = N_("Add a goal"),
  .edit_label = N_("Change a goal"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Goal"),
  .deleted = N_("Goal deleted"),
};
