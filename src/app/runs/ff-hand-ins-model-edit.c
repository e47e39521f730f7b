/* Hand-ins as they are typed: which texts a cell takes, what they are written as, and what that step is called. */
#include "config.h"

#include "ff-hand-ins-model-private.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-submissions.h"

static gboolean
is_editable (FfGridModel *model, int row, int column)
{
  const FfClassHandIn *place = row >= 0 ? ff_hand_ins_model_get_place (FF_HAND_INS_MODEL (model), row, column) : NULL;

  return place != NULL && place->expected && ff_class_model_is_writable (FF_CLASS_MODEL (model));
}

/* What was handed in as it may be typed: "2026-09-22 16:30 85". */
static char *
get_edit_text (FfGridModel *model, int row, int column)
{
  const FfClassHandIn *place = ff_hand_ins_model_get_place (FF_HAND_INS_MODEL (model), row, column);
  g_auto (FfGridCell) cell = { NULL };
  g_autofree char *time = NULL, *score = NULL;

  if (place == NULL)
    {
      ff_grid_model_get_cell (model, row, column, &cell);
      return cell.text != NULL ? g_steal_pointer (&cell.text) : g_strdup ("");
    }
  if (place->last == NULL)
    return g_strdup ("");
  time = ff_time_format (place->last->handed_in_at);
  score = place->last->score >= 0 ? ff_hundredths_format (place->last->score) : NULL;
  return g_strjoin (" ", time, score, NULL);
}

static char *
validate (FfGridModel *model, int row, int column, const char *text)
{
  FfHandInsModel *self = FF_HAND_INS_MODEL (model);
  const FfClassHandIn *place = ff_hand_ins_model_get_place (self, row, column);
  const FfAssignment *assignment = ff_hand_ins_model_get_assignment (self, column);
  const FfClassTrainee *trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (self), row);
  g_autoptr (FfSubmission) submission = NULL;
  FfHandInEntry entry;

  if (*text == '\0')
    return NULL;
  if (!ff_hand_in_parse (text, ff_time_now (), &entry))
    return g_strdup_printf (_("“%s” is neither a day nor a mark: write H for now, 9-22 16:30 for a time, 85 for a mark."), text);
  return ff_submission_apply (assignment, place->last, &entry, assignment->by_team && trainee->team != NULL ? trainee->team : trainee->name,
                              &submission);
}

static const char *
translate_key (FfGridModel *model, int row, int column, gunichar key)
{
  if (ff_hand_ins_model_index (FF_HAND_INS_MODEL (model), column) < 0)
    return NULL;
  if (key == 'h' || key == 'H')
    return "h";
  return key == 'n' || key == 'N' ? "n" : NULL;
}

static char *
label_one (const FfAssignment *assignment, const FfClassTrainee *trainee, const FfHandInChange *change)
{
  const char *name = assignment->by_team && trainee->team != NULL ? trainee->team : trainee->name;

  if (change->clear)
    return g_strdup_printf (_("Clear what %s handed in of “%s”"), name, assignment->title);
  if (change->entry.has_score)
    return g_strdup_printf (_("Mark what %s handed in of “%s”"), name, assignment->title);
  return g_strdup_printf (_("Record that %s handed in “%s”"), name, assignment->title);
}

/* What a team hands in is one thing, in however many rows it stands. */
static gboolean
is_done (FfHandInsModel *self, const GArray *changes, const FfAssignment *assignment, const FfClassTrainee *trainee)
{
  for (guint i = 0; assignment->by_team && i < changes->len; i++)
    {
      const FfHandInChange *other = &g_array_index (changes, FfHandInChange, i);
      const FfClassTrainee *mate = ff_class_model_find_trainee (FF_CLASS_MODEL (self), other->enrolment_id);

      if (other->assignment_id == assignment->id && mate != NULL && mate->team_id == trainee->team_id)
        return TRUE;
    }
  return FALSE;
}

static char *
label_many (FfGridCommand command, guint n)
{
  if (command == FF_GRID_COMMAND_CLEAR || command == FF_GRID_COMMAND_CUT)
    return g_strdup_printf (ngettext ("Clear %u hand-in", "Clear %u hand-ins", n), n);
  return g_strdup_printf (ngettext ("Record %u hand-in", "Record %u hand-ins", n), n);
}

static char *
say_many (FfGridCommand command, guint n)
{
  if (command == FF_GRID_COMMAND_CLEAR || command == FF_GRID_COMMAND_CUT)
    return g_strdup_printf (ngettext ("%u hand-in cleared", "%u hand-ins cleared", n), n);
  return g_strdup_printf (ngettext ("%u hand-in recorded", "%u hand-ins recorded", n), n);
}

static void
apply (FfGridModel *model, FfGridCommand command, const FfGridEdit *edits, gsize n_edits)
{
  FfHandInsModel *self = FF_HAND_INS_MODEL (model);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (FfHandInChange));
  const FfGridEdit *last = NULL;
  g_autofree char *label = NULL, *said = NULL;

  for (gsize i = 0; i < n_edits; i++)
    {
      const FfAssignment *assignment = ff_hand_ins_model_get_assignment (self, edits[i].column);
      const FfClassTrainee *trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (self), edits[i].row);
      const FfClassHandIn *place = ff_hand_ins_model_get_place (self, edits[i].row, edits[i].column);
      FfHandInChange change = { .assignment_id = assignment->id, .enrolment_id = trainee->enrolment_id, .clear = *edits[i].text == '\0' };

      if ((change.clear ? place->last != NULL : ff_hand_in_parse (edits[i].text, ff_time_now (), &change.entry))
          && !is_done (self, changes, assignment, trainee))
        {
          g_array_append_val (changes, change);
          last = &edits[i];
        }
    }
  if (changes->len == 0)
    return;

  if (changes->len == 1)
    label = label_one (ff_hand_ins_model_get_assignment (self, last->column),
                       ff_class_model_get_trainee (FF_CLASS_MODEL (self), last->row), &g_array_index (changes, FfHandInChange, 0));
  else
    {
      label = label_many (command, changes->len);
      said = say_many (command, changes->len);
    }
  ff_class_model_enter (FF_CLASS_MODEL (self), label, changes, said);
}

void
ff_hand_ins_model_init_edit (FfGridModelInterface *iface)
{
  iface->is_editable = is_editable;
  iface->get_edit_text = get_edit_text;
  iface->validate = validate;
  iface->translate_key = translate_key;
  iface->apply = apply;
}
