/* Preloaded into a program with a window: prints the cost from the program's start to the end of the first frame that its window
   paints, and ends it. The same for every program, so that two of them can be compared. */
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cost.h"

static gboolean
window_is_shown (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_widget_get_mapped (l->data))
      return TRUE;
  return FALSE;
}

static gboolean
on_after_paint (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  const char *start = g_getenv ("FIRST_FRAME_START");
  Cost cost = { 0 };

  if (!window_is_shown ())
    return TRUE;
  /* The caller's monotonic clock just before it started this program: /proc knows the start in ticks of 10 ms only. */
  cost.wall = start != NULL ? g_ascii_strtod (start, NULL) : 0;
  cost_print (&cost);
  fflush (stdout);
  _exit (0);
}

static void __attribute__ ((constructor))
install (void)
{
  /* Other programs that this one starts do not measure themselves. */
  g_unsetenv ("LD_PRELOAD");
  g_type_ensure (GDK_TYPE_FRAME_CLOCK);
  g_type_class_unref (g_type_class_ref (GDK_TYPE_FRAME_CLOCK));
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, on_after_paint, NULL, NULL);
}
