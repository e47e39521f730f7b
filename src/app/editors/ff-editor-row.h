/* One field of an editor: a row of the form and, below it, the reason why its value was refused. */
#pragma once

#include "ff-editor.h"

G_BEGIN_DECLS

#define FF_TYPE_EDITOR_ROW (ff_editor_row_get_type ())
G_DECLARE_FINAL_TYPE (FfEditorRow, ff_editor_row, FF, EDITOR_ROW, GObject)

/* Signals: left (): the person leaves the field, or has chosen; typed (): the text of a field changes while one types; entered ():
   Enter in it. */

/* Appends itself to @form. @choices: FfChoice or NULL; the row keeps a reference. */
FfEditorRow *ff_editor_row_new (const FfEditorField *field, GPtrArray *choices, GtkListBox *form) G_GNUC_WARN_UNUSED_RESULT;
void ff_editor_row_grab_focus (FfEditorRow *self);
/* FALSE for a choice that offers nothing else than what it shows. */
gboolean ff_editor_row_is_open (FfEditorRow *self);
const FfEditorField *ff_editor_row_get_field (FfEditorRow *self);
/* A field that means nothing now is not shown, and keeps its text. */
void ff_editor_row_set_visible (FfEditorRow *self, gboolean visible);
/* As the use case takes it: a choice is its key. */
char *ff_editor_row_dup_text (FfEditorRow *self) G_GNUC_WARN_UNUSED_RESULT;
void ff_editor_row_set_text (FfEditorRow *self, const char *text);
/* NULL: no complaint. */
void ff_editor_row_set_error (FfEditorRow *self, const char *reason);
gboolean ff_editor_row_has_error (FfEditorRow *self);

G_END_DECLS
