/* Everything computed about a class, as “show class --json” prints it (HEADLESS, 2). */
#pragma once

#include "ff-evaluation-figures.h"

G_BEGIN_DECLS

/* @levels: of that class; NULL: they are not looked at, and null in the document. */
char *ff_class_json_format (const FfClassFigures *figures, const FfEvaluationFigures *levels) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
