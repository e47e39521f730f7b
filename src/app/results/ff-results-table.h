/* The classes of the Results page, a row each: what its four levels came to, as a bar with its target and as a figure. */
#pragma once

#include <adwaita.h>

#include "ff-results.h"

G_BEGIN_DECLS

#define FF_TYPE_RESULTS_TABLE (ff_results_table_get_type ())
G_DECLARE_FINAL_TYPE (FfResultsTable, ff_results_table, FF, RESULTS_TABLE, AdwBin)

/* Signal: row-activated (gint64 run_id). */

/* The table takes what it shows from @results until the next call; NULL empties it. The order chosen by a header stays. */
void ff_results_table_set_results (FfResultsTable *self, const FfResults *results);
/* Without room the columns are narrower and hold figures and warnings alone. */
void ff_results_table_set_narrow (FfResultsTable *self, gboolean narrow);

G_END_DECLS
