#include "config.h"

#include "ff-courses-page.h"

struct _FfCoursesPage
{
  FfPage parent_instance;
};

G_DEFINE_FINAL_TYPE (FfCoursesPage, ff_courses_page, FF_TYPE_PAGE)

static void
ff_courses_page_class_init (FfCoursesPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/fourfold/Fourfold/ff-courses-page.ui");
}

static void
ff_courses_page_init (FfCoursesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
