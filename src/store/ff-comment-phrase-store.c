#include "config.h"

#include "ff-comment-phrase-store.h"

#include "ff-rows.h"

void
ff_comment_phrase_free (FfCommentPhrase *phrase)
{
  if (phrase == NULL)
    return;
  g_free (phrase->text);
  g_free (phrase->category);
  g_free (phrase);
}

enum
{
  COL_ID,
  COL_VERSION,
  COL_TEXT,
  COL_CATEGORY,
};

#define SELECT "SELECT phrase.id, phrase.version, phrase.text, phrase.category FROM comment_phrase AS phrase"

static gpointer
read_phrase (FfStatement *statement)
{
  FfCommentPhrase *phrase = g_new0 (FfCommentPhrase, 1);

  phrase->id = ff_statement_get_int (statement, COL_ID);
  phrase->version = ff_statement_get_int (statement, COL_VERSION);
  phrase->text = ff_statement_dup_text (statement, COL_TEXT);
  phrase->category = ff_statement_dup_text (statement, COL_CATEGORY);
  return phrase;
}

/* A category stands where the first of its phrases does. */
GPtrArray *
ff_comment_phrase_store_list (FfDb *db, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      SELECT " JOIN (SELECT coalesce (category, '') AS name, min (position) AS place FROM comment_phrase GROUP BY 1) AS kin"
             " ON kin.name = coalesce (phrase.category, '') ORDER BY kin.place, kin.name, phrase.position, phrase.id",
      error);

  return statement != NULL ? ff_rows_list (statement, read_phrase, (GDestroyNotify) ff_comment_phrase_free, error) : NULL;
}

FfCommentPhrase *
ff_comment_phrase_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, SELECT " WHERE phrase.id = $id", error);

  if (statement == NULL)
    return NULL;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_step (statement, error) == FF_STEP_ROW ? read_phrase (statement) : NULL;
}

gint64
ff_comment_phrase_store_find (FfDb *db, const char *text, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "SELECT id FROM comment_phrase WHERE text = $text", error);

  if (statement == NULL)
    return -1;
  ff_statement_bind_text (statement, "$text", text);
  return ff_rows_get_id (statement, error);
}

gboolean
ff_comment_phrase_store_insert (FfDb *db, FfCommentPhrase *phrase, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db,
      "INSERT INTO comment_phrase (text, category, position)"
      " SELECT $text, $category, coalesce (max (position), 0) + 1 FROM comment_phrase WHERE $text <> ''",
      error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_text (statement, "$text", phrase->text);
  ff_statement_bind_text (statement, "$category", phrase->category);
  phrase->version = 1;
  return ff_statement_insert (statement, &phrase->id, error);
}

gboolean
ff_comment_phrase_store_update (FfDb *db, const FfCommentPhrase *phrase, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (
      db, "UPDATE comment_phrase SET text = $text, category = $category, version = version + 1 WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", phrase->id);
  ff_statement_bind_text (statement, "$text", phrase->text);
  ff_statement_bind_text (statement, "$category", phrase->category);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_comment_phrase_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM comment_phrase WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}
