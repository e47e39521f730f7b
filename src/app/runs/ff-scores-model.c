#include "config.h"

#include "ff-scores-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-number.h"
#include "ff-scores-text.h"
#include "ff-word.h"

typedef enum
{
  KIND_NUMBER,
  KIND_TRAINEE,
  KIND_CRITERION,
  KIND_LEAF,
  KIND_TOTAL,
  KIND_RANK,
  KIND_AWARD,
} ColumnKind;

typedef struct
{
  ColumnKind kind;
  int component;
  int criterion; /* −1: the leaf itself */
} ColumnMeaning;

struct _FfScoresModel
{
  GObject parent_instance;

  FfClassFigures *figures; /* the caller's */
  gboolean writable;
  gboolean show_criteria;
  char *search;
  char *structure; /* what the columns and rows were built from */

  GArray *rows;        /* int, index of a trainee */
  GPtrArray *columns;  /* FfGridColumn */
  GArray *meanings;    /* ColumnMeaning */
  FfStanding *standings; /* one per trainee, with provisional totals */
  GPtrArray *pending;  /* GArray of FfScoreEntry, in the order of entry */
};

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void ff_scores_model_grid_init (FfGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfScoresModel, ff_scores_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FF_TYPE_GRID_MODEL, ff_scores_model_grid_init))

static const FfComponent *
get_component (FfScoresModel *self, int component)
{
  return ff_scheme_get (self->figures->scheme, (guint) component);
}

static const ColumnMeaning *
get_meaning (FfScoresModel *self, int column)
{
  return &g_array_index (self->meanings, ColumnMeaning, column);
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

  return get_meaning (self, column)->component;
}

static const FfStanding *
find_standing (FfScoresModel *self, const FfClassTrainee *trainee)
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

  standing = find_standing (self, trainee);

  return standing != NULL ? standing->rank : 0;
}

/* Columns and rows -------------------------------------------------------------------------------------------- */

static FfGridColumn *
add_column (FfScoresModel *self, ColumnKind kind, int component, int criterion, FfGridColumn *column)
{
  g_ptr_array_add (self->columns, column);
  g_array_append_val (self->meanings, ((ColumnMeaning) { kind, component, criterion }));

  return column;
}

static void
add_frozen_columns (FfScoresModel *self)
{
  const char *longest = NULL;
  FfGridColumn *column;

  for (guint i = 0; i < self->figures->trainees->len; i++)
    {
      const char *name = ((FfClassTrainee *) g_ptr_array_index (self->figures->trainees, i))->name;

      if (longest == NULL || g_utf8_strlen (name, -1) > g_utf8_strlen (longest, -1))
        longest = name;
    }

  add_column (self, KIND_NUMBER, -1, -1, ff_grid_column_new (C_("column", "#"), NULL, 34, 0))->frozen = TRUE;
  column = add_column (self, KIND_TRAINEE, -1, -1, ff_grid_column_new (C_("column", "Trainee"), NULL, 106, 0));
  column->frozen = TRUE;
  column->expand = TRUE;
  column->strong = TRUE;
  column->sample = g_strdup (longest);
}

static void
set_group (FfScoresModel *self, FfGridColumn *column, int root, int nth)
{
  const FfComponent *group = get_component (self, root);
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
      FfGridColumn *column = add_column (self, KIND_CRITERION, component, (int) i, ff_grid_column_new (criterion->title, subtitle, 62, 0.5f));

      column->tooltip = g_strdup_printf (_("%s: %s, at most %s points"), leaf->title, criterion->title, max);
      set_group (self, column, root, nth);
    }
}

static void
add_leaf (FfScoresModel *self, int component, int nth)
{
  const FfComponent *leaf = get_component (self, component);
  int root = ff_scores_text_find_root (self->figures->scheme, component);
  g_autofree char *subtitle = describe_share (leaf);
  g_autofree char *max = ff_hundredths_format (leaf->max);
  FfGridColumn *column;

  add_criteria (self, leaf, component, root, nth);
  column = add_column (self, KIND_LEAF, component, -1, ff_grid_column_new (leaf->title, subtitle, 66, 0.5f));
  column->tooltip = leaf->source == FF_SOURCE_RUBRIC ? g_strdup_printf (_("%s, at most %s points; marked by its criteria"), leaf->title, max)
                                                     : g_strdup_printf (_("%s, at most %s points"), leaf->title, max);
  set_group (self, column, root, nth);
}

static void
build_columns (FfScoresModel *self)
{
  int last_root = -1, nth = -1;

  g_ptr_array_set_size (self->columns, 0);
  g_array_set_size (self->meanings, 0);
  if (self->figures == NULL)
    return;

  add_frozen_columns (self);
  for (guint i = 0; i < ff_scheme_length (self->figures->scheme); i++)
    {
      int root = ff_scores_text_find_root (self->figures->scheme, (int) i);

      if (!get_component (self, (int) i)->leaf)
        continue;
      if (root != last_root)
        {
          nth++;
          ((FfGridColumn *) g_ptr_array_index (self->columns, self->columns->len - 1))->strong = TRUE;
        }
      last_root = root;
      add_leaf (self, (int) i, nth);
    }
  ((FfGridColumn *) g_ptr_array_index (self->columns, self->columns->len - 1))->strong = TRUE;
  add_column (self, KIND_TOTAL, -1, -1, ff_grid_column_new (C_("column", "Total"), NULL, 66, 0.5f));
  add_column (self, KIND_RANK, -1, -1, ff_grid_column_new (C_("column", "Rank"), NULL, 44, 0.5f));
  add_column (self, KIND_AWARD, -1, -1, ff_grid_column_new (C_("column", "Award"), NULL, 44, 0.5f));
}

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
      const FfComponent *c = get_component (self, (int) i);

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
  build_columns (self);
  build_rows (self);
  ff_grid_model_structure_changed (FF_GRID_MODEL (self));
}

/* Entries ----------------------------------------------------------------------------------------------------- */

static void
score_entry_clear (gpointer data)
{
  g_free (((FfScoreEntry *) data)->rater);
}

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
      const FfComponent *c = get_component (self, (int) i);

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

static gboolean
is_exempt_word (const char *text)
{
  static const FfWord words[] = { { "ex", 1 }, { "exempt", 1 }, { "免考", 1 }, { "免修", 1 }, { "免", 1 } };
  int value;

  return ff_word_find_in (words, text, &value);
}

static FfScoreEntry
make_entry (FfScoresModel *self, const FfGridEdit *edit)
{
  const ColumnMeaning *meaning = get_meaning (self, edit->column);
  const FfComponent *leaf = get_component (self, meaning->component);
  const FfClassTrainee *trainee = ff_scores_model_get_trainee (self, edit->row);
  FfScoreSource source = ff_scores_text_find_source (trainee, meaning->component, meaning->criterion);
  FfScoreEntry entry = { trainee->enrolment_id, leaf->id, 0, g_strdup (source.rater), source.attempt, FF_SCORE_SET, 0 };

  if (meaning->criterion >= 0)
    entry.criterion_id = ((FfCriterion *) g_ptr_array_index (leaf->criteria, meaning->criterion))->id;
  if (is_exempt_word (edit->text))
    entry.change = FF_SCORE_EXEMPT;
  else if (edit->text[0] == '\0')
    entry.change = trainee->exempt[meaning->component] ? FF_SCORE_LIFT : FF_SCORE_REMOVE;
  else
    ff_hundredths_parse (edit->text, &entry.score);

  return entry;
}

static char *
label_one (FfScoresModel *self, const FfGridEdit *edit)
{
  const char *name = ff_scores_model_get_trainee (self, edit->row)->name;
  const char *title = get_component (self, get_meaning (self, edit->column)->component)->title;

  if (is_exempt_word (edit->text))
    return g_strdup_printf (_("Exempt %s from %s"), name, title);
  if (edit->text[0] == '\0')
    return g_strdup_printf (_("Clear the mark of %s in %s"), name, title);

  return g_strdup_printf (_("Mark %s %s in %s"), name, edit->text, title);
}

static char *
label_many (FfGridCommand command, guint n)
{
  switch (command)
    {
    case FF_GRID_COMMAND_PASTE:
      return g_strdup_printf (ngettext ("Paste %u mark", "Paste %u marks", n), n);
    case FF_GRID_COMMAND_CUT:
    case FF_GRID_COMMAND_CLEAR:
      return g_strdup_printf (ngettext ("Clear %u mark", "Clear %u marks", n), n);
    case FF_GRID_COMMAND_FILL:
    case FF_GRID_COMMAND_TYPE:
    default:
      return g_strdup_printf (ngettext ("Fill in %u mark", "Fill in %u marks", n), n);
    }
}

static char *
say_many (FfGridCommand command, guint n)
{
  switch (command)
    {
    case FF_GRID_COMMAND_PASTE:
      return g_strdup_printf (ngettext ("%u mark pasted", "%u marks pasted", n), n);
    case FF_GRID_COMMAND_CUT:
    case FF_GRID_COMMAND_CLEAR:
      return g_strdup_printf (ngettext ("%u mark cleared", "%u marks cleared", n), n);
    case FF_GRID_COMMAND_FILL:
    case FF_GRID_COMMAND_TYPE:
    default:
      return g_strdup_printf (ngettext ("%u mark filled in", "%u marks filled in", n), n);
    }
}

static void
apply (FfGridModel *model, FfGridCommand command, const FfGridEdit *edits, gsize n_edits)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (FfScoreEntry));
  g_autofree char *label = NULL, *said = NULL;

  g_array_set_clear_func (entries, score_entry_clear);
  for (gsize i = 0; i < n_edits; i++)
    {
      FfScoreEntry entry = make_entry (self, &edits[i]);

      g_array_append_val (entries, entry);
    }

  label = n_edits == 1 ? label_one (self, &edits[0]) : label_many (command, entries->len);
  said = n_edits == 1 && command != FF_GRID_COMMAND_PASTE ? NULL : say_many (command, entries->len);
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

static char *
get_row_title (FfGridModel *model, int row)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);

  return row == FF_GRID_FOOTER ? g_strdup (_("Mean")) : g_strdup (ff_scores_model_get_trainee (self, row)->name);
}

static void
show_footer (FfScoresModel *self, const ColumnMeaning *meaning, FfGridCell *cell)
{
  double mean;

  if (meaning->kind == KIND_TRAINEE)
    {
      cell->text = g_strdup_printf (ngettext ("Mean of %u", "Mean of %u", self->figures->trainees->len), self->figures->trainees->len);
      cell->flags = FF_GRID_BOLD;
    }
  else if (meaning->kind == KIND_LEAF && ff_class_figures_leaf_mean (self->figures, (guint) meaning->component, &mean))
    {
      cell->text = g_strdup_printf ("%.1f", ff_round (mean, 1));
    }
}

static void
show_criterion (FfScoresModel *self, const FfClassTrainee *trainee, const ColumnMeaning *meaning, FfGridCell *cell)
{
  FfScoreSource source = ff_scores_text_find_source (trainee, meaning->component, meaning->criterion);

  if (trainee->exempt[meaning->component])
    {
      cell->text = g_strdup (C_("mark", "EX"));
      cell->style = FF_GRID_STYLE_DIM;
      cell->spoken = g_strdup (_("Exempt."));
    }
  else if (source.raters == 0)
    {
      cell->flags |= FF_GRID_HATCHED;
      cell->spoken = g_strdup (_("Not yet assessed."));
    }
  else if (source.raters == 1)
    {
      cell->text = ff_hundredths_format (source.score);
    }
  else
    {
      cell->text = g_strdup ("…");
      cell->spoken = ff_scores_text_list_raters (trainee, meaning->component, meaning->criterion);
      cell->tooltip = g_strdup (cell->spoken);
    }
}

static char *
describe_leaf (const FfClassTrainee *trainee, int component)
{
  const FfLeafResult *leaf = &trainee->result.leaves[component];
  const char *comment = ff_scores_text_get_comment (trainee, component);
  g_autoptr (GString) text = g_string_new (comment);

  if (leaf->raters > 1)
    {
      g_autofree char *raters = ff_scores_text_list_raters (trainee, component, -1);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", raters);
    }
  if (leaf->overridden)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", _("Entered by hand in place of what the program would compute."));

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
show_leaf (FfScoresModel *self, const FfClassTrainee *trainee, int component, FfGridCell *cell)
{
  const FfLeafResult *leaf = &trainee->result.leaves[component];

  if (ff_scores_text_get_comment (trainee, component) != NULL)
    cell->flags |= FF_GRID_CORNER;
  cell->tooltip = describe_leaf (trainee, component);

  if (leaf->exempt || trainee->exempt[component])
    {
      cell->text = g_strdup (C_("mark", "EX"));
      cell->style = FF_GRID_STYLE_DIM;
      cell->spoken = g_strdup (_("Exempt."));
    }
  else if (!leaf->assessed)
    {
      cell->flags |= FF_GRID_HATCHED;
      cell->spoken = g_strdup (_("Not yet assessed."));
    }
  else
    {
      cell->text = ff_scores_text_number (leaf->points, 2);
      if (leaf->attempt > 1)
        cell->superscript = g_strdup_printf ("%d", leaf->attempt);
      if (leaf->percent < ff_hundredths_to_double (self->figures->scheme->pass_mark) - FF_TOLERANCE)
        cell->style = FF_GRID_STYLE_FAILED;
    }
}

static void
show_total (FfScoresModel *self, const FfClassTrainee *trainee, FfGridCell *cell)
{
  g_autofree char *total = trainee->result.known ? ff_scores_text_total (trainee->result.total) : NULL;

  if (trainee->disqualified || total == NULL)
    {
      cell->text = g_strdup ("–");
      cell->style = FF_GRID_STYLE_DIM;
      if (total != NULL)
        cell->tooltip = g_strdup_printf (_("Disqualified; the total would be %s."), total);
      cell->spoken = g_strdup (trainee->disqualified ? _("Disqualified.") : _("Nothing is assessed yet."));
      return;
    }

  if (trainee->result.provisional)
    {
      cell->flags |= FF_GRID_ITALIC;
      cell->tooltip = g_strdup (_("Provisional: something is not assessed yet."));
      cell->spoken = g_strdup_printf (_("%s, provisional"), total);
    }
  else
    {
      cell->flags |= FF_GRID_BOLD;
      cell->style = trainee->passed == FF_PASSED_NO ? FF_GRID_STYLE_FAILED : FF_GRID_STYLE_NONE;
    }
  cell->text = g_steal_pointer (&total);
}

static void
show_rank (FfScoresModel *self, const FfClassTrainee *trainee, FfGridCell *cell)
{
  int standing = ff_scores_model_get_standing (self, trainee);

  if (trainee->rank > 0)
    {
      cell->text = g_strdup_printf ("%d", trainee->rank);
    }
  else if (standing > 0)
    {
      cell->text = g_strdup_printf ("%d", standing);
      cell->flags |= FF_GRID_ITALIC;
      cell->tooltip = g_strdup (_("Where this provisional total stands among all totals so far."));
      cell->spoken = g_strdup_printf (_("%d, provisional"), standing);
    }
  else
    {
      cell->text = g_strdup ("–");
      cell->style = FF_GRID_STYLE_DIM;
    }
}

static void
show_award (FfScoresModel *self, const FfClassTrainee *trainee, FfGridCell *cell)
{
  const FfStanding *standing = find_standing (self, trainee);

  if (trainee->award && self->figures->settled)
    {
      cell->text = g_strdup ("★");
      cell->style = FF_GRID_STYLE_AWARD;
      cell->spoken = g_strdup (_("Award."));
    }
  else if (trainee->award)
    {
      cell->text = g_strdup ("☆");
      cell->style = FF_GRID_STYLE_AWARD;
      cell->spoken = g_strdup (_("Award so far; final when the results are settled."));
    }
  else if (trainee->result.provisional && standing != NULL && standing->award)
    {
      cell->text = g_strdup ("☆");
      cell->style = FF_GRID_STYLE_AWARD_SO_FAR;
      cell->spoken = g_strdup (_("Would be an award if the provisional totals stayed."));
    }
  cell->tooltip = g_strdup (cell->spoken);
}

static void
get_cell (FfGridModel *model, int row, int column, FfGridCell *cell)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);
  const ColumnMeaning *meaning = get_meaning (self, column);
  const FfClassTrainee *trainee;

  if (row == FF_GRID_FOOTER)
    {
      show_footer (self, meaning, cell);
      return;
    }

  trainee = ff_scores_model_get_trainee (self, row);
  switch (meaning->kind)
    {
    case KIND_NUMBER:
      cell->text = g_strdup_printf ("%d", g_array_index (self->rows, int, row) + 1);
      cell->style = FF_GRID_STYLE_DIM;
      break;
    case KIND_TRAINEE:
      cell->text = g_strdup (trainee->name);
      cell->tooltip = g_strdup (trainee->employee_no);
      cell->flags = trainee->disqualified ? FF_GRID_STRUCK : 0;
      break;
    case KIND_CRITERION:
      show_criterion (self, trainee, meaning, cell);
      break;
    case KIND_LEAF:
      show_leaf (self, trainee, meaning->component, cell);
      break;
    case KIND_TOTAL:
      show_total (self, trainee, cell);
      break;
    case KIND_RANK:
      show_rank (self, trainee, cell);
      break;
    case KIND_AWARD:
    default:
      show_award (self, trainee, cell);
      break;
    }
}

static gboolean
is_mark (const ColumnMeaning *meaning)
{
  return meaning->kind == KIND_CRITERION || meaning->kind == KIND_LEAF;
}

static gboolean
get_row_message (FfGridModel *model, int row, FfGridCell *cell, int *first_column, int *n_columns)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);
  const FfClassTrainee *trainee = ff_scores_model_get_trainee (self, row);
  int first = -1, n = 0;

  if (!trainee->disqualified)
    return FALSE;
  for (int i = 0; i < (int) self->meanings->len; i++)
    {
      if (!is_mark (get_meaning (self, i)))
        continue;
      first = first < 0 ? i : first;
      n++;
    }
  if (n == 0)
    return FALSE;

  cell->lead = g_strdup (_("Disqualified"));
  cell->lead_kind = FF_GRID_LEAD_TAG_MISSED;
  cell->text = ff_scores_text_disqualified (self->figures, trainee);
  cell->spoken = g_strdup_printf ("%s: %s", cell->lead, cell->text);
  cell->style = FF_GRID_STYLE_DIM;
  *first_column = first;
  *n_columns = n;

  return TRUE;
}

static gboolean
is_editable (FfGridModel *model, int row, int column)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);
  const ColumnMeaning *meaning = get_meaning (self, column);

  return self->writable && row >= 0 && is_mark (meaning) && !ff_scores_model_get_trainee (self, row)->disqualified &&
         (meaning->kind == KIND_CRITERION || get_component (self, meaning->component)->source != FF_SOURCE_RUBRIC);
}

static char *
get_edit_text (FfGridModel *model, int row, int column)
{
  g_auto (FfGridCell) cell = { NULL };

  get_cell (model, row, column, &cell);

  return cell.text != NULL ? g_steal_pointer (&cell.text) : g_strdup ("");
}

static char *
validate (FfGridModel *model, int row, int column, const char *text)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);
  const ColumnMeaning *meaning = get_meaning (self, column);
  const FfClassTrainee *trainee = ff_scores_model_get_trainee (self, row);
  g_autoptr (GError) error = NULL;
  gint64 score;

  if (ff_scores_text_find_source (trainee, meaning->component, meaning->criterion).raters > 1)
    {
      g_autofree char *raters = ff_scores_text_list_raters (trainee, meaning->component, meaning->criterion);

      return g_strdup_printf (_("Several raters marked this (%s), and their mean is shown. Import the mark that changes with its rater, "
                                "so that the others stay."), raters);
    }
  if (text[0] == '\0' || is_exempt_word (text))
    return NULL;
  if (!ff_hundredths_parse (text, &score))
    return g_strdup_printf (_("“%s” is not a number. Type points such as 78 or 82.5, or EX to exempt."), text);
  if (!ff_mark_validate (self->figures->scheme, (guint) meaning->component, meaning->criterion, score, &error))
    return g_strdup (error->message);

  return NULL;
}

static void
ff_scores_model_grid_init (FfGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->has_footer = has_footer;
  iface->get_row_title = get_row_title;
  iface->get_cell = get_cell;
  iface->get_row_message = get_row_message;
  iface->is_editable = is_editable;
  iface->get_edit_text = get_edit_text;
  iface->validate = validate;
  iface->apply = apply;
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
  self->meanings = g_array_new (FALSE, FALSE, sizeof (ColumnMeaning));
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
