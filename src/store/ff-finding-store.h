/* The tables finding and goal: what the need for training is known from, and what is to be reached. */
#pragma once

#include "ff-db.h"
#include "ff-owner.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  FfOwner owner;
  int position;
  char *kind;              /* background, pain_point, need, gap */
  gint64 layer_id;         /* 0: all */
  char *layer_key;         /* NULL: all */
  char *layer;             /* in the reader's language; NULL: all */
  char *text;
  char *source;            /* NULL: not said */
  int share;               /* of those asked, hundredths of a percent; -1: not said */
  gint64 syllabus_item_id; /* the module that answers it; 0: none yet */
  char *syllabus_item;     /* its title; NULL: none yet */
} FfFinding;

void ff_finding_free (FfFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfFinding, ff_finding_free)

/* FfFinding of @owner, in order. */
GPtrArray *ff_finding_store_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfFinding *ff_finding_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Sets the id. Both write ids and plain values, not the joined titles; the update leaves owner and position alone. */
gboolean ff_finding_store_insert (FfDb *db, FfFinding *finding, GError **error);
gboolean ff_finding_store_update (FfDb *db, const FfFinding *finding, GError **error);

typedef struct
{
  gint64 id;
  gint64 version;
  FfOwner owner;
  int position;
  int level;       /* 1 to 4; 0: of the whole */
  gint64 layer_id; /* 0: all */
  char *layer_key; /* NULL: all */
  char *layer;     /* in the reader's language; NULL: all */
  char *text;
} FfGoal;

void ff_goal_free (FfGoal *goal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfGoal, ff_goal_free)

/* FfGoal of @owner, in order. */
GPtrArray *ff_goal_store_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfGoal *ff_goal_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* As of findings. */
gboolean ff_goal_store_insert (FfDb *db, FfGoal *goal, GError **error);
gboolean ff_goal_store_update (FfDb *db, const FfGoal *goal, GError **error);

G_END_DECLS
