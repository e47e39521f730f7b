/* The register of a class: one key per trainee, or the time at which somebody came. */
#pragma once

#include "ff-grid-tab.h"

G_BEGIN_DECLS

#define FF_TYPE_ATTENDANCE_PAGE (ff_attendance_page_get_type ())
G_DECLARE_FINAL_TYPE (FfAttendancePage, ff_attendance_page, FF, ATTENDANCE_PAGE, FfGridTab)

G_END_DECLS
