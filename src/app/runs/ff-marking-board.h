/* What is being marked, in one of two ways: all criteria of the person in front of you, or all people by one criterion. It holds the place
   where one is, and knows the keys. */
#pragma once

#include <gtk/gtk.h>

#include "ff-marking-sheet.h"

G_BEGIN_DECLS

#define FF_TYPE_MARKING_BOARD (ff_marking_board_get_type ())
G_DECLARE_FINAL_TYPE (FfMarkingBoard, ff_marking_board, FF, MARKING_BOARD, GtkBox)

/* Signals
   moved (): another person or column.
   entered (FfMarkingEntry *entry): is shown already and to be written.
   comment (GtkWidget *row): the comment on the score where one is was asked for.
   left (): an entry for points was closed; the focus may go back. */

GtkWidget *ff_marking_board_new (FfMarkingSheet *sheet);
void ff_marking_board_set_by_criterion (FfMarkingBoard *self, gboolean by_criterion);
gboolean ff_marking_board_get_by_criterion (FfMarkingBoard *self);
void ff_marking_board_set_writable (FfMarkingBoard *self, gboolean writable);

/* FALSE when there is nobody or nothing to mark. */
gboolean ff_marking_board_get_place (FfMarkingBoard *self, guint *person, guint *column);
void ff_marking_board_go_to (FfMarkingBoard *self, guint person, guint column);
/* To the next (1) or previous (-1) person; in the mode of one criterion, to the next criterion. FALSE at the end. */
gboolean ff_marking_board_turn (FfMarkingBoard *self, int step);
/* Whether the key was one of the board's. */
gboolean ff_marking_board_key (FfMarkingBoard *self, guint keyval, GdkModifierType state);

G_END_DECLS
