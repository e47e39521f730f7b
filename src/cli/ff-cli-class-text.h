/* A class as a page of text. */
#pragma once

#include "ff-evaluation-figures.h"

G_BEGIN_DECLS

char *ff_cli_class_text_format (const FfEvaluationFigures *evaluation) G_GNUC_WARN_UNUSED_RESULT;
/* The four levels, one line each; ff-cli-levels-text.c has it. */
void ff_cli_levels_text_append (GString *out, const FfEvaluationFigures *evaluation);

G_END_DECLS
