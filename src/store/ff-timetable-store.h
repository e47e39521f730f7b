/* The table timetable_slot: a course's days to the minute. */
#pragma once

#include "ff-db.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gint64 version;
  gint64 course_id;
  int day;    /* from 1 */
  int starts; /* minutes of the day, [starts, ends) */
  int ends;
  char *title;
  char *activity; /* FF_ACTIVITY_BREAK and the other keys, or what somebody wrote; NULL: not said */
  gint64 item_id; /* of the syllabus; 0: none */
  gint64 layer_id; /* 0: everybody */
  char *layer;    /* its key; NULL: everybody */
} FfTimetableSlot;

void ff_timetable_slot_free (FfTimetableSlot *slot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfTimetableSlot, ff_timetable_slot_free)

/* FfTimetableSlot of a course, by day and time. */
GPtrArray *ff_timetable_store_list (FfDb *db, gint64 course_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* NULL without an error when there is none. */
FfTimetableSlot *ff_timetable_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Sets the slot's id. */
gboolean ff_timetable_store_insert (FfDb *db, FfTimetableSlot *slot, GError **error);
gboolean ff_timetable_store_update (FfDb *db, const FfTimetableSlot *slot, GError **error);
gboolean ff_timetable_store_delete (FfDb *db, gint64 id, GError **error);
gboolean ff_timetable_store_delete_day (FfDb *db, gint64 course_id, int day, GError **error);

G_END_DECLS
