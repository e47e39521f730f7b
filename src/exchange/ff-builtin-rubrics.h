/* The rubrics that come with the program, in three languages: data/rubrics. */
#pragma once

#include "ff-rubric.h"

G_BEGIN_DECLS

/* FfRubric in the order of the file; @language is "en", "zh_CN", "zh_TW", or NULL: the reader's own. They live as long as the program and
   are not to be changed. */
const GPtrArray *ff_builtin_rubrics_get (const char *language);
/* NULL if there is none of that key. */
const FfRubric *ff_builtin_rubrics_find (const char *language, const char *key);

G_END_DECLS
