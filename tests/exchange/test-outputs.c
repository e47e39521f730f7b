/* What a class hands out: sign-in sheets, calendar, notices, roster; read back by readers that know nothing of ours. */
#include "config.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "ff-calendar-ics.h"
#include "ff-notice-text.h"
#include "ff-roster-sheet.h"
#include "ff-signin-sheet.h"
#include "ff-template.h"
#include "import-support.h"

typedef struct
{
  FfDb *db;
  gint64 run_id;
} Class;

static void
import (FfDb *db, const char *kind, const char *text)
{
  g_autoptr (FfImportResult) result = test_import (db, kind, text, 0);

  g_assert_false (result->refused);
}

static void
exec (FfDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);
  gboolean good = ff_db_exec (db, sql, &error) && ff_batch_commit (g_steal_pointer (&batch), &error);

  g_assert_no_error (error);
  g_assert_true (good);
}

/* Two days of two sessions, four people in two teams, one trainer whom documents call otherwise. */
static void
set_up (Class *class, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  class->db = test_open_database ();
  ff_db_set_meta (class->db, "time_zone", "Asia/Shanghai", &error);
  ff_db_set_meta (class->db, "database_id", "test-database", &error);
  g_assert_no_error (error);
  import (class->db, "trainees",
          "employee_no,name,department,layer,supervisor_no\n00009,李经理,客服中心,management,\n00001,张三,客服中心,frontline,00009\n"
          "00002,李四,客服中心,frontline,00009\n00003,王五,售后服务部,frontline,\n00004,\"Smith, John\",售后服务部,support,\n");
  exec (class->db, "INSERT INTO course (code, title, search_key, sort_key) VALUES ('CX', '客户体验', 'cx', 'cx')");
  import (class->db, "plan", "class,course,title,starts_on,ends_on\nCX-01,CX,客户体验服务培训,2026-09-22,2026-09-23\n");
  import (class->db, "schedule",
          "class,session,starts_at,ends_at,title,venue,trainers\n"
          "CX-01,S1,2026-09-22 09:00,2026-09-22 12:00,开班; 破冰,302 教室,王明\nCX-01,S2,2026-09-22 14:00,2026-09-22 17:00,,302 教室,王明\n"
          "CX-01,S3,2026-09-23 09:00,2026-09-23 12:00,很长的题目很长的题目很长的题目很长的题目很长的题目很长的题目很长的题目,302 教室,王明\n");
  import (class->db, "enrolments",
          "class,employee_no,team,leader\nCX-01,00001,第1组,1\nCX-01,00002,第2组,\nCX-01,00003,第1组,\nCX-01,00004,,\n");
  exec (class->db, "UPDATE trainer SET public_name = '某老师', version = version + 1");
  exec (class->db, "UPDATE run SET bring = '工牌', version = version + 1");
  class->run_id = ff_runs_find (class->db, "CX-01", &error);
  g_assert_no_error (error);
}

static void
tear_down (Class *class, gconstpointer data)
{
  ff_db_close (class->db);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

/* The calendar ------------------------------------------------------------------------------------------------------- */

static char *
format_calendar (Class *class)
{
  g_autoptr (GError) error = NULL;
  char *text = ff_calendar_ics_format (class->db, class->run_id, "en", NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return text;
}

/* RFC 5545, 3.1: every line ends with CRLF, has at most 75 octets, and no character is cut in two. Joins what was folded. */
static char *
unfold (const char *text)
{
  GString *unfolded = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = strstr (text, "\r\n");

      g_assert_nonnull (end);
      g_assert_cmpint (end - text, <=, 75);
      g_assert_true (g_utf8_validate (text, end - text, NULL));
      g_assert_null (memchr (text, '\n', (gsize) (end - text)));
      if (*text != ' ' && unfolded->len > 0)
        g_string_append_c (unfolded, '\n');
      g_string_append_len (unfolded, text + (*text == ' '), end - text - (*text == ' '));
      text = end + 2;
    }
  return g_string_free (unfolded, FALSE);
}

/* The value of a property in the @nth event (from 0), NULL if it has none. */
static char *
find_value (const char *unfolded, guint nth, const char *property)
{
  g_auto (GStrv) events = g_strsplit (unfolded, "BEGIN:VEVENT\n", -1);
  g_auto (GStrv) lines = NULL;

  g_assert_cmpuint (g_strv_length (events), >, nth + 1);
  lines = g_strsplit (events[nth + 1], "\n", -1);
  for (char **line = lines; *line != NULL && !g_str_equal (*line, "END:VEVENT"); line++)
    if (g_str_has_prefix (*line, property) && strchr (";:", (*line)[strlen (property)]) != NULL)
      return g_strdup (strchr (*line + strlen (property), ':') + 1);
  return NULL;
}

static void
expect (const char *unfolded, guint nth, const char *property, const char *expected)
{
  g_autofree char *value = find_value (unfolded, nth, property);

  g_test_message ("%u %s", nth, property);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_calendar (Class *class, gconstpointer data)
{
  g_autofree char *text = format_calendar (class);
  g_autofree char *unfolded = unfold (text);
  g_autofree char *uid = find_value (unfolded, 0, "UID");

  g_assert_true (g_str_has_prefix (unfolded, "BEGIN:VCALENDAR\nVERSION:2.0\n"));
  g_assert_cmpuint (count (unfolded, "BEGIN:VEVENT"), ==, 3);
  g_assert_cmpuint (count (unfolded, "\nTZID:Asia/Shanghai\n"), ==, 1);
  g_assert_cmpuint (count (unfolded, "TZOFFSETTO:+0800"), ==, 1);
  g_assert_cmpuint (count (unfolded, "DTSTART;TZID=Asia/Shanghai:20260922T090000"), ==, 1);
  g_assert_true (g_str_has_suffix (uid, "@test-database"));
  expect (unfolded, 0, "DTEND", "20260922T120000");
  expect (unfolded, 0, "STATUS", "CONFIRMED");
  expect (unfolded, 0, "LOCATION", "302 教室");
  expect (unfolded, 0, "SUMMARY", "客户体验服务培训 · 开班\\; 破冰");
  expect (unfolded, 0, "DESCRIPTION", "Class: CX-01 客户体验服务培训\\nTrainer: 某老师");
  expect (unfolded, 1, "SUMMARY", "客户体验服务培训");
}

static gint64
sequence (Class *class, guint nth, char **uid)
{
  g_autofree char *text = format_calendar (class);
  g_autofree char *unfolded = unfold (text);
  g_autofree char *value = find_value (unfolded, nth, "SEQUENCE");

  *uid = find_value (unfolded, nth, "UID");
  return g_ascii_strtoll (value, NULL, 10);
}

/* Whatever happens to a session, undo included, its number rises and its name stays; others keep theirs. */
static void
test_sequence (Class *class, gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE session SET booking = 'provisional', version = version + 1 WHERE key = 'S2'",
    NULL, /* undo */
    "UPDATE session SET cancelled = 1, version = version + 1 WHERE key = 'S2'",
    "DELETE FROM session_trainer WHERE session_id = (SELECT id FROM session WHERE key = 'S2')",
    NULL,
    "DELETE FROM session_trainer WHERE session_id = (SELECT id FROM session WHERE key = 'S2')",
  };
  g_autofree char *uid = NULL;
  g_autofree char *other_uid = NULL;
  gint64 last = sequence (class, 1, &uid);
  gint64 other = sequence (class, 0, &other_uid);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *same_uid = NULL;
      g_autofree char *same_other = NULL;
      gint64 now;

      g_test_message ("%s", changes[i] != NULL ? changes[i] : "undo");
      if (changes[i] != NULL)
        exec (class->db, changes[i]);
      else
        g_assert_true (ff_undo (class->db, NULL));
      now = sequence (class, 1, &same_uid);
      g_assert_cmpint (now, >, last);
      g_assert_cmpstr (same_uid, ==, uid);
      g_assert_cmpint (sequence (class, 0, &same_other), ==, other);
      last = now;
    }
}

static void
test_states (Class *class, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *unfolded = NULL;
  g_autofree char *all = NULL;

  exec (class->db, "UPDATE session SET booking = 'provisional', version = version + 1 WHERE key = 'S1'");
  exec (class->db, "UPDATE session SET cancelled = 1, reason = '台风', version = version + 1 WHERE key = 'S2'");
  text = format_calendar (class);
  unfolded = unfold (text);
  expect (unfolded, 0, "STATUS", "TENTATIVE");
  expect (unfolded, 1, "STATUS", "CANCELLED");
  expect (unfolded, 1, "DESCRIPTION", "Class: CX-01 客户体验服务培训\\nTrainer: 某老师\\nCancelled because: 台风");

  exec (class->db, "UPDATE run SET cancelled = 1, version = version + 1");
  all = ff_calendar_ics_format (class->db, 0, "en", NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (count (all, "STATUS:CANCELLED"), ==, 3);
}

/* The zone's summer time is told, and an unknown zone leaves the times floating. */
static void
test_zones (Class *class, gconstpointer data)
{
  static const struct
  {
    const char *zone;
    const char *start;
    const char *rule;
  } zones[] = {
    { "America/New_York", "DTSTART;TZID=America/New_York:20260922T090000", "BEGIN:DAYLIGHT" },
    { "UTC", "DTSTART:20260922T090000Z", NULL },
    { "Nowhere/Atlantis", "DTSTART:20260922T090000\r", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *text = NULL;

      g_test_message ("%s", zones[i].zone);
      g_assert_true (ff_db_set_meta (class->db, "time_zone", zones[i].zone, NULL));
      text = format_calendar (class);
      g_assert_cmpuint (count (text, zones[i].start), ==, 1);
      g_assert_cmpint (count (text, "BEGIN:VTIMEZONE"), ==, zones[i].rule != NULL);
      if (zones[i].rule != NULL)
        g_assert_cmpuint (count (text, zones[i].rule), >=, 1);
    }
}

/* Sign-in sheets ------------------------------------------------------------------------------------------------------- */

static char *
read_sheet (Class *class, const FfSigninOptions *options, int *pages)
{
  g_autofree char *path = test_path ("sheet.pdf");
  const char *const command[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDocument) document = ff_signin_sheet_make (class->db, options, &error);
  g_autofree char *spaced = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  *pages = ff_document_n_pages (document);
  g_assert_true (ff_document_save_pdf (document, path, &error));
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &spaced, NULL, NULL, &error);
  g_assert_no_error (error);
  for (const char *at = spaced; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (text, *at);
  g_unlink (path);
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  FfSigninOptions options;
  int pages;
  const char *words[8]; /* each with how often, "2张三" */
} sheets[] = {
  { "a sheet a day", { .day = FF_NO_DAY, .blanks = -1, .language = "en" }, 2,
    { "2张三", "2某老师", "0王明", "2302教室", "1CX-01/S1+S2", "1CX-01/S3", "1Morning", "2Expected:4" } },
  { "a sheet a session", { .day = FF_NO_DAY, .blanks = -1, .by_session = TRUE, .language = "en" }, 3,
    { "3张三", "1CX-01/S1", "1CX-01/S2", "3Smith,John", "0Morning" } },
  { "one day, by team", { .day = 20718, .blanks = 2, .by_team = TRUE, .language = "en" }, 1,
    { "1第1组", "1第2组", "1Withoutateam", "1leader", "1CX-01/S1+S2" } },
  { "times, few rows", { .day = 20718, .blanks = 0, .times = TRUE, .rows = 3, .language = "en" }, 2,
    { "4Timein", "4Timeout", "2CX-01/S1+S2", "1Expected:4" } },
};

static void
test_sheets (Class *class, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      FfSigninOptions options = sheets[i].options;
      g_autofree char *text = NULL;
      int pages;

      g_test_message ("%s", sheets[i].name);
      options.run_id = class->run_id;
      text = read_sheet (class, &options, &pages);
      g_assert_cmpint (pages, ==, sheets[i].pages);
      for (gsize k = 0; k < G_N_ELEMENTS (sheets[i].words) && sheets[i].words[k] != NULL; k++)
        {
          g_test_message ("%s", sheets[i].words[k]);
          g_assert_cmpuint (count (text, sheets[i].words[k] + 1), ==, (guint) (sheets[i].words[k][0] - '0'));
        }
    }
}

static void
test_no_sheet (Class *class, gconstpointer data)
{
  FfSigninOptions options = { .run_id = class->run_id, .day = 1 };
  g_autoptr (GError) error = NULL;

  g_assert_null (ff_signin_sheet_make (class->db, &options, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_NOT_FOUND);
}

/* ISO/IEC 15417: each symbol is 11 modules wide and the stop 13; "AB" is the example of start B, 33, 34, check 102·… */
static void
test_code_128 (void)
{
  static const struct
  {
    const char *text;
    const char *widths; /* NULL: it cannot be held */
  } codes[] = {
    /* start B 104, 'A' 33, check (104 + 33) mod 103 = 34, stop */
    { "A", "211214" "111323" "131123" "2331112" },
    { "", "211214" "222122" "2331112" },
    { "客", NULL },
    { "a\n", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GArray) widths = ff_barcode_128_encode (codes[i].text);
      g_autoptr (GString) digits = g_string_new (NULL);

      for (guint k = 0; widths != NULL && k < widths->len; k++)
        g_string_append_printf (digits, "%d", g_array_index (widths, guint8, k));
      g_assert_cmpstr (widths != NULL ? digits->str : NULL, ==, codes[i].widths);
      g_assert_cmpint (ff_barcode_can_hold (FF_BARCODE_128, codes[i].text), ==, widths != NULL);
    }
  for (char character = ' '; character <= '~'; character++)
    {
      g_autoptr (GArray) widths = ff_barcode_128_encode ((char[]) { character, '\0' });
      guint modules = 0;

      for (guint k = 0; k < widths->len; k++)
        modules += g_array_index (widths, guint8, k);
      g_assert_cmpuint (modules, ==, 3 * 11 + 13);
    }
}

/* Notices ------------------------------------------------------------------------------------------------------------- */

static const struct
{
  const char *template;
  const char *language;
  const char *expected;
} notices[] = {
  { "{class} ({code})", "en", "客户体验服务培训 (CX-01)" },
  { "{dates}", "en", "22–23 September 2026" },
  { "{dates}", "zh_CN", "2026年9月22–23日" },
  { "At {venue} with {trainers}", "en", "At 302 教室 with 某老师" },
  { "{sessions}", "en", "Tue 22 Sep 09:00–12:00  开班; 破冰\nTue 22 Sep 14:00–17:00\nWed 23 Sep 09:00–12:00  "
                        "很长的题目很长的题目很长的题目很长的题目很长的题目很长的题目很长的题目" },
  { "{people}", "en", "售后服务部: 王五, Smith, John\n客服中心: 张三, 李四" },
  { "{count}", "en", "4" },
  { "Bring: {bring}\nOnline: {link}\nend", "en", "Bring: 工牌\nend" }, /* nothing online */
  { "{ } {A} {} {{code}}", "en", "{ } {A} {} {CX-01}" },
};

static void
test_notices (Class *class, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfNoticeFacts) facts = ff_notice_facts_read (class->db, class->run_id, 29833920, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      g_autofree char *text = ff_notice_text_fill (facts, FF_NOTICE_NOTICE, notices[i].template, notices[i].language, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, notices[i].expected);
    }
}

static void
test_unknown_place (Class *class, gconstpointer data)
{
  g_autoptr (FfNoticeFacts) facts = ff_notice_facts_read (class->db, class->run_id, 29833920, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ff_notice_text_fill (facts, FF_NOTICE_NOTICE, "{class} {whatever}", "en", NULL, &error));
  g_assert_error (error, FF_ERROR, FF_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "{whatever}"));
  g_assert_nonnull (strstr (error->message, "{venue}"));
}

/* The morning after the first day: both registers are open for everybody, and the usual templates can be filled. */
static void
test_reminder (Class *class, gconstpointer data)
{
  FfMinute now = ff_day_start (20719) + 8 * 60;
  g_autoptr (FfNoticeFacts) facts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *owed = NULL;
  g_autofree char *missing = NULL;
  int people = 0;

  import (class->db, "attendance",
          "class,session,employee_no,status\nCX-01,S1,00001,present\nCX-01,S1,00002,present\nCX-01,S1,00003,present\nCX-01,S1,00004,present\n"
          "CX-01,S2,00001,present\nCX-01,S2,00004,absent\n");
  facts = ff_notice_facts_read (class->db, class->run_id, now, &error);
  owed = ff_notice_text_fill (facts, FF_NOTICE_REMINDER, "{owed}", "en", &people, &error);
  missing = ff_notice_text_fill (facts, FF_NOTICE_REMINDER, "{missing} ({count})", "en", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (owed, ==, "李经理: 李四 (attendance S2)\nWithout a supervisor: 王五 (attendance S2)");
  g_assert_cmpstr (missing, ==, "attendance S2: 2 / 4 (2)");
  g_assert_cmpint (people, ==, 2);

  for (FfNoticeKind kind = FF_NOTICE_NOTICE; kind <= FF_NOTICE_REMINDER; kind++)
    for (const char *const *language = ff_phrases_languages; *language != NULL; language++)
      {
        g_autofree char *template = ff_notice_text_default (kind, *language);
        g_autofree char *text = ff_notice_text_fill (facts, kind, template, *language, NULL, &error);

        g_assert_no_error (error);
        g_assert_nonnull (strstr (text, "客户体验服务培训"));
      }
}

static void
test_sent (Class *class, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (class->db, "Note", &error);
  g_autoptr (GPtrArray) sent = NULL;
  const FfNotice *last;

  g_assert_true (ff_notices_note (class->db, class->run_id, FF_NOTICE_NOTICE, 20710, 4, &error));
  g_assert_true (ff_notices_note (class->db, class->run_id, FF_NOTICE_REMINDER, 20712, 2, &error));
  g_assert_true (ff_batch_commit (g_steal_pointer (&batch), &error));
  sent = ff_notices_list (class->db, class->run_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sent->len, ==, 2);
  last = g_ptr_array_index (sent, 0);
  g_assert_cmpstr (last->kind, ==, "reminder");
  g_assert_cmpint (last->people, ==, 2);
}

/* The roster -------------------------------------------------------------------------------------------------------------- */

/* Read again as an import, it changes nothing, in whichever language it was written. */
static void
test_roster (Class *class, gconstpointer data)
{
  for (const char *const *language = ff_phrases_languages; *language != NULL; language++)
    {
      g_autofree char *path = test_path ("roster.xlsx");
      g_autoptr (GError) error = NULL;
      g_autoptr (FfImport) again = NULL;
      g_autoptr (FfImportResult) result = NULL;
      guint n;

      g_test_message ("%s", *language);
      g_assert_true (ff_roster_sheet_export (class->db, class->run_id, path, *language, &n, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, 4);
      again = ff_import_new (ff_import_kind_find ("enrolments"), path, NULL, NULL, &error);
      g_assert_no_error (error);
      result = ff_import_run (again, class->db, 0, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (result->n_same, ==, 4);
      g_assert_cmpuint (result->n_new + result->n_changed + result->n_rejected, ==, 0);
      g_unlink (path);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Class *class, gconstpointer data);
  } tests[] = {
    { "/calendar/events", test_calendar }, { "/calendar/sequence", test_sequence }, { "/calendar/states", test_states },
    { "/calendar/zones", test_zones },     { "/sign-in/sheets", test_sheets },      { "/sign-in/no-session", test_no_sheet },
    { "/notices/places", test_notices },   { "/notices/unknown", test_unknown_place }, { "/notices/reminder", test_reminder },
    { "/notices/sent", test_sent },        { "/roster/again", test_roster },
  };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, FF_BUILD_LOCALE_DIR);
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Class, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/sign-in/code-128", test_code_128);
  return test_run ();
}
