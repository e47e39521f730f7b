/* Marks as they are typed: which texts a cell takes, what they are to be written as, and what that step is called. */
#include "config.h"

#include "ff-scores-model-private.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-scores-text.h"
#include "ff-word.h"

static gboolean
is_editable (FfGridModel *model, int row, int column)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);
  const FfScoresMeaning *meaning = ff_scores_model_get_meaning (self, column);

  return ff_class_model_is_writable (FF_CLASS_MODEL (self)) && row >= 0 && ff_scores_meaning_is_mark (meaning) && !ff_scores_model_trainee (self, row)->disqualified &&
         (meaning->kind == FF_SCORES_KIND_CRITERION || ff_scores_model_component_at (self, meaning->component)->source != FF_SOURCE_RUBRIC);
}

static char *
get_edit_text (FfGridModel *model, int row, int column)
{
  g_auto (FfGridCell) cell = { NULL };

  ff_grid_model_get_cell (model, row, column, &cell);

  return cell.text != NULL ? g_steal_pointer (&cell.text) : g_strdup ("");
}

static gboolean
is_exempt_word (const char *text)
{
  static const FfWord words[] = { { "ex", 1 }, { "exempt", 1 }, { "免考", 1 }, { "免修", 1 }, { "免", 1 } };
  int value;

  return ff_word_find_in (words, text, &value);
}

static char *
validate (FfGridModel *model, int row, int column, const char *text)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);
  const FfScoresMeaning *meaning = ff_scores_model_get_meaning (self, column);
  const FfClassTrainee *trainee = ff_scores_model_trainee (self, row);
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
  if (!ff_mark_validate (ff_scores_model_figures (self)->scheme, (guint) meaning->component, meaning->criterion, score, &error))
    return g_strdup (error->message);

  return NULL;
}

static void
score_entry_clear (gpointer data)
{
  g_free (((FfScoreEntry *) data)->rater);
}

static FfScoreEntry
make_entry (FfScoresModel *self, const FfGridEdit *edit)
{
  const FfScoresMeaning *meaning = ff_scores_model_get_meaning (self, edit->column);
  const FfComponent *leaf = ff_scores_model_component_at (self, meaning->component);
  const FfClassTrainee *trainee = ff_scores_model_trainee (self, edit->row);
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
  const char *name = ff_scores_model_trainee (self, edit->row)->name;
  const char *title = ff_scores_model_component_at (self, ff_scores_model_get_meaning (self, edit->column)->component)->title;

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
  ff_class_model_enter (FF_CLASS_MODEL (self), label, entries, said);
}

void
ff_scores_model_init_edit (FfGridModelInterface *iface)
{
  iface->is_editable = is_editable;
  iface->get_edit_text = get_edit_text;
  iface->validate = validate;
  iface->apply = apply;
}
