/* The journal of a class, or of everything: each change with who made it and when, and the way back to a value. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_JOURNAL_PAGE (ff_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (FfJournalPage, ff_journal_page, FF, JOURNAL_PAGE, FfPage)

/* @run_id 0: of everything. */
FfPage *ff_journal_page_new (FfWorkspace *workspace, gint64 run_id);

G_END_DECLS
