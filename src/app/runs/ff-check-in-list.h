/* Who signed in to a session last: read from the file, and again whenever it changes, so that it is what is kept. */
#pragma once

#include <adwaita.h>

#include "ff-attendance.h"
#include "ff-session-store.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_CHECK_IN_LIST (ff_check_in_list_get_type ())
G_DECLARE_FINAL_TYPE (FfCheckInList, ff_check_in_list, FF, CHECK_IN_LIST, AdwBin)

/* Signal: counted (int recorded, int expected), whenever the session was read. */
GtkWidget *ff_check_in_list_new (FfWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;
void ff_check_in_list_show (FfCheckInList *self, const FfSession *session, const FfAttendanceRule *rule);

/* The style class of a status, as ui/grid.css colours it. */
const char *ff_check_in_status_class (FfAttendanceStatus status);

G_END_DECLS
