/* The library of rubrics: those of this database, and those that come with the program. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_RUBRICS_PAGE (ff_rubrics_page_get_type ())
G_DECLARE_FINAL_TYPE (FfRubricsPage, ff_rubrics_page, FF, RUBRICS_PAGE, FfPage)

G_END_DECLS
