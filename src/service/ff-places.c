/* Trainers and venues: what a session needs. */
#include "config.h"

#include "ff-people.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ff-take.h"
#include "ff-time.h"
#include "ff-word.h"

#define NAME_MAX_CHARACTERS 200
#define CAPACITY_MAX 100000
#define SETUP_MAX 1440

static const char *const trainer_kinds[] = { "internal", "external", "guest" };

static const FfWord trainer_kind_words[] = {
  { "internal", 0 },     { "内部", 0 },         { "內部", 0 },       { "内部讲师", 0 },     { "內部講師", 0 },
  { "internaltrainer", 0 }, { "内训师", 0 },    { "external", 1 },   { "外部", 1 },         { "外部讲师", 1 },
  { "外部講師", 1 },     { "externaltrainer", 1 }, { "外聘", 1 },    { "外聘讲师", 1 },     { "外聘講師", 1 },
  { "guest", 2 },        { "guesttrainer", 2 }, { "特邀", 2 },       { "特邀讲师", 2 },     { "特邀講師", 2 },
  { "嘉宾", 2 },         { "嘉賓", 2 },
};

const char *
ff_trainer_kind_title (const char *kind)
{
  if (g_strcmp0 (kind, "external") == 0)
    return C_ ("trainer", "External");
  if (g_strcmp0 (kind, "guest") == 0)
    return C_ ("trainer", "Guest");
  return C_ ("trainer", "Internal");
}

typedef gint64 (*FindFunc) (FfDb *db, const char *name, GError **error);

/* The id of the row that a draft is about: 0 for a new one, -1 when refused. */
static gint64
find_row (FfDb *db, FindFunc find, gint64 update_id, const char *draft_name, GError **error)
{
  g_autofree char *name = draft_name ? ff_put_clean_line (draft_name) : NULL;
  gint64 id;

  if (update_id && !name)
    return update_id;
  if (!name || *name == '\0')
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "name", _("Enter a name."));
      return -1;
    }
  id = find (db, name, error);
  if (update_id && id > 0 && id != update_id)
    {
      ff_put_set_error (error, FF_ERROR_EXISTS, "name", _("There is another one called %s: choose a name that tells them apart."), name);
      return -1;
    }
  return id < 0 || !update_id ? id : update_id;
}

static gboolean
take_kind (FfTrainer *trainer, const char *text, gboolean *changed, GError **error)
{
  g_autofree char *word = text ? ff_put_clean_line (text) : NULL;
  int kind = 0;

  if (!word)
    return TRUE;
  if (*word && !ff_word_find_in (trainer_kind_words, word, &kind))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "kind", _("“%s” is no kind of trainer: write internal, external or guest."), word);
      return FALSE;
    }
  if (g_strcmp0 (trainer->kind, trainer_kinds[kind]) != 0)
    {
      g_free (trainer->kind);
      trainer->kind = g_strdup (trainer_kinds[kind]);
      *changed = TRUE;
    }
  return TRUE;
}

FfPut
ff_people_put_trainer (FfDb *db, gint64 update_id, const FfTrainerDraft *draft, gint64 *id, GError **error)
{
  gboolean changed = FALSE;
  g_autoptr (FfTrainer) trainer = NULL;
  gint64 found = find_row (db, ff_trainer_store_find, update_id, draft->name, error);

  if (found < 0)
    return FF_PUT_REFUSED;
  if (found)
    trainer = ff_people_read_trainer (db, found, error);
  else
    {
      trainer = g_new0 (FfTrainer, 1);
      trainer->kind = g_strdup (trainer_kinds[0]);
    }
  if (!trainer
      || !ff_take_line (&trainer->name, draft->name, NAME_MAX_CHARACTERS, "name", &changed, error)
      || !take_kind (trainer, draft->kind, &changed, error)
      || !ff_take_line (&trainer->organisation, draft->organisation, FF_TAKE_LINE_MAX, "organisation", &changed, error)
      || !ff_take_email (&trainer->email, draft->email, &changed, error)
      || !ff_take_phone (&trainer->phone, draft->phone, &changed, error)
      || !ff_take_text (&trainer->profile, draft->profile, "profile", &changed, error))
    return FF_PUT_REFUSED;

  if (!(found ? !changed || ff_trainer_store_update (db, trainer, error) : ff_trainer_store_insert (db, trainer, error)))
    return FF_PUT_REFUSED;
  if (id)
    *id = trainer->id;
  return !found ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

FfPut
ff_people_put_venue (FfDb *db, gint64 update_id, const FfVenueDraft *draft, gint64 *id, GError **error)
{
  gboolean changed = FALSE;
  g_autoptr (FfVenue) venue = NULL;
  gint64 found = find_row (db, ff_venue_store_find, update_id, draft->name, error);

  if (found < 0)
    return FF_PUT_REFUSED;
  if (found)
    venue = ff_people_read_venue (db, found, error);
  else
    {
      venue = g_new0 (FfVenue, 1);
      venue->capacity = -1;
    }
  if (!venue
      || !ff_take_line (&venue->name, draft->name, NAME_MAX_CHARACTERS, "name", &changed, error)
      || !ff_take_number (&venue->capacity, draft->capacity, CAPACITY_MAX, -1, "capacity", &changed, error)
      || !ff_take_number (&venue->setup_minutes, draft->setup_minutes, SETUP_MAX, 0, "setup_minutes", &changed, error)
      || !ff_take_line (&venue->address, draft->address, FF_TAKE_LINE_MAX, "address", &changed, error))
    return FF_PUT_REFUSED;

  if (!(found ? !changed || ff_venue_store_update (db, venue, error) : ff_venue_store_insert (db, venue, error)))
    return FF_PUT_REFUSED;
  if (id)
    *id = venue->id;
  return !found ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

FfTrainer *
ff_people_read_trainer (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfTrainer *trainer = ff_trainer_store_read (db, id, &local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!trainer)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This trainer no longer exists: somebody has deleted it meanwhile."));
  return trainer;
}

FfVenue *
ff_people_read_venue (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfVenue *venue = ff_venue_store_read (db, id, &local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!venue)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This venue no longer exists: somebody has deleted it meanwhile."));
  return venue;
}

GPtrArray *
ff_people_search_trainers (FfDb *db, const char *search, GError **error)
{
  return ff_trainer_store_list (db, search, error);
}

GPtrArray *
ff_people_search_venues (FfDb *db, const char *search, GError **error)
{
  return ff_venue_store_list (db, search, error);
}

static FfChoice *
make_choice (gint64 id, gint64 version, const char *title)
{
  FfChoice *choice = g_new0 (FfChoice, 1);
  choice->id = id;
  choice->version = version;
  choice->title = g_strdup (title);
  return choice;
}

GPtrArray *
ff_people_list_trainers (FfDb *db, const char *search, GError **error)
{
  g_autoptr (GPtrArray) trainers = ff_trainer_store_list (db, search, error);
  GPtrArray *choices;

  if (!trainers)
    return NULL;
  choices = g_ptr_array_new_full (trainers->len, (GDestroyNotify) ff_choice_free);
  for (guint i = 0; i < trainers->len; i++)
    {
      const FfTrainer *trainer = trainers->pdata[i];
      g_ptr_array_add (choices, make_choice (trainer->id, trainer->version, trainer->name));
    }
  return choices;
}

GPtrArray *
ff_people_list_venues (FfDb *db, const char *search, GError **error)
{
  g_autoptr (GPtrArray) venues = ff_venue_store_list (db, search, error);
  GPtrArray *choices;

  if (!venues)
    return NULL;
  choices = g_ptr_array_new_full (venues->len, (GDestroyNotify) ff_choice_free);
  for (guint i = 0; i < venues->len; i++)
    {
      const FfVenue *venue = venues->pdata[i];
      g_ptr_array_add (choices, make_choice (venue->id, venue->version, venue->name));
    }
  return choices;
}

gboolean
ff_people_delete_trainer (FfDb *db, gint64 id, GError **error)
{
  g_autofree char *now = ff_time_format (ff_time_now ());
  g_autofree char *session = NULL;
  g_autoptr (GError) local_error = NULL;

  session = ff_trainer_store_next_session (db, id, now, &local_error);
  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (session)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, NULL, _("The session %s needs this trainer: give it another one first."), session);
      return FALSE;
    }
  return ff_trainer_store_mark_deleted (db, id, error);
}

gboolean
ff_people_delete_venue (FfDb *db, gint64 id, GError **error)
{
  g_autofree char *now = ff_time_format (ff_time_now ());
  g_autofree char *session = NULL;
  g_autoptr (GError) local_error = NULL;

  session = ff_venue_store_next_session (db, id, now, &local_error);
  if (local_error)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (session)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, NULL, _("The session %s takes place here: give it another venue first."), session);
      return FALSE;
    }
  return ff_venue_store_mark_deleted (db, id, error);
}
