/* The marks of a class: entered like in a spreadsheet, explained beside it, exported as one. */
#pragma once

#include "ff-grid-tab.h"

G_BEGIN_DECLS

#define FF_TYPE_SCORES_PAGE (ff_scores_page_get_type ())
G_DECLARE_FINAL_TYPE (FfScoresPage, ff_scores_page, FF, SCORES_PAGE, FfGridTab)

/* Takes what is being typed. FALSE when it is refused. */
gboolean ff_scores_page_commit (FfScoresPage *self);
/* Puts the cursor on somebody's mark. @component: an index into the scheme. */
void ff_scores_page_show_mark (FfScoresPage *self, gint64 enrolment_id, guint component);

G_END_DECLS
