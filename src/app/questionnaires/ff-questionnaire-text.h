/* The words for questionnaires that pages and forms share. */
#pragma once

#include "ff-questionnaire-store.h"

G_BEGIN_DECLS

const char *ff_questionnaire_kind_title (FfQuestionnaireKind kind);
const char *ff_question_kind_title (FfQuestionKind kind);
/* Where it stands: "Built-in", "Library", "CX-101 Service at the desk". */
char *ff_questionnaire_text_place (const FfQuestionnaireRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* "English", in that language itself. */
const char *ff_questionnaire_text_language (const char *language);
/* What it means for those who answer, in a sentence. */
const char *ff_questionnaire_text_anonymous (gboolean anonymous);
/* "Scale 1 to 5 · target 4.5 · 12 questions" */
char *ff_questionnaire_text_facts (const FfQuestionnaire *questionnaire) G_GNUC_WARN_UNUSED_RESULT;
/* "weight 2 · target 4.5 · about the trainer"; NULL when there is nothing to say. */
char *ff_questionnaire_text_dimension (const FfDimension *dimension) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
