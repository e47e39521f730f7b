/* Everything computed about a class, as “show class --json” prints it (HEADLESS, 2). */
#pragma once

#include "ff-class-figures.h"

G_BEGIN_DECLS

char *ff_class_json_format (const FfClassFigures *figures) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
