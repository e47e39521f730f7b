/* When somebody came and left, and what that means before it is saved. */
#pragma once

#include <gtk/gtk.h>

#include "ff-attendance-model.h"

G_BEGIN_DECLS

#define FF_TYPE_TIME_POPOVER (ff_time_popover_get_type ())
G_DECLARE_FINAL_TYPE (FfTimePopover, ff_time_popover, FF, TIME_POPOVER, GtkPopover)

/* Signal "entered" (): Enter was pressed and the times were taken. Closing it takes them too; Escape does not. */
GtkWidget *ff_time_popover_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* For one cell of the register, which must be editable. */
void ff_time_popover_open (FfTimePopover *self, FfAttendanceModel *model, int row, int column);

G_END_DECLS
