#include "config.h"

#include "ff-runs-page.h"

struct _FfRunsPage
{
  FfPage parent_instance;
};

G_DEFINE_FINAL_TYPE (FfRunsPage, ff_runs_page, FF_TYPE_PAGE)

static void
ff_runs_page_class_init (FfRunsPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/fourfold/Fourfold/ff-runs-page.ui");
}

static void
ff_runs_page_init (FfRunsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
