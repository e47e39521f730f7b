#include "config.h"

#include "ff-fact.h"

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
ff_fact_new (const char *icon, const char *text, const char *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = make_label (text, "fact");
  GtkWidget *second = make_label (detail, "caption");

  gtk_widget_add_css_class (image, "dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (first), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (first, text);
  gtk_widget_add_css_class (second, "dim-label");
  gtk_box_append (GTK_BOX (column), first);
  gtk_box_append (GTK_BOX (column), second);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), column);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

/* Narrow enough for four cards side by side where there is room. */
static GtkWidget *
make_line (const char *text)
{
  GtkWidget *label = make_label (text, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  return label;
}

GtkWidget *
ff_fact_card_new (const char *icon, const char *title, const char *value, const char *detail, double share, const char *sentence)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *figure = make_label (value, "key-figure");

  gtk_box_append (GTK_BOX (heading), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (heading), make_label (title, "heading"));
  gtk_widget_add_css_class (figure, "numeric");
  gtk_box_append (GTK_BOX (card), heading);
  gtk_box_append (GTK_BOX (card), figure);
  gtk_box_append (GTK_BOX (card), make_line (detail));
  if (share >= 0)
    {
      GtkWidget *bar = gtk_level_bar_new ();

      gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), CLAMP (share, 0, 1));
      gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_box_append (GTK_BOX (card), bar);
    }
  if (sentence != NULL)
    gtk_box_append (GTK_BOX (card), make_line (sentence));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "fact-card");
  return card;
}
