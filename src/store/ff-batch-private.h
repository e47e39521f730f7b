#pragma once

#include "ff-db-private.h"

G_BEGIN_DECLS

/* A batch of any kind that is not nested; @target is the batch that it undoes or redoes, or 0. */
FfBatch *ff_batch_begin_kind (FfDb *db, const char *kind, const char *label, gint64 target, const char *where, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
