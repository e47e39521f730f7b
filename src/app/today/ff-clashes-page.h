/* Every clash from today on, by day. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_CLASHES_PAGE (ff_clashes_page_get_type ())
G_DECLARE_FINAL_TYPE (FfClashesPage, ff_clashes_page, FF, CLASHES_PAGE, FfPage)

FfPage *ff_clashes_page_new (FfWorkspace *workspace);

G_END_DECLS
