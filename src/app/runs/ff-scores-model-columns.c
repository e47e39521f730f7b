/* The columns of the marks: who, each leaf below its group with the criteria of its rubric, then total, rank and award. */
#include "config.h"

#include "ff-scores-model-private.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-scores-text.h"

static FfGridColumn *
add_column (FfScoresModel *self, FfScoresKind kind, int component, int criterion, FfGridColumn *column)
{
  g_array_append_val (self->meanings, ((FfScoresMeaning) { kind, component, criterion }));

  return ff_class_model_add_column (FF_CLASS_MODEL (self), column);
}

static void
add_frozen_columns (FfScoresModel *self)
{
  FfGridColumn *column;

  add_column (self, FF_SCORES_KIND_NUMBER, -1, -1, ff_grid_column_new (C_("column", "#"), NULL, 34, 0))->frozen = TRUE;
  column = add_column (self, FF_SCORES_KIND_TRAINEE, -1, -1, ff_grid_column_new (C_("column", "Trainee"), NULL, 106, 0));
  column->frozen = TRUE;
  column->expand = TRUE;
  column->strong = TRUE;
  column->sample = g_strdup (ff_class_model_get_longest_name (FF_CLASS_MODEL (self)));
}

static void
set_group (FfScoresModel *self, FfGridColumn *column, int root, int nth)
{
  const FfComponent *group = ff_scores_model_component_at (self, root);
  g_autofree char *share = NULL;

  if (group->leaf)
    return;

  share = ff_scores_text_number (group->share * 100, 1);
  column->group = g_strdup (group->title);
  column->group_note = g_strdup_printf (_("%s %%"), share);
  column->group_number = root;
  column->tint = nth % 2 == 0 ? FF_GRID_TINT_PROCESS : FF_GRID_TINT_RESULT;
}

static char *
describe_share (const FfComponent *leaf)
{
  g_autofree char *share = NULL;

  if (leaf->pretest_of != NULL)
    return g_strdup (C_("column", "pre-test"));

  share = ff_scores_text_number (leaf->share * 100, 1);

  return g_strdup_printf (_("%s %%"), share);
}

static void
add_criteria (FfScoresModel *self, const FfComponent *leaf, int component, int root, int nth)
{
  for (guint i = 0; self->show_criteria && leaf->criteria != NULL && i < leaf->criteria->len; i++)
    {
      const FfCriterion *criterion = g_ptr_array_index (leaf->criteria, i);
      g_autofree char *max = ff_hundredths_format (criterion->max);
      g_autofree char *subtitle = g_strdup_printf (_("of %s"), max);
      FfGridColumn *column = add_column (self, FF_SCORES_KIND_CRITERION, component, (int) i, ff_grid_column_new (criterion->title, subtitle, 62, 0.5f));

      column->tooltip = g_strdup_printf (_("%s: %s, at most %s points"), leaf->title, criterion->title, max);
      set_group (self, column, root, nth);
    }
}

static void
add_leaf (FfScoresModel *self, int component, int nth)
{
  const FfComponent *leaf = ff_scores_model_component_at (self, component);
  int root = ff_scores_text_find_root (ff_scores_model_figures (self)->scheme, component);
  g_autofree char *subtitle = describe_share (leaf);
  g_autofree char *max = ff_hundredths_format (leaf->max);
  FfGridColumn *column;

  add_criteria (self, leaf, component, root, nth);
  column = add_column (self, FF_SCORES_KIND_LEAF, component, -1, ff_grid_column_new (leaf->title, subtitle, 66, 0.5f));
  column->tooltip = leaf->source == FF_SOURCE_RUBRIC ? g_strdup_printf (_("%s, at most %s points; marked by its criteria"), leaf->title, max)
                                                     : g_strdup_printf (_("%s, at most %s points"), leaf->title, max);
  set_group (self, column, root, nth);
}

static void
end_block (FfScoresModel *self)
{
  ff_class_model_get_column (FF_CLASS_MODEL (self), (int) self->meanings->len - 1)->strong = TRUE;
}

void
ff_scores_model_build_columns (FfClassModel *model)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);
  const FfScheme *scheme = ff_scores_model_figures (self)->scheme;
  int last_root = -1, nth = -1;

  g_array_set_size (self->meanings, 0);
  add_frozen_columns (self);
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      int root = ff_scores_text_find_root (scheme, (int) i);

      if (!ff_scores_model_component_at (self, (int) i)->leaf)
        continue;
      if (root != last_root)
        {
          nth++;
          end_block (self);
        }
      last_root = root;
      add_leaf (self, (int) i, nth);
    }
  end_block (self);
  add_column (self, FF_SCORES_KIND_TOTAL, -1, -1, ff_grid_column_new (C_("column", "Total"), NULL, 66, 0.5f));
  add_column (self, FF_SCORES_KIND_RANK, -1, -1, ff_grid_column_new (C_("column", "Rank"), NULL, 44, 0.5f));
  add_column (self, FF_SCORES_KIND_AWARD, -1, -1, ff_grid_column_new (C_("column", "Award"), NULL, 44, 0.5f));
}

gboolean
ff_scores_meaning_is_mark (const FfScoresMeaning *meaning)
{
  return meaning->kind == FF_SCORES_KIND_CRITERION || meaning->kind == FF_SCORES_KIND_LEAF;
}
