#include "config.h"

#include "ff-team-marks-model.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-team-marks-text.h"

/* Before the leaves stand the team and the number of its people. */
#define FIRST_LEAF 2

typedef struct
{
  int component;
  int criterion; /* -1: the leaf itself */
} Meaning;

struct _FfTeamMarksModel
{
  GObject parent_instance;

  FfClassFigures *figures; /* the caller's */
  gboolean writable;
  GPtrArray *columns; /* FfGridColumn */
  GArray *meanings;   /* Meaning, from FIRST_LEAF */
  char *shape;        /* what rows and columns were built from */
};

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void grid_model_init (FfGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfTeamMarksModel, ff_team_marks_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FF_TYPE_GRID_MODEL, grid_model_init))

static const FfTeam *
team_at (FfTeamMarksModel *self, int row)
{
  return g_ptr_array_index (self->figures->teams, (guint) row);
}

static const Meaning *
meaning_at (FfTeamMarksModel *self, int column)
{
  return &g_array_index (self->meanings, Meaning, column - FIRST_LEAF);
}

static const FfComponent *
leaf_of (FfTeamMarksModel *self, const Meaning *meaning)
{
  return ff_scheme_get (self->figures->scheme, (guint) meaning->component);
}

static const FfCriterion *
criterion_of (FfTeamMarksModel *self, const Meaning *meaning)
{
  return meaning->criterion >= 0 ? g_ptr_array_index (leaf_of (self, meaning)->criteria, (guint) meaning->criterion) : NULL;
}

static FfTeamScore
score_at (FfTeamMarksModel *self, int row, int column)
{
  const Meaning *meaning = meaning_at (self, column);

  return ff_team_marks_text_find (self->figures, team_at (self, row)->id, meaning->component, meaning->criterion);
}

/* Columns ----------------------------------------------------------------------------------------------------------- */

static FfGridColumn *
add_column (FfTeamMarksModel *self, FfGridColumn *column)
{
  g_ptr_array_add (self->columns, column);
  return column;
}

static void
add_mark_column (FfTeamMarksModel *self, int component, int criterion, gint64 max, const char *title)
{
  g_autofree char *points = ff_hundredths_format (max);
  g_autofree char *subtitle = g_strdup_printf (_("of %s"), points);

  g_array_append_val (self->meanings, ((Meaning) { component, criterion }));
  add_column (self, ff_grid_column_new (title, subtitle, 76, 0.5f));
}

static void
add_leaf (FfTeamMarksModel *self, int component, int nth)
{
  const FfComponent *leaf = ff_scheme_get (self->figures->scheme, (guint) component);

  if (leaf->criteria == NULL)
    {
      add_mark_column (self, component, -1, leaf->max, leaf->title);
      return;
    }
  for (guint i = 0; i < leaf->criteria->len; i++)
    {
      const FfCriterion *criterion = g_ptr_array_index (leaf->criteria, i);
      FfGridColumn *column;

      add_mark_column (self, component, (int) i, criterion->max, criterion->title);
      column = g_ptr_array_index (self->columns, self->columns->len - 1);
      column->group = g_strdup (leaf->title);
      column->group_number = component;
      column->tint = nth % 2 == 0 ? FF_GRID_TINT_PROCESS : FF_GRID_TINT_RESULT;
    }
}

static void
build (FfTeamMarksModel *self)
{
  FfGridColumn *column;
  const char *longest = "";
  int nth = 0;

  g_array_set_size (self->meanings, 0);
  if (self->figures == NULL)
    return;
  for (guint i = 0; i < self->figures->teams->len; i++)
    if (g_utf8_strlen (team_at (self, (int) i)->name, -1) > g_utf8_strlen (longest, -1))
      longest = team_at (self, (int) i)->name;
  column = add_column (self, ff_grid_column_new (C_("column", "Team"), NULL, 110, 0));
  column->frozen = TRUE;
  column->expand = TRUE;
  column->sample = g_strdup (longest);
  column = add_column (self, ff_grid_column_new (C_("column", "People"), NULL, 60, 0.5f));
  column->frozen = TRUE;
  column->strong = TRUE;
  for (guint i = 0; i < ff_scheme_length (self->figures->scheme); i++)
    if (ff_scheme_get (self->figures->scheme, i)->leaf && ff_scheme_get (self->figures->scheme, i)->by_team)
      add_leaf (self, (int) i, nth++);
}

/* Cells ------------------------------------------------------------------------------------------------------------- */

static int
get_n_rows (FfGridModel *model)
{
  FfTeamMarksModel *self = FF_TEAM_MARKS_MODEL (model);

  return self->figures != NULL ? (int) self->figures->teams->len : 0;
}

static int
get_n_columns (FfGridModel *model)
{
  return (int) FF_TEAM_MARKS_MODEL (model)->columns->len;
}

static const FfGridColumn *
get_column (FfGridModel *model, int column)
{
  return g_ptr_array_index (FF_TEAM_MARKS_MODEL (model)->columns, (guint) column);
}

static char *
get_row_title (FfGridModel *model, int row)
{
  return g_strdup (team_at (FF_TEAM_MARKS_MODEL (model), row)->name);
}

/* Who of the team has another mark here, one a line. */
static char *
list_deviants (FfTeamMarksModel *self, int row, const Meaning *meaning)
{
  g_autoptr (GArray) deviants = ff_team_marks_text_list_deviants (self->figures);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < deviants->len; i++)
    {
      const FfTeamDeviant *deviant = &g_array_index (deviants, FfTeamDeviant, i);
      g_autofree char *own = deviant->own != NULL ? ff_hundredths_format (deviant->own->score) : g_strdup ("–");

      if (deviant->mark->team_id == team_at (self, row)->id && deviant->mark->component == meaning->component
          && deviant->mark->criterion == meaning->criterion)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", deviant->trainee->name, own);
    }
  return g_string_free (text, text->len == 0);
}

static void
show_mark (FfTeamMarksModel *self, int row, int column, FfGridCell *cell)
{
  FfTeamScore score = score_at (self, row, column);

  cell->tooltip = list_deviants (self, row, meaning_at (self, column));
  if (cell->tooltip != NULL)
    cell->flags |= FF_GRID_CORNER;
  if (score.raters == 0)
    {
      cell->flags |= FF_GRID_HATCHED;
      cell->spoken = g_strdup (_("Not yet assessed."));
    }
  else if (score.raters == 1)
    {
      cell->text = ff_hundredths_format (score.score);
      if (score.attempt > 1)
        cell->superscript = g_strdup_printf ("%d", score.attempt);
    }
  else
    cell->text = g_strdup ("…");
}

static void
get_cell (FfGridModel *model, int row, int column, FfGridCell *cell)
{
  FfTeamMarksModel *self = FF_TEAM_MARKS_MODEL (model);

  if (column >= FIRST_LEAF)
    show_mark (self, row, column, cell);
  else if (column == 0)
    cell->text = g_strdup (team_at (self, row)->name);
  else
    {
      cell->text = g_strdup_printf ("%d", team_at (self, row)->people);
      cell->style = FF_GRID_STYLE_DIM;
    }
}

/* Typing ------------------------------------------------------------------------------------------------------------ */

static gboolean
is_editable (FfGridModel *model, int row, int column)
{
  FfTeamMarksModel *self = FF_TEAM_MARKS_MODEL (model);

  return self->writable && row >= 0 && column >= FIRST_LEAF;
}

static char *
validate (FfGridModel *model, int row, int column, const char *text)
{
  FfTeamMarksModel *self = FF_TEAM_MARKS_MODEL (model);
  const Meaning *meaning = meaning_at (self, column);
  g_autoptr (GError) error = NULL;
  gint64 score;

  if (score_at (self, row, column).raters > 1)
    return g_strdup (_("Several raters marked this team. Change a rater's mark by person, among the scores."));
  if (text[0] == '\0')
    return NULL;
  if (!ff_hundredths_parse (text, &score))
    return g_strdup_printf (_("“%s” is not a number. Type points such as 78 or 82.5."), text);
  if (!ff_mark_validate (self->figures->scheme, (guint) meaning->component, meaning->criterion, score, &error))
    return g_strdup (error->message);
  return NULL;
}

static void
entry_clear (gpointer data)
{
  g_free (((FfTeamMarkEntry *) data)->rater);
}

/* In the figures, as the use case will have it. */
static void
show_entry (FfTeamMarksModel *self, const Meaning *meaning, const FfTeamMarkEntry *entry)
{
  GArray *marks = self->figures->team_marks;
  FfTeamMark mark = { entry->team_id, meaning->component, meaning->criterion, entry->attempt, entry->score,
                      ff_class_figures_keep (self->figures, entry->rater) };

  for (guint i = marks->len; i-- > 0;)
    {
      const FfTeamMark *old = &g_array_index (marks, FfTeamMark, i);

      if (old->team_id == mark.team_id && old->component == mark.component && old->criterion == mark.criterion
          && old->attempt == mark.attempt && g_str_equal (old->rater, mark.rater))
        g_array_remove_index (marks, i);
    }
  if (entry->has_score)
    g_array_append_val (marks, mark);
}

static char *
label_edits (FfTeamMarksModel *self, const FfGridEdit *edits, gsize n)
{
  const char *team = team_at (self, edits[0].row)->name;
  const char *title = leaf_of (self, meaning_at (self, edits[0].column))->title;

  if (n > 1)
    return g_strdup_printf (ngettext ("Mark teams: %u mark", "Mark teams: %u marks", (gulong) n), (guint) n);
  if (edits[0].text[0] == '\0')
    /* Translators: a team, a component */
    return g_strdup_printf (_("Clear the mark of %s in %s"), team, title);
  /* Translators: a team, a mark, a component */
  return g_strdup_printf (_("Mark %s %s in %s"), team, edits[0].text, title);
}

static void
apply (FfGridModel *model, FfGridCommand command, const FfGridEdit *edits, gsize n_edits)
{
  FfTeamMarksModel *self = FF_TEAM_MARKS_MODEL (model);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (FfTeamMarkEntry));
  g_autofree char *label = label_edits (self, edits, n_edits);

  g_array_set_clear_func (entries, entry_clear);
  for (gsize i = 0; i < n_edits; i++)
    {
      const Meaning *meaning = meaning_at (self, edits[i].column);
      const FfCriterion *criterion = criterion_of (self, meaning);
      FfTeamScore score = score_at (self, edits[i].row, edits[i].column);
      FfTeamMarkEntry entry = { team_at (self, edits[i].row)->id, leaf_of (self, meaning)->id, criterion != NULL ? criterion->id : 0,
                                g_strdup (score.rater), score.attempt, edits[i].text[0] != '\0', 0 };

      if (entry.has_score)
        ff_hundredths_parse (edits[i].text, &entry.score);
      show_entry (self, meaning, &entry);
      g_array_append_val (entries, entry);
    }
  ff_grid_model_cells_changed (model, 0, get_n_rows (model));
  g_signal_emit (self, signals[ENTERED], 0, label, entries);
}

static void
grid_model_init (FfGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_row_title = get_row_title;
  iface->get_cell = get_cell;
  iface->is_editable = is_editable;
  iface->validate = validate;
  iface->apply = apply;
}

/* The object -------------------------------------------------------------------------------------------------------- */

static void
ff_team_marks_model_finalize (GObject *object)
{
  FfTeamMarksModel *self = FF_TEAM_MARKS_MODEL (object);

  g_ptr_array_unref (self->columns);
  g_array_unref (self->meanings);
  g_free (self->shape);
  G_OBJECT_CLASS (ff_team_marks_model_parent_class)->finalize (object);
}

static void
ff_team_marks_model_class_init (FfTeamMarksModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_team_marks_model_finalize;
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_STRING, G_TYPE_ARRAY);
}

static void
ff_team_marks_model_init (FfTeamMarksModel *self)
{
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_grid_column_free);
  self->meanings = g_array_new (FALSE, FALSE, sizeof (Meaning));
}

FfTeamMarksModel *
ff_team_marks_model_new (void)
{
  return g_object_new (FF_TYPE_TEAM_MARKS_MODEL, NULL);
}

/* Everything that rows and columns show, so that a change of mere marks leaves what is being typed alone. */
static char *
describe_shape (FfTeamMarksModel *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; self->figures != NULL && i < self->figures->teams->len; i++)
    g_string_append_printf (text, "%s\n", team_at (self, (int) i)->name);
  for (guint i = 0; i < self->meanings->len; i++)
    {
      const Meaning *meaning = &g_array_index (self->meanings, Meaning, i);
      const FfCriterion *criterion = criterion_of (self, meaning);

      g_string_append_printf (text, "%s %s\n", leaf_of (self, meaning)->title, criterion != NULL ? criterion->title : "");
    }
  return g_string_free (text, FALSE);
}

void
ff_team_marks_model_set_figures (FfTeamMarksModel *self, FfClassFigures *figures, gboolean writable)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_autofree char *shape = NULL;

  g_return_if_fail (FF_IS_TEAM_MARKS_MODEL (self));

  self->figures = figures;
  self->writable = writable;
  columns = g_steal_pointer (&self->columns);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_grid_column_free);
  build (self);
  shape = describe_shape (self);
  if (g_strcmp0 (shape, self->shape) == 0)
    {
      /* The grid keeps the columns that it was shown. */
      g_ptr_array_unref (self->columns);
      self->columns = g_steal_pointer (&columns);
      ff_grid_model_cells_changed (FF_GRID_MODEL (self), 0, get_n_rows (FF_GRID_MODEL (self)));
      return;
    }
  g_free (self->shape);
  self->shape = g_steal_pointer (&shape);
  ff_grid_model_structure_changed (FF_GRID_MODEL (self));
}
