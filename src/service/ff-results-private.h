/* What the files of the results across classes share. */
#pragma once

#include "ff-results.h"
#include "ff-results-store.h"

G_BEGIN_DECLS

/* Brings what is kept in memory up to the present state, within the caller's read transaction. */
gboolean ff_results_cache_update (FfResultsCache *cache, FfDb *db, const GPtrArray *runs, FfMinute now, GError **error);
/* How many are enrolled in a class that was among those runs, and its four levels. */
void ff_results_cache_fill (FfResultsCache *cache, FfResultsRow *row);
/* FfResultsProject of every project with metrics, the last to end first, within the caller's read transaction. */
GPtrArray *ff_results_list_projects (FfDb *db, FfMinute now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfResultsCell ff_results_cell (const FfLevel *level, double change_percent);

G_END_DECLS
