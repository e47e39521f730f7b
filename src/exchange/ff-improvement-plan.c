#include "config.h"

#include "ff-improvement-plan.h"

#include <glib/gi18n-lib.h>

#include "ff-improvement-actions.h"
#include "ff-improvement-plots.h"
#include "ff-phrase-dates.h"
#include "ff-plot-paper.h"
#include "ff-projects.h"
#include "ff-runs.h"

#define ROW_HEIGHT 26
/* Fishbones are drawn of the vital few, and of no more than these: the others hold no causes worth a page. */
#define MAX_FISHBONES 3

enum
{
  COLUMN_WHAT,
  COLUMN_WHO,
  COLUMN_WHEN,
  COLUMN_STATE,
  COLUMN_MEASURE,
  COLUMN_RESULT,
  N_COLUMNS,
};

/* “38 → 24 per month (−37 %)”; what is not measured is “–”. */
static char *
describe_measure (const FfAction *action)
{
  FfEffect effect = ff_action_effect (action);
  g_autoptr (GString) text = g_string_new (NULL);

  if (action->before == NULL && action->goal == NULL && action->after == NULL)
    return g_strdup (action->measure);
  g_string_append_printf (text, "%s → %s", action->before != NULL ? action->before : "–", action->after != NULL ? action->after : "–");
  if (action->unit != NULL)
    g_string_append_printf (text, " %s", action->unit);
  if (effect.has_percent)
    g_string_append_printf (text, " (%+.0f %%)", effect.percent);
  if (action->goal != NULL)
    {
      /* Translators: %s is the number that is aimed at. */
      g_autofree char *goal = g_strdup_printf (_("goal %s"), action->goal);

      g_string_append_printf (text, "\n%s", goal);
    }
  if (action->measure != NULL)
    g_string_append_printf (text, "\n%s", action->measure);
  g_string_replace (text, "-", "−", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_result (const FfAction *action)
{
  if (action->kept != FF_KEPT_YES)
    return g_strdup (action->result);
  if (action->result == NULL)
    return g_strdup (_("Kept as the standard"));
  /* Translators: %s is the result of an action that became the standard. */
  return g_strdup_printf (_("Kept as the standard: %s"), action->result);
}

static const char *
keep (GStringChunk *texts, char *text)
{
  g_autofree char *owned = text;

  return owned != NULL ? g_string_chunk_insert (texts, owned) : NULL;
}

static void
fill_row (FfPhrases *phrases, const FfAction *action, const char **row, GStringChunk *texts)
{
  row[COLUMN_WHAT] = action->title;
  row[COLUMN_WHO] = action->in_charge;
  row[COLUMN_WHEN] = action->due_on != FF_NO_DAY ? keep (texts, ff_phrases_day (phrases, action->due_on)) : NULL;
  row[COLUMN_STATE] = ff_action_state_title (action->state);
  row[COLUMN_MEASURE] = keep (texts, describe_measure (action));
  row[COLUMN_RESULT] = keep (texts, describe_result (action));
}

/* The actions under the names of their phases. */
static void
add_actions (FfDocument *document, FfPhrases *phrases, const FfImprovementBoard *board)
{
  const FfDocumentColumn columns[N_COLUMNS] = {
    [COLUMN_WHAT] = { C_("action plan", "What"), 3, 0, NULL },    [COLUMN_WHO] = { C_("action plan", "Who"), 1.3, 0, NULL },
    [COLUMN_WHEN] = { C_("action plan", "When"), 1.4, 0, NULL },  [COLUMN_STATE] = { C_("action plan", "State"), 1, 0, NULL },
    [COLUMN_MEASURE] = { C_("action plan", "Measure"), 1.8, 0, NULL }, [COLUMN_RESULT] = { C_("action plan", "Result"), 2.4, 0, NULL },
  };
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  GStringChunk *texts = g_string_chunk_new (512);
  int last = -1;

  for (guint i = 0; i < board->actions->len; i++)
    {
      const FfAction *action = g_ptr_array_index (board->actions, i);
      int phase = (int) ff_phase_of_step (action->step);
      guint start = cells->len;

      if (phase != last)
        {
          g_ptr_array_set_size (cells, (int) (cells->len + N_COLUMNS));
          g_ptr_array_index (cells, start)
              = (gpointer) keep (texts, g_strconcat (FF_DOCUMENT_GROUP, ff_phase_title ((FfPhase) phase), NULL));
          start = cells->len;
        }
      g_ptr_array_set_size (cells, (int) (cells->len + N_COLUMNS));
      fill_row (phrases, action, (const char **) cells->pdata + start, texts);
      last = phase;
    }
  ff_document_add_heading (document, _("Action plan"));
  if (board->actions->len == 0)
    ff_document_add_paragraph (document, _("No actions yet."));
  else
    ff_document_add_table (document, columns, N_COLUMNS, (const char *const *) cells->pdata, cells->len / N_COLUMNS, ROW_HEIGHT);
  g_string_chunk_free (texts);
}

static gboolean
has_causes (const FfImprovementBoard *board, const FfImprovement *item)
{
  for (guint i = 0; i < board->causes->len; i++)
    {
      const FfCause *cause = g_ptr_array_index (board->causes, i);

      if (cause->improvement_id == item->id && cause->parent_id != 0)
        return TRUE;
    }
  return FALSE;
}

/* What proves the root causes of an item, a line each. */
static void
add_evidence (FfDocument *document, const FfImprovementBoard *board, const FfImprovement *item)
{
  for (guint i = 0; i < board->causes->len; i++)
    {
      const FfCause *cause = g_ptr_array_index (board->causes, i);

      if (cause->improvement_id == item->id && cause->root && cause->evidence != NULL)
        ff_document_add_field (document, ff_cause_title (cause), cause->evidence);
    }
}

static void
add_weak_items (FfDocument *document, const FfImprovementBoard *board)
{
  g_autoptr (FfPlot) pareto = ff_improvement_plot_pareto (board);
  guint drawn = 0;

  ff_document_add_heading (document, _("Weak items"));
  if (board->items->len == 0)
    {
      ff_document_add_paragraph (document, ff_plot_get_sentence (pareto));
      return;
    }
  ff_document_add_plot (document, pareto, 0);
  for (guint i = 0; i < board->items->len && drawn < MAX_FISHBONES; i++)
    {
      const FfImprovement *item = g_ptr_array_index (board->items, i);
      g_autoptr (FfPlot) fishbone = NULL;

      if (!has_causes (board, item))
        continue;
      fishbone = ff_improvement_plot_fishbone (board, item);
      ff_document_add_heading (document, ff_plot_get_title (fishbone));
      ff_document_add_plot (document, fishbone, 0);
      add_evidence (document, board, item);
      drawn++;
    }
}

static char *
read_title (FfDb *db, FfOwner owner, GError **error)
{
  if (owner.kind == FF_OWNER_RUN)
    {
      g_autoptr (FfRun) run = ff_runs_read (db, owner.id, error);

      return run != NULL ? g_strdup_printf ("%s · %s", run->code, run->title) : NULL;
    }
  g_autoptr (FfProject) project = ff_projects_read (db, owner.id, error);

  return project != NULL ? g_strdup_printf ("%s · %s", project->code, project->title) : NULL;
}

static void
add_head (FfDocument *document, FfPhrases *phrases, const FfImprovementCycle *cycle, FfOwner owner, const char *title)
{
  g_autofree char *number = g_strdup_printf ("%d", cycle->number);
  g_autofree char *start = ff_phrases_day (phrases, cycle->starts_on);
  g_autofree char *end = cycle->closed_on != FF_NO_DAY ? ff_phrases_day (phrases, cycle->closed_on) : NULL;

  ff_document_add_field (document, owner.kind == FF_OWNER_RUN ? _("Class") : _("Project"), title);
  ff_document_add_field (document, _("Cycle"), number);
  ff_document_add_field (document, _("Since"), start);
  if (end != NULL)
    ff_document_add_field (document, _("Closed on"), end);
  if (cycle->note != NULL)
    ff_document_add_paragraph (document, cycle->note);
}

FfDocument *
ff_improvement_plan_make (FfDb *db, FfOwner owner, gint64 cycle_id, GError **error)
{
  g_autoptr (FfImprovementBoard) board = NULL;
  g_autoptr (FfDocument) document = NULL;
  g_autoptr (FfPhrases) phrases = ff_phrases_new (NULL);
  g_autofree char *owner_title = NULL, *title = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (owner.kind == FF_OWNER_RUN || owner.kind == FF_OWNER_PROJECT, NULL);

  owner_title = read_title (db, owner, error);
  board = owner_title != NULL ? ff_improvement_board_read (db, owner, cycle_id, error) : NULL;
  if (board == NULL)
    return NULL;
  /* Translators: the code and the title of a class or a project. */
  title = g_strdup_printf (_("Improvement · %s"), owner_title);
  document = ff_document_new (FF_PAPER_A4_LANDSCAPE, title);
  ff_document_add_title (document, title);
  if (board->cycle == NULL)
    {
      ff_document_add_paragraph (document, _("Nothing has been improved yet: no cycle has begun."));
      return g_steal_pointer (&document);
    }
  add_head (document, phrases, board->cycle, owner, owner_title);
  add_actions (document, phrases, board);
  add_weak_items (document, board);
  return g_steal_pointer (&document);
}
