/* The table leave_kind: official, sick, personal, and whatever an organisation adds. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  const char *key;  /* interned, as records of attendance hold it */
  char *own_title;  /* NULL: the built-in name */
  gboolean counts;  /* counts as absent */
} FfLeaveKind;

void ff_leave_kind_free (FfLeaveKind *kind);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfLeaveKind, ff_leave_kind_free)

/* Its own name, else the built-in one in the reader's language, else its key. */
const char *ff_leave_kind_get_title (const FfLeaveKind *kind);
/* NULL for a key that is not built in. */
const char *ff_leave_kind_built_in_title (const char *key);

/* NULL without an error when there is none. */
FfLeaveKind *ff_leave_kind_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfLeaveKind, in the order of the list. */
GPtrArray *ff_leave_kind_store_list (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A new one stands last. */
gboolean ff_leave_kind_store_insert (FfDb *db, FfLeaveKind *kind, GError **error);
/* The key stays. */
gboolean ff_leave_kind_store_update (FfDb *db, const FfLeaveKind *kind, GError **error);
gboolean ff_leave_kind_store_delete (FfDb *db, gint64 id, GError **error);
/* Whether any attendance is of this kind: 1 or 0; -1 on error. */
int ff_leave_kind_store_is_used (FfDb *db, const char *key, GError **error);

G_END_DECLS
