#include "config.h"

#include "ff-shortcuts-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ff-commands.h"

struct _FfShortcutsWindow
{
  AdwWindow parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (FfShortcutsWindow, ff_shortcuts_window, ADW_TYPE_WINDOW)

/* "_Close Window" → "Close Window": a label of a menu without its underlines, and without the letter in brackets that
   stands for one in Chinese, as in "打开(_O)…". */
static char *
without_mnemonic (const char *label)
{
  GString *plain = g_string_new (label);
  const char *bracket = strstr (plain->str, "(_");

  if (bracket != NULL && bracket[2] != '\0' && bracket[3] == ')')
    g_string_erase (plain, bracket - plain->str, 4);
  g_string_replace (plain, "_", "", 0);
  return g_string_free (plain, FALSE);
}

static void
append_accel (GtkWidget *row, const char *accel)
{
  guint key;
  GdkModifierType modifiers;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (!gtk_accelerator_parse (accel, &key, &modifiers))
    return;

  text = gtk_accelerator_get_label (key, modifiers);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "keycap");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static void
append_group (FfShortcutsWindow *self, FfCommandGroup group)
{
  GtkWidget *box = adw_preferences_group_new ();
  guint n;
  const FfCommand *commands = ff_commands_get (&n);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (box), ff_command_group_title (group));
  for (guint i = 0; i < n; i++)
    if (commands[i].group == group && commands[i].accels[0] != NULL)
      {
        g_autofree char *title = without_mnemonic (_(commands[i].label));
        GtkWidget *row = adw_action_row_new ();

        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
        for (guint k = 0; k < G_N_ELEMENTS (commands[i].accels) && commands[i].accels[k] != NULL; k++)
          append_accel (row, commands[i].accels[k]);
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (box), row);
      }
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (box));
}

static void
ff_shortcuts_window_class_init (FfShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/fourfold/Fourfold/ff-shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FfShortcutsWindow, page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ff_shortcuts_window_init (FfShortcutsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint group = 0; group < FF_N_COMMAND_GROUPS; group++)
    append_group (self, group);
}

GtkWidget *
ff_shortcuts_window_new (GtkWindow *parent)
{
  return g_object_new (FF_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);
}
