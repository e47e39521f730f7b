/* The columns of a file of answers: which part of which question a heading means. */
#pragma once

#include "ff-questionnaire.h"

G_BEGIN_DECLS

typedef struct
{
  const FfQuestion *question; /* of the questionnaire; NULL: of none */
  FfAnswerPart part;
} FfAnswerColumn;

/* FfAnswerColumn of all questions in their order; a pair has two. */
GArray *ff_answer_columns_list (const FfQuestionnaire *questionnaire) G_GNUC_WARN_UNUSED_RESULT;
/* "q3", "s1_e", "s1_p". */
char *ff_answer_columns_name (const FfAnswerColumn *column) G_GNUC_WARN_UNUSED_RESULT;
/* What people read: the title, of a pair with its part. */
char *ff_answer_columns_title (const FfAnswerColumn *column) G_GNUC_WARN_UNUSED_RESULT;
/* By a name as above, or by the title in any of its languages, whatever number stands before it ("3、…", "Q3. …") and whatever in brackets
   behind it; a title that two questions have finds none. */
gboolean ff_answer_columns_find (const FfQuestionnaire *questionnaire, const char *heading, FfAnswerColumn *column);
/* What survey sites write where somebody was not asked or did not answer. */
gboolean ff_answer_columns_is_skipped (const char *typed);

G_END_DECLS
