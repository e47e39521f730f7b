/* The list of all questionnaires: of the library, of courses, classes and projects, and those that come with the program. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_QUESTIONNAIRES_PAGE (ff_questionnaires_page_get_type ())
G_DECLARE_FINAL_TYPE (FfQuestionnairesPage, ff_questionnaires_page, FF, QUESTIONNAIRES_PAGE, FfPage)

G_END_DECLS
