#include "config.h"

#include "ff-people-page.h"

struct _FfPeoplePage
{
  FfPage parent_instance;
};

G_DEFINE_FINAL_TYPE (FfPeoplePage, ff_people_page, FF_TYPE_PAGE)

static void
ff_people_page_class_init (FfPeoplePageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/fourfold/Fourfold/ff-people-page.ui");
}

static void
ff_people_page_init (FfPeoplePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
