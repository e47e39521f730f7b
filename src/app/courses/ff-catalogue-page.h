/* The section of what classes are made from: courses, and the library of rubrics. */
#pragma once

#include "ff-section-page.h"

G_BEGIN_DECLS

#define FF_TYPE_CATALOGUE_PAGE (ff_catalogue_page_get_type ())
G_DECLARE_FINAL_TYPE (FfCataloguePage, ff_catalogue_page, FF, CATALOGUE_PAGE, FfSectionPage)

G_END_DECLS
