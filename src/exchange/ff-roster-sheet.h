/* Who is in a class, as a workbook; its headings and words are those that an import of enrolments reads. */
#pragma once

#include "ff-worker.h"

G_BEGIN_DECLS

/* As ff_score_sheet_export (). @n (may be NULL) is how many people are in it, those who withdrew included. */
gboolean ff_roster_sheet_export (FfDb *db, gint64 run_id, const char *path, const char *language, guint *n, GCancellable *cancellable,
                                 FfProgressFunc progress, gpointer user_data, GError **error);

G_END_DECLS
