/* Use cases about kinds of leave: official, sick, personal, and whatever an organisation adds. Each is neutral or counts as absent. */
#pragma once

#include "ff-leave-kind-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;  /* "" returns a built-in kind to its name */
  const char *counts; /* 1: counts as absent */
} FfLeaveKindDraft;

/* FfLeaveKind, in order. */
GPtrArray *ff_leave_kinds_list (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfLeaveKind *ff_leave_kinds_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Among @kinds, by its key; NULL if there is none. */
const FfLeaveKind *ff_leave_kinds_lookup (const GPtrArray *kinds, const char *key);
/* Among @kinds, by its key or by its name in any of our languages; NULL if there is none. */
const FfLeaveKind *ff_leave_kinds_find (const GPtrArray *kinds, const char *text);
/* What was entered before keeps what it counted as. @id may be NULL. */
FfPut ff_leave_kinds_put (FfDb *db, gint64 update_id, const FfLeaveKindDraft *draft, gint64 *id, GError **error);
/* Puts it at @position among the others, from 0. */
gboolean ff_leave_kinds_move (FfDb *db, gint64 id, int position, GError **error);
/* Refuses while any attendance is of this kind. */
gboolean ff_leave_kinds_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
