/* The four levels across classes: how many met their targets, class by class, quarter by quarter, what that says, and what is
 * due. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_RESULTS_PAGE (ff_results_page_get_type ())
G_DECLARE_FINAL_TYPE (FfResultsPage, ff_results_page, FF, RESULTS_PAGE, FfPage)

G_END_DECLS
