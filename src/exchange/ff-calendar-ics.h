/* Sessions as an iCalendar file (RFC 5545), one VEVENT each, that calendar programs take over and later bring up to date. */
#pragma once

#include "ff-worker.h"

G_BEGIN_DECLS

/* The text, with the sessions of one class, or of all live classes when @run_id is 0; cancelled ones as such. @language of the words in
   it: one of ff_phrases_languages; NULL: the reader's. @n (may be NULL) is how many sessions. @cancellable and @progress may be NULL. */
char *ff_calendar_ics_format (FfDb *db, gint64 run_id, const char *language, guint *n, GCancellable *cancellable, FfProgressFunc progress,
                              gpointer user_data, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same as a file, whole or not at all. */
gboolean ff_calendar_ics_export (FfDb *db, gint64 run_id, const char *path, const char *language, guint *n, GCancellable *cancellable,
                                 FfProgressFunc progress, gpointer user_data, GError **error);

G_END_DECLS
