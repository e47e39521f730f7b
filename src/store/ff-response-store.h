/* The tables of answers: response and answer with names, anonymous_response, anonymous_answer and participation without. What is read is
   read from both by one function; what is written says which. */
#pragma once

#include "ff-db.h"
#include "ff-response.h"

G_BEGIN_DECLS

/* Reading --------------------------------------------------------------------------------------------------------------- */

/* How often a value was answered, in the valid forms. */
typedef struct
{
  gint64 question_id;
  FfAnswerPart part;
  gint64 value;
  char *letters; /* of a choice with several, which has value 0; else NULL */
  gint64 n;
} FfAnswerCount;

/* FfAnswerCount of one questionnaire: by question, part, value. A form is valid unless somebody said otherwise, or the questionnaire rules
   out forms with fewer than half of their ratings. */
GArray *ff_response_store_count_answers (FfDb *db, gint64 questionnaire_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of one wave and role; @wave 0 and a negative @role: any. Counted form by form. */
GArray *ff_response_store_count_answers_of (FfDb *db, gint64 questionnaire_id, int wave, int role, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  guint returned;
  guint invalid; /* of those: marked, or with fewer than half of their ratings where that counts */
} FfFormCounts;

gboolean ff_response_store_count_forms (FfDb *db, gint64 questionnaire_id, FfFormCounts *counts, GError **error);

/* FfResponse of a questionnaire in the order of ids, which for anonymous ones is none. */
GPtrArray *ff_response_store_list (FfDb *db, gint64 questionnaire_id, gboolean valid_only, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none; @anonymous says which table. */
FfResponse *ff_response_store_read (FfDb *db, gint64 id, gboolean anonymous, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Somebody in the class of a questionnaire who was asked. */
typedef struct
{
  gint64 enrolment_id;
  gint64 trainee_id;
  char *employee_no;
  char *name;
  char *department; /* NULL: none */
  gboolean answered;
  guint forms[FF_N_RATER_ROLES]; /* of each role; without names one for all of a role */
} FfAsked;

void ff_asked_free (FfAsked *asked);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfAsked, ff_asked_free)

/* FfAsked in the order of employee numbers: who is enrolled in the questionnaire's class and not taken out of its level. @role says what
   counts as having answered. */
GPtrArray *ff_response_store_list_asked (FfDb *db, gint64 questionnaire_id, FfRaterRole role, int wave, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether somebody has answered, with or without his name: 1 or 0; -1 on error. */
int ff_response_store_has_answered (FfDb *db, gint64 questionnaire_id, gint64 trainee_id, FfRaterRole role, int wave, GError **error);

/* Whether somebody is in the class of a questionnaire; of a project's everybody is: 1 or 0; -1 on error. */
int ff_response_store_may_answer (FfDb *db, gint64 questionnaire_id, gint64 trainee_id, GError **error);

/* Rises with each change of a questionnaire's anonymous answers, which the journal's number does not tell; 0: none; -1 on error. */
gint64 ff_response_store_get_revision (FfDb *db, gint64 questionnaire_id, GError **error);
/* Of all questionnaires together. */
gint64 ff_response_store_get_revisions (FfDb *db, GError **error);

/* With names ------------------------------------------------------------------------------------------------------------- */

/* The form of that person, role, rater and wave: 0 if there is none, -1 on error. */
gint64 ff_response_store_find (FfDb *db, const FfResponse *like, GError **error);
/* Sets the id. */
gboolean ff_response_store_insert (FfDb *db, FfResponse *response, GError **error);
/* Writes the answers that differ from those of @old, which is stored. */
gboolean ff_response_store_update_answers (FfDb *db, const FfResponse *old, const FfResponse *response, gboolean *changed, GError **error);
/* Says anew whom a form is about, by whom, and of which wave. */
gboolean ff_response_store_update_about (FfDb *db, const FfResponse *response, GError **error);
gboolean ff_response_store_set_invalid (FfDb *db, gint64 id, gboolean invalid, const char *reason, GError **error);
gboolean ff_response_store_delete (FfDb *db, gint64 id, GError **error);

/* Adds one sentence for each thing that is wrong. */
gboolean ff_response_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
