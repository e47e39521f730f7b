#include "config.h"

#include "ff-rubrics-page.h"

#include <glib/gi18n-lib.h>

#include "ff-rubric-list.h"

struct _FfRubricsPage
{
  FfPage parent_instance;

  FfListView *list;
};

G_DEFINE_FINAL_TYPE (FfRubricsPage, ff_rubrics_page, FF_TYPE_PAGE)

static void
on_row_activated (FfRubricsPage *self, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-rubric", "x", id);
}

static void
on_n_rows (FfRubricsPage *self)
{
  guint n;
  g_autofree char *subtitle = NULL;

  g_object_get (self->list, "n-rows", &n, NULL);
  subtitle = g_strdup_printf (ngettext ("%'u rubric", "%'u rubrics", n), n);
  ff_page_set_subtitle (FF_PAGE (self), subtitle);
}

static void
ff_rubrics_page_search (FfPage *page, const char *text)
{
  ff_list_view_set_search (FF_RUBRICS_PAGE (page)->list, text);
}

static void
ff_rubrics_page_constructed (GObject *object)
{
  FfRubricsPage *self = FF_RUBRICS_PAGE (object);

  G_OBJECT_CLASS (ff_rubrics_page_parent_class)->constructed (object);
  ff_list_view_set_up (self->list, &ff_rubric_list, ff_page_get_workspace (FF_PAGE (self)), C_ ("page", "Rubrics"));
}

static void
ff_rubrics_page_class_init (FfRubricsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ff_rubrics_page_constructed;
  FF_PAGE_CLASS (klass)->search = ff_rubrics_page_search;

  g_type_ensure (FF_TYPE_LIST_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-rubrics-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FfRubricsPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_n_rows);
}

static void
ff_rubrics_page_init (FfRubricsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
