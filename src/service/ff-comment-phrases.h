/* Use cases about the sentences that trainers use again when they comment on a mark. */
#pragma once

#include "ff-comment-phrase-store.h"
#include "ff-put.h"

G_BEGIN_DECLS

typedef struct
{
  const char *text;
  const char *category; /* "": none */
} FfCommentPhraseDraft;

/* FfCommentPhrase, those of a category together, in their order. */
GPtrArray *ff_comment_phrases_list (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FF_ERROR_NOT_FOUND when it is gone. */
FfCommentPhrase *ff_comment_phrases_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @id 0 adds one at the end. A text that is there already is refused. @new_id may be NULL. */
FfPut ff_comment_phrases_put (FfDb *db, gint64 id, const FfCommentPhraseDraft *draft, gint64 *new_id, GError **error);
/* Puts it at @position (from 0) of the list; one of another category goes to that end of its own which is nearer. */
gboolean ff_comment_phrases_move (FfDb *db, gint64 id, int position, GError **error);
gboolean ff_comment_phrases_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
