#include "config.h"

#include "ff-today-page.h"

struct _FfTodayPage
{
  FfPage parent_instance;
};

G_DEFINE_FINAL_TYPE (FfTodayPage, ff_today_page, FF_TYPE_PAGE)

static void
ff_today_page_class_init (FfTodayPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/fourfold/Fourfold/ff-today-page.ui");
}

static void
ff_today_page_init (FfTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
