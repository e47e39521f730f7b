/* A class as a page of text. */
#pragma once

#include "ff-class-figures.h"

G_BEGIN_DECLS

char *ff_cli_class_text_format (const FfClassFigures *figures) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
