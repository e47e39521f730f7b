/* What pages say of a rubric. */
#pragma once

#include "ff-rubric.h"
#include "ff-tag.h"

G_BEGIN_DECLS

/* "Built-in", "Built-in, changed", "Own". */
const char *ff_rubric_text_kind (const FfRubric *rubric);
FfTone ff_rubric_text_tone (const FfRubric *rubric);
/* "5 criteria · 100 points" */
char *ff_rubric_text_size (const GPtrArray *criteria) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
