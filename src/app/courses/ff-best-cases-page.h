/* The library of best cases: those of all classes and projects, and those that belong to none. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_BEST_CASES_PAGE (ff_best_cases_page_get_type ())
G_DECLARE_FINAL_TYPE (FfBestCasesPage, ff_best_cases_page, FF, BEST_CASES_PAGE, FfPage)

G_END_DECLS
