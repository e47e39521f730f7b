/* The history of some rows beside what shows them: who, when, before → after, and the way back to each value. */
#pragma once

#include <gtk/gtk.h>

#include "ff-history.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

/* Opens beside @anchor, which has to stand in a window, and closes by itself. @row_ids (gint64) are rows of @table; @title says whose
   history it is: "张三 · Written test". The popover may be told which part of the anchor it points at. */
GtkPopover *ff_history_popover_open (GtkWidget *anchor, FfWorkspace *workspace, const char *table, GArray *row_ids, const char *title);
/* The same by what stands in the rows, so that those count which were removed meanwhile: { "enrolment_id", … }, { "component_id", … } of
   "mark". */
GtkPopover *ff_history_popover_open_keys (GtkWidget *anchor, FfWorkspace *workspace, const char *table, const FfRowKey *keys, gsize n,
                                          const char *title);

G_END_DECLS
