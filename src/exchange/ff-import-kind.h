/* What a kind of import is made of; each stands in its own file and is listed in ff-import-kinds.c. */
#pragma once

#include "ff-import.h"
#include "ff-put.h"

G_BEGIN_DECLS

typedef enum
{
  FF_FIELD_PLAIN = 0,
  FF_FIELD_KEY = 1 << 0,        /* the heading must have it */
  FF_FIELD_NEEDED = 1 << 1,     /* and every row */
  FF_FIELD_IDENTIFIER = 1 << 2, /* a number that has lost digits is rejected */
  FF_FIELD_KNOWN = 1 << 3,      /* read by people only, passed over without a note */
} FfFieldFlags;

typedef struct
{
  const char *name;  /* "employee_no": the English heading */
  const char *title; /* translatable */
  const char *words; /* other headings, folded as ff_import_fold_heading () does, separated by '|'; the better ones first */
  FfFieldFlags flags;
  gsize offset;       /* of the draft's member, a const char * */
  const char *member; /* as the use case's errors name it */
} FfField;

#define FF_FIELD(draft, member, name, title, flags, words) { name, title, words, flags, offsetof (draft, member), #member }
/* A column that is only there to be read. */
#define FF_FIELD_OF_PEOPLE(name, words) { name, NULL, words, FF_FIELD_KNOWN, 0, NULL }

typedef struct
{
  FfDb *db;
  FfImport *import;
  FfImportResult *result;
  FfImportFlags flags;
  GPtrArray *warnings; /* char *, of this pass */
  gpointer state;      /* of the kind */
} FfImportPass;

/* A row whose cells have been checked and put into the draft. */
typedef struct
{
  guint index; /* of the sheet's row */
  gpointer draft;
  guint n_others; /* filled cells of columns that are matched by their own heading */
  const guint *others; /* their columns */
} FfImportRow;

struct _FfImportKind
{
  const char *name;
  const char *title; /* translatable */
  const char *label; /* of the batch, translatable, with %s for the file */
  const FfField *fields;
  guint n_fields;
  gsize draft_size;
  /* After the columns are matched: a kind may match more of them. May be NULL, as all below but put. */
  void (*arrange) (FfImport *import);
  gpointer (*begin) (void);
  void (*end) (gpointer state);
  FfPut (*put) (FfImportPass *pass, const FfImportRow *row, GError **error);
  /* After the last row. It may reject rows late, by ff_import_reject (), or call a row changed. */
  gboolean (*finish) (FfImportPass *pass, GError **error);
  /* What columns can be matched to by ff_import_set_target (): FfImportTarget; and which one a heading means, NULL for none. */
  GPtrArray *(*list_targets) (const FfImport *import, FfDb *db);
  char *(*find_target) (const FfImport *import, FfDb *db, const char *heading);
  /* What is stored for the row, one text per field, NULL where nothing is. */
  void (*read) (FfImportPass *pass, const FfImportRow *row, char **values);
};

extern const FfImportKind ff_import_trainees;
extern const FfImportKind ff_import_plan;
extern const FfImportKind ff_import_schedule;
extern const FfImportKind ff_import_enrolments;
extern const FfImportKind ff_import_attendance;
extern const FfImportKind ff_import_scores;
extern const FfImportKind ff_import_answers;
extern const FfImportKind ff_import_commitments;
extern const FfImportKind ff_import_metrics;

/* For the kinds --------------------------------------------------------------------------------------------------- */

/* The column that is matched to a field, -1 if there is none. */
int ff_import_find_column (const FfImport *import, const char *field);
/* The heading of a column as the file writes it, "" if there is none. */
const char *ff_import_get_heading_text (const FfImport *import, guint column);
/* Takes a row out that had gone in; the batch is then made again without it. */
void ff_import_reject (FfImportPass *pass, guint row, const char *member, const char *reason);
void ff_import_reject_at (FfImportPass *pass, guint row, int column, const char *heading, const char *reason);
void ff_import_warn (FfImportPass *pass, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Whether an error is about what the row says, and not about the database. */
gboolean ff_import_is_about_row (const GError *error);

/* Headings, in ff-import-heading.c -------------------------------------------------------------------------------- */

/* NFKC, lower case, without spaces, punctuation and what stands in brackets. */
char *ff_import_fold_heading (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The row that holds the key columns; -1 if none of the first ten does. @defaults (may be NULL) has the names of fields that need no
   column; where no key does, the first row with more than one cell is the heading. */
int ff_import_find_heading (const FfImportKind *kind, const FfSheet *sheet, GHashTable *defaults);
/* Matches the columns of a heading: fields[column] becomes a field or FF_IMPORT_IGNORED. */
void ff_import_match_columns (const FfImportKind *kind, const FfSheet *sheet, int heading, int *fields);
/* A heading text that stands twice and would be matched, or NULL. */
char *ff_import_find_twice (const FfImportKind *kind, const FfSheet *sheet, int heading) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a heading belongs to the columns that survey sites add. */
gboolean ff_import_is_survey_column (const char *text);
/* Whether a cell's text begins a closing row: a sum, a mean, a signature. */
gboolean ff_import_is_closing (const char *text);

G_END_DECLS
