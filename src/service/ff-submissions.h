/* Use cases about what was handed in: when, which edition, how it was marked. */
#pragma once

#include "ff-assignment-store.h"
#include "ff-hand-in.h"
#include "ff-put.h"

G_BEGIN_DECLS

/* What an entry (FfHandInEntry) does to the newest edition of a person or a team. @last NULL: nothing was handed in. What was handed in
   keeps its time when it is merely said again that it was; a day or a clock corrects it; "next" begins another edition; a mark needs
   something that was handed in and an assignment that is marked. Returns a sentence when it is refused, NULL when @result is filled: the edition as it
   would be, with id 0 when it is another one. Pure. */
char *ff_submission_apply (const FfAssignment *assignment, const FfSubmission *last, const FfHandInEntry *entry, const char *name,
                           FfSubmission **result) G_GNUC_WARN_UNUSED_RESULT;

/* The same for the enrolment's person, or his team when the assignment is handed in by team; @entry NULL takes the newest edition away. */
FfPut ff_submissions_enter (FfDb *db, gint64 assignment_id, gint64 enrolment_id, const FfHandInEntry *entry, GError **error);

typedef struct
{
  const char *edition;
  const char *handed_in_at;
  const char *score; /* "": not marked */
  const char *note;
} FfSubmissionDraft;

FfPut ff_submissions_put (FfDb *db, gint64 id, const FfSubmissionDraft *draft, GError **error);
gboolean ff_submissions_delete (FfDb *db, gint64 id, GError **error);
/* FF_ERROR_NOT_FOUND when it is gone. */
FfSubmission *ff_submissions_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_submissions_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
