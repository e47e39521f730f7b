/* The list of projects. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_PROJECTS_PAGE (ff_projects_page_get_type ())
G_DECLARE_FINAL_TYPE (FfProjectsPage, ff_projects_page, FF, PROJECTS_PAGE, FfPage)

G_END_DECLS
