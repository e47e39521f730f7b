/* The table comment_phrase: sentences that trainers use again when they comment on a mark. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id; /* 0: not stored */
  gint64 version;
  char *text;
  char *category; /* NULL: none */
} FfCommentPhrase;

void ff_comment_phrase_free (FfCommentPhrase *phrase);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCommentPhrase, ff_comment_phrase_free)

/* FfCommentPhrase, those of a category together, in their order. */
GPtrArray *ff_comment_phrase_store_list (FfDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfCommentPhrase *ff_comment_phrase_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* 0 if there is none, -1 on error. */
gint64 ff_comment_phrase_store_find (FfDb *db, const char *text, GError **error);
/* A new one stands last. */
gboolean ff_comment_phrase_store_insert (FfDb *db, FfCommentPhrase *phrase, GError **error);
gboolean ff_comment_phrase_store_update (FfDb *db, const FfCommentPhrase *phrase, GError **error);
gboolean ff_comment_phrase_store_delete (FfDb *db, gint64 id, GError **error);

G_END_DECLS
