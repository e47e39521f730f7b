/* The score sheet of a class as a workbook that recalculates: marks and weights are cells, everything else is a formula over them,
   stored with our own value (HEADLESS, 3). */
#pragma once

#include "ff-class-figures.h"
#include "ff-worker.h"

G_BEGIN_DECLS

/* @language: "en", "zh_CN", "zh_TW"; NULL: the reader's own. @cancellable and @progress may be NULL. A file at @path is replaced once the
   new one is complete; with an error it is as it was. Runs on any thread. */
gboolean ff_score_sheet_export (const FfClassFigures *figures, const char *path, const char *language, GCancellable *cancellable,
                                FfProgressFunc progress, gpointer user_data, GError **error);

G_END_DECLS
