/* The table venue; what it shares with other tables is in ff-named-store.h. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  char *name;
  int capacity; /* -1: not said */
  int setup_minutes;
  char *address;
  char *site;         /* travelling from one to another takes time */
  char *note;         /* whom to ask, technician, keys */
  gint64 fallback_id; /* 0: none */
  char *fallback;     /* its name */
} FfVenue;

void ff_venue_free (FfVenue *venue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfVenue, ff_venue_free)

/* The live row, or NULL: without an error when there is none. */
FfVenue *ff_venue_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfVenue, by name. @search as typed; NULL: all. */
GPtrArray *ff_venue_store_list (FfDb *db, const char *search, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean ff_venue_store_insert (FfDb *db, FfVenue *venue, GError **error);
gboolean ff_venue_store_update (FfDb *db, const FfVenue *venue, GError **error);

G_END_DECLS
