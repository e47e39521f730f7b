/* A questionnaire: dimensions, their questions, and the same in other languages. The library keeps some; courses and projects have their
   own, and a class copies of its course's. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FF_QUESTIONNAIRE_RATING, /* reaction, and whatever is rated on a scale */
  FF_QUESTIONNAIRE_NPS,
  FF_QUESTIONNAIRE_YES_NO,
  FF_QUESTIONNAIRE_CHOICE,
  FF_QUESTIONNAIRE_TEXT,
  FF_QUESTIONNAIRE_SERVQUAL,    /* pairs of expectation and perception */
  FF_QUESTIONNAIRE_CSI,         /* weighted factors of weighted attributes */
  FF_QUESTIONNAIRE_NEEDS,       /* a study before a course is made */
  FF_QUESTIONNAIRE_OBSERVATION, /* of somebody, by himself, his superior, a peer */
  FF_QUESTIONNAIRE_TEST,        /* items that a scheme takes over: it is not answered here */
} FfQuestionnaireKind;

typedef enum
{
  FF_QUESTION_RATING,
  FF_QUESTION_NPS,
  FF_QUESTION_YES_NO,
  FF_QUESTION_CHOICE,
  FF_QUESTION_TEXT,
  FF_QUESTION_SERVQUAL, /* answered twice: columns KEY_e and KEY_p */
  FF_QUESTION_SHORT,    /* of a test: a marker gives points */
} FfQuestionKind;

typedef enum
{
  FF_PART_WHOLE,
  FF_PART_EXPECTATION,
  FF_PART_PERCEPTION,
} FfAnswerPart;

typedef enum
{
  FF_ABOUT_CLASS,
  FF_ABOUT_TRAINER,
  FF_ABOUT_VENUE,
} FfAbout;

typedef enum
{
  FF_INVITED_ENROLLED, /* and not withdrawn */
  FF_INVITED_ATTENDED, /* of those, who attended at least one session */
  FF_INVITED_TYPED,    /* forms handed out */
} FfInvitedBy;

/* Weights and means in ten-thousandths, as they are stored. */
#define FF_TEN_THOUSAND 10000
#define FF_NO_TARGET G_MININT64

/* What stands in another language; a member that is NULL is not translated. */
typedef struct
{
  char *language; /* "zh_CN" */
  char *title;
  GPtrArray *options; /* char *, as many as the original has; NULL: not translated */
  char *intro;        /* of a whole questionnaire */
} FfTranslation;

typedef struct
{
  gint64 id; /* of the row, 0: not stored */
  char *key;
  FfQuestionKind kind;
  char *title;        /* NULL: people read the key */
  GPtrArray *options; /* char *, of a choice; else empty */
  gboolean multiple;  /* of a choice: more than one may be chosen */
  gint64 weight;      /* in its factor */
  char *answer;       /* of a test's item, NULL elsewhere */
  gint64 points;      /* of a test's item: hundredths; 0 elsewhere */
  GPtrArray *translations; /* FfTranslation */
} FfQuestion;

typedef struct
{
  gint64 id;
  char *key;
  char *title;   /* NULL: people read the key */
  gint64 weight; /* only the proportion counts */
  gint64 target; /* FF_NO_TARGET: that of the questionnaire */
  FfAbout about;
  gint64 trainer_id; /* 0: the class's only one, or all */
  gint64 venue_id;
  GPtrArray *questions;    /* FfQuestion */
  GPtrArray *translations; /* FfTranslation */
} FfDimension;

typedef struct
{
  gint64 id;
  gint64 version;
  char *key;
  char *title;
  char *language; /* of what stands here, NULL: not said */
  FfQuestionnaireKind kind;
  int level; /* 0: of none */
  gboolean anonymous;
  int scale_min, scale_max;
  GPtrArray *scale_labels; /* char *, one per rating from the lowest on; empty: numbers alone */
  gint64 target;           /* FF_NO_TARGET: none */
  int min_responses;       /* an anonymous one shows nothing below so many */
  FfInvitedBy invited_by;
  gint64 invited; /* where it is typed; -1: not known */
  gboolean half_invalid;
  char *intro;     /* NULL: none */
  char *closed_on; /* ISO, NULL: open */
  GPtrArray *dimensions;   /* FfDimension */
  GPtrArray *translations; /* FfTranslation; options are the labels of the scale */
} FfQuestionnaire;

/* With the defaults of the rules: scale 1 to 5, a minimum of 5, no target. */
FfQuestionnaire *ff_questionnaire_new (const char *key, const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* With the ids. */
FfQuestionnaire *ff_questionnaire_copy (const FfQuestionnaire *questionnaire) G_GNUC_WARN_UNUSED_RESULT;
/* Forgets the ids, so that it is new wherever it is put. */
void ff_questionnaire_forget_ids (FfQuestionnaire *questionnaire);
void ff_questionnaire_free (FfQuestionnaire *questionnaire);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfQuestionnaire, ff_questionnaire_free)

/* Append; the owner is the questionnaire, or the dimension. @key may be NULL until ff_questionnaire_fill_keys (). */
FfDimension *ff_questionnaire_add_dimension (FfQuestionnaire *questionnaire, const char *key, const char *title);
FfQuestion *ff_dimension_add_question (FfDimension *dimension, const char *key, FfQuestionKind kind, const char *title);
/* Gives each dimension and each question without a key the first of d1, d2 … and q1, q2 … that is free. */
void ff_questionnaire_fill_keys (FfQuestionnaire *questionnaire);

const FfDimension *ff_questionnaire_get_dimension (const FfQuestionnaire *questionnaire, guint index);
const FfQuestion *ff_dimension_get_question (const FfDimension *dimension, guint index);
guint ff_questionnaire_count_questions (const FfQuestionnaire *questionnaire);
/* NULL if there is none; @dimension, which may be NULL, is where it stands. */
const FfQuestion *ff_questionnaire_find (const FfQuestionnaire *questionnaire, const char *key, const FfDimension **dimension);
const FfDimension *ff_questionnaire_find_dimension (const FfQuestionnaire *questionnaire, const char *key);
const FfQuestion *ff_questionnaire_find_id (const FfQuestionnaire *questionnaire, gint64 id, const FfDimension **dimension);

/* In @language, NULL for the one it is written in: the translation, else the title, else the key. */
const char *ff_questionnaire_title_in (const FfQuestionnaire *questionnaire, const char *language);
const char *ff_questionnaire_intro_in (const FfQuestionnaire *questionnaire, const char *language); /* NULL: none */
const GPtrArray *ff_questionnaire_scale_labels_in (const FfQuestionnaire *questionnaire, const char *language);
const char *ff_dimension_title_in (const FfDimension *dimension, const char *language);
const char *ff_question_title_in (const FfQuestion *question, const char *language);
const GPtrArray *ff_question_options_in (const FfQuestion *question, const char *language);
/* Replaces what stands there in that language; all NULL or empty takes it away. */
void ff_translations_set (GPtrArray *translations, const char *language, const char *title, const GPtrArray *options, const char *intro);
const FfTranslation *ff_translations_find (const GPtrArray *translations, const char *language);

/* Refuses empty or duplicate keys, keys that another question's column would have (KEY_e, KEY_p) or that files of answers use themselves
   (class, rater …), a choice without 2 to 26 options of a line each, options of anything else, a scale that begins below 0, is none or has
   more than 11 steps, as many labels as steps or none, a target outside the scale (of an NPS: −100 to 100; of SERVQUAL: a gap), a negative
   weight, a trainer or venue in a dimension that is not about one, an item of a test that ff_test_items_validate () refuses and short
   answers elsewhere, translated options in another number. FF_ERROR_INVALID with a sentence that names the question. */
gboolean ff_questionnaire_validate (const FfQuestionnaire *questionnaire, GError **error);

const char *ff_questionnaire_kind_to_key (FfQuestionnaireKind kind);
gboolean ff_questionnaire_kind_from_key (const char *key, FfQuestionnaireKind *kind);
const char *ff_question_kind_to_key (FfQuestionKind kind);
gboolean ff_question_kind_from_key (const char *key, FfQuestionKind *kind);
const char *ff_about_to_key (FfAbout about); /* NULL for the class */
gboolean ff_about_from_key (const char *key, FfAbout *about);
const char *ff_invited_by_to_key (FfInvitedBy by);
gboolean ff_invited_by_from_key (const char *key, FfInvitedBy *by);

/* What was typed or imported for a part of a question: "4", "4 = satisfied", "5分", "满意 (4)", a label of the scale in any of its languages,
   "yes", "是", letters, number or text of options, any text. On a scale of five steps without labels the usual words are understood
   ("非常满意" is the highest). Empty, "-" and what survey sites write for a question that was passed over are no answer: TRUE with @value -1
   and @text NULL. @value: the rating, 1 or 0 of a yes or no, the option from 1 on (0 where several letters stand in @text), else -1.
   @text (to be freed): a text, or the letters of a choice. FALSE with a sentence that says what may stand there. A rating is never negative,
   since scales begin at 0 or above. */
gboolean ff_question_parse (const FfQuestionnaire *questionnaire, const FfQuestion *question, const char *typed, gint64 *value, char **text,
                            GError **error);

G_END_DECLS
