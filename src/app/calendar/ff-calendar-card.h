/* What a click on a session shows: when, where, who, and what can be done with it. */
#pragma once

#include <gtk/gtk.h>

#include "ff-calendar.h"

G_BEGIN_DECLS

/* A popover whose buttons are commands of the page and the window; it has no parent yet. */
GtkWidget *ff_calendar_card_new (const FfCalendarSession *session, gboolean editable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
