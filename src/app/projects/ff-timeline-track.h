/* One line of a timeline: bars and marks over days, weeks drawn behind them. All lines of one timeline have the same days. */
#pragma once

#include "ff-tag.h"
#include "ff-time.h"

G_BEGIN_DECLS

#define FF_TYPE_TIMELINE_TRACK (ff_timeline_track_get_type ())
G_DECLARE_FINAL_TYPE (FfTimelineTrack, ff_timeline_track, FF, TIMELINE_TRACK, GtkWidget)

/* From the first day to the last, both included; @today is marked when it lies between them. */
GtkWidget *ff_timeline_track_new (FfDay first, FfDay last, FfDay today);
/* What a colour means here stands in words beside the line too. */
void ff_timeline_track_add_bar (FfTimelineTrack *self, FfDay from, FfDay to, FfTone tone);
void ff_timeline_track_add_mark (FfTimelineTrack *self, FfDay day, FfTone tone);
/* The dates of the Mondays, as many as there is room for. */
void ff_timeline_track_add_dates (FfTimelineTrack *self);

G_END_DECLS
