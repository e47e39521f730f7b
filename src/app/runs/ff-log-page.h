/* The logs of the seven-day plans of a class. A view of the tab Assignments. */
#pragma once

#include "ff-grid-tab.h"

G_BEGIN_DECLS

#define FF_TYPE_LOG_PAGE (ff_log_page_get_type ())
G_DECLARE_FINAL_TYPE (FfLogPage, ff_log_page, FF, LOG_PAGE, FfGridTab)

G_END_DECLS
