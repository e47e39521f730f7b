/* Use cases of questionnaires: of the library (FF_OWNER_NONE), and those that courses, classes and projects have of their own. */
#pragma once

#include "ff-put.h"
#include "ff-questionnaire-store.h"
#include "ff-time.h"

G_BEGIN_DECLS

/* FF_ERROR_NOT_FOUND when it does not exist any more. @owner may be NULL. */
FfQuestionnaire *ff_questionnaires_read (FfDb *db, gint64 id, FfOwner *owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfQuestionnaire of @owner, whole, in order. */
GPtrArray *ff_questionnaires_list (FfDb *db, FfOwner owner, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the whole questionnaire, row by row, so that unchanged rows stay out of the journal. One with id 0 is new and @owner's; an id stays
   with its owner. Dimensions and questions are matched by id, else by key; what lacks a key gets one. FF_ERROR_CONFLICT if the stored version
   is another (and version is not 0). Sets the ids of everything in it, and its version.

   Texts, order, weights and targets may always be mended. What answers rest on may not: once something was answered, the kind of the whole,
   its scale and whether it is anonymous stay; a question that was answered keeps its kind, may not go, and loses no option. */
FfPut ff_questionnaires_put (FfDb *db, FfOwner owner, FfQuestionnaire *questionnaire, GError **error);

/* @key, else the first of key_2, key_3 … that @owner does not have. */
char *ff_questionnaires_make_key (FfDb *db, FfOwner owner, const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Copies what @questionnaire holds to @to, behind what is there; @title NULL keeps its own. Its key becomes one that is free there. What it
   says of trainers and venues by name stays behind unless a class takes it from a class. 0 on error. */
gint64 ff_questionnaires_copy (FfDb *db, const FfQuestionnaire *questionnaire, FfOwner to, const char *title, GError **error);
/* Makes what @owner has to be @questionnaires (FfQuestionnaire): those with a known key are put, what is in none goes. @changed is set, never
   cleared. */
gboolean ff_questionnaires_put_all (FfDb *db, FfOwner owner, GPtrArray *questionnaires, gboolean *changed, GError **error);
/* All of @from; what @to had of questionnaires goes, which must be without answers. */
gboolean ff_questionnaires_copy_all (FfDb *db, FfOwner from, FfOwner to, GError **error);
/* Makes a dimension that judges a trainer or a venue into one for each of the class's, with questions of their own. FF_ERROR_INVALID when it
   is no class's, was answered, or there are no two. The number of blocks, 0 on error. */
guint ff_questionnaires_split (FfDb *db, gint64 id, gint64 dimension_id, GError **error);
/* To @position (from 0) among those of its owner. */
gboolean ff_questionnaires_move (FfDb *db, gint64 id, int position, GError **error);
/* Out of sight with its answers; undoing brings it back. */
gboolean ff_questionnaires_delete (FfDb *db, gint64 id, GError **error);


G_END_DECLS
