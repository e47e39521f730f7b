/* What the Results page is built of. All of it is made from results once and never changes. */
#pragma once

#include <adwaita.h>

#include "ff-results.h"

G_BEGIN_DECLS

/* A card: how many classes met the target of a level. */
GtkWidget *ff_results_tile_new (const FfResults *results, int level);
/* A card: the shares of classes that met their targets, quarter by quarter. */
GtkWidget *ff_results_trend_new (const FfResults *results);
/* A card: what the figures say. */
GtkWidget *ff_results_words_new (const FfResults *results);
/* A card: what is overdue and what comes; each row opens its class. @all: more than the first ones. */
GtkWidget *ff_results_dues_new (const FfResults *results, gboolean all);

G_END_DECLS
