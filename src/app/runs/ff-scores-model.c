/* What the marks are built from, how entries are laid over the figures, and where everybody would stand. */
#include "config.h"

#include "ff-scores-model-private.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"

enum
{
  REASON_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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

int
ff_scores_model_get_criterion (FfScoresModel *self, int column)
{
  return ff_scores_model_get_component (self, column) < 0 ? -1 : ff_scores_model_get_meaning (self, column)->criterion;
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
  ff_scores_model_prune_attempts (self);
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

/* A row that is not there: NULL. */
static FfStoredMark *
find_mark (FfClassTrainee *trainee, int component, int criterion, const FfScoreEntry *entry)
{
  for (guint i = 0; i < trainee->marks->len; i++)
    {
      FfStoredMark *mark = &g_array_index (trainee->marks, FfStoredMark, i);

      if (mark->component == component && mark->criterion == criterion && mark->attempt == entry->attempt &&
          g_strcmp0 (mark->rater, entry->rater) == 0)
        return mark;
    }

  return NULL;
}

static void
drop_attempt (FfClassTrainee *trainee, int component, int attempt)
{
  for (guint i = trainee->marks->len; i > 0; i--)
    {
      const FfStoredMark *mark = &g_array_index (trainee->marks, FfStoredMark, i - 1);

      if (mark->component == component && mark->attempt == attempt)
        g_array_remove_index (trainee->marks, i - 1);
    }
}

static void
set_score (FfClassFigures *figures, FfClassTrainee *trainee, int component, int criterion, const FfScoreEntry *entry)
{
  FfStoredMark *mark = find_mark (trainee, component, criterion, entry);

  if (mark == NULL)
    {
      g_array_append_val (trainee->marks, ((FfStoredMark) { .component = component, .criterion = criterion,
                                                            .rater = ff_class_figures_keep (figures, entry->rater),
                                                            .attempt = entry->attempt }));
      mark = &g_array_index (trainee->marks, FfStoredMark, trainee->marks->len - 1);
    }
  mark->score = entry->score;
  if (entry->text != NULL)
    mark->reason = ff_class_figures_keep (figures, entry->text);
}

static void
lay_over (FfClassModel *model, gconstpointer data)
{
  const FfScoreEntry *entry = data;
  FfClassFigures *figures = ff_class_model_get_figures (model);
  FfClassTrainee *trainee = ff_class_model_find_trainee (model, entry->enrolment_id);
  FfStoredMark *mark;
  int component, criterion;

  if (trainee == NULL || !find_place (figures->scheme, entry, &component, &criterion))
    return;

  mark = find_mark (trainee, component, criterion, entry);
  switch (entry->change)
    {
    case FF_SCORE_EXEMPT:
      trainee->exempt[component] = TRUE;
      if (entry->text != NULL)
        trainee->exempt_reasons[component] = ff_class_figures_keep (figures, entry->text);
      break;
    case FF_SCORE_LIFT:
      trainee->exempt[component] = FALSE;
      break;
    case FF_SCORE_REMOVE:
      if (mark != NULL)
        g_array_remove_index (trainee->marks, (guint) (mark - (FfStoredMark *) (gpointer) trainee->marks->data));
      break;
    case FF_SCORE_COMMENT:
      if (mark != NULL)
        mark->comment = entry->text != NULL && *entry->text != '\0' ? ff_class_figures_keep (figures, entry->text) : NULL;
      break;
    case FF_SCORE_DROP_ATTEMPT:
      drop_attempt (trainee, component, entry->attempt);
      break;
    case FF_SCORE_SET:
    default:
      trainee->exempt[component] = FALSE;
      set_score (figures, trainee, component, criterion, entry);
      break;
    }
}

static void
entry_clear (gpointer data)
{
  FfScoreEntry *entry = data;

  g_free (entry->rater);
  g_free (entry->text);
}

GArray *
ff_scores_model_new_entries (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (FfScoreEntry));

  g_array_set_clear_func (entries, entry_clear);

  return entries;
}

/* Reasons ----------------------------------------------------------------------------------------------------- */

static gboolean
needs_reason (FfScoresModel *self, const FfScoreEntry *entry)
{
  FfClassTrainee *trainee = ff_class_model_find_trainee (FF_CLASS_MODEL (self), entry->enrolment_id);
  const FfScheme *scheme = ff_scores_model_figures (self)->scheme;
  const FfStoredMark *mark;
  int component, criterion;

  if (entry->text != NULL || trainee == NULL || !find_place (scheme, entry, &component, &criterion))
    return FALSE;
  if (entry->change == FF_SCORE_EXEMPT)
    return !trainee->exempt[component];
  if (entry->change != FF_SCORE_SET || !ff_component_is_computed (ff_scheme_get (scheme, (guint) component)))
    return FALSE;
  mark = find_mark (trainee, component, criterion, entry);

  return mark == NULL || mark->reason == NULL;
}

static char *
explain_reason (FfScoresModel *self, const GArray *entries)
{
  const FfScoreEntry *first = NULL;
  const FfScheme *scheme = ff_scores_model_figures (self)->scheme;
  const FfClassTrainee *trainee;
  int component, criterion;
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const FfScoreEntry *entry = &g_array_index (entries, FfScoreEntry, i);

      if (!needs_reason (self, entry))
        continue;
      first = first == NULL ? entry : first;
      n++;
    }
  if (first == NULL)
    return NULL;
  if (n > 1)
    return g_strdup_printf (ngettext ("%u of these cells exempts somebody or stands in place of a computed mark. Why?",
                                      "%u of these cells exempt somebody or stand in place of a computed mark. Why?", n), n);

  trainee = ff_class_model_find_trainee (FF_CLASS_MODEL (self), first->enrolment_id);
  if (!find_place (scheme, first, &component, &criterion))
    return NULL;
  if (first->change == FF_SCORE_EXEMPT)
    return g_strdup_printf (_("Why is %s exempt from “%s”?"), trainee->name, ff_scheme_get (scheme, (guint) component)->title);

  return g_strdup_printf (_("“%s” is computed by the program. Why does %s get another mark?"),
                          ff_scheme_get (scheme, (guint) component)->title, trainee->name);
}

void
ff_scores_model_submit (FfScoresModel *self, int row, int column, const char *label, GArray *entries, const char *said)
{
  g_autofree char *explanation = explain_reason (self, entries);

  if (explanation == NULL)
    {
      ff_class_model_enter (FF_CLASS_MODEL (self), label, entries, said);
      return;
    }

  ff_scores_model_drop_held (self);
  self->held = g_array_ref (entries);
  self->held_label = g_strdup (label);
  self->held_said = g_strdup (said);
  g_signal_emit (self, signals[REASON_WANTED], 0, row, column, explanation);
}

void
ff_scores_model_give_reason (FfScoresModel *self, const char *reason)
{
  g_autoptr (GArray) held = NULL;

  g_return_if_fail (FF_IS_SCORES_MODEL (self));
  g_return_if_fail (reason != NULL && *reason != '\0');

  held = g_steal_pointer (&self->held);
  for (guint i = 0; held != NULL && i < held->len; i++)
    {
      FfScoreEntry *entry = &g_array_index (held, FfScoreEntry, i);

      if (needs_reason (self, entry))
        entry->text = g_strdup (reason);
    }
  if (held != NULL)
    ff_class_model_enter (FF_CLASS_MODEL (self), self->held_label, held, self->held_said);
  ff_scores_model_drop_held (self);
}

void
ff_scores_model_drop_held (FfScoresModel *self)
{
  g_return_if_fail (FF_IS_SCORES_MODEL (self));

  g_clear_pointer (&self->held, g_array_unref);
  g_clear_pointer (&self->held_label, g_free);
  g_clear_pointer (&self->held_said, g_free);
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

  ff_scores_model_drop_held (self);
  g_free (self->standings);
  g_array_unref (self->meanings);
  g_array_unref (self->open_attempts);

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

  signals[REASON_WANTED] = g_signal_new ("reason-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_STRING);
}

static void
ff_scores_model_init (FfScoresModel *self)
{
  self->meanings = g_array_new (FALSE, FALSE, sizeof (FfScoresMeaning));
  self->open_attempts = g_array_new (FALSE, FALSE, sizeof (FfOpenAttempt));
  self->show_criteria = TRUE;
  self->current_row = -1;
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

void
ff_scores_model_set_current_row (FfScoresModel *self, int row)
{
  int before;

  g_return_if_fail (FF_IS_SCORES_MODEL (self));

  before = self->current_row;
  if (before == row)
    return;

  self->current_row = row;
  for (int i = 0; i < 2; i++)
    {
      int changed = i == 0 ? before : row;
      const FfClassTrainee *trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (self), changed);

      if (trainee != NULL && trainee->disqualified)
        ff_grid_model_cells_changed (FF_GRID_MODEL (self), changed, 1);
    }
}
