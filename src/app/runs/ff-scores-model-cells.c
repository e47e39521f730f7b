/* How the cells of the marks look and what they say. */
#include "config.h"

#include "ff-scores-model-private.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-scores-text.h"
#include "ff-team-marks-text.h"

static char *
get_row_title (FfGridModel *model, int row)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);

  return row == FF_GRID_FOOTER ? g_strdup (_("Mean")) : g_strdup (ff_scores_model_trainee (self, row)->name);
}

/* The mean of the totals that there are, provisional ones too. */
static gboolean
mean_total (const FfClassFigures *figures, double *mean, gboolean *provisional)
{
  double sum = 0;
  guint n = 0;

  *provisional = FALSE;
  for (guint i = 0; i < figures->trainees->len; i++)
    {
      const FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, i);

      if (trainee->disqualified || !trainee->result.known)
        continue;
      sum += trainee->result.total;
      *provisional = *provisional || trainee->result.provisional;
      n++;
    }
  *mean = n > 0 ? sum / n : 0;

  return n > 0;
}

static void
show_footer (FfScoresModel *self, const FfScoresMeaning *meaning, FfGridCell *cell)
{
  const FfClassFigures *figures = ff_scores_model_figures (self);
  gboolean provisional;
  double mean;

  if (meaning->kind == FF_SCORES_KIND_TRAINEE)
    {
      cell->text = g_strdup_printf (ngettext ("Mean of %u", "Mean of %u", figures->trainees->len), figures->trainees->len);
      cell->flags = FF_GRID_BOLD;
    }
  else if (meaning->kind == FF_SCORES_KIND_LEAF && ff_class_figures_leaf_mean (figures, (guint) meaning->component, &mean))
    {
      cell->text = g_strdup_printf ("%.1f", ff_round (mean, 1));
    }
  else if (meaning->kind == FF_SCORES_KIND_TOTAL && mean_total (figures, &mean, &provisional))
    {
      cell->text = ff_scores_text_total (ff_round (mean, 2));
      cell->flags = provisional ? FF_GRID_ITALIC : FF_GRID_BOLD;
      cell->tooltip = g_strdup (provisional ? _("The mean of all totals but those of disqualified trainees; some are provisional.")
                                            : _("The mean of all totals but those of disqualified trainees."));
    }
}

static void
show_exempt (const FfClassTrainee *trainee, int component, FfGridCell *cell)
{
  const char *reason = trainee->exempt_reasons != NULL ? trainee->exempt_reasons[component] : NULL;

  cell->text = g_strdup (C_("mark", "EX"));
  cell->style = FF_GRID_STYLE_DIM;
  cell->spoken = reason != NULL ? g_strdup_printf (_("Exempt: %s"), reason) : g_strdup (_("Exempt."));
  g_free (cell->tooltip);
  cell->tooltip = g_strdup (cell->spoken);
}

/* What was reached before counts until the new attempt has its mark. */
static void
show_open_attempt (int attempt, const char *before, FfGridCell *cell)
{
  cell->text = g_strdup (before);
  cell->superscript = g_strdup_printf ("%d", attempt);
  cell->style = FF_GRID_STYLE_DIM;
  cell->flags |= FF_GRID_HATCHED;
  cell->spoken = before != NULL ? g_strdup_printf (_("Attempt %d waits for its mark; until then %s counts."), attempt, before)
                                : g_strdup_printf (_("Attempt %d waits for its mark."), attempt);
  g_free (cell->tooltip);
  cell->tooltip = g_strdup (cell->spoken);
}

static void
add_line (GString *text, const char *line)
{
  if (line == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* Its comments, and whose mark it is. */
static void
describe_criterion (const FfClassFigures *figures, const FfClassTrainee *trainee, const FfScoresMeaning *meaning, FfGridCell *cell)
{
  g_autofree char *comments = ff_scores_text_list_comments (trainee, meaning->component, meaning->criterion);
  g_autofree char *origin = ff_team_marks_text_origin (figures, trainee, meaning->component, meaning->criterion);
  g_autoptr (GString) text = g_string_new (NULL);

  add_line (text, comments);
  add_line (text, origin);
  if (comments != NULL)
    cell->flags |= FF_GRID_CORNER;
  if (text->len > 0)
    cell->tooltip = g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_criterion (FfScoresModel *self, const FfClassTrainee *trainee, const FfScoresMeaning *meaning, FfGridCell *cell)
{
  FfScoreSource source = ff_scores_text_find_source (trainee, meaning->component, meaning->criterion);
  int open = ff_scores_model_get_open_attempt (self, trainee, meaning->component);

  describe_criterion (ff_scores_model_figures (self), trainee, meaning, cell);

  if (trainee->exempt[meaning->component])
    {
      show_exempt (trainee, meaning->component, cell);
    }
  else if (open > 0)
    {
      show_open_attempt (open, NULL, cell);
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
      g_free (cell->tooltip);
      cell->tooltip = g_strdup (cell->spoken);
    }
}

static char *
describe_leaf (const FfClassFigures *figures, const FfClassTrainee *trainee, int component)
{
  const FfLeafResult *leaf = &trainee->result.leaves[component];
  g_autofree char *comments = ff_scores_text_list_comments (trainee, component, -1);
  g_autofree char *raters = leaf->raters > 1 ? ff_scores_text_list_raters (trainee, component, -1) : NULL;
  g_autofree char *origin = ff_team_marks_text_origin (figures, trainee, component, -1);
  const char *reason = ff_scores_text_get_reason (trainee, component);
  g_autoptr (GString) text = g_string_new (NULL);

  add_line (text, comments);
  add_line (text, origin);
  add_line (text, raters);
  if (leaf->overridden && reason != NULL)
    {
      g_autofree char *line = g_strdup_printf (_("By hand in place of what the program computes: %s"), reason);

      add_line (text, line);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
show_leaf (FfScoresModel *self, const FfClassTrainee *trainee, int component, FfGridCell *cell)
{
  const FfLeafResult *leaf = &trainee->result.leaves[component];
  int open = ff_scores_model_get_open_attempt (self, trainee, component);
  g_autofree char *points = leaf->assessed ? ff_scores_text_number (leaf->points, 2) : NULL;

  if (ff_scores_text_get_comment (trainee, component) != NULL)
    cell->flags |= FF_GRID_CORNER;
  cell->tooltip = describe_leaf (ff_scores_model_figures (self), trainee, component);

  if (leaf->exempt || trainee->exempt[component])
    {
      show_exempt (trainee, component, cell);
    }
  else if (open > 0)
    {
      show_open_attempt (open, points, cell);
    }
  else if (!leaf->assessed)
    {
      cell->flags |= FF_GRID_HATCHED;
      cell->spoken = g_strdup (_("Not yet assessed."));
    }
  else
    {
      cell->text = g_steal_pointer (&points);
      if (leaf->attempt > 1)
        cell->superscript = g_strdup_printf ("%d", leaf->attempt);
      else if (leaf->overridden && ff_component_is_computed (ff_scores_model_component_at (self, component)))
        cell->superscript = g_strdup ("*");
      if (leaf->percent < ff_hundredths_to_double (ff_scores_model_figures (self)->scheme->pass_mark) - FF_TOLERANCE)
        cell->style = FF_GRID_STYLE_FAILED;
    }
}

/* Apart from the others: in brackets, and only while the marks it comes from are shown. */
static void
show_disqualified_total (FfScoresModel *self, const FfClassTrainee *trainee, int row, const char *total, FfGridCell *cell)
{
  cell->style = FF_GRID_STYLE_DIM;
  cell->text = row == self->current_row && total != NULL ? g_strdup_printf (C_("a total that does not count", "(%s)"), total) : g_strdup ("–");
  cell->spoken = total != NULL ? g_strdup_printf (_("Disqualified; the total would be %s."), total) : g_strdup (_("Disqualified."));
  cell->tooltip = g_strdup (cell->spoken);
}

static void
show_total (FfScoresModel *self, const FfClassTrainee *trainee, int row, FfGridCell *cell)
{
  g_autofree char *total = trainee->result.known ? ff_scores_text_total (trainee->result.total) : NULL;

  if (trainee->disqualified)
    {
      show_disqualified_total (self, trainee, row, total, cell);
    }
  else if (total == NULL)
    {
      cell->text = g_strdup ("–");
      cell->style = FF_GRID_STYLE_DIM;
      cell->spoken = g_strdup (_("Nothing is assessed yet."));
    }
  else if (trainee->result.provisional)
    {
      cell->flags |= FF_GRID_ITALIC;
      cell->tooltip = g_strdup (_("Provisional: something is not assessed yet."));
      cell->spoken = g_strdup_printf (_("%s, provisional"), total);
      cell->text = g_steal_pointer (&total);
    }
  else
    {
      cell->flags |= FF_GRID_BOLD;
      cell->style = trainee->passed == FF_PASSED_NO ? FF_GRID_STYLE_FAILED : FF_GRID_STYLE_NONE;
      cell->text = g_steal_pointer (&total);
    }
}

/* Only final totals are ranked. Where a provisional one would stand is written like the total it comes from. */
static void
show_rank (FfScoresModel *self, const FfClassTrainee *trainee, FfGridCell *cell)
{
  const FfStanding *standing = ff_scores_model_find_standing (self, trainee);

  if (trainee->rank > 0)
    {
      cell->text = g_strdup_printf ("%d", trainee->rank);
      cell->tooltip = g_strdup_printf (ngettext ("Rank %d of %u final total", "Rank %d of %u final totals", ff_scores_model_figures (self)->ranked),
                                       trainee->rank, ff_scores_model_figures (self)->ranked);
    }
  else if (standing != NULL && standing->rank > 0)
    {
      cell->text = g_strdup_printf ("%d", standing->rank);
      cell->flags = FF_GRID_ITALIC;
      cell->style = FF_GRID_STYLE_DIM;
      cell->tooltip = g_strdup_printf (_("Would stand at %d among all if the provisional totals stayed."), standing->rank);
      cell->spoken = g_strdup_printf (_("%d, provisional"), standing->rank);
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
  const FfStanding *standing = ff_scores_model_find_standing (self, trainee);

  if (trainee->award && ff_scores_model_figures (self)->settled)
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
  const FfScoresMeaning *meaning = ff_scores_model_get_meaning (self, column);
  const FfClassTrainee *trainee;

  if (row == FF_GRID_FOOTER)
    {
      show_footer (self, meaning, cell);
      return;
    }

  trainee = ff_scores_model_trainee (self, row);
  if (trainee->disqualified && ff_scores_meaning_is_mark (meaning))
    cell->flags |= FF_GRID_FADED;
  switch (meaning->kind)
    {
    case FF_SCORES_KIND_NUMBER:
      cell->text = g_strdup_printf ("%d", ff_class_model_get_number (FF_CLASS_MODEL (self), row));
      cell->style = FF_GRID_STYLE_DIM;
      break;
    case FF_SCORES_KIND_TRAINEE:
      cell->text = g_strdup (trainee->name);
      cell->tooltip = trainee->disqualified ? ff_scores_text_disqualified (ff_scores_model_figures (self), trainee)
                                            : g_strdup (trainee->employee_no);
      cell->flags = trainee->disqualified ? FF_GRID_STRUCK : 0;
      break;
    case FF_SCORES_KIND_CRITERION:
      show_criterion (self, trainee, meaning, cell);
      break;
    case FF_SCORES_KIND_LEAF:
      show_leaf (self, trainee, meaning->component, cell);
      break;
    case FF_SCORES_KIND_TOTAL:
      show_total (self, trainee, row, cell);
      break;
    case FF_SCORES_KIND_RANK:
      show_rank (self, trainee, cell);
      break;
    case FF_SCORES_KIND_AWARD:
    default:
      show_award (self, trainee, cell);
      break;
    }
}

static gboolean
get_row_message (FfGridModel *model, int row, FfGridCell *cell, int *first_column, int *n_columns)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);
  const FfClassTrainee *trainee = ff_scores_model_trainee (self, row);
  int first = -1, n = 0;

  if (!trainee->disqualified || row == self->current_row)
    return FALSE;
  for (int i = 0; i < (int) self->meanings->len; i++)
    {
      if (!ff_scores_meaning_is_mark (ff_scores_model_get_meaning (self, i)))
        continue;
      first = first < 0 ? i : first;
      n++;
    }
  if (n == 0)
    return FALSE;

  cell->lead = g_strdup (_("Disqualified"));
  cell->lead_kind = FF_GRID_LEAD_TAG_MISSED;
  cell->text = ff_scores_text_disqualified (ff_scores_model_figures (self), trainee);
  cell->spoken = g_strdup_printf ("%s: %s", cell->lead, cell->text);
  cell->style = FF_GRID_STYLE_DIM;
  *first_column = first;
  *n_columns = n;

  return TRUE;
}

void
ff_scores_model_init_cells (FfGridModelInterface *iface)
{
  iface->get_row_title = get_row_title;
  iface->get_cell = get_cell;
  iface->get_row_message = get_row_message;
}
