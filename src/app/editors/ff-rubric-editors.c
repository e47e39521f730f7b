/* A rubric of the library, and criteria and levels wherever they stand: the forms of the library and of a scheme share everything but the
   tables behind them. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-criteria-edit.h"
#include "ff-number.h"
#include "ff-rubrics.h"

/* Rubrics ----------------------------------------------------------------------------------------------------------- */

static const FfEditorField rubric_fields[] = {
  { "title", N_("Title"), FF_FIELD_TEXT, TRUE },
  { "note", N_("What it is for"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put_rubric (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfRubricDraft draft = { .title = ff_editor_values_get (values, "title"), .note = ff_editor_values_get (values, "note") };

  return ff_rubrics_put_draft (db, id, &draft, new_id, error);
}

static gboolean
load_rubric (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfRubric) rubric = id != 0 ? ff_rubrics_read (db, id, error) : NULL;

  if (rubric != NULL)
    {
      ff_editor_values_set (values, "title", rubric->title);
      ff_editor_values_set (values, "note", rubric->note);
    }
  return id == 0 || rubric != NULL;
}

const FfEditorKind ff_rubric_editor = {
  .new_title = N_("New Rubric"),
  .edit_title = N_("Rubric"),
  .new_label = N_("Add a rubric"),
  .edit_label = N_("Change a rubric"),
  .fields = rubric_fields,
  .n_fields = G_N_ELEMENTS (rubric_fields),
  .put = put_rubric,
  .load = load_rubric,
};

/* Criteria ---------------------------------------------------------------------------------------------------------- */

static const FfEditorField criterion_fields[] = {
  { "title", N_("What is judged"), FF_FIELD_TEXT, TRUE },
  { "max", N_("Maximum"), FF_FIELD_NUMBER, TRUE },
  { "note", N_("What to look at"), FF_FIELD_PARAGRAPH, FALSE },
  { "key", N_("Key in files"), FF_FIELD_TEXT, FALSE },
};

static FfPut
put_criterion (FfDb *db, FfCriteriaOf of, gint64 id, gint64 owner, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfCriterionDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .note = ff_editor_values_get (values, "note"),
    .max = ff_editor_values_get (values, "max"),
    .key = ff_editor_values_get (values, "key"),
  };

  return ff_criteria_put_criterion (db, of, owner, id, &draft, new_id, error);
}

static const FfCriterion *
find_criterion (GPtrArray *criteria, gint64 id, GError **error)
{
  for (guint i = 0; criteria != NULL && i < criteria->len; i++)
    if (((const FfCriterion *) g_ptr_array_index (criteria, i))->id == id)
      return g_ptr_array_index (criteria, i);
  if (criteria != NULL)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This criterion does not exist any more."));
  return NULL;
}

/* A new criterion gives as many points as the one before it. */
static gboolean
load_criterion (FfDb *db, FfCriteriaOf of, gint64 id, gint64 owner, FfEditorValues *values, GError **error)
{
  g_autoptr (GPtrArray) criteria = ff_criteria_read (db, of, owner, error);
  const FfCriterion *criterion = id != 0 ? find_criterion (criteria, id, error) : NULL;
  gint64 points = 1000;
  g_autofree char *max = NULL;

  if (criteria == NULL || (id != 0 && criterion == NULL))
    return FALSE;
  if (criterion != NULL)
    {
      points = criterion->max;
      ff_editor_values_set (values, "title", criterion->title);
      ff_editor_values_set (values, "note", criterion->note);
      ff_editor_values_set (values, "key", criterion->key);
    }
  else if (criteria->len > 0)
    points = ((const FfCriterion *) g_ptr_array_index (criteria, criteria->len - 1))->max;
  max = ff_hundredths_format (points);
  ff_editor_values_set (values, "max", max);
  return TRUE;
}

/* Levels ------------------------------------------------------------------------------------------------------------ */

static const FfEditorField level_fields[] = {
  { "title", N_("Level"), FF_FIELD_TEXT, TRUE },
  { "points", N_("Points"), FF_FIELD_NUMBER, TRUE },
  { "description", N_("What is then to be seen"), FF_FIELD_PARAGRAPH, FALSE },
};

static FfPut
put_level (FfDb *db, FfCriteriaOf of, gint64 id, gint64 criterion, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfRubricLevelDraft draft = {
    .title = ff_editor_values_get (values, "title"),
    .description = ff_editor_values_get (values, "description"),
    .points = ff_editor_values_get (values, "points"),
  };

  return ff_criteria_put_level (db, of, criterion, id, &draft, new_id, error);
}

static gboolean
load_level (FfDb *db, FfCriteriaOf of, gint64 id, gint64 criterion_id, FfEditorValues *values, GError **error)
{
  gint64 owner = ff_criterion_store_find_owner (db, of, criterion_id, error);
  g_autoptr (GPtrArray) criteria = owner >= 0 ? ff_criteria_read (db, of, owner, error) : NULL;
  const FfCriterion *criterion = find_criterion (criteria, criterion_id, error);

  for (guint i = 0; criterion != NULL && i < criterion->levels->len; i++)
    {
      const FfRubricLevel *level = ff_criterion_get_level (criterion, i);
      g_autofree char *points = ff_hundredths_format (level->points);

      if (level->id != id)
        continue;
      ff_editor_values_set (values, "title", level->title);
      ff_editor_values_set (values, "description", level->description);
      ff_editor_values_set (values, "points", points);
      return TRUE;
    }
  if (criterion != NULL && id != 0)
    g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This level does not exist any more."));
  return criterion != NULL && id == 0;
}

/* The forms of one pair of tables. */
#define EDITORS(name, of)                                                                                                        \
  static FfPut put_criterion_##name (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error) \
  {                                                                                                                              \
    return put_criterion (db, of, id, context, values, new_id, error);                                                           \
  }                                                                                                                              \
  static gboolean load_criterion_##name (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)            \
  {                                                                                                                              \
    return load_criterion (db, of, id, context, values, error);                                                                  \
  }                                                                                                                              \
  static gboolean delete_criterion_##name (FfDb *db, gint64 id, gint64 context, GError **error)                                  \
  {                                                                                                                              \
    return ff_criteria_delete_criterion (db, of, id, error);                                                                     \
  }                                                                                                                              \
  static FfPut put_level_##name (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)     \
  {                                                                                                                              \
    return put_level (db, of, id, context, values, new_id, error);                                                               \
  }                                                                                                                              \
  static gboolean load_level_##name (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)                \
  {                                                                                                                              \
    return load_level (db, of, id, context, values, error);                                                                      \
  }                                                                                                                              \
  static gboolean delete_level_##name (FfDb *db, gint64 id, gint64 context, GError **error)                                      \
  {                                                                                                                              \
    return ff_criteria_delete_level (db, of, context, id, error);                                                                \
  }                                                                                                                              \
  const FfEditorKind ff_##name##_criterion_editor = {                                                                            \
    .new_title = N_("New Criterion"),                                                                                            \
    .edit_title = N_("Criterion"),                                                                                               \
    .new_label = N_("Add a criterion"),                                                                                          \
    .edit_label = N_("Change a criterion"),                                                                                      \
    .fields = criterion_fields,                                                                                                  \
    .n_fields = G_N_ELEMENTS (criterion_fields),                                                                                 \
    .put = put_criterion_##name,                                                                                                 \
    .load = load_criterion_##name,                                                                                               \
    .delete = delete_criterion_##name,                                                                                           \
    .delete_label = N_("Delete Criterion"),                                                                                      \
    .deleted = N_("Criterion deleted"),                                                                                          \
  };                                                                                                                             \
  const FfEditorKind ff_##name##_level_editor = {                                                                                \
    .new_title = N_("New Level"),                                                                                                \
    .edit_title = N_("Level"),                                                                                                   \
    .new_label = N_("Add a level"),                                                                                              \
    .edit_label = N_("Change a level"),                                                                                          \
    .fields = level_fields,                                                                                                      \
    .n_fields = G_N_ELEMENTS (level_fields),                                                                                     \
    .put = put_level_##name,                                                                                                     \
    .load = load_level_##name,                                                                                                   \
    .delete = delete_level_##name,                                                                                               \
    .delete_label = N_("Delete Level"),                                                                                          \
    .deleted = N_("Level deleted"),                                                                                              \
  };

/* clang-format off */
EDITORS (rubric, FF_CRITERIA_OF_RUBRIC)
EDITORS (component, FF_CRITERIA_OF_COMPONENT)
/* clang-format on */
