/* What is done from the Evaluation tab of a class: questionnaires taken, printed, filled in, interviews drawn, unusual values explained. */
#pragma once

#include "ff-run-tab.h"

G_BEGIN_DECLS

/* Adds to the actions of @tab: take-questionnaire (i: level), enter-forms, who-has-answered, forms-handed-out and print-form (x: questionnaire),
   import-answers, draw-interviews, explain-value ((xx): metric, day), show-values (x: metric). */
void ff_evaluation_actions_add (FfRunTab *tab);

G_END_DECLS
