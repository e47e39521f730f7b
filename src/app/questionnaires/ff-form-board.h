/* The questions of a paper form, one below the other as on the paper, and the keys that answer them. */
#pragma once

#include <gtk/gtk.h>

#include "ff-form-draft.h"

G_BEGIN_DECLS

#define FF_TYPE_FORM_BOARD (ff_form_board_get_type ())
G_DECLARE_FINAL_TYPE (FfFormBoard, ff_form_board, FF, FORM_BOARD, GtkBox)

/* Signals
   changed (): something was typed.
   complete (): the last question was left, and nothing happens to the draft until ff_form_board_begin (). */

/* @draft is to outlive the board. */
GtkWidget *ff_form_board_new (const FfQuestionnaire *questionnaire, FfFormDraft *draft);
/* Shows the draft from its beginning, and takes the focus. */
void ff_form_board_begin (FfFormBoard *self, const FfResponse *response);
void ff_form_board_grab (FfFormBoard *self);

G_END_DECLS
