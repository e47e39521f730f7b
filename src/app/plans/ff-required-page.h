/* Required courses: who is missing, and who is due again, department by department. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_REQUIRED_PAGE (ff_required_page_get_type ())
G_DECLARE_FINAL_TYPE (FfRequiredPage, ff_required_page, FF, REQUIRED_PAGE, FfPage)

G_END_DECLS
