/* The section of classes: the list of them, the projects that group them, and what else is planned with them. */
#pragma once

#include "ff-section-page.h"

G_BEGIN_DECLS

#define FF_TYPE_CLASSES_PAGE (ff_classes_page_get_type ())
G_DECLARE_FINAL_TYPE (FfClassesPage, ff_classes_page, FF, CLASSES_PAGE, FfSectionPage)

G_END_DECLS
