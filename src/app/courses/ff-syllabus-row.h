/* A row of the syllabus: number, title, kind, whom it is for, minutes. Its title can be edited in place. */
#pragma once

#include <gtk/gtk.h>

#include "ff-syllabus-node.h"

G_BEGIN_DECLS

#define FF_TYPE_SYLLABUS_ROW (ff_syllabus_row_get_type ())
G_DECLARE_FINAL_TYPE (FfSyllabusRow, ff_syllabus_row, FF, SYLLABUS_ROW, GtkWidget)

/* Signals, all while the title is edited: typed (): the text is another; entered (): Enter; cancelled (): Escape; left (): the keyboard
   went elsewhere; shifted (gboolean inward): Tab, Shift+Tab, Alt+Right, Alt+Left. */

GtkWidget *ff_syllabus_row_new (void);
/* NULL shows nothing. Ends editing. */
void ff_syllabus_row_set_node (FfSyllabusRow *self, FfSyllabusNode *node);
FfSyllabusNode *ff_syllabus_row_get_node (FfSyllabusRow *self);

/* Takes the keyboard, with all of @text selected or the cursor behind it. */
void ff_syllabus_row_edit (FfSyllabusRow *self, const char *text, gboolean select);
void ff_syllabus_row_stop_editing (FfSyllabusRow *self);
/* NULL while nothing is edited. */
const char *ff_syllabus_row_get_text (FfSyllabusRow *self);

G_END_DECLS
