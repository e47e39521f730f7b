/* A table over a big list: columns from a table, sorting and filtering in SQL on a reader's thread, and a page that says what to
   do when there is nothing. */
#pragma once

#include <adwaita.h>

#include "ff-row-model.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_LIST_FILTERS 4

/* What the person asked to see. */
typedef struct
{
  char *search; /* as typed, "" everything */
  int sort;     /* the sort of a column */
  gboolean descending;
  gint64 filters[FF_LIST_FILTERS]; /* what they mean is the list's own; 0: no filter */
} FfListQuery;

typedef struct
{
  const char *title; /* msgid in the context "column" */
  int sort;          /* -1: cannot be sorted by */
  int width;         /* 0: as wide as it likes; the widths of those that expand are their least */
  gboolean expand;
  GtkWidget *(*setup) (void); /* NULL: a label */
  void (*bind) (GtkWidget *cell, gconstpointer data);
} FfListColumn;

typedef struct
{
  FfRowSource rows;     /* its source is the main thread's FfDb */
  GArray *(*list) (FfDb *db, const FfListQuery *query, GError **error); /* on a reader's thread */
  const char *table;    /* whose changes give ids of this list */
  const char *const *others; /* NULL-terminated: tables whose changes show in its rows too */
  const FfListColumn *columns;
  guint n_columns;
  int first_sort;
  gboolean first_descending;
  guint n_own_filters;  /* so many of the first filters say what is listed at all; nobody chose them */
  gboolean single_click; /* a click opens; otherwise it selects, and a double click opens */
} FfListKind;

#define FF_TYPE_LIST_VIEW (ff_list_view_get_type ())
G_DECLARE_FINAL_TYPE (FfListView, ff_list_view, FF, LIST_VIEW, GtkWidget)

/* Property: empty-page (GtkWidget), shown when there is nothing at all; n-rows (guint), notified after each query.
   Signal: row-activated (gint64 id). */

/* Once, after construction. @name is what a screen reader calls it. */
void ff_list_view_set_up (FfListView *self, const FfListKind *kind, FfWorkspace *workspace, const char *name);
void ff_list_view_set_search (FfListView *self, const char *search);
void ff_list_view_set_filter (FfListView *self, guint filter, gint64 value);
FfRowModel *ff_list_view_get_model (FfListView *self);
/* A key in the list, as gtk_shortcut_trigger_parse_string () reads it, and what it does: a detailed action. */
void ff_list_view_add_shortcut (FfListView *self, const char *trigger, const char *action);
/* What the second button of the mouse and the Menu key open on the selected rows; the row under the pointer is selected first. */
void ff_list_view_set_menu (FfListView *self, GMenuModel *menu);
/* What the Delete key does with the selected rows, a name of an action. */
void ff_list_view_set_delete_action (FfListView *self, const char *action);

/* Sets a label cell; for columns that bind plain text. NULL is empty. */
void ff_list_cell_set_text (GtkWidget *cell, const char *text);

G_END_DECLS
