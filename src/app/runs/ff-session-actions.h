/* The commands about the sessions of a class, for the tabs that list them. */
#pragma once

#include "ff-run-tab.h"

G_BEGIN_DECLS

/* Adds them to the tab's own actions: add-session, generate, shift, change-trainer, confirm, copy; and with the id of a session
   ("x"): edit-session, take-attendance, postpone-session, cancel-session, delete-session. */
void ff_session_actions_add (FfRunTab *tab);
/* The menu of a tab that lists sessions. */
GMenuModel *ff_session_actions_menu (void) G_GNUC_WARN_UNUSED_RESULT;
/* A button with the menu of one session. */
GtkWidget *ff_session_actions_menu_button (const FfSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
