#include "config.h"

#include "ff-test-model.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"

/* The columns before the items. */
enum
{
  COLUMN_NUMBER,
  COLUMN_TRAINEE,
  N_FROZEN,
};

struct _FfTestModel
{
  FfClassModel parent_instance;

  gint64 component_id;
  int attempt;
};

static void ff_test_model_grid_init (FfGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FfTestModel, ff_test_model, FF_TYPE_CLASS_MODEL,
                               G_IMPLEMENT_INTERFACE (FF_TYPE_GRID_MODEL, ff_test_model_grid_init))

/* The paper --------------------------------------------------------------------------------------------------------------- */

/* The index of the component in the scheme; -1: it is gone. */
static int
find_component (FfTestModel *self)
{
  const FfClassFigures *figures = ff_class_model_get_figures (FF_CLASS_MODEL (self));

  for (guint i = 0; figures != NULL && i < ff_scheme_length (figures->scheme); i++)
    if (ff_scheme_get (figures->scheme, i)->id == self->component_id)
      return (int) i;
  return -1;
}

/* NULL: there is no paper. */
static const GPtrArray *
get_items (FfTestModel *self)
{
  int component = find_component (self);

  return component >= 0 ? ff_scheme_get (ff_class_model_get_figures (FF_CLASS_MODEL (self))->scheme, (guint) component)->items : NULL;
}

static guint
count_items (FfTestModel *self)
{
  const GPtrArray *items = get_items (self);

  return items != NULL ? items->len : 0;
}

/* NULL for a column that is no item's. */
static const FfTestItem *
item_of (FfTestModel *self, int column)
{
  int index = column - N_FROZEN;

  return index >= 0 && index < (int) count_items (self) ? ff_test_items_get (get_items (self), (guint) index) : NULL;
}

static FfTestAnswer
answer_of (FfTestModel *self, const FfClassTrainee *trainee, int column)
{
  const FfStoredAnswer *stored = ff_class_trainee_find_answer (trainee, find_component (self), column - N_FROZEN, self->attempt);

  return stored != NULL ? (FfTestAnswer) { stored->letters, stored->score } : FF_TEST_ANSWER_NONE;
}

void
ff_test_model_set_paper (FfTestModel *self, gint64 component_id, int attempt)
{
  g_return_if_fail (FF_IS_TEST_MODEL (self));

  if (self->component_id == component_id && self->attempt == attempt)
    return;
  self->component_id = component_id;
  self->attempt = attempt;
  ff_class_model_rebuild (FF_CLASS_MODEL (self));
}

/* Structure ---------------------------------------------------------------------------------------------------------------- */

static void
describe (FfClassModel *model, GString *text)
{
  FfTestModel *self = FF_TEST_MODEL (model);

  g_string_append_printf (text, "%" G_GINT64_FORMAT " %d\n", self->component_id, self->attempt);
  for (guint i = 0; i < count_items (self); i++)
    {
      const FfTestItem *item = ff_test_items_get (get_items (self), i);

      g_string_append_printf (text, "%s %d %s %" G_GINT64_FORMAT " %s\n", item->key, item->kind, item->answer, item->points, item->title);
    }
}

/* What the head of an item's column says when one points at it. */
static char *
describe_item (const FfTestItem *item)
{
  g_autofree char *points = ff_hundredths_format (item->points);

  if (item->kind == FF_TEST_CHOICE)
    /* Translators: a question, the letters that are right, its points. */
    return g_strdup_printf (_("%s\nKey: %s · %s points"), item->title, item->answer, points);
  /* Translators: a question, its points. */
  return g_strdup_printf (_("%s\nUp to %s points"), item->title, points);
}

static void
build_columns (FfClassModel *model)
{
  FfTestModel *self = FF_TEST_MODEL (model);
  g_autofree char *possible = ff_hundredths_format (ff_test_items_sum (get_items (self)));
  g_autofree char *of = g_strdup_printf (_("of %s"), possible);
  FfGridColumn *column;

  ff_class_model_add_column (model, ff_grid_column_new (C_("column", "#"), NULL, 34, 0))->frozen = TRUE;
  column = ff_class_model_add_column (model, ff_grid_column_new (C_("column", "Trainee"), NULL, 106, 0));
  column->frozen = TRUE;
  column->expand = TRUE;
  column->strong = TRUE;
  column->sample = g_strdup (ff_class_model_get_longest_name (model));
  for (guint i = 0; i < count_items (self); i++)
    {
      const FfTestItem *item = ff_test_items_get (get_items (self), i);
      g_autofree char *points = ff_hundredths_format (item->points);
      g_autofree char *worth = g_strdup_printf (_("of %s"), points);

      column = ff_class_model_add_column (model, ff_grid_column_new (item->key, worth, 44, 0.5f));
      column->tooltip = describe_item (item);
      column->strong = i + 1 == count_items (self);
    }
  ff_class_model_add_column (model, ff_grid_column_new (C_("column", "Points"), of, 66, 0.5f));
  ff_class_model_add_column (model, ff_grid_column_new (C_("column", "Percent"), NULL, 66, 0.5f));
}

static void
lay_over (FfClassModel *model, gconstpointer data)
{
  FfTestModel *self = FF_TEST_MODEL (model);
  const FfTestEntry *entry = data;
  FfClassTrainee *trainee = ff_class_model_find_trainee (model, entry->enrolment_id);
  FfStoredAnswer answer = { .component = find_component (self), .item = -1, .attempt = entry->attempt, .letters = entry->letters,
                            .score = entry->score };

  for (guint i = 0; i < count_items (self); i++)
    if (ff_test_items_get (get_items (self), i)->id == entry->item_id)
      answer.item = (int) i;
  if (trainee == NULL || answer.item < 0)
    return;
  for (guint i = 0; i < trainee->answers->len; i++)
    {
      const FfStoredAnswer *old = &g_array_index (trainee->answers, FfStoredAnswer, i);

      if (old->component == answer.component && old->item == answer.item && old->attempt == answer.attempt)
        g_array_remove_index (trainee->answers, i--);
    }
  if (answer.letters != NULL || answer.score >= 0)
    g_array_append_val (trainee->answers, answer);
}

/* Cells --------------------------------------------------------------------------------------------------------------------- */

static char *
get_row_title (FfGridModel *model, int row)
{
  const FfClassTrainee *trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (model), row);

  return g_strdup (trainee != NULL ? trainee->name : _("Difficulty"));
}

static char *
format_answer (const FfTestItem *item, const FfTestAnswer *answer)
{
  if (item->kind == FF_TEST_SHORT)
    return answer->score >= 0 ? ff_hundredths_format (answer->score) : g_strdup ("");
  if (answer->letters == NULL)
    return g_strdup ("");
  return g_strdup (*answer->letters != '\0' ? answer->letters : "-");
}

static void
show_answer (FfTestModel *self, const FfClassTrainee *trainee, const FfTestItem *item, int column, FfGridCell *cell)
{
  FfTestAnswer answer = answer_of (self, trainee, column);
  gint64 points = ff_test_item_points (item, &answer);

  if (points < 0)
    {
      cell->flags |= FF_GRID_HATCHED;
      cell->spoken = g_strdup (_("Not entered yet."));
      return;
    }
  cell->text = format_answer (item, &answer);
  if (item->kind == FF_TEST_SHORT)
    return;
  if (points == 0)
    {
      cell->style = FF_GRID_STYLE_FAILED;
      cell->spoken = g_strdup_printf (_("%s, wrong"), cell->text);
    }
  else
    cell->spoken = g_strdup_printf (_("%s, right"), cell->text);
}

static void
show_sum (FfTestModel *self, const FfClassTrainee *trainee, gboolean percent, FfGridCell *cell)
{
  FfTestSum sum;

  ff_class_trainee_sum_paper (ff_class_model_get_figures (FF_CLASS_MODEL (self)), trainee, find_component (self), self->attempt, &sum);
  if (sum.missing == count_items (self) || (percent && sum.missing > 0))
    {
      cell->flags |= FF_GRID_HATCHED;
      cell->spoken = g_strdup (_("Not yet assessed."));
      return;
    }
  if (percent)
    cell->text = g_strdup_printf ("%.1f", ff_round (100.0 * (double) sum.points / (double) sum.possible, 1));
  else
    cell->text = ff_hundredths_format (sum.points);
  cell->flags |= sum.missing > 0 ? FF_GRID_ITALIC : FF_GRID_BOLD;
  if (sum.missing > 0)
    cell->tooltip = g_strdup_printf (ngettext ("%u item is not entered yet", "%u items are not entered yet", sum.missing), sum.missing);
}

/* The mean of the answers that are in, as a share of the item's points (RULES, 4). */
static void
show_difficulty (FfTestModel *self, const FfTestItem *item, int column, FfGridCell *cell)
{
  FfClassModel *model = FF_CLASS_MODEL (self);
  gint64 sum = 0;
  guint n = 0;

  for (int row = 0; row < ff_grid_model_get_n_rows (FF_GRID_MODEL (self)); row++)
    {
      FfTestAnswer answer = answer_of (self, ff_class_model_get_trainee (model, row), column);
      gint64 points = ff_test_item_points (item, &answer);

      sum += MAX (points, 0);
      n += points >= 0 ? 1 : 0;
    }
  if (n == 0)
    return;
  cell->text = g_strdup_printf ("%.2f", ff_round ((double) sum / ((double) item->points * n), 2));
  cell->tooltip = g_strdup_printf (ngettext ("Difficulty: the share of the points that %u trainee reached",
                                             "Difficulty: the share of the points that %u trainees reached", n), n);
}

static void
get_cell (FfGridModel *model, int row, int column, FfGridCell *cell)
{
  FfTestModel *self = FF_TEST_MODEL (model);
  const FfClassTrainee *trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (self), row);
  const FfTestItem *item = item_of (self, column);

  if (trainee == NULL && column == COLUMN_TRAINEE)
    cell->text = g_strdup (_("Difficulty"));
  else if (trainee == NULL && item != NULL)
    show_difficulty (self, item, column, cell);
  else if (trainee == NULL)
    return;
  else if (column == COLUMN_NUMBER)
    {
      cell->text = g_strdup_printf ("%d", ff_class_model_get_number (FF_CLASS_MODEL (self), row));
      cell->style = FF_GRID_STYLE_DIM;
    }
  else if (column == COLUMN_TRAINEE)
    cell->text = g_strdup (trainee->name);
  else if (item != NULL)
    show_answer (self, trainee, item, column, cell);
  else if (count_items (self) > 0)
    show_sum (self, trainee, column > N_FROZEN + (int) count_items (self), cell);
}

/* Typing -------------------------------------------------------------------------------------------------------------------- */

static gboolean
is_editable (FfGridModel *model, int row, int column)
{
  FfTestModel *self = FF_TEST_MODEL (model);

  return ff_class_model_is_writable (FF_CLASS_MODEL (self)) && row >= 0 && item_of (self, column) != NULL;
}

static char *
get_edit_text (FfGridModel *model, int row, int column)
{
  FfTestModel *self = FF_TEST_MODEL (model);
  const FfTestItem *item = item_of (self, column);
  const FfClassTrainee *trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (self), row);
  g_auto (FfGridCell) cell = { NULL };

  if (item != NULL && trainee != NULL)
    {
      FfTestAnswer answer = answer_of (self, trainee, column);

      return format_answer (item, &answer);
    }
  get_cell (model, row, column, &cell);
  return cell.text != NULL ? g_steal_pointer (&cell.text) : g_strdup ("");
}

static char *
validate (FfGridModel *model, int row, int column, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *letters = NULL;
  gint64 score;

  if (ff_test_answer_parse (item_of (FF_TEST_MODEL (model), column), text, &letters, &score, &error))
    return NULL;
  return g_strdup (error->message);
}

/* One key answers an item that has one right letter; of several right ones somebody may have chosen any number. */
static const char *
translate_key (FfGridModel *model, int row, int column, gunichar key)
{
  const FfTestItem *item = item_of (FF_TEST_MODEL (model), column);
  char text[7] = { '\0' };
  g_autofree char *letters = NULL;

  if (item == NULL || item->kind != FF_TEST_CHOICE || item->answer == NULL || item->answer[1] != '\0' || !g_unichar_isgraph (key))
    return NULL;
  g_unichar_to_utf8 (key, text);
  letters = ff_test_letters_parse (text);
  if (letters == NULL || (*letters != '\0' && item->options->len > 0 && (guint) (*letters - 'A') >= item->options->len))
    return NULL;
  return *letters != '\0' ? g_intern_string (letters) : "-";
}

static char *
make_label (FfTestModel *self, FfGridCommand command, const FfGridEdit *edits, gsize n)
{
  if (n == 1)
    /* Translators: the number of an item, a person. */
    return g_strdup_printf (_("Enter the answer to item %s of %s"), item_of (self, edits[0].column)->key,
                            ff_class_model_get_trainee (FF_CLASS_MODEL (self), edits[0].row)->name);
  if (command == FF_GRID_COMMAND_CLEAR || command == FF_GRID_COMMAND_CUT)
    return g_strdup_printf (ngettext ("Clear %u answer", "Clear %u answers", (gulong) n), (guint) n);
  return g_strdup_printf (ngettext ("Enter %u answer", "Enter %u answers", (gulong) n), (guint) n);
}

static void
apply (FfGridModel *model, FfGridCommand command, const FfGridEdit *edits, gsize n_edits)
{
  FfTestModel *self = FF_TEST_MODEL (model);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (FfTestEntry));
  g_autofree char *label = make_label (self, command, edits, n_edits);

  for (gsize i = 0; i < n_edits; i++)
    {
      const FfTestItem *item = item_of (self, edits[i].column);
      FfTestEntry entry = { ff_class_model_get_trainee (FF_CLASS_MODEL (self), edits[i].row)->enrolment_id, item->id, self->attempt };
      g_autofree char *letters = NULL;

      if (!ff_test_answer_parse (item, edits[i].text, &letters, &entry.score, NULL))
        continue;
      entry.letters = g_intern_string (letters);
      g_array_append_val (entries, entry);
    }
  ff_class_model_enter (FF_CLASS_MODEL (self), label, entries, n_edits == 1 ? NULL : label);
}

/* The object ---------------------------------------------------------------------------------------------------------------- */

static gboolean
has_footer (FfGridModel *model)
{
  return ff_grid_model_get_n_rows (model) > 0;
}

static void
ff_test_model_grid_init (FfGridModelInterface *iface)
{
  iface->has_footer = has_footer;
  iface->get_row_title = get_row_title;
  iface->get_cell = get_cell;
  iface->is_editable = is_editable;
  iface->get_edit_text = get_edit_text;
  iface->validate = validate;
  iface->translate_key = translate_key;
  iface->apply = apply;
}

static void
ff_test_model_class_init (FfTestModelClass *klass)
{
  FfClassModelClass *model_class = FF_CLASS_MODEL_CLASS (klass);

  model_class->describe = describe;
  model_class->build_columns = build_columns;
  model_class->lay_over = lay_over;
}

static void
ff_test_model_init (FfTestModel *self)
{
  self->attempt = 1;
}

FfTestModel *
ff_test_model_new (void)
{
  return g_object_new (FF_TYPE_TEST_MODEL, NULL);
}
