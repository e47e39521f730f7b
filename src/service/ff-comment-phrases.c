#include "config.h"

#include "ff-comment-phrases.h"

#include <glib/gi18n-lib.h>

#include "ff-order-store.h"
#include "ff-take.h"

#define CATEGORY_MAX_CHARACTERS 60

GPtrArray *
ff_comment_phrases_list (FfDb *db, GError **error)
{
  return ff_comment_phrase_store_list (db, error);
}

FfCommentPhrase *
ff_comment_phrases_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfCommentPhrase *phrase = ff_comment_phrase_store_read (db, id, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (phrase == NULL)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This phrase no longer exists: somebody has deleted it meanwhile."));
  return phrase;
}

static gboolean
check_text (FfDb *db, const FfCommentPhrase *phrase, GError **error)
{
  gint64 other;

  if (phrase->text == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "text", _("Write the sentence."));
      return FALSE;
    }
  other = ff_comment_phrase_store_find (db, phrase->text, error);
  if (other > 0 && other != phrase->id)
    ff_put_set_error (error, FF_ERROR_EXISTS, "text", _("This sentence is in the list already."));
  return other == 0 || other == phrase->id;
}

FfPut
ff_comment_phrases_put (FfDb *db, gint64 id, const FfCommentPhraseDraft *draft, gint64 *new_id, GError **error)
{
  gboolean changed = FALSE;
  g_autoptr (FfCommentPhrase) phrase = NULL;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  phrase = id != 0 ? ff_comment_phrases_read (db, id, error) : g_new0 (FfCommentPhrase, 1);
  if (phrase == NULL || !ff_take_line (&phrase->text, draft->text, FF_TAKE_LINE_MAX, "text", &changed, error)
      || !ff_take_line (&phrase->category, draft->category, CATEGORY_MAX_CHARACTERS, "category", &changed, error)
      || !check_text (db, phrase, error))
    return FF_PUT_REFUSED;
  if (!(id == 0 ? ff_comment_phrase_store_insert (db, phrase, error)
                : !changed || ff_comment_phrase_store_update (db, phrase, error)))
    return FF_PUT_REFUSED;
  if (new_id != NULL)
    *new_id = phrase->id;
  return id == 0 ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_comment_phrases_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_order_store_move (db, FF_ORDER_COMMENT_PHRASE, id, position, error);
}

gboolean
ff_comment_phrases_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_comment_phrase_store_delete (db, id, error);
}
