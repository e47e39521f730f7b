#include "config.h"

#include "ff-courses-page.h"

#include <glib/gi18n-lib.h>

#include "ff-courses.h"
#include "ff-format.h"
#include "ff-list-view.h"

struct _FfCoursesPage
{
  FfPage parent_instance;

  FfListView *list;
};

G_DEFINE_FINAL_TYPE (FfCoursesPage, ff_courses_page, FF_TYPE_PAGE)

static void
bind_code (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfCourseRow *) data)->code);
}

static void
bind_title (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfCourseRow *) data)->title);
}

static void
bind_audience (GtkWidget *cell, gconstpointer data)
{
  ff_list_cell_set_text (cell, ((const FfCourseRow *) data)->audience);
}

static GtkWidget *
setup_number (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
bind_hours (GtkWidget *cell, gconstpointer data)
{
  const FfCourseRow *row = data;
  g_autofree char *hours = row->hours >= 0 ? ff_format_duration (row->hours * 60 / 100) : NULL;

  ff_list_cell_set_text (cell, hours);
}

static void
bind_number (GtkWidget *cell, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  ff_list_cell_set_text (cell, text);
}

static void
bind_classes (GtkWidget *cell, gconstpointer data)
{
  bind_number (cell, ((const FfCourseRow *) data)->classes);
}

static void
bind_components (GtkWidget *cell, gconstpointer data)
{
  bind_number (cell, ((const FfCourseRow *) data)->components);
}

static const FfListColumn columns[] = {
  { NC_ ("column", "Code"), FF_COURSE_SORT_CODE, 130, FALSE, NULL, bind_code },
  { NC_ ("column", "Course"), FF_COURSE_SORT_TITLE, 0, TRUE, NULL, bind_title },
  { NC_ ("column", "Audience"), -1, 0, TRUE, NULL, bind_audience },
  { NC_ ("column", "Length"), FF_COURSE_SORT_HOURS, 100, FALSE, setup_number, bind_hours },
  { NC_ ("column", "Classes"), FF_COURSE_SORT_CLASSES, 100, FALSE, setup_number, bind_classes },
  { NC_ ("column", "Components"), -1, 120, FALSE, setup_number, bind_components },
};

static GPtrArray *
read_rows (gpointer source, const gint64 *ids, gsize n, GError **error)
{
  return ff_courses_read_rows (source, ids, n, error);
}

static void
free_row (gpointer data)
{
  ff_course_row_free (data);
}

static GArray *
list_ids (FfDb *db, const FfListQuery *query, GError **error)
{
  return ff_courses_list (db, query->search, (FfCourseSort) query->sort, query->descending, error);
}

static const char *const other_tables[] = { "run", "scheme", "component", NULL };

static const FfListKind kind = {
  .rows = { read_rows, free_row },
  .list = list_ids,
  .table = "course",
  .others = other_tables,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .first_sort = FF_COURSE_SORT_CODE,
  .single_click = TRUE,
};

static void
on_row_activated (FfCoursesPage *self, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-course", "x", id);
}

static void
on_n_rows (FfCoursesPage *self)
{
  guint n;
  g_autofree char *subtitle = NULL;

  g_object_get (self->list, "n-rows", &n, NULL);
  subtitle = g_strdup_printf (ngettext ("%'u course", "%'u courses", n), n);
  ff_page_set_subtitle (FF_PAGE (self), subtitle);
}

static void
ff_courses_page_search (FfPage *page, const char *text)
{
  ff_list_view_set_search (FF_COURSES_PAGE (page)->list, text);
}

static void
ff_courses_page_constructed (GObject *object)
{
  FfCoursesPage *self = FF_COURSES_PAGE (object);

  G_OBJECT_CLASS (ff_courses_page_parent_class)->constructed (object);
  ff_list_view_set_up (self->list, &kind, ff_page_get_workspace (FF_PAGE (self)), C_ ("page", "Courses"));
}

static void
ff_courses_page_class_init (FfCoursesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_courses_page_constructed;
  FF_PAGE_CLASS (klass)->search = ff_courses_page_search;

  g_type_ensure (FF_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-courses-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfCoursesPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_n_rows);
}

static void
ff_courses_page_init (FfCoursesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
