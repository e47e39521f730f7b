/* What a course, a class or a project asks and aims at: its questionnaires, the targets of the levels and the days on which they are due. */
#pragma once

#include "ff-owner.h"
#include "ff-page.h"

G_BEGIN_DECLS

/* The questionnaires of @owner, to stand within a page of his. */
GtkWidget *ff_questionnaire_list_new (FfWorkspace *workspace, FfOwner owner) G_GNUC_WARN_UNUSED_RESULT;

#define FF_TYPE_ASKING_PAGE (ff_asking_page_get_type ())
G_DECLARE_FINAL_TYPE (FfAskingPage, ff_asking_page, FF, ASKING_PAGE, FfPage)

/* The same with targets and days as a page of its own. */
FfPage *ff_asking_page_new (FfWorkspace *workspace, FfOwner owner) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
