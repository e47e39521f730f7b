/* A paper form while it is typed: where one is, and what each key means there. Knows no widget. */
#pragma once

#include "ff-answer-columns.h"
#include "ff-response.h"

G_BEGIN_DECLS

typedef struct _FfFormDraft FfFormDraft;

FfFormDraft *ff_form_draft_new (const FfQuestionnaire *questionnaire) G_GNUC_WARN_UNUSED_RESULT;
void ff_form_draft_free (FfFormDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfFormDraft, ff_form_draft_free)

/* FfAnswerColumn: what is asked one after the other, a pair twice. */
const GArray *ff_form_draft_get_places (const FfFormDraft *self);
/* Where one is; as many as there are places when the form is at its end. */
guint ff_form_draft_get_place (const FfFormDraft *self);
void ff_form_draft_go_to (FfFormDraft *self, guint place);
/* What was typed so far. The draft owns it; callers may set whose it is, and whether it is valid. */
FfResponse *ff_form_draft_get_response (FfFormDraft *self);
/* Begins anew, with a copy of a form to be corrected or with an empty one (NULL). */
void ff_form_draft_begin (FfFormDraft *self, const FfResponse *response);
/* Whether anything was typed. */
gboolean ff_form_draft_is_touched (const FfFormDraft *self);
/* The digits that wait for another one: "1" where 10 is a rating too. "" when none do. */
const char *ff_form_draft_get_waiting (const FfFormDraft *self);

/* Keys that are no characters. */
#define FF_FORM_BACK '\b'
#define FF_FORM_ON '\n'

typedef enum
{
  FF_FORM_UNUSED,   /* means nothing here */
  FF_FORM_WRONG,    /* would be an answer, but not to this question */
  FF_FORM_TAKEN,
  FF_FORM_COMPLETE, /* the last question has its answer */
  FF_FORM_COMPLETE_BEFORE, /* the same, and the key belongs to the next form */
} FfFormTaken;

/* A rating by its digits, yes or no by y and n, options by their letters or numbers; space leaves a question without answer, FF_FORM_ON goes
   on with what is there, FF_FORM_BACK goes back. */
FfFormTaken ff_form_draft_key (FfFormDraft *self, gunichar key);
/* A value chosen by pointer. */
FfFormTaken ff_form_draft_choose (FfFormDraft *self, guint place, gint64 value);
void ff_form_draft_set_text (FfFormDraft *self, guint place, const char *text);

/* As it is read: "4", "Yes", "B", a text; "" for none. */
char *ff_form_answer_say (const FfAnswerColumn *place, const FfResponse *response) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
