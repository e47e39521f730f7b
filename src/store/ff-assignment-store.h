/* The tables assignment and submission: what a class is to hand in, and what was handed in, each edition a row. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 run_id;
  gint64 deliverable_id; /* of the course; 0: the class's own */
  int position;
  char *title;
  gboolean by_team;
  FfMinute due_at; /* FF_NO_TIME: no term */
  gint64 max;      /* hundredths of a point; −1: it is not marked */
  char *note;
} FfAssignment;

void ff_assignment_free (FfAssignment *assignment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfAssignment, ff_assignment_free)

/* FfAssignment of a class, in order. */
GPtrArray *ff_assignment_store_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfAssignment *ff_assignment_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The insert sets id and position, behind the others; deleting takes what was handed in along. */
gboolean ff_assignment_store_insert (FfDb *db, FfAssignment *assignment, GError **error);
gboolean ff_assignment_store_update (FfDb *db, const FfAssignment *assignment, GError **error);
gboolean ff_assignment_store_delete (FfDb *db, gint64 id, GError **error);
/* How many editions of it were handed in; -1 on error. */
int ff_assignment_store_count_submissions (FfDb *db, gint64 id, GError **error);
/* The highest mark that was given for it; -1: none, -2 on error. */
gint64 ff_assignment_store_highest_score (FfDb *db, gint64 id, GError **error);

/* An edition that a person or a team handed in. */
typedef struct
{
  gint64 id;
  gint64 version;
  gint64 assignment_id;
  gint64 enrolment_id; /* 0: of a team */
  gint64 team_id;      /* 0: of a person */
  char *edition;
  FfMinute handed_in_at;
  gint64 score; /* hundredths; −1: not marked */
  char *note;
} FfSubmission;

void ff_submission_free (FfSubmission *submission);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSubmission, ff_submission_free)

/* FfSubmission of a class, the older editions first. */
GPtrArray *ff_submission_store_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. The last is the newest edition of a person (@team_id 0) or a team. */
FfSubmission *ff_submission_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfSubmission *ff_submission_store_last (FfDb *db, gint64 assignment_id, gint64 enrolment_id, gint64 team_id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Whether there is an edition of this name beside @id; -1 on error. */
int ff_submission_store_has_edition (FfDb *db, const FfSubmission *submission, GError **error);
gboolean ff_submission_store_insert (FfDb *db, FfSubmission *submission, GError **error);
gboolean ff_submission_store_update (FfDb *db, const FfSubmission *submission, GError **error);
gboolean ff_submission_store_delete (FfDb *db, gint64 id, GError **error);
/* How many editions a team handed in; -1 on error. */
int ff_submission_store_count_of_team (FfDb *db, gint64 team_id, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_assignment_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
