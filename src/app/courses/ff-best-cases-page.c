#include "config.h"

#include "ff-best-cases-page.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-format.h"
#include "ff-list-view.h"
#include "ff-reviews.h"
#include "ff-rows.h"

struct _FfBestCasesPage
{
  FfPage parent_instance;

  FfListView *list;
};

G_DEFINE_FINAL_TYPE (FfBestCasesPage, ff_best_cases_page, FF_TYPE_PAGE)

/* The list ---------------------------------------------------------------------------------------------------------- */

static void
bind_title (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfBestCase *) data)->title);
}

static void
bind_result (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfBestCase *) data)->result);
}

static void
bind_trainee (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfBestCase *) data)->trainee);
}

static void
bind_owner (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfBestCase *) data)->owner_title);
}

static void
bind_keywords (GtkWidget *cell, gconstpointer data)
{
  const FfBestCase *best_case = data;
  g_autofree char *keywords = best_case->keywords != NULL ? ff_format_names (best_case->keywords) : NULL;

  ff_list_cell_set_text (cell, keywords);
}

static void
bind_day (GtkWidget *cell, gconstpointer data)
{
  const FfBestCase *best_case = data;
  g_autofree char *day = best_case->day != FF_NO_DAY ? ff_format_day (best_case->day) : NULL;

  ff_list_cell_set_text (cell, day);
}

static const FfListColumn columns[] = {
  { NC_ ("column", "Case"), FF_BEST_CASE_SORT_TITLE, 190, TRUE, NULL, bind_title },
  { NC_ ("column", "Result"), -1, 150, TRUE, NULL, bind_result },
  { NC_ ("column", "Keywords"), -1, 120, TRUE, NULL, bind_keywords },
  { NC_ ("column", "Trainee"), FF_BEST_CASE_SORT_TRAINEE, 130, FALSE, NULL, bind_trainee },
  { NC_ ("column", "Class or project"), FF_BEST_CASE_SORT_OWNER, 150, FALSE, NULL, bind_owner },
  { NC_ ("column", "Day"), FF_BEST_CASE_SORT_DAY, 120, FALSE, NULL, bind_day },
};

static gpointer
read_row (FfDb *db, gint64 id, FfMinute now, GError **error)
{
  return ff_best_case_store_read (db, id, error);
}

static GPtrArray *
read_rows (gpointer source, const gint64 *ids, gsize n, GError **error)
{
  return ff_rows_read_by_id (source, ids, n, FF_NO_TIME, read_row, (GDestroyNotify) ff_best_case_free, error);
}

static void
free_row (gpointer data)
{
  ff_best_case_free (data);
}

static GArray *
list_ids (FfDb *db, const FfListQuery *query, GError **error)
{
  return ff_best_cases_list_ids (db, query->search, (FfBestCaseSort) query->sort, query->descending, error);
}

static const char *const other_tables[] = { "run", "project", "trainee", NULL };

static const FfListKind best_case_list = {
  .rows = { read_rows, free_row },
  .list = list_ids,
  .table = "best_case",
  .others = other_tables,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .first_sort = FF_BEST_CASE_SORT_TITLE,
  .single_click = TRUE,
};

/* The page ---------------------------------------------------------------------------------------------------------- */

static void
open_case (FfBestCasesPage *self, gint64 id)
{
  ff_editor_open (GTK_WIDGET (self), ff_page_get_workspace (FF_PAGE (self)), &ff_best_case_editor, id, 0);
}

static void
on_row_activated (FfBestCasesPage *self, gint64 id)
{
  open_case (self, id);
}

static void
activate_new (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_case (user_data, 0);
}

static void
on_n_rows (FfBestCasesPage *self)
{
  guint n;
  g_autofree char *subtitle = NULL;

  g_object_get (self->list, "n-rows", &n, NULL);
  subtitle = g_strdup_printf (ngettext ("%'u best case", "%'u best cases", n), n);
  ff_page_set_subtitle (FF_PAGE (self), subtitle);
}

static void
ff_best_cases_page_search (FfPage *page, const char *text)
{
  ff_list_view_set_search (FF_BEST_CASES_PAGE (page)->list, text);
}

static void
ff_best_cases_page_constructed (GObject *object)
{
  FfBestCasesPage *self = FF_BEST_CASES_PAGE (object);

  G_OBJECT_CLASS (ff_best_cases_page_parent_class)->constructed (object);
  ff_list_view_set_up (self->list, &best_case_list, ff_page_get_workspace (FF_PAGE (self)), C_ ("page", "Best Cases"));
}

static void
ff_best_cases_page_class_init (FfBestCasesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_best_cases_page_constructed;
  FF_PAGE_CLASS (klass)->search = ff_best_cases_page_search;

  g_type_ensure (FF_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-best-cases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfBestCasesPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_n_rows);
}

static void
ff_best_cases_page_init (FfBestCasesPage *self)
{
  static const GActionEntry actions[] = { { .name = "new-best-case", .activate = activate_new } };

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (ff_page_get_actions (FF_PAGE (self)), actions, G_N_ELEMENTS (actions), self);
}
