/* The table syllabus_item: the tree of a course's content. */
#pragma once

#include "ff-course-store.h"

G_BEGIN_DECLS

/* Where an item stands in the tree, as it is stored. */
typedef struct
{
  FfSyllabusItem *item;
  gint64 parent_id; /* 0: at the root */
  gint64 layer_id;  /* 0: everybody */
  int position;
} FfSyllabusRow;

void ff_syllabus_row_free (FfSyllabusRow *row);

/* FfSyllabusRow in tree order. */
GPtrArray *ff_syllabus_store_read (FfDb *db, gint64 course_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Sets the item's id. */
gboolean ff_syllabus_store_insert (FfDb *db, gint64 course_id, const FfSyllabusRow *row, GError **error);
gboolean ff_syllabus_store_update (FfDb *db, const FfSyllabusRow *row, GError **error);
/* What refers to it (slots, deliverables, findings) no longer does. */
gboolean ff_syllabus_store_delete (FfDb *db, gint64 id, GError **error);
/* An item of a course by its title, the first in order; 0 if there is none, -1 on error. */
gint64 ff_syllabus_store_find (FfDb *db, gint64 course_id, const char *title, GError **error);
/* The course of an item: 0 if there is none, -1 on error. */
gint64 ff_syllabus_store_find_course (FfDb *db, gint64 id, GError **error);
/* NULL without an error when there is none. */
char *ff_syllabus_store_read_title (FfDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds one sentence for each thing that is wrong. */
gboolean ff_syllabus_store_check (FfDb *db, GPtrArray *findings, GError **error);

G_END_DECLS
