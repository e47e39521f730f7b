/* Imports of sheets: trainees, plan, schedule, enrolments, attendance, scores, answers, commitments, metrics. Rejected rows, notes and
   warnings go to stderr, the line of counts to stdout. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "ff-cli-commands.h"
#include "ff-holidays.h"
#include "ff-import.h"

static gboolean
take_delimiter (const char *name, char *delimiter, GError **error)
{
  static const struct
  {
    const char *name;
    char delimiter;
  } names[] = { { "comma", ',' }, { ",", ',' }, { "semicolon", ';' }, { ";", ';' }, { "tab", '\t' }, { "\t", '\t' } };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name))
      {
        *delimiter = names[i].delimiter;
        return TRUE;
      }
  g_set_error (error, FF_CLI_ERROR, 0, _ ("“%s” is no delimiter: write comma, semicolon or tab."), name);
  return FALSE;
}

static gboolean
take_options (FfCliCall *call, FfSheetOptions *options, GError **error)
{
  const char *encoding = ff_cli_call_get_option (call, "encoding");
  const char *delimiter = ff_cli_call_get_option (call, "delimiter");

  *options = (FfSheetOptions) { ff_cli_call_get_option (call, "sheet"), FF_ENCODING_AUTO, 0 };
  if (encoding != NULL && !ff_encoding_from_name (encoding, &options->encoding))
    {
      g_set_error (error, FF_CLI_ERROR, 0, _ ("“%s” is no encoding: write UTF-8, UTF-16LE, UTF-16BE, GB18030 or Big5."), encoding);
      return FALSE;
    }
  return delimiter == NULL || take_delimiter (delimiter, &options->delimiter, error);
}

/* The names of files and headings are written as they are, whatever the locale can show. */
static void
list_rejects (const char *file, const FfImportResult *result)
{
  for (guint i = 0; i < result->rejects->len; i++)
    {
      const FfImportReject *reject = g_ptr_array_index (result->rejects, i);

      fprintf (stderr, "%s:%u:%s: %s\n", file, reject->record, reject->heading, reject->reason);
    }
}

static void
list_sentences (GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    fprintf (stderr, "%s\n", (const char *) g_ptr_array_index (sentences, i));
}

/* What the file need not say because the command line does. */
static void
take_defaults (FfCliCall *call, FfImport *import)
{
  static const char *const names[] = { "class", "questionnaire" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (ff_cli_call_get_option (call, names[i]) != NULL)
      ff_import_set_default (import, names[i], ff_cli_call_get_option (call, names[i]));
}

static FfImportResult *
import_file (FfCliCall *call, const FfImportKind *kind, FfImportFlags flags, GError **error)
{
  g_autoptr (FfImport) import = NULL;
  FfSheetOptions options;

  if (!take_options (call, &options, error))
    return NULL;
  import = ff_import_new (kind, ff_cli_call_get_argument (call, 0), &options, NULL, error);
  if (import != NULL)
    take_defaults (call, import);
  return import == NULL ? NULL : ff_import_run (import, ff_cli_call_get_db (call), flags, NULL, NULL, NULL, error);
}

static gboolean
run_kind (FfCliCall *call, const char *name, GError **error)
{
  FfImportFlags flags = (ff_cli_call_has (call, "dry-run") ? FF_IMPORT_DRY_RUN : 0)
                        | (ff_cli_call_has (call, "skip-bad") ? FF_IMPORT_SKIP_BAD : 0)
                        | (ff_cli_call_has (call, "again") ? FF_IMPORT_AGAIN : 0);
  g_autoptr (FfImportResult) result = import_file (call, ff_import_kind_find (name), flags, error);

  if (result == NULL)
    {
      /* A file that is no such sheet has no rows to count, nor has one that was imported before; the line is there all the same. */
      if (error != NULL && (g_error_matches (*error, FF_ERROR, FF_ERROR_INVALID) || g_error_matches (*error, FF_ERROR, FF_ERROR_EXISTS)))
        ff_cli_print_counts (0, 0, 0, 0, NULL);
      return FALSE;
    }
  list_sentences (result->notes);
  list_sentences (result->warnings);
  list_rejects (ff_cli_call_get_argument (call, 0), result);
  if (result->refused)
    ff_cli_note (ngettext ("%u row is rejected, so nothing goes in: mend it, or skip it with --skip-bad.",
                           "%u rows are rejected, so nothing goes in: mend them, or skip them with --skip-bad.", result->n_rejected),
                 result->n_rejected);
  return ff_cli_print_counts (result->n_new, result->n_changed, result->n_same, result->n_rejected, error) && !result->refused;
}

static gboolean
run_trainees (FfCliCall *call, GError **error)
{
  return run_kind (call, "trainees", error);
}

static gboolean
run_plan (FfCliCall *call, GError **error)
{
  return run_kind (call, "plan", error);
}

static gboolean
run_schedule (FfCliCall *call, GError **error)
{
  return run_kind (call, "schedule", error);
}

static gboolean
run_enrolments (FfCliCall *call, GError **error)
{
  return run_kind (call, "enrolments", error);
}

static gboolean
run_attendance (FfCliCall *call, GError **error)
{
  return run_kind (call, "attendance", error);
}

static gboolean
run_scores (FfCliCall *call, GError **error)
{
  return run_kind (call, "scores", error);
}

static gboolean
run_answers (FfCliCall *call, GError **error)
{
  return run_kind (call, "answers", error);
}

static gboolean
run_commitments (FfCliCall *call, GError **error)
{
  return run_kind (call, "commitments", error);
}

static gboolean
run_metrics (FfCliCall *call, GError **error)
{
  return run_kind (call, "metrics", error);
}

/* Days off and make-up days out of a calendar: a row is an event. */
static gboolean
run_holidays (FfCliCall *call, GError **error)
{
  const char *path = ff_cli_call_get_argument (call, 0);
  g_autoptr (FfHolidays) holidays = ff_holidays_read (path, error);
  g_autoptr (FfBatch) batch = NULL;
  FfHolidayCounts counts = { 0 };
  gboolean refused;

  if (holidays == NULL)
    {
      if (error != NULL && g_error_matches (*error, FF_ERROR, FF_ERROR_INVALID))
        ff_cli_print_counts (0, 0, 0, 0, NULL);
      return FALSE;
    }
  for (guint i = 0; i < holidays->rejects->len; i++)
    {
      const FfHolidayReject *reject = g_ptr_array_index (holidays->rejects, i);

      fprintf (stderr, "%s:%u:%s: %s\n", path, reject->event, reject->property, reject->reason);
    }

  refused = holidays->rejects->len > 0 && !ff_cli_call_has (call, "skip-bad");
  batch = ff_batch_begin (ff_cli_call_get_db (call), _ ("Import holidays"), error);
  if (batch == NULL || !ff_holidays_put (ff_cli_call_get_db (call), holidays, &counts, error))
    return FALSE;
  if (refused)
    ff_cli_note (ngettext ("%u event is rejected, so nothing goes in: mend it, or skip it with --skip-bad.",
                           "%u events are rejected, so nothing goes in: mend them, or skip them with --skip-bad.", holidays->rejects->len),
                 holidays->rejects->len);
  else if (!ff_cli_call_has (call, "dry-run") && !ff_batch_commit (g_steal_pointer (&batch), error))
    return FALSE;
  return ff_cli_print_counts (counts.n_new, counts.n_changed, counts.n_same, holidays->rejects->len, error) && !refused;
}

static const FfCliOption holidays_options[] = {
  { "dry-run", NULL, N_ ("Say what would happen, and change nothing") },
  { "skip-bad", NULL, N_ ("Import the good events although others are rejected") },
  { NULL },
};

#define SHEET_OPTIONS                                                                                                                \
  { "sheet", N_ ("NAME"), N_ ("The sheet of a workbook, when it is not the first") },                                                \
      { "encoding", N_ ("NAME"), N_ ("The encoding of a CSV file, when it is not told right: UTF-8, GB18030, Big5 …") },             \
      { "delimiter", N_ ("NAME"), N_ ("What separates the columns of a CSV file: comma, semicolon or tab") },                        \
      { "dry-run", NULL, N_ ("Say what would happen, and change nothing") },                                                         \
  {                                                                                                                                  \
    "skip-bad", NULL, N_ ("Import the good rows although others are rejected")                                                       \
  }

static const FfCliOption options[] = { SHEET_OPTIONS, { NULL } };

static const FfCliOption answers_options[] = {
  SHEET_OPTIONS,
  { "class", N_ ("CODE"), N_ ("The class that was asked, where no column says it") },
  { "questionnaire", N_ ("KEY"), N_ ("The questionnaire that was answered, where no column says it") },
  { "again", NULL, N_ ("Import anonymous answers although the same ones were imported before") },
  { NULL },
};

const FfCliCommand ff_cli_import_commands[] = {
  { "import holidays", N_ ("FILE"), N_ ("Days off and make-up working days, from an iCalendar file"), FF_CLI_CREATE, holidays_options,
    run_holidays },
  { "import plan", N_ ("FILE"), N_ ("Classes of a yearly plan, from CSV or XLSX"), FF_CLI_CREATE, options, run_plan },
  { "import schedule", N_ ("FILE"), N_ ("Sessions of classes, from CSV or XLSX"), FF_CLI_CREATE, options, run_schedule },
  { "import trainees", N_ ("FILE"), N_ ("People, from CSV or XLSX"), FF_CLI_CREATE, options, run_trainees },
  { "import enrolments", N_ ("FILE"), N_ ("Who is in which class, from CSV or XLSX"), FF_CLI_CREATE, options, run_enrolments },
  { "import attendance", N_ ("FILE"), N_ ("Who attended, from CSV or XLSX"), FF_CLI_CREATE, options, run_attendance },
  { "import scores", N_ ("FILE"), N_ ("Marks, a row for each or a row for each trainee, from CSV or XLSX"), FF_CLI_CREATE, options,
    run_scores },
  { "import answers", N_ ("FILE"), N_ ("Answers to questionnaires, a row for each form, from CSV or XLSX"), FF_CLI_CREATE, answers_options,
    run_answers },
  { "import commitments", N_ ("FILE"), N_ ("What trainees mean to do after a class, from CSV or XLSX"), FF_CLI_CREATE, options,
    run_commitments },
  { "import metrics", N_ ("FILE"), N_ ("Values of the metrics of classes and projects, from CSV or XLSX"), FF_CLI_CREATE, options,
    run_metrics },
  { NULL },
};
