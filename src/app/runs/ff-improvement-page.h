/* The improvement of a class, as a tab of its page, and that of a project, as a page of its own. */
#pragma once

#include "ff-run-tab.h"

G_BEGIN_DECLS

#define FF_TYPE_IMPROVEMENT_PAGE (ff_improvement_page_get_type ())
G_DECLARE_FINAL_TYPE (FfImprovementPage, ff_improvement_page, FF, IMPROVEMENT_PAGE, FfRunTab)

#define FF_TYPE_PROJECT_IMPROVEMENT_PAGE (ff_project_improvement_page_get_type ())
G_DECLARE_FINAL_TYPE (FfProjectImprovementPage, ff_project_improvement_page, FF, PROJECT_IMPROVEMENT_PAGE, FfPage)

FfPage *ff_project_improvement_page_new (FfWorkspace *workspace, gint64 project_id);

G_END_DECLS
