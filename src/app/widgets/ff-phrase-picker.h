/* The sentences of the comment bank beside a text that is being written: found by a few letters (of their pinyin too), put into the text by
   their number or a click, and the text itself kept as a new one. */
#pragma once

#include <gtk/gtk.h>

#include "ff-workspace.h"

G_BEGIN_DECLS

#define FF_TYPE_PHRASE_PICKER (ff_phrase_picker_get_type ())
G_DECLARE_FINAL_TYPE (FfPhrasePicker, ff_phrase_picker, FF, PHRASE_PICKER, GtkBox)

/* @view is where phrases go; it is taught the keys Alt+1 … Alt+9, and Ctrl+F to find one. It must live as long as the picker. */
GtkWidget *ff_phrase_picker_new (FfWorkspace *workspace, GtkTextView *view);

G_END_DECLS
