/* A form that was answered: with a name, or of an anonymous questionnaire without. */
#pragma once

#include "ff-questionnaire.h"

G_BEGIN_DECLS

/* As what somebody answers about a trainee. */
typedef enum
{
  FF_RATER_ROLE_NONE, /* nothing was said: the form is by the trainee, about the class */
  FF_RATER_ROLE_SELF,
  FF_RATER_ROLE_SUPERVISOR,
  FF_RATER_ROLE_PEER,
  FF_N_RATER_ROLES,
} FfRaterRole;

const char *ff_rater_role_to_key (FfRaterRole role); /* NULL for none */
gboolean ff_rater_role_from_key (const char *key, FfRaterRole *role);
/* A key or a word of our languages, whatever its case; "" and NULL are none. */
gboolean ff_rater_role_parse (const char *typed, FfRaterRole *role);

typedef struct
{
  gint64 question_id;
  FfAnswerPart part;
  gint64 value; /* as ff_question_parse () gives it; -1: none */
  char *text;   /* likewise; NULL: none */
} FfAnswer;

typedef struct
{
  gint64 id; /* 0: not stored; of an anonymous one random */
  gint64 questionnaire_id;
  gboolean anonymous;
  gint64 trainee_id; /* 0: no name */
  FfRaterRole role;
  char *rater_name; /* "": not said */
  int wave;         /* from 1 */
  gboolean invalid; /* somebody said so */
  char *invalid_reason;
  GArray *answers;  /* FfAnswer, in the order of questions' ids; those not given are missing */
} FfResponse;

FfResponse *ff_response_new (gint64 questionnaire_id) G_GNUC_WARN_UNUSED_RESULT;
FfResponse *ff_response_copy (const FfResponse *response) G_GNUC_WARN_UNUSED_RESULT;
void ff_response_free (FfResponse *response);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfResponse, ff_response_free)

/* Whom @from is about, by whom, of which look at behaviour, and whether it is valid. */
void ff_response_take_about (FfResponse *response, const FfResponse *from);
gboolean ff_response_is_about_the_same (const FfResponse *a, const FfResponse *b);

/* NULL: not given. */
const FfAnswer *ff_response_find (const FfResponse *response, gint64 question_id, FfAnswerPart part);
/* @value -1 and @text NULL take the answer out. */
void ff_response_set (FfResponse *response, gint64 question_id, FfAnswerPart part, gint64 value, const char *text);
gboolean ff_answer_equal (const FfAnswer *a, const FfAnswer *b);

/* The ratings of a form in the order of the questionnaire, NAN where one is blank, a pair's as two; as many as it asks for. */
GArray *ff_response_list_ratings (const FfResponse *response, const FfQuestionnaire *questionnaire) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
