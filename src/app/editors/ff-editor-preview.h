/* The foot of a form that says, while one types, what stands against what the form holds, and offers something better. It grows from the
   bottom, so that no field moves under the pointer. */
#pragma once

#include "ff-editor.h"

G_BEGIN_DECLS

#define FF_TYPE_EDITOR_PREVIEW (ff_editor_preview_get_type ())
G_DECLARE_FINAL_TYPE (FfEditorPreview, ff_editor_preview, FF, EDITOR_PREVIEW, AdwBin)

/* Signal: taken (FfEditorValues *): the person takes a proposal that fills in these fields. */

GtkWidget *ff_editor_preview_new (FfWorkspace *workspace, const FfEditorKind *kind, gint64 id, gint64 context);
/* Looks at @values, which it takes, once no others came for a moment. */
void ff_editor_preview_ask (FfEditorPreview *self, FfEditorValues *values);

G_END_DECLS
