/* The rows of the marks, and what was entered and is not written yet: it is laid over the figures until it is. */
#include "config.h"

#include "ff-scores-model-private.h"

#include <string.h>

#include "ff-number.h"

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void ff_scores_model_grid_init (FfGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfScoresModel, ff_scores_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FF_TYPE_GRID_MODEL, ff_scores_model_grid_init))

const FfComponent *
ff_scores_model_component_at (FfScoresModel *self, int component)
{
  return ff_scheme_get (self->figures->scheme, (guint) component);
}

const FfScoresMeaning *
ff_scores_model_get_meaning (FfScoresModel *self, int column)
{
  return &g_array_index (self->meanings, FfScoresMeaning, column);
}

FfClassTrainee *
ff_scores_model_get_trainee (FfScoresModel *self, int row)
{
  g_return_val_if_fail (FF_IS_SCORES_MODEL (self), NULL);

  if (row < 0 || row >= (int) self->rows->len)
    return NULL;

  return g_ptr_array_index (self->figures->trainees, g_array_index (self->rows, int, row));
}

int
ff_scores_model_get_component (FfScoresModel *self, int column)
{
  g_return_val_if_fail (FF_IS_SCORES_MODEL (self), -1);

  if (column < 0 || column >= (int) self->meanings->len)
    return -1;

  return ff_scores_model_get_meaning (self, column)->component;
}

const FfStanding *
ff_scores_model_find_standing (FfScoresModel *self, const FfClassTrainee *trainee)
{
  guint index;

  if (!g_ptr_array_find (self->figures->trainees, trainee, &index))
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

/* Rows and structure ------------------------------------------------------------------------------------------ */

static gboolean
matches (const FfScoresModel *self, const FfClassTrainee *trainee)
{
  g_autofree char *needle = NULL;
  g_autofree char *hay = NULL;
  g_autofree char *folded = NULL;

  if (self->search == NULL)
    return TRUE;

  needle = g_utf8_casefold (self->search, -1);
  hay = g_strconcat (trainee->name, "\n", trainee->employee_no, NULL);
  folded = g_utf8_casefold (hay, -1);

  return strstr (folded, needle) != NULL;
}

static void
build_rows (FfScoresModel *self)
{
  g_array_set_size (self->rows, 0);
  for (int i = 0; self->figures != NULL && i < (int) self->figures->trainees->len; i++)
    {
      if (matches (self, g_ptr_array_index (self->figures->trainees, i)))
        g_array_append_val (self->rows, i);
    }
}

/* Equal texts have equal rows and columns, so that a change of mere cells leaves what is being typed alone. */
static char *
describe_structure (FfScoresModel *self)
{
  GString *text = g_string_new (NULL);

  if (self->figures == NULL)
    return g_string_free (text, FALSE);

  for (guint i = 0; i < ff_scheme_length (self->figures->scheme); i++)
    {
      const FfComponent *c = ff_scores_model_component_at (self, (int) i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %d %.6f %" G_GINT64_FORMAT " %s\n", c->id, c->parent, c->share, c->max, c->title);
      for (guint j = 0; c->criteria != NULL && j < c->criteria->len; j++)
        {
          const FfCriterion *criterion = g_ptr_array_index (c->criteria, j);

          g_string_append_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n", criterion->id, criterion->max, criterion->title);
        }
    }
  for (guint i = 0; i < self->figures->trainees->len; i++)
    {
      const FfClassTrainee *t = g_ptr_array_index (self->figures->trainees, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %d %s\n", t->enrolment_id, t->disqualified, t->name);
    }
  g_string_append_printf (text, "%d %s", self->show_criteria, self->search != NULL ? self->search : "");

  return g_string_free (text, FALSE);
}

/* Ranks among everybody with a total, which is what a provisional rank means. */
static void
compute_standings (FfScoresModel *self)
{
  guint n = self->figures != NULL ? self->figures->trainees->len : 0;

  g_free (self->standings);
  self->standings = g_new0 (FfStanding, n);
  for (guint i = 0; i < n; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (self->figures->trainees, i);

      self->standings[i].total = trainee->result.total;
      self->standings[i].ranked = trainee->result.known && !trainee->disqualified;
      self->standings[i].passed = self->standings[i].ranked && trainee->result.total >= ff_hundredths_to_double (self->figures->scheme->pass_mark);
    }
  if (n > 0)
    ff_marks_rank (self->figures->scheme, self->standings, n, NULL);
}

static void
rebuild (FfScoresModel *self)
{
  g_autofree char *structure = NULL;

  compute_standings (self);
  structure = describe_structure (self);
  if (g_strcmp0 (structure, self->structure) == 0)
    {
      ff_grid_model_cells_changed (FF_GRID_MODEL (self), 0, (int) self->rows->len);
      return;
    }

  g_free (self->structure);
  self->structure = g_steal_pointer (&structure);
  ff_scores_model_build_columns (self);
  build_rows (self);
  ff_grid_model_structure_changed (FF_GRID_MODEL (self));
}

/* Entries ----------------------------------------------------------------------------------------------------- */

static FfClassTrainee *
find_trainee (FfScoresModel *self, gint64 enrolment_id)
{
  for (guint i = 0; i < self->figures->trainees->len; i++)
    {
      FfClassTrainee *trainee = g_ptr_array_index (self->figures->trainees, i);

      if (trainee->enrolment_id == enrolment_id)
        return trainee;
    }

  return NULL;
}

static gboolean
find_place (FfScoresModel *self, const FfScoreEntry *entry, int *component, int *criterion)
{
  for (guint i = 0; i < ff_scheme_length (self->figures->scheme); i++)
    {
      const FfComponent *c = ff_scores_model_component_at (self, (int) i);

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
lay_over_one (FfScoresModel *self, const FfScoreEntry *entry)
{
  FfClassTrainee *trainee = find_trainee (self, entry->enrolment_id);
  int component, criterion;

  if (trainee == NULL || !find_place (self, entry, &component, &criterion))
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
                                                          .rater = ff_class_figures_keep (self->figures, entry->rater),
                                                          .attempt = entry->attempt, .score = entry->score }));
}

static void
lay_over (FfScoresModel *self, const GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    lay_over_one (self, &g_array_index (entries, FfScoreEntry, i));
}

void
ff_scores_model_enter (FfScoresModel *self, const char *label, GArray *entries, const char *said)
{
  lay_over (self, entries);
  ff_class_figures_update (self->figures);
  g_ptr_array_add (self->pending, g_array_ref (entries));
  rebuild (self);
  g_signal_emit (self, signals[ENTERED], 0, label, entries, said);
}

void
ff_scores_model_settle (FfScoresModel *self, GArray *entries)
{
  g_return_if_fail (FF_IS_SCORES_MODEL (self));

  g_ptr_array_remove (self->pending, entries);
}

/* The grid's questions ---------------------------------------------------------------------------------------- */

static int
get_n_rows (FfGridModel *model)
{
  return (int) FF_SCORES_MODEL (model)->rows->len;
}

static int
get_n_columns (FfGridModel *model)
{
  return (int) FF_SCORES_MODEL (model)->columns->len;
}

static const FfGridColumn *
get_column (FfGridModel *model, int column)
{
  return g_ptr_array_index (FF_SCORES_MODEL (model)->columns, column);
}

static gboolean
has_footer (FfGridModel *model)
{
  return FF_SCORES_MODEL (model)->rows->len > 0;
}

static void
ff_scores_model_grid_init (FfGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->has_footer = has_footer;
  ff_scores_model_init_cells (iface);
  ff_scores_model_init_edit (iface);
}

/* The object -------------------------------------------------------------------------------------------------- */

static void
ff_scores_model_finalize (GObject *object)
{
  FfScoresModel *self = FF_SCORES_MODEL (object);

  g_free (self->search);
  g_free (self->structure);
  g_free (self->standings);
  g_array_unref (self->rows);
  g_array_unref (self->meanings);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->pending);

  G_OBJECT_CLASS (ff_scores_model_parent_class)->finalize (object);
}

static void
ff_scores_model_class_init (FfScoresModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_scores_model_finalize;

  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_ARRAY, G_TYPE_STRING);
}

static void
ff_scores_model_init (FfScoresModel *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (int));
  self->meanings = g_array_new (FALSE, FALSE, sizeof (FfScoresMeaning));
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_grid_column_free);
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->show_criteria = TRUE;
}

FfScoresModel *
ff_scores_model_new (void)
{
  return g_object_new (FF_TYPE_SCORES_MODEL, NULL);
}

void
ff_scores_model_set_figures (FfScoresModel *self, FfClassFigures *figures)
{
  g_return_if_fail (FF_IS_SCORES_MODEL (self));

  self->figures = figures;
  if (figures != NULL && self->pending->len > 0)
    {
      for (guint i = 0; i < self->pending->len; i++)
        lay_over (self, g_ptr_array_index (self->pending, i));
      ff_class_figures_update (figures);
    }
  rebuild (self);
}

FfClassFigures *
ff_scores_model_get_figures (FfScoresModel *self)
{
  g_return_val_if_fail (FF_IS_SCORES_MODEL (self), NULL);

  return self->figures;
}

void
ff_scores_model_set_writable (FfScoresModel *self, gboolean writable)
{
  g_return_if_fail (FF_IS_SCORES_MODEL (self));

  self->writable = writable;
}

void
ff_scores_model_set_search (FfScoresModel *self, const char *search)
{
  g_return_if_fail (FF_IS_SCORES_MODEL (self));

  g_free (self->search);
  self->search = search != NULL && search[0] != '\0' ? g_strdup (search) : NULL;
  rebuild (self);
}

void
ff_scores_model_set_show_criteria (FfScoresModel *self, gboolean show_criteria)
{
  g_return_if_fail (FF_IS_SCORES_MODEL (self));

  self->show_criteria = show_criteria;
  rebuild (self);
}
