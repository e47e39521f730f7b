/* A chart on a screen: what it is called, how large it wants to be, and what lies under the pointer. */
#include "config.h"

#include <adwaita.h>

#include "ff-chart.h"
#include "ff-plot-cells.h"
#include "ff-plot-fishbone.h"
#include "wait.h"

typedef struct
{
  GtkWidget *window;
  FfChart *chart;
  int group; /* what was activated last */
  int index;
  guint activated;
} Fixture;

static void
on_activated (FfChart *chart, int group, int index, Fixture *fixture)
{
  fixture->group = group;
  fixture->index = index;
  fixture->activated++;
}

static FfPlot *
make_plot (void)
{
  const FfPlotCause causes[] = { { "No card", TRUE }, { "Two queues", FALSE } };
  const FfPlotBranch branches[] = { { "People", causes, 2 }, { "Process", causes, 1 } };

  return ff_plot_fishbone_new (&(FfPlotFishbone) { "Late", NULL, branches, G_N_ELEMENTS (branches) }, "Why late", "One root cause is known.");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfPlot) plot = make_plot ();

  fixture->window = gtk_window_new ();
  fixture->chart = FF_CHART (ff_chart_new ());
  g_signal_connect (fixture->chart, "spot-activated", G_CALLBACK (on_activated), fixture);
  ff_chart_set_plot (fixture->chart, plot);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->chart));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 300);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (fixture->chart)) > 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
test_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, "Why late");
  g_autofree char *description = gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->chart), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                                     "One root cause is known.");

  g_assert_null (name);
  g_assert_null (description);
}

static void
test_spots (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int group;
    int index;
    gboolean there;
  } cases[] = { { -1, -1, TRUE }, { 0, -1, TRUE }, { 0, 1, TRUE }, { 1, 0, TRUE }, { 1, 1, FALSE }, { 7, 0, FALSE } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GdkRectangle area;
      int group;
      int index;

      g_test_message ("%d, %d", cases[i].group, cases[i].index);
      g_assert_true (ff_chart_get_spot_area (fixture->chart, cases[i].group, cases[i].index, &area) == cases[i].there);
      if (!cases[i].there)
        continue;
      g_assert_true (ff_chart_get_spot_at (fixture->chart, area.x + area.width / 2.0, area.y + area.height / 2.0, &group, &index));
      g_assert_cmpint (group, ==, cases[i].group);
      g_assert_cmpint (index, ==, cases[i].index);
    }
}

/* What was selected stays so while the plot changes, as long as it is there. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfPlot) same = make_plot ();
  g_autoptr (FfPlot) other = ff_plot_fishbone_new (&(FfPlotFishbone) { .head = "Late" }, "Why late", "");
  int group;
  int index;

  g_assert_false (ff_chart_get_selected (fixture->chart, &group, &index));
  ff_chart_set_selectable (fixture->chart, TRUE);
  ff_chart_select (fixture->chart, 0, 1);
  ff_chart_set_plot (fixture->chart, same);
  g_assert_true (ff_chart_get_selected (fixture->chart, &group, &index));
  g_assert_cmpint (group, ==, 0);
  g_assert_cmpint (index, ==, 1);

  ff_chart_set_plot (fixture->chart, other);
  g_assert_false (ff_chart_get_selected (fixture->chart, &group, &index));
  ff_chart_select (fixture->chart, 5, 5);
  g_assert_false (ff_chart_get_selected (fixture->chart, &group, &index));
}

static void
test_size (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FfPlot) cell = ff_plot_bar_cell_new (&(FfPlotBarCell) { 1, 5, 4.4, 4.5, 1 }, "Reaction", "4.40");
  int narrow;
  int wide;
  int width;

  gtk_widget_measure (GTK_WIDGET (fixture->chart), GTK_ORIENTATION_VERTICAL, 250, NULL, &narrow, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->chart), GTK_ORIENTATION_VERTICAL, 600, NULL, &wide, NULL, NULL);
  g_assert_cmpint (narrow, >, 0);
  g_assert_cmpint (wide, >, 0);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (fixture->chart)));

  ff_chart_set_plot (fixture->chart, cell);
  gtk_widget_measure (GTK_WIDGET (fixture->chart), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, ==, FF_PLOT_BAR_CELL_WIDTH);
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (fixture->chart))); /* its figure stands beside it */
}

/* As the widget's own bindings do when the key is pressed on it. */
static void
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key &&
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == 0)
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut));
        }
    }
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  int group;
  int index;

  press (GTK_WIDGET (fixture->chart), GDK_KEY_Left);
  g_assert_false (ff_chart_get_selected (fixture->chart, &group, &index)); /* not before it is selectable */

  ff_chart_set_selectable (fixture->chart, TRUE);
  ff_chart_select (fixture->chart, -1, -1);
  press (GTK_WIDGET (fixture->chart), GDK_KEY_Left);
  g_assert_true (ff_chart_get_selected (fixture->chart, &group, &index));
  g_assert_cmpint (group, >=, 0); /* from the head to what lies left of it */
  press (GTK_WIDGET (fixture->chart), GDK_KEY_Right);
  ff_chart_select (fixture->chart, 0, -1);
  press (GTK_WIDGET (fixture->chart), GDK_KEY_Down);
  press (GTK_WIDGET (fixture->chart), GDK_KEY_Return);
  g_assert_cmpuint (fixture->activated, ==, 1);
  g_assert_cmpint (fixture->group, ==, 0); /* the first cause below its branch */
  g_assert_cmpint (fixture->index, ==, 0);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->chart));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->chart), "chart.copy", NULL));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_TEXTURE));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/chart/name", Fixture, NULL, set_up, test_name, tear_down);
  g_test_add ("/chart/spots", Fixture, NULL, set_up, test_spots, tear_down);
  g_test_add ("/chart/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/chart/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/chart/size", Fixture, NULL, set_up, test_size, tear_down);
  g_test_add ("/chart/copy", Fixture, NULL, set_up, test_copy, tear_down);

  return g_test_run ();
}
