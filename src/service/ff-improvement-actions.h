/* Use cases about the actions of an improvement cycle: what is done about a weak item, by whom and until when, and what it has brought. */
#pragma once

#include "ff-improvement-action-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

const char *ff_action_state_title (FfActionState state);

typedef struct
{
  const char *title;       /* required of a new one */
  const char *improvement; /* the id of a weak item of the same cycle, in digits; "": none */
  const char *cause;       /* the id of a cause of it, in digits; "": none */
  const char *level;       /* "1" to "4"; "": that of the weak item, else none */
  const char *step;        /* "1" to "8" */
  const char *in_charge;
  const char *due_on;      /* "": not dated */
  const char *state;       /* open, done, dropped */
  const char *metric;      /* the id of a metric, in digits; "": measured otherwise */
  const char *measure;
  const char *unit;
  const char *direction;   /* up, down */
  const char *before;      /* numbers; "": not known */
  const char *goal;
  const char *after;
  const char *kept;        /* "1", "0"; "": not decided */
  const char *result;
} FfActionDraft;

/* @update_id 0 adds one behind the others of its phase, to the cycle of @owner that runs. @id may be NULL. */
FfPut ff_actions_put (FfDb *db, FfOwner owner, gint64 update_id, const FfActionDraft *draft, gint64 *id, GError **error);
/* FF_ERROR_NOT_FOUND when it is gone. */
FfAction *ff_actions_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* To a place (from 0) in a phase; it takes the usual step of a phase that is another one than before. */
gboolean ff_actions_move (FfDb *db, gint64 id, FfPhase phase, int position, GError **error);
gboolean ff_actions_delete (FfDb *db, gint64 id, GError **error);
/* FfAction of all cycles that run, open and due on @until or before, by date. */
GPtrArray *ff_actions_list_open (FfDb *db, FfDay until, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Of its measure, as it stands. */
FfEffect ff_action_effect (const FfAction *action);

G_END_DECLS
