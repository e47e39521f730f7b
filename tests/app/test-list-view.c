/* A big list on the screen: what it reads, how it sorts by SQL, and what a person has selected. */
#include "config.h"

#include <glib/gstdio.h>

#include "ff-list-view.h"
#include "wait.h"

#define MANY 100000

/* What the list was asked. The reader's thread writes, the main thread looks at it again and again until it is so. */
static struct
{
  guint rows_read;
  guint queries;
  guint n;
  int sort;
  gboolean descending;
} asked;

static GPtrArray *
read_rows (gpointer source, const gint64 *ids, gsize n, GError **error)
{
  GPtrArray *rows = g_ptr_array_new ();

  asked.rows_read += (guint) n;
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (rows, g_strdup_printf ("row %" G_GINT64_FORMAT, ids[i]));
  return rows;
}

static GArray *
list_ids (FfDb *db, const FfListQuery *query, GError **error)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  asked.queries++;
  asked.sort = query->sort;
  asked.descending = query->descending;
  for (guint i = 0; i < asked.n; i++)
    {
      gint64 id = query->descending ? asked.n - i : i + 1;

      if (query->search[0] == '\0' || id % 2 == 0)
        g_array_append_val (ids, id);
    }
  return ids;
}

static void
bind_text (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, data);
}

static const FfListColumn columns[] = {
  { "First", 7, 0, TRUE, NULL, bind_text },
  { "Second", 9, 120, FALSE, NULL, bind_text },
  { "Plain", -1, 120, FALSE, NULL, bind_text },
};

static const char *const others[] = { NULL };

static const FfListKind kind = {
  .rows = { read_rows, g_free },
  .list = list_ids,
  .table = "trainee",
  .others = others,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .first_sort = 7,
};

typedef struct
{
  char *folder;
  FfWorkspace *workspace;
  GtkWidget *window;
  FfListView *list;
} Fixture;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;

  self->workspace = ff_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static guint
count_rows (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ff_list_view_get_model (self->list)));
}

static void
set_up (Fixture *self, gconstpointer n)
{
  g_autofree char *path = NULL;

  memset (&asked, 0, sizeof asked);
  asked.n = GPOINTER_TO_UINT (n);
  self->folder = g_dir_make_tmp ("fourfold-XXXXXX", NULL);
  path = g_build_filename (self->folder, "list.fourfold", NULL);
  ff_workspace_open_async (path, TRUE, on_opened, self);
  WAIT_UNTIL (self->workspace != NULL);

  self->list = g_object_new (FF_TYPE_LIST_VIEW, NULL);
  ff_list_view_set_up (self->list, &kind, self->workspace, "Rows");
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->list));
  gtk_window_present (GTK_WINDOW (self->window));
  WAIT_UNTIL (asked.queries > 0 && count_rows (self) == asked.n);
}

static void
tear_down (Fixture *self, gconstpointer n)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->workspace);
  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static GtkColumnView *
find_view (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget))
    return GTK_COLUMN_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkColumnView *view = find_view (child);

      if (view != NULL)
        return view;
    }
  return NULL;
}

static void
test_reads_what_is_shown (Fixture *self, gconstpointer n)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->list));
  /* GTK makes about 205 rows, whatever the height of the window: two pages of ours, or three. */
  g_assert_cmpuint (asked.rows_read, >, 0);
  g_assert_cmpuint (asked.rows_read, <=, 4 * FF_ROWS_PER_PAGE);
}

static void
test_sorts_by_column (Fixture *self, gconstpointer n)
{
  static const struct
  {
    guint column;
    GtkSortType direction;
    int sort;
    gboolean descending;
  } cases[] = {
    { 1, GTK_SORT_ASCENDING, 9, FALSE },
    { 1, GTK_SORT_DESCENDING, 9, TRUE },
    { 0, GTK_SORT_DESCENDING, 7, TRUE },
    { 0, GTK_SORT_ASCENDING, 7, FALSE },
  };
  GtkColumnView *view = find_view (GTK_WIDGET (self->list));

  g_assert_cmpint (asked.sort, ==, 7);
  g_assert_false (asked.descending);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), cases[i].column);
      gint64 first = cases[i].descending ? (gint64) asked.n : 1;

      gtk_column_view_sort_by_column (view, column, cases[i].direction);
      WAIT_UNTIL (asked.sort == cases[i].sort && asked.descending == cases[i].descending);
      WAIT_UNTIL (ff_row_model_get_id (ff_list_view_get_model (self->list), 0) == first);
    }
}

static void
test_keeps_what_is_selected (Fixture *self, gconstpointer n)
{
  FfRowModel *model = ff_list_view_get_model (self->list);
  g_autoptr (GArray) ids = NULL;

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (model), 499, TRUE);
  asked.rows_read = 0;
  ff_list_view_set_search (self->list, "even");
  WAIT_UNTIL (count_rows (self) == asked.n / 2);
  ids = ff_row_model_get_selected_ids (model);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, 500);

  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->list));
  g_assert_cmpuint (asked.rows_read, <=, 8 * FF_ROWS_PER_PAGE);
}

static gboolean
write_trainee (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  return ff_db_exec (db, "INSERT INTO trainee (employee_no, name, search_key, sort_key) VALUES ('1', 'A', 'a', 'a')", error);
}

static void
test_asks_again_after_a_change (Fixture *self, gconstpointer n)
{
  asked.n += 10;
  ff_workspace_run (self->workspace, "Add somebody", write_trainee, NULL, NULL, NULL);
  WAIT_UNTIL (count_rows (self) == asked.n);
  WAIT_UNTIL (ff_workspace_get_undo_label (self->workspace) != NULL);
  g_assert_cmpstr (ff_workspace_get_undo_label (self->workspace), ==, "Add somebody");
  g_assert_null (ff_workspace_get_redo_label (self->workspace));

  asked.n -= 10;
  ff_workspace_undo (self->workspace);
  WAIT_UNTIL (count_rows (self) == asked.n);
  WAIT_UNTIL (ff_workspace_get_redo_label (self->workspace) != NULL);
  g_assert_cmpstr (ff_workspace_get_redo_label (self->workspace), ==, "Add somebody");
}

static gboolean
refuse (FfDb *db, FfJob *job, gpointer data, GError **error)
{
  g_set_error_literal (error, FF_ERROR, FF_ERROR_INVALID, "This may not be.");
  return FALSE;
}

static void
on_failed (FfWorkspace *workspace, const GError *error, char **message)
{
  *message = g_strdup (error->message);
}

static void
test_says_what_was_refused (Fixture *self, gconstpointer n)
{
  g_autofree char *message = NULL;

  g_signal_connect (self->workspace, "failed", G_CALLBACK (on_failed), &message);
  ff_workspace_run (self->workspace, "Try", refuse, NULL, NULL, NULL);
  WAIT_UNTIL (message != NULL);
  g_assert_cmpstr (message, ==, "This may not be.");
  g_assert_null (ff_workspace_get_undo_label (self->workspace));
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    guint n;
    void (*test) (Fixture *self, gconstpointer n);
  } tests[] = {
    { "/list-view/reads-what-is-shown", MANY, test_reads_what_is_shown },
    { "/list-view/sorts-by-column", 1000, test_sorts_by_column },
    { "/list-view/keeps-what-is-selected", MANY, test_keeps_what_is_selected },
    { "/list-view/asks-again-after-a-change", 1000, test_asks_again_after_a_change },
    { "/list-view/says-what-was-refused", 10, test_says_what_was_refused },
  };

  /* Nobody listens, and the bus for it writes into the test's output. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GUINT_TO_POINTER (tests[i].n), set_up, tests[i].test, tear_down);

  return g_test_run ();
}
