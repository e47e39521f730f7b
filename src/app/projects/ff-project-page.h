/* A project on one page: why it is done, what it is to reach, its stages, who does what, what it costs, its classes. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_PROJECT_PAGE (ff_project_page_get_type ())
G_DECLARE_FINAL_TYPE (FfProjectPage, ff_project_page, FF, PROJECT_PAGE, FfPage)

FfPage *ff_project_page_new (FfWorkspace *workspace, gint64 project_id);

G_END_DECLS
