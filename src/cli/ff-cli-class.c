/* Commands that show and export what is computed about a class. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-class-json.h"
#include "ff-cli-class-text.h"
#include "ff-cli-commands.h"
#include "ff-phrases.h"
#include "ff-score-sheet.h"

/* 0 with the error set. */
static gint64
find_class (FfDb *db, const char *code, GError **error)
{
  gint64 id = ff_runs_find (db, code, error);

  if (id == 0)
    g_set_error (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("There is no class “%s”."), code);
  return MAX (id, 0);
}

static gboolean
run_show_class (FfCliCall *call, GError **error)
{
  FfDb *db = ff_cli_call_get_db (call);
  gint64 id = find_class (db, ff_cli_call_get_argument (call, 0), error);
  g_autoptr (FfEvaluationFigures) figures = id != 0 ? ff_evaluation_figures_read (db, id, ff_time_now (), error) : NULL;
  g_autofree char *text = NULL;

  if (figures == NULL)
    return FALSE;

  text = ff_cli_call_has (call, "json") ? ff_class_json_format (figures->class_figures, figures) : ff_cli_class_text_format (figures);
  return ff_cli_print (text, error);
}

static gboolean
run_export_scores (FfCliCall *call, GError **error)
{
  const char *language = ff_cli_call_get_option (call, "language");
  const char *output = ff_cli_call_get_option (call, "output");
  FfDb *db = ff_cli_call_get_db (call);
  gint64 id = find_class (db, ff_cli_call_get_option (call, "class"), error);
  g_autoptr (FfClassFigures) figures = id != 0 ? ff_class_figures_read (db, id, ff_time_now (), error) : NULL;

  /* What was read is all that it takes, and the connection's memory is better used for the workbook. */
  ff_cli_call_close_db (call);
  if (figures == NULL || !ff_score_sheet_export (figures, output, language, NULL, NULL, NULL, error))
    return FALSE;

  ff_cli_note (ngettext ("The score sheet of %u trainee was written to “%s”.", "The score sheet of %u trainees was written to “%s”.",
                         figures->trainees->len),
               figures->trainees->len, output);
  return TRUE;
}

static const FfCliOption show_options[] = {
  { "json", NULL, N_("As one JSON document") },
  { NULL },
};

static const FfCliOption scores_options[] = {
  { "class", N_("CODE"), N_("The class"), TRUE },
  { "output", N_("FILE"), N_("Where it goes; a file there is replaced"), TRUE },
  { "language", N_("LANGUAGE"), N_("Of the headings: en, zh_CN or zh_TW; without it, yours"), FALSE, ff_phrases_languages },
  { NULL },
};

const FfCliCommand ff_cli_class_commands[] = {
  { "export scores", NULL, N_("The score sheet of a class as a workbook that recalculates"), FF_CLI_READ, scores_options,
    run_export_scores },
  { "show class", N_("CODE"), N_("Everything computed about a class"), FF_CLI_READ, show_options, run_show_class },
  { NULL },
};
