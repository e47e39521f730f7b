/* The keys of a chart whose spots can be selected: arrows go to the nearest one in their direction, Enter opens it. */
#include "config.h"

#include "ff-chart-private.h"

/* A spot to the side counts as farther away than one straight ahead. */
#define ASIDE 2.0

static double
middle_x (const FfPlotSpot *spot)
{
  return spot->box.x + spot->box.width / 2;
}

static double
middle_y (const FfPlotSpot *spot)
{
  return spot->box.y + spot->box.height / 2;
}

/* How far it is from one spot to another along a direction; INFINITY: it does not lie there. */
static double
get_distance (const FfPlotSpot *from, const FfPlotSpot *to, int x, int y)
{
  double across = middle_x (to) - middle_x (from);
  double down = middle_y (to) - middle_y (from);
  double ahead = x != 0 ? across * x : down * y;
  double aside = fabs (x != 0 ? down : across);

  return ahead > 0 ? ahead + ASIDE * aside : INFINITY;
}

static const FfPlotSpot *
find_next (const FfPlotScene *scene, const FfPlotSpot *from, int x, int y)
{
  gsize n;
  const FfPlotSpot *spots = ff_plot_scene_get_spots (scene, &n);
  const FfPlotSpot *nearest = NULL;
  double least = INFINITY;

  for (gsize i = 0; i < n; i++)
    {
      double distance = get_distance (from, &spots[i], x, y);

      if (distance >= least)
        continue;
      least = distance;
      nearest = &spots[i];
    }
  return nearest;
}

static gboolean
on_arrow (GtkWidget *widget, GVariant *direction, gpointer user_data)
{
  FfChart *self = FF_CHART (widget);
  const FfPlotScene *scene = ff_chart_ensure_scene (self);
  const FfPlotSpot *from = scene != NULL && self->selected ? ff_plot_scene_find_spot (scene, self->group, self->index) : NULL;
  const FfPlotSpot *to;
  gsize n = 0;
  int x;
  int y;

  if (!self->selectable || scene == NULL)
    return FALSE;
  g_variant_get (direction, "(ii)", &x, &y);
  to = from != NULL ? find_next (scene, from, x, y) : ff_plot_scene_get_spots (scene, &n);
  if (to == NULL || (from == NULL && n == 0))
    return FALSE;
  ff_chart_select (self, to->group, to->index);
  gtk_widget_trigger_tooltip_query (widget);
  return TRUE;
}

static gboolean
on_enter (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FfChart *self = FF_CHART (widget);

  if (!self->selected)
    return FALSE;
  ff_chart_activate_selected (self);
  return TRUE;
}

void
ff_chart_install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int x;
    int y;
  } arrows[] = { { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 } };
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, on_arrow, "(ii)", arrows[i].x, arrows[i].y);
  for (gsize i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_widget_class_add_binding (widget_class, enters[i], 0, on_enter, NULL);
}
