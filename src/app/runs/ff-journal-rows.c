#include "config.h"

#include "ff-journal-rows.h"

struct _FfJournalRow
{
  GObject parent_instance;

  FfChange *change; /* NULL: a heading */
  FfDay day;
};

G_DEFINE_FINAL_TYPE (FfJournalRow, ff_journal_row, G_TYPE_OBJECT)

static void
ff_journal_row_finalize (GObject *object)
{
  FfJournalRow *self = FF_JOURNAL_ROW (object);

  ff_change_free (self->change);
  G_OBJECT_CLASS (ff_journal_row_parent_class)->finalize (object);
}

static void
ff_journal_row_class_init (FfJournalRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ff_journal_row_finalize;
}

static void
ff_journal_row_init (FfJournalRow *self)
{
}

const FfChange *
ff_journal_row_get_change (FfJournalRow *self)
{
  g_return_val_if_fail (FF_IS_JOURNAL_ROW (self), NULL);
  return self->change;
}

FfDay
ff_journal_row_get_day (FfJournalRow *self)
{
  g_return_val_if_fail (FF_IS_JOURNAL_ROW (self), FF_NO_DAY);
  return self->day;
}

static void
add_row (GPtrArray *rows, FfChange *change, FfDay day)
{
  FfJournalRow *row = g_object_new (FF_TYPE_JOURNAL_ROW, NULL);

  row->change = change;
  row->day = day;
  g_ptr_array_add (rows, row);
}

/* Rows for @changes below one of @day. */
static GPtrArray *
make_rows (GPtrArray *changes, FfDay day)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  while (changes->len > 0)
    {
      FfChange *change = g_ptr_array_steal_index (changes, 0);

      if (ff_time_day (change->at) != day)
        {
          day = ff_time_day (change->at);
          add_row (rows, NULL, day);
        }
      add_row (rows, change, day);
    }
  return g_steal_pointer (&rows);
}

void
ff_journal_rows_append (GListStore *store, GPtrArray *changes)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  g_autoptr (FfJournalRow) last = n > 0 ? g_list_model_get_item (G_LIST_MODEL (store), n - 1) : NULL;
  g_autoptr (GPtrArray) rows = make_rows (changes, last != NULL ? last->day : FF_NO_DAY);

  g_list_store_splice (store, n, 0, rows->pdata, rows->len);
}

static gboolean
is_same (const FfJournalRow *a, const FfJournalRow *b)
{
  if (a->change == NULL || b->change == NULL)
    return a->change == b->change && a->day == b->day;
  return a->change->line == b->change->line && a->change->column == b->change->column && a->change->undone == b->change->undone;
}

void
ff_journal_rows_replace (GListStore *store, GPtrArray *changes)
{
  g_autoptr (GPtrArray) rows = make_rows (changes, FF_NO_DAY);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint same = 0;

  while (same < n && same < rows->len)
    {
      g_autoptr (FfJournalRow) row = g_list_model_get_item (G_LIST_MODEL (store), n - 1 - same);

      if (!is_same (row, g_ptr_array_index (rows, rows->len - 1 - same)))
        break;
      same++;
    }
  g_list_store_splice (store, 0, n - same, rows->pdata, rows->len - same);
}
