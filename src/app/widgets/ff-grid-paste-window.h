/* Asks before a block from the clipboard goes into a grid: what would change, what stays, what is refused and why. */
#pragma once

#include <gtk/gtk.h>

#include "ff-grid-draft.h"

G_BEGIN_DECLS

/* Takes over @draft, which is applied when the person confirms; @func (@user_data) is called then. @lost is how many values lie outside
   the grid, in that many rows and columns too many. The window belongs to itself, and goes when the rows or columns of the grid change. */
void ff_grid_paste_window_open (GtkWidget *parent, FfGridDraft *draft, guint lost, int lost_rows, int lost_columns,
                                void (*func) (gpointer user_data), gpointer user_data, GDestroyNotify destroy);

G_END_DECLS
