/* Trainers, venues and equipment: what a session needs. */
#include "config.h"

#include "ff-places.h"

#include <glib/gi18n-lib.h>

#include "ff-grade-store.h"
#include "ff-take.h"
#include "ff-time.h"
#include "ff-word.h"

#define NAME_MAX_CHARACTERS 200
#define CAPACITY_MAX 100000
#define SETUP_MAX 1440
#define COUNT_MAX 100000

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

/* The id of the row that a draft is about: 0 for a new one, -1 when refused. */
static gint64
find_row (FfDb *db, FfNamed kind, gint64 update_id, const char *draft_name, GError **error)
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
  id = ff_named_store_find (db, kind, name, error);
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

/* Sets an id to the one that @name stands for, 0 for "". FALSE when there is none of that name, or finding it failed. */
static gboolean
take_reference (gint64 *stored, gint64 found, const char *name, gboolean *changed)
{
  if (found < 0 || (found == 0 && *name))
    return FALSE;
  *changed = *changed || *stored != found;
  *stored = found;
  return TRUE;
}

static gboolean
take_grade (FfDb *db, FfTrainer *trainer, const char *text, gboolean *changed, GError **error)
{
  g_autofree char *name = text ? ff_put_clean_line (text) : NULL;
  gint64 id = name && *name ? ff_grade_store_find (db, name, error) : 0;

  if (!name || take_reference (&trainer->grade_id, id, name, changed))
    return TRUE;
  if (id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "grade", _("There is no grade “%s”: add it in the preferences first."), name);
  return FALSE;
}

static gboolean
take_fallback (FfDb *db, FfVenue *venue, const char *text, gboolean *changed, GError **error)
{
  g_autofree char *name = text ? ff_put_clean_line (text) : NULL;
  gint64 id = name && *name ? ff_named_store_find (db, FF_NAMED_VENUE, name, error) : 0;

  if (id > 0 && id == venue->id)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "fallback", _("A venue cannot stand in for itself: choose another one."));
      return FALSE;
    }
  if (!name || take_reference (&venue->fallback_id, id, name, changed))
    return TRUE;
  if (id == 0)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, "fallback", _("There is no venue “%s”: add it first."), name);
  return FALSE;
}

FfPut
ff_people_put_trainer (FfDb *db, gint64 update_id, const FfTrainerDraft *draft, gint64 *id, GError **error)
{
  gboolean changed = FALSE;
  g_autoptr (FfTrainer) trainer = NULL;
  gint64 found = find_row (db, FF_NAMED_TRAINER, update_id, draft->name, error);

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
      || !ff_take_text (&trainer->profile, draft->profile, "profile", &changed, error)
      || !ff_take_line (&trainer->public_name, draft->public_name, NAME_MAX_CHARACTERS, "public_name", &changed, error)
      || !ff_take_text (&trainer->duties, draft->duties, "duties", &changed, error)
      || !take_grade (db, trainer, draft->grade, &changed, error))
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
  gint64 found = find_row (db, FF_NAMED_VENUE, update_id, draft->name, error);

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
      || !ff_take_line (&venue->address, draft->address, FF_TAKE_LINE_MAX, "address", &changed, error)
      || !ff_take_line (&venue->site, draft->site, FF_TAKE_LINE_MAX, "site", &changed, error)
      || !ff_take_text (&venue->note, draft->note, "note", &changed, error)
      || !take_fallback (db, venue, draft->fallback, &changed, error))
    return FF_PUT_REFUSED;

  if (!(found ? !changed || ff_venue_store_update (db, venue, error) : ff_venue_store_insert (db, venue, error)))
    return FF_PUT_REFUSED;
  if (id)
    *id = venue->id;
  return !found ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

FfPut
ff_people_put_equipment (FfDb *db, gint64 update_id, const FfEquipmentDraft *draft, gint64 *id, GError **error)
{
  gboolean changed = FALSE;
  g_autoptr (FfEquipment) equipment = NULL;
  gint64 found = find_row (db, FF_NAMED_EQUIPMENT, update_id, draft->name, error);

  if (found < 0)
    return FF_PUT_REFUSED;
  if (found)
    equipment = ff_people_read_equipment (db, found, error);
  else
    {
      equipment = g_new0 (FfEquipment, 1);
      equipment->count = 1;
    }
  if (!equipment
      || !ff_take_line (&equipment->name, draft->name, NAME_MAX_CHARACTERS, "name", &changed, error)
      || !ff_take_number (&equipment->count, draft->count, COUNT_MAX, 1, "count", &changed, error))
    return FF_PUT_REFUSED;

  if (!(found ? !changed || ff_equipment_store_update (db, equipment, error) : ff_equipment_store_insert (db, equipment, error)))
    return FF_PUT_REFUSED;
  if (id)
    *id = equipment->id;
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

FfEquipment *
ff_people_read_equipment (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfEquipment *equipment = ff_equipment_store_read (db, id, &local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!equipment)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This equipment no longer exists: somebody has deleted it meanwhile."));
  return equipment;
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

GPtrArray *
ff_people_list_trainers (FfDb *db, const char *search, GError **error)
{
  return ff_named_store_choices (db, FF_NAMED_TRAINER, search, error);
}

GPtrArray *
ff_people_list_venues (FfDb *db, const char *search, GError **error)
{
  return ff_named_store_choices (db, FF_NAMED_VENUE, search, error);
}

GPtrArray *
ff_people_list_equipment (FfDb *db, const char *search, GError **error)
{
  return ff_named_store_choices (db, FF_NAMED_EQUIPMENT, search, error);
}

GPtrArray *
ff_people_bookings (FfDb *db, FfNamed kind, gint64 id, int limit, GError **error)
{
  FfMinute end_of_time = ff_day_start (ff_day_from_ymd (9999, 12, 31));

  return ff_named_store_bookings (db, kind, id, ff_time_now (), end_of_time, limit, error);
}

/* Deleting --------------------------------------------------------------------------------------------------------- */

static void
refuse_for_session (FfNamed kind, const FfBooking *booking, GError **error)
{
  g_autofree char *at = ff_time_format (booking->starts_at);
  g_autofree char *session = g_strdup_printf ("%s %s %s", booking->run_code, booking->key, at);

  switch (kind)
    {
    case FF_NAMED_TRAINER:
      ff_put_set_error (error, FF_ERROR_INVALID, NULL, _("The session %s needs this trainer: give it another one first."), session);
      break;
    case FF_NAMED_VENUE:
      ff_put_set_error (error, FF_ERROR_INVALID, NULL, _("The session %s takes place here: give it another venue first."), session);
      break;
    case FF_NAMED_EQUIPMENT:
    default:
      ff_put_set_error (error, FF_ERROR_INVALID, NULL, _("The session %s needs this equipment: take it off that session first."), session);
      break;
    }
}

static void
refuse_for_venue (FfNamed kind, const char *venue, GError **error)
{
  if (kind == FF_NAMED_VENUE)
    ff_put_set_error (error, FF_ERROR_INVALID, NULL, _("The venue %s falls back on this one: choose another fallback there first."), venue);
  else
    ff_put_set_error (error, FF_ERROR_INVALID, NULL, _("The venue %s has this equipment: take it away there first."), venue);
}

static gboolean
delete_unused (FfDb *db, FfNamed kind, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) bookings = ff_people_bookings (db, kind, id, 1, &local_error);
  g_autofree char *venue = bookings ? ff_named_store_find_venue (db, kind, id, &local_error) : NULL;

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (bookings->len > 0)
    refuse_for_session (kind, bookings->pdata[0], error);
  else if (venue)
    refuse_for_venue (kind, venue, error);
  else
    return ff_named_store_mark_deleted (db, kind, id, error);
  return FALSE;
}

gboolean
ff_people_delete_trainer (FfDb *db, gint64 id, GError **error)
{
  return delete_unused (db, FF_NAMED_TRAINER, id, error);
}

gboolean
ff_people_delete_venue (FfDb *db, gint64 id, GError **error)
{
  return delete_unused (db, FF_NAMED_VENUE, id, error);
}

gboolean
ff_people_delete_equipment (FfDb *db, gint64 id, GError **error)
{
  return delete_unused (db, FF_NAMED_EQUIPMENT, id, error);
}
