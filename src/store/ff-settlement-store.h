/* The tables settlement and settled_result: what was fixed when the results of a class were settled. */
#pragma once

#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 run_id;
  FfMinute settled_at;
  char *settled_by;
  int ranked; /* n of the award */
  int awards; /* k */
  char *note; /* of one that is being reopened: why */
} FfSettlement;

void ff_settlement_free (FfSettlement *settlement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfSettlement, ff_settlement_free)

typedef struct
{
  gint64 enrolment_id;
  gint64 total;         /* hundredths; -1: not known */
  int passed;           /* 1, 0; -1: left out */
  int rank;             /* 0: none */
  gboolean award;
  const char *left_out; /* why; NULL: was not left out */
} FfSettledResult;

/* NULL without an error when the class is not settled. */
FfSettlement *ff_settlement_store_read (FfDb *db, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The class of an enrolment; 0 if there is no such enrolment, -1 on error. */
gint64 ff_settlement_store_find_run (FfDb *db, gint64 enrolment_id, GError **error);
/* In the name of the connection's actor, which becomes settled_by. Sets the id. */
gboolean ff_settlement_store_insert (FfDb *db, FfSettlement *settlement, GError **error);
gboolean ff_settlement_store_insert_result (FfDb *db, gint64 settlement_id, const FfSettledResult *result, GError **error);
/* Notes the reason on the row before it is taken away, so that the journal keeps it. */
gboolean ff_settlement_store_delete (FfDb *db, gint64 id, const char *reason, GError **error);

/* @result and its text are good during the call. */
typedef void (*FfSettledResultFunc) (const FfSettledResult *result, gpointer user_data);
gboolean ff_settlement_store_foreach_result (FfDb *db, gint64 id, FfSettledResultFunc func, gpointer user_data, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_settlement_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
