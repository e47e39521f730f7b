#include "config.h"

#include "ff-roster.h"

#include "ff-enrolment-write.h"
#include "ff-runs.h"
#include "ff-take.h"

#include <glib/gi18n-lib.h>

const char *
ff_roster_status_title (const char *status)
{
  if (g_str_equal (status, "enrolled"))
    return C_ ("enrolment", "Enrolled");
  if (g_str_equal (status, "waitlisted"))
    return C_ ("enrolment", "On the waiting list");
  return C_ ("enrolment", "Withdrawn");
}

const char *
ff_roster_reply_title (const char *reply)
{
  if (g_strcmp0 (reply, "coming") == 0)
    return C_ ("reply", "Coming");
  if (g_strcmp0 (reply, "leave") == 0)
    return C_ ("reply", "On leave");
  if (g_strcmp0 (reply, "replaced") == 0)
    return C_ ("reply", "Replaced");
  return C_ ("reply", "No reply");
}

FfEnrolment *
ff_roster_read (FfDb *db, gint64 id, GError **error)
{
  return ff_enrolment_need (db, id, error);
}

static gboolean
set_status (FfDb *db, FfEnrolment *enrolment, const char *status, const char *reason, GError **error)
{
  g_autofree char *before = enrolment->id != 0 ? g_strdup (enrolment->status) : NULL;
  gboolean changed = FALSE;

  if (!ff_take_line (&enrolment->status, status, FF_TAKE_LINE_MAX, "status", &changed, error))
    return FALSE;
  if (changed)
    g_clear_pointer (&enrolment->reason, g_free);
  return ff_take_line (&enrolment->reason, reason, FF_TAKE_LINE_MAX, "reason", &changed, error)
         && ff_enrolment_write (db, enrolment, before, changed, error) != FF_PUT_REFUSED;
}

/* Room ----------------------------------------------------------------------------------------------------------------- */

gboolean
ff_roster_get_room (FfDb *db, gint64 run_id, const gint64 *trainee_ids, gsize n, FfRosterRoom *room, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);

  g_return_val_if_fail (room != NULL, FALSE);

  if (run == NULL)
    return FALSE;
  *room = (FfRosterRoom) { .capacity = run->capacity };
  room->enrolled = ff_enrolment_store_count (db, run_id, "enrolled", error);
  room->waiting = room->enrolled >= 0 ? ff_enrolment_store_count (db, run_id, "waitlisted", error) : -1;
  if (room->waiting < 0)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (FfEnrolment) enrolment = ff_enrolment_find_or_new (db, run_id, trainee_ids[i], error);

      if (enrolment == NULL)
        return FALSE;
      room->coming += enrolment->id == 0 || !g_str_equal (enrolment->status, "enrolled");
    }
  if (room->capacity >= 0)
    room->over = MAX (0, MIN (room->coming, room->enrolled + room->coming - room->capacity));
  return TRUE;
}

/* Enrolling ------------------------------------------------------------------------------------------------------------ */

static gboolean
enrol_one (FfDb *db, gint64 run_id, gint64 trainee_id, gboolean has_place, FfRosterCount *count, GError **error)
{
  g_autoptr (FfEnrolment) enrolment = ff_enrolment_find_or_new (db, run_id, trainee_id, error);

  if (enrolment == NULL)
    return FALSE;
  if (enrolment->id != 0 && g_str_equal (enrolment->status, "enrolled"))
    {
      count->already++;
      return TRUE;
    }
  if (!set_status (db, enrolment, has_place ? "enrolled" : "waitlisted", NULL, error))
    return FALSE;
  *(has_place ? &count->enrolled : &count->waitlisted) += 1;
  return TRUE;
}

gboolean
ff_roster_enrol (FfDb *db, gint64 run_id, const gint64 *trainee_ids, gsize n, gboolean rest_waits, FfRosterCount *count, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Enrol trainees"), error);
  FfRosterCount counted = { 0 };
  FfRosterRoom room;

  if (batch == NULL || !ff_roster_get_room (db, run_id, NULL, 0, &room, error))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      gboolean has_place = !rest_waits || room.capacity < 0 || room.enrolled + (int) counted.enrolled < room.capacity;

      if (!enrol_one (db, run_id, trainee_ids[i], has_place, &counted, error))
        return FALSE;
    }
  if (count != NULL)
    *count = counted;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

gboolean
ff_roster_withdraw (FfDb *db, const gint64 *ids, gsize n, const char *reason, GError **error)
{
  g_autoptr (FfBatch) batch
      = ff_batch_begin (db, n == 1 ? _ ("Withdraw a trainee") : _ ("Withdraw trainees"), error);

  if (batch == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (FfEnrolment) enrolment = ff_enrolment_need (db, ids[i], error);

      if (enrolment == NULL || !set_status (db, enrolment, "withdrawn", reason, error))
        return FALSE;
    }
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

static gboolean
refuse_full (const FfRosterRoom *room, int wanted, GError **error)
{
  int left = MAX (0, room->capacity - room->enrolled);

  if (left > 0)
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                 /* Translators: the number of free places, then of those who are to be taken in. */
                 ngettext ("There is %d free place for %d people: choose fewer, or raise the capacity of the class.",
                           "There are %d free places for %d people: choose fewer, or raise the capacity of the class.", (gulong) left),
                 left, wanted);
  else
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                 ngettext ("The %d place of this class is taken: withdraw somebody first, or raise the capacity.",
                           "All %d places of this class are taken: withdraw somebody first, or raise the capacity.",
                           (gulong) room->capacity),
                 room->capacity);
  return FALSE;
}

gboolean
ff_roster_take_in (FfDb *db, const gint64 *ids, gsize n, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Take in from the waiting list"), error);
  FfRosterRoom room = { .capacity = -1 };
  int taken = 0;

  if (batch == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (FfEnrolment) enrolment = ff_enrolment_need (db, ids[i], error);

      if (enrolment == NULL)
        return FALSE;
      if (i == 0 && !ff_roster_get_room (db, enrolment->run_id, NULL, 0, &room, error))
        return FALSE;
      if (g_str_equal (enrolment->status, "enrolled"))
        continue;
      if (room.capacity >= 0 && room.enrolled + ++taken > room.capacity)
        return refuse_full (&room, (int) n, error);
      if (!set_status (db, enrolment, "enrolled", NULL, error))
        return FALSE;
    }
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

/* The waiting list ----------------------------------------------------------------------------------------------------- */

gboolean
ff_roster_put_waiting (FfDb *db, const gint64 *ids, gsize n, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Put on the waiting list"), error);

  if (batch == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (FfEnrolment) enrolment = ff_enrolment_need (db, ids[i], error);

      if (enrolment == NULL || !set_status (db, enrolment, "waitlisted", NULL, error))
        return FALSE;
    }
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

gboolean
ff_roster_move_waiting (FfDb *db, gint64 id, int places, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Move on the waiting list"), error);
  g_autoptr (FfEnrolment) enrolment = batch != NULL ? ff_enrolment_need (db, id, error) : NULL;
  g_autoptr (GArray) waiting = NULL;
  guint from = 0, to;

  if (enrolment == NULL)
    return FALSE;
  waiting = ff_enrolment_store_list_waiting (db, enrolment->run_id, error);
  if (waiting == NULL)
    return FALSE;
  while (from < waiting->len && g_array_index (waiting, gint64, from) != id)
    from++;
  if (from == waiting->len)
    {
      g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("%s is not on the waiting list."), enrolment->name);
      return FALSE;
    }
  to = (guint) CLAMP ((int) from + places, 0, (int) waiting->len - 1);
  g_array_remove_index (waiting, from);
  g_array_insert_val (waiting, to, id);
  for (guint i = 0; i < waiting->len; i++)
    if (!ff_enrolment_store_set_waiting (db, g_array_index (waiting, gint64, i), i + 1, error))
      return FALSE;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

FfEnrolment *
ff_roster_next_in (FfDb *db, gint64 run_id, GError **error)
{
  FfRosterRoom room;
  gint64 id;

  if (!ff_roster_get_room (db, run_id, NULL, 0, &room, error))
    return NULL;
  if (room.capacity >= 0 && room.enrolled >= room.capacity)
    return NULL;
  id = ff_enrolment_store_first_waiting (db, run_id, error);
  return id > 0 ? ff_enrolment_need (db, id, error) : NULL;
}

/* Replies -------------------------------------------------------------------------------------------------------------- */

gboolean
ff_roster_reply (FfDb *db, const gint64 *ids, gsize n, const char *reply, FfDay day, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Note replies"), error);

  g_return_val_if_fail (reply == NULL || g_str_equal (reply, "coming") || g_str_equal (reply, "leave"), FALSE);

  if (batch == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (FfEnrolment) enrolment = ff_enrolment_need (db, ids[i], error);

      if (enrolment == NULL)
        return FALSE;
      if (g_strcmp0 (enrolment->reply, reply) == 0)
        continue;
      g_free (enrolment->reply);
      enrolment->reply = g_strdup (reply);
      enrolment->replied_on = day;
      if (!ff_enrolment_store_update (db, enrolment, error))
        return FALSE;
    }
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

/* Replacing ------------------------------------------------------------------------------------------------------------ */

static gboolean
check_replacement (const FfEnrolment *leaving, const FfEnrolment *coming, GError **error)
{
  if (g_str_equal (leaving->status, "withdrawn"))
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("%s is withdrawn already; enrol the other person instead."), leaving->name);
  else if (coming->id != 0 && g_str_equal (coming->status, "enrolled"))
    g_set_error (error, FF_ERROR, FF_ERROR_INVALID, _ ("%s is in this class already; choose somebody else."), coming->name);
  else
    return TRUE;
  return FALSE;
}

/* The one who comes takes over what the one who leaves had. */
static gboolean
hand_over (FfDb *db, FfEnrolment *leaving, FfEnrolment *coming, GError **error)
{
  g_autofree char *before = coming->id != 0 ? g_strdup (coming->status) : NULL;

  g_free (coming->status);
  coming->status = g_strdup (leaving->status);
  g_clear_pointer (&coming->reason, g_free);
  coming->team_id = leaving->team_id;
  coming->leader = leaving->leader;
  leaving->team_id = 0;
  leaving->leader = FALSE;
  if (ff_enrolment_write (db, coming, before, TRUE, error) == FF_PUT_REFUSED)
    return FALSE;
  if (leaving->waiting == 0)
    return TRUE;
  return ff_enrolment_store_set_waiting (db, coming->id, leaving->waiting, error);
}

gboolean
ff_roster_replace (FfDb *db, gint64 id, gint64 trainee_id, const char *reason, gint64 *new_id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Replace a trainee"), error);
  g_autoptr (FfEnrolment) leaving = batch != NULL ? ff_enrolment_need (db, id, error) : NULL;
  g_autoptr (FfEnrolment) coming = leaving != NULL ? ff_enrolment_find_or_new (db, leaving->run_id, trainee_id, error) : NULL;

  if (coming == NULL || !check_replacement (leaving, coming, error) || !hand_over (db, leaving, coming, error))
    return FALSE;
  g_free (leaving->reply);
  leaving->reply = g_strdup ("replaced");
  leaving->replied_on = ff_time_day (ff_time_now ());
  leaving->replaced_by_id = coming->id;
  if (!set_status (db, leaving, "withdrawn", reason, error))
    return FALSE;
  if (!ff_enrolment_store_hand_over_sessions (db, leaving->run_id, leaving->trainee_id, trainee_id, ff_time_now (), error))
    return FALSE;
  if (new_id != NULL)
    *new_id = coming->id;
  return ff_batch_commit (g_steal_pointer (&batch), error);
}
