/* How a questionnaire is compared with what is stored, and written; private to the services. */
#pragma once

#include "ff-questionnaires.h"

G_BEGIN_DECLS

/* Trims texts, makes empty ones NULL, fills keys. */
gboolean ff_questionnaire_clean (FfQuestionnaire *questionnaire, GError **error);
/* Ids of dimensions and questions that @stored (may be NULL) does not have become those of the ones with their keys, else 0. */
void ff_questionnaire_adopt_ids (FfQuestionnaire *questionnaire, const FfQuestionnaire *stored);
/* Refuses what would change the meaning of answers; ids are adopted. */
gboolean ff_questionnaire_check_answered (FfDb *db, const FfQuestionnaire *questionnaire, const FfQuestionnaire *stored, GError **error);
/* Whether the rows themselves are the same, whatever stands below them. */
gboolean ff_questionnaire_row_equal (const FfQuestionnaire *a, const FfQuestionnaire *b);
/* Dimensions, questions and translations that differ from @stored (NULL: all); the whole has its id. @changed is set, never cleared. */
gboolean ff_questionnaire_write_parts (FfDb *db, FfQuestionnaire *questionnaire, const FfQuestionnaire *stored, gboolean *changed,
                                       GError **error);

G_END_DECLS
