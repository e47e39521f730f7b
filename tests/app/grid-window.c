#include "config.h"

#include "grid-window.h"

gboolean
grid_window_wake (gpointer unused)
{
  return G_SOURCE_CONTINUE;
}

static void
on_refused (FfGrid *grid, const char *reason, GridWindow *fixture)
{
  g_free (fixture->refusal);
  fixture->refusal = g_strdup (reason);
}

gboolean
is_laid_out (GridWindow *fixture)
{
  GdkRectangle area;

  return gtk_widget_get_mapped (GTK_WIDGET (fixture->grid)) &&
         ff_grid_get_cell_area (fixture->grid, 0, GRID_SAMPLE_FROZEN, &area);
}

gboolean
has_focus (GridWindow *fixture)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (fixture->grid)) != NULL;
}

void
grid_window_set_up (GridWindow *fixture, int n_rows, int n_columns)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->grid = FF_GRID (ff_grid_new ());
  fixture->sample = grid_sample_new (n_rows, n_columns);
  g_signal_connect (fixture->grid, "refused", G_CALLBACK (on_refused), fixture);
  ff_grid_set_model (fixture->grid, FF_GRID_MODEL (fixture->sample));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->grid));
  fixture->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  wait_until (is_laid_out (fixture));
  wait_until (has_focus (fixture));
}

void
grid_window_tear_down (GridWindow *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_cmpuint (G_OBJECT (fixture->sample)->ref_count, ==, 1);
  g_object_unref (fixture->sample);
  g_free (fixture->refusal);
}

gboolean
is_at (GridWindow *fixture, int row, int column)
{
  int at_row, at_column;

  return ff_grid_get_cursor (fixture->grid, &at_row, &at_column) && at_row == row && at_column == column + GRID_SAMPLE_FROZEN;
}

void
go_to (GridWindow *fixture, int row, int column)
{
  ff_grid_set_cursor (fixture->grid, row, column + GRID_SAMPLE_FROZEN);
}

static void
on_exited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

void
xdotool (const char *words)
{
  g_auto (GStrv) argv = g_strsplit (words, " ", -1);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean exited = FALSE;

  process = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, on_exited, &exited);
  wait_until (exited);
}

gboolean
can_press_keys (void)
{
  g_autofree char *program = g_find_program_in_path ("xdotool");

  if (program != NULL)
    return TRUE;

  g_test_skip ("xdotool is not installed");

  return FALSE;
}

void
point_at (GridWindow *fixture, int row, int column)
{
  GdkRectangle area;
  g_autofree char *words = NULL;

  g_assert_true (ff_grid_get_cell_area (fixture->grid, row, column + GRID_SAMPLE_FROZEN, &area));
  words = g_strdup_printf ("xdotool mousemove %d %d click 1", area.x + area.width / 2, area.y + area.height / 2);
  xdotool (words);
  wait_until (is_at (fixture, row, column) && has_focus (fixture));
}
