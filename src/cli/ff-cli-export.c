/* Commands that hand out what people read and sign: sheets, lists, calendars. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ff-calendar-ics.h"
#include "ff-cli-commands.h"
#include "ff-phrases.h"
#include "ff-roster-sheet.h"
#include "ff-signin-sheet.h"

static const char *const code_words[] = { "qr", "code128", "none", NULL };
static const char *const per_words[] = { "day", "session", NULL };

static gint64
find_class (FfCliCall *call, GError **error)
{
  const char *code = ff_cli_call_get_option (call, "class");
  gint64 id = ff_runs_find (ff_cli_call_get_db (call), code, error);

  if (id == 0)
    g_set_error (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("There is no class “%s”."), code);
  return id;
}

/* Sign-in sheets ------------------------------------------------------------------------------------------------------- */

static gboolean
read_number (FfCliCall *call, const char *name, int max, int *number, GError **error)
{
  const char *text = ff_cli_call_get_option (call, name);
  char *end;
  gint64 value;

  if (text == NULL)
    return TRUE;
  value = g_ascii_strtoll (text, &end, 10);
  if (end == text || *end != '\0' || value < 0 || value > max)
    {
      g_set_error (error, FF_CLI_ERROR, 0, _("--%s takes a number from 0 to %d, not “%s”."), name, max, text);
      return FALSE;
    }
  *number = (int) value;
  return TRUE;
}

static gboolean
find_session (FfCliCall *call, FfSigninOptions *options, GError **error)
{
  const char *key = ff_cli_call_get_option (call, "session");

  if (key == NULL)
    return TRUE;
  options->by_session = TRUE;
  options->session_id = ff_session_store_find (ff_cli_call_get_db (call), options->run_id, key, error);
  if (options->session_id == 0)
    g_set_error (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("Class “%s” has no session “%s”."), ff_cli_call_get_option (call, "class"), key);
  return options->session_id > 0;
}

static gboolean
read_signin_options (FfCliCall *call, FfSigninOptions *options, GError **error)
{
  const char *day = ff_cli_call_get_option (call, "day");
  const char *code = ff_cli_call_get_option (call, "code");

  *options = FF_SIGNIN_OPTIONS_DEFAULT;
  if (day != NULL && !ff_day_parse (day, &options->day))
    {
      g_set_error (error, FF_CLI_ERROR, 0, _("--day takes a date such as 2026-09-22, not “%s”."), day);
      return FALSE;
    }
  if (!read_number (call, "rows", FF_SIGNIN_MAX_ROWS, &options->rows, error) || !read_number (call, "blank-rows", 1000, &options->blanks, error))
    return FALSE;
  options->by_session = g_strcmp0 (ff_cli_call_get_option (call, "per"), "session") == 0;
  options->by_team = ff_cli_call_has (call, "teams");
  options->times = ff_cli_call_has (call, "times");
  options->language = ff_cli_call_get_option (call, "language");
  if (code != NULL)
    options->code = g_str_equal (code, "none") ? FF_BARCODE_NONE : g_str_equal (code, "qr") ? FF_BARCODE_QR : FF_BARCODE_128;

  options->run_id = find_class (call, error);
  return options->run_id > 0 && find_session (call, options, error);
}

static gboolean
run_export_signin (FfCliCall *call, GError **error)
{
  const char *output = ff_cli_call_get_option (call, "output");
  g_autoptr (FfDocument) document = NULL;
  FfSigninOptions options;
  guint n;

  if (!read_signin_options (call, &options, error))
    return FALSE;
  document = ff_signin_sheet_make (ff_cli_call_get_db (call), &options, error);
  if (document == NULL || !ff_document_save_pdf (document, output, error))
    return FALSE;

  n = (guint) ff_document_n_pages (document);
  ff_cli_note (ngettext ("%u page was written to “%s”.", "%u pages were written to “%s”.", n), n, output);
  return TRUE;
}

static const FfCliOption signin_options[] = {
  { "class", N_("CODE"), N_("The class"), TRUE },
  { "output", N_("FILE"), N_("Where it goes; a file there is replaced"), TRUE },
  { "session", N_("KEY"), N_("Only this session") },
  { "day", N_("DATE"), N_("Only the sessions of this day") },
  { "per", N_("PART"), N_("A sheet for each day, its sessions side by side, or for each session: day or session"), FALSE, per_words },
  { "rows", N_("N"), N_("Rows on a page; without it, as many as fit") },
  { "blank-rows", N_("N"), N_("Rows without a name at the end; without it, the rest of the page") },
  { "teams", NULL, N_("Grouped by team") },
  { "times", NULL, N_("With columns for the time in and the time out") },
  { "code", N_("KIND"), N_("Names class and session for a scanner: qr, code128 or none; without it, qr"), FALSE, code_words },
  { "language", N_("LANGUAGE"), N_("Of the headings: en, zh_CN or zh_TW; without it, yours"), FALSE, ff_phrases_languages },
  { NULL },
};

/* The calendar ------------------------------------------------------------------------------------------------------------ */

static gboolean
run_export_calendar (FfCliCall *call, GError **error)
{
  const char *output = ff_cli_call_get_option (call, "output");
  gint64 run_id = ff_cli_call_get_option (call, "class") != NULL ? find_class (call, error) : 0;
  guint n;

  if ((ff_cli_call_get_option (call, "class") != NULL && run_id <= 0)
      || !ff_calendar_ics_export (ff_cli_call_get_db (call), run_id, output, ff_cli_call_get_option (call, "language"), &n, NULL, NULL, NULL,
                                  error))
    return FALSE;

  ff_cli_note (ngettext ("%u session was written to “%s”.", "%u sessions were written to “%s”.", n), n, output);
  return TRUE;
}

static const FfCliOption calendar_options[] = {
  { "class", N_("CODE"), N_("Only this class; without it, all of them") },
  { "output", N_("FILE"), N_("Where it goes; a file there is replaced"), TRUE },
  { "language", N_("LANGUAGE"), N_("Of the words in it: en, zh_CN or zh_TW; without it, yours"), FALSE, ff_phrases_languages },
  { NULL },
};

/* The roster -------------------------------------------------------------------------------------------------------------- */

static gboolean
run_export_roster (FfCliCall *call, GError **error)
{
  const char *output = ff_cli_call_get_option (call, "output");
  gint64 run_id = find_class (call, error);
  guint n;

  if (run_id <= 0
      || !ff_roster_sheet_export (ff_cli_call_get_db (call), run_id, output, ff_cli_call_get_option (call, "language"), &n, NULL, NULL, NULL,
                                  error))
    return FALSE;

  ff_cli_note (ngettext ("A roster of %u person was written to “%s”.", "A roster of %u people was written to “%s”.", n), n, output);
  return TRUE;
}

static const FfCliOption roster_options[] = {
  { "class", N_("CODE"), N_("The class"), TRUE },
  { "output", N_("FILE"), N_("Where it goes; a file there is replaced"), TRUE },
  { "language", N_("LANGUAGE"), N_("Of the headings: en, zh_CN or zh_TW; without it, yours"), FALSE, ff_phrases_languages },
  { NULL },
};

const FfCliCommand ff_cli_export_commands[] = {
  { "export calendar", NULL, N_("Sessions as an iCalendar file"), FF_CLI_READ, calendar_options, run_export_calendar },
  { "export roster", NULL, N_("Who is in a class, as a workbook"), FF_CLI_READ, roster_options, run_export_roster },
  { "export signin", NULL, N_("Sheets to sign in on, as PDF"), FF_CLI_READ, signin_options, run_export_signin },
  { NULL },
};
