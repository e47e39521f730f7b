/* What the marks are built from, how entries are laid over the figures, and where everybody would stand. */
#include "config.h"

#include "ff-scores-model-private.h"

#include "ff-number.h"

static void ff_scores_model_grid_init (FfGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfScoresModel, ff_scores_model, FF_TYPE_CLASS_MODEL,
                               G_IMPLEMENT_INTERFACE (FF_TYPE_GRID_MODEL, ff_scores_model_grid_init))

const FfComponent *
ff_scores_model_component_at (FfScoresModel *self, int component)
{
  return ff_scheme_get (ff_scores_model_figures (self)->scheme, (guint) component);
}

const FfScoresMeaning *
ff_scores_model_get_meaning (FfScoresModel *self, int column)
{
  return &g_array_index (self->meanings, FfScoresMeaning, column);
}

int
ff_scores_model_get_component (FfScoresModel *self, int column)
{
  g_return_val_if_fail (FF_IS_SCORES_MODEL (self), -1);

  if (column < 0 || column >= ff_grid_model_get_n_columns (FF_GRID_MODEL (self)))
    return -1;

  return ff_scores_model_get_meaning (self, column)->component;
}

const FfStanding *
ff_scores_model_find_standing (FfScoresModel *self, const FfClassTrainee *trainee)
{
  guint index;

  if (!g_ptr_array_find (ff_scores_model_figures (self)->trainees, trainee, &index))
    return NULL;

  return &self->standings[index];
}

int
ff_scores_model_get_standing (FfScoresModel *self, const FfClassTrainee *trainee)
{
  const FfStanding *standing;

  g_return_val_if_fail (FF_IS_SCORES_MODEL (self), 0);

  standing = ff_scores_model_find_standing (self, trainee);

  return standing != NULL ? standing->rank : 0;
}

/* Structure --------------------------------------------------------------------------------------------------- */

static void
describe_component (const FfComponent *c, GString *text)
{
  g_string_append_printf (text, "%" G_GINT64_FORMAT " %d %.6f %" G_GINT64_FORMAT " %s\n", c->id, c->parent, c->share, c->max, c->title);
  for (guint i = 0; c->criteria != NULL && i < c->criteria->len; i++)
    {
      const FfCriterion *criterion = g_ptr_array_index (c->criteria, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n", criterion->id, criterion->max, criterion->title);
    }
}

static void
describe (FfClassModel *model, GString *text)
{
  const FfClassFigures *figures = ff_class_model_get_figures (model);

  for (guint i = 0; i < ff_scheme_length (figures->scheme); i++)
    describe_component (ff_scheme_get (figures->scheme, i), text);
  for (guint i = 0; i < figures->trainees->len; i++)
    g_string_append_c (text, ((const FfClassTrainee *) g_ptr_array_index (figures->trainees, i))->disqualified ? '1' : '0');
  g_string_append_c (text, FF_SCORES_MODEL (model)->show_criteria ? 'c' : '-');
}

/* Ranks among everybody with a total, which is what a provisional rank means. */
static void
computed (FfClassModel *model)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);
  const FfClassFigures *figures = ff_class_model_get_figures (model);
  guint n = figures != NULL ? figures->trainees->len : 0;

  g_free (self->standings);
  self->standings = g_new0 (FfStanding, n);
  for (guint i = 0; i < n; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      self->standings[i].total = trainee->result.total;
      self->standings[i].ranked = trainee->result.known && !trainee->disqualified;
      self->standings[i].passed = self->standings[i].ranked && trainee->result.total >= ff_hundredths_to_double (figures->scheme->pass_mark);
    }
  if (n > 0)
    ff_marks_rank (figures->scheme, self->standings, n, NULL);
}

/* Entries ----------------------------------------------------------------------------------------------------- */

static gboolean
find_place (const FfScheme *scheme, const FfScoreEntry *entry, int *component, int *criterion)
{
  for (guint i = 0; i < ff_scheme_length (scheme); i++)
    {
      const FfComponent *c = ff_scheme_get (scheme, i);

      if (c->id != entry->component_id)
        continue;
      *component = (int) i;
      *criterion = -1;
      for (guint j = 0; entry->criterion_id != 0 && c->criteria != NULL && j < c->criteria->len; j++)
        {
          if (((FfCriterion *) g_ptr_array_index (c->criteria, j))->id == entry->criterion_id)
            *criterion = (int) j;
        }
      return entry->criterion_id == 0 || *criterion >= 0;
    }

  return FALSE;
}

static void
lay_over (FfClassModel *model, gconstpointer data)
{
  const FfScoreEntry *entry = data;
  FfClassFigures *figures = ff_class_model_get_figures (model);
  FfClassTrainee *trainee = ff_class_model_find_trainee (model, entry->enrolment_id);
  int component, criterion;

  if (trainee == NULL || !find_place (figures->scheme, entry, &component, &criterion))
    return;
  if (entry->change != FF_SCORE_REMOVE)
    trainee->exempt[component] = entry->change == FF_SCORE_EXEMPT;
  if (entry->change == FF_SCORE_EXEMPT || entry->change == FF_SCORE_LIFT)
    return;

  for (guint i = 0; i < trainee->marks->len; i++)
    {
      FfStoredMark *mark = &g_array_index (trainee->marks, FfStoredMark, i);

      if (mark->component != component || mark->criterion != criterion || mark->attempt != entry->attempt ||
          g_strcmp0 (mark->rater, entry->rater) != 0)
        continue;
      if (entry->change == FF_SCORE_SET)
        mark->score = entry->score;
      else
        g_array_remove_index (trainee->marks, i);
      return;
    }

  if (entry->change == FF_SCORE_SET)
    g_array_append_val (trainee->marks, ((FfStoredMark) { .component = component, .criterion = criterion,
                                                          .rater = ff_class_figures_keep (figures, entry->rater),
                                                          .attempt = entry->attempt, .score = entry->score }));
}

/* The grid's questions ---------------------------------------------------------------------------------------- */

static gboolean
has_footer (FfGridModel *model)
{
  return ff_grid_model_get_n_rows (model) > 0;
}

static void
ff_scores_model_grid_init (FfGridModelInterface *iface)
{
  iface->has_footer = has_footer;
  ff_scores_model_init_cells (iface);
  ff_scores_model_init_edit (iface);
}

/* The object -------------------------------------------------------------------------------------------------- */

static void
ff_scores_model_finalize (GObject *object)
{
  FfScoresModel *self = FF_SCORES_MODEL (object);

  g_free (self->standings);
  g_array_unref (self->meanings);

  G_OBJECT_CLASS (ff_scores_model_parent_class)->finalize (object);
}

static void
ff_scores_model_class_init (FfScoresModelClass *klass)
{
  FfClassModelClass *model_class = FF_CLASS_MODEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ff_scores_model_finalize;
  model_class->describe = describe;
  model_class->build_columns = ff_scores_model_build_columns;
  model_class->lay_over = lay_over;
  model_class->computed = computed;
}

static void
ff_scores_model_init (FfScoresModel *self)
{
  self->meanings = g_array_new (FALSE, FALSE, sizeof (FfScoresMeaning));
  self->show_criteria = TRUE;
}

FfScoresModel *
ff_scores_model_new (void)
{
  return g_object_new (FF_TYPE_SCORES_MODEL, NULL);
}

void
ff_scores_model_set_show_criteria (FfScoresModel *self, gboolean show_criteria)
{
  g_return_if_fail (FF_IS_SCORES_MODEL (self));

  self->show_criteria = show_criteria;
  ff_class_model_rebuild (FF_CLASS_MODEL (self));
}
