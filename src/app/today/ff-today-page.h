/* The day: the week, today's sessions, what is due and what needs attention. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_TODAY_PAGE (ff_today_page_get_type ())
G_DECLARE_FINAL_TYPE (FfTodayPage, ff_today_page, FF, TODAY_PAGE, FfPage)

G_END_DECLS
