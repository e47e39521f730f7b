/* The changes of a journal page as a list model, a heading before each day. */
#pragma once

#include <gio/gio.h>

#include "ff-history.h"

G_BEGIN_DECLS

#define FF_TYPE_JOURNAL_ROW (ff_journal_row_get_type ())
G_DECLARE_FINAL_TYPE (FfJournalRow, ff_journal_row, FF, JOURNAL_ROW, GObject)

/* NULL: the row is the heading of a day. */
const FfChange *ff_journal_row_get_change (FfJournalRow *self);
FfDay ff_journal_row_get_day (FfJournalRow *self);

/* Appends rows for the changes from @first on, with headings; takes them out of @changes, which must not free them. */
void ff_journal_rows_append (GListStore *rows, GPtrArray *changes);
/* The same for a list read anew: what is the same at its end keeps its rows, so that nothing jumps. */
void ff_journal_rows_replace (GListStore *rows, GPtrArray *changes);

G_END_DECLS
