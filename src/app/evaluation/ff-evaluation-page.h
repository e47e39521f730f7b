/* The Evaluation tab of a class: a card for each of the four levels, and a page behind each card. */
#pragma once

#include "ff-run-tab.h"

G_BEGIN_DECLS

#define FF_TYPE_EVALUATION_PAGE (ff_evaluation_page_get_type ())
G_DECLARE_FINAL_TYPE (FfEvaluationPage, ff_evaluation_page, FF, EVALUATION_PAGE, FfRunTab)

/* 1 to 4; 0: the cards. */
void ff_evaluation_page_show_level (FfEvaluationPage *self, int level);

G_END_DECLS
