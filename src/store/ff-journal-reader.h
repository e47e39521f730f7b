/* Reads the journal from its newest line backwards, as far as its lines belong to some rows, to a class, or all of it. A line knows
   what the row was before; what it was after is what the next line of the row calls before, or the row as it is now. */
#pragma once

#include "ff-db.h"
#include "ff-row-image.h"

G_BEGIN_DECLS

/* A line, with the batch that wrote it. The texts belong to the reader and are good during the call. */
typedef struct
{
  gint64 line;
  gint64 batch_id;
  const char *at;    /* UTC, "2026-09-22T06:40:12Z" */
  const char *actor;
  const char *label;
  gboolean undone;      /* the command's effect is taken back now */
  const char *undone_by; /* who took it back, if anybody ever did */
  const char *table;    /* interned */
  gint64 row_id;
  const FfRowImage *before; /* NULL: the row was added */
  const FfRowImage *after;  /* NULL: the row was removed */
} FfJournalEntry;

/* A column of a row, and the id that stands in it. */
typedef struct
{
  const char *column;
  gint64 id;
} FfRowKey;

typedef struct _FfJournalReader FfJournalReader;

/* Everything. */
FfJournalReader *ff_journal_reader_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* What belongs to a class: its own row and every row that leads to it by foreign keys, those that were deleted meanwhile too. */
FfJournalReader *ff_journal_reader_new_for_run (gint64 run_id) G_GNUC_WARN_UNUSED_RESULT;
/* The rows of one table with these ids. */
FfJournalReader *ff_journal_reader_new_for_rows (const char *table, GArray *row_ids) G_GNUC_WARN_UNUSED_RESULT;
/* The rows of one table with all of these, among them some that were deleted: the attendance of somebody at a session. */
FfJournalReader *ff_journal_reader_new_for_keys (const char *table, const FfRowKey *keys, gsize n) G_GNUC_WARN_UNUSED_RESULT;
void ff_journal_reader_free (FfJournalReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfJournalReader, ff_journal_reader_free)

/* Before the first reading: only changes at or after @from and before @until, UTC as above; NULL: not limited. */
void ff_journal_reader_set_times (FfJournalReader *self, const char *from, const char *until);
/* Before the first reading: the function says of a table whether its lines are wanted. NULL: all. */
typedef gboolean (*FfTableFunc) (const char *table, gpointer user_data);
void ff_journal_reader_set_tables (FfJournalReader *self, FfTableFunc wanted, gpointer user_data);

/* TRUE: it counts. */
typedef gboolean (*FfJournalFunc) (const FfJournalEntry *entry, gpointer user_data);

/* Goes on backwards until @most lines counted, or a quarter of a million was looked at, or there is no more; the steps of undo and redo
   are left out. FF_ERROR_CONFLICT when something was written since the first reading: start anew. */
gboolean ff_journal_reader_read (FfJournalReader *self, FfDb *db, guint most, FfJournalFunc func, gpointer user_data, GError **error);
gboolean ff_journal_reader_is_done (FfJournalReader *self);

/* What a row of @table was when it was last there, as far as the reader has seen that it is gone; NULL otherwise. */
FfRowImage *ff_journal_reader_get_gone (FfJournalReader *self, const char *table, gint64 row_id) G_GNUC_WARN_UNUSED_RESULT;

/* One line: what it changed, and the row before. FALSE without an error when there is none. */
typedef struct
{
  char *table;
  gint64 row_id;
  FfRowImage *before; /* NULL: the row was added */
} FfJournalLine;
void ff_journal_line_clear (FfJournalLine *line);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FfJournalLine, ff_journal_line_clear)
gboolean ff_journal_line_read (FfDb *db, gint64 id, FfJournalLine *line, GError **error);

/* A row as it is now; NULL without an error when it is gone. */
FfRowImage *ff_journal_read_row (FfDb *db, const char *table, gint64 row_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Puts back what one column of a row was before a line. FF_ERROR_NOT_FOUND when the row is gone. */
gboolean ff_journal_restore_column (FfDb *db, gint64 line, const char *column, GError **error);
/* The class that a row of a table belongs to; 0: none, -1 on error. */
gint64 ff_journal_find_run (FfDb *db, const char *table, gint64 row_id, GError **error);

G_END_DECLS
