/* The sentences of each level; private to ff-level-words. */
#pragma once

#include "ff-level-words.h"
#include "ff-number.h"

G_BEGIN_DECLS

/* Appends and takes @sentence; NULL is none. */
void ff_words_say (GPtrArray *sentences, char *sentence);
/* Takes all of @more. */
void ff_words_say_all (GPtrArray *sentences, GPtrArray *more);
GPtrArray *ff_words_new (void) G_GNUC_WARN_UNUSED_RESULT;

void ff_reaction_words (const FfEvaluationFigures *figures, GPtrArray *sentences);
void ff_learning_words (const FfEvaluationFigures *figures, GPtrArray *sentences);
void ff_behaviour_words (const FfEvaluationFigures *figures, GPtrArray *sentences);
void ff_results_words (const FfEvaluationFigures *figures, GPtrArray *sentences);

/* Of a questionnaire of that kind with valid forms that may be shown. */
void ff_words_say_service (const FfQuestionnaireFigures *figures, GPtrArray *sentences);
void ff_words_say_index (const FfQuestionnaireFigures *figures, GPtrArray *sentences);

/* The questionnaire that decides level 1; NULL: there is none. */
const FfQuestionnaireFigures *ff_words_reaction (const FfEvaluationFigures *figures);
/* How many of @people make at least @percent of them. */
guint ff_words_needed (double percent, guint people);

G_END_DECLS
