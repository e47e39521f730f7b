/* What FfAskWindow does in place: asks for one line beside what it is about, such as why somebody is exempt. */
#pragma once

#include <gtk/gtk.h>

#include "ff-ask-window.h"

G_BEGIN_DECLS

#define FF_TYPE_ASK_POPOVER (ff_ask_popover_get_type ())
G_DECLARE_FINAL_TYPE (FfAskPopover, ff_ask_popover, FF, ASK_POPOVER, GtkPopover)

/* Points at @area of @parent, whose layout has to place popovers. Everything is translated; @placeholder may be NULL. @func is called once
   with what was written, never with "", when the person confirms, and not at all when not; @user_data is freed by @destroy either way, when
   it closes. */
FfAskPopover *ff_ask_popover_open (GtkWidget *parent, const GdkRectangle *area, const char *explanation, const char *placeholder,
                                   const char *confirm, FfAskFunc func, gpointer user_data, GDestroyNotify destroy);

G_END_DECLS
