/* What was answered to one questionnaire of a project. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_PROJECT_ANSWERS_PAGE (ff_project_answers_page_get_type ())
G_DECLARE_FINAL_TYPE (FfProjectAnswersPage, ff_project_answers_page, FF, PROJECT_ANSWERS_PAGE, FfPage)

FfPage *ff_project_answers_page_new (FfWorkspace *workspace, gint64 project_id, gint64 questionnaire_id);

/* Whether the figures of a project's questionnaires are others when something in @table has changed; NULL is everything. */
gboolean ff_project_answers_concern (const char *table);

G_END_DECLS
