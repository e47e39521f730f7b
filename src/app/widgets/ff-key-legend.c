#include "config.h"

#include "ff-key-legend.h"

#define SPACING 4
#define CAP_SPACING 8

struct _FfKeyLegend
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (FfKeyLegend, ff_key_legend, GTK_TYPE_WIDGET)

static GtkWidget *
get_first_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

#define for_each_child(child, widget)                                                                                  \
  for (GtkWidget *child = get_first_shown (gtk_widget_get_first_child (widget)); child != NULL;                        \
       child = get_first_shown (gtk_widget_get_next_sibling (child)))

static void
ff_key_legend_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  int sum = 0, greatest = 0;

  for_each_child (child, widget)
    {
      int least, size;

      gtk_widget_measure (child, orientation, -1, &least, &size, NULL, NULL);
      sum += size + (sum > 0 ? SPACING : 0);
      greatest = MAX (greatest, MAX (least, size));
    }

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 0 : greatest;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? sum : greatest;
}

static void
ff_key_legend_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean fits = TRUE;
  int x = 0;

  for_each_child (child, widget)
    {
      int least_height, size;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &size, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, size, &least_height, NULL, NULL, NULL);
      fits = fits && x + size <= width;
      gtk_widget_set_child_visible (child, fits);
      if (fits)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation) { right_to_left ? width - x - size : x, 0, size, MAX (height, least_height) }, -1);
      x += size + SPACING;
    }
}

static void
ff_key_legend_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ff_key_legend_parent_class)->dispose (object);
}

static void
ff_key_legend_class_init (FfKeyLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_key_legend_dispose;
  widget_class->measure = ff_key_legend_measure;
  widget_class->size_allocate = ff_key_legend_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "keylegend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ff_key_legend_init (FfKeyLegend *self)
{
}

GtkWidget *
ff_key_legend_new (void)
{
  return g_object_new (FF_TYPE_KEY_LEGEND, NULL);
}

GtkLabel *
ff_key_legend_add (FfKeyLegend *self, const char *key, const char *action, const char *meaning)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, CAP_SPACING);
  GtkWidget *cap = gtk_label_new (key);
  GtkWidget *label = gtk_label_new (meaning);
  GtkWidget *button;

  g_return_val_if_fail (FF_IS_KEY_LEGEND (self), NULL);
  g_return_val_if_fail (key != NULL && meaning != NULL, NULL);

  gtk_widget_add_css_class (cap, "keycap");
  gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), cap);
  gtk_box_append (GTK_BOX (box), label);
  if (action == NULL)
    {
      gtk_widget_set_parent (box, GTK_WIDGET (self));
      return GTK_LABEL (label);
    }

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_focusable (button, FALSE); /* the keys belong to the grid */
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_parent (button, GTK_WIDGET (self));

  return GTK_LABEL (label);
}
