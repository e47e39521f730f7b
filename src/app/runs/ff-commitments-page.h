/* Commitments of a class: who means to do what by when, and how far it came. A view of the tab Assignments. */
#pragma once

#include "ff-run-tab.h"

G_BEGIN_DECLS

#define FF_TYPE_COMMITMENTS_PAGE (ff_commitments_page_get_type ())
G_DECLARE_FINAL_TYPE (FfCommitmentsPage, ff_commitments_page, FF, COMMITMENTS_PAGE, FfRunTab)

G_END_DECLS
