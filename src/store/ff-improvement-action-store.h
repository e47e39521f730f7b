/* The table improvement_action: what is done about a weak item. */
#pragma once

#include "ff-db.h"
#include "ff-improvement.h"
#include "ff-owner.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef enum
{
  FF_ACTION_OPEN,
  FF_ACTION_DONE,
  FF_ACTION_DROPPED,
  FF_N_ACTION_STATES,
} FfActionState;

typedef enum
{
  FF_KEPT_UNDECIDED = -1,
  FF_KEPT_NO,
  FF_KEPT_YES, /* became the standard */
} FfKept;

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 cycle_id;
  FfOwner owner;         /* of the cycle, for reading */
  gint64 improvement_id; /* 0: none */
  gint64 cause_id;       /* 0: none */
  int position;
  int step;  /* 1 to 8 */
  int level; /* 0: of none */
  char *title;
  char *in_charge; /* NULL: nobody named */
  FfDay due_on;    /* FF_NO_DAY: not dated */
  FfActionState state;
  FfDay done_on;
  gint64 metric_id; /* 0: measured otherwise */
  char *measure;    /* what is measured, where it is no metric */
  char *unit;
  gboolean down; /* less is better */
  char *before;  /* decimal numbers; NULL: not measured */
  char *goal;
  char *after;
  FfKept kept;
  char *result;
  gint64 carried_from_id;
} FfAction;

void ff_action_free (FfAction *action);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfAction, ff_action_free)

const char *ff_action_state_to_key (FfActionState state);
gboolean ff_action_state_from_key (const char *key, FfActionState *state);

/* FfAction of a cycle, by phase and place. */
GPtrArray *ff_action_store_list (FfDb *db, gint64 cycle_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfAction of cycles that run, of live projects and of live classes that are not cancelled, that are open and due on @until or before, by
   date. */
GPtrArray *ff_action_store_list_open (FfDb *db, FfDay until, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfAction *ff_action_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Behind all others of its cycle; sets the id. */
gboolean ff_action_store_insert (FfDb *db, FfAction *action, GError **error);
/* Leaves cycle and place alone. */
gboolean ff_action_store_update (FfDb *db, const FfAction *action, GError **error);
/* At @position (from 0) among the actions of its phase; beyond the end is the end. */
gboolean ff_action_store_place (FfDb *db, gint64 id, int position, GError **error);
/* What was carried over from it stays. */
gboolean ff_action_store_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
