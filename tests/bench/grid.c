/* What the grid takes with 500 trainees × 60 columns: to open, to move by a key, to scroll. Beside it a bare widget that draws as many
   layouts, made once, and scrolls them: no table that draws its text can be faster.  usage: grid [DATABASE CLASS]
   With a class its register and marks are measured as well.
   The processor's time of the main thread counts, from the cause to the end of the frame that shows it: waiting for the next frame and
   for others on the machine does not. */
#include "config.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "ff-attendance-model.h"
#include "ff-grid.h"
#include "ff-runs.h"
#include "ff-scores-model.h"
#include "grid-sample.h"

#define N_ROWS 500
#define N_COLUMNS 57 /* and the three frozen ones */
#define ROW_HEIGHT 26
#define BARE_COLUMNS 20
#define BARE_COLUMN_WIDTH 56
#define N_KEYS 120
#define KEY_DELAY "40" /* ms */
#define PATIENCE (60 * G_USEC_PER_SEC)

static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* Bare text --------------------------------------------------------------------------------------------------- */

#define BARE_TYPE_TEXT (bare_text_get_type ())
G_DECLARE_FINAL_TYPE (BareText, bare_text, BARE, TEXT, GtkWidget)

struct _BareText
{
  GtkWidget parent_instance;

  GPtrArray *layouts;
  int offset;
};

G_DEFINE_FINAL_TYPE (BareText, bare_text, GTK_TYPE_WIDGET)

static void
bare_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA colour = { 0.2f, 0.2f, 0.2f, 1 };
  BareText *self = BARE_TEXT (widget);
  int height = gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), height));
  for (int y = -(self->offset % ROW_HEIGHT), row = self->offset / ROW_HEIGHT; y < height; y += ROW_HEIGHT, row++)
    {
      for (int column = 0; column < BARE_COLUMNS; column++)
        {
          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (column * BARE_COLUMN_WIDTH, y));
          gtk_snapshot_append_layout (snapshot, g_ptr_array_index (self->layouts, (row + column) % self->layouts->len), &colour);
          gtk_snapshot_restore (snapshot);
        }
    }
  gtk_snapshot_pop (snapshot);
}

static void
bare_text_dispose (GObject *object)
{
  g_clear_pointer (&BARE_TEXT (object)->layouts, g_ptr_array_unref);

  G_OBJECT_CLASS (bare_text_parent_class)->dispose (object);
}

static void
bare_text_class_init (BareTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bare_text_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = bare_text_snapshot;
}

static void
bare_text_init (BareText *self)
{
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < 100; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      g_ptr_array_add (self->layouts, gtk_widget_create_pango_layout (GTK_WIDGET (self), text));
    }
}

/* What a frame costs ------------------------------------------------------------------------------------------ */

/* Around what is measured, so that its part of a frame can be told from GTK's. */
#define FRAME_TYPE_PROBE (frame_probe_get_type ())
G_DECLARE_FINAL_TYPE (FrameProbe, frame_probe, FRAME, PROBE, AdwBin)

struct _FrameProbe
{
  AdwBin parent_instance;

  double begun;    /* the cause of the frame, 0: none */
  double laid_out; /* since then */
  double drawn;    /* into render nodes */
  GArray *layouts; /* double, ms: scrolling, layout and snapshot */
  GArray *frames;  /* and all of it, with what the renderer sends to the display */
  GdkFrameClock *clock;
};

G_DEFINE_FINAL_TYPE (FrameProbe, frame_probe, ADW_TYPE_BIN)

static void
frame_probe_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FrameProbe *self = FRAME_PROBE (widget);
  double begin = now_ms ();

  GTK_WIDGET_CLASS (frame_probe_parent_class)->snapshot (widget, snapshot);
  self->drawn = now_ms () - begin;
}

static void
on_layout (FrameProbe *self)
{
  self->laid_out = self->begun > 0 ? now_ms () - self->begun : 0;
}

static void
on_after_paint (FrameProbe *self)
{
  double layout = self->laid_out + self->drawn;
  double frame = now_ms () - self->begun;

  if (self->begun <= 0)
    return;

  g_array_append_val (self->layouts, layout);
  g_array_append_val (self->frames, frame);
  self->begun = self->drawn = self->laid_out = 0;
}

static void
frame_probe_realize (GtkWidget *widget)
{
  FrameProbe *self = FRAME_PROBE (widget);

  GTK_WIDGET_CLASS (frame_probe_parent_class)->realize (widget);
  self->clock = gtk_widget_get_frame_clock (widget);
  g_signal_connect_object (self->clock, "layout", G_CALLBACK (on_layout), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->clock, "after-paint", G_CALLBACK (on_after_paint), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
frame_probe_dispose (GObject *object)
{
  FrameProbe *self = FRAME_PROBE (object);

  g_clear_pointer (&self->layouts, g_array_unref);
  g_clear_pointer (&self->frames, g_array_unref);

  G_OBJECT_CLASS (frame_probe_parent_class)->dispose (object);
}

static void
frame_probe_class_init (FrameProbeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = frame_probe_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = frame_probe_snapshot;
  GTK_WIDGET_CLASS (klass)->realize = frame_probe_realize;
}

static void
frame_probe_init (FrameProbe *self)
{
  self->layouts = g_array_new (FALSE, FALSE, sizeof (double));
  self->frames = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
frame_probe_begin (FrameProbe *self)
{
  if (self->begun <= 0)
    self->begun = now_ms ();
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static double
quantile (GArray *figures, double share)
{
  g_array_sort (figures, compare_doubles);

  return figures->len > 0 ? g_array_index (figures, double, (guint) (share * (figures->len - 1))) : 0;
}

/* Prints, and returns the median of the whole frames. */
static double
frame_probe_report (FrameProbe *self, const char *name)
{
  double median = quantile (self->frames, 0.5);

  printf ("%-46s %7.2f ms, worst of 20 %7.2f; layout and snapshot alone %6.2f (%u frames)\n", name, median, quantile (self->frames, 0.95),
          quantile (self->layouts, 0.5), self->frames->len);
  fflush (stdout);
  g_array_set_size (self->frames, 0);
  g_array_set_size (self->layouts, 0);

  return median;
}

/* Runs the main loop until @condition holds. */
#define wait_until(condition)                                                                                          \
  G_STMT_START                                                                                                         \
    {                                                                                                                  \
      gint64 wait_end = g_get_monotonic_time () + PATIENCE;                                                            \
      guint wait_timer = g_timeout_add (5, wake, NULL);                                                                \
      while (!(condition))                                                                                             \
        {                                                                                                              \
          if (g_get_monotonic_time () > wait_end)                                                                      \
            g_error ("waited in vain for %s", #condition);                                                             \
          g_main_context_iteration (NULL, TRUE);                                                                       \
        }                                                                                                              \
      g_source_remove (wait_timer);                                                                                    \
    }                                                                                                                  \
  G_STMT_END

static gboolean
wake (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Scrolling --------------------------------------------------------------------------------------------------- */

typedef struct
{
  FrameProbe *probe;
  GtkAdjustment *adjustment; /* NULL: the bare text */
  BareText *bare;
  double step;
  int left;
} Scroll;

static gboolean
scroll_a_step (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Scroll *scroll = user_data;

  scroll->left--;
  frame_probe_begin (scroll->probe);
  if (scroll->adjustment != NULL)
    {
      gtk_adjustment_set_value (scroll->adjustment, gtk_adjustment_get_value (scroll->adjustment) + scroll->step);
    }
  else
    {
      scroll->bare->offset += (int) scroll->step;
      gtk_widget_queue_draw (GTK_WIDGET (scroll->bare));
    }

  return scroll->left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static double
measure_scrolling (FrameProbe *probe, const char *name, GtkAdjustment *adjustment, BareText *bare, double step, int n_steps)
{
  Scroll scroll = { probe, adjustment, bare, step, n_steps };

  gtk_widget_add_tick_callback (GTK_WIDGET (probe), scroll_a_step, &scroll, NULL);
  wait_until (scroll.left <= 0 && probe->begun <= 0);

  return frame_probe_report (probe, name);
}

/* Keys -------------------------------------------------------------------------------------------------------- */

static gboolean
on_any_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer user_data)
{
  frame_probe_begin (user_data);

  return FALSE;
}

static void
on_exited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error))
    g_error ("xdotool: %s", error->message);
  *(gboolean *) user_data = TRUE;
}

/* Real keys, slow enough for each to be shown by itself; the second one follows the first each time, NULL: none. */
static void
measure_keys (FrameProbe *probe, const char *name, const char *key, const char *second, int n)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean exited = FALSE;

  g_ptr_array_add (words, (gpointer) "xdotool");
  g_ptr_array_add (words, (gpointer) "key");
  g_ptr_array_add (words, (gpointer) "--delay");
  g_ptr_array_add (words, (gpointer) KEY_DELAY);
  for (int i = 0; i < n; i++)
    {
      g_ptr_array_add (words, (gpointer) key);
      if (second != NULL)
        g_ptr_array_add (words, (gpointer) second);
    }
  g_ptr_array_add (words, NULL);

  process = g_subprocess_newv ((const char *const *) words->pdata, G_SUBPROCESS_FLAGS_NONE, &error);
  if (process == NULL)
    g_error ("%s", error->message);
  g_subprocess_wait_check_async (process, NULL, on_exited, &exited);
  wait_until (exited && probe->begun <= 0);
  frame_probe_report (probe, name);
}

/* The windows ------------------------------------------------------------------------------------------------- */

static void
load_style (void)
{
  g_autofree char *path = g_build_filename (FF_UI_DIR, "grid.css", NULL);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_path (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static GtkWidget *
new_window (FrameProbe **probe)
{
  GtkWidget *window = gtk_window_new ();

  *probe = g_object_new (FRAME_TYPE_PROBE, NULL);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 760);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (*probe));
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (*probe)) && gtk_widget_get_width (GTK_WIDGET (*probe)) > 0);

  return window;
}

static double
measure_bare (void)
{
  FrameProbe *probe;
  GtkWidget *window = new_window (&probe);
  BareText *bare = g_object_new (BARE_TYPE_TEXT, NULL);
  double frame;

  adw_bin_set_child (ADW_BIN (probe), GTK_WIDGET (bare));
  frame = measure_scrolling (probe, "bare text, three rows a frame", NULL, bare, 3 * ROW_HEIGHT, 150);
  gtk_window_destroy (GTK_WINDOW (window));

  return frame;
}

static FfGrid *
open_grid (FrameProbe *probe, FfGridModel *model)
{
  GtkWidget *scrolled, *grid;

  frame_probe_begin (probe);
  scrolled = gtk_scrolled_window_new ();
  grid = ff_grid_new ();
  ff_grid_set_model (FF_GRID (grid), model);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  adw_bin_set_child (ADW_BIN (probe), scrolled);
  wait_until (probe->frames->len > 0);
  frame_probe_report (probe, "  to open (limit 300 ms)");

  return FF_GRID (grid);
}

static void
measure_all_keys (FrameProbe *probe, FfGrid *grid, int first, const char *typed, const char *leaving)
{
  int n_columns = ff_grid_model_get_n_columns (ff_grid_get_model (grid));

  ff_grid_set_cursor (grid, 0, first);
  gtk_widget_grab_focus (GTK_WIDGET (grid));
  measure_keys (probe, "  key Down, off the lower edge (limit 8 ms)", "Down", NULL, N_KEYS);
  measure_keys (probe, "  key Right, off the right edge (limit 8 ms)", "Right", NULL, n_columns - first - 1);
  measure_keys (probe, "  key Page Down", "Page_Down", NULL, 12);
  ff_grid_set_cursor (grid, 0, first);
  measure_keys (probe, "  to type a value", typed, leaving, N_KEYS / 4);
}

/* @first: the first column that can be edited. */
static void
measure_grid (const char *name, FfGridModel *model, int first, const char *typed, const char *leaving, double bare)
{
  FrameProbe *probe;
  GtkWidget *window = new_window (&probe);
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GtkAdjustment) vertical = NULL, horizontal = NULL;
  FfGrid *grid;
  double frame;

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_any_key), probe);
  gtk_widget_add_controller (window, keys);

  printf ("%s: %d × %d\n", name, ff_grid_model_get_n_rows (model), ff_grid_model_get_n_columns (model));
  grid = open_grid (probe, model);
  g_object_get (grid, "vadjustment", &vertical, "hadjustment", &horizontal, NULL);

  frame = measure_scrolling (probe, "  to scroll by three rows a frame (limit 8 ms)", vertical, NULL, 3 * ROW_HEIGHT, N_ROWS / 3);
  printf ("%-46s %7.2f ×\n", "  that against the bare text", frame / bare);
  measure_scrolling (probe, "  to scroll back by 11 pixels a frame", vertical, NULL, -11, 400);
  measure_scrolling (probe, "  to scroll sideways by 40 pixels a frame", horizontal, NULL, 40, 60);
  gtk_adjustment_set_value (vertical, 0);
  gtk_adjustment_set_value (horizontal, 0);
  if (g_find_program_in_path ("xdotool") != NULL)
    measure_all_keys (probe, grid, first, typed, leaving);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure_class (const char *path, const char *code, double bare)
{
  g_autoptr (FfScoresModel) marks = ff_scores_model_new ();
  g_autoptr (FfAttendanceModel) attendance = ff_attendance_model_new ();
  FfClassModel *models[] = { FF_CLASS_MODEL (marks), FF_CLASS_MODEL (attendance) };
  g_autoptr (GError) error = NULL;
  g_autoptr (FfDb) db = ff_db_open (path, FF_DB_READ, &error);

  if (db == NULL)
    g_error ("%s", error->message);

  for (gsize i = 0; i < G_N_ELEMENTS (models); i++)
    {
      g_autoptr (FfClassFigures) figures = ff_class_figures_read (db, ff_runs_find (db, code, NULL), ff_time_now (), &error);

      if (figures == NULL)
        g_error ("%s", error->message);
      ff_class_model_set_figures (models[i], figures);
      ff_class_model_set_writable (models[i], TRUE);
      if (i == 0)
        measure_grid ("marks", FF_GRID_MODEL (marks), 2, "7", "Return", bare);
      else
        measure_grid ("register", FF_GRID_MODEL (attendance), 3, "p", NULL, bare);
      ff_class_model_set_figures (models[i], NULL);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GridSample) sample = grid_sample_new (N_ROWS, N_COLUMNS);
  double bare;

  adw_init ();
  load_style ();
  bare = measure_bare ();
  grid_sample_set_colourful (sample, TRUE);
  measure_grid ("samples", FF_GRID_MODEL (sample), GRID_SAMPLE_FROZEN, "7", "Return", bare);
  if (argc == 3)
    measure_class (argv[1], argv[2], bare);

  return 0;
}
