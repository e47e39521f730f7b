/* The big list: how little it reads, and what survives a query. No display is needed. */
#include "config.h"

#include "ff-row-model.h"

#define MANY 100000

typedef struct
{
  guint reads;
  guint rows_read;
  const char *prefix;
  gint64 gone; /* an id that the source does not know any more */
} Source;

static GPtrArray *
read_rows (gpointer source, const gint64 *ids, gsize n, GError **error)
{
  Source *self = source;
  GPtrArray *rows = g_ptr_array_new ();

  self->reads++;
  self->rows_read += (guint) n;
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (rows, ids[i] == self->gone ? NULL : g_strdup_printf ("%s%" G_GINT64_FORMAT, self->prefix, ids[i]));
  return rows;
}

static const FfRowSource kind = { read_rows, g_free };

static GArray *
make_ids (gint64 first, gint64 step, guint n)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    {
      gint64 id = first + step * i;

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
take (FfRowModel *model, GArray *ids)
{
  g_assert_true (ff_row_model_take_ids (model, ff_row_model_begin_query (model), ids));
  g_array_unref (ids);
}

static const char *
text_at (FfRowModel *model, guint position)
{
  g_autoptr (FfRow) row = g_list_model_get_item (G_LIST_MODEL (model), position);

  return row != NULL ? ff_row_get_data (row) : NULL;
}

static void
test_reads_pages_only (void)
{
  Source source = { .prefix = "a" };
  g_autoptr (FfRowModel) model = ff_row_model_new (&kind, &source);

  take (model, make_ids (1, 1, MANY));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, MANY);
  g_assert_cmpuint (source.reads, ==, 0);

  for (guint i = 0; i < 205; i++)
    g_assert_nonnull (text_at (model, i));
  g_assert_cmpuint (source.reads, ==, 2);
  g_assert_cmpuint (source.rows_read, ==, 2 * FF_ROWS_PER_PAGE);

  g_assert_cmpstr (text_at (model, MANY - 1), ==, "a100000");
  g_assert_cmpuint (source.reads, ==, 3);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), MANY));
}

static void
test_forgets_old_pages (void)
{
  Source source = { .prefix = "a" };
  g_autoptr (FfRowModel) model = ff_row_model_new (&kind, &source);
  g_autoptr (FfRow) kept = NULL;
  g_autoptr (FfRow) again = NULL;
  FfRow *weak;

  take (model, make_ids (1, 1, MANY));
  kept = g_list_model_get_item (G_LIST_MODEL (model), 0);
  weak = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_object_add_weak_pointer (G_OBJECT (weak), (gpointer *) &weak);
  g_object_unref (weak);
  g_assert_nonnull (weak);

  for (guint page = 1; page <= FF_ROW_PAGES; page++)
    text_at (model, page * FF_ROWS_PER_PAGE);
  g_assert_null (weak);

  /* What somebody holds is still the one object of its id. */
  again = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (again == kept);
}

typedef struct
{
  guint notifications;
  guint items;
  FfRowModel *model;
} Watcher;

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, Watcher *watcher)
{
  watcher->notifications++;
  watcher->items += removed + added;
}

static void
test_drops_older_results (void)
{
  Source source = { .prefix = "a" };
  g_autoptr (FfRowModel) model = ff_row_model_new (&kind, &source);
  g_autoptr (GArray) older = make_ids (1, 1, 10);
  g_autoptr (GArray) newer = make_ids (1, 1, 5);
  guint first = ff_row_model_begin_query (model);
  guint second = ff_row_model_begin_query (model);

  g_assert_true (ff_row_model_take_ids (model, second, newer));
  g_assert_false (ff_row_model_take_ids (model, first, older));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 5);
}

static void
test_notifies_what_changed (void)
{
  static const struct
  {
    const char *name;
    gint64 first, step;
    guint n;
    guint notifications, items;
  } cases[] = {
    { "the same again", 1, 1, 1000, 0, 0 },
    { "one at the end gone", 1, 1, 999, 1, 1 },
    { "one at the start gone", 2, 1, 999, 1, 1 },
    { "twenty more at the end", 1, 1, 1020, 1, 20 },
    { "turned round: in two steps", 1000, -1, 1000, 2, 2000 },
    { "nothing left: in two steps", 1, 1, 0, 2, 1000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Source source = { .prefix = "a" };
      g_autoptr (FfRowModel) model = ff_row_model_new (&kind, &source);
      Watcher watcher = { 0 };

      g_test_message ("%s", cases[i].name);
      take (model, make_ids (1, 1, 1000));
      g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), &watcher);
      take (model, make_ids (cases[i].first, cases[i].step, cases[i].n));
      g_assert_cmpuint (watcher.notifications, ==, cases[i].notifications);
      g_assert_cmpuint (watcher.items, ==, cases[i].items);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, cases[i].n);
    }
}

static gboolean
selected_is (FfRowModel *model, gsize n, const gint64 *expected)
{
  g_autoptr (GArray) ids = ff_row_model_get_selected_ids (model);

  return ids->len == n && (n == 0 || memcmp (ids->data, expected, n * sizeof (gint64)) == 0);
}

static void
test_keeps_selection_by_id (void)
{
  Source source = { .prefix = "a" };
  g_autoptr (FfRowModel) model = ff_row_model_new (&kind, &source);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (model);

  take (model, make_ids (1, 1, 1000));
  gtk_selection_model_select_item (selection, 9, TRUE);
  gtk_selection_model_select_item (selection, 499, FALSE);
  g_assert_true (selected_is (model, 2, (gint64[]) { 10, 500 }));

  take (model, make_ids (1000, -1, 1000));
  g_assert_true (selected_is (model, 2, (gint64[]) { 500, 10 }));
  g_assert_true (gtk_selection_model_is_selected (selection, 500));
  g_assert_true (gtk_selection_model_is_selected (selection, 990));
  g_assert_false (gtk_selection_model_is_selected (selection, 9));

  /* Only even ids are left, then only those above 100. */
  take (model, make_ids (2, 2, 500));
  g_assert_true (selected_is (model, 2, (gint64[]) { 10, 500 }));
  take (model, make_ids (102, 2, 450));
  g_assert_true (selected_is (model, 1, (gint64[]) { 500 }));
  g_assert_cmpuint (source.reads, ==, 0);
}

static void
test_selects_all_without_reading (void)
{
  Source source = { .prefix = "a" };
  g_autoptr (FfRowModel) model = ff_row_model_new (&kind, &source);
  g_autoptr (GArray) ids = NULL;

  take (model, make_ids (1, 1, MANY));
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (model));
  ids = ff_row_model_get_selected_ids (model);
  g_assert_cmpuint (ids->len, ==, MANY);
  g_assert_cmpuint (source.reads, ==, 0);

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (model));
  g_assert_true (selected_is (model, 0, NULL));
}

static void
on_loaded (GObject *row, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_reads_changed_rows_again (void)
{
  Source source = { .prefix = "a" };
  g_autoptr (FfRowModel) model = ff_row_model_new (&kind, &source);
  g_autoptr (FfRow) first = NULL;
  g_autoptr (FfRow) second = NULL;
  guint notified_first = 0, notified_second = 0;

  take (model, make_ids (1, 1, MANY));
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  second = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_signal_connect (first, "notify::loaded", G_CALLBACK (on_loaded), &notified_first);
  g_signal_connect (second, "notify::loaded", G_CALLBACK (on_loaded), &notified_second);

  source.prefix = "b";
  source.rows_read = 0;
  ff_row_model_refresh (model, (gint64[]) { 1, 99999 }, 2);
  g_assert_cmpuint (source.rows_read, ==, 1);
  g_assert_cmpuint (notified_first, ==, 1);
  g_assert_cmpuint (notified_second, ==, 0);
  g_assert_cmpstr (ff_row_get_data (first), ==, "b1");

  source.gone = 2;
  ff_row_model_refresh (model, NULL, 0);
  g_assert_true (ff_row_is_loaded (first));
  g_assert_false (ff_row_is_loaded (second));
  g_assert_null (ff_row_get_data (second));
}

static void
test_rows_outlive_the_model (void)
{
  Source source = { .prefix = "a" };
  FfRowModel *model = ff_row_model_new (&kind, &source);
  FfRow *row;

  take (model, make_ids (1, 1, 10));
  row = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_finalize_object (model);
  g_assert_cmpstr (ff_row_get_data (row), ==, "a1");
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row-model/reads-pages-only", test_reads_pages_only);
  g_test_add_func ("/row-model/forgets-old-pages", test_forgets_old_pages);
  g_test_add_func ("/row-model/drops-older-results", test_drops_older_results);
  g_test_add_func ("/row-model/notifies-what-changed", test_notifies_what_changed);
  g_test_add_func ("/row-model/keeps-selection-by-id", test_keeps_selection_by_id);
  g_test_add_func ("/row-model/selects-all-without-reading", test_selects_all_without_reading);
  g_test_add_func ("/row-model/reads-changed-rows-again", test_reads_changed_rows_again);
  g_test_add_func ("/row-model/rows-outlive-the-model", test_rows_outlive_the_model);

  return g_test_run ();
}
