/* Marks as they are typed: which texts a cell takes, what they are to be written as, and what that step is called. */
#include "config.h"

#include "ff-scores-model-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-number.h"
#include "ff-scores-text.h"
#include "ff-word.h"

static gboolean
is_editable (FfGridModel *model, int row, int column)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);
  const FfScoresMeaning *meaning = ff_scores_model_get_meaning (self, column);

  return ff_class_model_is_writable (FF_CLASS_MODEL (self)) && row >= 0 && ff_scores_meaning_is_mark (meaning) &&
         (meaning->kind == FF_SCORES_KIND_CRITERION || ff_scores_model_component_at (self, meaning->component)->source != FF_SOURCE_RUBRIC);
}

static gboolean
is_exempt_word (const char *text)
{
  static const FfWord words[] = { { "ex", 1 }, { "exempt", 1 }, { "免考", 1 }, { "免修", 1 }, { "免", 1 } };
  int value;

  return ff_word_find_in (words, text, &value);
}

/* "EX" and "EX: ill" exempt; @reason (may be NULL) becomes what is said after the word, NULL: nothing. */
static gboolean
parse_exempt (const char *text, char **reason)
{
  gsize length = strcspn (text, " \t:,");
  const char *wide = strstr (text, "：");
  g_autofree char *word = NULL;
  g_autofree char *rest = NULL;

  if (wide != NULL && (gsize) (wide - text) < length)
    length = (gsize) (wide - text);
  word = g_strndup (text, length);
  if (!is_exempt_word (word))
    return FALSE;

  rest = g_strdup (text + length);
  if (g_str_has_prefix (rest, "："))
    memmove (rest, rest + strlen ("："), strlen (rest) - strlen ("：") + 1);
  g_strstrip (g_strdelimit (rest, ":,", ' '));
  if (reason != NULL)
    *reason = *rest != '\0' ? g_steal_pointer (&rest) : NULL;

  return TRUE;
}

/* What was entered, not what comes of it: a resit that is capped is edited as it was marked, and EX with its reason. */
static char *
get_edit_text (FfGridModel *model, int row, int column)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);
  const FfScoresMeaning *meaning = ff_scores_model_get_meaning (self, column);
  g_auto (FfGridCell) cell = { NULL };

  if (row >= 0 && ff_scores_meaning_is_mark (meaning))
    {
      const FfClassTrainee *trainee = ff_scores_model_trainee (self, row);
      FfScoreSource source = ff_scores_model_find_source (self, trainee, meaning->component, meaning->criterion);
      const char *reason = trainee->exempt_reasons != NULL ? trainee->exempt_reasons[meaning->component] : NULL;

      /* Translators: an exemption as it is typed, with its reason. */
      if (trainee->exempt[meaning->component] && reason != NULL)
        return g_strdup_printf (C_("mark", "EX: %s"), reason);
      if (ff_scores_model_get_open_attempt (self, trainee, meaning->component) > 0)
        return g_strdup ("");
      if (source.raters == 1)
        return ff_hundredths_format (source.score);
    }
  ff_grid_model_get_cell (model, row, column, &cell);

  return cell.text != NULL ? g_steal_pointer (&cell.text) : g_strdup ("");
}

static char *
validate (FfGridModel *model, int row, int column, const char *text)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);
  const FfScoresMeaning *meaning = ff_scores_model_get_meaning (self, column);
  const FfClassTrainee *trainee = ff_scores_model_trainee (self, row);
  g_autoptr (GError) error = NULL;
  gint64 score;

  if (parse_exempt (text, NULL))
    return NULL;
  if (ff_scores_model_find_source (self, trainee, meaning->component, meaning->criterion).raters > 1)
    {
      g_autofree char *raters = ff_scores_text_list_raters (trainee, meaning->component, meaning->criterion);

      return g_strdup_printf (_("Several raters marked this (%s), and their mean is shown. Mark with the rubric (Ctrl+Shift+M) to change "
                                "the mark of one of them."), raters);
    }
  if (text[0] == '\0')
    return NULL;
  if (!ff_hundredths_parse (text, &score))
    return g_strdup_printf (_("“%s” is not a number. Type points such as 78 or 82.5, or EX to exempt."), text);
  if (!ff_mark_validate (ff_scores_model_figures (self)->scheme, (guint) meaning->component, meaning->criterion, score, &error))
    return g_strdup (error->message);

  return NULL;
}

static char *
preview_text (FfGridModel *model, int row, int column, const char *text)
{
  g_autofree char *reason = NULL;
  gint64 score;

  if (parse_exempt (text, &reason))
    return reason != NULL ? g_strdup_printf (C_("mark", "EX: %s"), reason) : g_strdup (C_("mark", "EX"));

  return ff_hundredths_parse (text, &score) ? ff_hundredths_format (score) : g_strdup (text);
}

static FfScoreEntry
make_entry (FfScoresModel *self, const FfGridEdit *edit)
{
  const FfScoresMeaning *meaning = ff_scores_model_get_meaning (self, edit->column);
  const FfComponent *leaf = ff_scores_model_component_at (self, meaning->component);
  const FfClassTrainee *trainee = ff_scores_model_trainee (self, edit->row);
  FfScoreSource source = ff_scores_model_find_source (self, trainee, meaning->component, meaning->criterion);
  FfScoreEntry entry = { trainee->enrolment_id, leaf->id, 0, g_strdup (source.rater), source.attempt, FF_SCORE_SET, 0, NULL };

  if (meaning->criterion >= 0)
    entry.criterion_id = ((FfCriterion *) g_ptr_array_index (leaf->criteria, meaning->criterion))->id;
  if (parse_exempt (edit->text, &entry.text))
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

  if (parse_exempt (edit->text, NULL))
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

/* An open attempt that is cleared was not meant; nothing is stored of it. */
static gboolean
closes_attempt (FfScoresModel *self, const FfGridEdit *edit)
{
  const FfClassTrainee *trainee = ff_scores_model_trainee (self, edit->row);
  int component = ff_scores_model_get_component (self, edit->column);

  if (edit->text[0] != '\0' || ff_scores_model_get_open_attempt (self, trainee, component) == 0)
    return FALSE;

  ff_scores_model_close_attempt (self, trainee, component);
  ff_grid_model_cells_changed (FF_GRID_MODEL (self), edit->row, 1);

  return TRUE;
}

static void
apply (FfGridModel *model, FfGridCommand command, const FfGridEdit *edits, gsize n_edits)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);
  g_autoptr (GArray) entries = ff_scores_model_new_entries ();
  g_autofree char *label = NULL, *said = NULL;

  for (gsize i = 0; i < n_edits; i++)
    {
      FfScoreEntry entry;

      if (closes_attempt (self, &edits[i]))
        continue;
      entry = make_entry (self, &edits[i]);
      g_array_append_val (entries, entry);
    }
  if (entries->len == 0)
    return;

  label = n_edits == 1 ? label_one (self, &edits[0]) : label_many (command, entries->len);
  said = n_edits == 1 && command != FF_GRID_COMMAND_PASTE ? NULL : say_many (command, entries->len);
  ff_scores_model_submit (self, edits[0].row, edits[0].column, label, entries, said);
}

void
ff_scores_model_init_edit (FfGridModelInterface *iface)
{
  iface->is_editable = is_editable;
  iface->get_edit_text = get_edit_text;
  iface->validate = validate;
  iface->preview_text = preview_text;
  iface->apply = apply;
}

void
ff_scores_model_enter_block (FfScoresModel *self, const FfGridBlock *block, const char *text)
{
  FfGridModel *model = FF_GRID_MODEL (self);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (FfGridEdit));

  g_return_if_fail (FF_IS_SCORES_MODEL (self));

  for (int row = block->first_row; row <= block->last_row; row++)
    for (int column = block->first_column; column <= block->last_column; column++)
      {
        FfGridEdit edit = { row, column, text };
        g_autofree char *reason = NULL;

        if (!ff_grid_model_is_editable (model, row, column))
          continue;
        reason = validate (model, row, column, text);
        if (reason == NULL)
          g_array_append_val (edits, edit);
      }
  if (edits->len > 0)
    apply (model, FF_GRID_COMMAND_TYPE, (const FfGridEdit *) (gpointer) edits->data, edits->len);
}

void
ff_scores_model_set_comment (FfScoresModel *self, const FfClassTrainee *trainee, const FfStoredMark *mark, const char *comment)
{
  const FfComponent *leaf;
  g_autoptr (GArray) entries = NULL;
  g_autofree char *label = NULL;
  FfScoreEntry entry;

  g_return_if_fail (FF_IS_SCORES_MODEL (self));
  g_return_if_fail (trainee != NULL && mark != NULL && comment != NULL);

  leaf = ff_scores_model_component_at (self, mark->component);
  entry = (FfScoreEntry) { trainee->enrolment_id, leaf->id, 0, g_strdup (mark->rater != NULL ? mark->rater : ""), mark->attempt,
                           FF_SCORE_COMMENT, 0, g_strdup (comment) };
  if (mark->criterion >= 0)
    entry.criterion_id = ((FfCriterion *) g_ptr_array_index (leaf->criteria, mark->criterion))->id;
  entries = ff_scores_model_new_entries ();
  g_array_append_val (entries, entry);
  label = g_strdup_printf (_("Comment on the mark of %s in %s"), trainee->name, leaf->title);
  ff_class_model_enter (FF_CLASS_MODEL (self), label, entries, NULL);
}
