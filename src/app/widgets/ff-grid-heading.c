/* A column's heading takes its colours and lines from classes of ui/grid.css. */
#include "config.h"

#include "ff-grid-heading.h"

/* A longer title takes two lines, so that columns of two digits stay narrow. */
#define LONGEST_TITLE_LINE 11

struct _FfGridHeading
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *subtitle;
};

G_DEFINE_FINAL_TYPE (FfGridHeading, ff_grid_heading, GTK_TYPE_WIDGET)

static void
align_label (GtkWidget *label, float xalign)
{
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_justify (GTK_LABEL (label),
                         xalign < 0.3f ? GTK_JUSTIFY_LEFT : xalign > 0.7f ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_CENTER);
}

void
ff_grid_heading_bind (FfGridHeading *self, const FfGridColumn *column)
{
  g_autofree char *name = NULL;

  g_return_if_fail (FF_IS_GRID_HEADING (self));

  gtk_label_set_text (GTK_LABEL (self->title), column->title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), column->subtitle != NULL ? column->subtitle : "");
  gtk_widget_set_visible (self->subtitle, column->subtitle != NULL);
  gtk_widget_set_valign (self->title, column->subtitle != NULL ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
  align_label (self->title, column->xalign);
  align_label (self->subtitle, column->xalign);

  if (column->current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  if (column->locked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "locked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "locked");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), column->tooltip);
  name = column->subtitle != NULL ? g_strdup_printf ("%s %s", column->title, column->subtitle) : g_strdup (column->title);
  g_strdelimit (name, "\n", ' ');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
ff_grid_heading_dispose (GObject *object)
{
  FfGridHeading *self = FF_GRID_HEADING (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->subtitle, gtk_widget_unparent);

  G_OBJECT_CLASS (ff_grid_heading_parent_class)->dispose (object);
}

static void
ff_grid_heading_class_init (FfGridHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_grid_heading_dispose;

  gtk_widget_class_set_css_name (widget_class, "heading");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
new_heading_label (FfGridHeading *self, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
ff_grid_heading_init (FfGridHeading *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->title = new_heading_label (self, "title");
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->title), 2);
  gtk_label_set_max_width_chars (GTK_LABEL (self->title), LONGEST_TITLE_LINE);
  self->subtitle = new_heading_label (self, "subtitle");
  gtk_widget_set_vexpand (self->title, TRUE);
  gtk_widget_set_vexpand (self->subtitle, TRUE);
  gtk_widget_set_valign (self->subtitle, GTK_ALIGN_START);
}

GtkWidget *
ff_grid_heading_new (void)
{
  return g_object_new (FF_TYPE_GRID_HEADING, NULL);
}
