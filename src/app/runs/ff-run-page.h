/* The page of one class: its tabs, and what the header bar says of it. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_RUN_PAGE (ff_run_page_get_type ())
G_DECLARE_FINAL_TYPE (FfRunPage, ff_run_page, FF, RUN_PAGE, FfPage)

FfPage *ff_run_page_new (FfWorkspace *workspace, gint64 run_id);
/* "overview" … or "assignments/commitments", "evaluation/2": a view of a tab. @session_id: the session to show there, 0: none in particular. */
void ff_run_page_show_tab (FfRunPage *self, const char *tab, gint64 session_id);

G_END_DECLS
