/* A syllabus that somebody has as text (第一讲 / 一、 / 1. / 1）, "Lecture 1", "1.1", markdown, indented) as a tree of items. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Deeper items stand beside the deepest. */
#define FF_OUTLINE_MAX_DEPTH 8
/* Characters; a longer line goes on in an item below it. */
#define FF_OUTLINE_MAX_TITLE 400

typedef struct
{
  int parent; /* index; -1: at the root. Parents stand before their children */
  int depth;  /* from 0 */
  const char *kind; /* lecture, section, topic, exercise … as a syllabus has them */
  gboolean named;   /* a word in the line says the kind; else it follows from the place */
  int minutes;      /* -1: not said */
  char *lead;  /* what was cut off before the title: the number, "Case:" */
  char *title;
  char *trail; /* and behind it: "(90 min)" */
} FfOutlineItem;

void ff_outline_item_free (FfOutlineItem *item);

/* FfOutlineItem in order of the lines. Nothing is dropped but blank lines and rules (---): lead, title and trail of an item are its line.
   The level of a style of numbers is decided by where it first appears; unnumbered lines stand below the item before them, or where their
   indentation puts them. Bytes that are not UTF-8 become U+FFFD. */
GPtrArray *ff_outline_read (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
