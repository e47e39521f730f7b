/* How the cells of the register look and what they say. */
#include "config.h"

#include "ff-attendance-model-private.h"

#include <glib/gi18n-lib.h>

#include "ff-attendance-text.h"

/* After the sessions. */
enum
{
  SUMMARY_ABSENT,
  SUMMARY_RATE,
  SUMMARY_CAN_MISS,
  N_SUMMARIES,
};

static void
show_frozen (FfAttendanceModel *self, const FfClassTrainee *trainee, int row, int column, FfGridCell *cell)
{
  if (column == FF_ATTENDANCE_COLUMN_NUMBER)
    {
      cell->text = g_strdup_printf ("%d", ff_class_model_get_number (FF_CLASS_MODEL (self), row));
      cell->style = FF_GRID_STYLE_DIM;
    }
  else if (column == FF_ATTENDANCE_COLUMN_TRAINEE)
    {
      cell->text = g_strdup (trainee->name);
      cell->tooltip = g_strdup (trainee->employee_no);
      cell->flags = trainee->disqualified ? FF_GRID_STRUCK : 0;
    }
  else
    {
      cell->text = g_strdup (trainee->department);
      cell->tooltip = g_strdup (trainee->department);
      cell->style = FF_GRID_STYLE_DIM;
    }
}

/* "Excused: not an absence. Sick leave." */
static void
add_detail (FfAttendanceModel *self, const FfAttendanceRecord *record, FfGridCell *cell)
{
  g_autofree char *detail = ff_attendance_text_detail (ff_attendance_model_figures (self), record);
  g_autofree char *spoken = NULL;

  if (detail == NULL)
    return;
  spoken = g_steal_pointer (&cell->spoken);
  cell->spoken = g_strdup_printf ("%s %s", spoken, detail);
  g_free (cell->tooltip);
  cell->tooltip = g_strdup (cell->spoken);
}

static void
show_session (FfAttendanceModel *self, const FfClassTrainee *trainee, int session, FfGridCell *cell)
{
  const FfAttendanceCell *mark = &trainee->cells[session];

  if (!mark->planned)
    {
      cell->style = FF_GRID_STYLE_NOT_PLANNED;
      cell->text = g_strdup ("·");
      cell->spoken = g_strdup (_("Not planned for this trainee."));
      cell->tooltip = g_strdup (cell->spoken);
      return;
    }

  ff_attendance_text_show (&ff_attendance_model_figures (self)->rule, &mark->record, &mark->verdict, cell);
  add_detail (self, &mark->record, cell);
  if (trainee->disqualified)
    cell->flags |= FF_GRID_FADED;
}

static char *
draw_dots (FfAttendanceModel *self, const FfClassTrainee *trainee)
{
  GString *dots = g_string_new (NULL);
  int left = MIN (trainee->tally.can_miss, 5);
  int used = MIN (trainee->tally.absent, 5 - left);

  for (int i = 0; i < left; i++)
    g_string_append (dots, "●");
  for (int i = 0; i < used; i++)
    g_string_append (dots, "○");

  return g_string_free (dots, FALSE);
}

static void
show_can_miss (FfAttendanceModel *self, const FfClassTrainee *trainee, FfGridCell *cell)
{
  const FfAttendanceTally *tally = &trainee->tally;

  if (trainee->disqualified)
    {
      cell->lead = g_strdup (_("Disqualified"));
      cell->lead_kind = FF_GRID_LEAD_TAG_MISSED;
      cell->spoken = ff_attendance_text_verdict (ff_attendance_model_figures (self), trainee);
      cell->tooltip = g_strdup (cell->spoken);
    }
  else if (trainee->waived && tally->qualification != FF_QUALIFIED)
    {
      cell->lead = g_strdup (_("Waived"));
      cell->lead_kind = FF_GRID_LEAD_TAG_SOON;
      cell->spoken = ff_attendance_text_verdict (ff_attendance_model_figures (self), trainee);
      cell->tooltip = g_strdup (cell->spoken);
    }
  else if (tally->planned == tally->held)
    {
      cell->text = g_strdup ("–");
      cell->style = FF_GRID_STYLE_DIM;
      cell->spoken = g_strdup (_("No session is left."));
    }
  else if (tally->can_miss == 0 && tally->absent > 0)
    {
      cell->lead = g_strdup (_("⚠ 0 more"));
      cell->lead_kind = FF_GRID_LEAD_TAG_SOON;
      cell->spoken = g_strdup (_("Can miss no more."));
    }
  else
    {
      cell->text = g_strdup_printf (ngettext ("%d more", "%d more", tally->can_miss), tally->can_miss);
      cell->lead = draw_dots (self, trainee);
      cell->lead_kind = FF_GRID_LEAD_DOTS;
    }
  if (cell->lead != NULL && cell->lead[0] == '\0')
    g_clear_pointer (&cell->lead, g_free);
}

static void
show_summary (FfAttendanceModel *self, const FfClassTrainee *trainee, int summary, FfGridCell *cell)
{
  const FfAttendanceTally *tally = &trainee->tally;
  g_autofree char *percent = NULL;

  switch (summary)
    {
    case SUMMARY_ABSENT:
      cell->text = g_strdup_printf ("%d", tally->absent);
      cell->flags = tally->absent > 0 ? FF_GRID_BOLD : 0;
      cell->style = tally->absent > 0 ? FF_GRID_STYLE_NONE : FF_GRID_STYLE_DIM;
      break;
    case SUMMARY_RATE:
      percent = ff_attendance_text_percent (tally->absence_percent);
      cell->text = g_strdup_printf (_("%s %%"), percent);
      cell->tooltip = ff_attendance_text_rates (tally);
      cell->style = tally->qualification != FF_QUALIFIED ? FF_GRID_STYLE_FAILED : FF_GRID_STYLE_NONE;
      break;
    default:
      show_can_miss (self, trainee, cell);
    }
}

static void
get_cell (FfGridModel *model, int row, int column, FfGridCell *cell)
{
  FfAttendanceModel *self = FF_ATTENDANCE_MODEL (model);
  const FfClassTrainee *trainee = ff_attendance_model_trainee (self, row);
  int session = ff_attendance_model_get_session_of_column (self, column);

  if (column < FF_ATTENDANCE_N_FROZEN)
    show_frozen (self, trainee, row, column, cell);
  else if (session >= 0)
    show_session (self, trainee, session, cell);
  else
    show_summary (self, trainee, column - FF_ATTENDANCE_N_FROZEN - (int) self->sessions->len, cell);
}

void
ff_attendance_model_init_cells (FfGridModelInterface *iface)
{
  iface->get_cell = get_cell;
}
