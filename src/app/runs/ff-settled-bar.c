#include "config.h"

#include "ff-settled-bar.h"

#include <glib/gi18n-lib.h>

#include "ff-settle-text.h"

struct _FfSettledBar
{
  AdwBin parent_instance;

  GtkWidget *revealer;
  GtkWidget *icon;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (FfSettledBar, ff_settled_bar, ADW_TYPE_BIN)

static void
ff_settled_bar_class_init (FfSettledBarClass *klass)
{
}

static void
ff_settled_bar_init (FfSettledBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *show = gtk_button_new_with_mnemonic (_("_Results"));
  GtkWidget *reopen = gtk_button_new_with_mnemonic (_("_Reopen…"));

  self->revealer = gtk_revealer_new ();
  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "page.settle-results");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (reopen), "page.reopen-results");
  gtk_widget_set_valign (show, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (reopen, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), show);
  gtk_box_append (GTK_BOX (box), reopen);
  gtk_widget_add_css_class (box, "settled-bar");
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  adw_bin_set_child (ADW_BIN (self), self->revealer);
}

GtkWidget *
ff_settled_bar_new (void)
{
  return g_object_new (FF_TYPE_SETTLED_BAR, NULL);
}

void
ff_settled_bar_show (FfSettledBar *self, const FfClassFigures *figures)
{
  g_return_if_fail (FF_IS_SETTLED_BAR (self));
  g_return_if_fail (figures != NULL);

  if (figures->settled)
    {
      g_autofree char *settled = ff_settle_text_settled (figures);
      g_autofree char *differing = ff_settle_text_differing (figures);
      g_autofree char *text = g_strjoin ("\n", settled, differing, NULL);

      gtk_label_set_label (GTK_LABEL (self->label), text);
      gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), differing != NULL ? "dialog-warning-symbolic" : "changes-prevent-symbolic");
      if (differing != NULL)
        gtk_widget_add_css_class (GTK_WIDGET (self), "differing");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "differing");
    }
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), figures->settled);
}
