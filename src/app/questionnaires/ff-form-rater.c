#include "config.h"

#include "ff-form-rater.h"

#include <glib/gi18n-lib.h>

#include "ff-level-plots.h"

struct _FfFormRater
{
  GtkBox parent_instance;

  GtkWidget *options[FF_N_RATER_ROLES]; /* NULL: nobody */
  GtkWidget *name;
  FfRaterRole role;
  gboolean setting;
};

enum
{
  CHANGED,
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The same in every language, since they stand in the legend too. */
static const char keys[FF_N_RATER_ROLES] = {
  [FF_RATER_ROLE_SELF] = 's',
  [FF_RATER_ROLE_SUPERVISOR] = 'u',
  [FF_RATER_ROLE_PEER] = 'p',
};

G_DEFINE_FINAL_TYPE (FfFormRater, ff_form_rater, GTK_TYPE_BOX)

static void
show_role (FfFormRater *self)
{
  for (int role = FF_RATER_ROLE_SELF; role < FF_N_RATER_ROLES; role++)
    if ((int) self->role == role)
      gtk_widget_add_css_class (self->options[role], "chosen");
    else
      gtk_widget_remove_css_class (self->options[role], "chosen");
  gtk_widget_set_visible (self->name, self->role == FF_RATER_ROLE_PEER);
}

void
ff_form_rater_set (FfFormRater *self, FfRaterRole role, const char *name)
{
  g_return_if_fail (FF_IS_FORM_RATER (self));

  self->setting = TRUE;
  self->role = role;
  gtk_editable_set_text (GTK_EDITABLE (self->name), name != NULL ? name : "");
  show_role (self);
  self->setting = FALSE;
}

FfRaterRole
ff_form_rater_get_role (FfFormRater *self)
{
  g_return_val_if_fail (FF_IS_FORM_RATER (self), FF_RATER_ROLE_NONE);

  return self->role;
}

const char *
ff_form_rater_get_name (FfFormRater *self)
{
  g_return_val_if_fail (FF_IS_FORM_RATER (self), "");

  return self->role == FF_RATER_ROLE_PEER ? gtk_editable_get_text (GTK_EDITABLE (self->name)) : "";
}

void
ff_form_rater_grab (FfFormRater *self)
{
  g_return_if_fail (FF_IS_FORM_RATER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
ff_form_rater_grab_name (FfFormRater *self)
{
  g_return_if_fail (FF_IS_FORM_RATER (self));

  gtk_widget_grab_focus (self->name);
}

/* A peer may have a name, and the other two are known already. */
static void
choose (FfFormRater *self, FfRaterRole role)
{
  self->role = role;
  show_role (self);
  g_signal_emit (self, signals[CHANGED], 0);
  if (role == FF_RATER_ROLE_PEER)
    ff_form_rater_grab_name (self);
  else
    g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
on_key_pressed (FfFormRater *self, guint keyval, guint keycode, GdkModifierType state)
{
  guint key = gdk_keyval_to_lower (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return FALSE;
  for (int role = FF_RATER_ROLE_SELF; role < FF_N_RATER_ROLES; role++)
    if (key == (guint) keys[role])
      {
        choose (self, (FfRaterRole) role);
        return TRUE;
      }
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return FALSE;
  if (self->role == FF_RATER_ROLE_NONE)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    g_signal_emit (self, signals[CHOSEN], 0);
  return TRUE;
}

static void
on_option_clicked (FfFormRater *self, GtkWidget *button)
{
  for (int role = FF_RATER_ROLE_SELF; role < FF_N_RATER_ROLES; role++)
    if (button == self->options[role])
      choose (self, (FfRaterRole) role);
}

static void
on_name_changed (FfFormRater *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_name_activated (FfFormRater *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_focus (FfFormRater *self, GParamSpec *pspec, GtkEventControllerFocus *focus)
{
  if (gtk_event_controller_focus_contains_focus (focus))
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}

static GtkWidget *
make_option (FfFormRater *self, FfRaterRole role)
{
  /* Translators: a key, and who filled in a form: himself, his supervisor, a peer */
  g_autofree char *label = g_strdup_printf (C_("rater", "%c  %s"), g_ascii_toupper (keys[role]),
                                            ff_level_plot_rater_title (ff_rater_role_to_key (role)));
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "form-option");
  gtk_widget_set_can_focus (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_option_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
add_name (FfFormRater *self)
{
  self->name = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->name), _("Name of the peer, or Enter"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->name), 24);
  gtk_widget_set_visible (self->name, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("field", "Name of the rater"), -1);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (on_name_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name, "activate", G_CALLBACK (on_name_activated), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->name);
}

static void
ff_form_rater_class_init (FfFormRaterClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", FF_TYPE_FORM_RATER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", FF_TYPE_FORM_RATER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ff_form_rater_init (FfFormRater *self)
{
  GtkEventController *press = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();
  GtkWidget *label = gtk_label_new (_("Who rated"));

  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "form-question");
  gtk_widget_set_margin_end (label, 6);
  gtk_box_append (GTK_BOX (self), label);
  for (int role = FF_RATER_ROLE_SELF; role < FF_N_RATER_ROLES; role++)
    self->options[role] = make_option (self, (FfRaterRole) role);
  add_name (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who rated"), -1);
  g_signal_connect_swapped (press, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), press);
  g_signal_connect_swapped (focus, "notify::contains-focus", G_CALLBACK (on_focus), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
