/* Settings as rows of a form: each is kept when the person leaves it, and follows a change from elsewhere. */
#pragma once

#include <adwaita.h>

#include "ff-editor.h"

G_BEGIN_DECLS

#define FF_TYPE_SETTINGS_FORM (ff_settings_form_get_type ())
G_DECLARE_FINAL_TYPE (FfSettingsForm, ff_settings_form, FF, SETTINGS_FORM, AdwBin)

/* The name of a field is the key of a setting. @choices (may be NULL) gives those of a field, FfChoice. */
GtkWidget *ff_settings_form_new (FfWorkspace *workspace, const FfEditorField *fields, gsize n_fields, GPtrArray *(*choices) (const char *key));

G_END_DECLS
