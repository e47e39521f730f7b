/* A rubric of the library, as a table to read and to change. */
#pragma once

#include "ff-page.h"

G_BEGIN_DECLS

#define FF_TYPE_RUBRIC_PAGE (ff_rubric_page_get_type ())
G_DECLARE_FINAL_TYPE (FfRubricPage, ff_rubric_page, FF, RUBRIC_PAGE, FfPage)

/* @id as ff_rubric_library_read () takes it. A built-in rubric is for reading; changing it makes a copy that stands in its place, until
   that is taken back. */
FfPage *ff_rubric_page_new (FfWorkspace *workspace, gint64 id);

G_END_DECLS
