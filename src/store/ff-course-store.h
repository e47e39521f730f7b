/* The table course: the catalogue entry. Its syllabus, scheme and rule have stores of their own. */
#pragma once

#include "ff-attendance.h"
#include "ff-db.h"
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
  gboolean made_to_order; /* only for a class that asks for it */
} FfSyllabusItem;

void ff_syllabus_item_free (FfSyllabusItem *item);

typedef struct
{
  gint64 id; /* 0: new */
  gint64 version;
  char *code;
  char *title;
  char *category; /* NULL: none */
  char *background;
  GPtrArray *benefits; /* char * */
  char *audience;
  char *method;
  gint64 hours; /* hundredths, -1: not said */
  GPtrArray *syllabus; /* FfSyllabusItem in tree order */
  FfScheme *scheme;
  FfAttendanceRule rule;
} FfCourse;

FfCourse *ff_course_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ff_course_free (FfCourse *course);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FfCourse, ff_course_free)
FfSyllabusItem *ff_course_add_item (FfCourse *course, int parent, const char *kind, const char *title, int minutes);

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
  gint64 hours;   /* hundredths, -1 */
  int classes;    /* live ones */
  int components; /* of its scheme, groups too */
} FfCourseRow;

void ff_course_row_free (FfCourseRow *row);

/* The live row with an empty syllabus, an empty scheme and the default rule, or NULL: without an error when there is none. */
FfCourse *ff_course_store_read (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 ff_course_store_find (FfDb *db, const char *code, GError **error); /* 0 if there is none, -1 on error */

/* Write the table's own columns. */
gboolean ff_course_store_insert (FfDb *db, FfCourse *course, GError **error);
gboolean ff_course_store_update (FfDb *db, const FfCourse *course, GError **error);
gboolean ff_course_store_mark_deleted (FfDb *db, gint64 id, GError **error);
/* The code of a live class of this course, NULL without an error when there is none. */
char *ff_course_store_find_run (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* gint64 ids, filtered and sorted in SQL. */
GArray *ff_course_store_list (FfDb *db, const char *search, FfCourseSort sort, gboolean descending, GError **error) G_GNUC_WARN_UNUSED_RESULT;
FfCourseRow *ff_course_store_read_row (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds one sentence for each thing that is wrong. */
gboolean ff_course_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
