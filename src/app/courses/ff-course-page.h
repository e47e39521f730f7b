/* The page of one course. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_COURSE_PAGE (ff_course_page_get_type ())
G_DECLARE_FINAL_TYPE (FfCoursePage, ff_course_page, FF, COURSE_PAGE, FfPage)

FfPage *ff_course_page_new (FfWorkspace *workspace, gint64 course_id);

G_END_DECLS
