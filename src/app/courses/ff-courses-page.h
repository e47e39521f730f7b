/* The catalogue of courses. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_COURSES_PAGE (ff_courses_page_get_type ())
G_DECLARE_FINAL_TYPE (FfCoursesPage, ff_courses_page, FF, COURSES_PAGE, FfPage)

G_END_DECLS
