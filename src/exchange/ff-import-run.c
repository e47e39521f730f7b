/* The engine of all imports: passes over the rows of a sheet, each in a batch, until none has to take a row out again. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-import-private.h"

/* Rows between two looks at progress. */
#define PROGRESS_ROWS 256

static void
reject_free (FfImportReject *reject)
{
  g_free (reject->heading);
  g_free (reject->reason);
  g_free (reject);
}

static void
change_free (FfImportChange *change)
{
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

void
ff_import_result_free (FfImportResult *result)
{
  if (result == NULL)
    return;
  g_free (result->verdicts);
  g_clear_pointer (&result->rejects, g_ptr_array_unref);
  g_clear_pointer (&result->notes, g_ptr_array_unref);
  g_clear_pointer (&result->warnings, g_ptr_array_unref);
  g_clear_pointer (&result->changes, g_ptr_array_unref);
  g_free (result);
}

typedef struct
{
  FfImport *import;
  FfDb *db;
  FfImportFlags flags;
  FfImportProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
  FfImportResult *result;
  FfImportPass pass;
  GHashTable *late;    /* rows that an earlier pass had to take out → FfImportReject */
  guint n_late_before; /* as the pass began */

  /* The row at hand */
  gpointer draft;
  guint *others;
  guint n_others;
} Run;

static void
add_note (FfImportResult *result, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add_note (FfImportResult *result, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (result->notes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
ff_import_warn (FfImportPass *pass, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (pass->warnings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

gboolean
ff_import_is_about_row (const GError *error)
{
  return error->domain == FF_ERROR
         && (error->code == FF_ERROR_INVALID || error->code == FF_ERROR_NOT_FOUND || error->code == FF_ERROR_EXISTS
             || error->code == FF_ERROR_CONFLICT || error->code == FF_ERROR_SETTLED);
}

static FfImportReject *
reject_new (const FfImport *import, guint row, int column, const char *heading, const char *reason)
{
  FfImportReject *reject = g_new0 (FfImportReject, 1);

  reject->row = row;
  reject->record = ff_sheet_get_row (import->sheet, row)->record;
  reject->column = column;
  reject->heading = g_strdup (heading);
  reject->reason = g_strdup (reason);
  return reject;
}

/* Where a use case's member stands in the file; what belongs to no member is laid to the first key. */
static FfImportReject *
reject_new_for_member (const FfImport *import, guint row, const char *member, const char *reason)
{
  const FfImportKind *kind = import->kind;
  const FfField *named = NULL, *key = NULL;
  int column;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const FfField *field = &kind->fields[i];

      if (member != NULL && named == NULL && (g_strcmp0 (field->member, member) == 0 || g_str_equal (field->name, member)))
        named = field;
      if (key == NULL && (field->flags & FF_FIELD_KEY))
        key = field;
    }
  if (named == NULL)
    named = key != NULL ? key : &kind->fields[0];
  column = ff_import_find_column (import, named->name);
  return reject_new (import, row, column, column >= 0 && import->heading >= 0 ? ff_import_get_heading_text (import, column) : named->name,
                     reason);
}

static void
add_reject (Run *run, FfImportReject *reject)
{
  run->result->verdicts[reject->row] = FF_ROW_REJECTED;
  g_ptr_array_add (run->result->rejects, reject);
}

static void
reject_late (FfImportPass *pass, FfImportReject *reject)
{
  Run *run = (Run *) ((char *) pass - G_STRUCT_OFFSET (Run, pass));

  if (!g_hash_table_contains (run->late, GUINT_TO_POINTER (reject->row)))
    g_hash_table_insert (run->late, GUINT_TO_POINTER (reject->row), reject);
  else
    reject_free (reject);
}

void
ff_import_reject (FfImportPass *pass, guint row, const char *member, const char *reason)
{
  reject_late (pass, reject_new_for_member (pass->import, row, member, reason));
}

void
ff_import_reject_at (FfImportPass *pass, guint row, int column, const char *heading, const char *reason)
{
  reject_late (pass, reject_new (pass->import, row, column, heading, reason));
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* NULL for a cell that is as it should be. */
static const char *
find_fault (const FfCell *cell, const char *text, FfFieldFlags flags)
{
  if (cell->kind == FF_CELL_ERROR && *text == '\0')
    return _ ("The formula was never calculated: open the file in a spreadsheet program and save it.");
  if (cell->kind == FF_CELL_ERROR)
    return _ ("The cell holds an error of the spreadsheet: mend it there.");
  if (cell->flags & FF_CELL_TOO_LONG)
    return _ ("The text is longer than a spreadsheet cell may be: shorten it.");
  if (cell->flags & FF_CELL_DAMAGED)
    return _ ("The cell holds bytes that are no characters: choose another encoding or mend the file.");
  if ((flags & FF_FIELD_IDENTIFIER) && (cell->flags & FF_CELL_LOST_DIGITS))
    return _ ("The spreadsheet has already lost digits of this number: format the column as text and enter the number again.");
  return NULL;
}

typedef enum
{
  GATHERED,
  GATHERED_NOTHING,
  GATHERED_BAD, /* and rejected */
} Gathered;

/* One cell into the draft; FALSE if it is at fault. @own is set when it says something. */
static gboolean
gather_cell (Run *run, guint row, guint column, const FfCell *cell, gboolean *own)
{
  const FfImport *import = run->import;
  const FfImportKind *kind = import->kind;
  int field = import->fields[column];
  const char *mended = ff_import_find_mended (import, row, column);
  const char *text = mended != NULL ? mended : cell != NULL ? ff_sheet_get_text (import->sheet, cell) : "";
  const char *fault = NULL;

  if (field == FF_IMPORT_IGNORED || (field >= 0 && kind->fields[field].flags & FF_FIELD_KNOWN))
    return TRUE;
  if (mended == NULL && cell != NULL)
    fault = find_fault (cell, text, field >= 0 ? kind->fields[field].flags : FF_FIELD_PLAIN);
  if (fault != NULL)
    {
      add_reject (run, reject_new (import, row, column, ff_import_get_heading_text (import, column), fault));
      return FALSE;
    }
  if (is_blank (text))
    return TRUE;
  *own = *own || cell == NULL || !(cell->flags & FF_CELL_REPEATED);
  if (field == FF_IMPORT_OTHER)
    run->others[run->n_others++] = column;
  else
    G_STRUCT_MEMBER (const char *, run->draft, kind->fields[field].offset) = text;
  return TRUE;
}

static void
take_defaults (Run *run)
{
  const FfImportKind *kind = run->import->kind;

  memset (run->draft, 0, kind->draft_size);
  if (g_hash_table_size (run->import->defaults) == 0)
    return;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!(kind->fields[i].flags & FF_FIELD_KNOWN))
      G_STRUCT_MEMBER (const char *, run->draft, kind->fields[i].offset) = ff_import_get_default (run->import, kind->fields[i].name);
}

static Gathered
gather_row (Run *run, guint row)
{
  const FfImport *import = run->import;
  const FfImportKind *kind = import->kind;
  const FfSheetRow *place = ff_sheet_get_row (import->sheet, row);
  const FfCell *cell = ff_sheet_get_cells (import->sheet, place), *end = cell + place->n_cells;
  gboolean own = FALSE;

  take_defaults (run);
  run->n_others = 0;
  if (g_hash_table_size (import->values) == 0)
    {
      for (; cell < end; cell++)
        if (!gather_cell (run, row, cell->column, cell, &own))
          return GATHERED_BAD;
    }
  else
    for (guint column = 0; column < import->sheet->n_columns; column++)
      {
        while (cell < end && cell->column < column)
          cell++;
        if (!gather_cell (run, row, column, cell < end && cell->column == column ? cell : NULL, &own))
          return GATHERED_BAD;
      }
  if (!own)
    return GATHERED_NOTHING;

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & FF_FIELD_NEEDED) && G_STRUCT_MEMBER (const char *, run->draft, kind->fields[i].offset) == NULL)
      {
        add_reject (run, reject_new_for_member (import, row, kind->fields[i].name, _ ("The cell is empty: fill it in.")));
        return GATHERED_BAD;
      }
  return GATHERED;
}

/* A sum or a signature below the table: its words stand where the row begins. */
static gboolean
is_closing_row (const FfImport *import, guint row)
{
  const FfCell *first = ff_sheet_get_cells (import->sheet, ff_sheet_get_row (import->sheet, row));

  return ff_import_is_closing (ff_sheet_get_text (import->sheet, first));
}

/* Printed lists repeat the heading on every page. */
static gboolean
is_heading_again (const FfImport *import, guint row)
{
  const FfSheetRow *place = ff_sheet_get_row (import->sheet, row);
  const FfCell *cells = ff_sheet_get_cells (import->sheet, place);
  gboolean same = FALSE;

  if (import->heading < 0)
    return FALSE;
  for (guint i = 0; i < place->n_cells; i++)
    {
      int field = import->fields[cells[i].column];

      if (field < 0 || !(import->kind->fields[field].flags & FF_FIELD_KEY))
        continue;
      if (!g_str_equal (ff_sheet_get_text (import->sheet, &cells[i]), ff_import_get_heading_text (import, cells[i].column)))
        return FALSE;
      same = TRUE;
    }
  return same;
}

static gboolean
passes_over (Run *run, guint row)
{
  const FfImport *import = run->import;
  guint record = ff_sheet_get_row (import->sheet, row)->record;

  if (g_hash_table_contains (import->skipped, GUINT_TO_POINTER (row)))
    return TRUE;
  if (is_closing_row (import, row))
    {
      const FfCell *first = ff_sheet_get_cells (import->sheet, ff_sheet_get_row (import->sheet, row));

      add_note (run->result, _ ("Row %u (“%s”) closes the table and was passed over."), record, ff_sheet_get_text (import->sheet, first));
      return TRUE;
    }
  if (is_heading_again (import, row))
    {
      add_note (run->result, _ ("Row %u repeats the heading and was passed over."), record);
      return TRUE;
    }
  return FALSE;
}

static char **
read_values (Run *run, const FfImportRow *row)
{
  g_auto (GStrv) values = NULL;

  if (run->import->kind->read == NULL || !(run->flags & FF_IMPORT_PREVIEW))
    return NULL;
  values = g_new0 (char *, run->import->kind->n_fields + 1);
  run->import->kind->read (&run->pass, row, values);
  /* A vector ends at its first hole, so what is not stored gets an empty text. */
  for (guint i = 0; i < run->import->kind->n_fields; i++)
    if (values[i] == NULL)
      values[i] = g_strdup ("");
  return g_steal_pointer (&values);
}

static void
collect_changes (Run *run, const FfImportRow *row, char **before, char **after)
{
  for (guint column = 0; column < run->import->sheet->n_columns; column++)
    {
      int field = run->import->fields[column];

      if (field >= 0 && !g_str_equal (before[field], after[field]))
        {
          FfImportChange *change = g_new0 (FfImportChange, 1);

          change->row = row->index;
          change->column = column;
          change->before = g_strdup (before[field]);
          change->after = g_strdup (after[field]);
          g_ptr_array_add (run->result->changes, change);
        }
    }
}

/* FALSE if the database fails. */
static gboolean
put_row (Run *run, guint index, GError **error)
{
  static const FfRowVerdict verdicts[] = { [FF_PUT_SAME] = FF_ROW_SAME, [FF_PUT_NEW] = FF_ROW_NEW, [FF_PUT_CHANGED] = FF_ROW_CHANGED };
  const FfImportRow row = { index, run->draft, run->n_others, run->others };
  g_auto (GStrv) before = read_values (run, &row);
  g_autoptr (GError) failure = NULL;
  FfPut put = run->import->kind->put (&run->pass, &row, &failure);

  if (put != FF_PUT_REFUSED)
    {
      run->result->verdicts[index] = verdicts[put];
      if (before != NULL && put == FF_PUT_CHANGED)
        {
          g_auto (GStrv) after = read_values (run, &row);

          collect_changes (run, &row, before, after);
        }
      return TRUE;
    }
  if (!ff_import_is_about_row (failure))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  /* The put of a kind may have named the column itself, by ff_import_reject_at (). */
  if (!g_hash_table_contains (run->late, GUINT_TO_POINTER (index)))
    add_reject (run, reject_new_for_member (run->import, index, ff_put_error_field (failure), failure->message));
  else
    {
      FfImportReject *reject;

      g_hash_table_steal_extended (run->late, GUINT_TO_POINTER (index), NULL, (gpointer *) &reject);
      add_reject (run, reject);
    }
  return TRUE;
}

static gboolean
do_row (Run *run, guint row, GError **error)
{
  const FfImportReject *late = g_hash_table_lookup (run->late, GUINT_TO_POINTER (row));

  if (late != NULL)
    {
      add_reject (run, reject_new (run->import, row, late->column, late->heading, late->reason));
      return TRUE;
    }
  if (passes_over (run, row) || gather_row (run, row) != GATHERED)
    return TRUE;
  return put_row (run, row, error);
}

static gboolean
stop_if_cancelled (Run *run, GError **error)
{
  if (!g_cancellable_is_cancelled (run->cancellable))
    return TRUE;
  g_clear_error (error);
  g_set_error (error, FF_ERROR, FF_ERROR_CANCELLED, _ ("The import was cancelled; nothing was changed."));
  return FALSE;
}

static gboolean
do_rows (Run *run, GError **error)
{
  guint n = run->import->sheet->rows->len, first = run->import->heading + 1;

  for (guint row = first; row < n; row++)
    {
      if (!stop_if_cancelled (run, error))
        return FALSE;
      if (run->progress != NULL && (row - first) % PROGRESS_ROWS == 0)
        run->progress ((double) (row - first) / (n - first), run->user_data);
      if (!do_row (run, row, error))
        return FALSE;
    }
  return run->import->kind->finish == NULL || run->import->kind->finish (&run->pass, error);
}

static void
note_columns (Run *run)
{
  const FfImport *import = run->import;

  for (int row = 0; row < import->heading; row++)
    add_note (run->result, _ ("Row %u stands above the heading and was taken for a title."), ff_sheet_get_row (import->sheet, row)->record);
  for (guint column = 0; column < import->sheet->n_columns; column++)
    {
      const char *heading = ff_import_get_heading_text (import, column);

      if (import->fields[column] == FF_IMPORT_IGNORED && !is_blank (heading) && !ff_import_is_survey_column (heading))
        add_note (run->result, _ ("The column “%s” is not known here and was ignored."), heading);
    }
}

static void
clear_result (FfImportResult *result, guint n_rows)
{
  memset (result->verdicts, FF_ROW_PASSED_OVER, n_rows);
  result->n_final = 0;
  g_ptr_array_set_size (result->rejects, 0);
  g_ptr_array_set_size (result->notes, 0);
  g_ptr_array_set_size (result->warnings, 0);
  g_ptr_array_set_size (result->changes, 0);
}

/* One pass over all rows. Rows that must be taken out after all are known afterwards; then the pass is worth nothing. */
static gboolean
do_pass (Run *run, GError **error)
{
  const FfImportKind *kind = run->import->kind;
  gboolean ok;

  clear_result (run->result, run->import->sheet->rows->len);
  run->n_late_before = g_hash_table_size (run->late);
  run->pass = (FfImportPass) { run->db, run->import, run->result, run->flags, run->result->warnings, NULL };
  run->pass.state = kind->begin != NULL ? kind->begin () : NULL;
  note_columns (run);
  ok = do_rows (run, error);
  if (kind->end != NULL)
    kind->end (run->pass.state);
  return ok;
}

static void
count (FfImportResult *result, guint n_rows)
{
  guint counts[FF_ROW_REJECTED + 1] = { 0 };

  for (guint i = 0; i < n_rows; i++)
    counts[result->verdicts[i]]++;
  result->n_new = counts[FF_ROW_NEW];
  result->n_changed = counts[FF_ROW_CHANGED];
  result->n_same = counts[FF_ROW_SAME];
  result->n_rejected = counts[FF_ROW_REJECTED];
}

static void
on_cancelled (GCancellable *cancellable, FfDb *db)
{
  ff_db_interrupt (db);
}

/* Passes until none takes a row out late, each in a batch of its own; the last one's batch is kept open for the caller. */
static FfBatch *
do_passes (Run *run, GError **error)
{
  g_autofree char *file = g_filename_display_basename (run->import->sheet->path);
  g_autofree char *label = NULL;

  /* The kinds' labels are constants of this program with one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = g_strdup_printf (_ (run->import->kind->label), file);
#pragma GCC diagnostic pop
  for (;;)
    {
      g_autoptr (FfBatch) batch = ff_batch_begin (run->db, label, error);

      if (batch == NULL)
        return NULL;
      if (!do_pass (run, error))
        {
          stop_if_cancelled (run, error);
          return NULL;
        }
      if (g_hash_table_size (run->late) == run->n_late_before)
        return g_steal_pointer (&batch);
    }
}

static FfImportResult *
result_new (guint n_rows)
{
  FfImportResult *result = g_new0 (FfImportResult, 1);

  result->verdicts = g_new0 (guint8, MAX (n_rows, 1));
  result->rejects = g_ptr_array_new_with_free_func ((GDestroyNotify) reject_free);
  result->notes = g_ptr_array_new_with_free_func (g_free);
  result->warnings = g_ptr_array_new_with_free_func (g_free);
  result->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  return result;
}

FfImportResult *
ff_import_run (FfImport *import, FfDb *db, FfImportFlags flags, FfImportProgress progress, gpointer user_data,
               GCancellable *cancellable, GError **error)
{
  guint n_rows = import->sheet->rows->len;
  g_autoptr (FfImportResult) result = result_new (n_rows);
  g_autoptr (GHashTable) late = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) reject_free);
  g_autofree gpointer draft = g_malloc0 (import->kind->draft_size);
  g_autofree guint *others = g_new (guint, FF_SHEET_MAX_COLUMNS);
  Run run = { import, db, flags, progress, user_data, cancellable, result, .late = late, .draft = draft, .others = others };
  g_autoptr (FfBatch) batch = NULL;
  gulong handler;

  g_return_val_if_fail (import != NULL && db != NULL, NULL);

  if (!ff_import_check (import, error))
    return NULL;
  handler = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), db, NULL) : 0;
  batch = do_passes (&run, error);
  /* A commit is not to be interrupted. */
  if (cancellable != NULL)
    g_cancellable_disconnect (cancellable, handler);
  if (batch == NULL || !stop_if_cancelled (&run, error))
    return NULL;

  count (result, n_rows);
  result->refused = result->n_rejected > 0 && !(flags & FF_IMPORT_SKIP_BAD);
  if (progress != NULL)
    progress (1, user_data);
  if (!result->refused && !(flags & FF_IMPORT_DRY_RUN))
    {
      if (!ff_batch_commit (g_steal_pointer (&batch), error))
        return NULL;
      result->applied = TRUE;
    }
  return g_steal_pointer (&result);
}
