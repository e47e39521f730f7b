#include "config.h"

#include "ff-unavailability.h"

#include <glib/gi18n-lib.h>

#include "ff-people.h"
#include "ff-take.h"
#include "ff-word.h"

/* Before and after every time that is stored; such text sorts right as well. */
#define FIRST_YEAR 1
#define LAST_YEAR 9999

static const char *const kinds[] = { "leave", "shift", "blocked", "other" };

static const FfWord kind_words[] = {
  { "leave", 0 },   { "holiday", 0 }, { "休假", 0 }, { "请假", 0 },     { "請假", 0 }, { "年假", 0 },
  { "shift", 1 },   { "班", 1 },      { "轮班", 1 }, { "輪班", 1 },     { "排班", 1 }, { "值班", 1 },
  { "blocked", 2 }, { "占用", 2 },    { "佔用", 2 }, { "停用", 2 },     { "维修", 2 }, { "維修", 2 },
  { "other", 3 },   { "其他", 3 },    { "其它", 3 },
};

const char *
ff_unavailability_kind_title (const char *kind)
{
  if (g_strcmp0 (kind, "leave") == 0)
    return C_ ("unavailability", "Leave");
  if (g_strcmp0 (kind, "shift") == 0)
    return C_ ("unavailability", "Shift");
  if (g_strcmp0 (kind, "blocked") == 0)
    return C_ ("unavailability", "Blocked");
  return C_ ("unavailability", "Other");
}

static FfMinute
open_from (FfMinute from)
{
  return from != FF_NO_TIME ? from : ff_day_start (ff_day_from_ymd (FIRST_YEAR, 1, 1));
}

static FfMinute
open_to (FfMinute to)
{
  return to != FF_NO_TIME ? to : ff_day_start (ff_day_from_ymd (LAST_YEAR, 12, 31));
}

GPtrArray *
ff_unavailability_list (FfDb *db, FfAway who, gint64 owner_id, FfMinute from, FfMinute to, GError **error)
{
  return ff_unavailability_store_of (db, who, owner_id, open_from (from), open_to (to), error);
}

GPtrArray *
ff_unavailability_between (FfDb *db, FfMinute from, FfMinute to, GError **error)
{
  return ff_unavailability_store_between (db, open_from (from), open_to (to), error);
}

FfUnavailability *
ff_unavailability_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FfUnavailability *away = ff_unavailability_store_read (db, id, &local_error);

  if (local_error)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!away)
    ff_put_set_error (error, FF_ERROR_NOT_FOUND, NULL, _("This unavailability no longer exists: somebody has deleted it meanwhile."));
  return away;
}

/* A new one for an owner that is still there. */
static FfUnavailability *
make (FfDb *db, FfAway who, gint64 owner_id, GError **error)
{
  g_autoptr (FfTrainer) trainer = who == FF_AWAY_TRAINER ? ff_people_read_trainer (db, owner_id, error) : NULL;
  g_autoptr (FfVenue) venue = who == FF_AWAY_VENUE ? ff_people_read_venue (db, owner_id, error) : NULL;
  g_autoptr (FfTrainee) trainee = who == FF_AWAY_TRAINEE ? ff_people_read_trainee (db, owner_id, error) : NULL;
  FfUnavailability *away;

  if (!trainer && !venue && !trainee)
    return NULL;
  away = g_new0 (FfUnavailability, 1);
  away->who = who;
  away->owner_id = owner_id;
  away->kind = g_strdup (who == FF_AWAY_VENUE ? "blocked" : "leave");
  away->starts_at = FF_NO_TIME;
  away->ends_at = FF_NO_TIME;
  return away;
}

/* A day alone means its first minute, or as an end the minute after its last one. */
static gboolean
take_moment (FfMinute *stored, const char *value, gboolean end, const char *field, gboolean *changed, GError **error)
{
  g_autofree char *whole_day = NULL;
  FfDay day;

  if (value ? *value == '\0' : *stored == FF_NO_TIME)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _("Enter from when to when."));
      return FALSE;
    }
  if (value && ff_day_parse (value, &day))
    whole_day = ff_time_format (ff_day_start (end ? day + 1 : day));
  return ff_take_time (stored, whole_day ? whole_day : value, field, changed, error);
}

static gboolean
take_kind (FfUnavailability *away, const char *value, gboolean *changed, GError **error)
{
  g_autofree char *word = value ? ff_put_clean_line (value) : NULL;
  int kind;

  if (!word || *word == '\0')
    return TRUE;
  if (!ff_word_find_in (kind_words, word, &kind))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "kind", _("“%s” is not known here: write leave, shift, blocked or other."), word);
      return FALSE;
    }
  return ff_take_line (&away->kind, kinds[kind], FF_TAKE_LINE_MAX, "kind", changed, error);
}

FfPut
ff_unavailability_put (FfDb *db, gint64 update_id, FfAway who, gint64 owner_id, const FfUnavailabilityDraft *draft, gint64 *id,
                       GError **error)
{
  g_autoptr (FfUnavailability) away = update_id ? ff_unavailability_read (db, update_id, error) : make (db, who, owner_id, error);
  gboolean changed = FALSE;

  if (!away || !take_moment (&away->starts_at, draft->starts_at, FALSE, "starts_at", &changed, error)
      || !take_moment (&away->ends_at, draft->ends_at, TRUE, "ends_at", &changed, error)
      || !take_kind (away, draft->kind, &changed, error)
      || !ff_take_line (&away->reason, draft->reason, FF_TAKE_LINE_MAX, "reason", &changed, error))
    return FF_PUT_REFUSED;
  if (away->ends_at <= away->starts_at)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "ends_at", _("This ends before it begins: enter a later end."));
      return FF_PUT_REFUSED;
    }

  if (!(update_id ? !changed || ff_unavailability_store_update (db, away, error) : ff_unavailability_store_insert (db, away, error)))
    return FF_PUT_REFUSED;
  if (id)
    *id = away->id;
  return !update_id ? FF_PUT_NEW : changed ? FF_PUT_CHANGED : FF_PUT_SAME;
}

gboolean
ff_unavailability_delete (FfDb *db, gint64 id, GError **error)
{
  return ff_unavailability_store_delete (db, id, error);
}
