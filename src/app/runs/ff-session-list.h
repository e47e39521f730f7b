/* The sessions of a class in order of date: time, place, who teaches, how many came, and the agenda to unfold. */
#pragma once

#include "ff-run-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_SESSION_LIST (ff_session_list_get_type ())
G_DECLARE_FINAL_TYPE (FfSessionList, ff_session_list, FF, SESSION_LIST, AdwBin)

GtkWidget *ff_session_list_new (FfWorkspace *workspace);
/* Shows what the figures say now; which agendas were unfolded is remembered. */
void ff_session_list_update (FfSessionList *self, const FfClassFigures *figures);

/* The rows activate "tab.edit-session", "tab.take-attendance", "tab.cancel-session" and "tab.delete-session" with the session's id (x). */

G_END_DECLS
