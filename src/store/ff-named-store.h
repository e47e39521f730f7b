/* What the tables trainer, venue and equipment have in common: a name that is unique among the live rows, the keys by which it is
   found and sorted, a mark of deletion, and sessions that need it. */
#pragma once

#include "ff-choice.h"
#include "ff-db.h"
#include "ff-time.h"

G_BEGIN_DECLS

typedef enum
{
  FF_NAMED_TRAINER,
  FF_NAMED_VENUE,
  FF_NAMED_EQUIPMENT,
} FfNamed;

gint64 ff_named_store_find (FfDb *db, FfNamed kind, const char *name, GError **error); /* 0 if there is none, -1 on error */
/* FfChoice of the live rows, by name. @search as typed; NULL: all. */
GPtrArray *ff_named_store_choices (FfDb *db, FfNamed kind, const char *search, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What such a list can be sorted by. */
typedef enum
{
  FF_NAMED_SORT_NAME,
  FF_NAMED_SORT_NEXT, /* the first session to come that needs it */
  FF_NAMED_SORT_KIND, /* of trainers, to … */
  FF_NAMED_SORT_ORGANISATION,
  FF_NAMED_SORT_GRADE,
  FF_NAMED_SORT_EXPIRY, /* … the first qualification to end */
  FF_NAMED_SORT_SITE,   /* of venues */
  FF_NAMED_SORT_SIZE,  /* places of a venue, pieces of equipment */
} FfNamedSort;

typedef struct
{
  const char *search; /* as typed; NULL: all */
  FfNamedSort sort;
  gboolean descending;
  FfMinute now;
} FfNamedQuery;

/* gint64 ids of the live rows, filtered and sorted in SQL; what lacks the value stands last either way. */
GArray *ff_named_store_list (FfDb *db, FfNamed kind, const FfNamedQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_named_store_mark_deleted (FfDb *db, FfNamed kind, gint64 id, GError **error);
/* Binds $search_key and $sort_key. @extra, which may be NULL, is found too. */
void ff_named_store_bind_keys (FfStatement *statement, const char *name, const char *extra);

/* A session of a live class, not cancelled, that needs such a thing. */
typedef struct
{
  gint64 session_id;
  gint64 run_id;
  char *run_code;
  char *run_title;
  char *key;
  char *title; /* NULL: none of its own */
  FfMinute starts_at;
  FfMinute ends_at;
  char *venue; /* NULL: none */
  char *joint;
  gboolean provisional;
} FfBooking;

void ff_booking_free (FfBooking *booking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfBooking, ff_booking_free)

/* FfBooking by time that touch [from, to), the first @limit of them; -1: all. */
GPtrArray *ff_named_store_bookings (FfDb *db, FfNamed kind, gint64 id, FfMinute from, FfMinute to, int limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The name of a venue that falls back on this venue or has this equipment; NULL without an error when there is none. */
char *ff_named_store_find_venue (FfDb *db, FfNamed kind, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Adds one sentence for each thing that is wrong. */
gboolean ff_named_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
