/* The actions of a cycle in four columns, plan, do, check and act. Cards are opened, added, deleted, and moved between the columns and within
   them by dragging or by keys (FF_COMMANDS_IMPROVEMENT). */
#pragma once

#include <adwaita.h>

#include "ff-improvements.h"
#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_ACTION_BOARD (ff_action_board_get_type ())
G_DECLARE_FINAL_TYPE (FfActionBoard, ff_action_board, FF, ACTION_BOARD, GtkWidget)

GtkWidget *ff_action_board_new (FfWorkspace *workspace, FfOwner owner) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps the selection on the action that had it. @board stays the caller's, until the next one. */
void ff_action_board_set_board (FfActionBoard *self, const FfImprovementBoard *board);
/* Four columns side by side, or two and two. */
void ff_action_board_set_narrow (FfActionBoard *self, gboolean narrow);
/* Opens the form of a new one in a phase. */
void ff_action_board_add (FfActionBoard *self, FfPhase phase);

G_END_DECLS
