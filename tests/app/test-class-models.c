/* The register and the marks of a class in a real database: what is entered is shown at once, written as it was shown, and read again
   the same. */
#include "config.h"

#include "ff-attendance-model.h"
#include "ff-class-test.h"
#include "ff-register.h"
#include "ff-scores-model.h"
#include "ff-scores-text.h"

#include <pango/pango.h>

#define NOW "2026-09-22 13:52"

typedef struct
{
  GArray *entries;
  char *label;
} Heard;

static void
on_entered (FfClassModel *model, const char *label, GArray *entries, const char *said, Heard *heard)
{
  g_clear_pointer (&heard->entries, g_array_unref);
  g_free (heard->label);
  heard->entries = g_array_ref (entries);
  heard->label = g_strdup (label);
}

static void
heard_clear (Heard *heard)
{
  g_clear_pointer (&heard->entries, g_array_unref);
  g_clear_pointer (&heard->label, g_free);
}

static FfClassFigures *
read_figures (FfDb *db, gint64 run_id)
{
  g_autoptr (GError) error = NULL;
  FfClassFigures *figures = ff_class_figures_read (db, run_id, class_time (NOW), &error);

  g_assert_no_error (error);

  return figures;
}

static int
find_column (FfGridModel *model, const char *title)
{
  for (int i = 0; i < ff_grid_model_get_n_columns (model); i++)
    {
      if (g_str_equal (ff_grid_model_get_column (model, i)->title, title))
        return i;
    }
  g_assert_not_reached ();
}

static void
assert_cell (FfGridModel *model, int row, const char *column, const char *text)
{
  g_auto (FfGridCell) cell = { NULL };

  ff_grid_model_get_cell (model, row, find_column (model, column), &cell);
  g_assert_cmpstr (cell.text, ==, text);
}

static void
enter (FfGridModel *model, int row, const char *column, const char *text)
{
  int c = find_column (model, column);
  g_autofree char *reason = ff_grid_model_validate (model, row, c, text);

  g_assert_null (reason);
  g_assert_true (ff_grid_model_is_editable (model, row, c));
  ff_grid_model_apply (model, FF_GRID_COMMAND_TYPE, &(FfGridEdit) { row, c, text }, 1);
}

static void
assert_refused (FfGridModel *model, int row, const char *column, const char *text)
{
  g_autofree char *reason = ff_grid_model_validate (model, row, find_column (model, column), text);

  g_assert_nonnull (reason);
}

static void
write_attendance (FfDb *db, GArray *entries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const FfAttendanceEntry *entry = &g_array_index (entries, FfAttendanceEntry, i);

      ff_register_set (db, entry->session_id, entry->enrolment_id, &entry->record, &error);
      g_assert_no_error (error);
    }
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_assert_no_error (error);
}

static void
test_attendance (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (FfClassFigures) before = read_figures (db, run_id);
  g_autoptr (FfClassFigures) after = NULL;
  g_autoptr (FfAttendanceModel) model = ff_attendance_model_new ();
  FfGridModel *grid = FF_GRID_MODEL (model);
  Heard heard = { NULL };

  g_signal_connect (model, "entered", G_CALLBACK (on_entered), &heard);
  ff_class_model_set_figures (FF_CLASS_MODEL (model), before);
  g_assert_cmpint (ff_grid_model_get_n_rows (grid), ==, 5);
  g_assert_cmpint (ff_grid_model_get_n_columns (grid), ==, 3 + 4 + 3);
  g_assert_false (ff_grid_model_is_editable (grid, 0, find_column (grid, "S1")));
  ff_class_model_set_writable (FF_CLASS_MODEL (model), TRUE);
  g_assert_false (ff_grid_model_is_editable (grid, 0, find_column (grid, "Trainee")));

  assert_cell (grid, 0, "S1", "–");
  assert_refused (grid, 0, "S1", "13:00");
  enter (grid, 0, "S1", "0922");
  assert_cell (grid, 0, "S1", "A");
  assert_cell (grid, 0, "Absent", "1");
  assert_cell (grid, 0, "Rate", "25 %");
  g_assert_cmpuint (heard.entries->len, ==, 1);
  g_assert_cmpstr (heard.label, !=, NULL);

  /* Not settled yet: a reading that does not have it must not take it from the screen. */
  after = read_figures (db, run_id);
  ff_class_model_set_figures (FF_CLASS_MODEL (model), after);
  assert_cell (grid, 0, "S1", "A");

  write_attendance (db, heard.entries);
  ff_class_model_settle (FF_CLASS_MODEL (model), heard.entries);
  ff_class_figures_free (g_steal_pointer (&before));
  before = read_figures (db, run_id);
  ff_class_model_set_figures (FF_CLASS_MODEL (model), before);
  assert_cell (grid, 0, "S1", "A");
  assert_cell (grid, 0, "Rate", "25 %");

  /* Settled and not in the file: gone. */
  enter (grid, 1, "S1", "P");
  assert_cell (grid, 1, "S1", "✓");
  ff_class_model_settle (FF_CLASS_MODEL (model), heard.entries);
  ff_class_figures_free (g_steal_pointer (&after));
  after = read_figures (db, run_id);
  ff_class_model_set_figures (FF_CLASS_MODEL (model), after);
  assert_cell (grid, 1, "S1", "–");

  ff_class_model_set_search (FF_CLASS_MODEL (model), "no such person");
  g_assert_cmpint (ff_grid_model_get_n_rows (grid), ==, 0);
  heard_clear (&heard);
}

/* The clock stands at 13:52 of the day of S3 and S4. Cells go on from the row before. */
static const struct
{
  const char *name;
  const char *column;
  gunichar key;     /* 0: the text is typed */
  const char *text;
  const char *shown;
  const char *edit; /* what the editor would start with, and what is copied */
} key_cases[] = {
  { "X before any kind was chosen", "S1", 'x', NULL, "X", "X" },
  { "the name of a leave", "S2", 0, "病假", "X", "Sick leave" },
  { "N stamps the present minute", "S4", 'n', NULL, "✓", "13:52" },
  { "both times", "S3", 0, "0912-1150", "L 12", "09:12–11:50" },
  { "the second time alone", "S3", 0, "-1155", "L 12", "09:12–11:55" },
};

static void
test_keys (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (FfClassFigures) figures = read_figures (fixture->db, run_id);
  g_autoptr (FfAttendanceModel) model = ff_attendance_model_new ();
  FfGridModel *grid = FF_GRID_MODEL (model);

  ff_class_model_set_writable (FF_CLASS_MODEL (model), TRUE);
  ff_class_model_set_figures (FF_CLASS_MODEL (model), figures);
  for (gsize i = 0; i < G_N_ELEMENTS (key_cases); i++)
    {
      int column = find_column (grid, key_cases[i].column);
      const char *text = key_cases[i].key != 0 ? ff_grid_model_translate_key (grid, 0, column, key_cases[i].key) : key_cases[i].text;
      g_autofree char *edit = NULL;

      g_test_message ("%s", key_cases[i].name);
      enter (grid, 0, key_cases[i].column, text);
      assert_cell (grid, 0, key_cases[i].column, key_cases[i].shown);
      edit = ff_grid_model_get_edit_text (grid, 0, column);
      g_assert_cmpstr (edit, ==, key_cases[i].edit);
    }
  /* The present minute belongs to today's sessions alone. */
  g_assert_null (ff_grid_model_translate_key (grid, 0, find_column (grid, "S1"), 'n'));
}

/* X is the leave that was chosen last, and the cell says so. */
static void
test_leave (StoreFixture *fixture, gconstpointer data)
{
  gint64 run_id = class_make (fixture->db);
  g_autoptr (FfClassFigures) figures = read_figures (fixture->db, run_id);
  g_autoptr (FfAttendanceModel) model = ff_attendance_model_new ();
  FfGridModel *grid = FF_GRID_MODEL (model);
  g_auto (FfGridCell) cell = { NULL };

  ff_class_model_set_writable (FF_CLASS_MODEL (model), TRUE);
  ff_class_model_set_figures (FF_CLASS_MODEL (model), figures);
  ff_attendance_model_set_leave (model, "sick");
  enter (grid, 0, "S1", "X");
  ff_grid_model_get_cell (grid, 0, find_column (grid, "S1"), &cell);
  g_assert_cmpstr (cell.spoken, ==, "Excused: not an absence. Sick leave.");
  ff_attendance_model_set_leave (model, "official");
  enter (grid, 0, "S1", "X");
  g_assert_cmpstr (((const FfClassTrainee *) g_ptr_array_index (figures->trainees, 0))->cells[0].record.leave_kind, ==, "sick");
}

static void
write_scores (FfDb *db, GArray *entries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FfBatch) batch = ff_batch_begin (db, "Test", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const FfScoreEntry *entry = &g_array_index (entries, FfScoreEntry, i);
      const FfMarkKey key = { entry->enrolment_id, entry->component_id, entry->criterion_id, entry->rater, entry->attempt };

      if (entry->change == FF_SCORE_EXEMPT || entry->change == FF_SCORE_LIFT)
        ff_marking_set_exempt (db, key.enrolment_id, key.component_id, entry->change == FF_SCORE_EXEMPT, entry->text, &error);
      else if (entry->change == FF_SCORE_SET)
        ff_marking_override (db, &key, entry->score, entry->text, &error);
      else if (entry->change == FF_SCORE_COMMENT)
        ff_marking_comment (db, &key, entry->text, &error);
      else if (entry->change == FF_SCORE_DROP_ATTEMPT)
        ff_marking_delete_attempt (db, key.enrolment_id, key.component_id, key.attempt, &error);
      else
        ff_marking_set (db, key.enrolment_id, key.component_id, key.criterion_id, key.rater, key.attempt, FALSE, 0, &error);
      g_assert_no_error (error);
    }
  ff_batch_commit (g_steal_pointer (&batch), &error);
  g_assert_no_error (error);
}

/* The texts of all cells, to compare what was shown at once with what was read again. */
static char *
print_cells (FfGridModel *model)
{
  GString *text = g_string_new (NULL);

  for (int row = 0; row < ff_grid_model_get_n_rows (model); row++)
    {
      for (int column = 0; column < ff_grid_model_get_n_columns (model); column++)
        {
          g_auto (FfGridCell) cell = { NULL };

          ff_grid_model_get_cell (model, row, column, &cell);
          g_string_append_printf (text, "%s%s|%d|%d\t", cell.text != NULL ? cell.text : "", cell.lead != NULL ? cell.lead : "", cell.style,
                                  cell.flags);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *column;
  const char *text;
} Typed;

static void
on_reason_wanted (FfScoresModel *model, int row, int column, const char *explanation, const char *reason)
{
  g_assert_nonnull (explanation);
  ff_scores_model_give_reason (model, reason);
}

static void
test_scores (StoreFixture *fixture, gconstpointer data)
{
  static const Typed typed[] = { { "Participation", "80" }, { "Written test", "７２.5" }, { "Written test", "55" },      { "Participation", "EX" },  { "Participation", "EX: ill" },  { "Written test", "免考：病假" },
                                 { "Participation", "" },   { "Participation", "90" }, { "Written test", "" },      { "Written test", "100" },
                                 { "Attendance", "77" },     { "Listening", "4" },     { "Answering", "3.5" },      { "Pre-test", "40" },
                                 { "Answering", "" } };
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (FfScoresModel) model = ff_scores_model_new ();
  FfGridModel *grid = FF_GRID_MODEL (model);
  FfClassFigures *figures = read_figures (db, run_id);
  Heard heard = { NULL };

  g_signal_connect (model, "entered", G_CALLBACK (on_entered), &heard);
  g_signal_connect (model, "reason-wanted", G_CALLBACK (on_reason_wanted), (gpointer) "Because");
  ff_class_model_set_figures (FF_CLASS_MODEL (model), figures);
  ff_class_model_set_writable (FF_CLASS_MODEL (model), TRUE);
  assert_refused (grid, 0, "Written test", "101");
  assert_refused (grid, 0, "Written test", "-1");
  assert_refused (grid, 0, "Written test", "good");

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      FfClassFigures *again;
      g_autofree char *shown = NULL, *stored = NULL;

      enter (grid, 0, typed[i].column, typed[i].text);
      shown = print_cells (grid);
      write_scores (db, heard.entries);
      ff_class_model_settle (FF_CLASS_MODEL (model), heard.entries);
      again = read_figures (db, run_id);
      ff_class_model_set_figures (FF_CLASS_MODEL (model), again);
      ff_class_figures_free (figures);
      figures = again;
      stored = print_cells (grid);
      g_assert_cmpstr (stored, ==, shown);
    }

  assert_cell (grid, 0, "Written test", "100");
  assert_cell (grid, 0, "Participation", "90");
  ff_class_model_set_figures (FF_CLASS_MODEL (model), NULL);
  ff_class_figures_free (figures);
  heard_clear (&heard);
}

/* What the preview of a paste says is what stands in the cell afterwards. */
static void
test_preview (StoreFixture *fixture, gconstpointer data)
{
  static const Typed marks[] = { { "Participation", "80" }, { "Participation", "80.50" }, { "Participation", "82,5" },
                                 { "Participation", "９１" }, { "Written test", "1e1" }, { "Written test", "EX: ill" },
                                 { "Written test", "免考：病假" } };
  static const Typed statuses[] = { { "S1", "p" }, { "S1", "迟到" }, { "S1", "0912" }, { "S1", "L 8" }, { "S1", "0905-1000" } };
  const struct
  {
    FfClassModel *model;
    const Typed *typed;
    gsize n;
  } models[] = { { FF_CLASS_MODEL (ff_scores_model_new ()), marks, G_N_ELEMENTS (marks) },
                 { FF_CLASS_MODEL (ff_attendance_model_new ()), statuses, G_N_ELEMENTS (statuses) } };
  gint64 run_id = class_make (fixture->db);

  for (gsize m = 0; m < G_N_ELEMENTS (models); m++)
    {
      g_autoptr (FfClassModel) model = models[m].model;
      g_autoptr (FfClassFigures) figures = read_figures (fixture->db, run_id);

      ff_class_model_set_figures (model, figures);
      ff_class_model_set_writable (model, TRUE);
      for (gsize i = 0; i < models[m].n; i++)
        {
          int column = find_column (FF_GRID_MODEL (model), models[m].typed[i].column);
          g_autofree char *preview = ff_grid_model_preview_text (FF_GRID_MODEL (model), 0, column, models[m].typed[i].text);
          g_autofree char *after = NULL;

          g_test_message ("%s", models[m].typed[i].text);
          enter (FF_GRID_MODEL (model), 0, models[m].typed[i].column, models[m].typed[i].text);
          after = ff_grid_model_get_edit_text (FF_GRID_MODEL (model), 0, column);
          g_assert_cmpstr (preview, ==, after);
        }
      ff_class_model_set_figures (model, NULL);
    }
}

typedef struct
{
  int row;
  int column;
  guint n;
} Wanted;

static void
on_wanted (FfScoresModel *model, int row, int column, const char *explanation, Wanted *wanted)
{
  wanted->row = row;
  wanted->column = column;
  wanted->n++;
}

/* Nothing is entered without its reason, and one reason does for a block. */
static void
test_reasons (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (FfScoresModel) model = ff_scores_model_new ();
  FfGridModel *grid = FF_GRID_MODEL (model);
  g_autoptr (FfClassFigures) figures = read_figures (db, run_id);
  int participation, attendance;
  g_autofree char *typed = NULL;
  Heard heard = { NULL };
  Wanted wanted = { -1, -1, 0 };

  g_signal_connect (model, "entered", G_CALLBACK (on_entered), &heard);
  g_signal_connect (model, "reason-wanted", G_CALLBACK (on_wanted), &wanted);
  ff_class_model_set_figures (FF_CLASS_MODEL (model), figures);
  ff_class_model_set_writable (FF_CLASS_MODEL (model), TRUE);
  participation = find_column (grid, "Participation");
  attendance = find_column (grid, "Attendance");

  enter (grid, 1, "Participation", "EX");
  g_assert_cmpuint (wanted.n, ==, 1);
  g_assert_cmpint (wanted.row, ==, 1);
  g_assert_cmpint (wanted.column, ==, participation);
  g_assert_null (heard.entries);
  ff_scores_model_drop_held (model);
  ff_scores_model_give_reason (model, "Too late");
  g_assert_null (heard.entries);

  ff_grid_model_apply (grid, FF_GRID_COMMAND_PASTE,
                       (const FfGridEdit[]) { { 1, participation, "EX" }, { 2, participation, "EX: abroad" }, { 2, attendance, "77" } }, 3);
  g_assert_cmpuint (wanted.n, ==, 2);
  ff_scores_model_give_reason (model, "Ill");
  g_assert_cmpuint (heard.entries->len, ==, 3);
  g_assert_cmpstr (g_array_index (heard.entries, FfScoreEntry, 0).text, ==, "Ill");
  g_assert_cmpstr (g_array_index (heard.entries, FfScoreEntry, 1).text, ==, "abroad");
  g_assert_cmpstr (g_array_index (heard.entries, FfScoreEntry, 2).text, ==, "Ill");
  typed = ff_grid_model_get_edit_text (grid, 2, participation);
  g_assert_cmpstr (typed, ==, "EX: abroad");

  /* Another number in place of the computed one stands for the same reason. */
  enter (grid, 2, "Attendance", "78");
  g_assert_cmpuint (wanted.n, ==, 2);
  ff_class_model_set_figures (FF_CLASS_MODEL (model), NULL);
  heard_clear (&heard);
}

static void
test_attempts (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (FfScoresModel) model = ff_scores_model_new ();
  FfGridModel *grid = FF_GRID_MODEL (model);
  g_autoptr (FfClassFigures) figures = read_figures (db, run_id);
  FfGridBlock block = { 0, 0, 0, 0 };
  Heard heard = { NULL };
  int written, first;

  g_signal_connect (model, "entered", G_CALLBACK (on_entered), &heard);
  ff_class_model_set_figures (FF_CLASS_MODEL (model), figures);
  ff_class_model_set_writable (FF_CLASS_MODEL (model), TRUE);
  block.first_column = block.last_column = find_column (grid, "Written test");
  written = ff_scores_model_get_component (model, block.first_column);

  /* What nobody has tried cannot be tried again. */
  enter (grid, 0, "Written test", "");
  g_assert_cmpuint (ff_scores_model_open_attempts (model, &block), ==, 0);
  enter (grid, 0, "Written test", "50");
  enter (grid, 1, "Written test", "55");
  enter (grid, 2, "Written test", "95");
  g_assert_cmpuint (ff_scores_model_open_failed (model, written, &first), ==, 2);
  g_assert_cmpint (first, ==, 0);
  assert_cell (grid, 0, "Written test", "50");

  /* The default rule counts the last one, at most as a pass; it is edited as it was entered. */
  enter (grid, 0, "Written test", "85");
  g_assert_cmpint (g_array_index (heard.entries, FfScoreEntry, 0).attempt, ==, 2);
  assert_cell (grid, 0, "Written test", "60");
  {
    g_autofree char *typed = ff_grid_model_get_edit_text (grid, 0, block.first_column);

    g_assert_cmpstr (typed, ==, "85");
  }

  /* An open one that is cleared is nothing; a marked one goes with all its marks, and what was before counts again. */
  enter (grid, 1, "Written test", "");
  assert_cell (grid, 1, "Written test", "55");
  g_assert_cmpint (ff_scores_model_get_open_attempt (model, ff_class_model_get_trainee (FF_CLASS_MODEL (model), 1), written), ==, 0);
  ff_scores_model_delete_attempts (model, &block);
  g_assert_cmpint (g_array_index (heard.entries, FfScoreEntry, 0).change, ==, FF_SCORE_DROP_ATTEMPT);
  assert_cell (grid, 0, "Written test", "50");
  ff_class_model_set_figures (FF_CLASS_MODEL (model), NULL);
  heard_clear (&heard);
}

static void
test_comments (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (FfScoresModel) model = ff_scores_model_new ();
  FfGridModel *grid = FF_GRID_MODEL (model);
  g_autoptr (FfClassFigures) figures = read_figures (db, run_id);
  FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, 0);
  Heard heard = { NULL };
  g_auto (FfGridCell) cell = { NULL };

  g_signal_connect (model, "entered", G_CALLBACK (on_entered), &heard);
  ff_class_model_set_figures (FF_CLASS_MODEL (model), figures);
  ff_class_model_set_writable (FF_CLASS_MODEL (model), TRUE);
  enter (grid, 0, "Written test", "80");
  write_scores (db, heard.entries);
  ff_scores_model_set_comment (model, trainee, &g_array_index (trainee->marks, FfStoredMark, trainee->marks->len - 1), "Clear answers");
  ff_grid_model_get_cell (grid, 0, find_column (grid, "Written test"), &cell);
  g_assert_cmpint (cell.flags & FF_GRID_CORNER, !=, 0);
  g_assert_cmpstr (cell.tooltip, ==, "Clear answers");
  write_scores (db, heard.entries);
  g_assert_cmpint (store_count (db, "SELECT count(*) FROM mark WHERE comment = 'Clear answers' AND score = 8000"), ==, 1);
  ff_class_model_set_figures (FF_CLASS_MODEL (model), NULL);
  heard_clear (&heard);
}

static void
assert_note (FfScoresModel *model, int row, const char *start)
{
  g_autoptr (GPtrArray) notes = ff_scores_text_notes (ff_class_model_get_figures (FF_CLASS_MODEL (model)),
                                                      ff_class_model_get_trainee (FF_CLASS_MODEL (model), row));

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *plain = NULL;

      /* It is markup, whatever titles and reasons hold. */
      g_assert_true (pango_parse_markup (g_ptr_array_index (notes, i), -1, 0, NULL, &plain, NULL, NULL));
      if (g_str_has_prefix (plain, start))
        return;
    }
  for (guint i = 0; i < notes->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (notes, i));
  g_test_message ("No note begins with “%s”", start);
  g_test_fail ();
}

/* Each thing that is done to a total is told beside it. */
static void
test_notes (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (FfScoresModel) model = ff_scores_model_new ();
  FfGridModel *grid = FF_GRID_MODEL (model);
  g_autoptr (FfClassFigures) figures = read_figures (db, run_id);
  FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, 0);
  FfGridBlock block = { 0, 0, 0, 0 };
  int written = ff_scheme_find (figures->scheme, "written");

  g_signal_connect (model, "reason-wanted", G_CALLBACK (on_reason_wanted), (gpointer) "Sheet <lost>");
  ff_class_model_set_figures (FF_CLASS_MODEL (model), figures);
  ff_class_model_set_writable (FF_CLASS_MODEL (model), TRUE);
  block.first_column = block.last_column = find_column (grid, "Written test");

  enter (grid, 0, "Participation", "EX: ill & away");
  assert_note (model, 0, "Exempt from Participation");
  enter (grid, 0, "Attendance", "77");
  assert_note (model, 0, "Attendance 77 by hand: Sheet <lost>.");
  enter (grid, 0, "Written test", "50");
  ff_scores_model_open_attempts (model, &block);
  enter (grid, 0, "Written test", "85");
  assert_note (model, 0, "Written test: attempt 2 counts, capped at 60 (1: 50, 2: 85).");
  ff_scores_model_set_comment (model, trainee, &g_array_index (trainee->marks, FfStoredMark, trainee->marks->len - 1), "Better");
  assert_note (model, 0, "Written test: Better");
  assert_note (model, 0, "Not yet assessed: ");

  g_array_append_val (trainee->marks, ((FfStoredMark) { .component = written, .criterion = -1, .rater = "Lin", .attempt = 2, .score = 4500 }));
  g_array_append_val (trainee->marks, ((FfStoredMark) { .component = written, .criterion = -1, .rater = "Zhou", .attempt = 2, .score = 5000 }));
  ff_class_figures_update (figures);
  assert_note (model, 0, "Written test 60 is the mean of 3 raters: not named 85, Lin 45, Zhou 50; spread 40.");
  ff_class_model_set_figures (FF_CLASS_MODEL (model), NULL);
}

static void
test_raters (StoreFixture *fixture, gconstpointer data)
{
  FfDb *db = fixture->db;
  gint64 run_id = class_make (db);
  g_autoptr (FfScoresModel) model = ff_scores_model_new ();
  FfGridModel *grid = FF_GRID_MODEL (model);
  g_autoptr (FfClassFigures) figures = read_figures (db, run_id);
  FfClassTrainee *trainee = g_ptr_array_index (figures->trainees, 0);
  int written = ff_scheme_find (figures->scheme, "written");
  Heard heard = { NULL };

  g_array_append_val (trainee->marks, ((FfStoredMark) { .component = written, .criterion = -1, .rater = "Lin", .attempt = 1, .score = 7600 }));
  ff_class_figures_update (figures);
  g_signal_connect (model, "entered", G_CALLBACK (on_entered), &heard);
  ff_class_model_set_figures (FF_CLASS_MODEL (model), figures);
  ff_class_model_set_writable (FF_CLASS_MODEL (model), TRUE);

  /* The only rater's mark is edited as that rater's. */
  enter (grid, 0, "Written test", "78");
  g_assert_cmpstr (g_array_index (heard.entries, FfScoreEntry, 0).rater, ==, "Lin");
  assert_cell (grid, 0, "Written test", "78");

  /* With two of them it is not clear whose mark is meant. */
  g_array_append_val (trainee->marks, ((FfStoredMark) { .component = written, .criterion = -1, .rater = "Zhou", .attempt = 1, .score = 8000 }));
  ff_class_figures_update (figures);
  assert_cell (grid, 0, "Written test", "79");
  assert_refused (grid, 0, "Written test", "90");
  assert_refused (grid, 0, "Written test", "");
  heard_clear (&heard);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  class_test_add ("/class-models/attendance", test_attendance);
  class_test_add ("/class-models/keys", test_keys);
  class_test_add ("/class-models/leave", test_leave);
  class_test_add ("/class-models/scores", test_scores);
  class_test_add ("/class-models/preview", test_preview);
  class_test_add ("/class-models/reasons", test_reasons);
  class_test_add ("/class-models/attempts", test_attempts);
  class_test_add ("/class-models/comments", test_comments);
  class_test_add ("/class-models/notes", test_notes);
  class_test_add ("/class-models/raters", test_raters);

  return g_test_run ();
}
