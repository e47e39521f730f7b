/* The few calls that have no form common to GTK 4.8 and to newer ones: dialogs for files and questions, About, the colour of a
   style, and the scrolling of long lists. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @file is NULL when the person cancelled; borrowed. */
typedef void (*FfFileFunc) (GFile *file, gpointer user_data);

/* @patterns: NULL-terminated globs such as "*.csv", NULL: every file. @filter_title names them. */
void ff_compat_open_file (GtkWindow *parent, const char *title, const char *filter_title, const char *const *patterns, FfFileFunc func,
                          gpointer user_data);
void ff_compat_save_file (GtkWindow *parent, const char *title, const char *suggested_name, const char *filter_title,
                          const char *const *patterns, FfFileFunc func, gpointer user_data);

typedef void (*FfConfirmFunc) (gboolean confirmed, gpointer user_data);

/* A question whose default answer is Cancel. @destructive paints the other answer red. @func may be NULL: then it only tells. */
void ff_compat_confirm (GtkWindow *parent, const char *heading, const char *body, const char *confirm_label, gboolean destructive,
                        FfConfirmFunc func, gpointer user_data);
/* Says something that must not be missed; for the rest there are toasts. */
void ff_compat_alert (GtkWindow *parent, const char *heading, const char *body);

void ff_compat_show_about (GtkWindow *parent);

/* The colour that the style gives a widget's text. */
void ff_compat_get_color (GtkWidget *widget, GdkRGBA *color);

/* Fast scrolling upward over a long list jumps far down before GTK 4.10.1: gather what the wheel says and apply it once a frame,
   at most a quarter of a page. Does nothing on newer ones. */
void ff_compat_calm_scrolling (GtkScrolledWindow *scrolled);

G_END_DECLS
