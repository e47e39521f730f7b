/* The improvement of a class or a project on one page: weak items, what they come from, what is done about them, reviews and best cases. */
#pragma once

#include "ff-owner.h"
#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_IMPROVEMENT_PANE (ff_improvement_pane_get_type ())
G_DECLARE_FINAL_TYPE (FfImprovementPane, ff_improvement_pane, FF, IMPROVEMENT_PANE, AdwBin)

/* Fills @page, whose command, menu and actions it brings: what stands before a "." in their names is @prefix, "tab" or "page". */
FfImprovementPane *ff_improvement_pane_fill (FfPage *page, FfOwner owner, const char *prefix);
void ff_improvement_pane_set_width (FfImprovementPane *self, int width);

G_END_DECLS
