/* Facts about a thing: one with its icon for the head of a page, and a card with a key figure. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @text over the smaller @detail, an icon before both. */
GtkWidget *ff_fact_new (const char *icon, const char *text, const char *detail);

/* A card: @value in large letters under its @title, @detail below it, a bar of @share (0 to 1; below 0: none), and a @sentence (NULL:
   none). */
GtkWidget *ff_fact_card_new (const char *icon, const char *title, const char *value, const char *detail, double share,
                             const char *sentence);

G_END_DECLS
