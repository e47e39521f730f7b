/* One session in the calendar: a block of the week, or a line of the month. What does not fit is left out by whole lines. */
#pragma once

#include <gtk/gtk.h>

#include "ff-calendar.h"

G_BEGIN_DECLS

#define FF_TYPE_CALENDAR_BLOCK (ff_calendar_block_get_type ())
G_DECLARE_FINAL_TYPE (FfCalendarBlock, ff_calendar_block, FF, CALENDAR_BLOCK, GtkWidget)

GtkWidget *ff_calendar_block_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Blocks are used again for other sessions. @line: one line, whatever the height. */
void ff_calendar_block_bind (FfCalendarBlock *self, const FfCalendarSession *session, gboolean line);
/* 0: not bound. */
gint64 ff_calendar_block_get_session (FfCalendarBlock *self);

/* What to call a session: its own title, else its class's. */
const char *ff_calendar_session_title (const FfCalendarSession *session);
/* "09:00–10:30", with the days when they differ. */
char *ff_calendar_session_times (FfMinute from, FfMinute to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
