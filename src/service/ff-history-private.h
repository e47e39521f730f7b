/* What the files of ff-history share. */
#pragma once

#include "ff-history-fields.h"
#include "ff-history.h"

G_BEGIN_DECLS

/* Whether there is a way back for values of a field. */
gboolean ff_history_can_restore (const FfHistoryTable *table, const FfHistoryField *field);

G_END_DECLS
