#include "config.h"

#include "ff-timetable-store.h"

#include "ff-rows.h"

#define SELECT_SLOT \
  "SELECT slot.id, slot.version, slot.course_id, slot.day, slot.starts, slot.ends, slot.title, slot.activity," \
  " slot.syllabus_item_id, slot.layer_id, layer.key" \
  " FROM timetable_slot AS slot LEFT JOIN layer ON layer.id = slot.layer_id"

enum
{
  SLOT_ID,
  SLOT_VERSION,
  SLOT_COURSE_ID,
  SLOT_DAY,
  SLOT_STARTS,
  SLOT_ENDS,
  SLOT_TITLE,
  SLOT_ACTIVITY,
  SLOT_ITEM_ID,
  SLOT_LAYER_ID,
  SLOT_LAYER_KEY,
};

void
ff_timetable_slot_free (FfTimetableSlot *slot)
{
  if (slot == NULL)
    return;
  g_free (slot->title);
  g_free (slot->activity);
  g_free (slot->layer);
  g_free (slot);
}

static gpointer
slot_from_row (FfStatement *row)
{
  FfTimetableSlot *slot = g_new0 (FfTimetableSlot, 1);

  slot->id = ff_statement_get_int (row, SLOT_ID);
  slot->version = ff_statement_get_int (row, SLOT_VERSION);
  slot->course_id = ff_statement_get_int (row, SLOT_COURSE_ID);
  slot->day = (int) ff_statement_get_int (row, SLOT_DAY);
  slot->starts = (int) ff_statement_get_int (row, SLOT_STARTS);
  slot->ends = (int) ff_statement_get_int (row, SLOT_ENDS);
  slot->title = ff_statement_dup_text (row, SLOT_TITLE);
  slot->activity = ff_statement_dup_text (row, SLOT_ACTIVITY);
  slot->item_id = ff_statement_get_int (row, SLOT_ITEM_ID);
  slot->layer_id = ff_statement_get_int (row, SLOT_LAYER_ID);
  slot->layer = ff_statement_dup_text (row, SLOT_LAYER_KEY);
  return slot;
}

GPtrArray *
ff_timetable_store_list (FfDb *db, gint64 course_id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (db,
      SELECT_SLOT " WHERE slot.course_id = $course_id ORDER BY slot.day, slot.starts, slot.ends, slot.layer_id, slot.id", error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$course_id", course_id);
  return ff_rows_list (select, slot_from_row, (GDestroyNotify) ff_timetable_slot_free, error);
}

FfTimetableSlot *
ff_timetable_store_read (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) select = ff_db_prepare (db, SELECT_SLOT " WHERE slot.id = $id", error);

  if (select == NULL)
    return NULL;
  ff_statement_bind_int (select, "$id", id);
  return ff_statement_step (select, error) == FF_STEP_ROW ? slot_from_row (select) : NULL;
}

static void
bind_slot (FfStatement *statement, const FfTimetableSlot *slot)
{
  ff_statement_bind_int (statement, "$day", slot->day);
  ff_statement_bind_int (statement, "$starts", slot->starts);
  ff_statement_bind_int (statement, "$ends", slot->ends);
  ff_statement_bind_text (statement, "$title", slot->title);
  ff_statement_bind_text (statement, "$activity", slot->activity);
  ff_statement_bind_id (statement, "$item_id", slot->item_id);
  ff_statement_bind_id (statement, "$layer_id", slot->layer_id);
}

gboolean
ff_timetable_store_insert (FfDb *db, FfTimetableSlot *slot, GError **error)
{
  g_autoptr (FfStatement) insert = ff_db_prepare (db,
      "INSERT INTO timetable_slot (course_id, day, starts, ends, title, activity, syllabus_item_id, layer_id)"
      " VALUES ($course_id, $day, $starts, $ends, $title, $activity, $item_id, $layer_id)", error);

  if (insert == NULL)
    return FALSE;
  ff_statement_bind_int (insert, "$course_id", slot->course_id);
  bind_slot (insert, slot);
  return ff_statement_insert (insert, &slot->id, error);
}

gboolean
ff_timetable_store_update (FfDb *db, const FfTimetableSlot *slot, GError **error)
{
  g_autoptr (FfStatement) update = ff_db_prepare (db,
      "UPDATE timetable_slot SET day = $day, starts = $starts, ends = $ends, title = $title, activity = $activity,"
      " syllabus_item_id = $item_id, layer_id = $layer_id, version = version + 1 WHERE id = $id", error);

  if (update == NULL)
    return FALSE;
  bind_slot (update, slot);
  ff_statement_bind_int (update, "$id", slot->id);
  return ff_statement_run (update, NULL, error);
}

gboolean
ff_timetable_store_delete (FfDb *db, gint64 id, GError **error)
{
  g_autoptr (FfStatement) statement = ff_db_prepare (db, "DELETE FROM timetable_slot WHERE id = $id", error);

  if (statement == NULL)
    return FALSE;
  ff_statement_bind_int (statement, "$id", id);
  return ff_statement_run (statement, NULL, error);
}

gboolean
ff_timetable_store_delete_day (FfDb *db, gint64 course_id, int day, GError **error)
{
  g_autoptr (FfStatement) slots = ff_db_prepare (db, "DELETE FROM timetable_slot WHERE course_id = $course_id AND day = $day", error);

  if (slots == NULL)
    return FALSE;
  ff_statement_bind_int (slots, "$course_id", course_id);
  ff_statement_bind_int (slots, "$day", day);
  return ff_statement_run (slots, NULL, error);
}
