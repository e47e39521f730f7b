#include "config.h"

#include "ff-pair.h"

#define SPACING 18

GtkWidget *
ff_pair_new (GtkWidget *left, GtkWidget *right)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  gtk_box_set_homogeneous (GTK_BOX (pair), TRUE);
  gtk_box_append (GTK_BOX (pair), left);
  gtk_box_append (GTK_BOX (pair), right);
  return pair;
}

void
ff_pair_set_width (GtkWidget *pair, int width)
{
  gboolean narrow = width < FF_PAIR_NARROW_WIDTH;

  g_return_if_fail (GTK_IS_BOX (pair));

  /* Columns are as wide as each other; what stands below each other is as high as it is. */
  gtk_box_set_homogeneous (GTK_BOX (pair), !narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (pair), narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
