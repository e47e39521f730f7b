/* Use cases of a person who arranges a syllabus: one item is added, changed, moved or taken away. */
#pragma once

#include "ff-courses.h"

G_BEGIN_DECLS

typedef struct
{
  const char *kind;    /* lecture, section, topic … */
  const char *title;
  const char *minutes; /* "" or NULL: not said */
  const char *layer;   /* a key; "" or NULL: everybody */
  gboolean made_to_order; /* only for a class that asks for it */
} FfSyllabusDraft;

/* @item_id 0 adds an item: below @after_id when that is of a higher kind (a lecture takes a section), else as its next sibling; @after_id 0
   adds it at the end. @id may be NULL. */
FfPut ff_syllabus_put_item (FfDb *db, gint64 course_id, gint64 item_id, gint64 after_id, const FfSyllabusDraft *draft, gint64 *id,
                            GError **error);

/* Changes the title and nothing else; "" is refused. */
FfPut ff_syllabus_rename (FfDb *db, gint64 course_id, gint64 item_id, const char *title, GError **error);

/* The same for the kind, and for whom it is: @layer "" is everybody. */
FfPut ff_syllabus_set_kind (FfDb *db, gint64 course_id, gint64 item_id, const char *kind, GError **error);
FfPut ff_syllabus_set_audience (FfDb *db, gint64 course_id, gint64 item_id, const char *layer, gboolean made_to_order, GError **error);

/* A place in the tree. */
typedef struct
{
  gint64 parent_id; /* 0: at the root */
  gint64 before_id; /* a child of that parent; 0: behind the last one */
} FfSyllabusPlace;

/* The place right behind an item, at the end of the root for 0 and for one that is gone. */
FfSyllabusPlace ff_syllabus_place_after (const FfCourse *course, gint64 item_id);
/* The same place one level further in (the last child of the sibling before it) or out (right behind its parent); FALSE, and unchanged,
   when there is none. */
gboolean ff_syllabus_place_shift (const FfCourse *course, FfSyllabusPlace *place, gboolean inward);
/* What an item at this place most likely is: as the sibling before it, else as its level says. */
const char *ff_syllabus_place_kind (const FfCourse *course, const FfSyllabusPlace *place);

/* A lecture that comes to stand below another item becomes a section, and a section at the root a lecture. */
FfPut ff_syllabus_add_item (FfDb *db, gint64 course_id, const FfSyllabusPlace *place, const FfSyllabusDraft *draft, gint64 *id,
                            GError **error);
/* Moves an item with everything below it; FF_ERROR_INVALID for a place within itself. */
gboolean ff_syllabus_place (FfDb *db, gint64 course_id, gint64 item_id, const FfSyllabusPlace *place, GError **error);

typedef enum
{
  FF_SYLLABUS_UP,      /* before the previous sibling */
  FF_SYLLABUS_DOWN,    /* after the next sibling */
  FF_SYLLABUS_INDENT,  /* the last child of the previous sibling */
  FF_SYLLABUS_OUTDENT, /* the next sibling of the parent */
} FfSyllabusMove;

/* Moves an item with everything below it. FALSE without an error is not possible: a move that has nowhere to go does nothing. */
gboolean ff_syllabus_move (FfDb *db, gint64 course_id, gint64 item_id, FfSyllabusMove move, GError **error);
/* Whether a move would go anywhere. */
gboolean ff_syllabus_can_move (const FfCourse *course, gint64 item_id, FfSyllabusMove move);
/* The course of an item: 0 if there is none, -1 on error. */
gint64 ff_syllabus_find_course (FfDb *db, gint64 item_id, GError **error);
/* Takes an item away with everything below it. */
gboolean ff_syllabus_delete (FfDb *db, gint64 course_id, gint64 item_id, GError **error);

G_END_DECLS
