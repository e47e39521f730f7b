/* Above the hours: the days, and what is due in them or makes them no ordinary days. A part of FfCalendarWeek. */
#pragma once

#include "ff-calendar-view.h"

G_BEGIN_DECLS

#define FF_TYPE_CALENDAR_HEAD (ff_calendar_head_get_type ())
G_DECLARE_FINAL_TYPE (FfCalendarHead, ff_calendar_head, FF, CALENDAR_HEAD, GtkWidget)

/* @view owns the head. */
GtkWidget *ff_calendar_head_new (FfCalendarView *view) G_GNUC_WARN_UNUSED_RESULT;
void ff_calendar_head_update (FfCalendarHead *self);

/* Shared by the views: a button for what is due, which leads to the class. */
GtkWidget *ff_calendar_due_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ff_calendar_due_bind (GtkWidget *button, const FfCalendarDue *due, FfDay today);

G_END_DECLS
