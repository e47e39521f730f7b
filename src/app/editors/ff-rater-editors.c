/* Who marks a class, and the sentences that are used again in comments. */
#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-comment-phrases.h"
#include "ff-named-store.h"
#include "ff-number.h"
#include "ff-raters.h"

/* Raters ---------------------------------------------------------------------------------------------------------- */

static const FfEditorField rater_fields[] = {
  { "name", N_("Name: a trainer, or anybody else"), FF_FIELD_SUGGEST, TRUE },
  { "weight", N_("Weight: 1 is as everybody’s, 2 twice as much"), FF_FIELD_NUMBER, FALSE },
};

static FfPut
put_rater (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfRaterDraft draft = {
    .name = ff_editor_values_get (values, "name"),
    .weight = ff_editor_values_get (values, "weight"),
  };

  return ff_raters_put (db, id, run_id, &draft, new_id, error);
}

static gboolean
load_rater (FfDb *db, gint64 id, gint64 run_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfRater) rater = id != 0 ? ff_raters_read (db, id, error) : NULL;
  g_autofree char *weight = ff_hundredths_format (rater != NULL ? rater->weight : 100);

  if (id != 0 && rater == NULL)
    return FALSE;
  ff_editor_values_set (values, "name", rater != NULL ? rater->name : NULL);
  ff_editor_values_set (values, "weight", weight);
  return TRUE;
}

/* Before the trainers those who have marked without being listed. */
static GPtrArray *
rater_choices (FfDb *db, gint64 run_id, const char *field, GError **error)
{
  g_autoptr (GPtrArray) raters = NULL;
  g_autoptr (GPtrArray) trainers = NULL;
  GPtrArray *choices;

  if (!g_str_equal (field, "name"))
    return NULL;
  raters = ff_raters_of_run (db, run_id, error);
  trainers = raters != NULL ? ff_named_store_choices (db, FF_NAMED_TRAINER, NULL, error) : NULL;
  if (trainers == NULL)
    return NULL;
  choices = ff_choices_new ();
  for (guint i = 0; i < raters->len; i++)
    {
      const FfRater *rater = g_ptr_array_index (raters, i);

      if (rater->id == 0)
        ff_editors_add_choice (choices, rater->name, rater->name);
    }
  g_ptr_array_extend_and_steal (choices, g_steal_pointer (&trainers));
  return choices;
}

static gboolean
delete_rater (FfDb *db, gint64 id, gint64 run_id, GError **error)
{
  return ff_raters_delete (db, id, error);
}

const FfEditorKind ff_rater_editor = {
  .new_title = N_("New Rater"),
  .edit_title = N_("Rater"),
  .new_label = N_("Add a rater"),
  .edit_label = N_("Change a rater"),
  .fields = rater_fields,
  .n_fields = G_N_ELEMENTS (rater_fields),
  .put = put_rater,
  .load = load_rater,
  .choices = rater_choices,
  .delete = delete_rater,
  .delete_label = N_("Delete Rater"),
  .deleted = N_("Rater deleted"),
};

/* Phrases --------------------------------------------------------------------------------------------------------- */

static const FfEditorField phrase_fields[] = {
  { "text", N_("Sentence"), FF_FIELD_TEXT, TRUE },
  { "category", N_("Category"), FF_FIELD_SUGGEST, FALSE },
};

static FfPut
put_phrase (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfCommentPhraseDraft draft = {
    .text = ff_editor_values_get (values, "text"),
    .category = ff_editor_values_get (values, "category"),
  };

  return ff_comment_phrases_put (db, id, &draft, new_id, error);
}

static gboolean
load_phrase (FfDb *db, gint64 id, gint64 context, FfEditorValues *values, GError **error)
{
  g_autoptr (FfCommentPhrase) phrase = id != 0 ? ff_comment_phrases_read (db, id, error) : NULL;

  if (id != 0 && phrase == NULL)
    return FALSE;
  ff_editor_values_set (values, "text", phrase != NULL ? phrase->text : NULL);
  ff_editor_values_set (values, "category", phrase != NULL ? phrase->category : NULL);
  return TRUE;
}

static GPtrArray *
phrase_choices (FfDb *db, gint64 context, const char *field, GError **error)
{
  g_autoptr (GPtrArray) phrases = NULL;
  const char *last = NULL;
  GPtrArray *choices;

  if (!g_str_equal (field, "category"))
    return NULL;
  phrases = ff_comment_phrases_list (db, error);
  if (phrases == NULL)
    return NULL;
  /* Those of a category stand together. */
  choices = ff_choices_new ();
  for (guint i = 0; i < phrases->len; i++)
    {
      const char *category = ((const FfCommentPhrase *) g_ptr_array_index (phrases, i))->category;

      if (category != NULL && g_strcmp0 (category, last) != 0)
        ff_editors_add_choice (choices, category, category);
      last = category;
    }
  return choices;
}

static gboolean
delete_phrase (FfDb *db, gint64 id, gint64 context, GError **error)
{
  return ff_comment_phrases_delete (db, id, error);
}

const FfEditorKind ff_comment_phrase_editor = {
  .new_title = N_("New Phrase"),
  .edit_title = N_("Phrase"),
  .new_label = N_("Add a phrase"),
  .edit_label = N_("Change a phrase"),
  .fields = phrase_fields,
  .n_fields = G_N_ELEMENTS (phrase_fields),
  .put = put_phrase,
  .load = load_phrase,
  .choices = phrase_choices,
  .delete = delete_phrase,
  .delete_label = N_("Delete Phrase"),
  .deleted = N_("Phrase deleted"),
};
