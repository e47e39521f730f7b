/* Questionnaires as a person sees them: those of the database, and the built-in ones, which have a number below 0 in place of a row's id. A
   copy of a built-in one in the library takes its place in the list. */
#pragma once

#include "ff-questionnaires.h"

G_BEGIN_DECLS

gboolean ff_questionnaire_library_is_builtin (gint64 id);
/* gint64 ids, those of the database first. */
GArray *ff_questionnaire_library_list (FfDb *db, const FfQuestionnaireQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A built-in one has no ids in it. FF_ERROR_NOT_FOUND when it does not exist any more. @owner may be NULL. */
FfQuestionnaire *ff_questionnaire_library_read (FfDb *db, gint64 id, FfOwner *owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfQuestionnaireRow in the order of @ids, built-in ones by their title in the reader's language; missing ones are NULL. */
GPtrArray *ff_questionnaire_library_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
