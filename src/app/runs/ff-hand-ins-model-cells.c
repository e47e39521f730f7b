/* How the cells of the hand-ins look and what they say. */
#include "config.h"

#include "ff-hand-ins-model-private.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-number.h"

static char *
get_row_title (FfGridModel *model, int row)
{
  return g_strdup (row == FF_GRID_FOOTER ? _("Handed in") : ff_class_model_get_trainee (FF_CLASS_MODEL (model), row)->name);
}

static gboolean
has_footer (FfGridModel *model)
{
  return ff_grid_model_get_n_rows (model) > 0;
}

/* What is in a cell, in a sentence or two. */
static char *
describe_submission (const FfAssignment *assignment, const FfSubmission *submission, int late)
{
  g_autofree char *day = ff_format_day (ff_time_day (submission->handed_in_at));
  g_autofree char *clock = ff_format_clock (submission->handed_in_at);
  g_autofree char *score = submission->score >= 0 ? ff_hundredths_format (submission->score) : NULL;
  g_autofree char *max = submission->score >= 0 ? ff_hundredths_format (assignment->max) : NULL;
  GString *text = g_string_new (NULL);

  /* Translators: an edition as “1.0”, a date, a clock */
  g_string_append_printf (text, _("Edition %s, handed in on %s %s."), submission->edition, day, clock);
  g_string_append_c (text, ' ');
  if (late > 0)
    g_string_append_printf (text, ngettext ("%d day late.", "%d days late.", late), late);
  else
    g_string_append (text, assignment->due_at != FF_NO_TIME ? _("On time.") : _("There is no term."));
  if (score != NULL)
    {
      g_string_append_c (text, ' ');
      /* Translators: a mark and the highest one */
      g_string_append_printf (text, _("%s of %s points."), score, max);
    }
  if (submission->note != NULL)
    g_string_append_printf (text, "\n%s", submission->note);
  return g_string_free (text, FALSE);
}

static void
show_submission (const FfAssignment *assignment, const FfClassHandIn *place, FfGridCell *cell)
{
  const FfSubmission *submission = place->last;
  int late = ff_hand_in_days_late (assignment->due_at, submission->handed_in_at);
  g_autofree char *score = submission->score >= 0 ? ff_hundredths_format (submission->score) : NULL;
  g_autofree char *delay = NULL;

  if (late > 0)
    /* Translators: how many days late something was handed in; in a narrow cell */
    delay = g_strdup_printf (C_("hand-in", "+%d d"), late);
  cell->text = delay != NULL ? g_strjoin (" ", score != NULL ? score : delay, score != NULL ? delay : NULL, NULL)
                             : g_strdup (score != NULL ? score : "✓");
  cell->style = late > 0 ? FF_GRID_STYLE_LATE : score != NULL ? FF_GRID_STYLE_NONE : FF_GRID_STYLE_PRESENT;
  cell->superscript = place->editions > 1 ? g_strdup (submission->edition) : NULL;
  cell->flags = submission->note != NULL ? FF_GRID_CORNER : 0;
  cell->spoken = describe_submission (assignment, submission, late);
}

static void
show_place (const FfClassFigures *figures, const FfAssignment *assignment, const FfClassHandIn *place, FfGridCell *cell)
{
  if (!place->expected)
    {
      cell->text = g_strdup ("·");
      cell->style = FF_GRID_STYLE_NOT_PLANNED;
      cell->spoken = g_strdup (_("Teams hand this in, and this trainee is in none."));
    }
  else if (place->last != NULL)
    {
      show_submission (assignment, place, cell);
    }
  else if (ff_hand_in_state (assignment->due_at, FF_NO_TIME, figures->now) == FF_HAND_IN_MISSING)
    {
      g_autofree char *due = ff_format_due (ff_time_day (assignment->due_at), ff_time_day (figures->now));

      cell->text = g_strdup (C_("hand-in", "missing"));
      cell->style = FF_GRID_STYLE_ABSENT;
      /* Translators: how long something is overdue: “4 days overdue” */
      cell->spoken = g_strdup_printf (_("Not handed in: %s."), due);
    }
  else
    {
      cell->text = g_strdup ("–");
      cell->style = FF_GRID_STYLE_UNRECORDED;
      cell->spoken = g_strdup (_("Not handed in yet."));
    }
  cell->tooltip = g_strdup (cell->spoken);
}

/* How much of what is asked for a trainee has handed in. */
static void
show_sum (const FfClassFigures *figures, const FfClassTrainee *trainee, FfGridCell *cell)
{
  int expected = 0, handed_in = 0;

  for (guint i = 0; i < figures->assignments->len; i++)
    {
      expected += trainee->hand_ins[i].expected ? 1 : 0;
      handed_in += trainee->hand_ins[i].expected && trainee->hand_ins[i].last != NULL ? 1 : 0;
    }
  cell->text = g_strdup_printf ("%d/%d", handed_in, expected);
  cell->style = handed_in < expected ? FF_GRID_STYLE_NONE : FF_GRID_STYLE_DIM;
  cell->flags = handed_in < expected ? FF_GRID_BOLD : 0;
  cell->spoken = g_strdup_printf (_("%d of %d handed in"), handed_in, expected);
}

static void
show_footer (FfHandInsModel *self, int column, FfGridCell *cell)
{
  FfHandInCount count;

  if (column == FF_HAND_INS_COLUMN_TRAINEE)
    {
      cell->text = g_strdup (_("Handed in"));
      cell->flags = FF_GRID_BOLD;
    }
  if (ff_hand_ins_model_index (self, column) < 0)
    return;
  count = ff_hand_ins_model_count (self, column);
  cell->text = g_strdup_printf ("%u/%u", count.handed_in, count.expected);
  cell->tooltip = g_strdup_printf (_("%u of %u handed in, %u of them late; %u overdue."), count.handed_in, count.expected, count.late,
                                   count.missing);
  cell->spoken = g_strdup (cell->tooltip);
}

static void
show_trainee (FfHandInsModel *self, const FfClassTrainee *trainee, int row, int column, FfGridCell *cell)
{
  if (column == FF_HAND_INS_COLUMN_NUMBER)
    cell->text = g_strdup_printf ("%d", ff_class_model_get_number (FF_CLASS_MODEL (self), row));
  else
    cell->text = g_strdup (column == FF_HAND_INS_COLUMN_TRAINEE ? trainee->name : trainee->team);
  if (column != FF_HAND_INS_COLUMN_TRAINEE)
    cell->style = FF_GRID_STYLE_DIM;
  else
    cell->tooltip = g_strdup (trainee->employee_no);
}

static void
get_cell (FfGridModel *model, int row, int column, FfGridCell *cell)
{
  FfHandInsModel *self = FF_HAND_INS_MODEL (model);
  const FfClassTrainee *trainee = ff_class_model_get_trainee (FF_CLASS_MODEL (self), row);
  const FfAssignment *assignment = ff_hand_ins_model_get_assignment (self, column);

  if (row == FF_GRID_FOOTER)
    show_footer (self, column, cell);
  else if (column < FF_HAND_INS_N_FROZEN)
    show_trainee (self, trainee, row, column, cell);
  else if (assignment != NULL)
    show_place (ff_hand_ins_model_figures (self), assignment, ff_hand_ins_model_get_place (self, row, column), cell);
  else
    show_sum (ff_hand_ins_model_figures (self), trainee, cell);
}

void
ff_hand_ins_model_init_cells (FfGridModelInterface *iface)
{
  iface->get_row_title = get_row_title;
  iface->has_footer = has_footer;
  iface->get_cell = get_cell;
}
