/* FfChart shows a plot and lets one point at it. Its menu and the picture's way out are in ff-chart-menu.c, keys in ff-chart-keys.c. */
#include "config.h"

#include "ff-chart-private.h"

#include <adwaita.h>

#define RING_RADIUS 6.0
#define RING_MARGIN 2.0

G_DEFINE_FINAL_TYPE (FfChart, ff_chart, GTK_TYPE_WIDGET)

enum
{
  SPOT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Layout --------------------------------------------------------------------------------------------------------------- */

static void
forget_scene (FfChart *self)
{
  g_clear_pointer (&self->scene, ff_plot_scene_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

FfPlotScene *
ff_chart_ensure_scene (FfChart *self)
{
  if (self->plot == NULL)
    return NULL;
  if (self->pen == NULL)
    self->pen = ff_plot_pen_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  if (self->scene == NULL)
    self->scene = ff_plot_lay_out (self->plot, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)),
                                   ff_plot_pen_get_meter (self->pen));
  return self->scene;
}

static void
forget_pen (FfChart *self)
{
  g_clear_pointer (&self->pen, ff_plot_pen_free);
  forget_scene (self);
}

static GtkSizeRequestMode
ff_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ff_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
                  int *natural_baseline)
{
  FfChart *self = FF_CHART (widget);
  double width;
  double height;

  if (self->plot == NULL)
    return;
  ff_plot_get_least_size (self->plot, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = (int) ceil (width);
      return;
    }
  *minimum = (int) ceil (height);
  *natural = (int) ceil (ff_plot_get_best_height (self->plot, for_size > 0 ? for_size : width));
}

static void
ff_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfChart *self = FF_CHART (widget);

  g_clear_pointer (&self->scene, ff_plot_scene_free);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* Drawing -------------------------------------------------------------------------------------------------------------- */

static FfPlotLook
get_look (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (style))
    return adw_style_manager_get_dark (style) ? FF_PLOT_LOOK_DARK_CONTRAST : FF_PLOT_LOOK_LIGHT_CONTRAST;
  return adw_style_manager_get_dark (style) ? FF_PLOT_LOOK_DARK : FF_PLOT_LOOK_LIGHT;
}

/* Around what is selected. */
static void
add_ring (FfPlotScene *scene, const FfPlotBox *box)
{
  FfPlotBox ring = { box->x - RING_MARGIN, box->y - RING_MARGIN, box->width + 2 * RING_MARGIN, box->height + 2 * RING_MARGIN };

  ff_plot_scene_add_box (scene, ring, RING_RADIUS, FF_PLOT_INK_FOCUS)->stroke = 2;
}

static void
ff_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FfChart *self = FF_CHART (widget);
  const FfPlotScene *scene = ff_chart_ensure_scene (self);
  const FfPlotSpot *selected = scene != NULL && self->selected ? ff_plot_scene_find_spot (scene, self->group, self->index) : NULL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (scene == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-RING_MARGIN, -RING_MARGIN, (float) (width + 2 * RING_MARGIN),
                                                                 (float) (height + 2 * RING_MARGIN)));
  ff_plot_scene_draw (scene, cr, self->pen, get_look ());
  if (selected != NULL)
    {
      g_autoptr (FfPlotScene) ring = ff_plot_scene_new (width, height, ff_plot_pen_get_meter (self->pen));

      add_ring (ring, &selected->box);
      ff_plot_scene_draw (ring, cr, self->pen, get_look ());
    }
  cairo_destroy (cr);
}

static void
ff_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ff_chart_parent_class)->css_changed (widget, change);

  /* The font may be another one. */
  forget_pen (FF_CHART (widget));
}

static gboolean
ff_chart_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  FfChart *self = FF_CHART (widget);
  const FfPlotScene *scene = ff_chart_ensure_scene (self);
  const FfPlotSpot *spot = NULL;
  GdkRectangle area;

  if (scene == NULL)
    return FALSE;
  if (!keyboard)
    spot = ff_plot_scene_hit (scene, x, y);
  else if (self->selected)
    spot = ff_plot_scene_find_spot (scene, self->group, self->index);
  if (spot == NULL || !ff_chart_get_spot_area (self, spot->group, spot->index, &area))
    return FALSE;

  gtk_tooltip_set_text (tooltip, spot->tip);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

/* Selecting ------------------------------------------------------------------------------------------------------------ */

void
ff_chart_activate_selected (FfChart *self)
{
  if (self->selected)
    g_signal_emit (self, signals[SPOT_ACTIVATED], 0, self->group, self->index);
}

static void
on_pressed (FfChart *self, int n_press, double x, double y)
{
  int group;
  int index;

  if (!self->selectable || !ff_chart_get_spot_at (self, x, y, &group, &index))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  ff_chart_select (self, group, index);
}

/* Not when it is pressed: it may become a drag. */
static void
on_released (FfChart *self, int n_press, double x, double y, GtkGestureClick *click)
{
  int group;
  int index;

  if (!self->selected || !ff_chart_get_spot_at (self, x, y, &group, &index) || group != self->group || index != self->index)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  ff_chart_activate_selected (self);
}

/* ---------------------------------------------------------------------------------------------------------------------- */

static void
ff_chart_dispose (GObject *object)
{
  g_clear_pointer (&FF_CHART (object)->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (ff_chart_parent_class)->dispose (object);
}

static void
ff_chart_finalize (GObject *object)
{
  FfChart *self = FF_CHART (object);

  g_clear_pointer (&self->plot, ff_plot_unref);
  g_clear_pointer (&self->scene, ff_plot_scene_free);
  g_clear_pointer (&self->pen, ff_plot_pen_free);

  G_OBJECT_CLASS (ff_chart_parent_class)->finalize (object);
}

static void
ff_chart_class_init (FfChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = ff_chart_finalize;
  widget_class->get_request_mode = ff_chart_get_request_mode;
  widget_class->measure = ff_chart_measure;
  widget_class->size_allocate = ff_chart_size_allocate;
  widget_class->snapshot = ff_chart_snapshot;
  widget_class->css_changed = ff_chart_css_changed;
  widget_class->query_tooltip = ff_chart_query_tooltip;

  signals[SPOT_ACTIVATED] = g_signal_new ("spot-activated", FF_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT,
                                          G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  ff_chart_install_menu (widget_class);
  ff_chart_install_keys (widget_class);
}

static void
ff_chart_init (FfChart *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_pen), NULL);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  ff_chart_set_up_menu (self);
}

GtkWidget *
ff_chart_new (void)
{
  return g_object_new (FF_TYPE_CHART, NULL);
}

void
ff_chart_set_plot (FfChart *self, FfPlot *plot)
{
  g_return_if_fail (FF_IS_CHART (self));

  if (plot == self->plot)
    return;
  g_clear_pointer (&self->plot, ff_plot_unref);
  self->plot = plot != NULL ? ff_plot_ref (plot) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, plot != NULL ? ff_plot_get_title (plot) : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, plot != NULL ? ff_plot_get_sentence (plot) : "", -1);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), plot != NULL && !ff_plot_is_cell (plot));
  /* What stands in a cell is no place of its own. */
  gtk_widget_set_focusable (GTK_WIDGET (self), plot != NULL && !ff_plot_is_cell (plot));
  gtk_widget_set_can_target (GTK_WIDGET (self), plot != NULL && !ff_plot_is_cell (plot));
  forget_scene (self);
  if (self->selected)
    ff_chart_select (self, self->group, self->index);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

FfPlot *
ff_chart_get_plot (FfChart *self)
{
  g_return_val_if_fail (FF_IS_CHART (self), NULL);

  return self->plot;
}

void
ff_chart_set_selectable (FfChart *self, gboolean selectable)
{
  g_return_if_fail (FF_IS_CHART (self));

  self->selectable = selectable;
  if (!selectable)
    {
      self->selected = FALSE;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

gboolean
ff_chart_get_selected (FfChart *self, int *group, int *index)
{
  g_return_val_if_fail (FF_IS_CHART (self), FALSE);

  if (!self->selected)
    return FALSE;
  *group = self->group;
  *index = self->index;
  return TRUE;
}

void
ff_chart_select (FfChart *self, int group, int index)
{
  g_return_if_fail (FF_IS_CHART (self));

  /* Before it has a size it cannot know. */
  self->selected = self->plot != NULL && (gtk_widget_get_width (GTK_WIDGET (self)) <= 0 ||
                                          ff_plot_scene_find_spot (ff_chart_ensure_scene (self), group, index) != NULL);
  self->group = group;
  self->index = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
ff_chart_get_spot_at (FfChart *self, double x, double y, int *group, int *index)
{
  const FfPlotScene *scene;
  const FfPlotSpot *spot;

  g_return_val_if_fail (FF_IS_CHART (self), FALSE);

  scene = ff_chart_ensure_scene (self);
  spot = scene != NULL ? ff_plot_scene_hit (scene, x, y) : NULL;
  if (spot == NULL)
    return FALSE;
  *group = spot->group;
  *index = spot->index;
  return TRUE;
}

gboolean
ff_chart_get_spot_area (FfChart *self, int group, int index, GdkRectangle *area)
{
  const FfPlotScene *scene;
  const FfPlotSpot *spot;

  g_return_val_if_fail (FF_IS_CHART (self), FALSE);

  scene = ff_chart_ensure_scene (self);
  spot = scene != NULL ? ff_plot_scene_find_spot (scene, group, index) : NULL;
  if (spot == NULL)
    return FALSE;
  *area = (GdkRectangle) { (int) spot->box.x, (int) spot->box.y, (int) ceil (spot->box.width), (int) ceil (spot->box.height) };
  return TRUE;
}
