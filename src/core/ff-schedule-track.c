#include "config.h"

#include "ff-schedule-track.h"

static void
track_free (FfTrack *track)
{
  g_array_unref (track->spans);
  g_free (track->reach);
  g_free (track);
}

GHashTable *
ff_tracks_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) track_free);
}

void
ff_tracks_add (GHashTable *tracks, gint64 id, const FfSpan *span)
{
  FfTrack *track = g_hash_table_lookup (tracks, &id);

  if (track == NULL)
    {
      track = g_new0 (FfTrack, 1);
      track->id = id;
      track->spans = g_array_new (FALSE, FALSE, sizeof (FfSpan));
      g_hash_table_insert (tracks, &track->id, track);
    }
  g_array_append_val (track->spans, *span);
  track->sorted = FALSE;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const FfSpan *first = a, *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  return first->to < second->to ? -1 : first->to > second->to;
}

/* The halves of [low, high) are [low, middle) and [middle + 1, high). */
static FfMinute
note_reach (FfTrack *track, guint low, guint high)
{
  guint middle = low + (high - low) / 2;
  FfMinute reach;

  if (low == high)
    return G_MININT64;
  reach = g_array_index (track->spans, FfSpan, middle).to;
  reach = MAX (reach, note_reach (track, low, middle));
  reach = MAX (reach, note_reach (track, middle + 1, high));
  track->reach[middle] = reach;
  return reach;
}

static void
sort (FfTrack *track)
{
  g_array_sort (track->spans, compare_spans);
  track->reach = g_renew (FfMinute, track->reach, track->spans->len);
  note_reach (track, 0, track->spans->len);
  track->sorted = TRUE;
}

static void
find (const FfTrack *track, guint low, guint high, FfMinute from, FfMinute to, GArray *found)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const FfSpan *span = &g_array_index (track->spans, FfSpan, middle);

      if (track->reach[middle] <= from)
        return;
      find (track, low, middle, from, to, found);
      if (span->from >= to)
        return;
      if (span->to > from)
        g_array_append_vals (found, span, 1);
      low = middle + 1;
    }
}

void
ff_tracks_find (GHashTable *tracks, gint64 id, FfMinute from, FfMinute to, GArray *found)
{
  FfTrack *track = g_hash_table_lookup (tracks, &id);

  if (track == NULL)
    return;
  if (!track->sorted)
    sort (track);
  find (track, 0, track->spans->len, from, to, found);
}
