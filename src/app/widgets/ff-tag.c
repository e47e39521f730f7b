#include "config.h"

#include "ff-tag.h"

#include <glib/gi18n-lib.h>

struct _FfTag
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *label;
  FfTone tone;
};

G_DEFINE_FINAL_TYPE (FfTag, ff_tag, GTK_TYPE_WIDGET)

static const char *
tone_class (FfTone tone)
{
  switch (tone)
    {
    case FF_TONE_ACCENT:
      return "tone-accent";
    case FF_TONE_GOOD:
      return "tone-good";
    case FF_TONE_SOON:
      return "tone-soon";
    case FF_TONE_BAD:
      return "tone-bad";
    case FF_TONE_NEUTRAL:
    default:
      return "tone-neutral";
    }
}

static void
ff_tag_dispose (GObject *object)
{
  FfTag *self = FF_TAG (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (ff_tag_parent_class)->dispose (object);
}

static void
ff_tag_class_init (FfTagClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ff_tag_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tag");
}

static void
ff_tag_init (FfTag *self)
{
  self->icon = gtk_image_new ();
  gtk_widget_set_visible (self->icon, FALSE);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self), tone_class (self->tone));
}

GtkWidget *
ff_tag_new (const char *label, const char *icon, FfTone tone)
{
  FfTag *self = g_object_new (FF_TYPE_TAG, NULL);

  ff_tag_set (self, label, icon, tone);
  return GTK_WIDGET (self);
}

GtkWidget *
ff_tag_new_shrinking (const char *label, FfTone tone)
{
  GtkWidget *tag = ff_tag_new (label, NULL, tone);

  gtk_label_set_ellipsize (GTK_LABEL (FF_TAG (tag)->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (tag, label);
  return tag;
}

void
ff_tag_set (FfTag *self, const char *label, const char *icon, FfTone tone)
{
  g_return_if_fail (FF_IS_TAG (self));

  gtk_label_set_label (GTK_LABEL (self->label), label);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  gtk_widget_set_visible (self->icon, icon != NULL);
  if (tone != self->tone)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), tone_class (self->tone));
      gtk_widget_add_css_class (GTK_WIDGET (self), tone_class (tone));
      self->tone = tone;
    }
}

const char *
ff_level_title (int level)
{
  switch (level)
    {
    case 1:
      return C_ ("level", "Reaction");
    case 2:
      return C_ ("level", "Learning");
    case 3:
      return C_ ("level", "Behaviour");
    case 4:
      return C_ ("level", "Results");
    default:
      g_return_val_if_reached ("");
    }
}

GtkWidget *
ff_level_badge_new (int level)
{
  g_autofree char *digit = g_strdup_printf ("%d", level);
  g_autofree char *style = g_strdup_printf ("level-%d", level);
  /* Translators: for a screen reader and the tooltip of a badge, such as "Level 2: Learning". */
  g_autofree char *name = g_strdup_printf (_("Level %d: %s"), level, ff_level_title (level));
  GtkWidget *badge = gtk_label_new (digit);

  gtk_widget_add_css_class (badge, "level-badge");
  gtk_widget_add_css_class (badge, style);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (badge, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return badge;
}

const char *
ff_class_colour (gint64 run_id)
{
  static const char *const colours[] = { "class-colour-1", "class-colour-2", "class-colour-3", "class-colour-4", "class-colour-5" };

  return colours[(guint64) run_id % G_N_ELEMENTS (colours)];
}
