/* A big list: a snapshot of ids, sorted and filtered in SQL, whose rows are read a page at a time by primary key when somebody
   looks at them. It is a GtkSelectionModel too, because a selection that is kept by id outlives a query. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One row. Lives as long as anything shows it; there is never a second one of the same id. */
#define FF_TYPE_ROW (ff_row_get_type ())
G_DECLARE_FINAL_TYPE (FfRow, ff_row, FF, ROW, GObject)

/* Properties: loaded (gboolean): whether data is there; notified also when the data was read again. */
gint64 ff_row_get_id (FfRow *self);
gboolean ff_row_is_loaded (FfRow *self);
/* The struct that the source read; NULL until loaded, and for a row that is gone. */
gconstpointer ff_row_get_data (FfRow *self);

/* Where rows come from. */
typedef struct
{
  /* The rows of @ids, in their order, NULL for one that is gone; NULL and @error when nothing can be read. On the main thread. */
  GPtrArray *(*read) (gpointer source, const gint64 *ids, gsize n, GError **error);
  GDestroyNotify free_data;
} FfRowSource;

#define FF_ROWS_PER_PAGE 128
#define FF_ROW_PAGES 16

#define FF_TYPE_ROW_MODEL (ff_row_model_get_type ())
G_DECLARE_FINAL_TYPE (FfRowModel, ff_row_model, FF, ROW_MODEL, GObject)

/* @source outlives the model. */
FfRowModel *ff_row_model_new (const FfRowSource *kind, gpointer source) G_GNUC_WARN_UNUSED_RESULT;

/* A query is about to run: the number under which its result is taken. */
guint ff_row_model_begin_query (FfRowModel *self);
/* Takes the ids (gint64) of the query @generation; an older one than the newest is dropped, and FALSE returned. What is selected
   stays selected as far as it is still there. */
gboolean ff_row_model_take_ids (FfRowModel *self, guint generation, GArray *ids);

/* These rows were changed: those that somebody shows are read again. @ids NULL: all may be. */
void ff_row_model_refresh (FfRowModel *self, const gint64 *ids, gsize n);

/* GTK_INVALID_LIST_POSITION when it is not in the list. */
guint ff_row_model_find (FfRowModel *self, gint64 id);
gint64 ff_row_model_get_id (FfRowModel *self, guint position);
/* The selected ids in the order of the list; gint64. */
GArray *ff_row_model_get_selected_ids (FfRowModel *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
