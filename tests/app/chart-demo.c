/* chart-demo [chinese] [hard]: a window with a chart of each kind, for looking at them and pointing at them. */
#include "config.h"

#include <adwaita.h>

#include "chart-samples.h"
#include "ff-chart.h"

static gboolean chinese;
static gboolean hard;

static void
load_style (void)
{
  g_autofree char *path = g_build_filename (FF_UI_DIR, "style.css", NULL);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_path (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
on_spot_activated (FfChart *chart, int group, int index, gpointer user_data)
{
  g_print ("%s: %d, %d\n", ff_plot_get_title (ff_chart_get_plot (chart)), group, index);
}

static GtkWidget *
make_card (const ChartSample *sample)
{
  g_autoptr (FfPlot) plot = sample->make (chinese);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (ff_plot_get_title (plot));
  GtkWidget *sentence = gtk_label_new (ff_plot_get_sentence (plot));
  GtkWidget *chart = ff_chart_new ();

  ff_chart_set_plot (FF_CHART (chart), plot);
  ff_chart_set_selectable (FF_CHART (chart), TRUE);
  g_signal_connect (chart, "spot-activated", G_CALLBACK (on_spot_activated), NULL);
  gtk_widget_set_size_request (chart, (int) sample->width, (int) sample->height);
  gtk_widget_set_halign (chart, ff_plot_is_cell (plot) ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_box_append (GTK_BOX (card), title);
  gtk_box_append (GTK_BOX (card), chart);
  gtk_box_append (GTK_BOX (card), sentence);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "fact-card");
  return card;
}

static void
on_activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *cards = gtk_flow_box_new ();

  load_style ();
  for (const ChartSample *sample = hard ? chart_hard_samples : chart_samples; sample->name != NULL; sample++)
    gtk_flow_box_insert (GTK_FLOW_BOX (cards), make_card (sample), -1);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (cards), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (cards, "page-body");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), cards);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 1160);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

  for (int i = 1; i < argc; i++)
    {
      chinese = chinese || g_strcmp0 (argv[i], "chinese") == 0;
      hard = hard || g_strcmp0 (argv[i], "hard") == 0;
    }
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
