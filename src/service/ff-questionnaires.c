#include "config.h"

#include "ff-questionnaires.h"

#include <glib/gi18n-lib.h>

#include "ff-owned-store.h"
#include "ff-questionnaires-private.h"

FfQuestionnaire *
ff_questionnaires_read (FfDb *db, gint64 id, FfOwner *owner, GError **error)
{
  g_autoptr (GError) failed = NULL;
  FfQuestionnaire *questionnaire;

  g_return_val_if_fail (db != NULL, NULL);

  questionnaire = ff_questionnaire_store_read (db, id, owner, &failed);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else if (questionnaire == NULL)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This questionnaire does not exist any more."));
  return questionnaire;
}

GPtrArray *
ff_questionnaires_list (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (GArray) ids = ff_questionnaire_store_list_of (db, owner, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) ff_questionnaire_free);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      FfQuestionnaire *questionnaire = ff_questionnaires_read (db, g_array_index (ids, gint64, i), NULL, error);

      if (questionnaire == NULL)
        return NULL;
      g_ptr_array_add (list, questionnaire);
    }
  return ids != NULL ? g_steal_pointer (&list) : NULL;
}

/* Put --------------------------------------------------------------------------------------------------------------------- */

static gboolean
check_key (FfDb *db, FfOwner owner, const FfQuestionnaire *questionnaire, GError **error)
{
  gint64 known = ff_questionnaire_store_find (db, owner, questionnaire->key, error);

  if (known < 0)
    return FALSE;
  if (known == 0 || known == questionnaire->id)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_EXISTS, "key", _("There is another questionnaire with the key “%s” here: give this one another."),
                    questionnaire->key);
  return FALSE;
}

/* Everything that stands against it, before anything is written. */
static gboolean
check (FfDb *db, FfOwner owner, FfQuestionnaire *questionnaire, const FfQuestionnaire *stored, GError **error)
{
  if (!ff_questionnaire_clean (questionnaire, error))
    return FALSE;
  if (questionnaire->title == NULL)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "title", _("Give the questionnaire a title."));
      return FALSE;
    }
  if (stored != NULL && questionnaire->version != 0 && questionnaire->version != stored->version)
    {
      ff_put_set_error (error, FF_ERROR_CONFLICT, NULL, _("Somebody changed this questionnaire meanwhile: look at it again."));
      return FALSE;
    }
  ff_questionnaire_adopt_ids (questionnaire, stored);
  return ff_questionnaire_validate (questionnaire, error) && check_key (db, owner, questionnaire, error)
         && (stored == NULL || ff_questionnaire_check_answered (db, questionnaire, stored, error));
}

static gboolean
write_row (FfDb *db, FfOwner owner, FfQuestionnaire *questionnaire, const FfQuestionnaire *stored, gboolean *changed, GError **error)
{
  int position;

  if (stored == NULL)
    {
      position = ff_questionnaire_store_next_position (db, owner, error);
      return position >= 0 && ff_questionnaire_store_insert (db, owner, position, questionnaire, error);
    }
  questionnaire->version = stored->version;
  if (ff_questionnaire_row_equal (questionnaire, stored))
    return TRUE;
  *changed = TRUE;
  return ff_questionnaire_store_update (db, questionnaire, error);
}

FfPut
ff_questionnaires_put (FfDb *db, FfOwner owner, FfQuestionnaire *questionnaire, GError **error)
{
  g_autoptr (FfQuestionnaire) stored = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (db != NULL && questionnaire != NULL, FF_PUT_REFUSED);

  if (questionnaire->id != 0 && (stored = ff_questionnaires_read (db, questionnaire->id, &owner, error)) == NULL)
    return FF_PUT_REFUSED;
  if (!check (db, owner, questionnaire, stored, error) || !write_row (db, owner, questionnaire, stored, &changed, error)
      || !ff_questionnaire_write_parts (db, questionnaire, stored, &changed, error))
    return FF_PUT_REFUSED;
  return stored == NULL ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

static gboolean
has_id (const GPtrArray *questionnaires, gint64 id)
{
  for (guint i = 0; i < questionnaires->len; i++)
    if (((const FfQuestionnaire *) g_ptr_array_index (questionnaires, i))->id == id)
      return TRUE;
  return FALSE;
}

gboolean
ff_questionnaires_put_all (FfDb *db, FfOwner owner, GPtrArray *questionnaires, gboolean *changed, GError **error)
{
  g_autoptr (GArray) before = ff_questionnaire_store_list_of (db, owner, error);

  if (before == NULL)
    return FALSE;
  for (guint i = 0; i < questionnaires->len; i++)
    {
      FfQuestionnaire *questionnaire = g_ptr_array_index (questionnaires, i);

      questionnaire->id = ff_questionnaire_store_find (db, owner, questionnaire->key, error);
      if (questionnaire->id < 0)
        return FALSE;
    }
  for (guint i = 0; i < before->len; i++)
    if (!has_id (questionnaires, g_array_index (before, gint64, i)))
      {
        *changed = TRUE;
        if (!ff_questionnaire_store_mark_deleted (db, g_array_index (before, gint64, i), error))
          return FALSE;
      }
  for (guint i = 0; i < questionnaires->len; i++)
    {
      FfQuestionnaire *questionnaire = g_ptr_array_index (questionnaires, i);
      FfPut put = ff_questionnaires_put (db, owner, questionnaire, error);

      if (put == FF_PUT_REFUSED || !ff_owned_store_move (db, FF_OWNED_QUESTIONNAIRE, questionnaire->id, (int) i, error))
        return FALSE;
      *changed = *changed || put != FF_PUT_SAME;
    }
  return TRUE;
}

/* Copies -------------------------------------------------------------------------------------------------------------------- */

/* @key, else key_2, key_3 … */
char *
ff_questionnaires_make_key (FfDb *db, FfOwner owner, const char *key, GError **error)
{
  g_autofree char *candidate = g_strdup (key);

  for (guint number = 2;; number++)
    {
      gint64 known = ff_questionnaire_store_find (db, owner, candidate, error);

      if (known <= 0)
        return known == 0 ? g_steal_pointer (&candidate) : NULL;
      g_free (candidate);
      candidate = g_strdup_printf ("%s_%u", key, number);
    }
}

static void
forget_names (FfQuestionnaire *questionnaire)
{
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    {
      FfDimension *dimension = g_ptr_array_index (questionnaire->dimensions, i);

      dimension->trainer_id = 0;
      dimension->venue_id = 0;
    }
}

/* Whether it names people or places of another class than @to. */
static gboolean
leaves_class (FfDb *db, const FfQuestionnaire *questionnaire, FfOwner to)
{
  g_autoptr (FfQuestionnaireRow) row = NULL;

  if (to.kind != FF_OWNER_RUN)
    return TRUE;
  if (questionnaire->id == 0)
    return FALSE;
  row = ff_questionnaire_store_read_row (db, questionnaire->id, NULL);
  return row == NULL || row->owner.kind != FF_OWNER_RUN;
}

gint64
ff_questionnaires_copy (FfDb *db, const FfQuestionnaire *questionnaire, FfOwner to, const char *title, GError **error)
{
  g_autoptr (FfQuestionnaire) copy = NULL;

  g_return_val_if_fail (db != NULL && questionnaire != NULL, 0);

  copy = ff_questionnaire_copy (questionnaire);
  if (leaves_class (db, questionnaire, to))
    forget_names (copy);
  ff_questionnaire_forget_ids (copy);
  g_clear_pointer (&copy->closed_on, g_free);
  copy->invited = -1;
  g_free (copy->key);
  copy->key = ff_questionnaires_make_key (db, to, questionnaire->key, error);
  if (copy->key == NULL)
    return 0;
  if (title != NULL)
    {
      g_free (copy->title);
      copy->title = g_strdup (title);
      /* Else they would go on to name the one that it was copied from. */
      for (guint i = copy->translations->len; i-- > 0;)
        g_clear_pointer (&((FfTranslation *) g_ptr_array_index (copy->translations, i))->title, g_free);
    }
  return ff_questionnaires_put (db, to, copy, error) != FF_PUT_REFUSED ? copy->id : 0;
}

/* As if it had never been, which nothing but the making of its owner may ask for. */
static gboolean
remove_all (FfDb *db, FfOwner owner, GError **error)
{
  g_autoptr (GArray) ids = ff_questionnaire_store_list_of (db, owner, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      gint64 responses = ff_questionnaire_store_count_responses (db, id, error);

      if (responses > 0)
        ff_put_set_error (error, FF_ERROR_INVALID, NULL, _("This questionnaire was answered already, so it stays."));
      if (responses != 0 || !ff_questionnaire_store_delete (db, id, error))
        return FALSE;
    }
  return ids != NULL;
}

gboolean
ff_questionnaires_copy_all (FfDb *db, FfOwner from, FfOwner to, GError **error)
{
  g_autoptr (GPtrArray) list = ff_questionnaires_list (db, from, error);

  if (list == NULL || !remove_all (db, to, error))
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    if (ff_questionnaires_copy (db, g_ptr_array_index (list, i), to, NULL, error) == 0)
      return FALSE;
  return TRUE;
}

/* Blocks ------------------------------------------------------------------------------------------------------------------------ */

static int
find_dimension (const FfQuestionnaire *questionnaire, gint64 dimension_id)
{
  for (guint i = 0; i < questionnaire->dimensions->len; i++)
    if (ff_questionnaire_get_dimension (questionnaire, i)->id == dimension_id)
      return (int) i;
  return -1;
}

static gboolean
check_split (FfDb *db, FfOwner owner, const FfQuestionnaire *questionnaire, int index, GError **error)
{
  const FfDimension *dimension = index >= 0 ? ff_questionnaire_get_dimension (questionnaire, index) : NULL;
  gint64 responses;

  if (dimension == NULL)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This dimension does not exist any more."));
  else if (owner.kind != FF_OWNER_RUN)
    ff_put_set_error (error, FF_ERROR_INVALID, NULL, _("Only a class knows its trainers and venues: do this in the questionnaire of a class."));
  else if (dimension->about == FF_ABOUT_CLASS)
    ff_put_set_error (error, FF_ERROR_INVALID, "about", _("Say first whether “%s” is about a trainer or a venue."),
                      ff_dimension_title_in (dimension, NULL));
  else if ((responses = ff_questionnaire_store_count_responses (db, questionnaire->id, error)) > 0)
    ff_put_set_error (error, FF_ERROR_INVALID, NULL, _("“%s” was answered already: copy it, and divide the copy."), questionnaire->title);
  else
    return responses == 0;
  return FALSE;
}

/* "Trainer: Wang Fang", in each language. */
static void
name_block (FfDimension *dimension, const FfChoice *judged)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", ff_dimension_title_in (dimension, NULL), judged->title);

  for (guint i = 0; i < dimension->translations->len; i++)
    {
      FfTranslation *translation = g_ptr_array_index (dimension->translations, i);
      g_autofree char *plain = translation->title;

      translation->title = plain != NULL ? g_strdup_printf ("%s: %s", plain, judged->title) : NULL;
    }
  g_free (dimension->title);
  dimension->title = g_steal_pointer (&title);
  dimension->trainer_id = dimension->about == FF_ABOUT_TRAINER ? judged->id : 0;
  dimension->venue_id = dimension->about == FF_ABOUT_VENUE ? judged->id : 0;
}

static void
number_keys (FfDimension *dimension, guint number)
{
  char *key = g_strdup_printf ("%s_%u", dimension->key, number);

  g_free (dimension->key);
  dimension->key = key;
  dimension->id = 0;
  for (guint i = 0; i < dimension->questions->len; i++)
    {
      FfQuestion *question = g_ptr_array_index (dimension->questions, i);

      key = g_strdup_printf ("%s_%u", question->key, number);
      g_free (question->key);
      question->key = key;
      question->id = 0;
    }
}

guint
ff_questionnaires_split (FfDb *db, gint64 id, gint64 dimension_id, GError **error)
{
  FfOwner owner;
  g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaires_read (db, id, &owner, error);
  g_autoptr (GPtrArray) judged = NULL;
  FfAbout about;
  int index;

  if (questionnaire == NULL)
    return 0;
  index = find_dimension (questionnaire, dimension_id);
  if (!check_split (db, owner, questionnaire, index, error))
    return 0;
  about = ff_questionnaire_get_dimension (questionnaire, index)->about;
  judged = ff_questionnaire_store_list_judged (db, owner.id, about, error);
  if (judged == NULL)
    return 0;
  if (judged->len < 2)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, NULL,
                        about == FF_ABOUT_TRAINER ? _("The sessions of the class have no two trainers yet: plan them first.")
                                                  : _("The sessions of the class have no two venues yet: plan them first."));
      return 0;
    }
  /* Each further block is a copy of the one that is still as it was, put behind the ones before it. */
  for (guint i = 1; i < judged->len; i++)
    {
      g_autoptr (FfQuestionnaire) spare = ff_questionnaire_copy (questionnaire);
      FfDimension *block = g_ptr_array_steal_index (spare->dimensions, (guint) index);

      number_keys (block, i + 1);
      name_block (block, g_ptr_array_index (judged, i));
      g_ptr_array_insert (questionnaire->dimensions, index + (int) i, block);
    }
  name_block (g_ptr_array_index (questionnaire->dimensions, index), g_ptr_array_index (judged, 0));
  return ff_questionnaires_put (db, owner, questionnaire, error) != FF_PUT_REFUSED ? judged->len : 0;
}

/* The rest -------------------------------------------------------------------------------------------------------------------- */

gboolean
ff_questionnaires_move (FfDb *db, gint64 id, int position, GError **error)
{
  return ff_owned_store_move (db, FF_OWNED_QUESTIONNAIRE, id, position, error);
}

gboolean
ff_questionnaires_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfQuestionnaire) questionnaire = ff_questionnaires_read (db, id, NULL, error);

  return questionnaire != NULL && ff_questionnaire_store_mark_deleted (db, id, error);
}

