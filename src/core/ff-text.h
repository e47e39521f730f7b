/* Text as Chinese input methods and spreadsheets produce it; private to the core. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Full-width forms of ASCII (９：１２) as their narrow ones, spaces at both ends cut off. NULL is "". */
char *ff_text_narrow (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
