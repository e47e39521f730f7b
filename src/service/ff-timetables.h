/* Use cases about the timetable of a course: its days to the minute, from which the sessions of a class are made. */
#pragma once

#include "ff-day-plan.h"
#include "ff-put.h"
#include "ff-timetable-store.h"
#include "ff-timetable.h"

G_BEGIN_DECLS

/* What an activity is called in the reader's language: of a key that is known; else @activity itself. NULL is NULL. */
const char *ff_activity_title (const char *activity);
/* The keys that have a title; NULL after the last. */
const char *const *ff_activity_keys (void);
/* The key of an activity written in English or Chinese; what is no known one is kept as it is written. "" and NULL are NULL. */
char *ff_activity_from_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* FfTimetableSlot of a course, by day and time. */
GPtrArray *ff_timetables_list (FfDb *db, gint64 course_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfTimetableSlot *ff_timetables_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  const char *day;      /* "1" */
  const char *starts;   /* "9:00" */
  const char *ends;
  const char *title;
  const char *activity; /* as ff_activity_from_text () takes it */
  const char *item;     /* the id of a syllabus item of this course; its title stands in for one that is left out */
  const char *layer;    /* a key or a title; "": everybody */
} FfTimetableDraft;

/* @id 0 adds one; day, starts and ends are required of it. Slots may overlap and leave gaps: ff_timetables_check () says so. */
FfPut ff_timetables_put (FfDb *db, gint64 course_id, gint64 id, const FfTimetableDraft *draft, gint64 *new_id, GError **error);
gboolean ff_timetables_delete (FfDb *db, gint64 id, GError **error);

/* A copy of a day as the last one; @new_day may be NULL. */
gboolean ff_timetables_duplicate_day (FfDb *db, gint64 course_id, int day, int *new_day, GError **error);
/* The later days move one forward. */
gboolean ff_timetables_delete_day (FfDb *db, gint64 course_id, int day, GError **error);
/* Gives layer @to what @from has (each a key or "": the slots for everybody), beside what @to has already; slots that it has
   already just so are not doubled. @n_copied may be NULL. */
gboolean ff_timetables_copy_layer (FfDb *db, gint64 course_id, const char *from, const char *to, guint *n_copied, GError **error);

/* FfDayFlaw; the indexes are those of @slots. Gaps are looked for in the teaching hours. */
GArray *ff_timetables_check (GPtrArray *slots, const FfHours *hours, gsize n_hours) G_GNUC_WARN_UNUSED_RESULT;
/* Minutes of one day that are no break, as a trainee of layer @layer_id sees them (0: everybody's alone). */
int ff_timetables_count_minutes (GPtrArray *slots, int day, gint64 layer_id);

G_END_DECLS
