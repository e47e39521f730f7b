/* What GtkPopover leaves to its user: a popover that is made for one moment, and one whose content grows. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Opens it, pointing at @area of @parent, whose layout has to place popovers as that of a bin does; once closed it goes by itself. */
void ff_popover_open (GtkPopover *self, GtkWidget *parent, const GdkRectangle *area);
/* After something inside became larger or smaller: a popover on the screen keeps the size it was shown with. Nothing happens outside of
   one. */
void ff_popover_fit (GtkWidget *inside);

G_END_DECLS
