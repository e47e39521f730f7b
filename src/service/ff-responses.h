/* Use cases of answers: forms that come in, with names or without. A questionnaire says which; nothing of an anonymous one can be undone,
   and what was answered is never stored beside who answered (004.sql). Reading: ff-response-store.h. */
#pragma once

#include "ff-anonymous-store.h"
#include "ff-put.h"
#include "ff-questionnaire-store.h"
#include "ff-response-store.h"

G_BEGIN_DECLS

/* A questionnaire that can be answered, with whose it is. FF_ERROR_NOT_FOUND when it is gone, FF_ERROR_INVALID when it is a test or stands
   in the library or with a course. @owner may be NULL. */
FfQuestionnaire *ff_responses_read_questionnaire (FfDb *db, gint64 id, FfOwner *owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The questionnaire of a class by its key; 0 with an error of the member "questionnaire" that names those it has. */
gint64 ff_responses_lookup_questionnaire (FfDb *db, gint64 run_id, const char *key, const char *run_code, GError **error);

typedef enum
{
  FF_RESPONSE_WHOLE = 0,
  FF_RESPONSE_KEEP_BLANKS = 1 << 0, /* what the form does not answer stays as it is stored */
} FfResponseFlags;

/* Puts a form that was checked, part by part, by ff_question_parse (). With names: the form with @response's id, or that of its trainee, role,
   rater and wave, is changed; one that bears no name is new. A form with an id may become another trainee's or rater's, unless that one has a
   form (FF_ERROR_EXISTS, member "employee_no"). Anonymous: an id replaces that form's answers; a trainee without an id is noted as
   having answered, apart from what, and refused (FF_ERROR_EXISTS, member "employee_no") when he was noted before. Sets the id. A trainee must
   be enrolled in the questionnaire's class. */
FfPut ff_responses_put (FfDb *db, const FfQuestionnaire *questionnaire, FfResponse *response, FfResponseFlags flags, GError **error);
/* The same for new anonymous forms, of which there may be many: each is announced first, which notes its trainee as having answered and takes
   the name out of it, and then they are put together (FfResponse). */
gboolean ff_responses_announce (FfDb *db, FfResponse *response, GError **error);
gboolean ff_responses_put_pile (FfDb *db, const FfQuestionnaire *questionnaire, GPtrArray *responses, GError **error);

/* Counts a form as returned but not as valid, or takes that back. A reason is kept of forms with names only. */
gboolean ff_responses_set_invalid (FfDb *db, const FfQuestionnaire *questionnaire, gint64 id, gboolean invalid, const char *reason,
                                   GError **error);

/* Notes who has answered an anonymous questionnaire on paper, or about whom somebody of that role has, as a list apart from the forms.
   @n_changed may be NULL. */
gboolean ff_responses_set_answered (FfDb *db, const FfQuestionnaire *questionnaire, const gint64 *trainee_ids, gsize n, FfRaterRole role,
                                    int wave, gboolean answered, guint *n_changed, GError **error);

/* Whether a file of anonymous answers was imported before: an HMAC of its rows, one text each in any order, under the database's secret.
   Names are no part of the rows. */
char *ff_responses_make_digest (FfDb *db, GPtrArray *rows, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What should be looked at in a form. */
typedef enum
{
  FF_RESPONSE_PLAIN = 0,
  FF_RESPONSE_STRAIGHT = 1 << 0, /* the same rating throughout */
  FF_RESPONSE_SPARSE = 1 << 1,   /* fewer than half of the ratings */
  FF_RESPONSE_EMPTY = 1 << 2,    /* no answer at all */
} FfResponseSigns;

FfResponseSigns ff_responses_look (const FfQuestionnaire *questionnaire, const FfResponse *response);

G_END_DECLS
