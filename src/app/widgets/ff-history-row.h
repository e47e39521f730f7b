/* One change of the journal as a row: when and by whom, of what, before → after, and the way back. A step that was taken back is struck. */
#pragma once

#include <adwaita.h>

#include "ff-history.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_HISTORY_ROW (ff_history_row_get_type ())
G_DECLARE_FINAL_TYPE (FfHistoryRow, ff_history_row, FF, HISTORY_ROW, AdwBin)

/* Signal: restoring (): the value is being restored. */

/* @brief: the place is known, as in the history of one mark: the row shows neither the subject nor the command. */
GtkWidget *ff_history_row_new (FfWorkspace *workspace, gboolean brief) G_GNUC_WARN_UNUSED_RESULT;
/* @change has to live as long as it is shown. NULL: shows nothing. */
void ff_history_row_set_change (FfHistoryRow *self, const FfChange *change);

G_END_DECLS
