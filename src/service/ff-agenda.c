#include "config.h"

#include "ff-agenda.h"

#include <glib/gi18n-lib.h>

#include "ff-batch.h"
#include "ff-courses.h"
#include "ff-hours.h"
#include "ff-people.h"
#include "ff-runs.h"
#include "ff-syllabus-store.h"
#include "ff-take.h"
#include "ff-timetables.h"

static gboolean
check_slots (FfMinute starts_at, FfMinute ends_at, GPtrArray *slots, GError **error)
{
  FfMinute free_from = starts_at;

  for (guint i = 0; i < slots->len; i++)
    {
      const FfAgendaSlot *slot = g_ptr_array_index (slots, i);

      if (slot->starts_at < free_from || slot->ends_at <= slot->starts_at || slot->ends_at > ends_at)
        {
          g_set_error (error, FF_ERROR, FF_ERROR_INVALID,
                       /* Translators: %s is the title of an agenda slot. */
                       _("“%s” overlaps another slot or lies outside its session: change its times."), slot->title);
          return FALSE;
        }
      free_from = slot->ends_at;
    }
  return TRUE;
}

gboolean
ff_agenda_put (FfDb *db, gint64 session_id, FfMinute starts_at, FfMinute ends_at, GPtrArray *slots, GError **error)
{
  g_autoptr (FfBatch) batch = NULL;

  g_return_val_if_fail (db != NULL && slots != NULL, FALSE);

  if (!check_slots (starts_at, ends_at, slots, error))
    return FALSE;
  batch = ff_batch_begin (db, _("Change the agenda"), error);
  if (batch == NULL || !ff_agenda_store_delete_of_session (db, session_id, error))
    return FALSE;
  for (guint i = 0; i < slots->len; i++)
    {
      FfAgendaSlot *slot = g_ptr_array_index (slots, i);

      slot->session_id = session_id;
      if (!ff_agenda_store_insert (db, slot, (int) i, error))
        return FALSE;
    }
  return ff_batch_commit (g_steal_pointer (&batch), error);
}

GPtrArray *
ff_agenda_of_run (FfDb *db, gint64 run_id, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return ff_agenda_store_of_run (db, run_id, error);
}

GPtrArray *
ff_agenda_of_session (FfDb *db, gint64 session_id, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return ff_agenda_store_of_session (db, session_id, error);
}

/* One slot --------------------------------------------------------------------------------------------------------- */

static gboolean
take_clock (const FfSession *session, FfMinute *stored, const char *text, const char *field, gboolean *changed, GError **error)
{
  FfMinute time;
  int minute;

  if (text == NULL)
    return TRUE;
  if (!ff_clock_parse (text, &minute))
    {
      ff_put_set_error (error, FF_ERROR_INVALID, field, _ ("“%s” is no time. Write it as 09:00 or 0900."), text);
      return FALSE;
    }
  time = ff_day_start (ff_time_day (session->starts_at)) + minute;
  /* Of a night, what is before its start is the next morning. */
  if (time < session->starts_at && time + FF_MINUTES_PER_DAY <= session->ends_at)
    time += FF_MINUTES_PER_DAY;
  *changed |= time != *stored;
  *stored = time;
  return TRUE;
}

static gboolean
take_item (FfDb *db, const FfSession *session, FfAgendaSlot *slot, const char *text, gboolean *changed, GError **error)
{
  g_autofree char *title = text != NULL ? ff_put_clean_line (text) : NULL;
  g_autoptr (FfRun) run = NULL;
  gint64 id = 0;

  if (title == NULL)
    return TRUE;
  if (*title != '\0')
    {
      run = ff_runs_read (db, session->run_id, error);
      id = run != NULL ? ff_syllabus_store_find (db, run->course_id, title, error) : -1;
      if (id < 0)
        return FALSE;
      if (id == 0)
        {
          ff_put_set_error (error, FF_ERROR_NOT_FOUND, "item", _ ("The syllabus of course %s has no item “%s”; choose one that it has."),
                            run->course_code, title);
          return FALSE;
        }
    }
  *changed |= id != slot->syllabus_item_id;
  slot->syllabus_item_id = id;
  g_free (slot->item);
  slot->item = g_steal_pointer (&title);
  return TRUE;
}

static gboolean
take_trainer (FfDb *db, FfAgendaSlot *slot, const char *text, gboolean *changed, GError **error)
{
  g_autofree char *name = text != NULL ? ff_put_clean_line (text) : NULL;
  gint64 id = 0;

  if (name == NULL)
    return TRUE;
  if (*name != '\0' && ff_people_put_trainer (db, 0, &(FfTrainerDraft) { .name = name }, &id, error) == FF_PUT_REFUSED)
    return FALSE;
  *changed |= id != slot->trainer_id;
  slot->trainer_id = id;
  return TRUE;
}

static gboolean
take_activity (FfAgendaSlot *slot, const char *text, gboolean *changed, GError **error)
{
  g_autofree char *activity = text != NULL ? ff_activity_from_text (text) : NULL;

  if (text == NULL)
    return TRUE;
  return ff_take_line (&slot->activity, activity != NULL ? activity : "", FF_TAKE_LINE_MAX, "activity", changed, error);
}

/* A slot without a title of its own is called like what it teaches; a break needs none. */
static gboolean
take_title (FfAgendaSlot *slot, const char *text, gboolean *changed, GError **error)
{
  if (!ff_take_line (&slot->title, text, FF_TAKE_LINE_MAX, "title", changed, error))
    return FALSE;
  if (slot->title == NULL && slot->item != NULL && *slot->item != '\0')
    slot->title = g_strdup (slot->item);
  if (slot->title == NULL && g_strcmp0 (slot->activity, FF_ACTIVITY_BREAK) == 0)
    slot->title = g_strdup ("");
  if (slot->title != NULL)
    return TRUE;
  ff_put_set_error (error, FF_ERROR_INVALID, "title", _ ("A slot needs a title, or an item of the syllabus that it teaches."));
  return FALSE;
}

static gboolean
take_draft (FfDb *db, const FfSession *session, FfAgendaSlot *slot, const FfSlotDraft *draft, gboolean *changed, GError **error)
{
  return take_clock (session, &slot->starts_at, draft->from, "from", changed, error)
         && take_clock (session, &slot->ends_at, draft->to, "to", changed, error)
         && take_item (db, session, slot, draft->item, changed, error)
         && take_activity (slot, draft->activity, changed, error)
         && take_title (slot, draft->title, changed, error) && take_trainer (db, slot, draft->trainer, changed, error);
}

/* Where the slot stands among the others by its time; −1, with an error, when it does not fit between them. */
static int
find_place (const FfSession *session, GPtrArray *slots, const FfAgendaSlot *slot, GError **error)
{
  int position = 0;

  if (slot->starts_at == FF_NO_TIME || slot->ends_at == FF_NO_TIME || slot->ends_at <= slot->starts_at)
    {
      ff_put_set_error (error, FF_ERROR_INVALID, "to", _ ("A slot needs two times, the end after the start."));
      return -1;
    }
  if (slot->starts_at < session->starts_at || slot->ends_at > session->ends_at)
    {
      g_autofree char *from = ff_time_format (session->starts_at);
      g_autofree char *to = ff_time_format (session->ends_at);

      ff_put_set_error (error, FF_ERROR_INVALID, slot->starts_at < session->starts_at ? "from" : "to",
                        _ ("The session lasts from %s to %s; the slot has to lie in it."), from + 11, to + 11);
      return -1;
    }
  for (guint i = 0; i < slots->len; i++)
    {
      const FfAgendaSlot *other = g_ptr_array_index (slots, i);

      if (other->id == slot->id)
        continue;
      if (slot->starts_at < other->ends_at && other->starts_at < slot->ends_at)
        {
          g_autofree char *from = ff_time_format (other->starts_at);
          g_autofree char *to = ff_time_format (other->ends_at);

          ff_put_set_error (error, FF_ERROR_INVALID, "from", _ ("The slot “%s” lasts from %s to %s already; choose another time."),
                            other->title, from + 11, to + 11);
          return -1;
        }
      position += other->starts_at < slot->starts_at;
    }
  return position;
}

static FfAgendaSlot *
find_slot (GPtrArray *slots, gint64 id)
{
  for (guint i = 0; i < slots->len; i++)
    if (((FfAgendaSlot *) g_ptr_array_index (slots, i))->id == id)
      return g_ptr_array_steal_index (slots, i);
  return NULL;
}

static FfAgendaSlot *
slot_new (gint64 session_id)
{
  FfAgendaSlot *slot = g_new0 (FfAgendaSlot, 1);

  slot->session_id = session_id;
  slot->starts_at = slot->ends_at = FF_NO_TIME;
  return slot;
}

/* The others give way in their order, so that the positions follow the times. */
static gboolean
renumber (FfDb *db, GPtrArray *slots, gint64 except, int position, GError **error)
{
  int next = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      const FfAgendaSlot *slot = g_ptr_array_index (slots, i);

      if (slot->id == except)
        continue;
      next += next == position;
      if (!ff_agenda_store_update (db, slot, next++, error))
        return FALSE;
    }
  return TRUE;
}

FfPut
ff_agenda_put_slot (FfDb *db, gint64 session_id, gint64 update_id, const FfSlotDraft *draft, gint64 *id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Change the agenda"), error);
  g_autoptr (FfSession) session = batch != NULL ? ff_sessions_read (db, session_id, error) : NULL;
  g_autoptr (GPtrArray) slots = session != NULL ? ff_agenda_store_of_session (db, session_id, error) : NULL;
  g_autoptr (FfAgendaSlot) slot = NULL;
  gboolean changed = FALSE;
  int position;

  g_return_val_if_fail (draft != NULL, FF_PUT_REFUSED);

  if (slots == NULL)
    return FF_PUT_REFUSED;
  slot = update_id != 0 ? find_slot (slots, update_id) : slot_new (session_id);
  if (slot == NULL)
    {
      g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _ ("This slot does not exist any more."));
      return FF_PUT_REFUSED;
    }
  position = take_draft (db, session, slot, draft, &changed, error) ? find_place (session, slots, slot, error) : -1;
  if (position < 0)
    return FF_PUT_REFUSED;
  if (!changed)
    return FF_PUT_SAME;
  if (!renumber (db, slots, slot->id, position, error)
      || !(update_id == 0 ? ff_agenda_store_insert (db, slot, position, error) : ff_agenda_store_update (db, slot, position, error))
      || !ff_batch_commit (g_steal_pointer (&batch), error))
    return FF_PUT_REFUSED;
  if (id != NULL)
    *id = slot->id;
  return update_id == 0 ? FF_PUT_NEW : FF_PUT_CHANGED;
}

gboolean
ff_agenda_delete_slot (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfBatch) batch = ff_batch_begin (db, _ ("Change the agenda"), error);

  return batch != NULL && ff_agenda_store_delete (db, id, error) && ff_batch_commit (g_steal_pointer (&batch), error);
}

gboolean
ff_agenda_move (FfDb *db, gint64 session_id, gint64 minutes, GError **error)
{
  g_autoptr (GPtrArray) slots = ff_agenda_store_of_session (db, session_id, error);

  if (slots == NULL)
    return FALSE;
  for (guint i = 0; i < slots->len; i++)
    {
      FfAgendaSlot *slot = g_ptr_array_index (slots, i);

      slot->starts_at += minutes;
      slot->ends_at += minutes;
      if (!ff_agenda_store_update (db, slot, (int) i, error))
        return FALSE;
    }
  return TRUE;
}

/* Hours ------------------------------------------------------------------------------------------------------------ */

gint64
ff_agenda_session_minutes (const FfSession *session, const GPtrArray *slots)
{
  g_autoptr (GArray) breaks = g_array_new (FALSE, TRUE, sizeof (FfHoursSlot));

  g_return_val_if_fail (session != NULL && slots != NULL, 0);

  for (guint i = 0; i < slots->len; i++)
    {
      const FfAgendaSlot *slot = g_ptr_array_index (slots, i);
      FfHoursSlot part = { .from = slot->starts_at, .to = slot->ends_at, .is_break = slot->is_break };

      if (slot->session_id == session->id && slot->is_break)
        g_array_append_val (breaks, part);
    }
  return ff_hours_session_minutes (session->starts_at, session->ends_at, (const FfHoursSlot *) (gpointer) breaks->data, breaks->len);
}

/* Coverage --------------------------------------------------------------------------------------------------------- */

void
ff_coverage_free (FfCoverage *coverage)
{
  if (coverage == NULL)
    return;
  g_ptr_array_unref (coverage->missing);
  g_free (coverage);
}

static gboolean
is_to_be_taught (const FfSyllabusItem *item)
{
  return !g_str_equal (item->kind, "break") && !g_str_equal (item->kind, "homework");
}

/* An item is taught by a slot of its own or of what it is a part of. Only the smallest parts are counted. */
static void
count_items (FfCoverage *coverage, GPtrArray *syllabus, GHashTable *taught_ids)
{
  g_autofree gboolean *taught = g_new0 (gboolean, syllabus->len);
  g_autofree gboolean *parted = g_new0 (gboolean, syllabus->len);

  for (guint i = 0; i < syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (syllabus, i);

      taught[i] = g_hash_table_contains (taught_ids, &item->id) || (item->parent >= 0 && taught[item->parent]);
      if (item->parent >= 0 && is_to_be_taught (item))
        parted[item->parent] = TRUE;
    }
  for (guint i = 0; i < syllabus->len; i++)
    {
      const FfSyllabusItem *item = g_ptr_array_index (syllabus, i);

      if (parted[i] || !is_to_be_taught (item))
        continue;
      coverage->items++;
      if (taught[i])
        coverage->taught++;
      else
        g_ptr_array_add (coverage->missing, g_strdup (item->title));
    }
}

FfCoverage *
ff_agenda_read_coverage (FfDb *db, gint64 run_id, GError **error)
{
  g_autoptr (FfRun) run = ff_runs_read (db, run_id, error);
  g_autoptr (FfCourse) course = run != NULL ? ff_courses_read (db, run->course_id, error) : NULL;
  g_autoptr (GArray) ids = course != NULL ? ff_agenda_store_list_taught (db, run_id, error) : NULL;
  g_autoptr (GHashTable) taught = g_hash_table_new (g_int64_hash, g_int64_equal);
  FfCoverage *coverage;

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (taught, &g_array_index (ids, gint64, i));
  coverage = g_new0 (FfCoverage, 1);
  coverage->missing = g_ptr_array_new_with_free_func (g_free);
  count_items (coverage, course->syllabus, taught);
  return coverage;
}
