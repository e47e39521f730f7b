/* The list of classes. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_RUNS_PAGE (ff_runs_page_get_type ())
G_DECLARE_FINAL_TYPE (FfRunsPage, ff_runs_page, FF, RUNS_PAGE, FfPage)

/* What filters the list, to be put beside the list by whoever shows it. */
GtkWidget *ff_runs_page_get_filters (FfPage *self);

G_END_DECLS
