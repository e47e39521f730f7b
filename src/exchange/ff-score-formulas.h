/* The formulas of the sheet Scores; private to the score sheet. */
#pragma once

#include "ff-score-layout.h"

G_BEGIN_DECLS

typedef struct _FfScoreFormulas FfScoreFormulas;

FfScoreFormulas *ff_score_formulas_new (const FfScoreLayout *layout) G_GNUC_WARN_UNUSED_RESULT;
void ff_score_formulas_free (FfScoreFormulas *formulas);

/* The formula of a column in @row, which counts from 0; until the next one is asked for. */
const char *ff_score_formulas_get (FfScoreFormulas *formulas, FfScoreColumn column, guint row);
/* The same for a leaf whose source is attendance. */
const char *ff_score_formulas_get_leaf (FfScoreFormulas *formulas, guint component, guint row);

G_END_DECLS
