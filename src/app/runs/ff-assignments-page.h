/* The tab of what trainees hand in and mean to do: hand-ins, commitments, and the logs of their seven days. */
#pragma once

#include "ff-run-tab.h"

G_BEGIN_DECLS

#define FF_TYPE_ASSIGNMENTS_PAGE (ff_assignments_page_get_type ())
G_DECLARE_FINAL_TYPE (FfAssignmentsPage, ff_assignments_page, FF, ASSIGNMENTS_PAGE, FfRunTab)

/* "hand-ins", "commitments", "log" */
void ff_assignments_page_show (FfAssignmentsPage *self, const char *view);

G_END_DECLS
