#include "config.h"

#include "ff-catalogue-page.h"

#include <glib/gi18n-lib.h>

#include "ff-best-cases-page.h"
#include "ff-courses-page.h"
#include "ff-rubrics-page.h"

struct _FfCataloguePage
{
  FfSectionPage parent_instance;
};

G_DEFINE_FINAL_TYPE (FfCataloguePage, ff_catalogue_page, FF_TYPE_SECTION_PAGE)

static const FfSubpage subpages[] = {
  { "courses", NC_ ("page", "Courses"), ff_courses_page_get_type, NULL },
  { "rubrics", NC_ ("page", "Rubrics"), ff_rubrics_page_get_type, NULL },
  { "best-cases", NC_ ("page", "Best Cases"), ff_best_cases_page_get_type, NULL },
};

static void
ff_catalogue_page_class_init (FfCataloguePageClass *klass)
{
  FfSectionPageClass *section_class = FF_SECTION_PAGE_CLASS (klass);

  section_class->subpages = subpages;
  section_class->n_subpages = G_N_ELEMENTS (subpages);
}

static void
ff_catalogue_page_init (FfCataloguePage *self)
{
  ff_page_set_title (FF_PAGE (self), C_ ("page", "Courses"));
}
