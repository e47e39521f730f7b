#include "config.h"

#include "ff-roster-sheet.h"

#include <glib/gi18n-lib.h>

#include "ff-phrase-dates.h"
#include "ff-phrase-names.h"
#include "ff-runs.h"
#include "ff-xlsx-guard.h"

#define REPORT_EVERY 256 /* rows */
#define SECONDS_PER_MINUTE 60

typedef enum
{
  COLUMN_CLASS,
  COLUMN_EMPLOYEE_NO,
  COLUMN_NAME,
  COLUMN_DEPARTMENT,
  COLUMN_LAYER,
  COLUMN_JOB_TITLE,
  COLUMN_TEAM,
  COLUMN_LEADER,
  COLUMN_STATUS,
  COLUMN_REASON,
  N_COLUMNS,
} Column;

static const struct
{
  const char *heading;
  double width;
} columns[N_COLUMNS] = {
  [COLUMN_CLASS] = { NC_ ("roster", "Class"), 14 },
  [COLUMN_EMPLOYEE_NO] = { NC_ ("roster", "Employee no."), 13 },
  [COLUMN_NAME] = { NC_ ("roster", "Name"), 14 },
  [COLUMN_DEPARTMENT] = { NC_ ("roster", "Department"), 24 },
  [COLUMN_LAYER] = { NC_ ("roster", "Layer"), 12 },
  [COLUMN_JOB_TITLE] = { NC_ ("roster", "Job title"), 18 },
  [COLUMN_TEAM] = { NC_ ("roster", "Team"), 12 },
  [COLUMN_LEADER] = { NC_ ("roster", "Leader"), 8 },
  [COLUMN_STATUS] = { NC_ ("roster", "Status"), 11 },
  [COLUMN_REASON] = { NC_ ("roster", "Reason"), 24 },
};

typedef struct
{
  FfXlsx *xlsx;
  FfXlsxSheet *sheet;
  FfPhrases *phrases;
  FfXlsxFormat *heading;
  FfXlsxFormat *identifier;
  FfXlsxFormat *centred;
} Writer;

static void
write_headings (const Writer *writer)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    ff_xlsx_set_width (writer->sheet, i, i, columns[i].width, NULL);
  for (guint i = 0; i < N_COLUMNS; i++)
    ff_xlsx_text (writer->sheet, 0, i, ff_phrases_get (writer->phrases, "roster", columns[i].heading), writer->heading);
}

static void
write_row (const Writer *writer, guint row, const FfRun *run, const FfEnrolment *enrolment)
{
  FfXlsxSheet *sheet = writer->sheet;

  ff_xlsx_text (sheet, row, COLUMN_CLASS, run->code, writer->identifier);
  ff_xlsx_text (sheet, row, COLUMN_EMPLOYEE_NO, enrolment->employee_no, writer->identifier);
  ff_xlsx_text (sheet, row, COLUMN_NAME, enrolment->name, NULL);
  ff_xlsx_text (sheet, row, COLUMN_DEPARTMENT, enrolment->department, NULL);
  ff_xlsx_text (sheet, row, COLUMN_LAYER, ff_phrases_layer (writer->phrases, enrolment->layer, enrolment->layer_title), NULL);
  ff_xlsx_text (sheet, row, COLUMN_JOB_TITLE, enrolment->job_title, NULL);
  ff_xlsx_text (sheet, row, COLUMN_TEAM, enrolment->team, NULL);
  ff_xlsx_text (sheet, row, COLUMN_LEADER, enrolment->leader ? "1" : NULL, writer->centred);
  ff_xlsx_text (sheet, row, COLUMN_STATUS, ff_phrases_status (writer->phrases, enrolment->status), NULL);
  ff_xlsx_text (sheet, row, COLUMN_REASON, enrolment->reason, NULL);
}

static void
set_page (const Writer *writer, const FfRun *run, guint n)
{
  g_autofree char *dates = ff_phrases_day_range (writer->phrases, run->starts_on, run->ends_on);
  g_autofree char *title = g_strdup_printf ("%s · %s", run->title, dates);
  g_autofree char *escaped = ff_xlsx_escape_header (title, 90);
  g_autofree char *header = g_strdup_printf ("&L%s&R&P / &N", escaped);

  ff_xlsx_freeze (writer->sheet, 1, COLUMN_NAME + 1);
  ff_xlsx_autofilter (writer->sheet, 0, 0, MAX (1, n), N_COLUMNS - 1);
  ff_xlsx_set_page (writer->sheet, 1, header, "");
}

static void
add_formats (Writer *writer)
{
  FfXlsxStyle style = FF_XLSX_STYLE_PLAIN;

  style.align = 'l';
  style.number = "@";
  writer->identifier = ff_xlsx_add_format (writer->xlsx, &style);
  style.align = 'c';
  writer->centred = ff_xlsx_add_format (writer->xlsx, &style);
  style = FF_XLSX_STYLE_PLAIN;
  style.bold = TRUE;
  style.border = TRUE;
  style.fill = 0xEFEFF2;
  writer->heading = ff_xlsx_add_format (writer->xlsx, &style);
}

static gboolean
write_roster (Writer *writer, const FfRun *run, GPtrArray *people, const char *path, GCancellable *cancellable, FfProgressFunc progress,
              gpointer user_data, GError **error)
{
  g_autoptr (FfXlsx) xlsx = ff_xlsx_new (path, cancellable, progress, user_data, error);

  if (xlsx == NULL)
    return FALSE;
  writer->xlsx = xlsx;
  ff_xlsx_set_properties (xlsx, run->title, "Fourfold", ff_time_now () * SECONDS_PER_MINUTE);
  add_formats (writer);
  writer->sheet = ff_xlsx_add_sheet (xlsx, "Roster");
  write_headings (writer);
  for (guint i = 0; i < people->len && !ff_xlsx_has_failed (xlsx); i++)
    {
      write_row (writer, i + 1, run, g_ptr_array_index (people, i));
      if (i % REPORT_EVERY == 0)
        ff_xlsx_report (xlsx, i, people->len);
    }
  set_page (writer, run, people->len);
  return ff_xlsx_finish (xlsx, error);
}

gboolean
ff_roster_sheet_export (FfDb *db, gint64 run_id, const char *path, const char *language, guint *n, GCancellable *cancellable,
                        FfProgressFunc progress, gpointer user_data, GError **error)
{
  g_autoptr (FfRun) run = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (FfPhrases) phrases = NULL;
  Writer writer = { NULL };

  g_return_val_if_fail (db != NULL && path != NULL && ff_phrases_is_language (language), FALSE);

  run = ff_runs_read (db, run_id, error);
  people = run != NULL ? ff_enrolments_of_run (db, run_id, error) : NULL;
  if (people == NULL)
    return FALSE;
  phrases = ff_phrases_new (language);
  writer.phrases = phrases;
  if (n != NULL)
    *n = people->len;
  return write_roster (&writer, run, people, path, cancellable, progress, user_data, error);
}
