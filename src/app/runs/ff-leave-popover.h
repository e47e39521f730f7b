/* Asks for the kind of a leave: one key for each kind. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FF_TYPE_LEAVE_POPOVER (ff_leave_popover_get_type ())
G_DECLARE_FINAL_TYPE (FfLeavePopover, ff_leave_popover, FF, LEAVE_POPOVER, GtkPopover)

/* Signal: chosen (const char *kind), an interned key. */
GtkWidget *ff_leave_popover_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @kinds: FfLeaveKind, looked at during the call. Enter takes @last, or the first when that is NULL. */
void ff_leave_popover_open (FfLeavePopover *self, const GPtrArray *kinds, const char *last);

G_END_DECLS
