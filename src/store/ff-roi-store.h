/* The table roi: what is known of the worth of a class's or a project's results. */
#pragma once

#include "ff-db.h"
#include "ff-owner.h"

G_BEGIN_DECLS

/* -1 stands for what is not known. */
typedef struct
{
  gint64 id; /* 0: nothing is stored */
  gint64 version;
  FfOwner owner;     /* a project or a class */
  gint64 benefit;    /* hundredths of the currency, over so many months: */
  int months;
  gint64 cost;       /* hundredths of the currency; -1: what the budget lines add up to */
  int isolation;     /* hundredths of a percent that the training did, and nothing else */
  char *isolation_by; /* how that is known */
  int confidence;    /* hundredths of a percent */
  char *note;
} FfRoiFacts;

void ff_roi_facts_free (FfRoiFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfRoiFacts, ff_roi_facts_free)

/* Of an owner of which nothing is stored everything is unknown. */
FfRoiFacts *ff_roi_store_read (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Sets the id. */
gboolean ff_roi_store_insert (FfDb *db, FfRoiFacts *facts, GError **error);
gboolean ff_roi_store_update (FfDb *db, const FfRoiFacts *facts, GError **error);
gboolean ff_roi_store_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
