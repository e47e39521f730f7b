/* The annual plan: what is to be held in which month, and what became of it. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_PLAN_PAGE (ff_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (FfPlanPage, ff_plan_page, FF, PLAN_PAGE, FfPage)

/* Year, edition and state, to be put beside the list by whoever shows it. */
GtkWidget *ff_plan_page_get_filters (FfPage *self);

G_END_DECLS
