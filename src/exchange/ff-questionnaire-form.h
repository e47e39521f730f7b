/* A questionnaire on paper: one form, to be copied. The numbers of its questions are those that one types from. */
#pragma once

#include "ff-document.h"
#include "ff-questionnaire.h"

G_BEGIN_DECLS

typedef struct
{
  const char *language; /* one of ff_phrases_languages; NULL: the reader's */
  const char *about;    /* what stands below the title: the class and its dates; NULL: nothing */
} FfQuestionnaireFormOptions;

FfDocument *ff_questionnaire_form_make (const FfQuestionnaire *questionnaire, const FfQuestionnaireFormOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
