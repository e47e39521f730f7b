/* The times at which one thing is taken: an interval tree laid into a sorted array, where each element knows the latest end in the
   half of which it is the middle. Private to the schedule. */
#pragma once

#include "ff-time.h"

G_BEGIN_DECLS

typedef struct
{
  FfMinute from;
  FfMinute to;
  gconstpointer what; /* whose time it is; NULL for what has no more to say */
} FfSpan;

typedef struct
{
  gint64 id; /* of the thing; the key of the table in which it stands */
  GArray *spans;
  FfMinute *reach;
  gboolean sorted;
} FfTrack;

/* A table of tracks by their id. */
GHashTable *ff_tracks_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ff_tracks_add (GHashTable *tracks, gint64 id, const FfSpan *span);
/* Appends to @found (FfSpan) those that share a minute with [from, to), by their start. O(log n + found), and O(n log n) once after
   something was added. */
void ff_tracks_find (GHashTable *tracks, gint64 id, FfMinute from, FfMinute to, GArray *found);

G_END_DECLS
