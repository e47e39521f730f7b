/* Cells and headings take all their colours, lines and hatches from classes of ui/grid.css, so that the dark and the high-contrast
   look are the theme's business. */
#include "config.h"

#include "ff-grid-cell-view.h"

#define LEAD_SPACING 6
/* A longer title takes two lines, so that columns of two digits stay narrow. */
#define LONGEST_TITLE_LINE 11

struct _FfGridCellView
{
  GtkWidget parent_instance;

  GtkWidget *text; /* a GtkInscription: no size request, so a new text never moves its neighbours */
  GtkWidget *lead; /* a GtkLabel, made when first needed */

  FfGridStyle style;
  FfGridFlags flags;
  gboolean strong;
  gboolean styled;
  gboolean attributed; /* the text has attributes of its own */
};

G_DEFINE_FINAL_TYPE (FfGridCellView, ff_grid_cell_view, GTK_TYPE_WIDGET)

static const char *const style_classes[] = {
  [FF_GRID_STYLE_NONE] = NULL,
  [FF_GRID_STYLE_PRESENT] = "present",
  [FF_GRID_STYLE_LATE] = "late",
  [FF_GRID_STYLE_LEFT_EARLY] = "left-early",
  [FF_GRID_STYLE_ABSENT] = "absent",
  [FF_GRID_STYLE_EXCUSED] = "excused",
  [FF_GRID_STYLE_UNRECORDED] = "unrecorded",
  [FF_GRID_STYLE_NOT_PLANNED] = "not-planned",
  [FF_GRID_STYLE_FAILED] = "failed",
  [FF_GRID_STYLE_DIM] = "dim",
  [FF_GRID_STYLE_AWARD] = "award",
  [FF_GRID_STYLE_AWARD_SO_FAR] = "award-so-far",
};

static const struct
{
  FfGridFlags flag;
  const char *name;
} flag_classes[] = {
  { FF_GRID_BOLD, "bold" },       { FF_GRID_ITALIC, "italic" }, { FF_GRID_STRUCK, "struck" },
  { FF_GRID_HATCHED, "hatched" }, { FF_GRID_CORNER, "corner" }, { FF_GRID_FADED, "faded" },
};

static const char *const lead_classes[] = {
  [FF_GRID_LEAD_NONE] = NULL,
  [FF_GRID_LEAD_DOTS] = "dots",
  [FF_GRID_LEAD_TAG_MISSED] = "tag missed",
  [FF_GRID_LEAD_TAG_SOON] = "tag soon",
};

static void
set_classes (FfGridCellView *self, const FfGridCell *cell, gboolean strong)
{
  const char *classes[G_N_ELEMENTS (flag_classes) + 3];
  gsize n = 0;

  if (self->styled && self->style == cell->style && self->flags == cell->flags && self->strong == strong)
    return;

  if (style_classes[cell->style] != NULL)
    classes[n++] = style_classes[cell->style];
  for (gsize i = 0; i < G_N_ELEMENTS (flag_classes); i++)
    {
      if ((cell->flags & flag_classes[i].flag) != 0)
        classes[n++] = flag_classes[i].name;
    }
  if (strong)
    classes[n++] = "strong";
  classes[n] = NULL;

  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  self->style = cell->style;
  self->flags = cell->flags;
  self->strong = strong;
  self->styled = TRUE;
}

static void
set_lead (FfGridCellView *self, const FfGridCell *cell)
{
  g_auto (GStrv) classes = NULL;

  if (cell->lead == NULL)
    {
      if (self->lead != NULL)
        gtk_widget_set_visible (self->lead, FALSE);
      return;
    }

  if (self->lead == NULL)
    {
      self->lead = gtk_label_new (NULL);
      gtk_widget_set_valign (self->lead, GTK_ALIGN_CENTER);
      gtk_widget_set_parent (self->lead, GTK_WIDGET (self));
    }
  classes = g_strsplit (lead_classes[cell->lead_kind] != NULL ? lead_classes[cell->lead_kind] : "", " ", -1);
  gtk_widget_set_css_classes (self->lead, (const char **) classes);
  gtk_label_set_text (GTK_LABEL (self->lead), cell->lead);
  gtk_widget_set_visible (self->lead, TRUE);
}

static void
set_text (FfGridCellView *self, const FfGridCell *cell)
{
  const char *text = cell->text != NULL ? cell->text : "";
  g_autoptr (PangoAttrList) attributes = NULL;

  if (cell->superscript != NULL)
    {
      g_autofree char *markup = g_markup_printf_escaped ("%s<span rise=\"4000\" size=\"75%%\">%s</span>", text, cell->superscript);

      gtk_inscription_set_markup (GTK_INSCRIPTION (self->text), markup);
      self->attributed = TRUE;
      return;
    }

  /* An inscription does not draw the style sheet's text-decoration. */
  if ((cell->flags & FF_GRID_STRUCK) != 0)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
    }
  if (self->attributed || attributes != NULL)
    gtk_inscription_set_attributes (GTK_INSCRIPTION (self->text), attributes);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->text), text);
  self->attributed = attributes != NULL;
}

void
ff_grid_cell_view_bind (FfGridCellView *self, const FfGridCell *cell, const FfGridColumn *column, const char *name)
{
  g_return_if_fail (FF_IS_GRID_CELL_VIEW (self));

  set_classes (self, cell, column->strong);
  set_lead (self, cell);
  set_text (self, cell);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->text), cell->lead != NULL ? 0 : column->xalign);
  /* Setting a tooltip asks the pointer where it is: half the cost of a cell that scrolls into view. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), cell->tooltip) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), cell->tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
ff_grid_cell_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
ff_grid_cell_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FfGridCellView *self = FF_GRID_CELL_VIEW (widget);
  int x = 0;

  if (self->lead != NULL && gtk_widget_get_visible (self->lead))
    {
      int least, natural, least_height;

      gtk_widget_measure (self->lead, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
      gtk_widget_measure (self->lead, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->lead, &(GtkAllocation) { 0, 0, MAX (least, natural), MAX (height, least_height) }, -1);
      x = MAX (least, natural) + LEAD_SPACING;
    }

  gtk_widget_measure (self->text, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->text, &(GtkAllocation) { MIN (x, width), 0, MAX (width - x, 0), height }, -1);
}

static void
ff_grid_cell_view_dispose (GObject *object)
{
  FfGridCellView *self = FF_GRID_CELL_VIEW (object);

  /* An inscription of GTK 4.8 keeps its attributes for ever. */
  if (self->text != NULL)
    gtk_inscription_set_attributes (GTK_INSCRIPTION (self->text), NULL);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->lead, gtk_widget_unparent);

  G_OBJECT_CLASS (ff_grid_cell_view_parent_class)->dispose (object);
}

static void
ff_grid_cell_view_class_init (FfGridCellViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_grid_cell_view_dispose;
  widget_class->measure = ff_grid_cell_view_measure;
  widget_class->size_allocate = ff_grid_cell_view_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
ff_grid_cell_view_init (FfGridCellView *self)
{
  /* The cell speaks for its text. */
  self->text = g_object_new (GTK_TYPE_INSCRIPTION,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END,
                             "min-chars", 0,
                             "nat-chars", 0,
                             "min-lines", 1,
                             NULL);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
ff_grid_cell_view_new (void)
{
  return g_object_new (FF_TYPE_GRID_CELL_VIEW, NULL);
}

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
  if (column->strong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "strong");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "strong");

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
