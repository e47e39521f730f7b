/* A project as a document to print or to save: what its page shows, as one would hand it in. */
#pragma once

#include "ff-document.h"
#include "ff-project-figures.h"

G_BEGIN_DECLS

/* In the reader's language. FF_ERROR_NOT_FOUND for an unknown project. */
FfDocument *ff_project_report_make (FfDb *db, gint64 project_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same from figures that were read already. */
FfDocument *ff_project_report_make_of (const FfProjectFigures *figures) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
