/* A syllabus read from text becomes that of a course. */
#pragma once

#include "ff-courses.h"

G_BEGIN_DECLS

typedef enum
{
  FF_OUTLINE_APPEND,  /* what the syllabus has already stays; the rest is added below it */
  FF_OUTLINE_REPLACE, /* what the outline lacks is taken away */
} FfOutlineMode;

typedef struct
{
  guint n_new;
  guint n_changed;
  guint n_same;
  guint n_deleted;
} FfOutlineCounts;

/* @items are FfOutlineItem as ff_outline_read () gives them. An item with the title of one that stands at the same place already is that
   one: it takes the minutes and the kind that the text says, and keeps the rest. An outline without items is refused, and one with
   too many. @counts may be NULL. */
gboolean ff_syllabus_put_outline (FfDb *db, gint64 course_id, GPtrArray *items, FfOutlineMode mode, FfOutlineCounts *counts, GError **error);

G_END_DECLS
