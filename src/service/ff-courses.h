/* Use cases about courses: the catalogue entry, its syllabus, its scheme and its attendance rule. */
#pragma once

#include "ff-attendance.h"
#include "ff-put.h"
#include "ff-scheme.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  int parent; /* index, -1: at the root; parents before children */
  char *kind; /* lecture, section, topic, exercise, case, discussion, deliverable, homework, break */
  char *title;
  int minutes; /* -1: not said */
  char *layer; /* key; NULL: everybody */
} FfSyllabusItem;

typedef struct
{
  gint64 id; /* 0: new */
  gint64 version;
  char *code;
  char *title;
  char *background;
  GPtrArray *benefits; /* char * */
  char *audience;
  char *method;
  gint64 hours; /* hundredths, -1: not said */
  GPtrArray *syllabus; /* FfSyllabusItem in tree order */
  FfScheme *scheme;
  FfAttendanceRule rule;
  char *evaluation; /* JSON object with questionnaires, behaviour, metrics, results_days, learning_target_percent …; NULL */
} FfCourse;

FfCourse *ff_course_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ff_course_free (FfCourse *course);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCourse, ff_course_free)
FfSyllabusItem *ff_course_add_item (FfCourse *course, int parent, const char *kind, const char *title, int minutes);

FfCourse *ff_courses_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 ff_courses_find (FfDb *db, const char *code, GError **error); /* 0 if there is none, -1 on error */
/* Writes the whole course; one with an id is updated row by row, so that unchanged rows stay out of the journal. A course
   with id 0 whose code is known is the same course. FF_ERROR_CONFLICT if the stored version is another (and version is not 0). */
FfPut ff_courses_put (FfDb *db, FfCourse *course, GError **error);
/* Refuses while live classes use it, and names one. */
gboolean ff_courses_delete (FfDb *db, gint64 id, GError **error);

typedef enum
{
  FF_COURSE_SORT_CODE,
  FF_COURSE_SORT_TITLE,
  FF_COURSE_SORT_HOURS,
  FF_COURSE_SORT_CLASSES,
} FfCourseSort;

typedef struct
{
  gint64 id;
  char *code;
  char *title;
  char *audience;
  gint64 hours; /* hundredths, -1 */
  int classes;  /* live ones */
  int components;
} FfCourseRow;

void ff_course_row_free (FfCourseRow *row);
GArray *ff_courses_list (FfDb *db, const char *search, FfCourseSort sort, gboolean descending, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FfCourseRow by primary keys, in their order; missing ones are NULL. */
GPtrArray *ff_courses_read_rows (FfDb *db, const gint64 *ids, gsize n, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The scheme and rule that a class keeps; NULL scheme: an empty one. Shared with runs. */
FfScheme *ff_schemes_read (FfDb *db, gint64 course_id, gint64 run_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ff_rules_read (FfDb *db, gint64 course_id, gint64 run_id, FfAttendanceRule *rule, GError **error);
/* Refuses to take a component away that has marks. */
FfPut ff_schemes_put (FfDb *db, gint64 course_id, gint64 run_id, const FfScheme *scheme, GError **error);
FfPut ff_rules_put (FfDb *db, gint64 course_id, gint64 run_id, const FfAttendanceRule *rule, GError **error);

G_END_DECLS
