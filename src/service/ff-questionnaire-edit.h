/* Questionnaires changed piece by piece, as a person does it: each reads the whole, changes it, and puts it, so that all rules of
   ff_questionnaires_put () hold. Members of drafts are texts as they are typed: NULL leaves alone, "" clears. */
#pragma once

#include "ff-questionnaires.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;
  const char *kind;  /* a key: rating, csi … */
  const char *level; /* 1 to 4; "": of none */
  const char *anonymous; /* yes or no */
  const char *scale_min;
  const char *scale_max;
  const char *scale_labels; /* one a line */
  const char *target;
  const char *min_responses;
  const char *invited_by;
  const char *invited; /* "": not known */
  const char *half_invalid;
  const char *intro;
  const char *closed_on;
  const char *language;
  const char *key;
} FfQuestionnaireDraft;

/* @id 0 adds one to @owner, with one dimension to begin with. @new_id may be NULL. */
FfPut ff_questionnaire_edit_put (FfDb *db, FfOwner owner, gint64 id, const FfQuestionnaireDraft *draft, gint64 *new_id, GError **error);

typedef struct
{
  const char *title;
  const char *weight;
  const char *target;
  const char *about; /* trainer, venue; "": the class */
  const char *judged; /* id of the trainer or venue; "": all */
  const char *key;
} FfDimensionDraft;

/* @id 0 appends one to @questionnaire_id. */
FfPut ff_questionnaire_edit_put_dimension (FfDb *db, gint64 questionnaire_id, gint64 id, const FfDimensionDraft *draft, gint64 *new_id,
                                           GError **error);
gboolean ff_questionnaire_edit_move_dimension (FfDb *db, gint64 id, int position, GError **error);
/* With its questions. */
gboolean ff_questionnaire_edit_delete_dimension (FfDb *db, gint64 id, GError **error);

typedef struct
{
  const char *title;
  const char *kind;
  const char *options; /* one a line */
  const char *multiple;
  const char *weight;
  const char *answer;
  const char *points;
  const char *key;
} FfQuestionDraft;

/* @id 0 appends one to @dimension_id. A question that becomes something else loses options and points that it has no use for. */
FfPut ff_questionnaire_edit_put_question (FfDb *db, gint64 dimension_id, gint64 id, const FfQuestionDraft *draft, gint64 *new_id,
                                          GError **error);
/* One question for each line of @text that is not empty, from @position (from 0; -1: the end) on, each of the kind of the question before,
   else of what the questionnaire is. Numbers before a line ("3. ", "3、") are left out. How many; 0 on error, which is not set for none. */
guint ff_questionnaire_edit_add_questions (FfDb *db, gint64 dimension_id, int position, const char *text, GError **error);
/* To @position (from 0) of a dimension of the same questionnaire. */
gboolean ff_questionnaire_edit_move_question (FfDb *db, gint64 id, gint64 dimension_id, int position, GError **error);
gboolean ff_questionnaire_edit_delete_question (FfDb *db, gint64 id, GError **error);

/* What stands in @language of @of: NULL leaves a member alone, "" takes it away; @options one a line. */
FfPut ff_questionnaire_edit_translate (FfDb *db, const FfTextOf *of, const char *language, const char *title, const char *options,
                                       const char *intro, GError **error);

/* Ten-thousandths as people write them. */
char *ff_ten_thousandths_format (gint64 value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
