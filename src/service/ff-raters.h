/* Use cases about who marks a class, and with what weight (RULES, 2). */
#pragma once

#include "ff-put.h"
#include "ff-rater-store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;   /* of a trainer of the database, or anybody's */
  const char *weight; /* a number above 0; "": as everybody's */
} FfRaterDraft;

/* FfRater in their order with the number of their marks; behind them those who have marked without being listed, with the id 0. */
GPtrArray *ff_raters_of_run (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FF_ERROR_NOT_FOUND when it is gone. */
FfRater *ff_raters_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @id 0 adds one at the end of @run_id: perhaps somebody who has marked already. With another name go the marks, which is refused when
   somebody of that name is listed or has marked. @new_id may be NULL. */
FfPut ff_raters_put (FfDb *db, gint64 id, gint64 run_id, const FfRaterDraft *draft, gint64 *new_id, GError **error);
/* Puts one at @position (from 0) among those of the class. */
gboolean ff_raters_move (FfDb *db, gint64 id, int position, GError **error);
/* Refused while there are marks of theirs. */
gboolean ff_raters_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
