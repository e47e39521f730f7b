/* A window with a grid of samples for tests, worked by real keys and a real pointer through xdotool. */
#pragma once

#include <gtk/gtk.h>

#include "ff-grid.h"
#include "grid-sample.h"

G_BEGIN_DECLS

#define GRID_WINDOW_DEADLINE (30 * G_USEC_PER_SEC)

typedef struct
{
  GtkWidget *window;
  FfGrid *grid;
  GridSample *sample;
  char *refusal; /* the last sentence of "refused" */
} GridWindow;

/* Runs the main loop until @condition holds; fails when it does not in time. */
#define wait_until(condition)                                                                                          \
  G_STMT_START                                                                                                         \
    {                                                                                                                  \
      gint64 wait_end = g_get_monotonic_time () + GRID_WINDOW_DEADLINE;                                                            \
      guint wait_timer = g_timeout_add (20, grid_window_wake, NULL);                                                               \
      while (!(condition))                                                                                             \
        {                                                                                                              \
          if (g_get_monotonic_time () > wait_end)                                                                      \
            g_error ("%s:%d: waited in vain for %s", __FILE__, __LINE__, #condition);                                   \
          g_main_context_iteration (NULL, TRUE);                                                                       \
        }                                                                                                              \
      g_source_remove (wait_timer);                                                                                    \
    }                                                                                                                  \
  G_STMT_END

gboolean grid_window_wake (gpointer unused);

/* Ready for keys when it returns. */
void grid_window_set_up (GridWindow *fixture, int n_rows, int n_columns);
void grid_window_tear_down (GridWindow *fixture);

gboolean is_laid_out (GridWindow *fixture);
gboolean has_focus (GridWindow *fixture);
/* Columns count from the first one that can be edited. */
gboolean is_at (GridWindow *fixture, int row, int column);
void go_to (GridWindow *fixture, int row, int column);

/* Skips the test when there is no xdotool. */
gboolean can_press_keys (void);
/* Runs xdotool with words; when this returns, the display has the events in their order, but the window may not have seen them. */
void xdotool (const char *words);
/* Without a window manager, keys go to the window below the pointer. */
void point_at (GridWindow *fixture, int row, int column);

G_END_DECLS
