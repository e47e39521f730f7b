/* What can be chosen of a sign-in sheet, beside its pages. */
#pragma once

#include <adwaita.h>

#include "ff-signin-sheet.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_SIGNIN_PANE (ff_signin_pane_get_type ())
G_DECLARE_FINAL_TYPE (FfSigninPane, ff_signin_pane, FF, SIGNIN_PANE, AdwBin)

/* Opens the sheets of a class over @parent, or that of one of its sessions when @session_id is not 0. */
void ff_signin_pane_open (GtkWidget *parent, FfWorkspace *workspace, gint64 run_id, gint64 session_id);

G_END_DECLS
