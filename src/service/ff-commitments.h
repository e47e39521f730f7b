/* Use cases of commitments: what trainees mean to do after a class, and how far they came. */
#pragma once

#include "ff-commitment-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

/* As in every draft NULL leaves what is stored alone and "" clears. */
typedef struct
{
  const char *run;         /* code; this and the next: whose it is, of a new one */
  const char *employee_no;
  const char *title;       /* required of a new one */
  const char *kind;        /* a key or its word in any of our languages; "": card and micro plan in one */
  const char *status;      /* likewise; of a new one planned */
  const char *due_on;      /* of a new one ff_commitment_due_on () */
  const char *mentor;      /* of a new one the trainee's */
  const char *evidence;
  const char *submitted_on;
  const char *applied_on;
  const char *verified_on;
  const char *verified_by;
  const char *starts_on;   /* of a seven-day plan */
  const char *daily_target;
  const char *note;
  gboolean dated;          /* a state that is reached now has today's date unless the draft names another */
} FfCommitmentDraft;

/* @update_id 0 finds the person's commitment of this title and kind, and adds one when there is none; a new one needs an enrolled
   trainee. Going back to an earlier state takes the dates of the later ones away. @id may be NULL. */
FfPut ff_commitments_put (FfDb *db, gint64 update_id, const FfCommitmentDraft *draft, gint64 *id, GError **error);
/* One state on (@forward) or back, with today's date; who is at the end stays there. @n_changed may be NULL. */
gboolean ff_commitments_step (FfDb *db, const gint64 *ids, gsize n, gboolean forward, guint *n_changed, GError **error);
gboolean ff_commitments_delete (FfDb *db, const gint64 *ids, gsize n, GError **error);

/* Everybody enrolled in the class who has no commitment of the kind yet owes one: planned, with this title. @draft names title, kind, due
   day, first day and daily target; @n is for how many. */
gboolean ff_commitments_owe (FfDb *db, gint64 run_id, const FfCommitmentDraft *draft, guint *n, GError **error);

/* One number of the log of a seven-day plan, @day from 0 to 6; FF_LOG_NONE takes it out. Refused without a first day. */
gboolean ff_commitments_log (FfDb *db, gint64 id, int day, int cases, GError **error);

/* FF_ERROR_NOT_FOUND when it is gone. */
FfCommitment *ff_commitments_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfCommitment by primary keys, in their order; missing ones are NULL. */
GPtrArray *ff_commitments_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *ff_commitments_list (FfDb *db, const FfCommitmentQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_commitments_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_commitments_of_trainee (FfDb *db, gint64 trainee_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The cases a day that a plan asks for. */
int ff_commitment_target (const FfCommitment *commitment);

G_END_DECLS
