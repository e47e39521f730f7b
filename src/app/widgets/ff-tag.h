/* A pill that says a state in colour and in words, with an icon when the state is not plain. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  FF_TONE_NEUTRAL, /* grey: planned, not yet due */
  FF_TONE_ACCENT,  /* blue: now */
  FF_TONE_GOOD,    /* green: met, running */
  FF_TONE_SOON,    /* amber: due, unfinished */
  FF_TONE_BAD,     /* red: missed, overdue */
} FfTone;

#define FF_TYPE_TAG (ff_tag_get_type ())
G_DECLARE_FINAL_TYPE (FfTag, ff_tag, FF, TAG, GtkWidget)

GtkWidget *ff_tag_new (const char *label, const char *icon, FfTone tone);
/* @icon NULL: none. */
void ff_tag_set (FfTag *self, const char *label, const char *icon, FfTone tone);
/* A label that holds a title of any length: it is cut where there is no room. */
GtkWidget *ff_tag_new_shrinking (const char *label, FfTone tone);

/* The badge of a level, 1 to 4: always number and colour, with the level's name for a screen reader and as a tooltip. */
GtkWidget *ff_level_badge_new (int level);
/* "Reaction", "Learning", "Behaviour", "Results" in the reader's language. */
const char *ff_level_title (int level);

/* Classes wear one of five colours, the same on every page: the name of a style class. */
const char *ff_class_colour (gint64 run_id);

G_END_DECLS
