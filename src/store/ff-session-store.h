/* The tables session, session_trainer and session_audience. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* A longer one is a mistake, and the index by start can tell which sessions touch a period. */
#define FF_SESSION_MAX_DAYS 31

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 run_id;
  char *run_code;
  char *run_title;
  char *key;
  char *title;
  FfMinute starts_at;
  FfMinute ends_at;
  gint64 venue_id;
  char *venue;
  char *trainers; /* joined for reading by "; ", NULL: none */
  char *public_trainers; /* the same by the names that documents show */
  char *audience; /* titles joined by "; ", NULL: everybody */
  char *mode;
  char *link;     /* where those who are not in the room take part; NULL: not said */
  char *joint;
  gboolean provisional; /* a booking that is not confirmed yet */
  gboolean cancelled;
  char *reason;
  gboolean closed;
} FfSession;

void ff_session_free (FfSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSession, ff_session_free)

/* One row of whom a session is for: exactly one of the three ids is not 0. No row: everybody in the class. */
typedef struct
{
  gint64 session_id;
  gint64 layer_id;
  gint64 team_id;
  gint64 trainee_id;
} FfAudience;

/* A session of a live class, or NULL: without an error when there is none. */
FfSession *ff_session_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 ff_session_store_find (FfDb *db, gint64 run_id, const char *key, GError **error); /* 0 if there is none, -1 on error */
/* The first of S1, S2 … that the class does not use. */
char *ff_session_store_next_key (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfSession in order of date, cancelled ones too. @audience (may be NULL) takes the FfAudience rows of these sessions. */
GPtrArray *ff_session_store_of_run (FfDb *db, gint64 run_id, GArray *audience, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Those of live classes, not cancelled, that touch [from, to); cancelled sessions too. */
GPtrArray *ff_session_store_between (FfDb *db, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* FfSession of live classes that are one booking: those with the key @joint that share a minute with [from, to), @except_id left out. The
   same key at another time names another booking. */
GPtrArray *ff_session_store_joint (FfDb *db, const char *joint, gint64 except_id, FfMinute from, FfMinute to, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* The joint keys that are in use, in order: char *. */
GPtrArray *ff_session_store_list_joints (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Write the ids and plain values, not the joined names. */
gboolean ff_session_store_insert (FfDb *db, FfSession *session, GError **error);
gboolean ff_session_store_update (FfDb *db, const FfSession *session, GError **error);
/* With its trainers, audience and agenda. */
gboolean ff_session_store_delete (FfDb *db, gint64 id, GError **error);

/* Make the trainers or the audience of a session what is given; rows that stay are not touched. @changed is set, never cleared. */
gboolean ff_session_store_set_trainers (FfDb *db, gint64 session_id, const gint64 *trainer_ids, gsize n, gboolean *changed,
                                        GError **error);
gboolean ff_session_store_set_audience (FfDb *db, gint64 session_id, const FfAudience *audience, gsize n, gboolean *changed,
                                        GError **error);

/* What it has now: gint64 in their order, FfAudience. */
GArray *ff_session_store_read_trainers (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *ff_session_store_read_audience (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds one sentence for each thing that is wrong. */
gboolean ff_session_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
