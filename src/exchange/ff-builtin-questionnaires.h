/* The questionnaires that come with the program: data/questionnaires. Each is written in English and translated into both kinds of
   Chinese, so that a class may ask in any of them. */
#pragma once

#include "ff-questionnaire.h"

G_BEGIN_DECLS

/* FfQuestionnaire in the order of the file. They live as long as the program and are not to be changed. */
const GPtrArray *ff_builtin_questionnaires_get (void);
/* NULL if there is none of that key. */
const FfQuestionnaire *ff_builtin_questionnaires_find (const char *key);

G_END_DECLS
