/* A small window that asks for one line before something is done: the reason of a withdrawal. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FF_TYPE_ASK_WINDOW (ff_ask_window_get_type ())
G_DECLARE_FINAL_TYPE (FfAskWindow, ff_ask_window, FF, ASK_WINDOW, AdwWindow)

/* @text may be "". */
typedef void (*FfAskFunc) (const char *text, gpointer user_data);

/* Everything is translated; @explanation (NULL: none) stands above the field. @func is called once when the person confirms, never when
   not; @user_data is freed by @destroy either way. The window owns itself. */
FfAskWindow *ff_ask_window_open (GtkWidget *parent, const char *title, const char *explanation, const char *field, const char *confirm,
                                 FfAskFunc func, gpointer user_data, GDestroyNotify destroy);

/* Nothing can be confirmed before something is written. */
void ff_ask_window_require (FfAskWindow *self);

G_END_DECLS
