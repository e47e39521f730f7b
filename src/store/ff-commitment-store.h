/* The tables commitment and commitment_day: what trainees mean to do after a class, and the log of a seven-day plan. */
#pragma once

#include "ff-commitment.h"
#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 enrolment_id;
  gint64 run_id; /* this and the next: of the enrolment */
  char *run_code;
  gint64 trainee_id;
  char *employee_no;
  char *name;
  char *team; /* NULL: none */
  FfCommitmentKind kind;
  char *title;
  FfCommitmentStatus status;
  FfDay due_on; /* this and the next four: FF_NO_DAY when not known */
  FfDay submitted_on;
  FfDay applied_on;
  FfDay verified_on;
  FfDay starts_on; /* the first day of a log */
  char *mentor;
  char *evidence;
  char *verified_by;
  int daily_target; /* 0: FF_LOG_TARGET */
  char *note;
  int cases[FF_LOG_DAYS]; /* FF_LOG_NONE where nothing is logged */
} FfCommitment;

void ff_commitment_free (FfCommitment *commitment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCommitment, ff_commitment_free)

/* NULL without an error when there is none in a live class. */
FfCommitment *ff_commitment_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The commitment of a person with this kind and title; 0 if there is none, -1 on error. */
gint64 ff_commitment_store_find (FfDb *db, gint64 enrolment_id, FfCommitmentKind kind, const char *title, GError **error);

typedef enum
{
  FF_COMMITMENT_SORT_DUE, /* those that are not handed in first, the earliest term before the later ones */
  FF_COMMITMENT_SORT_NAME,
  FF_COMMITMENT_SORT_TITLE,
  FF_COMMITMENT_SORT_KIND,
  FF_COMMITMENT_SORT_STATUS,
  FF_COMMITMENT_SORT_MENTOR,
} FfCommitmentSort;

typedef struct
{
  gint64 run_id;
  const char *search; /* in names, as typed; NULL: all */
  int kind;           /* FfCommitmentKind, -1: all */
  int status;         /* FfCommitmentStatus, -1: all */
  gint64 team_id;     /* 0: all */
  FfCommitmentSort sort;
  gboolean descending;
} FfCommitmentQuery;

/* gint64 ids of enrolled people's commitments, filtered and sorted in SQL. */
GArray *ff_commitment_store_list (FfDb *db, const FfCommitmentQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfCommitment of enrolled people by employee number, kind and title; of one person by class, the newest first. */
GPtrArray *ff_commitment_store_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ff_commitment_store_of_trainee (FfDb *db, gint64 trainee_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Write the ids and plain values, not the joined ones nor the log. The insert sets the id; deleting takes the log along. */
gboolean ff_commitment_store_insert (FfDb *db, FfCommitment *commitment, GError **error);
gboolean ff_commitment_store_update (FfDb *db, const FfCommitment *commitment, GError **error);
gboolean ff_commitment_store_delete (FfDb *db, gint64 id, GError **error);
gboolean ff_commitment_store_delete_of_enrolment (FfDb *db, gint64 enrolment_id, GError **error);

/* One number of the log; FF_LOG_NONE takes it out. */
gboolean ff_commitment_store_set_day (FfDb *db, gint64 id, FfDay day, int cases, GError **error);
/* The log moves with its first day. */
gboolean ff_commitment_store_move_days (FfDb *db, gint64 id, gint64 days, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_commitment_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
