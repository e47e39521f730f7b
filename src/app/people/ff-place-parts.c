/* What trainers and venues have in common on their pages: when they cannot be booked, and the sessions that need them. */
#include "config.h"

#include "ff-place-parts.h"

#include <glib/gi18n-lib.h>

#include "ff-editors.h"
#include "ff-place-text.h"
#include "ff-places.h"
#include "ff-runs.h"

/* More than anybody reads on a card. */
#define MAX_BOOKINGS 30

GPtrArray *
ff_place_parts_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ff_part_free);
}

void
ff_place_parts_add_fact (GPtrArray *parts, gint64 id, const char *title, const char *text)
{
  if (text != NULL)
    g_ptr_array_add (parts, ff_part_new (id, title, text));
}

/* Unavailability --------------------------------------------------------------------------------------------------- */

/* That which is over is left out. */
static GPtrArray *
list_unavailability (FfDb *db, FfAway who, gint64 owner, GError **error)
{
  FfMinute today = ff_day_start (ff_time_day (ff_time_now ()));
  g_autoptr (GPtrArray) list = ff_unavailability_list (db, who, owner, today, FF_NO_TIME, error);
  GPtrArray *parts;

  if (list == NULL)
    return NULL;
  parts = ff_place_parts_new ();
  for (guint i = 0; i < list->len; i++)
    {
      const FfUnavailability *away = g_ptr_array_index (list, i);
      g_autofree char *span = ff_place_text_span (away->starts_at, away->ends_at);
      FfPart *part = ff_part_new (away->id, span, away->reason);

      part->tag = g_strdup (ff_unavailability_kind_title (away->kind));
      part->tone = FF_TONE_NEUTRAL;
      g_ptr_array_add (parts, part);
    }
  return parts;
}

static const char *const unavailability_tables[] = { "unavailability", NULL };

#define UNAVAILABILITY_OF(owner_kind, WHO, empty_text)                                          \
  static GPtrArray *list_of_##owner_kind (FfDb *db, gint64 owner, GError **error)               \
  {                                                                                             \
    return list_unavailability (db, WHO, owner, error);                                         \
  }                                                                                             \
  const FfPartKind ff_##owner_kind##_unavailability = {                                         \
    .title = N_("Unavailable"),                                                                 \
    .empty = empty_text,                                                                        \
    .add = N_("Add Unavailability"),                                                            \
    .tables = unavailability_tables,                                                            \
    .list = list_of_##owner_kind,                                                               \
    .editor = &ff_##owner_kind##_unavailability_editor,                                         \
  }

UNAVAILABILITY_OF (trainer, FF_AWAY_TRAINER, N_("Leave and other days on which this trainer cannot be booked."));
UNAVAILABILITY_OF (venue, FF_AWAY_VENUE, N_("Days and hours in which this venue cannot be booked."));
UNAVAILABILITY_OF (trainee, FF_AWAY_TRAINEE, N_("Leave and shifts in which this trainee cannot come."));

/* Sessions to come ------------------------------------------------------------------------------------------------- */

/* "Opening · Room 302"; the room only where it is not the owner. */
static char *
describe (const FfBooking *booking, FfNamed kind)
{
  g_autofree char *span = ff_place_text_span (booking->starts_at, booking->ends_at);

  if (kind == FF_NAMED_VENUE || booking->venue == NULL)
    return g_steal_pointer (&span);
  return g_strdup_printf ("%s · %s", span, booking->venue);
}

static FfPart *
booking_part (const FfBooking *booking, FfNamed kind)
{
  const char *what = booking->title != NULL ? booking->title : booking->run_title;
  g_autofree char *title = g_strdup_printf ("%s %s · %s", booking->run_code, booking->key, what);
  g_autofree char *subtitle = describe (booking, kind);
  FfPart *part = ff_part_new (booking->session_id, title, subtitle);

  part->tag = g_strdup (booking->provisional ? C_("booking", "Provisional") : C_("booking", "Confirmed"));
  part->tone = booking->provisional ? FF_TONE_SOON : FF_TONE_GOOD;
  if (booking->provisional && kind == FF_NAMED_VENUE)
    part->step = g_strdup (C_("booking", "Confirm"));
  return part;
}

static GPtrArray *
list_bookings (FfDb *db, FfNamed kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) bookings = ff_people_bookings (db, kind, id, MAX_BOOKINGS, error);
  GPtrArray *parts;

  if (bookings == NULL)
    return NULL;
  parts = ff_place_parts_new ();
  for (guint i = 0; i < bookings->len; i++)
    g_ptr_array_add (parts, booking_part (g_ptr_array_index (bookings, i), kind));
  return parts;
}

static char *
say_cut (GPtrArray *parts, gint64 owner)
{
  if (parts->len < MAX_BOOKINGS)
    return NULL;
  return g_strdup_printf (_("The next %d; the calendar shows all of them."), MAX_BOOKINGS);
}

static GPtrArray *
list_trainer_bookings (FfDb *db, gint64 owner, GError **error)
{
  return list_bookings (db, FF_NAMED_TRAINER, owner, error);
}

static GPtrArray *
list_venue_bookings (FfDb *db, gint64 owner, GError **error)
{
  return list_bookings (db, FF_NAMED_VENUE, owner, error);
}

static gboolean
confirm_booking (FfDb *db, gint64 owner, gint64 session_id, GError **error)
{
  g_autoptr (FfSession) session = ff_sessions_read (db, session_id, error);
  FfSessionDraft draft = { .booking = "confirmed" };

  if (session == NULL)
    return FALSE;
  draft.run = session->run_code;
  return ff_sessions_put (db, session_id, &draft, NULL, NULL, error) != FF_PUT_REFUSED;
}

static const char *const booking_tables[] = { "session", "session_trainer", "agenda_slot", "run", "venue", NULL };

const FfPartKind ff_trainer_bookings = {
  .title = N_("Sessions to Come"),
  .empty = N_("No session to come needs this trainer."),
  .tables = booking_tables,
  .list = list_trainer_bookings,
  .foot = say_cut,
};

const FfPartKind ff_venue_bookings = {
  .title = N_("Bookings"),
  .empty = N_("No session to come takes place here."),
  .tables = booking_tables,
  .list = list_venue_bookings,
  .step = confirm_booking,
  .step_label = N_("Confirm a booking"),
  .foot = say_cut,
};
