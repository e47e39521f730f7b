/* The parts of what the Today page shows. */
#pragma once

#include "ff-today.h"

G_BEGIN_DECLS

/* Session id → FfSessionCount, of the sessions that touch [from, to); those for whom nobody is expected are missing. */
GHashTable *ff_today_read_counts (FfDb *db, FfMinute from, FfMinute to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_today_read_clashes (FfDb *db, FfToday *today, GError **error);
/* Add to the page's dues and attention. */
gboolean ff_today_add_registers (FfDb *db, FfToday *today, GError **error);
gboolean ff_today_add_setups (FfDb *db, FfToday *today, GError **error);
gboolean ff_today_add_tasks (FfDb *db, FfToday *today, GError **error);
gboolean ff_today_add_actions (FfDb *db, FfToday *today, GError **error);
gboolean ff_today_add_classes (FfDb *db, FfToday *today, GError **error);

G_END_DECLS
