#include "config.h"

#include "ff-results-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ff-across-words.h"
#include "ff-chart.h"
#include "ff-format.h"
#include "ff-plot-cells.h"
#include "ff-tag.h"

/* The scale of a reaction ends here, unless a figure lies above it. */
#define SCALE_OF_FIVE 5
#define SCALE_OF_TEN 10

/* The table is as high as its rows, and scrolls from so many on. */
#define ROW_HEIGHT 40
#define MOST_ROWS 10

/* A row as an object ----------------------------------------------------------------------------------------------------- */

#define FF_TYPE_RESULTS_ITEM (ff_results_item_get_type ())
G_DECLARE_FINAL_TYPE (FfResultsItem, ff_results_item, FF, RESULTS_ITEM, GObject)

struct _FfResultsItem
{
  GObject parent_instance;

  const FfResultsRow *row; /* of the results that the table shows */
};

G_DEFINE_FINAL_TYPE (FfResultsItem, ff_results_item, G_TYPE_OBJECT)

static void
ff_results_item_class_init (FfResultsItemClass *klass)
{
}

static void
ff_results_item_init (FfResultsItem *self)
{
}

/* The table ---------------------------------------------------------------------------------------------------------------- */

struct _FfResultsTable
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GListStore *store;        /* FfResultsItem */
  const FfResults *results; /* the page's; NULL: none */
  gboolean narrow;
};

static guint row_activated_signal;

G_DEFINE_FINAL_TYPE (FfResultsTable, ff_results_table, ADW_TYPE_BIN)

static int
compare_code (const FfResultsRow *a, const FfResultsRow *b, int level)
{
  return g_utf8_collate (a->code, b->code);
}

static int
compare_course (const FfResultsRow *a, const FfResultsRow *b, int level)
{
  return g_utf8_collate (a->course_title, b->course_title);
}

static int
compare_end (const FfResultsRow *a, const FfResultsRow *b, int level)
{
  return (a->ends_on > b->ends_on) - (a->ends_on < b->ends_on);
}

static int
compare_people (const FfResultsRow *a, const FfResultsRow *b, int level)
{
  return (a->people > b->people) - (a->people < b->people);
}

/* What is not known comes before the lowest figure. */
static int
compare_level (const FfResultsRow *a, const FfResultsRow *b, int level)
{
  double x = a->levels[level - 1].value, y = b->levels[level - 1].value;

  if (isnan (x) || isnan (y))
    return isnan (y) - isnan (x);
  return (x > y) - (x < y);
}

/* Cells ---------------------------------------------------------------------------------------------------------------------- */

static void
set_up_text (GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
set_up_code (GtkListItem *item)
{
  set_up_text (item);
  gtk_widget_add_css_class (gtk_list_item_get_child (item), "results-code");
}

static void
set_up_number (GtkListItem *item)
{
  set_up_text (item);
  gtk_label_set_xalign (GTK_LABEL (gtk_list_item_get_child (item)), 1);
  gtk_widget_add_css_class (gtk_list_item_get_child (item), "numeric");
}

static void
bind_code (FfResultsTable *self, GtkListItem *item, const FfResultsRow *row, int level)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), row->code);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), row->title);
}

static void
bind_course (FfResultsTable *self, GtkListItem *item, const FfResultsRow *row, int level)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), row->course_title);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), row->course_title);
}

static void
bind_end (FfResultsTable *self, GtkListItem *item, const FfResultsRow *row, int level)
{
  g_autofree char *day = ff_format_day_brief (row->ends_on);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), day);
}

static void
bind_people (FfResultsTable *self, GtkListItem *item, const FfResultsRow *row, int level)
{
  g_autofree char *people = g_strdup_printf ("%u", row->people);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), people);
}

/* A bar, the figure, and what is wrong with it. */
static void
set_up_level (GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *chart = ff_chart_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *icon = gtk_image_new ();

  gtk_widget_set_size_request (chart, FF_PLOT_BAR_CELL_WIDTH, FF_PLOT_BAR_CELL_HEIGHT);
  gtk_widget_set_valign (chart, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (chart, FALSE);
  gtk_widget_set_can_target (chart, FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), chart);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static FfPlot *
make_bar (const FfResultsCell *cell, int level, const char *text)
{
  double most = fmax (isnan (cell->value) ? 0 : cell->value, isnan (cell->target) ? 0 : cell->target);
  FfPlotBarCell bar = { .low = level == 1 ? 1 : 0, .high = 100, .value = cell->value, .target = cell->target, .level = level };

  if (level == 1)
    bar.high = most <= SCALE_OF_FIVE ? SCALE_OF_FIVE : SCALE_OF_TEN;
  return ff_plot_bar_cell_new (&bar, ff_level_title (level), text);
}

/* The figure of the class before, for the pointer and for screen readers. */
static char *
describe_past (const FfResultsRow *row, int level)
{
  const FfResultsRow *previous = row->previous;
  g_autofree char *figure = NULL;

  if (previous == NULL || isnan (previous->levels[level - 1].value))
    return NULL;
  figure = ff_results_cell_words (&previous->levels[level - 1], level);
  /* Translators: the code of the class before of the same course, and its figure. */
  return g_strdup_printf (_ ("The class before, %s: %s"), previous->code, figure);
}

static void
bind_level (FfResultsTable *self, GtkListItem *item, const FfResultsRow *row, int level)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *chart = gtk_widget_get_first_child (box);
  GtkWidget *icon = gtk_widget_get_next_sibling (chart);
  GtkWidget *label = gtk_widget_get_last_child (box);
  const FfResultsCell *cell = &row->levels[level - 1];
  gboolean waits = cell->state == FF_LEVEL_NOT_DUE && cell->due_on != FF_NO_DAY;
  /* A figure that something is missing from is no result yet. */
  gboolean known = !isnan (cell->value) && !waits && cell->state != FF_LEVEL_PENDING;
  gboolean missed = known && cell->met == FF_MET_NO;
  g_autofree char *note = ff_results_cell_note (cell, level);
  g_autofree char *figure = ff_results_cell_words (cell, level);
  g_autofree char *due = waits ? ff_format_day_brief (cell->due_on) : NULL;
  g_autofree char *past = describe_past (row, level);
  /* Translators: a figure of a level that is not due yet, or not complete. */
  g_autofree char *so_far = !known && !isnan (cell->value) ? g_strdup_printf (_ ("So far: %s"), figure) : NULL;
  const char *text = known ? figure : note != NULL ? note : due != NULL ? due : "–";
  g_autoptr (FfPlot) plot = known ? make_bar (cell, level, text) : NULL;

  ff_chart_set_plot (FF_CHART (chart), plot);
  gtk_widget_set_visible (chart, known && !self->narrow);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), missed ? "ff-alert-symbolic" : "alarm-symbolic");
  gtk_widget_set_visible (icon, missed || (!self->narrow && (note != NULL || waits)));
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), known ? 1 : 0);
  gtk_widget_set_tooltip_text (box, so_far != NULL ? so_far : note != NULL ? note : past);
  gtk_widget_set_css_classes (label, (const char *[]){ "numeric", missed ? "error" : known ? "plain" : "results-note", NULL });
  gtk_widget_set_css_classes (icon, (const char *[]){ missed ? "error" : "dim-label", NULL });
}

/* Columns ------------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *title; /* NULL: that of its level */
  int width;         /* 0: what is left over */
  int narrow_width;
  int level;
  void (*set_up) (GtkListItem *item);
  void (*bind) (FfResultsTable *self, GtkListItem *item, const FfResultsRow *row, int level);
  int (*compare) (const FfResultsRow *a, const FfResultsRow *b, int level);
} Column;

static const Column columns[] = {
  { NC_ ("column", "Class"), 110, 72, 0, set_up_code, bind_code, compare_code },
  { NC_ ("column", "Course"), 0, 0, 0, set_up_text, bind_course, compare_course },
  { NC_ ("column", "Ended"), 72, 74, 0, set_up_text, bind_end, compare_end },
  { NC_ ("column", "People"), 66, 54, 0, set_up_number, bind_people, compare_people },
  { NULL, 152, 87, 1, set_up_level, bind_level, compare_level },
  { NULL, 152, 87, 2, set_up_level, bind_level, compare_level },
  { NULL, 152, 87, 3, set_up_level, bind_level, compare_level },
  { NULL, 152, 87, 4, set_up_level, bind_level, compare_level },
};

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Column *column = user_data;

  column->set_up (item);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const Column *column = user_data;
  FfResultsTable *self = g_object_get_data (G_OBJECT (factory), "table");
  const FfResultsItem *of_row = gtk_list_item_get_item (item);

  column->bind (self, item, of_row->row, column->level);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Column *column = user_data;

  return column->compare (((const FfResultsItem *) a)->row, ((const FfResultsItem *) b)->row, column->level);
}

static void
add_column (FfResultsTable *self, const Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_items, (gpointer) column, NULL));
  g_autoptr (GtkColumnViewColumn) made = NULL;
  /* Translators: the heading of a column: the number and the name of a level. */
  g_autofree char *of_level =
      column->level > 0 ? g_strdup_printf (C_ ("column", "%d %s"), column->level, ff_level_title (column->level)) : NULL;

  g_object_set_data (G_OBJECT (factory), "table", self);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) column);
  made =
      gtk_column_view_column_new (of_level != NULL ? of_level : g_dpgettext2 (GETTEXT_PACKAGE, "column", column->title), factory);
  if (column->width > 0)
    gtk_column_view_column_set_fixed_width (made, column->width);
  else
    gtk_column_view_column_set_expand (made, TRUE);
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_append_column (self->view, made);
}

static void
on_activate (FfResultsTable *self, guint position)
{
  g_autoptr (FfResultsItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->view)), position);

  g_signal_emit (self, row_activated_signal, 0, item->row->run_id);
}

static void
ff_results_table_dispose (GObject *object)
{
  FfResultsTable *self = FF_RESULTS_TABLE (object);

  if (self->store != NULL)
    g_list_store_remove_all (self->store);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ff_results_table_parent_class)->dispose (object);
}

static void
ff_results_table_class_init (FfResultsTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ff_results_table_dispose;

  row_activated_signal = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
ff_results_table_init (FfResultsTable *self)
{
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->store = g_list_store_new (FF_TYPE_RESULTS_ITEM);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, &columns[i]);
  sorted =
      gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), g_object_ref (gtk_column_view_get_sorter (self->view)));
  selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  gtk_column_view_set_single_click_activate (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "results-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Classes and their four levels"),
                                  -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
show_rows (FfResultsTable *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = self->results != NULL ? self->results->rows->len : 0;

  for (guint i = 0; i < n; i++)
    {
      FfResultsItem *item = g_object_new (FF_TYPE_RESULTS_ITEM, NULL);

      item->row = g_ptr_array_index (self->results->rows, i);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), items->pdata, items->len);
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_AUTOMATIC, n > MOST_ROWS ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_scrolled_window_set_min_content_height (self->scroller, n > MOST_ROWS ? (MOST_ROWS + 1) * ROW_HEIGHT : -1);
}

void
ff_results_table_set_narrow (FfResultsTable *self, gboolean narrow)
{
  g_return_if_fail (FF_IS_RESULTS_TABLE (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].width > 0)
      {
        g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (self->view), i);

        gtk_column_view_column_set_fixed_width (column, narrow ? columns[i].narrow_width : columns[i].width);
      }
  show_rows (self);
}

void
ff_results_table_set_results (FfResultsTable *self, const FfResults *results)
{
  g_return_if_fail (FF_IS_RESULTS_TABLE (self));

  self->results = results;
  show_rows (self);
}
