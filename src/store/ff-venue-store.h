/* The table venue. */
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
} FfVenue;

void ff_venue_free (FfVenue *venue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfVenue, ff_venue_free)

/* The live row, or NULL: without an error when there is none. */
FfVenue *ff_venue_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 ff_venue_store_find (FfDb *db, const char *name, GError **error); /* 0 if there is none, -1 on error */
/* FfVenue, by name. @search as typed; NULL: all. */
GPtrArray *ff_venue_store_list (FfDb *db, const char *search, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean ff_venue_store_insert (FfDb *db, FfVenue *venue, GError **error);
gboolean ff_venue_store_update (FfDb *db, const FfVenue *venue, GError **error);
gboolean ff_venue_store_mark_deleted (FfDb *db, gint64 id, GError **error);
/* As ff_trainer_store_next_session (). */
char *ff_venue_store_next_session (FfDb *db, gint64 id, const char *now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds one sentence for each thing that is wrong. */
gboolean ff_venue_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
