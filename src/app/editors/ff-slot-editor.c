#include "config.h"

#include "ff-editors.h"

#include <glib/gi18n-lib.h>

#include "ff-agenda.h"
#include "ff-courses.h"
#include "ff-places.h"
#include "ff-runs.h"
#include "ff-timetables.h"

#define NEW_SLOT_MINUTES 45

static const FfEditorField fields[] = {
  { "from", N_("From"), FF_FIELD_TIME, TRUE },
  { "to", N_("To"), FF_FIELD_TIME, TRUE },
  { "title", N_("Title"), FF_FIELD_TEXT, FALSE },
  { "item", N_("Item of the syllabus that it teaches"), FF_FIELD_SUGGEST, FALSE },
  { "activity", N_("Activity"), FF_FIELD_SUGGEST, FALSE },
  { "trainer", N_("Trainer, when not the session's"), FF_FIELD_SUGGEST, FALSE },
};

static FfPut
put (FfDb *db, gint64 id, gint64 session_id, FfEditorValues *values, gint64 *new_id, GError **error)
{
  FfSlotDraft draft = {
    .from = ff_editor_values_get (values, "from"),
    .to = ff_editor_values_get (values, "to"),
    .title = ff_editor_values_get (values, "title"),
    .item = ff_editor_values_get (values, "item"),
    .activity = ff_editor_values_get (values, "activity"),
    .trainer = ff_editor_values_get (values, "trainer"),
  };

  return ff_agenda_put_slot (db, session_id, id, &draft, new_id, error);
}

static void
set_clock (FfEditorValues *values, const char *field, FfMinute time)
{
  g_autofree char *text = ff_time_format (time);

  ff_editor_values_set (values, field, text + 11);
}

/* A new slot follows the last one. */
static void
suggest_times (const FfSession *session, GPtrArray *slots, FfEditorValues *values)
{
  FfMinute from = session->starts_at;

  for (guint i = 0; i < slots->len; i++)
    from = MAX (from, ((FfAgendaSlot *) g_ptr_array_index (slots, i))->ends_at);
  set_clock (values, "from", MIN (from, session->ends_at));
  set_clock (values, "to", MIN (from + NEW_SLOT_MINUTES, session->ends_at));
}

static gboolean
load (FfDb *db, gint64 id, gint64 session_id, FfEditorValues *values, GError **error)
{
  g_autoptr (FfSession) session = ff_sessions_read (db, session_id, error);
  g_autoptr (GPtrArray) slots = session != NULL ? ff_agenda_of_session (db, session_id, error) : NULL;

  if (slots == NULL)
    return FALSE;
  if (id == 0)
    {
      suggest_times (session, slots, values);
      return TRUE;
    }
  for (guint i = 0; i < slots->len; i++)
    {
      const FfAgendaSlot *slot = g_ptr_array_index (slots, i);

      if (slot->id != id)
        continue;
      set_clock (values, "from", slot->starts_at);
      set_clock (values, "to", slot->ends_at);
      ff_editor_values_set (values, "title", slot->title);
      ff_editor_values_set (values, "item", slot->item);
      ff_editor_values_set (values, "activity", ff_activity_title (slot->activity));
      ff_editor_values_set (values, "trainer", slot->trainer);
      return TRUE;
    }
  g_set_error_literal (error, FF_ERROR, FF_ERROR_NOT_FOUND, _("This slot does not exist any more."));
  return FALSE;
}

static GPtrArray *
list_items (FfDb *db, gint64 session_id, GError **error)
{
  g_autoptr (FfSession) session = ff_sessions_read (db, session_id, error);
  g_autoptr (FfRun) run = session != NULL ? ff_runs_read (db, session->run_id, error) : NULL;
  g_autoptr (FfCourse) course = run != NULL ? ff_courses_read (db, run->course_id, error) : NULL;
  GPtrArray *array;

  if (course == NULL)
    return NULL;
  array = ff_choices_new ();
  for (guint i = 0; i < course->syllabus->len; i++)
    ff_editors_add_choice (array, NULL, ((FfSyllabusItem *) g_ptr_array_index (course->syllabus, i))->title);
  return array;
}

static GPtrArray *
choices (FfDb *db, gint64 session_id, const char *field, GError **error)
{
  if (g_str_equal (field, "item"))
    return list_items (db, session_id, error);
  return g_str_equal (field, "activity") ? ff_editors_list_activities () : ff_people_list_trainers (db, NULL, error);
}

static gboolean
delete (FfDb *db, gint64 id, gint64 session_id, GError **error)
{
  return ff_agenda_delete_slot (db, id, error);
}

const FfEditorKind ff_slot_editor = {
  .new_title = N_("New Slot"),
  .edit_title = N_("Slot"),
  .new_label = N_("Add a slot"),
  .edit_label = N_("Change a slot"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .put = put,
  .load = load,
  .choices = choices,
  .delete = delete,
  .delete_label = N_("Delete Slot"),
  .deleted = N_("Slot deleted"),
};
