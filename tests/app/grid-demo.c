/* grid-demo [ROWS COLUMNS]: a window with a grid of samples, for looking at it and for measuring how fast it opens and moves. */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>

#include "ff-grid.h"
#include "grid-sample.h"

static int n_rows = 27, n_columns = 24;
static gint64 started_at;

static void
load_style (const char *name)
{
  g_autofree char *path = g_build_filename (FF_UI_DIR, name, NULL);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_path (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static gboolean
report_opening (gpointer user_data)
{
  g_print ("opened in %.1f ms\n", (g_get_monotonic_time () - started_at) / 1000.0);

  return G_SOURCE_REMOVE;
}

static gboolean
on_first_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_LOW, report_opening, NULL, NULL);

  return G_SOURCE_REMOVE;
}

static void
on_refused (FfGrid *grid, const char *reason, gpointer user_data)
{
  g_print ("refused: %s\n", reason);
}

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *grid = ff_grid_new ();
  g_autoptr (GridSample) sample = grid_sample_new (n_rows, n_columns);

  load_style ("grid.css");
  if (adw_style_manager_get_dark (adw_style_manager_get_default ()))
    load_style ("grid-dark.css");
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    load_style ("grid-hc.css");

  grid_sample_set_colourful (sample, g_getenv ("COLOURFUL") != NULL);
  grid_sample_set_status_keys (sample, g_getenv ("STATUS_KEYS") != NULL);
  g_signal_connect (grid, "refused", G_CALLBACK (on_refused), NULL);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 720);
  gtk_window_maximize (GTK_WINDOW (window));

  started_at = g_get_monotonic_time ();
  ff_grid_set_model (FF_GRID (grid), FF_GRID_MODEL (sample));
  gtk_widget_add_tick_callback (grid, on_first_frame, NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (grid);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new ("org.fourfold.GridDemo", G_APPLICATION_NON_UNIQUE);

  if (argc == 3)
    {
      n_rows = atoi (argv[1]);
      n_columns = atoi (argv[2]);
    }
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
