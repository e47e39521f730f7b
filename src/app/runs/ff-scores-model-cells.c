/* How the cells of the marks look and what they say. */
#include "config.h"

#include "ff-scores-model-private.h"

#include <glib/gi18n-lib.h>

#include "ff-number.h"
#include "ff-scores-text.h"

static char *
get_row_title (FfGridModel *model, int row)
{
  FfScoresModel *self = FF_SCORES_MODEL (model);

  return row == FF_GRID_FOOTER ? g_strdup (_("Mean")) : g_strdup (ff_scores_model_trainee (self, row)->name);
}

static void
show_footer (FfScoresModel *self, const FfScoresMeaning *meaning, FfGridCell *cell)
{
  double mean;

  if (meaning->kind == FF_SCORES_KIND_TRAINEE)
    {
      cell->text = g_strdup_printf (ngettext ("Mean of %u", "Mean of %u", ff_scores_model_figures (self)->trainees->len), ff_scores_model_figures (self)->trainees->len);
      cell->flags = FF_GRID_BOLD;
    }
  else if (meaning->kind == FF_SCORES_KIND_LEAF && ff_class_figures_leaf_mean (ff_scores_model_figures (self), (guint) meaning->component, &mean))
    {
      cell->text = g_strdup_printf ("%.1f", ff_round (mean, 1));
    }
}

static void
show_criterion (FfScoresModel *self, const FfClassTrainee *trainee, const FfScoresMeaning *meaning, FfGridCell *cell)
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
      if (leaf->percent < ff_hundredths_to_double (ff_scores_model_figures (self)->scheme->pass_mark) - FF_TOLERANCE)
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

/* Only final totals are ranked; where a provisional one stands so far is said in the panel. */
static void
show_rank (const FfClassTrainee *trainee, FfGridCell *cell)
{
  if (trainee->rank > 0)
    {
      cell->text = g_strdup_printf ("%d", trainee->rank);
      return;
    }
  cell->text = g_strdup ("–");
  cell->style = FF_GRID_STYLE_DIM;
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
  switch (meaning->kind)
    {
    case FF_SCORES_KIND_NUMBER:
      cell->text = g_strdup_printf ("%d", ff_class_model_get_number (FF_CLASS_MODEL (self), row));
      cell->style = FF_GRID_STYLE_DIM;
      break;
    case FF_SCORES_KIND_TRAINEE:
      cell->text = g_strdup (trainee->name);
      cell->tooltip = g_strdup (trainee->employee_no);
      cell->flags = trainee->disqualified ? FF_GRID_STRUCK : 0;
      break;
    case FF_SCORES_KIND_CRITERION:
      show_criterion (self, trainee, meaning, cell);
      break;
    case FF_SCORES_KIND_LEAF:
      show_leaf (self, trainee, meaning->component, cell);
      break;
    case FF_SCORES_KIND_TOTAL:
      show_total (self, trainee, cell);
      break;
    case FF_SCORES_KIND_RANK:
      show_rank (trainee, cell);
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

  if (!trainee->disqualified)
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
