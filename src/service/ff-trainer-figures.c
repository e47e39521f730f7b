#include "config.h"

#include "ff-trainer-figures.h"

#include "ff-hours-store.h"
#include "ff-places.h"
#include "ff-settings.h"

/* What a trainer taught in the class hours of one session; called once for a booking that several classes share. */
typedef void (*TaughtFunc) (gint64 trainer_id, FfDay day, gint64 hours, gpointer user_data);

static gboolean
leads (const FfHeldSession *session, gint64 trainer_id)
{
  for (guint i = 0; i < session->leaders->len; i++)
    if (g_array_index (session->leaders, gint64, i) == trainer_id)
      return TRUE;
  return FALSE;
}

static gint64
hours_of (const FfHeldSession *session, gint64 trainer_id, int class_hour)
{
  const FfHoursSlot *slots = (const FfHoursSlot *) (gpointer) session->slots->data;
  gint64 minutes = ff_hours_taught_minutes (session->starts_at, session->ends_at, slots, session->slots->len, trainer_id,
                                            leads (session, trainer_id));

  return ff_hours_of_minutes (minutes, class_hour);
}

/* Whether this trainer's part of a joint booking was not counted yet. */
static gboolean
is_first (GHashTable *seen, const FfHeldSession *session, gint64 trainer_id)
{
  if (!session->joint)
    return TRUE;
  return g_hash_table_add (seen, g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", trainer_id, session->starts_at, session->joint));
}

static void
add_one (GHashTable *seen, const FfHeldSession *session, gint64 trainer_id, int class_hour, TaughtFunc func, gpointer user_data)
{
  gint64 hours = hours_of (session, trainer_id, class_hour);

  if (hours > 0 && is_first (seen, session, trainer_id))
    func (trainer_id, ff_time_day (session->starts_at), hours, user_data);
}

/* Everybody whom the session or one of its slots names, each once. */
static void
add_everybody (GHashTable *seen, const FfHeldSession *session, int class_hour, TaughtFunc func, gpointer user_data)
{
  for (guint i = 0; i < session->leaders->len; i++)
    add_one (seen, session, g_array_index (session->leaders, gint64, i), class_hour, func, user_data);
  for (guint i = 0; i < session->slots->len; i++)
    {
      gint64 trainer_id = g_array_index (session->slots, FfHoursSlot, i).trainer_id;
      gboolean known = trainer_id == 0 || leads (session, trainer_id);

      for (guint k = 0; k < i && !known; k++)
        known = g_array_index (session->slots, FfHoursSlot, k).trainer_id == trainer_id;
      if (!known)
        add_one (seen, session, trainer_id, class_hour, func, user_data);
    }
}

/* @trainer_id 0: of all. */
static gboolean
each_taught (FfDb *db, gint64 trainer_id, int year, TaughtFunc func, gpointer user_data, GError **error)
{
  FfMinute from = ff_day_start (ff_day_from_ymd (year, 1, 1));
  FfMinute to = ff_day_start (ff_day_from_ymd (year, 12, 31)) + FF_MINUTES_PER_DAY;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sessions = ff_hours_store_held (db, trainer_id, from, to, ff_time_now (), error);
  FfSettings settings;

  if (!sessions || !ff_settings_read (db, &settings, error))
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    if (trainer_id)
      add_one (seen, sessions->pdata[i], trainer_id, settings.class_hour_minutes, func, user_data);
    else
      add_everybody (seen, sessions->pdata[i], settings.class_hour_minutes, func, user_data);
  return TRUE;
}

static void
add_to_month (gint64 trainer_id, FfDay day, gint64 hours, gpointer user_data)
{
  FfTrainerFigures *figures = user_data;
  int year, month, mday;

  ff_day_to_ymd (day, &year, &month, &mday);
  figures->months[month - 1].sessions++;
  figures->months[month - 1].hours += hours;
}

gboolean
ff_trainer_figures_read (FfDb *db, gint64 trainer_id, int year, FfTrainerFigures *figures, GError **error)
{
  g_autoptr (FfTrainer) trainer = ff_people_read_trainer (db, trainer_id, error);

  if (!trainer)
    return FALSE;
  *figures = (FfTrainerFigures) { .year = year, .rate = trainer->rate };
  figures->total.fee = trainer->rate < 0 ? -1 : 0;
  if (!each_taught (db, trainer_id, year, add_to_month, figures, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (figures->months); i++)
    {
      FfTaught *month = &figures->months[i];

      month->fee = trainer->rate < 0 ? -1 : ff_hours_fee (month->hours, trainer->rate);
      figures->total.sessions += month->sessions;
      figures->total.hours += month->hours;
      figures->total.fee += month->fee > 0 ? month->fee : 0;
    }
  return TRUE;
}

static void
add_to_trainer (gint64 trainer_id, FfDay day, gint64 hours, gpointer user_data)
{
  GHashTable *by_id = user_data;
  gint64 *sum = g_hash_table_lookup (by_id, &trainer_id);

  if (!sum)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (by_id, g_memdup2 (&trainer_id, sizeof trainer_id), sum);
    }
  *sum += hours;
}

GHashTable *
ff_trainer_figures_hours (FfDb *db, int year, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return each_taught (db, 0, year, add_to_trainer, by_id, error) ? g_steal_pointer (&by_id) : NULL;
}
