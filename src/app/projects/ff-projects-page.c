#include "config.h"

#include "ff-projects-page.h"

#include <glib/gi18n-lib.h>

#include "ff-format.h"
#include "ff-list-view.h"
#include "ff-money.h"
#include "ff-project-text.h"
#include "ff-projects.h"
#include "ff-tag.h"

struct _FfProjectsPage
{
  FfPage parent_instance;

  FfListView *list;
};

G_DEFINE_FINAL_TYPE (FfProjectsPage, ff_projects_page, FF_TYPE_PAGE)

/* Cells ------------------------------------------------------------------------------------------------------------- */

static void
bind_code (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfProject *) data)->code);
}

static void
bind_title (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfProject *) data)->title);
}

static void
bind_department (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfProject *) data)->department);
}

static void
bind_dates (GtkWidget *cell, gconstpointer data)
{
  const FfProject *project = data;
  g_autofree char *dates = ff_project_text_days (project->first_day, project->last_day, TRUE);

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
  const FfProject *project = data;

  ff_tag_set (FF_TAG (cell), ff_run_status_title (project->status), NULL, ff_project_status_tone (project->status));
}

static void
bind_classes (GtkWidget *cell, gconstpointer data)
{
  const FfProject *project = data;
  /* Translators: how many classes of a project are over, of how many. */
  g_autofree char *text = g_strdup_printf (C_ ("classes", "%d / %d"), project->finished, project->classes);

  ff_list_cell_set_text (cell, text);
}

static void
bind_tasks (GtkWidget *cell, gconstpointer data)
{
  const FfProject *project = data;
  g_autofree char *text = NULL;

  if (project->tasks > 0)
    /* Translators: how many tasks of a project are done, of how many. */
    text = g_strdup_printf (C_ ("tasks", "%d / %d"), project->tasks_done, project->tasks);
  ff_list_cell_set_text (cell, text);
}

static void
bind_budget (GtkWidget *cell, gconstpointer data)
{
  const FfProject *project = data;
  g_autofree char *text = project->budget >= 0 ? ff_money_format (project->budget, NULL) : NULL;

  ff_list_cell_set_text (cell, text);
}

static GtkWidget *
setup_number (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static const FfListColumn columns[] = {
  { NC_ ("column", "Code"), FF_PROJECT_SORT_CODE, 120, FALSE, NULL, bind_code },
  { NC_ ("column", "Project"), FF_PROJECT_SORT_TITLE, 180, TRUE, NULL, bind_title },
  { NC_ ("column", "Host department"), -1, 130, TRUE, NULL, bind_department },
  { NC_ ("column", "Dates"), FF_PROJECT_SORT_STARTS, 190, FALSE, NULL, bind_dates },
  { NC_ ("column", "Status"), -1, 100, FALSE, setup_status, bind_status },
  { NC_ ("column", "Classes"), FF_PROJECT_SORT_CLASSES, 80, FALSE, setup_number, bind_classes },
  { NC_ ("column", "Tasks"), -1, 80, FALSE, setup_number, bind_tasks },
  { NC_ ("column", "Budget"), FF_PROJECT_SORT_BUDGET, 110, FALSE, setup_number, bind_budget },
};

/* The list ---------------------------------------------------------------------------------------------------------- */

static GPtrArray *
read_rows (gpointer source, const gint64 *ids, gsize n, GError **error)
{
  return ff_projects_read_rows (source, ids, n, error);
}

static void
free_row (gpointer data)
{
  ff_project_free (data);
}

static GArray *
list_ids (FfDb *db, const FfListQuery *query, GError **error)
{
  return ff_projects_list (db, query->search, (FfProjectSort) query->sort, query->descending, error);
}

static const char *const other_tables[] = { "run", "task", "department", NULL };

static const FfListKind kind = {
  .rows = { read_rows, free_row },
  .list = list_ids,
  .table = "project",
  .others = other_tables,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .first_sort = FF_PROJECT_SORT_STARTS,
  .first_descending = TRUE,
  .single_click = TRUE,
};

static void
on_row_activated (FfProjectsPage *self, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-project", "x", id);
}

static void
on_n_rows (FfProjectsPage *self)
{
  guint n;
  g_autofree char *subtitle = NULL;

  g_object_get (self->list, "n-rows", &n, NULL);
  subtitle = g_strdup_printf (ngettext ("%'u project", "%'u projects", n), n);
  ff_page_set_subtitle (FF_PAGE (self), subtitle);
}

static void
ff_projects_page_search (FfPage *page, const char *text)
{
  ff_list_view_set_search (FF_PROJECTS_PAGE (page)->list, text);
}

static void
ff_projects_page_constructed (GObject *object)
{
  FfProjectsPage *self = FF_PROJECTS_PAGE (object);

  G_OBJECT_CLASS (ff_projects_page_parent_class)->constructed (object);
  ff_list_view_set_up (self->list, &kind, ff_page_get_workspace (FF_PAGE (self)), C_ ("page", "Projects"));
}

static void
ff_projects_page_class_init (FfProjectsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_projects_page_constructed;
  FF_PAGE_CLASS (klass)->search = ff_projects_page_search;

  g_type_ensure (FF_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-projects-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfProjectsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_n_rows);
}

static void
ff_projects_page_init (FfProjectsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
