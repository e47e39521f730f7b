/* Sessions that need the same trainer or venue at the same time (RULES, 7). */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef enum
{
  FF_CLASH_TRAINER,
  FF_CLASH_VENUE,
} FfClashKind;

typedef struct
{
  FfClashKind kind;
  char *name; /* of the trainer or venue */
  char *run_code; /* the other session */
  char *key;
  FfMinute from; /* the common time */
  FfMinute to;
} FfClash;

void ff_clash_free (FfClash *clash);

/* FfClash of a session with sessions of live classes, by time. Touching is no clash; cancelled sessions and classes, and sessions
   that share a joint key, never clash; an online session needs no venue. */
GPtrArray *ff_clash_store_of_session (FfDb *db, gint64 session_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
