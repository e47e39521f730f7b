/* A questionnaire: its settings, its dimensions and questions to be typed in place, and how it looks on paper. One that comes with the program
   is shown and copied, not changed. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_QUESTIONNAIRE_PAGE (ff_questionnaire_page_get_type ())
G_DECLARE_FINAL_TYPE (FfQuestionnairePage, ff_questionnaire_page, FF, QUESTIONNAIRE_PAGE, FfPage)

/* @id as ff_questionnaire_library_list () has it. */
FfPage *ff_questionnaire_page_new (FfWorkspace *workspace, gint64 id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
