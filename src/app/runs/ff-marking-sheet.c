#include "config.h"

#include "ff-marking-sheet.h"

struct _FfMarkingSheet
{
  GObject parent_instance;

  FfClassFigures *figures; /* the caller's */
  gint64 component_id;
  int component; /* -1: none */
  char *rater;
  char *team;
  GPtrArray *people;  /* FfClassTrainee of the figures */
  GPtrArray *pending; /* FfMarkingEntry, in the order of entry */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FfMarkingSheet, ff_marking_sheet, G_TYPE_OBJECT)

void
ff_marking_entry_free (FfMarkingEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->rater);
  g_free (entry);
}

gboolean
ff_marking_sheet_is_markable (const FfComponent *component)
{
  g_return_val_if_fail (component != NULL, FALSE);

  return component->leaf && (component->source == FF_SOURCE_MANUAL || component->source == FF_SOURCE_RUBRIC);
}

/* Marks ----------------------------------------------------------------------------------------------------------- */

static int
find_leaf (const FfClassFigures *figures, gint64 component_id)
{
  for (guint i = 0; figures != NULL && i < ff_scheme_length (figures->scheme); i++)
    {
      const FfComponent *component = ff_scheme_get (figures->scheme, i);

      if (component->id == component_id && ff_marking_sheet_is_markable (component))
        return (int) i;
    }
  return -1;
}

static int
find_criterion (const FfComponent *leaf, gint64 criterion_id)
{
  for (guint i = 0; criterion_id != 0 && leaf->criteria != NULL && i < leaf->criteria->len; i++)
    if (((const FfCriterion *) g_ptr_array_index (leaf->criteria, i))->id == criterion_id)
      return (int) i;
  return -1;
}

static FfClassTrainee *
find_trainee (const FfClassFigures *figures, gint64 enrolment_id)
{
  for (guint i = 0; i < figures->trainees->len; i++)
    if (((const FfClassTrainee *) g_ptr_array_index (figures->trainees, i))->enrolment_id == enrolment_id)
      return g_ptr_array_index (figures->trainees, i);
  return NULL;
}

static int
find_attempt (const FfClassTrainee *trainee, int component)
{
  int attempt = 1;

  for (guint i = 0; i < trainee->marks->len; i++)
    {
      const FfStoredMark *mark = &g_array_index (trainee->marks, FfStoredMark, i);

      if (mark->component == component)
        attempt = MAX (attempt, mark->attempt);
    }
  return attempt;
}

/* The place of a mark among the trainee's; -1: there is none. */
static int
find_mark (const FfClassTrainee *trainee, int component, int criterion, const char *rater, int attempt)
{
  for (guint i = 0; i < trainee->marks->len; i++)
    {
      const FfStoredMark *mark = &g_array_index (trainee->marks, FfStoredMark, i);

      if (mark->component == component && mark->criterion == criterion && mark->attempt == attempt && g_str_equal (mark->rater, rater))
        return (int) i;
    }
  return -1;
}

static void
lay_over (FfClassFigures *figures, const FfMarkingEntry *entry)
{
  FfClassTrainee *trainee = find_trainee (figures, entry->enrolment_id);
  int component = find_leaf (figures, entry->component_id);
  int criterion, at;

  if (trainee == NULL || component < 0)
    return;
  criterion = find_criterion (ff_scheme_get (figures->scheme, (guint) component), entry->criterion_id);
  at = find_mark (trainee, component, criterion, entry->rater, entry->attempt);
  if (!entry->has_score)
    {
      if (at >= 0)
        g_array_remove_index (trainee->marks, (guint) at);
    }
  else if (at >= 0)
    g_array_index (trainee->marks, FfStoredMark, at).score = entry->score;
  else
    {
      FfStoredMark mark = {
        .component = component,
        .criterion = criterion,
        .attempt = entry->attempt,
        .score = entry->score,
        .rater = ff_class_figures_keep (figures, entry->rater),
      };

      g_array_append_val (trainee->marks, mark);
    }
  /* Whoever is marked is exempt no more. */
  if (entry->has_score)
    trainee->exempt[component] = FALSE;
}

/* What is shown --------------------------------------------------------------------------------------------------- */

static void
refresh (FfMarkingSheet *self)
{
  g_ptr_array_set_size (self->people, 0);
  self->component = find_leaf (self->figures, self->component_id);
  for (guint i = 0; self->figures != NULL && i < self->figures->trainees->len; i++)
    {
      FfClassTrainee *trainee = g_ptr_array_index (self->figures->trainees, i);

      if (self->team == NULL || g_strcmp0 (self->team, trainee->team) == 0)
        g_ptr_array_add (self->people, trainee);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ff_marking_sheet_set_figures (FfMarkingSheet *self, FfClassFigures *figures)
{
  g_return_if_fail (FF_IS_MARKING_SHEET (self));

  self->figures = figures;
  for (guint i = 0; figures != NULL && i < self->pending->len; i++)
    lay_over (figures, g_ptr_array_index (self->pending, i));
  if (figures != NULL && self->pending->len > 0)
    ff_class_figures_update (figures);
  refresh (self);
}

const FfClassFigures *
ff_marking_sheet_get_figures (FfMarkingSheet *self)
{
  g_return_val_if_fail (FF_IS_MARKING_SHEET (self), NULL);

  return self->figures;
}

void
ff_marking_sheet_set_leaf (FfMarkingSheet *self, gint64 component_id)
{
  g_return_if_fail (FF_IS_MARKING_SHEET (self));

  self->component_id = component_id;
  refresh (self);
}

const FfComponent *
ff_marking_sheet_get_leaf (FfMarkingSheet *self)
{
  g_return_val_if_fail (FF_IS_MARKING_SHEET (self), NULL);

  return self->component >= 0 ? ff_scheme_get (self->figures->scheme, (guint) self->component) : NULL;
}

void
ff_marking_sheet_set_rater (FfMarkingSheet *self, const char *rater)
{
  g_return_if_fail (FF_IS_MARKING_SHEET (self) && rater != NULL);

  if (g_str_equal (self->rater, rater))
    return;
  g_free (self->rater);
  self->rater = g_strdup (rater);
  refresh (self);
}

const char *
ff_marking_sheet_get_rater (FfMarkingSheet *self)
{
  g_return_val_if_fail (FF_IS_MARKING_SHEET (self), NULL);

  return self->rater;
}

void
ff_marking_sheet_set_team (FfMarkingSheet *self, const char *team)
{
  g_return_if_fail (FF_IS_MARKING_SHEET (self));

  if (g_strcmp0 (self->team, team) == 0)
    return;
  g_free (self->team);
  self->team = g_strdup (team);
  refresh (self);
}

guint
ff_marking_sheet_get_n_people (FfMarkingSheet *self)
{
  g_return_val_if_fail (FF_IS_MARKING_SHEET (self), 0);

  return self->people->len;
}

const FfClassTrainee *
ff_marking_sheet_get_person (FfMarkingSheet *self, guint person)
{
  g_return_val_if_fail (FF_IS_MARKING_SHEET (self) && person < self->people->len, NULL);

  return g_ptr_array_index (self->people, person);
}

int
ff_marking_sheet_find_person (FfMarkingSheet *self, gint64 enrolment_id)
{
  g_return_val_if_fail (FF_IS_MARKING_SHEET (self), -1);

  for (guint i = 0; i < self->people->len; i++)
    if (((const FfClassTrainee *) g_ptr_array_index (self->people, i))->enrolment_id == enrolment_id)
      return (int) i;
  return -1;
}

guint
ff_marking_sheet_get_n_columns (FfMarkingSheet *self)
{
  const FfComponent *leaf = ff_marking_sheet_get_leaf (self);

  if (leaf == NULL)
    return 0;
  return leaf->criteria != NULL ? leaf->criteria->len : 1;
}

const FfCriterion *
ff_marking_sheet_get_criterion (FfMarkingSheet *self, guint column)
{
  const FfComponent *leaf = ff_marking_sheet_get_leaf (self);

  g_return_val_if_fail (column < ff_marking_sheet_get_n_columns (self), NULL);

  return leaf->criteria != NULL ? g_ptr_array_index (leaf->criteria, column) : NULL;
}

const char *
ff_marking_sheet_get_title (FfMarkingSheet *self, guint column)
{
  const FfCriterion *criterion = ff_marking_sheet_get_criterion (self, column);

  return criterion != NULL ? criterion->title : ff_marking_sheet_get_leaf (self)->title;
}

gint64
ff_marking_sheet_get_max (FfMarkingSheet *self, guint column)
{
  const FfCriterion *criterion = ff_marking_sheet_get_criterion (self, column);

  return criterion != NULL ? criterion->max : ff_marking_sheet_get_leaf (self)->max;
}

static const FfStoredMark *
get_mark (FfMarkingSheet *self, guint person, guint column)
{
  const FfClassTrainee *trainee = ff_marking_sheet_get_person (self, person);
  int criterion = ff_marking_sheet_get_criterion (self, column) != NULL ? (int) column : -1;
  int at = find_mark (trainee, self->component, criterion, self->rater, find_attempt (trainee, self->component));

  return at >= 0 ? &g_array_index (trainee->marks, FfStoredMark, at) : NULL;
}

gboolean
ff_marking_sheet_get_score (FfMarkingSheet *self, guint person, guint column, gint64 *score)
{
  const FfStoredMark *mark = get_mark (self, person, column);

  *score = mark != NULL ? mark->score : 0;
  return mark != NULL;
}

const char *
ff_marking_sheet_get_comment (FfMarkingSheet *self, guint person, guint column)
{
  const FfStoredMark *mark = get_mark (self, person, column);

  return mark != NULL ? mark->comment : NULL;
}

gint64
ff_marking_sheet_sum (FfMarkingSheet *self, guint person, guint *n_missing)
{
  gint64 sum = 0;

  *n_missing = 0;
  for (guint i = 0; i < ff_marking_sheet_get_n_columns (self); i++)
    {
      gint64 score;

      if (!ff_marking_sheet_get_score (self, person, i, &score))
        ++*n_missing;
      sum += score;
    }
  return sum;
}

FfMarkingState
ff_marking_sheet_get_state (FfMarkingSheet *self, guint person)
{
  guint n_missing;

  ff_marking_sheet_sum (self, person, &n_missing);
  if (n_missing == 0)
    return FF_MARKING_DONE;
  return n_missing < ff_marking_sheet_get_n_columns (self) ? FF_MARKING_PART : FF_MARKING_NONE;
}

/* Entries --------------------------------------------------------------------------------------------------------- */

FfMarkingEntry *
ff_marking_sheet_describe (FfMarkingSheet *self, guint person, guint column)
{
  const FfClassTrainee *trainee = ff_marking_sheet_get_person (self, person);
  const FfCriterion *criterion = ff_marking_sheet_get_criterion (self, column);
  FfMarkingEntry *entry = g_new0 (FfMarkingEntry, 1);

  entry->enrolment_id = trainee->enrolment_id;
  entry->component_id = ff_marking_sheet_get_leaf (self)->id;
  entry->criterion_id = criterion != NULL ? criterion->id : 0;
  entry->rater = g_strdup (self->rater);
  entry->attempt = find_attempt (trainee, self->component);
  entry->has_score = ff_marking_sheet_get_score (self, person, column, &entry->score);
  return entry;
}

FfMarkingEntry *
ff_marking_sheet_enter (FfMarkingSheet *self, guint person, guint column, gboolean has_score, gint64 score, GError **error)
{
  FfMarkingEntry *entry;
  int criterion = ff_marking_sheet_get_criterion (self, column) != NULL ? (int) column : -1;
  gint64 stored;
  gboolean has_stored = ff_marking_sheet_get_score (self, person, column, &stored);

  if ((has_score == has_stored && (!has_score || score == stored))
      || (has_score && !ff_mark_validate (self->figures->scheme, (guint) self->component, criterion, score, error)))
    return NULL;

  entry = ff_marking_sheet_describe (self, person, column);
  entry->has_score = has_score;
  entry->score = score;
  g_ptr_array_add (self->pending, entry);
  lay_over (self->figures, entry);
  ff_class_figures_update (self->figures);
  g_signal_emit (self, signals[CHANGED], 0);
  return entry;
}

void
ff_marking_sheet_settle (FfMarkingSheet *self, FfMarkingEntry *entry)
{
  g_return_if_fail (FF_IS_MARKING_SHEET (self));

  g_ptr_array_remove (self->pending, entry);
}

/* The object ------------------------------------------------------------------------------------------------------ */

static void
ff_marking_sheet_finalize (GObject *object)
{
  FfMarkingSheet *self = FF_MARKING_SHEET (object);

  g_free (self->rater);
  g_free (self->team);
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->pending);
  G_OBJECT_CLASS (ff_marking_sheet_parent_class)->finalize (object);
}

static void
ff_marking_sheet_class_init (FfMarkingSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_marking_sheet_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_marking_sheet_init (FfMarkingSheet *self)
{
  self->component = -1;
  self->rater = g_strdup ("");
  self->people = g_ptr_array_new ();
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_marking_entry_free);
}

FfMarkingSheet *
ff_marking_sheet_new (void)
{
  return g_object_new (FF_TYPE_MARKING_SHEET, NULL);
}
