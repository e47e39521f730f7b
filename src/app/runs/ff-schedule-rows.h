/* The rows of a class's schedule: days, sessions, slots. */
#pragma once

#include <adwaita.h>

#include "ff-agenda.h"
#include "ff-session-store.h"

G_BEGIN_DECLS

/* The heading of a day. */
GtkWidget *ff_schedule_day_new (FfDay day, guint sessions);
/* Says how many clashes a session has, and bears its id as its name. */
GtkWidget *ff_schedule_clash_button_new (const FfSession *session, guint clashes, GCallback on_clash, gpointer user_data);
/* A session; @clashes of them open and not accepted. Its clash button is of the class "clash-button" and has the session as its name. */
GtkWidget *ff_schedule_session_new (const FfSession *session, guint clashes, GCallback on_clash, gpointer user_data);
/* A slot of its agenda; @outside: it no longer lies in its session. */
GtkWidget *ff_schedule_slot_new (const FfAgendaSlot *slot, gboolean outside);
/* The last row of a session, which adds a slot. */
GtkWidget *ff_schedule_add_slot_new (gint64 session_id);

G_END_DECLS
