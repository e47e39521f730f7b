/* A sheet is made of pages of their own: each has title, time, place and trainer again, because pages get apart on the way round the
   room. The last one has the foot. */
#include "config.h"

#include "ff-signin-sheet.h"

#include <glib/gi18n-lib.h>

#include "ff-phrase-dates.h"
#include "ff-template.h"

#define LEAST_ROW 15.0  /* points; one can still sign in it */
#define USUAL_ROW 26.0
#define LARGEST_ROW 44.0
#define CODE_SIZE 68.0
#define WIDE_CODE 170.0

/* What stands in a row of the table. */
typedef struct
{
  const FfClassTrainee *trainee; /* NULL: a group or a blank */
  const char *group;
} Line;

typedef struct
{
  const FfClassFigures *figures;
  const FfSigninOptions *options;
  FfDocument *document;
  FfPaper paper;
  FfPhrases *phrases;
  GArray *sessions; /* guint, of this sheet */
  GArray *lines;    /* Line, of this sheet */
  guint people;
  guint number;     /* of the trainee written last */
} Sheet;

static const FfSession *
session_at (const Sheet *sheet, guint nth)
{
  return g_ptr_array_index (sheet->figures->sessions, g_array_index (sheet->sessions, guint, nth));
}

/* A phrase with one place in it; a translator's slip in the name of the place shows the English. */
static char *
fill (const Sheet *sheet, const char *english, const char *place, const char *text)
{
  const FfTemplateValue values[] = { { place, text }, { NULL } };
  char *filled = ff_template_fill (ff_phrases_get (sheet->phrases, NULL, english), values, NULL);

  return filled != NULL ? filled : ff_template_fill (english, values, NULL);
}

static const char *
column_phrase (const Sheet *sheet, const char *english)
{
  return ff_phrases_get (sheet->phrases, "sign-in sheet", english);
}

/* Which sessions ------------------------------------------------------------------------------------------------------- */

static gboolean
is_wanted (const FfSession *session, const FfSigninOptions *options)
{
  if (session->cancelled)
    return FALSE;
  if (options->session_id != 0 && session->id != options->session_id)
    return FALSE;
  return options->day == FF_NO_DAY || ff_time_day (session->starts_at) == options->day;
}

/* GArray of guint, one for each sheet; the sessions are in order of date already. */
static GPtrArray *
group_sessions (const FfClassFigures *figures, const FfSigninOptions *options)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  FfDay last = FF_NO_DAY;

  for (guint i = 0; i < figures->sessions->len; i++)
    {
      const FfSession *session = g_ptr_array_index (figures->sessions, i);
      FfDay day = ff_time_day (session->starts_at);

      if (!is_wanted (session, options))
        continue;
      if (sheets->len == 0 || options->by_session || day != last)
        g_ptr_array_add (sheets, g_array_new (FALSE, FALSE, sizeof (guint)));
      g_array_append_val ((GArray *) g_ptr_array_index (sheets, sheets->len - 1), i);
      last = day;
    }
  return sheets;
}

/* Who signs ---------------------------------------------------------------------------------------------------------------- */

static gboolean
is_meant (const Sheet *sheet, const FfClassTrainee *trainee)
{
  for (guint i = 0; i < sheet->sessions->len; i++)
    if (trainee->cells[g_array_index (sheet->sessions, guint, i)].planned)
      return TRUE;
  return FALSE;
}

/* Those of no team come last. */
static int
compare_teams (gconstpointer a, gconstpointer b)
{
  const Line *x = a;
  const Line *y = b;

  if (x->trainee->team == NULL || y->trainee->team == NULL)
    return (x->trainee->team == NULL) - (y->trainee->team == NULL);
  return g_utf8_collate (x->trainee->team, y->trainee->team);
}

static void
insert_groups (Sheet *sheet)
{
  GArray *grouped = g_array_new (FALSE, FALSE, sizeof (Line));

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      Line line = g_array_index (sheet->lines, Line, i);
      const char *team = line.trainee->team;

      if (i == 0 || g_strcmp0 (team, g_array_index (sheet->lines, Line, i - 1).trainee->team) != 0)
        {
          Line heading = { .group = team != NULL ? team : column_phrase (sheet, NC_ ("sign-in sheet", "Without a team")) };

          g_array_append_val (grouped, heading);
        }
      g_array_append_val (grouped, line);
    }
  g_array_unref (sheet->lines);
  sheet->lines = grouped;
}

static gboolean
has_teams (const Sheet *sheet)
{
  for (guint i = 0; i < sheet->lines->len; i++)
    if (g_array_index (sheet->lines, Line, i).trainee->team != NULL)
      return TRUE;
  return FALSE;
}

static void
collect_lines (Sheet *sheet)
{
  g_array_set_size (sheet->lines, 0);
  for (guint i = 0; i < sheet->figures->trainees->len; i++)
    {
      Line line = { .trainee = g_ptr_array_index (sheet->figures->trainees, i) };

      if (is_meant (sheet, line.trainee))
        g_array_append_val (sheet->lines, line);
    }
  sheet->people = sheet->lines->len;
  if (sheet->options->by_team && has_teams (sheet))
    {
      g_array_sort (sheet->lines, compare_teams); /* stable: within a team by number */
      insert_groups (sheet);
    }
}

/* The head ------------------------------------------------------------------------------------------------------------------- */

static char *
format_clock (FfMinute time)
{
  int minute = ff_time_minute_of_day (time);

  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

static char *
format_span (const FfSession *session)
{
  g_autofree char *from = format_clock (session->starts_at);
  g_autofree char *to = format_clock (session->ends_at);

  return g_strconcat (from, "–", to, NULL);
}

static char *
format_times (const Sheet *sheet)
{
  g_autofree char *day = ff_phrases_day_long (sheet->phrases, ff_time_day (session_at (sheet, 0)->starts_at));
  GString *text = g_string_new (day);

  for (guint i = 0; i < sheet->sessions->len; i++)
    {
      g_autofree char *span = format_span (session_at (sheet, i));

      g_string_append (text, i == 0 ? "  " : ff_phrases_get (sheet->phrases, "list", ", "));
      g_string_append (text, span);
    }
  return g_string_free (text, FALSE);
}

/* What the sessions say of something, each once. */
static char *
join_distinct (const Sheet *sheet, const char *(*get) (const FfSession *session))
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->sessions->len; i++)
    {
      const char *value = get (session_at (sheet, i));
      g_auto (GStrv) parts = g_strsplit (value != NULL ? value : "", "; ", -1);

      for (char **part = parts; *part != NULL; part++)
        if (**part != '\0' && !g_ptr_array_find_with_equal_func (found, *part, g_str_equal, NULL))
          g_ptr_array_add (found, g_strdup (*part));
    }
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ff_phrases_get (sheet->phrases, "list", ", ") : "", (char *) g_ptr_array_index (found, i));
  return g_string_free (text, FALSE);
}

static const char *
get_venue (const FfSession *session)
{
  return session->venue;
}

static const char *
get_trainers (const FfSession *session)
{
  return session->public_trainers;
}

static const char *
get_title (const FfSession *session)
{
  return session->title;
}

/* What the code says; also beside the class's code, for those who type. */
static char *
format_code (const Sheet *sheet)
{
  GString *text = g_string_new (sheet->figures->run->code);

  for (guint i = 0; i < sheet->sessions->len; i++)
    g_string_append_printf (text, "%c%s", i == 0 ? '/' : '+', session_at (sheet, i)->key);
  return g_string_free (text, FALSE);
}

typedef struct
{
  FfBarcodeKind kind;
  char *text;
} Code;

static void
code_free (gpointer data)
{
  Code *code = data;

  g_free (code->text);
  g_free (code);
}

static void
draw_code (cairo_t *cr, double width, double height, gpointer data)
{
  const Code *code = data;

  ff_barcode_draw (code->kind, code->text, cr, width, height);
}

static void
add_code (Sheet *sheet)
{
  FfBarcodeKind kind = sheet->options->code;
  g_autofree char *text = format_code (sheet);
  Code *code;

  if (kind == FF_BARCODE_128 && !ff_barcode_can_hold (kind, text))
    kind = FF_BARCODE_QR;
  if (kind == FF_BARCODE_NONE || !ff_barcode_can_hold (kind, text))
    return;

  code = g_new0 (Code, 1);
  code->kind = kind;
  code->text = g_steal_pointer (&text);
  ff_document_add_aside (sheet->document, kind == FF_BARCODE_QR ? CODE_SIZE : WIDE_CODE, kind == FF_BARCODE_QR ? CODE_SIZE : CODE_SIZE / 2,
                         draw_code, code, code_free);
}

static void
add_head (Sheet *sheet)
{
  const FfRun *run = sheet->figures->run;
  /* Translators: the title of a sign-in sheet; the class's title stands for {title}. */
  g_autofree char *title = fill (sheet, N_ ("{title}: Sign-in Sheet"), "title", run->title);
  g_autofree char *times = format_times (sheet);
  g_autofree char *venue = join_distinct (sheet, get_venue);
  g_autofree char *trainers = join_distinct (sheet, get_trainers);
  g_autofree char *subject = join_distinct (sheet, get_title);
  g_autofree char *code = format_code (sheet);

  ff_document_add_title (sheet->document, title);
  add_code (sheet);
  ff_document_add_field (sheet->document, column_phrase (sheet, NC_ ("sign-in sheet", "Class")), code);
  ff_document_add_field (sheet->document, column_phrase (sheet, NC_ ("sign-in sheet", "Time")), times);
  ff_document_add_field (sheet->document, column_phrase (sheet, NC_ ("sign-in sheet", "Place")), venue);
  ff_document_add_field (sheet->document, column_phrase (sheet, NC_ ("sign-in sheet", "Trainer")), trainers);
  if (*subject != '\0')
    ff_document_add_field (sheet->document, column_phrase (sheet, NC_ ("sign-in sheet", "Subject")), subject);
  ff_document_add_space (sheet->document, 4);
}

/* The table ------------------------------------------------------------------------------------------------------------------ */

enum
{
  COLUMN_NUMBER,
  COLUMN_EMPLOYEE_NO,
  COLUMN_NAME,
  COLUMN_DEPARTMENT,
  FIRST_SIGNATURE,
};

static guint
columns_per_session (const FfSigninOptions *options)
{
  return options->times ? 3 : 1;
}

/* "Morning" and the hours below it, as two sessions may share a half day. */
static char *
format_half_day (const Sheet *sheet, const FfSession *session)
{
  int minute = ff_time_minute_of_day (session->starts_at);
  const char *half = minute < 12 * 60   ? NC_ ("sign-in sheet", "Morning")
                     : minute < 18 * 60 ? NC_ ("sign-in sheet", "Afternoon")
                                        : NC_ ("sign-in sheet", "Evening");
  g_autofree char *span = format_span (session);

  return g_strdup_printf ("%s\n%s", column_phrase (sheet, half), span);
}

/* The groups of several sessions are kept in @titles. */
static GArray *
make_columns (const Sheet *sheet, GStringChunk *titles)
{
  const FfDocumentColumn first[] = {
    [COLUMN_NUMBER] = { column_phrase (sheet, NC_ ("sign-in sheet", "No.")), 1.0, 0.5 },
    [COLUMN_EMPLOYEE_NO] = { column_phrase (sheet, NC_ ("sign-in sheet", "Employee No.")), 2.1, 0 },
    [COLUMN_NAME] = { column_phrase (sheet, NC_ ("sign-in sheet", "Name")), 2.4, 0 },
    [COLUMN_DEPARTMENT] = { column_phrase (sheet, NC_ ("sign-in sheet", "Department")), 3.6, 0 },
  };
  const char *signature = column_phrase (sheet, NC_ ("sign-in sheet", "Signature"));
  FfDocumentColumn note = { column_phrase (sheet, NC_ ("sign-in sheet", "Remarks")), 2.0, 0 };
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (FfDocumentColumn));

  g_array_append_vals (columns, first, G_N_ELEMENTS (first));
  for (guint i = 0; i < sheet->sessions->len; i++)
    {
      g_autofree char *half = format_half_day (sheet, session_at (sheet, i));
      FfDocumentColumn sign = { signature, 3.0, 0.5 };
      FfDocumentColumn in = { column_phrase (sheet, NC_ ("sign-in sheet", "Time in")), 1.6, 0.5 };
      FfDocumentColumn out = { column_phrase (sheet, NC_ ("sign-in sheet", "Time out")), 1.6, 0.5 };

      if (sheet->options->times)
        {
          sign.group = in.group = out.group = sheet->sessions->len > 1 ? g_string_chunk_insert_const (titles, half) : NULL;
          g_array_append_val (columns, in);
          g_array_append_val (columns, sign);
          g_array_append_val (columns, out);
        }
      else
        {
          if (sheet->sessions->len > 1)
            {
              sign.group = signature;
              sign.title = g_string_chunk_insert_const (titles, half);
            }
          g_array_append_val (columns, sign);
        }
    }
  g_array_append_val (columns, note);
  return columns;
}

static void
fill_trainee (Sheet *sheet, const FfClassTrainee *trainee, const char **cells, gsize n_columns, GStringChunk *texts)
{
  g_autofree char *number = g_strdup_printf ("%u", ++sheet->number);
  guint step = columns_per_session (sheet->options);

  cells[COLUMN_NUMBER] = g_string_chunk_insert (texts, number);
  cells[COLUMN_EMPLOYEE_NO] = trainee->employee_no;
  cells[COLUMN_NAME] = trainee->name;
  cells[COLUMN_DEPARTMENT] = trainee->department;
  for (guint i = 0; i < sheet->sessions->len; i++)
    {
      const FfAttendanceCell *cell = &trainee->cells[g_array_index (sheet->sessions, guint, i)];

      for (guint k = 0; k < step && !cell->planned; k++)
        cells[FIRST_SIGNATURE + i * step + k] = "—";
      if (cell->planned && cell->record.set == FF_ATTENDANCE_EXCUSED)
        cells[FIRST_SIGNATURE + i * step + (step > 1)] = column_phrase (sheet, NC_ ("sign-in sheet", "on leave"));
    }
  if (trainee->leader)
    cells[n_columns - 1] = column_phrase (sheet, NC_ ("sign-in sheet", "leader"));
}

static void
add_foot (Sheet *sheet)
{
  g_autofree char *expected = g_strdup_printf ("%u", sheet->people);
  const char *const counts[] = {
    column_phrase (sheet, NC_ ("sign-in sheet", "Expected")),
    column_phrase (sheet, NC_ ("sign-in sheet", "Present")),
    column_phrase (sheet, NC_ ("sign-in sheet", "Leave")),
    column_phrase (sheet, NC_ ("sign-in sheet", "Absent")),
  };
  const char *const values[G_N_ELEMENTS (counts)] = { expected };
  const char *const signatures[] = {
    column_phrase (sheet, NC_ ("sign-in sheet", "Prepared by")),
    column_phrase (sheet, NC_ ("sign-in sheet", "Trainer")),
    column_phrase (sheet, NC_ ("sign-in sheet", "Date")),
  };

  ff_document_add_blanks (sheet->document, counts, values, G_N_ELEMENTS (counts));
  ff_document_add_blanks (sheet->document, signatures, NULL, G_N_ELEMENTS (signatures));
}

/* ---------------------------------------------------------------------------------------------------------------------------- */

/* The rows of a sheet, as they go into the table. */
typedef struct
{
  GStringChunk *texts;
  GArray *columns;    /* FfDocumentColumn */
  const char **cells; /* of all lines */
  gsize n;            /* lines with a name or a group */
} Rows;

static void
make_rows (Sheet *sheet, Rows *rows)
{
  rows->texts = g_string_chunk_new (1024);
  rows->columns = make_columns (sheet, rows->texts);
  rows->n = sheet->lines->len;
  rows->cells = g_new0 (const char *, rows->columns->len * (rows->n + FF_SIGNIN_MAX_ROWS));
  for (gsize i = 0; i < rows->n; i++)
    {
      const Line *line = &g_array_index (sheet->lines, Line, i);
      const char **row = rows->cells + i * rows->columns->len;

      if (line->trainee != NULL)
        fill_trainee (sheet, line->trainee, row, rows->columns->len, rows->texts);
      else
        {
          g_autofree char *heading = g_strconcat (FF_DOCUMENT_GROUP, line->group, NULL);

          row[0] = g_string_chunk_insert (rows->texts, heading);
        }
    }
}

static void
clear_rows (Rows *rows)
{
  g_free (rows->cells);
  g_array_unref (rows->columns);
  g_string_chunk_free (rows->texts);
}

/* From line @first; what lies behind the last line is blank. */
static void
add_table (Sheet *sheet, const Rows *rows, gsize first, gsize n, double row_height)
{
  ff_document_add_table (sheet->document, (const FfDocumentColumn *) (gpointer) rows->columns->data, rows->columns->len,
                         rows->cells + MIN (first, rows->n) * rows->columns->len, n, row_height);
}

/* What a page of this sheet has for the rows of its table. */
static double
measure_room (Sheet *sheet, const Rows *rows)
{
  FfDocument *document = sheet->document;
  double room;

  sheet->document = ff_document_new (sheet->paper, "");
  ff_document_set_language (sheet->document, sheet->options->language);
  add_head (sheet);
  add_table (sheet, rows, 0, 0, 0);
  add_foot (sheet);
  room = ff_document_get_room (sheet->document) - 1; /* what rounding may take must not send the foot to the next page */
  ff_document_free (sheet->document);
  sheet->document = document;
  return MAX (LARGEST_ROW, room);
}

/* How many rows from line @first fill a page; rows of long texts are higher than the others. */
static gsize
count_rows (Sheet *sheet, const Rows *rows, gsize first, gsize total, gsize most, double row_height, double room)
{
  gsize n = 0;

  while (n < most && first + n < total)
    {
      const char *const *cells = rows->cells + MIN (first + n, rows->n) * rows->columns->len;
      double height = ff_document_measure_row (sheet->document, (const FfDocumentColumn *) (gpointer) rows->columns->data,
                                               rows->columns->len, cells, row_height);

      if (n > 0 && height > room)
        break;
      room -= height;
      n++;
    }
  return n;
}

static void
add_sheet (Sheet *sheet)
{
  const FfSigninOptions *options = sheet->options;
  gsize most;
  gsize total;
  gsize first = 0;
  double row_height;
  double room;
  Rows rows;

  collect_lines (sheet);
  sheet->number = 0;
  make_rows (sheet, &rows);
  room = measure_room (sheet, &rows);
  most = options->rows > 0 ? (gsize) MIN (options->rows, FF_SIGNIN_MAX_ROWS) : (gsize) (room / USUAL_ROW);
  row_height = CLAMP (room / (double) most - 0.01, LEAST_ROW, LARGEST_ROW);
  total = options->blanks < 0 ? rows.n : rows.n + (gsize) options->blanks;
  do
    {
      gsize end = options->blanks < 0 ? first + most : total; /* blanks up to the end of the page */
      gsize n = count_rows (sheet, &rows, first, end, most, row_height, room);

      ff_document_break_page (sheet->document);
      add_head (sheet);
      add_table (sheet, &rows, first, n, row_height);
      first += n;
    }
  while (first < total);
  add_foot (sheet);
  clear_rows (&rows);
}

/* Several sessions with times, or many sessions, need the long side of the paper. */
static FfPaper
choose_paper (GPtrArray *sheets, const FfSigninOptions *options)
{
  guint most = 0;

  for (guint i = 0; i < sheets->len; i++)
    most = MAX (most, ((GArray *) g_ptr_array_index (sheets, i))->len);
  return most * columns_per_session (options) > 3 ? FF_PAPER_A4_LANDSCAPE : FF_PAPER_A4_PORTRAIT;
}

FfDocument *
ff_signin_sheet_make_of (const FfClassFigures *figures, const FfSigninOptions *options, GError **error)
{
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (FfPhrases) phrases = NULL;
  g_autofree char *title = NULL;
  g_autofree char *foot = NULL;
  FfDocument *document;
  Sheet sheet = { .figures = figures, .options = options };

  g_return_val_if_fail (figures != NULL && options != NULL, NULL);
  g_return_val_if_fail (ff_phrases_is_language (options->language), NULL);

  sheets = group_sessions (figures, options);
  if (sheets->len == 0)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_NOT_FOUND,
                   _("There is no session to sign in for: add sessions to class “%s”, or choose another day."), figures->run->code);
      return NULL;
    }

  phrases = ff_phrases_new (options->language);
  sheet.phrases = phrases;
  /* Translators: the name of a file with sign-in sheets; the class's code stands for {code}. */
  title = fill (&sheet, N_ ("{code} sign-in sheet"), "code", figures->run->code);
  foot = g_strdup_printf ("%s · %s", figures->run->code, figures->run->title);
  sheet.paper = choose_paper (sheets, options);
  document = ff_document_new (sheet.paper, title);
  ff_document_set_language (document, options->language);
  ff_document_set_foot (document, foot);
  sheet.document = document;
  sheet.lines = g_array_new (FALSE, FALSE, sizeof (Line));
  for (guint i = 0; i < sheets->len; i++)
    {
      sheet.sessions = g_ptr_array_index (sheets, i);
      add_sheet (&sheet);
    }
  g_array_unref (sheet.lines);
  return document;
}

FfDocument *
ff_signin_sheet_make (FfDb *db, const FfSigninOptions *options, GError **error)
{
  g_autoptr (FfClassFigures) figures = NULL;

  g_return_val_if_fail (db != NULL && options != NULL, NULL);

  figures = ff_class_figures_read (db, options->run_id, ff_time_now (), error);
  return figures != NULL ? ff_signin_sheet_make_of (figures, options, error) : NULL;
}
