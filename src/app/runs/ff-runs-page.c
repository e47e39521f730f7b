#include "config.h"

#include "ff-runs-page.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-list-view.h"
#include "ff-runs.h"
#include "ff-tag.h"

enum
{
  FILTER_STATUS, /* FfRunStatus + 1 */
};

struct _FfRunsPage
{
  FfPage parent_instance;

  FfListView *list;
  GtkDropDown *status;
};

G_DEFINE_FINAL_TYPE (FfRunsPage, ff_runs_page, FF_TYPE_PAGE)

/* Cells ------------------------------------------------------------------------------------------------------------- */

/* A bar in the class's colour before its code. */
static GtkWidget *
setup_code (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
bind_code (GtkWidget *cell, gconstpointer data)
{
  const FfRun *run = data;
  const char *classes[] = { "class-bar", ff_class_colour (run->id), NULL };

  gtk_widget_set_css_classes (gtk_widget_get_first_child (cell), classes);
  ff_list_cell_set_text (gtk_widget_get_last_child (cell), run->code);
}

static void
bind_title (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfRun *) data)->title);
}

static void
bind_course (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfRun *) data)->course_title);
}

static void
bind_dates (GtkWidget *cell, gconstpointer data)
{
  const FfRun *run = data;
  g_autofree char *dates = ff_format_day_range_short (run->starts_on, run->ends_on);

  ff_list_cell_set_text (cell, dates);
}

static GtkWidget *
setup_status (void)
{
  return ff_tag_new ("", NULL, FF_TONE_NEUTRAL);
}

static void
bind_status (GtkWidget *cell, gconstpointer data)
{
  static const FfTone tones[] = {
    [FF_RUN_PLANNED] = FF_TONE_ACCENT,
    [FF_RUN_RUNNING] = FF_TONE_GOOD,
    [FF_RUN_FINISHED] = FF_TONE_NEUTRAL,
    [FF_RUN_CANCELLED] = FF_TONE_BAD,
  };
  const FfRun *run = data;

  ff_tag_set (FF_TAG (cell), ff_run_status_title (run->status), NULL, tones[run->status]);
}

static GtkWidget *
setup_enrolled (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 7);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar);
  return box;
}

static void
bind_enrolled (GtkWidget *cell, gconstpointer data)
{
  const FfRun *run = data;
  GtkWidget *label = gtk_widget_get_first_child (cell);
  GtkWidget *bar = gtk_widget_get_last_child (cell);
  g_autofree char *text = NULL;

  if (run->capacity > 0)
    /* Translators: how many are enrolled, of how many places. */
    text = g_strdup_printf (_("%d / %d"), run->enrolled, run->capacity);
  else
    text = g_strdup_printf ("%d", run->enrolled);
  ff_list_cell_set_text (label, text);
  gtk_widget_set_visible (bar, run->capacity > 0);
  if (run->capacity > 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), MIN (1.0, (double) run->enrolled / run->capacity));
}

static const FfListColumn columns[] = {
  { NC_ ("column", "Code"), FF_RUN_SORT_CODE, 100, FALSE, setup_code, bind_code },
  { NC_ ("column", "Class"), FF_RUN_SORT_TITLE, 150, TRUE, NULL, bind_title },
  { NC_ ("column", "Course"), FF_RUN_SORT_COURSE, 0, TRUE, NULL, bind_course },
  { NC_ ("column", "Dates"), FF_RUN_SORT_STARTS, 165, FALSE, NULL, bind_dates },
  { NC_ ("column", "Status"), -1, 95, FALSE, setup_status, bind_status },
  { NC_ ("column", "Enrolled"), FF_RUN_SORT_ENROLLED, 150, FALSE, setup_enrolled, bind_enrolled },
};

/* The list ------------------------------------------------------------------------------------------------------------ */

static GPtrArray *
read_rows (gpointer source, const gint64 *ids, gsize n, GError **error)
{
  return ff_runs_read_rows (source, ids, n, error);
}

static void
free_row (gpointer data)
{
  ff_run_free (data);
}

static GArray *
list_ids (FfDb *db, const FfListQuery *query, GError **error)
{
  FfRunQuery runs = {
    .search = query->search,
    .status = (int) query->filters[FILTER_STATUS] - 1,
    .sort = (FfRunSort) query->sort,
    .descending = query->descending,
  };

  return ff_runs_list (db, &runs, error);
}

static const char *const other_tables[] = { "course", "enrolment", "session", NULL };

static const FfListKind kind = {
  .rows = { read_rows, free_row },
  .list = list_ids,
  .table = "run",
  .others = other_tables,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .first_sort = FF_RUN_SORT_STARTS,
  .first_descending = TRUE,
  .single_click = TRUE,
};

static void
on_row_activated (FfRunsPage *self, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-class", "x", id);
}

static void
on_status_changed (FfRunsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->status);

  ff_list_view_set_filter (self->list, FILTER_STATUS, selected == GTK_INVALID_LIST_POSITION ? 0 : selected);
}

static void
on_n_rows (FfRunsPage *self)
{
  guint n;
  g_autofree char *subtitle = NULL;

  g_object_get (self->list, "n-rows", &n, NULL);
  subtitle = g_strdup_printf (ngettext ("%'u class", "%'u classes", n), n);
  ff_page_set_subtitle (FF_PAGE (self), subtitle);
}

static void
ff_runs_page_search (FfPage *page, const char *text)
{
  ff_list_view_set_search (FF_RUNS_PAGE (page)->list, text);
}

/* The first choice shows all; then the states in the order of FfRunStatus. */
static void
fill_status (FfRunsPage *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _("All states"));
  for (FfRunStatus status = FF_RUN_PLANNED; status <= FF_RUN_CANCELLED; status++)
    gtk_string_list_append (titles, ff_run_status_title (status));
  gtk_drop_down_set_model (self->status, G_LIST_MODEL (titles));
  g_object_unref (titles);
}

static void
ff_runs_page_constructed (GObject *object)
{
  FfRunsPage *self = FF_RUNS_PAGE (object);

  G_OBJECT_CLASS (ff_runs_page_parent_class)->constructed (object);
  fill_status (self);
  ff_list_view_set_up (self->list, &kind, ff_page_get_workspace (FF_PAGE (self)), C_ ("page", "Classes"));
}

static void
ff_runs_page_class_init (FfRunsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_runs_page_constructed;
  FF_PAGE_CLASS (klass)->search = ff_runs_page_search;

  g_type_ensure (FF_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-runs-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRunsPage, list);
  gtk_widget_class_bind_template_child (widget_class, FfRunsPage, status);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_status_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_n_rows);
}

static void
ff_runs_page_init (FfRunsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ff_runs_page_get_filters (FfPage *self)
{
  g_return_val_if_fail (FF_IS_RUNS_PAGE (self), NULL);

  return GTK_WIDGET (FF_RUNS_PAGE (self)->status);
}
