/* Writing the tables of answers without names (004.sql). None of them is journaled, so nothing of this can be undone; it stands in a batch
   all the same, which leaves no trace when there is nothing else in it. Whoever changed a questionnaire's answers calls
   ff_anonymous_store_finish () for it before the batch ends. Reading: ff-response-store.h. */
#pragma once

#include "ff-db.h"
#include "ff-response.h"

G_BEGIN_DECLS

/* Sets the id, which is random. Neither the trainee nor the rater's name is written, nor the reason why it is invalid. */
gboolean ff_anonymous_store_insert (FfDb *db, FfResponse *response, GError **error);
/* Replaces the answers of a form. */
gboolean ff_anonymous_store_replace_answers (FfDb *db, const FfResponse *response, GError **error);
gboolean ff_anonymous_store_set_invalid (FfDb *db, gint64 id, gboolean invalid, GError **error);
gboolean ff_anonymous_store_delete (FfDb *db, gint64 id, GError **error);

/* Notes that somebody has answered, or has not. @changed may be NULL. */
gboolean ff_anonymous_store_set_participation (FfDb *db, gint64 questionnaire_id, gint64 trainee_id, FfRaterRole role, int wave,
                                               gboolean answered, gboolean *changed, GError **error);

/* Writes the rows of a questionnaire anew in the order of their keys, since their places on the pages of the file tell in which order they
   came, raises its revision, and lets listeners to changes know by the table "anonymous_response" with the questionnaire's id. */
gboolean ff_anonymous_store_finish (FfDb *db, gint64 questionnaire_id, GError **error);
/* The same with new forms (FfResponse), which get their ids and go in with the others: what a file of many wants. */
gboolean ff_anonymous_store_finish_with (FfDb *db, gint64 questionnaire_id, GPtrArray *responses, GError **error);

/* Files that were imported already. */
int ff_anonymous_store_knows_digest (FfDb *db, const char *digest, GError **error); /* 1 or 0; -1 on error */
gboolean ff_anonymous_store_add_digest (FfDb *db, const char *digest, GError **error);

/* Forms of a pile that were typed twice. */
typedef struct
{
  int forms;
  int answers;
  int differing;
} FfEntryCheck;

/* All 0 when nothing was checked yet. */
gboolean ff_entry_check_store_read (FfDb *db, gint64 questionnaire_id, FfEntryCheck *check, GError **error);
gboolean ff_entry_check_store_add (FfDb *db, gint64 questionnaire_id, const FfEntryCheck *more, GError **error);

G_END_DECLS
