#include "config.h"

#include "ff-classes-page.h"

#include <glib/gi18n-lib.h>

#include "ff-plan-page.h"
#include "ff-projects-page.h"
#include "ff-required-page.h"
#include "ff-runs-page.h"

struct _FfClassesPage
{
  FfSectionPage parent_instance;
};

G_DEFINE_FINAL_TYPE (FfClassesPage, ff_classes_page, FF_TYPE_SECTION_PAGE)

static const FfSubpage subpages[] = {
  { "classes", NC_ ("page", "Classes"), ff_runs_page_get_type, ff_runs_page_get_filters },
  { "projects", NC_ ("page", "Projects"), ff_projects_page_get_type, NULL },
  { "plan", NC_ ("page", "Annual Plan"), ff_plan_page_get_type, ff_plan_page_get_filters },
  { "required", NC_ ("page", "Required Courses"), ff_required_page_get_type, NULL },
};

static void
ff_classes_page_class_init (FfClassesPageClass *klass)
{
  FfSectionPageClass *section_class = FF_SECTION_PAGE_CLASS (klass);

  section_class->subpages = subpages;
  section_class->n_subpages = G_N_ELEMENTS (subpages);
}

static void
ff_classes_page_init (FfClassesPage *self)
{
  ff_page_set_title (FF_PAGE (self), C_ ("page", "Classes"));
}
