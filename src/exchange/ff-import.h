/* Import of a sheet: one engine for all kinds. A file is read, its heading found and its columns matched; a run puts every row
   through the use case of its kind in one batch, which is one step of undo, and keeps all of it or nothing. A dry run and the
   preview of the window are the same run, rolled back. */
#pragma once

#include "ff-batch.h"
#include "ff-sheet.h"

G_BEGIN_DECLS

typedef struct _FfImport FfImport;
typedef struct _FfImportKind FfImportKind;

/* "trainees", "plan", "schedule", "enrolments", "attendance", "scores", "answers", "commitments", "metrics"; NULL if there is no such kind. */
const FfImportKind *ff_import_kind_find (const char *name);
/* Every kind, in the order in which an organisation needs them; NULL after the last. */
const FfImportKind *ff_import_kind_get (guint index);
const char *ff_import_kind_get_name (const FfImportKind *kind);
/* What its rows are, in the reader's language: "Trainees". */
const char *ff_import_kind_get_title (const FfImportKind *kind);
/* The fields that a column can be matched to, for the window's choice: "employee_no" and "Staff number"; NULL after the last. */
const char *ff_import_kind_get_field (const FfImportKind *kind, guint field);
const char *ff_import_kind_get_field_title (const FfImportKind *kind, guint field);
gboolean ff_import_kind_field_is_key (const FfImportKind *kind, guint field);

/* Columns that belong to no field. */
#define FF_IMPORT_IGNORED (-1)
#define FF_IMPORT_OTHER (-2) /* by its own heading: a component in wide scores, a question in answers */

/* Reads the file and matches its columns. A sheet without the key columns is no error here, see ff_import_check (). */
FfImport *ff_import_new (const FfImportKind *kind, const char *path, const FfSheetOptions *options, GCancellable *cancellable,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ff_import_free (FfImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfImport, ff_import_free)

const FfImportKind *ff_import_get_kind (const FfImport *import);
const FfSheet *ff_import_get_sheet (const FfImport *import);
/* The index of the heading's row, -1 if there is none. Choosing one matches the columns anew. */
int ff_import_get_heading (const FfImport *import);
void ff_import_set_heading (FfImport *import, int row);
/* The index of a field, or FF_IMPORT_IGNORED, FF_IMPORT_OTHER. A field that another column had is taken from it. */
int ff_import_get_field (const FfImport *import, guint column);
void ff_import_set_field (FfImport *import, guint column, int field);
/* What a column is that is matched by its heading: the heading itself, or what somebody chose in its place, which makes it one of these
   columns. NULL takes the heading again. */
const char *ff_import_get_target (const FfImport *import, guint column);
void ff_import_set_target (FfImport *import, guint column, const char *target);
/* What counts where a row says nothing for a field; the file then needs no such column. NULL: nothing. Matches the columns anew. */
void ff_import_set_default (FfImport *import, const char *field, const char *value);
const char *ff_import_get_default (const FfImport *import, const char *field);

/* What columns can be chosen to be: a question's key, and its words. */
typedef struct
{
  char *name;
  char *title;
} FfImportTarget;

/* FfImportTarget in their order; empty where the kind has none, or where it is not clear yet what the file is about. */
GPtrArray *ff_import_list_targets (const FfImport *import, FfDb *db) G_GNUC_WARN_UNUSED_RESULT;
/* The name of the target that a column is matched to by what it is called; NULL if to none. */
char *ff_import_find_target (const FfImport *import, FfDb *db, guint column) G_GNUC_WARN_UNUSED_RESULT;
/* What was chosen by hand, for the next file with the same headings: kept by ff_import_keep_targets () in the caller's batch, and taken up
   again by ff_import_recall_targets (), which says whether there was anything. */
gboolean ff_import_keep_targets (const FfImport *import, FfDb *db, GError **error);
gboolean ff_import_recall_targets (FfImport *import, FfDb *db);

/* A cell mended in the preview; NULL takes the file's own again. */
void ff_import_set_value (FfImport *import, guint row, guint column, const char *value);
/* What a cell counts for: the mended value or the file's, "" if there is none. */
const char *ff_import_get_value (const FfImport *import, guint row, guint column);
void ff_import_set_skipped (FfImport *import, guint row, gboolean skipped);
/* Whether the sheet can be imported as it is matched; a sentence names the key columns that are missing or given twice. */
gboolean ff_import_check (const FfImport *import, GError **error);

typedef enum
{
  FF_IMPORT_PLAIN = 0,
  FF_IMPORT_DRY_RUN = 1 << 0,
  FF_IMPORT_SKIP_BAD = 1 << 1, /* good rows go in although others are rejected */
  FF_IMPORT_PREVIEW = 1 << 2,  /* also collect what changes, cell by cell */
  FF_IMPORT_AGAIN = 1 << 3,    /* also what was imported before and cannot be told apart from it */
} FfImportFlags;

typedef enum
{
  FF_ROW_PASSED_OVER, /* the heading, a title, a closing row, a row without anything */
  FF_ROW_SAME,
  FF_ROW_NEW,
  FF_ROW_CHANGED,
  FF_ROW_REJECTED,
} FfRowVerdict;

typedef struct
{
  guint row;     /* index into the sheet */
  guint record;  /* as people count */
  int column;    /* index, -1: the file has no such column */
  char *heading; /* of the column, as the file writes it */
  char *reason;
} FfImportReject;

typedef struct
{
  guint row;
  guint column;
  char *before; /* "" for nothing */
  char *after;
} FfImportChange;

typedef struct
{
  guint n_new, n_changed, n_same, n_rejected;
  guint n_final;        /* of the new ones: cannot be undone */
  gboolean refused;     /* rows were rejected and may not be skipped: nothing goes in */
  gboolean applied;     /* it is in the database now */
  guint8 *verdicts;     /* FfRowVerdict, by row of the sheet */
  GPtrArray *rejects;   /* FfImportReject, in order of rows */
  GPtrArray *notes;     /* char *: what was passed over */
  GPtrArray *warnings;  /* char *: what somebody should look at */
  GPtrArray *changes;   /* FfImportChange; empty unless FF_IMPORT_PREVIEW */
} FfImportResult;

void ff_import_result_free (FfImportResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfImportResult, ff_import_result_free)

/* On the thread of the run, several times a second. @fraction rises from 0 to 1. */
typedef void (*FfImportProgress) (double fraction, gpointer user_data);

/* @db is a writer without open batch. NULL with an error when the sheet cannot be imported at all, the database fails, or somebody
   cancels; nothing has changed then. Rejected rows are no error. */
FfImportResult *ff_import_run (FfImport *import, FfDb *db, FfImportFlags flags, FfImportProgress progress, gpointer user_data,
                               GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the heading and the rejected rows, with the reasons in one more column, as CSV that can be mended and imported again. */
gboolean ff_import_save_rejects (const FfImport *import, const FfImportResult *result, const char *path, GError **error);

G_END_DECLS
