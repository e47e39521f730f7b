#include "config.h"

#include "ff-action-plan.h"

#include <glib/gi18n-lib.h>

#include "ff-commitments.h"
#include "ff-phrase-dates.h"
#include "ff-runs.h"

#define ROW_HEIGHT 26

enum
{
  COLUMN_WHAT,
  COLUMN_WHO,
  COLUMN_WHEN,
  COLUMN_STATE,
  COLUMN_MENTOR,
  COLUMN_RESULT,
  N_COLUMNS,
};

/* Of a seven-day plan without other evidence, how many days reached their number. */
static char *
describe_result (const FfCommitment *commitment)
{
  FfLogSum sum = ff_log_sum (commitment->cases, FF_LOG_DAYS, ff_commitment_target (commitment));

  if (commitment->evidence != NULL || sum.logged == 0)
    return g_strdup (commitment->evidence);
  return g_strdup_printf (ngettext ("%d of 7 days reached", "%d of 7 days reached", sum.reached), sum.reached);
}

static void
fill_row (FfPhrases *phrases, const FfCommitment *commitment, const char **row, GStringChunk *texts)
{
  g_autofree char *when = commitment->due_on != FF_NO_DAY ? ff_phrases_day (phrases, commitment->due_on) : NULL;
  g_autofree char *result = describe_result (commitment);

  row[COLUMN_WHAT] = commitment->title;
  row[COLUMN_WHO] = commitment->name;
  row[COLUMN_WHEN] = when != NULL ? g_string_chunk_insert (texts, when) : NULL;
  row[COLUMN_STATE] = ff_commitment_status_title (commitment->status);
  row[COLUMN_MENTOR] = commitment->mentor;
  row[COLUMN_RESULT] = result != NULL ? g_string_chunk_insert (texts, result) : NULL;
}

static void
add_table (FfDocument *document, FfPhrases *phrases, const GPtrArray *commitments)
{
  const FfDocumentColumn columns[N_COLUMNS] = {
    [COLUMN_WHAT] = { C_("action plan", "What"), 3, 0, NULL },   [COLUMN_WHO] = { C_("action plan", "Who"), 1.3, 0, NULL },
    [COLUMN_WHEN] = { C_("action plan", "When"), 1.4, 0, NULL }, [COLUMN_STATE] = { C_("action plan", "State"), 1, 0, NULL },
    [COLUMN_MENTOR] = { C_("action plan", "Mentor"), 1.2, 0, NULL }, [COLUMN_RESULT] = { C_("action plan", "Result"), 2.6, 0, NULL },
  };
  g_autofree const char **cells = g_new0 (const char *, (gsize) N_COLUMNS * MAX (commitments->len, 1));
  GStringChunk *texts = g_string_chunk_new (256);

  for (guint i = 0; i < commitments->len; i++)
    fill_row (phrases, g_ptr_array_index (commitments, i), cells + (gsize) i * N_COLUMNS, texts);
  ff_document_add_table (document, columns, N_COLUMNS, cells, commitments->len, ROW_HEIGHT);
  g_string_chunk_free (texts);
}

FfDocument *
ff_action_plan_make (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfRun) run = NULL;
  g_autoptr (GPtrArray) commitments = NULL;
  g_autoptr (FfDocument) document = NULL;
  g_autoptr (FfPhrases) phrases = ff_phrases_new (NULL);
  g_autofree char *title = NULL, *dates = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  run = ff_runs_read (db, run_id, error);
  commitments = run != NULL ? ff_commitments_of_run (db, run_id, error) : NULL;
  if (commitments == NULL)
    return NULL;
  /* Translators: the title of a class */
  title = g_strdup_printf (_("Action plan · %s"), run->title);
  dates = ff_phrases_day_range (phrases, run->starts_on, run->ends_on);
  document = ff_document_new (FF_PAPER_A4_LANDSCAPE, title);
  ff_document_add_title (document, title);
  ff_document_add_field (document, _("Class"), run->code);
  ff_document_add_field (document, _("Dates"), dates);
  ff_document_add_space (document, 8);
  add_table (document, phrases, commitments);
  return g_steal_pointer (&document);
}
