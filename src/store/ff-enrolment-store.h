/* The table enrolment: who is in which class. */
#pragma once

#include "ff-db.h"
#include "ff-team-store.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 run_id;
  gint64 trainee_id;
  char *employee_no;
  char *name;
  char *search_key; /* of the trainee */
  gint64 department_id; /* this and the next three: as on the day of enrolment */
  char *department;
  gint64 layer_id;
  char *layer;
  char *layer_title;
  char *job_title;
  gint64 team_id;
  char *team;
  gboolean leader;
  char *status; /* enrolled, waitlisted, withdrawn */
  char *reason;
  gint64 waiting;       /* the place on the waiting list, counted on; 0: from before places were kept */
  char *reply;          /* coming, leave, replaced; NULL: none yet */
  FfDay replied_on;     /* FF_NO_DAY: unknown */
  gint64 replaced_by_id; /* an enrolment in the same class; 0: none */
  char *replaced_by;    /* the name of that person */
  char *waived_reason; /* why a disqualification was waived, NULL: it was not */
  char *waived_by;
} FfEnrolment;

void ff_enrolment_free (FfEnrolment *enrolment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfEnrolment, ff_enrolment_free)

/* An enrolment in a live class, or NULL: without an error when there is none. */
FfEnrolment *ff_enrolment_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 ff_enrolment_store_find (FfDb *db, gint64 run_id, gint64 trainee_id, GError **error); /* 0 if there is none, -1 on error */
/* FfEnrolment by employee number, withdrawn ones last. */
GPtrArray *ff_enrolment_store_of_run (FfDb *db, gint64 run_id, gboolean enrolled_only, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfEnrolment of one trainee in live classes, the newest class first. */
GPtrArray *ff_enrolment_store_of_trainee (FfDb *db, gint64 trainee_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* 1 when more are enrolled than the class's capacity, if it has one; 0 when not, -1 on error. */
int ff_enrolment_store_is_over_capacity (FfDb *db, gint64 run_id, GError **error);
/* How many of a class have this status; -1 on error. */
int ff_enrolment_store_count (FfDb *db, gint64 run_id, const char *status, GError **error);
/* The first on the waiting list; 0 if there is none, -1 on error. */
gint64 ff_enrolment_store_first_waiting (FfDb *db, gint64 run_id, GError **error);
/* The place after the last on the waiting list; -1 on error. */
gint64 ff_enrolment_store_next_place (FfDb *db, gint64 run_id, GError **error);
/* How many attendance records, marks, exemptions, hand-ins, commitments that were handed in or logged, and interviews that were held hang on
   it; -1 on error. */
int ff_enrolment_store_count_records (FfDb *db, gint64 id, GError **error);

typedef enum
{
  FF_ENROLMENT_SORT_EMPLOYEE_NO,
  FF_ENROLMENT_SORT_NAME,
  FF_ENROLMENT_SORT_DEPARTMENT,
  FF_ENROLMENT_SORT_LAYER,
  FF_ENROLMENT_SORT_TEAM,
  FF_ENROLMENT_SORT_STATUS, /* the waiting list in its own order */
  FF_ENROLMENT_SORT_REPLY,
} FfEnrolmentSort;

typedef struct
{
  gint64 run_id;
  const char *search; /* as typed; NULL: all */
  FfEnrolmentSort sort;
  gboolean descending;
} FfEnrolmentQuery;

/* gint64 ids, filtered and sorted in SQL; withdrawn people stand last. */
GArray *ff_enrolment_store_list (FfDb *db, const FfEnrolmentQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Write the ids and plain values, not the joined names. Deleting takes away that the person replaced somebody. */
gboolean ff_enrolment_store_insert (FfDb *db, FfEnrolment *enrolment, GError **error);
gboolean ff_enrolment_store_update (FfDb *db, const FfEnrolment *enrolment, GError **error);
gboolean ff_enrolment_store_delete (FfDb *db, gint64 id, GError **error);
/* @reason NULL takes the waiver back. */
gboolean ff_enrolment_store_set_waiver (FfDb *db, gint64 id, const char *reason, const char *decider, GError **error);
/* gint64 ids of the waiting list, in its order. */
GArray *ff_enrolment_store_list_waiting (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_enrolment_store_set_waiting (FfDb *db, gint64 id, gint64 waiting, GError **error);
/* The sessions after @now that are meant for one trainee by name are meant for the other. */
gboolean ff_enrolment_store_hand_over_sessions (FfDb *db, gint64 run_id, gint64 from_trainee, gint64 to_trainee, FfMinute now,
                                                GError **error);
/* Takes over the trainee's department, layer and job title as they are now. */
gboolean ff_enrolment_store_take_snapshot (FfDb *db, FfEnrolment *enrolment, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_enrolment_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
