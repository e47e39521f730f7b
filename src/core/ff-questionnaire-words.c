/* The keys by which files and the database name the kinds of questionnaires and questions. */
#include "config.h"

#include "ff-questionnaire.h"

static const char *const questionnaire_keys[] = {
  [FF_QUESTIONNAIRE_RATING] = "rating",           [FF_QUESTIONNAIRE_NPS] = "nps",
  [FF_QUESTIONNAIRE_YES_NO] = "yesno",            [FF_QUESTIONNAIRE_CHOICE] = "choice",
  [FF_QUESTIONNAIRE_TEXT] = "text",               [FF_QUESTIONNAIRE_SERVQUAL] = "servqual",
  [FF_QUESTIONNAIRE_CSI] = "csi",                 [FF_QUESTIONNAIRE_NEEDS] = "needs",
  [FF_QUESTIONNAIRE_OBSERVATION] = "observation", [FF_QUESTIONNAIRE_TEST] = "test",
};

static const char *const question_keys[] = {
  [FF_QUESTION_RATING] = "rating", [FF_QUESTION_NPS] = "nps",           [FF_QUESTION_YES_NO] = "yesno", [FF_QUESTION_CHOICE] = "choice",
  [FF_QUESTION_TEXT] = "text",     [FF_QUESTION_SERVQUAL] = "servqual", [FF_QUESTION_SHORT] = "short",
};

static const char *const about_keys[] = {
  [FF_ABOUT_CLASS] = NULL,
  [FF_ABOUT_TRAINER] = "trainer",
  [FF_ABOUT_VENUE] = "venue",
};

static const char *const invited_keys[] = {
  [FF_INVITED_ENROLLED] = "enrolled",
  [FF_INVITED_ATTENDED] = "attended",
  [FF_INVITED_TYPED] = "typed",
};

/* -1: it is none of them. */
static int
find_key (const char *const *keys, gsize n, const char *key)
{
  for (gsize i = 0; i < n; i++)
    if (g_strcmp0 (keys[i], key) == 0)
      return (int) i;
  return -1;
}

const char *
ff_questionnaire_kind_to_key (FfQuestionnaireKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (questionnaire_keys), NULL);

  return questionnaire_keys[kind];
}

gboolean
ff_questionnaire_kind_from_key (const char *key, FfQuestionnaireKind *kind)
{
  int found = find_key (questionnaire_keys, G_N_ELEMENTS (questionnaire_keys), key);

  if (found >= 0)
    *kind = found;
  return found >= 0;
}

const char *
ff_question_kind_to_key (FfQuestionKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (question_keys), NULL);

  return question_keys[kind];
}

gboolean
ff_question_kind_from_key (const char *key, FfQuestionKind *kind)
{
  int found = find_key (question_keys, G_N_ELEMENTS (question_keys), key);

  if (found >= 0)
    *kind = found;
  return found >= 0;
}

const char *
ff_about_to_key (FfAbout about)
{
  g_return_val_if_fail (about < G_N_ELEMENTS (about_keys), NULL);

  return about_keys[about];
}

gboolean
ff_about_from_key (const char *key, FfAbout *about)
{
  int found = find_key (about_keys, G_N_ELEMENTS (about_keys), key);

  if (found >= 0)
    *about = found;
  return found >= 0;
}

const char *
ff_invited_by_to_key (FfInvitedBy by)
{
  g_return_val_if_fail (by < G_N_ELEMENTS (invited_keys), NULL);

  return invited_keys[by];
}

gboolean
ff_invited_by_from_key (const char *key, FfInvitedBy *by)
{
  int found = find_key (invited_keys, G_N_ELEMENTS (invited_keys), key);

  if (found >= 0)
    *by = found;
  return found >= 0;
}
